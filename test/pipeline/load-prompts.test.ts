import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPrompts } from '../../src/pipeline/load-prompts.ts';
import { loadStandard } from '../../src/pipeline/load-standard.ts';

async function folderWith(files: Readonly<Record<string, string>>) {
  const path = await mkdtemp(join(tmpdir(), 'prompts-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

describe('the prompts', () => {
  it('of the product hold words in both languages', async () => {
    const prompts = await loadPrompts('prompts');
    expect(Object.keys(prompts)).toEqual(expect.arrayContaining(['judge', 'greeting', 'pushy-selling']));
    for (const { en, zh } of Object.values(prompts)) {
      expect(en).toMatch(/^[^\u4e00-\u9fff]+$/);
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it('name every file that lacks a language', async () => {
    await using folder = await folderWith({ 'a.md': '# a\n\n## English\n\nx\n', 'b.md': 'nothing' });
    await expect(loadPrompts(folder.path)).rejects.toMatchObject({
      code: 'E_STANDARD',
      problems: [{ file: 'a.md' }, { file: 'b.md' }, { file: 'b.md' }],
    });
  });

  it('are missed when a standard is loaded, by name', async () => {
    await using folder = await folderWith({ 'judge.md': '' });
    const loading = loadStandard('pipelines', 'telesales-service', folder.path);
    await expect(loading).rejects.toMatchObject({ code: 'E_STANDARD' });
    const { problems } = await loading.catch((error) => error);
    expect(problems[0]).toMatchObject({ path: 'greeting', message: 'there is no prompt "greeting"' });
  });
});
