import { addUp, type CriterionResult, type Scorecard, type Totals } from './scorecard.ts';
import type { Verdict } from './verdict.ts';

/** What a person says of a verdict; `withdraw` takes back what was said before. */
export const reviewDecisions = ['confirm', 'override', 'not-applicable', 'withdraw'] as const;
export type ReviewDecision = (typeof reviewDecisions)[number];

/** One decision of a person on one criterion; a later one on the same criterion takes its place. */
export interface ReviewEntry {
  readonly id: number;
  readonly scorecardId: string;
  readonly criterion: string;
  readonly decision: ReviewDecision;
  readonly oldVerdict: Verdict;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly by: string;
  readonly byId: string | null;
  /** ISO 8601, by the database's clock. */
  readonly createdAt: string;
}

/** One line of a scorecard as people left it. */
export interface FinalVerdict {
  readonly criterion: string;
  readonly verdict: Verdict;
  /** 0–1 when decided, null otherwise. */
  readonly score: number | null;
  readonly weight: number;
  readonly critical: boolean;
  readonly machineVerdict: Verdict;
  /** Null where no person said anything and the machine's verdict stands. */
  readonly decision: Exclude<ReviewDecision, 'withdraw'> | null;
}

/** A scorecard as people left it, added up anew. */
export interface FinalScorecard extends Totals {
  readonly verdicts: FinalVerdict[];
}

/** What adding up needs of the standard a scorecard was made with. */
export interface ReviewPolicy {
  readonly coverageFloor: number;
  /** What `partly` counts for a criterion, 0–1. */
  partlyOf(criterion: string): number;
}

/** The decisions that hold: the newest of each criterion, without those that were withdrawn. */
export function holdingDecisions(entries: readonly ReviewEntry[]): Map<string, ReviewEntry> {
  const newest = new Map<string, ReviewEntry>();
  for (const entry of entries) {
    const known = newest.get(entry.criterion);
    if (known === undefined || known.id < entry.id) newest.set(entry.criterion, entry);
  }
  return new Map([...newest].filter(([, { decision }]) => decision !== 'withdraw'));
}

function scoreOf(verdict: Verdict, machine: CriterionResult, policy: ReviewPolicy): number | null {
  if (verdict === 'met') return 1;
  if (verdict === 'unmet') return 0;
  if (verdict !== 'partly') return null;
  // what the machine's own partial verdict counted is what the standard says
  return machine.verdict === 'partly' && machine.score !== null ? machine.score : policy.partlyOf(machine.id);
}

function finalLine(machine: CriterionResult, entry: ReviewEntry | undefined, policy: ReviewPolicy) {
  const verdict = entry?.verdict ?? machine.verdict;
  const line: FinalVerdict = {
    criterion: machine.id,
    verdict,
    score: scoreOf(verdict, machine, policy),
    weight: machine.weight,
    critical: machine.critical,
    machineVerdict: machine.verdict,
    decision: entry === undefined || entry.decision === 'withdraw' ? null : entry.decision,
  };
  return { line, result: { ...machine, verdict, score: line.score } };
}

/**
 * The scorecard as people left it: decisions in place of verdicts, points added up by the same code as the machine's.
 * A call that is not scored at all keeps no total.
 */
export function finalise(
  scorecard: Scorecard,
  entries: readonly ReviewEntry[],
  policy: ReviewPolicy,
): FinalScorecard {
  const holding = holdingDecisions(entries);
  const lines = scorecard.criteria.map((machine) => finalLine(machine, holding.get(machine.id), policy));
  const totals = addUp(
    lines.map(({ result }) => result),
    policy.coverageFloor,
  );
  const verdicts = lines.map(({ line }) => line);
  if (scorecard.notScored !== null) return { ...totals, total: null, criticalFailures: [], verdicts };
  return { ...totals, verdicts };
}
