import type { Localized, Party } from '../../domain/call.ts';
import type { ScoringInput } from '../../domain/scoring-input.ts';
import type { QuoteEvidence, SearchEvidence } from '../../domain/verdict.ts';
import { findQuote } from '../text/find-quote.ts';
import { normalise } from '../text/normalise.ts';
import { remember } from '../text/remember.ts';
import { allTurns, type CallWindow, hasWords, isTrusted, turnConfidence, turnsOf } from '../text/turns.ts';
import { saidAt } from '../text/word-times.ts';
import { type QuoteCheckStep, type QuoteClaim, type QuotePart, quoteChecks } from './quote-checks.ts';
import { clip, coveredMs, widen } from './spans.ts';

/** Whose words a quote must be, and where. `checks` are the seven unless a test takes one away. */
export interface QuoteRule {
  readonly party: Party;
  readonly window?: CallWindow | undefined;
  readonly checks?: readonly QuoteCheckStep[];
}

/**
 * Evidence for what a rule found at [from, to) of a turn's original text: the exact text with the times of
 * its words, `verified` when all seven checks pass, else with the code of the first that fails.
 */
export function quote(
  input: ScoringInput,
  turn: number,
  from: number,
  to: number,
  rule: QuoteRule,
): QuoteEvidence {
  const { party, window, checks } = rule;
  if (checks !== undefined) return quoteAnew(input, turn, from, to, rule);
  const known = quotesOf(input);
  const key = `${turn} ${from} ${to} ${party} ${window === undefined ? '' : `${window.startMs} ${window.endMs}`}`;
  const kept = known.get(key) ?? quoteAnew(input, turn, from, to, rule);
  known.set(key, kept);
  return kept;
}

/** Quotes checked before: several criteria rest on the same words. */
const quotesOf = remember((_: ScoringInput) => new Map<string, QuoteEvidence>());

function quoteAnew(
  input: ScoringInput,
  turn: number,
  from: number,
  to: number,
  { party, window, checks = quoteChecks }: QuoteRule,
): QuoteEvidence {
  const placed = allTurns(input)[turn];
  const text = placed?.turn.text.slice(from, to) ?? '';
  const parts: QuotePart[] = placed
    ? [{ placed, from: placed.normal.fromOriginal(from), to: placed.normal.fromOriginal(to) }]
    : [];
  const normal =
    placed !== undefined && text === placed.turn.text ? placed.normal.text : normalise(text).text;
  return settle(
    { input, party, window: window ?? null, turn, quote: text, normal, by: 'rule', parts },
    checks,
  );
}

/** Evidence for a quote a judge returned: found by its text in the turn it names, then checked like any other. */
export function verifyQuote(
  input: ScoringInput,
  claimed: { readonly turn: number; readonly quote: string },
  rule: QuoteRule,
): QuoteEvidence {
  const parts = findQuote(input, claimed.turn, claimed.quote);
  const { party, window = null } = rule;
  const normal = normalise(claimed.quote).text;
  return settle({ input, party, window, ...claimed, normal, by: 'judge', parts }, rule.checks ?? quoteChecks);
}

function settle(claim: QuoteClaim, checks: readonly QuoteCheckStep[]): QuoteEvidence {
  const failed = checks.find((check) => !check.passes(claim));
  const first = claim.parts[0];
  const last = claim.parts.at(-1);
  const start = first && saidAt(first.placed.turn, first.placed.normal, first.from, first.to);
  const end = last && saidAt(last.placed.turn, last.placed.normal, last.from, last.to);
  return {
    kind: 'quote',
    party: first?.placed.turn.party ?? claim.party,
    turn: first?.placed.index ?? claim.turn,
    quote: claim.parts.length > 0 ? originalOf(claim.parts) : claim.quote,
    startMs: start?.startMs ?? 0,
    endMs: end?.endMs ?? 0,
    verified: failed === undefined,
    ...(failed && { rejectedBy: failed.code }),
    ...((start?.isCoarse || end?.isCoarse) && { coarse: true }),
  };
}

function originalOf(parts: readonly QuotePart[]): string {
  return parts
    .map(({ placed, from, to }) => placed.turn.text.slice(...placed.normal.toOriginal(from, to)))
    .join(' ');
}

/** Speech under this share of transcript or this confidence proves no absence, where a standard sets nothing else. */
export const defaultGate: TranscriptGate = { transcribedShare: 0.95, confidence: 0.5 };

/** What a transcript must reach before an absence may be held against anyone. */
export interface TranscriptGate {
  readonly transcribedShare: number;
  readonly confidence: number;
}

/** Text times and measured speech may lie this far apart, in ms, before speech counts as not transcribed. */
const TRANSCRIPT_SLACK_MS = 400;
/** Shortest text whose confidence says something, in characters. */
const WEIGHTY_TEXT = 6;

/**
 * The record of a search that found nothing: the window, how much of the party's speech in it is
 * transcribed (by measured speech where there is sound, else by its turns), and how surely.
 */
export function searchRecord(
  input: ScoringInput,
  window: CallWindow,
  party: Party,
  lookedFor: Localized,
  nearest: SearchEvidence['nearest'] = null,
): SearchEvidence {
  const known = transcribedOf(input);
  const key = `${party} ${window.startMs} ${window.endMs}`;
  const transcribed = known.get(key) ?? howTranscribed(input, window, party);
  known.set(key, transcribed);
  return { kind: 'search', party, ...window, lookedFor, ...transcribed, nearest, verified: true };
}

type Transcribed = Pick<SearchEvidence, 'transcribedShare' | 'minConfidence'>;

const transcribedOf = remember((_: ScoringInput) => new Map<string, Transcribed>());

function howTranscribed(input: ScoringInput, window: CallWindow, party: Party): Transcribed {
  const confidences = turnsOf(input, party, window)
    .filter(({ normal }) => normal.text.length >= WEIGHTY_TEXT)
    .map(({ turn }) => turnConfidence(turn))
    .filter((confidence) => confidence !== null);
  return {
    transcribedShare: transcribedShare(input, window, party),
    minConfidence: confidences.length > 0 ? Math.min(...confidences) : null,
  };
}

function transcribedShare(input: ScoringInput, { startMs, endMs }: CallWindow, party: Party): number {
  const turns = turnsOf(input, party, { startMs, endMs }).filter(({ turn }) => hasWords(turn));
  const texts = turns
    .filter(({ turn }) => isTrusted(turn))
    .map(({ turn }) => [turn.startMs, turn.endMs] as const);
  const heard = input.acoustics?.timing === 'audio' ? input.acoustics.parties[party] : undefined;
  const speech = heard
    ? clip(heard.speech, startMs, endMs)
    : turns.map(({ turn }) => [turn.startMs, turn.endMs] as const);
  const spokenMs = speech.reduce((sum, [from, to]) => sum + to - from, 0);
  if (spokenMs === 0) return texts.length > 0 ? 1 : 0;
  const near = widen(texts, TRANSCRIPT_SLACK_MS);
  const coveredSumMs = speech.reduce((sum, [from, to]) => sum + coveredMs(near, from, to), 0);
  return Math.min(1, coveredSumMs / spokenMs);
}

/** True when the search covered enough of the speech, surely enough, to say that something was not said. */
export function absenceIsProven(
  record: SearchEvidence,
  gate: TranscriptGate | undefined = defaultGate,
): boolean {
  if (record.transcribedShare < gate.transcribedShare) return false;
  return record.minConfidence === null || record.minConfidence >= gate.confidence;
}
