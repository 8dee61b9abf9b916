import { isHan, type NormalisedText, normalise } from './normalise.ts';

/** One phrase found; `from` and `to` are positions in the normalised text. */
export interface PhraseMatch<T extends string = string> {
  readonly tag: T;
  /** The phrase as the lexicon has it, normalised. */
  readonly phrase: string;
  readonly from: number;
  readonly to: number;
}

/** Finds the phrases of a lexicon in one pass over a text. */
export interface PhraseMatcher<T extends string> {
  /** Longest phrases from left to right, never overlapping, in order. */
  find(normal: NormalisedText): PhraseMatch<T>[];
}

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  end: { tag: T; phrase: string } | null;
}

const newNode = <T>(): Node<T> => ({ next: new Map(), end: null });

const isLatinWord = (code: number): boolean =>
  !Number.isNaN(code) && code !== 32 && !isHan(code) && code !== 0x25 && code !== 0x40;

/** All spellings of a lexicon entry: `(a|b)` gives alternatives, `(a)?` one that may be left out, as may an apostrophe. */
export function expandPhrase(entry: string): string[] {
  const group = /\(([^()]*)\)(\?)?/.exec(entry);
  if (group) {
    const before = entry.slice(0, group.index);
    const after = entry.slice(group.index + group[0].length);
    return `${group[1] ?? ''}${group[2] ? '|' : ''}`
      .split('|')
      .flatMap((choice) => expandPhrase(before + choice + after));
  }
  const phrase = normalise(entry).text;
  return phrase.includes("'") ? [phrase, phrase.replaceAll("'", ''), phrase.replaceAll("'", ' ')] : [phrase];
}

/**
 * A matcher for groups of phrases, each match carrying its group's tag. English phrases match whole words
 * only; a longer phrase wins over a shorter one at the same place, so harmless longer words can be listed
 * under a tag of their own to shield the shorter.
 */
export function compilePhrases<T extends string>(
  groups: Readonly<Record<T, readonly string[]>>,
): PhraseMatcher<T> {
  const root = newNode<T>();
  for (const tag of Object.keys(groups) as T[]) {
    for (const phrase of groups[tag].flatMap(expandPhrase)) addPhrase(root, phrase, tag);
  }
  return { find: (normal) => findAll(root, normal.text) };
}

function addPhrase<T>(root: Node<T>, phrase: string, tag: T): void {
  if (phrase === '') return;
  let node = root;
  for (let i = 0; i < phrase.length; i++) {
    const code = phrase.charCodeAt(i);
    let next = node.next.get(code);
    if (!next) {
      next = newNode<T>();
      node.next.set(code, next);
    }
    node = next;
  }
  node.end ??= { tag, phrase };
}

function findAll<T extends string>(root: Node<T>, text: string): PhraseMatch<T>[] {
  const matches: PhraseMatch<T>[] = [];
  for (let from = 0; from < text.length; ) {
    const match = findLongest(root, text, from);
    if (match) matches.push(match);
    from = match ? match.to : from + 1;
  }
  return matches;
}

function findLongest<T extends string>(root: Node<T>, text: string, from: number): PhraseMatch<T> | null {
  if (isLatinWord(text.charCodeAt(from)) && isLatinWord(text.charCodeAt(from - 1))) return null;
  let node: Node<T> | undefined = root;
  let found: PhraseMatch<T> | null = null;
  for (let to = from; to < text.length; ) {
    node = node.next.get(text.charCodeAt(to));
    if (!node) break;
    to += 1;
    if (!node.end) continue;
    const splitsWord = isLatinWord(text.charCodeAt(to - 1)) && isLatinWord(text.charCodeAt(to));
    if (!splitsWord) found = { tag: node.end.tag, phrase: node.end.phrase, from, to };
  }
  return found;
}

/** Where the clause around a position begins, in the normalised text, looking back at most `reach` characters. */
export function clauseStart(normal: NormalisedText, index: number, reach: number): number {
  const limit = Math.max(0, index - reach);
  for (let i = index; i > limit; i--) if (normal.startsClause(i)) return i;
  return limit;
}

/** Where the clause that holds a position ends, in the normalised text, looking at most `reach` ahead. */
export function clauseEnd(normal: NormalisedText, index: number, reach: number): number {
  const limit = Math.min(normal.text.length, index + reach);
  for (let i = index + 1; i < limit; i++) if (normal.startsClause(i)) return i;
  return limit;
}

const NEGATED_ZH =
  /((?<!是)不是(说|指|讲)?|并不是|并非|没有?(说|讲|骂)?|从来不|从不|绝不|绝对不|不会|不能|(?<!要)不要|(?<!想)不想|(?<!分|特|区)别|(?<![是要买办会能行好])不)(有|人|在|要|会|想|敢|您|你|我|他|她|们|说|觉得|认为|这么|那么|什么|任何|太|很|是|想|让|叫|嫌)*$/;
const NEGATED_EN =
  /\b(not|never|no|without|nobody|don'?t|doesn'?t|didn'?t|isn'?t|aren'?t|wasn'?t|weren'?t|won'?t|can'?t|cannot|couldn'?t|wouldn'?t|shouldn'?t|ain'?t)( (a|an|the|to|that|i|you|we|they|he|she|it|is|are|be|being|been|calling|call|saying|say|said|so|such|any|mean|meaning|trying|at|all|think|thinks|thinking|believes?|says|claims?|here|one|ever|your|my|of))*\s*$/;

/** True when the words before a match in its clause negate it (不是说您不懂; I'm not saying you're stupid). */
export function isNegated(normal: NormalisedText, match: { readonly from: number }): boolean {
  const before = normal.text.slice(clauseStart(normal, match.from, 40), match.from);
  return NEGATED_ZH.test(before.slice(-14)) || NEGATED_EN.test(before);
}

const REPORTED_ZH =
  /(他|她|人家|别人|有人|客户|顾客|对方|您|你|他们|您刚才|你刚才|之前|上次|同事)(刚才|刚刚|之前|上次|就|还|是|也|跟我|对我|们)*(说|讲|骂|写|喊|叫)(我|我们|过|了|的|是|：)*$/;
const REPORTED_EN =
  /\b(he|she|they|you|someone|somebody|people|customer|customers|caller|callers|client|colleague|and|who|agent)( \w+)? (said|say|says|called|told|was like|wrote|goes)( (to )?(me|us|him|her|them|that|i|you|was|were|am|are|is|a|an|the|something|like))*\s*$/;
const QUOTE_PAIRS = [
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['"', '"'],
  ['‘', '’'],
] as const;

function standsInQuotationMarks(original: string, from: number, to: number): boolean {
  return QUOTE_PAIRS.some(([open, close]) => {
    const before = original.slice(0, from);
    if (open === close) return before.split(open).length % 2 === 0 && original.indexOf(close, to) >= 0;
    return before.lastIndexOf(open) > before.lastIndexOf(close) && original.indexOf(close, to) >= 0;
  });
}

/** True when a match is somebody else's wording reported (他说…, "…", she called me …), so not the speaker's own. */
export function isQuoted(
  normal: NormalisedText,
  match: { readonly from: number; readonly to: number },
): boolean {
  const before = normal.text.slice(Math.max(0, match.from - 40), match.from);
  if (REPORTED_ZH.test(before.slice(-14)) || REPORTED_EN.test(before)) return true;
  const [from, to] = normal.toOriginal(match.from, match.to);
  return standsInQuotationMarks(normal.original, from, to);
}
