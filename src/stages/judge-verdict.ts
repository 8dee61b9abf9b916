import { absenceIsProven, searchRecord, verifyQuote } from '../criteria/evidence/evidence.ts';
import { addressesScorer } from '../criteria/evidence/injections.ts';
import type { QuoteCheckStep } from '../criteria/evidence/quote-checks.ts';
import type { JudgedKind } from '../criteria/kind.ts';
import { type CallWindow, windowOf } from '../criteria/text/turns.ts';
import type { JudgeAnswer, JudgeOutcome } from '../domain/judge.ts';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { Decision, QuoteEvidence, Reason, Verdict } from '../domain/verdict.ts';
import { maskCall } from './judge-mask.ts';
import { judgeReasons as reasons } from './judge-reasons.ts';
import { turnIndexOf } from './judge-request.ts';

/** True where a judge is asked after this rule's decision: to check it, or because it says words alone cannot tell. */
export function asksJudge(ruled: Decision, judged: JudgedKind): boolean {
  // Levels and overlaps are not in what a judge reads, so what was measured is not put to it.
  if (ruled.method !== 'rule') return false;
  if (ruled.verdict === 'met' || ruled.verdict === 'unmet') return true;
  return ruled.verdict === 'not-assessable' && judged.resolves.includes(ruled.reason.code);
}

/** Where the agent's quotes for a judged criterion must lie. */
export function judgedWindow(
  input: ScoringInput,
  criterion: Criterion<unknown>,
  judged: JudgedKind,
): CallWindow {
  return judged.window?.(input, criterion) ?? windowOf(input, criterion.window);
}

/**
 * The decision once a judge was asked. A rule that decided stands unless the judge proves the opposite, which sends
 * the criterion to a person; a rule that could not tell gives way to a judge whose quotes stand up. Pure.
 */
export function weighJudge(
  input: ScoringInput,
  criterion: Criterion<unknown>,
  judged: JudgedKind,
  ruled: Decision,
  outcome: JudgeOutcome,
  checks?: readonly QuoteCheckStep[],
): Decision {
  const hasRule = ruled.score !== null;
  if (outcome.answer === null)
    return hasRule ? ruled : undecided(reasons[outcome.failure], ruled, ruled.evidence);
  const settled = settle({ input, criterion, judged, ruled, checks }, outcome.answer);
  if (!hasRule) return settled;
  if (settled.reason.code === reasons.injection.code && ruled.verdict === 'unmet') return settled;
  const isOpposite =
    (settled.verdict === 'met' && ruled.verdict === 'unmet') ||
    (settled.verdict === 'unmet' && ruled.verdict === 'met');
  if (!isOpposite) return ruled;
  return undecided(reasons.differ(ruled.verdict, settled.verdict, outcome.answer.reasons), ruled, [
    ...ruled.evidence,
    ...settled.evidence,
  ]);
}

interface Case {
  readonly input: ScoringInput;
  readonly criterion: Criterion<unknown>;
  readonly judged: JudgedKind;
  readonly ruled: Decision;
  readonly checks: readonly QuoteCheckStep[] | undefined;
}

/** What an answer is worth once code has looked at its evidence: the duties of each verdict, or "cannot tell". */
function settle(one: Case, answer: JudgeAnswer): Decision {
  const { input, criterion, judged, ruled } = one;
  const { verdict } = answer;
  if (verdict === 'cannot-tell') return undecided(reasons.cannotTell, ruled, ruled.evidence);
  if (verdict === 'not-applicable') return undecided(reasons.triggerUnproven, ruled, ruled.evidence);
  const favours = verdict !== 'unmet';
  if (favours && addressesScorer(input, 'agent')) return undecided(reasons.injection, ruled, ruled.evidence);
  const needsQuote = verdict === 'partly' || (judged.duty === 'must-do') === (verdict === 'met');
  if (!needsQuote) return settleBySearch(one, answer, verdict);
  const quotes = verifyAll(one, answer);
  const verified = quotes.filter((quote) => quote.verified);
  if (verified.length === 0) return undecided(reasons.quotesRejected, ruled, quotes);
  const isAnchored =
    ruled.score !== null ||
    verified.some(({ turn }) => ruled.events.some((event) => event.party === 'agent' && event.turn === turn));
  if (!isAnchored) return undecided(reasons.notAnchored, ruled, quotes);
  return decided(verdict, criterion, answer, ruled, quotes);
}

/** An absence cannot be quoted: code searches the window itself and says how much of it could be searched. */
function settleBySearch(one: Case, answer: JudgeAnswer, verdict: 'met' | 'unmet'): Decision {
  const { input, criterion, judged, ruled } = one;
  const window = judgedWindow(input, criterion, judged);
  const search = searchRecord(input, window, 'agent', criterion.title);
  if (!absenceIsProven(search, input.transcriptGate))
    return undecided(reasons.searchIncomplete, ruled, [search]);
  return decided(verdict, criterion, answer, ruled, [search]);
}

function verifyAll({ input, criterion, judged, checks }: Case, { quotes }: JudgeAnswer): QuoteEvidence[] {
  const masked = maskCall(input);
  const window = judgedWindow(input, criterion, judged);
  const rule = { party: 'agent' as const, window, ...(checks && { checks }) };
  const seen = new Set<string>();
  return quotes
    .map(({ turn, quote }) => verifyQuote(masked, { turn: turnIndexOf(turn), quote }, rule))
    .filter(({ turn, quote }) => {
      const key = `${turn} ${quote}`;
      return seen.has(key) ? false : seen.add(key);
    });
}

function decided(
  verdict: 'met' | 'partly' | 'unmet',
  criterion: Criterion<unknown>,
  answer: JudgeAnswer,
  { events }: Decision,
  evidence: Decision['evidence'],
): Decision {
  const score = { met: 1, partly: criterion.partly, unmet: 0 }[verdict];
  return {
    verdict,
    score,
    method: 'judge',
    reason: reasons.judged(verdict, answer.reasons),
    evidence,
    events,
  };
}

function undecided(reason: Reason, { events }: Decision, evidence: Decision['evidence']): Decision {
  const verdict: Verdict = 'not-assessable';
  return { verdict, score: null, method: 'judge', reason, evidence, events };
}
