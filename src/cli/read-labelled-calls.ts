import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { type LabelledCall, type Labels, labelsSchema } from '../domain/labelled-call.ts';
import { EarmarkError } from '../errors.ts';
import type { Companies } from '../pipeline/companies.ts';
import { loadDialogues } from '../pipeline/load-dialogues.ts';
import { readLocalCall } from './read-local-call.ts';

const labelsSuffix = '.labels.json';
const transcriptSuffix = '.transcript.json';

/** Which half of the labelled calls is meant: the one to develop on, or the one to report on. */
export type Half = 'develop' | 'report';

/**
 * Every labelled call of a folder: dialogues of `*.dialogues.yaml`, and transcripts with `<name>.labels.json` beside
 * them. Throws `E_NOT_FOUND` where there is none, and what is wrong with the first file that cannot be read.
 */
export async function readLabelledCalls(
  folder: string,
  companies: Companies,
  config: Config,
): Promise<LabelledCall[]> {
  const names = (
    await readdir(folder, { recursive: true, encoding: 'utf8' }).catch(() => {
      throw new EarmarkError('E_NOT_FOUND', `"${folder}" is no folder`, { remedy: 'name a folder' });
    })
  ).sort();
  const calls: LabelledCall[] = [];
  for (const name of names) {
    if (name.endsWith('.dialogues.yaml')) calls.push(...(await loadDialogues(join(folder, name))));
    else if (name.endsWith(labelsSuffix))
      calls.push(await readLabelledFile(join(folder, name), companies, config));
  }
  if (calls.length === 0)
    throw new EarmarkError('E_NOT_FOUND', `"${folder}" holds no labelled call`, {
      remedy: `put *.dialogues.yaml, or ${labelsSuffix} beside ${transcriptSuffix}, into it`,
    });
  return calls;
}

/** Labelled calls of a folder, and its transcripts without labels, which are only compared with themselves. */
export async function readWrittenCalls(
  folder: string,
  companies: Companies,
  config: Config,
): Promise<LabelledCall[]> {
  const names = (await readdir(folder, { recursive: true, encoding: 'utf8' }).catch(() => [])).sort();
  const isLabelled = names.some((name) => name.endsWith('.dialogues.yaml') || name.endsWith(labelsSuffix));
  const calls = isLabelled ? await readLabelledCalls(folder, companies, config) : [];
  for (const name of names.filter((one) => one.endsWith(transcriptSuffix))) {
    if (names.includes(name.slice(0, -transcriptSuffix.length) + labelsSuffix)) continue;
    calls.push(await readTranscriptFile(join(folder, name), noLabels, companies, config));
  }
  if (calls.length > 0) return calls;
  throw new EarmarkError('E_NOT_FOUND', `"${folder}" holds no transcript`, { remedy: 'name another folder' });
}

const noLabels: Labels = labelsSchema.parse({});

async function readLabelledFile(path: string, companies: Companies, config: Config): Promise<LabelledCall> {
  const parsed = labelsSchema.safeParse(parseJson(await readFile(path, 'utf8')));
  if (!parsed.success)
    throw new EarmarkError('E_TRANSCRIPT', `"${basename(path)}" holds no labels`, {
      problems: parsed.error.issues.map(({ path: at, message }) => ({
        file: basename(path),
        path: at.join('.'),
        message,
        remedy: 'see docs/evaluation.md',
      })),
    });
  const transcriptPath = path.slice(0, -labelsSuffix.length) + transcriptSuffix;
  return readTranscriptFile(transcriptPath, parsed.data, companies, config);
}

async function readTranscriptFile(
  path: string,
  labels: Labels,
  companies: Companies,
  config: Config,
): Promise<LabelledCall> {
  const material = await readLocalCall({ path, kind: 'transcript' }, {}, config);
  if (material.filed?.from !== 'file')
    throw new EarmarkError('E_NOT_FOUND', `there is no transcript "${basename(path)}"`, {
      remedy: 'put it beside its labels',
    });
  const { transcript } = material.filed;
  return {
    id: material.call.callId ?? material.name,
    language: material.call.language ?? transcript.language,
    transcript,
    call: material.call,
    company: await companies.beside(dirname(path)),
    note: material.note,
    labels,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The half a call belongs to, by its id alone, so that a call never changes sides. */
export function halfOf(id: string): Half {
  const [first = 0] = createHash('sha256').update(id).digest();
  return first % 2 === 0 ? 'develop' : 'report';
}
