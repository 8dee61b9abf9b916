import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { dialoguesFileSchema, type LabelledCall } from '../domain/labelled-call.ts';
import { EarmarkError } from '../errors.ts';
import { readDialogue } from './read-dialogue.ts';
import { readYaml } from './read-yaml.ts';

/** The labelled dialogues of one `*.dialogues.yaml`. Throws `E_TRANSCRIPT` with every problem of the file. */
export async function loadDialogues(path: string): Promise<LabelledCall[]> {
  const { result } = readYaml(await readFile(path), basename(path), dialoguesFileSchema);
  if (!('value' in result))
    throw new EarmarkError('E_TRANSCRIPT', `"${basename(path)}" is no file of labelled dialogues`, {
      problems: result.problems,
    });
  return result.value.dialogues.map((dialogue) => readDialogue(dialogue, result.value));
}
