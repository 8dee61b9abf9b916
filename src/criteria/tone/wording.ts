import type { Language } from '../../domain/call.ts';
import type { ScoringInput } from '../../domain/scoring-input.ts';
import type { CallEvent, QuoteEvidence } from '../../domain/verdict.ts';
import { quote } from '../evidence/evidence.ts';
import { courtesyPatterns } from '../lexicon/courtesy.ts';
import { doubtfulWording } from '../lexicon/doubtful-wording.ts';
import { type RudenessKind, rudeClauses, rudenessByLanguage } from '../lexicon/rudeness.ts';
import { findClauses } from '../text/party-clauses.ts';
import { findInParty, type TurnPlace } from '../text/party-text.ts';
import { type CallWindow, turnsOf } from '../text/turns.ts';
import { guessSaidAt } from '../text/word-times.ts';
import { isDoubtful } from './doubt.ts';
import { isAimed } from './own-words.ts';

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

/** Rude wordings of the agent in the window, in order: those beyond doubt, and those only a person can tell. */
export interface RudeWordings {
  readonly certain: readonly Wording[];
  readonly doubtful: readonly Wording[];
}

/** Every rude wording of the agent in the window that is the agent's own and aimed, with its kind as `detail`. */
export function findRudeness(input: ScoringInput, window: CallWindow): RudeWordings {
  const languages = languagesOf(input);
  const found = languages.flatMap((language) =>
    rudenessKinds.flatMap((kind) =>
      findInParty(input, 'agent', rudenessByLanguage[language][kind]).map((place) => ({ kind, place })),
    ),
  );
  const alone = findClauses(input, 'agent', rudeClauses).map((place) => ({
    ...{ kind: 'insult' as const, place, standsAlone: true },
  }));
  const unclear = languages
    .flatMap((language) => findInParty(input, 'agent', doubtfulWording[language]))
    .map((place) => ({ kind: 'dismissal' as const, place }));
  const kept = keepAimed([...alone, ...found], window, []);
  const doubted = new Set(
    kept.filter(({ kind, place, standsAlone }) => isDoubtful(input, kind, place, standsAlone === true)),
  );
  const certain = kept.filter((one) => !doubted.has(one));
  const doubtful = [...doubted, ...keepAimed(unclear, window, kept)];
  return {
    certain: inOrder(certain).map(({ kind, place }) => toWording(input, place, 'rudeness', kind)),
    doubtful: inOrder(doubtful).map(({ kind, place }) => toWording(input, place, 'doubtful-rudeness', kind)),
  };
}

interface RudePlace {
  readonly kind: RudenessKind;
  readonly place: TurnPlace;
  /** True for a whole clause. */
  readonly standsAlone?: boolean;
}

/** Those inside the window and aimed at the customer, none of them over another or over one `taken`. */
function keepAimed(
  found: readonly RudePlace[],
  window: CallWindow,
  taken: readonly RudePlace[],
): readonly RudePlace[] {
  const kept: RudePlace[] = [];
  for (const one of found.filter(({ kind, place }) => isInside(place, window) && isAimed(kind, place)))
    if (![...taken, ...kept].some((other) => overlap(one.place, other.place))) kept.push(one);
  return kept;
}

const inOrder = (places: readonly RudePlace[]): RudePlace[] =>
  [...places].sort((a, b) => a.place.placed.index - b.place.placed.index || a.place.from - b.place.from);

const rudenessKinds: readonly RudenessKind[] = ['profanity', 'insult', 'dismissal', 'threat'];

/** The languages whose letters the agent's words hold. */
function languagesOf(input: ScoringInput): Language[] {
  const texts = turnsOf(input, 'agent').map(({ normal }) => normal.text);
  const holds = (letters: RegExp): boolean => texts.some((text) => letters.test(text));
  return [
    ...(holds(/[\u4e00-\u9fff]/) ? ['zh' as const] : []),
    ...(holds(/[a-z]{2}/) ? ['en' as const] : []),
  ];
}

const overlap = (a: TurnPlace, b: TurnPlace): boolean =>
  a.placed.index === b.placed.index && a.from < b.to && b.from < a.to;

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
