import { allMatches } from './all-matches.ts';

const latinWord = /[a-z0-9']+/g;
const hanRun = /[\u3400-\u9fff]+/gu;
/** English words that carry no content of their own. */
const empty = new Set(
  "a an the and or but so if then than that this these those it its is are was were be been being am do does did done have has had having i you he she we they me him her us them my your our their to of in on at for from with by about as into up down out over there here just only also too very really please okay ok yes yeah no not sure right well um uh er hmm mm oh would could should can will shall may might want need like get got make made go going know think let me's i'm i'll you're it's that's what which who when where how why all any some more one thanks thank great perfect fine good alright correct confirm confirming details".split(
    ' ',
  ),
);
const emptyHan =
  /[的了吗呢吧啊呀哦嗯哈是在有我你您他她它们这那就都也还和跟与把被给对不没很好行可以请问一下个么什确认您]/u;

const kept = new Map<string, ReadonlySet<string>>();
const KEPT_TEXTS = 2000;

/** What a text is about: English content words cut to their stem, and pairs of Chinese signs. */
export function contentOf(normalised: string): ReadonlySet<string> {
  const known = kept.get(normalised);
  if (known !== undefined) return known;
  const content = readContent(normalised);
  if (kept.size >= KEPT_TEXTS) kept.clear();
  kept.set(normalised, content);
  return content;
}

function readContent(normalised: string): ReadonlySet<string> {
  const out = new Set<string>();
  for (const [word] of allMatches(normalised, latinWord)) {
    if (!empty.has(word) && !/'(?!s$)/.test(word)) out.add(word.replace(/(?:'s|ing|ed|es|s)$/, ''));
  }
  for (const [run] of allMatches(normalised, hanRun)) {
    for (let index = 0; index + 1 < run.length; index++) {
      const pair = run.slice(index, index + 2);
      if (!emptyHan.test(pair)) out.add(pair);
    }
  }
  return out;
}

/** Share of the content of `text` that also stands in `source`, 0–1; 0 for a text without content. */
export function overlapOf(text: ReadonlySet<string>, source: ReadonlySet<string>): number {
  if (text.size === 0) return 0;
  let common = 0;
  for (const word of text) if (source.has(word)) common += 1;
  return common / text.size;
}
