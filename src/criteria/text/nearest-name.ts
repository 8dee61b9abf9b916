import { soundsApart } from './english-sound.ts';
import { type CompiledName, type NameMatch, standsIntroduced } from './match-names.ts';
import type { NormalisedText } from './normalise.ts';
import { bestPlace, spokenUnits } from './pinyin-sound.ts';

/** The closest wording to a name that was not found; `isDoubtful` when it may be the name misheard. */
export interface NearName extends NameMatch {
  readonly isDoubtful: boolean;
}

/** Names further apart than this have nothing in common worth showing. */
const NOTHING_ALIKE = 0.7;
/** Up to this far apart, and said where a name is said, nobody can tell by ear. */
const DOUBTFUL_EN = 0.42;
/** Shorter names have too few sounds to be told from other words. */
const SHORT_NAME = 9;
const DOUBTFUL_SHORT = 0.34;
const DOUBTFUL_ZH = 0.5;

/** The wording that comes nearest to any of the names, however far; null when nothing is alike at all. */
export function nearestName(names: readonly CompiledName[], normal: NormalisedText): NearName | null {
  let nearest: NearName | null = null;
  for (const name of names) {
    const match = name.script === 'zh' ? nearestChinese(name, normal) : nearestEnglish(name, normal);
    if (match && match.apart < (nearest?.apart ?? NOTHING_ALIKE)) nearest = match;
  }
  return nearest;
}

function nearestChinese(name: CompiledName & { script: 'zh' }, { text }: NormalisedText): NearName | null {
  const said = spokenUnits(text);
  const texts = said.map((unit) => unit.text);
  const place = bestPlace(name.core, texts);
  const first = said[place.from];
  const last = said[place.to - 1];
  if (!first || !last || place.to <= place.from) return null;
  const own = bestPlace(name.own, texts.slice(place.from, place.to));
  const isDoubtful =
    own.cost <= DOUBTFUL_ZH * name.own.length && place.cost <= DOUBTFUL_ZH * name.core.length;
  return { name: name.name, from: first.from, to: last.to, apart: place.cost / name.core.length, isDoubtful };
}

function nearestEnglish(name: CompiledName & { script: 'en' }, normal: NormalisedText): NearName | null {
  const words = [...normal.text.matchAll(/[a-z0-9'.&]+/g)];
  const limit = name.own.join('').length < SHORT_NAME ? DOUBTFUL_SHORT : DOUBTFUL_EN;
  let nearest: NearName | null = null;
  for (const [i, word] of words.entries()) {
    const heard = words.slice(i, i + name.own.length);
    const last = heard.at(-1) ?? word;
    const apart = soundsApart(
      name.own,
      heard.map((match) => match[0]),
    );
    if (apart >= (nearest?.apart ?? 1)) continue;
    const next = words[i + heard.length]?.[0];
    const isNamePlace =
      standsIntroduced(normal, word.index) || (next !== undefined && name.trade.includes(next));
    const isDoubtful = apart <= limit && isNamePlace;
    nearest = { name: name.name, from: word.index, to: last.index + last[0].length, apart, isDoubtful };
  }
  return nearest;
}
