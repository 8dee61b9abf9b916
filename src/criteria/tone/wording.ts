import type { ScoringInput } from '../../domain/scoring-input.ts';
import type { CallEvent, QuoteEvidence } from '../../domain/verdict.ts';
import { quote } from '../evidence/evidence.ts';
import { courtesyPatterns } from '../lexicon/courtesy.ts';
import { type RudenessKind, rudenessPatterns } from '../lexicon/rudeness.ts';
import { findInParty, isMeant, type TurnPlace } from '../text/party-text.ts';
import type { CallWindow } from '../text/turns.ts';
import { guessSaidAt } from '../text/word-times.ts';

/** A courteous or rude wording of the agent: the event, and the same place as evidence. */
export interface Wording {
  readonly event: CallEvent;
  readonly quote: QuoteEvidence;
}

/** Every courteous wording of the agent in the window, in order. */
export function findCourtesy(input: ScoringInput, window: CallWindow): Wording[] {
  return findInParty(input, 'agent', courtesyPatterns)
    .filter((place) => isInside(place, window))
    .map((place) => toWording(input, place, 'courtesy'));
}

/** Every rude wording of the agent in the window that is the agent's own, with its kind as `detail`. */
export function findRudeness(input: ScoringInput, window: CallWindow): Wording[] {
  const kinds = Object.keys(rudenessPatterns) as RudenessKind[];
  const taken = new Set<string>();
  return kinds
    .flatMap((kind) =>
      findInParty(input, 'agent', rudenessPatterns[kind])
        .filter(
          (place) => isInside(place, window) && isMeant(place) && !(kind === 'insult' && isOfOneself(place)),
        )
        .map((place) => ({ kind, place })),
    )
    .filter(({ place }) => {
      const key = `${place.placed.index}:${place.from}`;
      return taken.has(key) ? false : taken.add(key);
    })
    .sort((a, b) => a.place.placed.index - b.place.placed.index || a.place.from - b.place.from)
    .map(({ kind, place }) => toWording(input, place, 'rudeness', kind));
}

const SELF_BEFORE =
  /(?:我|我自己|自己|我们)(?:真|这|这个|怎么|太|也|是|真是|有点|这么|实在|可|就)*$|\b(?:i|i'm|im|i am|me|my|myself|our|we|we're|i was|i feel|i felt)(?: (?:so|such|really|just|being|a|an|am|was|are|like|pretty|own|sound))* ?$/;

/** True when the speaker says it of nobody but the speaker (我真笨, my stupid mistake). */
function isOfOneself({ placed, from }: TurnPlace): boolean {
  if (/^(?:你|您|you)/.test(placed.normal.text.slice(from, from + 3))) return false;
  return SELF_BEFORE.test(placed.normal.text.slice(Math.max(0, from - 24), from));
}

function isInside({ placed, from, to }: TurnPlace, { startMs, endMs }: CallWindow): boolean {
  const said = guessSaidAt(placed.turn, placed.normal, from, to);
  return said.endMs >= startMs && said.startMs <= endMs;
}

function toWording(input: ScoringInput, place: TurnPlace, kind: string, detail?: string): Wording {
  const [from, to] = place.placed.normal.toOriginal(place.from, place.to);
  const evidence = quote(input, place.placed.index, from, to, { party: 'agent' });
  const { party, turn, quote: text, startMs, endMs } = evidence;
  return {
    event: { kind, party, turn, quote: text, startMs, endMs, ...(detail && { detail }) },
    quote: evidence,
  };
}
