import { z } from 'zod';
import type { ScoringInput } from '../../domain/scoring-input.ts';
import type { Criterion } from '../../domain/standard.ts';
import type { CallEvent, Decision, QuoteEvidence, SearchEvidence } from '../../domain/verdict.ts';
import { met, notAssessable, partly, unmet } from '../decide.ts';
import { absenceIsProven, quote, searchRecord } from '../evidence/evidence.ts';
import type { CriterionKind } from '../kind.ts';
import { nearestName } from '../text/nearest-name.ts';
import { turnsOf } from '../text/turns.ts';
import { judgeBrevity } from './opening-brevity.ts';
import { companyNames, type FoundPart, findParts, type OpeningPart, openingParts } from './opening-parts.ts';
import {
  type JudgedPart,
  listOf,
  nameUnclear,
  noAgentWords,
  noCompany,
  notBacked,
  notTranscribed,
  saidAll,
  saidLate,
  saidNot,
} from './opening-reasons.ts';
import { type OpeningWindow, openingWindow, wasAskedBefore } from './opening-window.ts';

const settings = z.strictObject({
  /** What must be said; one kind serves greeting, company name, need question and self-introduction. */
  parts: z.array(z.enum(openingParts)).min(1).default(['greeting', 'company-name']),
  /** Parts without which it is unmet; by default the company name, where it is asked for with a greeting or at most one other. */
  essential: z.array(z.enum(openingParts)).optional(),
  /** The opening: so many turns of the agent, or so long from the agent's first word, whichever is longer. */
  openingTurns: z.int().min(1).default(3),
  openingMs: z.number().min(1000).default(20_000),
  /** Said after the opening but within this time of the agent's first word, a part counts in part. */
  lateMs: z.number().min(1000).default(60_000),
  /** Set: only the length of the introduction is judged, by how long the agent speaks before the first answer. */
  brevity: z
    .strictObject({
      metMs: z.number().min(1000).default(20_000),
      unmetMs: z.number().min(1000).default(40_000),
    })
    .optional(),
});
export type OpeningSettings = z.infer<typeof settings>;

/**
 * Whether the agent opens the call as the standard asks: greeting, company, department, own name, purpose and
 * the question what the customer needs, in any order, in the agent's own words and without being asked.
 */
export const opening: CriterionKind<OpeningSettings> = {
  kind: 'opening',
  isRoleBound: true,
  needs: ['transcript'],
  settings,
  judged: {
    duty: 'must-do',
    resolves: [],
    window: (input, { settings: limits }) =>
      openingWindow(input, limits) ?? { startMs: 0, endMs: input.durationMs },
  },
  score: scoreOpening,
};

function scoreOpening(input: ScoringInput, criterion: Criterion<OpeningSettings>): Decision {
  const { parts, essential = defaultEssential(parts) } = criterion.settings;
  const window = openingWindow(input, criterion.settings);
  if (!window) return notAssessable(noAgentWords);
  const found = turnsOf(input, 'agent', window)
    .flatMap((placed) => findParts(input, placed))
    .filter((place) => place.part !== 'greeting' || window.isOpening(place));
  const events = found.map((part) => toEvent(input, part));
  const { brevity } = criterion.settings;
  if (brevity) return judgeBrevity(input, criterion, brevity, events);
  if (parts.includes('company-name') && companyNames(input).length === 0) {
    return notAssessable(noCompany, { events });
  }
  const judged = parts.map((part) => judgePart(input, part, found, window));
  const evidence = judged.flatMap((part) => (part.quote ? [part.quote] : []));
  const missing = judged.filter((part) => !part.quote?.verified).map(({ part }) => part);
  if (missing.length === 0) {
    const late = judged.filter((part) => !part.isInTime || part.isPrompted);
    if (late.length === 0) return met(saidAll(parts), { evidence, events });
    return partly(criterion, saidLate(late), { evidence, events });
  }
  const rejected = judged.find((part) => part.quote && !part.quote.verified);
  if (rejected?.quote) return notAssessable(notBacked(rejected), { evidence, events });
  const { search, isNearMiss } = searchFor(input, missing, window);
  const all = { evidence: [...evidence, search], events };
  if (!absenceIsProven(search, input.transcriptGate)) return notAssessable(notTranscribed(missing), all);
  const isLost = missing.some((part) => essential.includes(part)) || missing.length === parts.length;
  if (!isLost) {
    const fraction = parts.length > 2 ? 1 - missing.length / parts.length : criterion.partly;
    return partly(criterion, saidNot(missing), all, fraction);
  }
  if (isNearMiss) return notAssessable(nameUnclear, all);
  return unmet(saidNot(missing), all);
}

const defaultEssential = (parts: readonly OpeningPart[]): readonly OpeningPart[] =>
  parts.includes('company-name') && (parts.includes('greeting') || parts.length <= 2) ? ['company-name'] : [];

/** The first verified place of a part, in time if there is one; else the first place with what it fails. */
function judgePart(
  input: ScoringInput,
  part: OpeningPart,
  found: readonly FoundPart[],
  window: OpeningWindow,
): JudgedPart {
  const places = found.filter((place) => place.part === part);
  let fallback: JudgedPart = { part, quote: null, isInTime: false, isPrompted: false };
  for (const place of places) {
    const judged: JudgedPart = {
      part,
      quote: quoteOf(input, place, window),
      isInTime: window.isOpening(place),
      isPrompted: part === 'company-name' && wasAskedBefore(input, window, place),
    };
    if (judged.quote?.verified) return judged;
    fallback = fallback.quote ? fallback : judged;
  }
  return fallback;
}

function quoteOf(input: ScoringInput, { placed, from, to }: FoundPart, window: OpeningWindow): QuoteEvidence {
  const [start, end] = placed.normal.toOriginal(from, to);
  return quote(input, placed.index, start, end, { party: 'agent', window });
}

function toEvent(input: ScoringInput, place: FoundPart): CallEvent {
  const [start, end] = place.placed.normal.toOriginal(place.from, place.to);
  const {
    party,
    turn,
    quote: text,
    startMs,
    endMs,
  } = quote(input, place.placed.index, start, end, {
    party: 'agent',
  });
  return {
    kind: place.part,
    party,
    turn,
    quote: text,
    startMs,
    endMs,
    ...(place.apart > 0 && { detail: 'misheard' }),
  };
}

function searchFor(
  input: ScoringInput,
  missing: readonly OpeningPart[],
  window: OpeningWindow,
): { search: SearchEvidence; isNearMiss: boolean } {
  let nearest: SearchEvidence['nearest'] = null;
  let least = Number.POSITIVE_INFINITY;
  let isNearMiss = false;
  for (const placed of missing.includes('company-name') ? turnsOf(input, 'agent', window) : []) {
    const { index, normal, turn } = placed;
    const match = nearestName(companyNames(input), normal);
    if (!match) continue;
    isNearMiss ||= match.isDoubtful && window.isOpening({ placed, from: match.from, to: match.to });
    if (match.apart >= least) continue;
    least = match.apart;
    const { startMs, endMs } = turn;
    nearest = {
      turn: index,
      quote: normal.original.slice(...normal.toOriginal(match.from, match.to)),
      startMs,
      endMs,
    };
  }
  const { startMs, endMs } = window;
  const search = searchRecord(input, { startMs, endMs }, 'agent', listOf(missing), nearest);
  return { search, isNearMiss };
}
