import type { QuoteCheckStep } from '../../src/criteria/evidence/quote-checks.ts';
import type { JudgedKind } from '../../src/criteria/kind.ts';
import type { JudgeAnswer } from '../../src/domain/judge.ts';
import type { ScoringInput } from '../../src/domain/scoring-input.ts';
import type { Criterion } from '../../src/domain/standard.ts';
import type { Decision, Verdict } from '../../src/domain/verdict.ts';
import { weighJudge } from '../../src/stages/judge-verdict.ts';
import { criterionOf } from '../criteria/made-calls.ts';

export const mustDo: JudgedKind = { duty: 'must-do', resolves: ['unclear'] };
export const mustNotDo: JudgedKind = { duty: 'must-not-do', resolves: ['unclear'] };

export const judgedCriterion: Criterion<unknown> = criterionOf(
  'opening',
  {},
  { id: 'greeting', methods: ['rule', 'judge'], prompt: 'greeting' },
);

/** A rule that saw something in every turn of the agent and cannot tell what it means, or that decided. */
export function ruled(input: ScoringInput, verdict: Verdict = 'not-assessable'): Decision {
  const score = verdict === 'met' ? 1 : verdict === 'unmet' ? 0 : null;
  const events = (input.transcript?.turns ?? []).flatMap(({ party, startMs, endMs, text }, turn) =>
    party === 'agent' ? [{ kind: 'greeting', party, turn, startMs, endMs, quote: text }] : [],
  );
  return {
    verdict,
    score,
    method: 'rule',
    reason: { code: verdict === 'not-assessable' ? 'unclear' : `rule-${verdict}`, en: 'rule', zh: '规则' },
    evidence: [],
    events,
  };
}

/** What an answer with these fields comes to where the rule could not tell. */
export function weighed(
  input: ScoringInput,
  answer: Partial<JudgeAnswer>,
  options: {
    readonly kind?: JudgedKind;
    readonly rule?: Decision;
    readonly checks?: readonly QuoteCheckStep[];
  } = {},
): Decision {
  const { kind = mustDo, rule = ruled(input), checks } = options;
  const full: JudgeAnswer = { criterion: 'greeting', reasons: 'said', quotes: [], verdict: 'met', ...answer };
  return weighJudge(input, judgedCriterion, kind, rule, { answer: full, failure: null }, checks);
}
