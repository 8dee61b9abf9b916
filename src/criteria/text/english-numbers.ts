import { plainDecimal } from './chinese-numbers.ts';

const smallWords =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const small: Readonly<Record<string, number>> = {
  ...Object.fromEntries(smallWords.split(' ').map((word, value) => [word, value])),
  oh: 0,
  o: 0,
  nought: 0,
  fourty: 40,
};
const tens: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const groups: Readonly<Record<string, number>> = {
  thousand: 1000,
  grand: 1000,
  k: 1000,
  million: 1_000_000,
  billion: 1_000_000_000,
};

/** A word or digit string of the text with its place. */
export interface NumberToken {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** One number group read from tokens: `count` tokens long; `isPlain` without hundred, thousand or point. */
interface Group {
  readonly value: string;
  readonly count: number;
  readonly isPlain: boolean;
}

const isArabic = (word: string): boolean => /^[0-9]/.test(word);

/** True where a word alone can open an English number. */
export function opensNumber(word: string | undefined): boolean {
  return word !== undefined && (isArabic(word) || word in small || word in tens);
}

function readRepeated(words: readonly string[], at: number): Group | null {
  const times = { double: 2, triple: 3, treble: 3, quadruple: 4 }[words[at] ?? ''];
  const next = words[at + 1] ?? '';
  const digit = isArabic(next) ? (next.length === 1 ? Number(next) : undefined) : small[next];
  if (times === undefined || digit === undefined || digit > 9) return null;
  return { value: String(digit).repeat(times), count: 2, isPlain: true };
}

/** Below one hundred: seven, thirteen, twenty, forty five; or a digit string. */
function readSmall(words: readonly string[], at: number): { value: number; count: number } | null {
  const word = words[at] ?? '';
  if (isArabic(word)) return { value: Number(word.replaceAll(',', '')), count: 1 };
  if (word in tens) {
    const unit = small[words[at + 1] ?? ''];
    const isJoined = unit !== undefined && unit > 0 && unit < 10;
    return { value: (tens[word] ?? 0) + (isJoined ? unit : 0), count: isJoined ? 2 : 1 };
  }
  const value = small[word];
  return value === undefined ? null : { value, count: 1 };
}

/** Decimal digits after "point", as text, with the number of tokens used. */
function readPoint(words: readonly string[], at: number): { digits: string; count: number } | null {
  if (words[at] !== 'point' || !opensNumber(words[at + 1])) return null;
  let digits = '';
  let index = at + 1;
  while (opensNumber(words[index])) {
    const part = readSmall(words, index);
    if (part === null) break;
    digits += String(part.value);
    index += part.count;
  }
  return { digits, count: index - at };
}

/** Reads hundreds: "two hundred and five", "fifteen hundred", "forty five". */
function readBelowThousand(words: readonly string[], start: number) {
  const isArticle =
    words[start] === 'a' && /^(hundred|thousand|million|billion)$/.test(words[start + 1] ?? '');
  const head = isArticle ? { value: 1, count: 1 } : readSmall(words, start);
  if (head === null) return null;
  let at = start + head.count;
  let value = head.value;
  let isPlain = !isArticle;
  if (words[at] === 'hundred') {
    value *= 100;
    at += 1;
    isPlain = false;
    const skip = words[at] === 'and' && opensNumber(words[at + 1]) ? 1 : 0;
    const rest = readSmall(words, at + skip);
    const isRest =
      rest !== null &&
      rest.value < 100 &&
      rest.value > 0 &&
      !(words[at + skip + rest.count] === 'thousand' && value < 100);
    if (isRest) {
      value += rest.value;
      at += skip + rest.count;
    }
  }
  return { value, count: at - start, isPlain };
}

/** Reads one number group from `start`: "thirteen thousand eight hundred", "a hundred and five", "two point five". */
export function readEnglishGroup(words: readonly string[], start: number): Group | null {
  const repeated = readRepeated(words, start);
  if (repeated !== null) return repeated;
  const first = readBelowThousand(words, start);
  if (first === null) return null;
  let at = start + first.count;
  let current = first.value;
  let total = 0;
  let isPlain = first.isPlain;
  let smallest = Number.POSITIVE_INFINITY;
  const point = readPoint(words, at);
  if (point !== null) {
    current = Number(`${current}.${point.digits}`);
    at += point.count;
    isPlain = false;
  }
  for (;;) {
    const group = groups[words[at] ?? ''];
    if (group === undefined || group >= smallest) break;
    smallest = group;
    isPlain = false;
    total += current * group;
    current = 0;
    at += 1;
    const skip = words[at] === 'and' && opensNumber(words[at + 1]) ? 1 : 0;
    const next = readBelowThousand(words, at + skip);
    if (next === null || next.value === 0 || next.value >= smallest) break;
    current = next.value;
    at += skip + next.count;
  }
  const arabic = words[start] ?? '';
  if (at === start + 1 && isArabic(arabic)) {
    return { value: arabic.replaceAll(',', ''), count: 1, isPlain: /^[0-9]+$/.test(arabic) };
  }
  return { value: plainDecimal(total + current), count: at - start, isPlain };
}

/** Ordinals first … thirty-first and 1st … 31st as a number, or null. */
export function readOrdinal(text: string): number | null {
  const arabic = /^([0-9]{1,2})(?:st|nd|rd|th)$/i.exec(text);
  if (arabic) return Number(arabic[1]);
  const [head = '', tail] = text.toLowerCase().split(/[\s-]+/);
  const irregular: Readonly<Record<string, number>> = {
    first: 1,
    second: 2,
    third: 3,
    fifth: 5,
    eighth: 8,
    ninth: 9,
    twelfth: 12,
    twentieth: 20,
    thirtieth: 30,
  };
  const one = (word: string): number | null => irregular[word] ?? small[word.replace(/th$/, '')] ?? null;
  if (tail === undefined) return /(st|nd|rd|th)$/.test(head) || head in irregular ? one(head) : null;
  const ten = tens[head];
  const unit = one(tail);
  return ten === undefined || unit === null || unit > 9 ? null : ten + unit;
}
