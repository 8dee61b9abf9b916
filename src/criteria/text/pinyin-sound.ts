import { pinyin } from 'pinyin-pro';
import { isHan } from './normalise.ts';

/** A Chinese character with its readings, or a Latin word taken whole; positions are in the normalised text. */
export interface SpokenUnit {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const UNIT = /[a-z0-9'.]+|[\u2e80-\u9fff]|[\ud800-\udbff][\udc00-\udfff]/g;

/** The characters and Latin words of a normalised text, in order. */
export function spokenUnits(text: string): SpokenUnit[] {
  return [...text.matchAll(UNIT)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
}

interface Syllable {
  readonly whole: string;
  readonly initial: string;
  readonly final: string;
}

const readings = new Map<string, readonly Syllable[]>();
const INITIAL = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(.*)$/;

/** Initials and finals that accents and recognizers mix up, folded into one. */
function fold(whole: string): Syllable {
  const [, initial = '', final = ''] = INITIAL.exec(whole) ?? [];
  const softInitial = { zh: 'z', ch: 'c', sh: 's', n: 'l', r: 'l', f: 'h' }[initial] ?? initial;
  const rounded = softInitial === 'h' && final.length > 1 ? final.replace(/^u/, '') : final;
  return {
    whole,
    initial: softInitial,
    final: rounded.replace(/^i$/, 'i').replace(/([aei])ng$/, '$1n'),
  };
}

function syllablesOf(character: string): readonly Syllable[] {
  let known = readings.get(character);
  if (!known) {
    const spelled = pinyin(character, { multiple: true, type: 'array', toneType: 'none', v: true });
    known = [...new Set(spelled)].map(fold);
    readings.set(character, known);
  }
  return known;
}

const ALIKE = 0.15;
const NEAR = 0.5;
const HALF = 0.7;
const nearInitials = ['bp', 'dt', 'gkh', 'jqx', 'zcs', 'mbp', 'wh', 'lm'];
const nearFinals = [
  'ai ei',
  'ao ou',
  'an en',
  'en in',
  'un en',
  'uo ou',
  'ie ve',
  'ong eng en',
  'i v',
  'u v',
].map((group) => group.split(' '));

function syllablesApart(a: Syllable, b: Syllable): number {
  if (a.whole === b.whole) return 0;
  const sameInitial = a.initial === b.initial;
  const sameFinal = a.final === b.final;
  if (sameInitial && sameFinal) return ALIKE;
  if (sameFinal) {
    return nearInitials.some((group) => group.includes(a.initial) && group.includes(b.initial)) ? NEAR : HALF;
  }
  if (!sameInitial) return 1;
  return nearFinals.some((group) => group.includes(a.final) && group.includes(b.final)) ? NEAR : HALF;
}

/** How different two units sound: 0 the same reading, 0.15 what accents mix up, 1 nothing alike; tones are free. */
export function unitsApart(a: string, b: string): number {
  if (a === b) return 0;
  if (!isHan(a.charCodeAt(0)) || !isHan(b.charCodeAt(0))) return 1;
  let least = 1;
  for (const one of syllablesOf(a)) {
    for (const other of syllablesOf(b)) least = Math.min(least, syllablesApart(one, other));
  }
  return least;
}

/** Where the wanted units are said with least difference: its cost and the range of units [from, to). */
export interface BestPlace {
  readonly cost: number;
  readonly from: number;
  readonly to: number;
}

/** The best place of `wanted` among `said`, a missing or an extra unit costing 1. */
export function bestPlace(wanted: readonly string[], said: readonly string[]): BestPlace {
  let costs = said.map(() => 0).concat(0);
  let starts = said.map((_, j) => j).concat(said.length);
  wanted.forEach((unit, i) => {
    const nextCosts = [i + 1];
    const nextStarts = [0];
    for (let j = 1; j <= said.length; j++) {
      const options = [
        [(costs[j - 1] ?? 0) + unitsApart(unit, said[j - 1] ?? ''), starts[j - 1] ?? 0],
        [(costs[j] ?? 0) + 1, starts[j] ?? 0],
        [(nextCosts[j - 1] ?? 0) + 1, nextStarts[j - 1] ?? 0],
      ] as const;
      const best = options.reduce((least, option) => (option[0] < least[0] ? option : least));
      nextCosts.push(best[0]);
      nextStarts.push(best[1]);
    }
    costs = nextCosts;
    starts = nextStarts;
  });
  let to = 0;
  for (let j = 1; j < costs.length; j++) if ((costs[j] ?? 0) < (costs[to] ?? 0)) to = j;
  return { cost: costs[to] ?? wanted.length, from: starts[to] ?? 0, to };
}

/** How different two Chinese names sound, 0–1, over the length of the first. */
export function pinyinApart(name: string, heard: string): number {
  const wanted = spokenUnits(name).map((unit) => unit.text);
  const said = spokenUnits(heard).map((unit) => unit.text);
  if (wanted.length === 0) return 1;
  const { cost, from, to } = bestPlace(wanted, said);
  return Math.min(1, (cost + Math.max(0, said.length - (to - from))) / wanted.length);
}
