import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Prompt, Prompts } from '../domain/judge.ts';
import { EarmarkError, type Problem } from '../errors.ts';
import { hashBytes } from './content-hash.ts';

/** Longest prompt of one language, in characters: every judged criterion is sent with every question. */
const MAX_CHARACTERS = 4000;

/**
 * The prompts of a folder by file name without `.md`: each has a part under `## English` and one under `## 中文`.
 * Throws `E_STANDARD` with every file that lacks one. A folder that is not there holds none.
 */
export async function loadPrompts(folder: string): Promise<Prompts> {
  const names = await listPrompts(folder);
  const problems: Problem[] = [];
  const prompts: Record<string, Prompt> = {};
  for (const name of names) {
    const bytes = await readFile(join(folder, `${name}.md`));
    const text = bytes.toString('utf8');
    const [en, zh] = [partUnder(text, 'English'), partUnder(text, '中文')];
    for (const [part, heading] of [
      [en, '## English'],
      [zh, '## 中文'],
    ] as const) {
      if (part === '' || part.length > MAX_CHARACTERS)
        problems.push({
          file: `${name}.md`,
          path: heading,
          message: part === '' ? 'there is no text under this heading' : 'the text is too long',
          remedy: `write 1 to ${MAX_CHARACTERS} characters there`,
        });
    }
    prompts[name] = { hash: hashBytes(bytes), en, zh };
  }
  if (problems.length > 0)
    throw new EarmarkError('E_STANDARD', `the prompts have ${problems.length} problem(s)`, { problems });
  return prompts;
}

/** Names of the prompts in a folder, sorted. */
export async function listPrompts(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => []);
  return files
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.slice(0, -'.md'.length))
    .sort();
}

function partUnder(text: string, heading: string): string {
  const after = text.replaceAll('\r\n', '\n').split(`\n## ${heading}\n`)[1] ?? '';
  return (after.split(/\n## (?:English|中文)\n/)[0] ?? '').trim();
}
