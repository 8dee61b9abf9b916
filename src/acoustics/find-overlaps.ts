import type { Overlap, Span } from '../domain/acoustics.ts';
import { intersectSpans } from './activity-mask.ts';
import type { HearingSettings } from './hearing-settings.ts';
import { type Encounter, judgeBySound } from './judge-by-sound.ts';
import { toUtterances, type Utterance } from './utterances.ts';

/** Speech of two parties, in time order. */
export interface TwoParties<P extends string> {
  readonly first: { readonly party: P; readonly speech: readonly Span[] };
  readonly second: { readonly party: P; readonly speech: readonly Span[] };
}

/** One party with its utterances. */
export interface Talker<P extends string> {
  readonly party: P;
  readonly speech: readonly Span[];
  readonly utterances: readonly Utterance[];
}

function talkerOf<P extends string>(
  side: TwoParties<P>['first'],
  other: TwoParties<P>['first'],
  settings: HearingSettings,
): Talker<P> {
  return { ...side, utterances: toUtterances(side.speech, other.speech, settings) };
}

/** Index of the last of `count` things, in time order, that starts at or before a time; -1 when none does. */
function lastBy(count: number, startOf: (index: number) => number, timeMs: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(middle) <= timeMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index of the last utterance that starts at or before a time; -1 when none does. */
export function lastStartedBy(utterances: readonly Utterance[], timeMs: number): number {
  return lastBy(utterances.length, (index) => (utterances[index] as Utterance).startMs, timeMs);
}

function spanAt(speech: readonly Span[], timeMs: number): Span {
  const index = lastBy(speech.length, (at) => (speech[at] as Span)[0], timeMs);
  return speech[index] ?? [timeMs, timeMs];
}

function utteranceAt(utterances: readonly Utterance[], timeMs: number): Utterance {
  return utterances[lastStartedBy(utterances, timeMs)] ?? { startMs: timeMs, endMs: timeMs };
}

/** The encounter a common stretch belongs to: who was in, who came in, and both utterances. */
function encounterOf<P extends string>(stretch: Span, one: Talker<P>, two: Talker<P>): Encounter<P> {
  const [startMs] = stretch;
  const oneSpan = spanAt(one.speech, startMs);
  const twoSpan = spanAt(two.speech, startMs);
  const isOneIn = oneSpan[0] <= twoSpan[0];
  const [floor, incoming] = isOneIn ? [one, two] : [two, one];
  const [floorSpan, incomingSpan] = isOneIn ? [oneSpan, twoSpan] : [twoSpan, oneSpan];
  return {
    startMs,
    endMs: stretch[1],
    floor: { party: floor.party, span: floorSpan, utterance: utteranceAt(floor.utterances, startMs) },
    incoming: {
      party: incoming.party,
      span: incomingSpan,
      utterance: utteranceAt(incoming.utterances, startMs),
    },
  };
}

/** Stretches of both talking, those of one pair of utterances close to each other joined. */
function stretchesOf<P extends string>(one: Talker<P>, two: Talker<P>, settings: HearingSettings): Span[] {
  const joined: [number, number][] = [];
  for (const [start, end] of intersectSpans(one.speech, two.speech)) {
    const last = joined.at(-1);
    if (last && start - last[1] <= settings.fillMs) last[1] = end;
    else joined.push([start, end]);
  }
  return joined.filter(([start, end]) => end - start >= settings.overlapMinMs);
}

/** Every overlap of two parties, classed by timing alone; `unclear` where timing cannot tell. */
export function findOverlaps<P extends string>(
  sides: TwoParties<P>,
  settings: HearingSettings,
): Overlap<P>[] {
  const one = talkerOf(sides.first, sides.second, settings);
  const two = talkerOf(sides.second, sides.first, settings);
  return stretchesOf(one, two, settings).map((stretch) => {
    const encounter = encounterOf(stretch, one, two);
    return judgeBySound(encounter, settings);
  });
}
