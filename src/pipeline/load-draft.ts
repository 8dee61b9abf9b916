import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Standard } from '../domain/standard.ts';
import { asEarmarkError, EarmarkError } from '../errors.ts';
import { listStandards, loadStandard } from './load-standard.ts';

/**
 * A standard from the text of its changed file, checked beside the other files of `folder`, which stay as they are.
 * Throws `E_NOT_FOUND` for a standard that is not there, `E_USAGE` with all problems of the text.
 */
export async function loadDraft(
  at: { readonly folder: string; readonly name: string; readonly prompts: string },
  text: string,
): Promise<Standard> {
  if (!(await listStandards(at.folder)).includes(at.name))
    throw new EarmarkError('E_NOT_FOUND', 'there is no such standard');
  const draft = await mkdtemp(join(tmpdir(), 'earmark-draft-'));
  try {
    await cp(at.folder, draft, { recursive: true });
    await writeFile(join(draft, `${at.name}.yaml`), text);
    return await loadStandard(draft, at.name, at.prompts);
  } catch (caught) {
    const error = asEarmarkError(caught);
    if (error.code !== 'E_STANDARD') throw error;
    throw new EarmarkError('E_USAGE', error.message, { problems: error.problems });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
