import type { Language } from '../domain/call.ts';
import type { EventPair, VerdictPair } from '../domain/labelled-call.ts';
import type { Verdict } from '../domain/verdict.ts';
import { type Agreement, agreementOf, type TwoByTwo } from './agreement.ts';

/** How one criterion fares in one language. Calls labelled otherwise than `positive` are the negatives. */
export interface CriterionEvaluation {
  readonly criterion: string;
  readonly language: Language;
  readonly calls: number;
  /** Share of calls with exactly the labelled verdict, 0–1. */
  readonly sameVerdict: number;
  /** Share of calls people could decide and the product could not, 0–1; these count as not found. */
  readonly notAssessable: number;
  /** For each verdict that is labelled or found: that verdict against all others. */
  readonly byVerdict: Readonly<Partial<Record<Verdict, Agreement>>>;
}

/** How one kind of event fares in one language, turn by turn; what neither side sees is not counted. */
export interface EventEvaluation {
  readonly kind: string;
  readonly language: Language;
  readonly agreement: Agreement;
}

const verdicts: readonly Verdict[] = ['met', 'partly', 'unmet', 'not-applicable', 'not-assessable'];

/** Figures per criterion and language, never pooled over languages; sorted by both. */
export function evaluateVerdicts(pairs: readonly VerdictPair[]): CriterionEvaluation[] {
  return groupsOf(pairs, ({ criterion, language }) => `${criterion}\t${language}`).map((group) => {
    const [first] = group;
    const undecided = group.filter(
      ({ labelled, found }) => labelled !== 'not-assessable' && found === 'not-assessable',
    );
    const seen = verdicts.filter((verdict) =>
      group.some(({ labelled, found }) => labelled === verdict || found === verdict),
    );
    return {
      criterion: first.criterion,
      language: first.language,
      calls: group.length,
      sameVerdict: group.filter(({ labelled, found }) => labelled === found).length / group.length,
      notAssessable: undecided.length / group.length,
      byVerdict: Object.fromEntries(
        seen.map((verdict) => [
          verdict,
          agreementOf(count(group, (pair) => [pair.labelled === verdict, pair.found === verdict])),
        ]),
      ),
    };
  });
}

/** Figures per kind of event and language; sorted by both. */
export function evaluateEvents(pairs: readonly EventPair[]): EventEvaluation[] {
  return groupsOf(pairs, ({ kind, language }) => `${kind}\t${language}`).map((group) => ({
    kind: group[0].kind,
    language: group[0].language,
    agreement: agreementOf(count(group, ({ isLabelled, isFound }) => [isLabelled, isFound])),
  }));
}

function groupsOf<T>(pairs: readonly T[], keyOf: (pair: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const pair of pairs) {
    const group = groups.get(keyOf(pair));
    if (group) group.push(pair);
    else groups.set(keyOf(pair), [pair]);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function count<T>(
  pairs: readonly T[],
  sidesOf: (pair: T) => readonly [isLabelled: boolean, isFound: boolean],
): TwoByTwo {
  const sides = pairs.map(sidesOf);
  const sum = (isLabelled: boolean, isFound: boolean): number =>
    sides.filter(([labelled, found]) => labelled === isLabelled && found === isFound).length;
  return {
    truePositives: sum(true, true),
    falsePositives: sum(false, true),
    falseNegatives: sum(true, false),
    trueNegatives: sum(false, false),
  };
}
