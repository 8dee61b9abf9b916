import type { ScoringInput } from '../../domain/scoring-input.ts';
import type { NoteEvidence, QuoteEvidence } from '../../domain/verdict.ts';
import { quote } from '../evidence/evidence.ts';
import { committedPatterns } from '../lexicon/intent.ts';
import { type Refusal, refusalTimeline } from '../selling/refusal-timeline.ts';
import { findInParty, isMeant, type TurnPlace } from '../text/party-text.ts';
import type { NotedIntent } from './note-fields.ts';

/** Which way the customer's last words on the offer point, with the words; `unclear` where they point nowhere. */
export interface CallIntent {
  readonly class: 'interested' | 'not-interested' | 'unclear';
  readonly quote: QuoteEvidence | null;
}

/** The customer's intent by wording: firm refusals against commitment, the later one deciding. */
export function hearIntent(input: ScoringInput): CallIntent {
  const refusals = refusalTimeline(input);
  const firm = refusals.filter(({ strength }) => strength !== 'soft');
  const commitments = findInParty(input, 'customer', committedPatterns).filter(
    (place) => isMeant(place) && !refusals.some((refusal) => touches(refusal, place)),
  );
  const lastRefusal = refusals.at(-1);
  const lastFirm = firm.at(-1);
  const commitment = commitments.at(-1);
  const isRefused =
    lastFirm !== undefined &&
    (firm.length > 1 || lastFirm.strength === 'final' || commitments.length === 0) &&
    (commitment === undefined || isAfter(lastFirm, commitment));
  if (isRefused) return { class: 'not-interested', quote: quoteOf(input, lastFirm) };
  if (commitment && (!lastRefusal || isAfter(commitment, lastRefusal))) {
    return { class: 'interested', quote: quoteOf(input, commitment) };
  }
  return { class: 'unclear', quote: null };
}

const isAfter = (a: TurnPlace | Refusal, b: TurnPlace | Refusal): boolean =>
  a.placed.index > b.placed.index || (a.placed.index === b.placed.index && a.from > b.from);

const touches = (refusal: Refusal, place: TurnPlace): boolean =>
  refusal.placed.index === place.placed.index && refusal.from < place.to && place.from < refusal.to;

function quoteOf(input: ScoringInput, { placed, from, to }: TurnPlace | Refusal): QuoteEvidence {
  const [start, end] = placed.normal.toOriginal(from, to);
  return quote(input, placed.index, start, end, { party: 'customer' });
}

/** The note's intent class against the call's: in step, contradicting, or not to be told. */
export function compareIntent(input: ScoringInput, noted: NotedIntent, value: string): NoteEvidence {
  const heard = hearIntent(input);
  const isOpposite =
    (noted.class === 'interested' && heard.class === 'not-interested') ||
    (noted.class === 'not-interested' && heard.class === 'interested');
  const isSame = noted.class === heard.class;
  return {
    kind: 'note',
    field: 'intent',
    value,
    relation: isOpposite ? 'contradicts' : isSame ? 'supports' : 'present',
    party: heard.quote && (isOpposite || isSame) ? heard.quote.party : null,
    turn: heard.quote && (isOpposite || isSame) ? heard.quote.turn : null,
    quote: heard.quote && (isOpposite || isSame) ? heard.quote.quote : null,
    startMs: heard.quote && (isOpposite || isSame) ? heard.quote.startMs : null,
    endMs: heard.quote && (isOpposite || isSame) ? heard.quote.endMs : null,
    verified: isOpposite || isSame ? (heard.quote?.verified ?? true) : true,
  };
}
