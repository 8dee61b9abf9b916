import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { spokenWords, writtenText } from '../../samples/make/spoken-words.ts';
import { speak, voicesOf } from '../../samples/make/voices.ts';

/** Only those who make samples need the engines; the committed recordings are tested without them. */
const hasEngines = ['flite', 'espeak-ng'].every(
  (program) => spawnSync(program, ['--version']).error === undefined,
);
const TEXT = 'Good morning, this is Harbour Media, my name is Laura.';

/** Starts of the words by flite's own account: the end of the phone before each first phone. */
function fliteStarts(firstPhones: readonly number[]): number[] {
  const ends = execFileSync('flite', ['-voice', 'slt', '-psdur', '-t', TEXT, 'none'])
    .toString()
    .trim()
    .split(/\s+/)
    .map((phone) => Number(phone.split(':')[1]) * 1000);
  return firstPhones.map((phone) => (ends[phone - 1] ?? 0) - (ends[0] ?? 0));
}

describe('words to be spoken', () => {
  it('reads hanzi in context and lets the script say otherwise', () => {
    const words = spokenWords('重庆银行的{13800|一三八零零}，{长|chang2}。', 'zh');
    expect(words.map((word) => word.spoken)).toEqual([
      'chong2', 'qing4', 'yin2', 'hang2', 'de5', 'yi1 san1 ba1 ling2 ling2', 'chang2',
    ]); // biome-ignore format: a list of syllables
    expect(words.map((word) => word.pause)).toEqual(['', '', '', '', '', ',', '.']);
    expect(writtenText('拨{13800|一三八零零}')).toBe('拨13800');
  });

  it('refuses digits and letters that the Mandarin voice cannot read', () => {
    expect(() => spokenWords('拨13800', 'zh')).toThrow(/13800/);
  });
});

describe.skipIf(!hasEngines)('a voice (where flite and espeak-ng are installed)', () => {
  it('times English words within 70 ms, half of them within 30 ms, of the engine itself', async () => {
    const { words, samples } = await speak(TEXT, { language: 'en', voice: 'slt' });
    expect(words.map((word) => word.text)).toEqual(TEXT.replace(/[.,]/g, '').split(' '));
    const truth = fliteStarts([1, 4, 11, 14, 16, 21]);
    const off = truth.map((startMs, index) => Math.abs((words[index]?.startMs ?? 0) - startMs));
    expect(Math.max(...off)).toBeLessThan(70);
    expect([...off].sort((a, b) => a - b)[off.length / 2]).toBeLessThan(30);
    expect(words.at(-1)?.endMs).toBeLessThanOrEqual(samples.length / 16);
  });

  it('gives Mandarin one time a hanzi, in order, and one a number', async () => {
    const { words } = await speak('您好，拨{13800|一三八零零}。', { language: 'zh', voice: 'f2' });
    expect(words.map((word) => word.text)).toEqual(['您', '好', '拨', '13800']);
    const starts = words.map((word) => word.startMs);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect((words[3]?.endMs ?? 0) - (words[3]?.startMs ?? 0)).toBeGreaterThan(800);
  });
});

describe('an unknown voice', () => {
  it('names what there is when it is unknown', async () => {
    expect(voicesOf('zh')).toEqual(['f1', 'f2', 'f4', 'm1', 'm3', 'm7']);
    await expect(speak('hello', { language: 'en', voice: 'nobody' })).rejects.toThrow(/slt/);
  });
});
