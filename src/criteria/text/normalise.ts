import traditionalPairs from 'opencc-js/dict/TSCharacters';
import { rememberTexts } from './remember.ts';

/**
 * Text made comparable, with the way back: positions in `text` are UTF-16 indices, and every one maps to the
 * original. Case, width, punctuation, zero-width marks and traditional characters are gone; one blank stands
 * between Latin words, none beside Chinese.
 */
export interface NormalisedText {
  readonly original: string;
  readonly text: string;
  /** Index in the original of the character at `index`; the original's length at the end. */
  at(index: number): number;
  /** Range of the original that the normalised range [from, to) came from. */
  toOriginal(from: number, to: number): readonly [from: number, to: number];
  /** First normalised index at or after an index of the original. */
  fromOriginal(index: number): number;
  /** True where punctuation stands before the character at `index`, or the text begins. */
  startsClause(index: number): boolean;
}

const FORMAT = /[\p{Cf}\p{Cc}\p{Cs}]|\p{Variation_Selector}/u;
const SEPARATOR = /[\p{P}\p{Z}\s<>=|`^~]/u;
const MARK = /^\p{M}$/u;
const LETTER = /\p{L}/u;
const BLANK = 32;
const KEPT_PUNCTUATION = '%@';

/** True for Chinese characters, which are written without blanks. */
export function isHan(code: number): boolean {
  return (code >= 0x2e80 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || code >= 0xd800;
}

let simplified: Map<string, string> | null = null;

function readPairs(): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const pair of traditionalPairs.split('|')) {
    const [from, to] = pair.split(' ');
    if (from && to && !pairs.has(from)) pairs.set(from, to);
  }
  return pairs;
}

function simplify(character: string): string {
  simplified ??= readPairs();
  return simplified.get(character) ?? character;
}

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';

const isBlank = (character: string): boolean => character === ' ' || /\s/.test(character);

/** Whether a mark belongs to the word or number around it, and what it becomes; null separates. */
function keepInside(mark: string, before: string | undefined, after: string | undefined): string | null {
  if (mark === "'" || mark === '’' || mark === '＇') {
    return before && after && LETTER.test(before) && LETTER.test(after) ? "'" : null;
  }
  if (!isDigit(before) || !isDigit(after)) return null;
  if (mark === '.' || mark === '：' || mark === ':') return mark === '.' ? '.' : ':';
  return mark === ',' || mark === '，' ? '' : null;
}

class Builder {
  text = '';
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly clauses = new Set<number>([0]);
  #gapAt = -1;
  #gapIsHard = false;

  separate(at: number, isHard: boolean): void {
    if (this.#gapAt < 0) this.#gapAt = at;
    this.#gapIsHard ||= isHard;
  }

  add(character: string, start: number, end: number): void {
    if (this.#gapAt >= 0 && this.text !== '') {
      const isLatinGap =
        !isHan(this.text.charCodeAt(this.text.length - 1)) && !isHan(character.charCodeAt(0));
      if (isLatinGap) this.#push(' ', this.#gapAt, start);
      if (this.#gapIsHard) this.clauses.add(this.text.length);
    }
    this.#gapAt = -1;
    this.#gapIsHard = false;
    this.#push(character, start, end);
  }

  #push(characters: string, start: number, end: number): void {
    this.text += characters;
    for (let i = 0; i < characters.length; i++) {
      this.starts.push(start);
      this.ends.push(end);
    }
  }
}

/** End of the character at `start` with the marks that belong to it. */
function clusterEnd(text: string, start: number): number {
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length && text.charCodeAt(end) > 0x2ff && MARK.test(text.charAt(end))) end++;
  return end;
}

/** What a character does to a text: `' '` parts words, `''` may part clauses, null leaves no trace; else what is kept. */
function roleOf(character: string): string | null {
  if (isBlank(character)) return ' ';
  if (KEPT_PUNCTUATION.includes(character)) return character;
  if (SEPARATOR.test(character)) return '';
  return FORMAT.test(character) ? null : simplify(character);
}

const KEPT_CLUSTERS = 5000;
/** The roles of the characters a cluster is folded to (NFKC, lower case), worked out once for each cluster. */
const rolesOf = rememberTexts(
  (cluster) => [...cluster.normalize('NFKC').toLowerCase()].map(roleOf),
  KEPT_CLUSTERS,
);

function addCluster(builder: Builder, text: string, start: number, end: number): void {
  const roles = rolesOf(text.slice(start, end));
  for (const role of roles) {
    if (role === null) continue;
    if (role === ' ') builder.separate(start, false);
    else if (role !== '') builder.add(role, start, end);
    else {
      const inside = roles.length > 1 ? null : keepInside(text.charAt(start), text[start - 1], text[end]);
      if (inside === null) builder.separate(start, true);
      else if (inside !== '') builder.add(inside, start, end);
    }
  }
}

/** Characters that stand for themselves in every form: small letters, digits, and the plain Chinese ones. */
function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || isPlainHan(code);
}

const isPlainHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fa5;

/** False only where the next character cannot be a mark that belongs to the one before it. */
const mayBeMark = (code: number): boolean =>
  code > 0x2ff && !isPlainHan(code) && !(code >= 0xff01 && code <= 0xff1f) && code !== 0x3002;

/** Makes text comparable (NFKC, lower case, no punctuation or invisible marks, simplified characters). */
export function normalise(original: string): NormalisedText {
  const builder = new Builder();
  for (let start = 0; start < original.length; ) {
    const code = original.charCodeAt(start);
    const isSimple = !mayBeMark(original.charCodeAt(start + 1));
    if (isSimple && (code === BLANK || isPlain(code))) {
      const character = original.charAt(start);
      if (code === BLANK) builder.separate(start, false);
      else builder.add(code < 128 ? character : simplify(character), start, start + 1);
      start += 1;
      continue;
    }
    const end = clusterEnd(original, start);
    addCluster(builder, original, start, end);
    start = end;
  }
  return withWayBack(original, builder);
}

function withWayBack(original: string, { text, starts, ends, clauses }: Builder): NormalisedText {
  const at = (index: number): number => starts[index] ?? original.length;
  return {
    original,
    text,
    at,
    toOriginal: (from, to) => [at(from), to > from ? (ends[to - 1] ?? original.length) : at(from)],
    fromOriginal(index) {
      let low = 0;
      let high = starts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) < index) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    startsClause: (index) => clauses.has(index),
  };
}

/** Normalised text without any blank, for equality that ignores how words are spaced. */
export function compact(text: string): string {
  return normalise(text).text.replaceAll(' ', '');
}
