import { z } from 'zod';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { Decision, Reason } from '../domain/verdict.ts';
import { met, notAssessable, partly, unmet } from './decide.ts';
import { searchRecord } from './evidence/evidence.ts';
import type { CriterionKind } from './kind.ts';
import { generalTalk, identityChecks, identityGiven, policyDisclosures } from './lexicon/identity.ts';
import { findSaid, inOrder, neverArose, notTranscribed, provesAbsence, type Said } from './said.ts';
import { extractFacts } from './text/facts.ts';
import { clauseStart } from './text/match-phrases.ts';
import { isTrusted, turnsOf } from './text/turns.ts';

const settings = z.strictObject({});
type IdentitySettings = z.infer<typeof settings>;

/** Whether the agent checks who is speaking before telling anything about a policy. */
export const identityFirst: CriterionKind<IdentitySettings> = {
  kind: 'identity-first',
  isRoleBound: true,
  needs: ['transcript'],
  settings,
  score: scoreIdentity,
};

const disclosureSought = { en: 'the agent telling details of a policy', zh: '坐席告知保单详情' };
const checkSought = {
  en: 'a check of identity before the first detail of the policy',
  zh: '在告知保单详情之前核实身份',
};

function scoreIdentity(input: ScoringInput, criterion: Criterion<IdentitySettings>): Decision {
  const disclosures = findSaid(input, 'agent', policyDisclosures, 'policy-disclosure').filter(
    hasDetail(input),
  );
  const checks = findSaid(input, 'agent', identityChecks, 'identity-check');
  const events = [...disclosures, ...checks].sort(inOrder).map(({ event }) => event);
  const [first] = disclosures;
  if (!first) return neverArose(input, 'agent', disclosureSought, events);
  const check = checks.find((said) => inOrder(said, first) < 0);
  if (check) {
    const findings = { evidence: [check.quote, first.quote], events };
    return isAnswered(input, check, first)
      ? met(reasons.checked, findings)
      : partly(criterion, reasons.unanswered, findings);
  }
  const given = findGiven(input, first);
  if (given)
    return partly(criterion, reasons.given, {
      evidence: [given.quote, first.quote],
      events: [...events, given.event],
    });
  const window = { startMs: 0, endMs: first.quote.startMs };
  const search = searchRecord(input, window, 'agent', checkSought);
  const evidence = [search, first.quote];
  if (!first.quote.verified || !provesBefore(input, first, search))
    return notAssessable(notTranscribed, { evidence, events });
  return unmet(reasons.unchecked, { evidence, events });
}

/** Without any word before the disclosure there is nothing that could have been missed. */
function provesBefore(input: ScoringInput, first: Said, search: ReturnType<typeof searchRecord>): boolean {
  const spokeBefore = turnsOf(input, 'agent').some(({ index }) => index < first.place.placed.index);
  return !spokeBefore || provesAbsence(input, search);
}

/** True for a turn that tells a value: a date, an amount, a number, a name or a state of the policy. */
const hasDetail =
  (input: ScoringInput) =>
  ({ place }: Said): boolean => {
    const { turn, normal } = place.placed;
    const before = normal.text.slice(clauseStart(normal, place.from, 40), place.to);
    if (generalTalk.test(before)) return false;
    const isState = /到期|失效|终止|生效|逾期|expire|lapse|overdue|active|in force/.test(normal.text);
    return isState || extractFacts(turn.text, input.language).length > 0;
  };

/** True when the customer speaks between the check and the disclosure. */
function isAnswered(input: ScoringInput, check: Said, first: Said): boolean {
  const from = check.place.placed.index;
  const to = first.place.placed.index;
  return turnsOf(input, 'customer').some(({ index, turn }) => index > from && index < to && isTrusted(turn));
}

function findGiven(input: ScoringInput, first: Said): Said | undefined {
  return findSaid(input, 'customer', identityGiven, 'identity-given').find(
    (said) => inOrder(said, first) < 0,
  );
}

const reasons = {
  checked: {
    code: 'identity-checked',
    en: 'The agent checked who was speaking before telling details of the policy.',
    zh: '坐席在告知保单信息前核实了身份。',
  },
  unanswered: {
    code: 'identity-not-awaited',
    en: 'The agent asked who was speaking but told details before an answer came.',
    zh: '坐席询问了身份，但未等回答就告知保单信息。',
  },
  given: {
    code: 'identity-given-unasked',
    en: 'The caller gave an identification unasked; the agent did not check it before telling details.',
    zh: '客户主动报出身份信息，坐席未核实即告知保单信息。',
  },
  unchecked: {
    code: 'identity-not-checked',
    en: 'The agent told details of a policy without checking who was speaking.',
    zh: '坐席未核实身份就告知保单信息。',
  },
} satisfies Record<string, Reason>;
