import { z } from 'zod';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { Decision, Reason } from '../domain/verdict.ts';
import { met, notAssessable, partly, unmet } from './decide.ts';
import type { CriterionKind } from './kind.ts';
import { contactReasons, findsOut, leftOpen, passedOn, settledWording } from './lexicon/contact-reasons.ts';
import { substance } from './lexicon/objections.ts';
import {
  answersAfter,
  findGroups,
  findSaid,
  inOrder,
  neverArose,
  type Said,
  toSaid,
  wholeTurn,
} from './said.ts';
import { extractFacts } from './text/facts.ts';
import { turnsOf } from './text/turns.ts';

const settings = z.strictObject({
  /** The customer's first turns in which the reason for the contact is looked for. */
  customerTurns: z.int().min(1).max(20).default(5),
  /** The agent's turns after it in which an answer is looked for. */
  answerTurns: z.int().min(1).max(40).default(10),
});
type ReasonSettings = z.infer<typeof settings>;

/** Why the customer calls, and whether that is answered or passed on to who must act. */
export const contactReason: CriterionKind<ReasonSettings> = {
  kind: 'contact-reason',
  isRoleBound: true,
  needs: ['transcript'],
  settings,
  score: scoreReason,
};

const lookedFor = { en: 'the reason for which the customer calls', zh: '客户来电事由' };

function scoreReason(input: ScoringInput, criterion: Criterion<ReasonSettings>): Decision {
  const { customerTurns, answerTurns } = criterion.settings;
  const early = new Set(
    turnsOf(input, 'customer')
      .slice(0, customerTurns)
      .map(({ index }) => index),
  );
  const reason = findGroups(input, 'customer', contactReasons, 'contact-reason').find(({ place }) =>
    early.has(place.placed.index),
  );
  if (!reason) return neverArose(input, 'customer', lookedFor);
  const isAfter = ({ place }: Said) => place.placed.index > reason.place.placed.index;
  const passes = findSaid(input, 'agent', passedOn, 'passed-on').filter(isAfter);
  const open = findSaid(input, 'agent', leftOpen, 'left-open').filter(isAfter);
  const answer = findAnswer(input, reason, answerTurns);
  const events = [reason, ...passes, ...open, ...(answer ? [answer] : [])].map(({ event }) => event);
  const [pass] = passes;
  if (pass) return met(reasons.passed, { evidence: [reason.quote, pass.quote], events });
  const [unknown] = open;
  if (unknown && !(answer && inOrder(unknown, answer) < 0)) {
    const evidence = [reason.quote, unknown.quote, ...(answer ? [answer.quote] : [])];
    if (answer) return partly(criterion, reasons.partlyOpen, { evidence, events });
    const isSought = findSaid(input, 'agent', findsOut, 'finds-out').some(isAfter);
    return isSought
      ? notAssessable(reasons.unclear, { evidence, events })
      : unmet(reasons.open, { evidence, events });
  }
  const evidence = [reason.quote, ...(answer ? [answer.quote] : [])];
  return answer
    ? met(reasons.answered, { evidence, events })
    : notAssessable(reasons.unclear, { evidence, events });
}

/** The first answer of substance after the reason: a fact, a reason, what can be done. */
function findAnswer(input: ScoringInput, { place }: Said, most: number): Said | null {
  const direct = answersAfter(input, place.placed.index, most);
  const later = turnsOf(input, 'agent').filter(({ index }) => index > place.placed.index);
  const telling = [...direct, ...later.slice(0, most)].find(
    ({ turn, normal }) =>
      !/[?？吗呢]\s*$/.test(turn.text) &&
      !leftOpen.some((pattern) => normal.text.search(pattern) >= 0) &&
      ([...substance, ...settledWording].some((pattern) => normal.text.search(pattern) >= 0) ||
        extractFacts(turn.text, input.language).length > 0),
  );
  return telling ? toSaid(input, wholeTurn(telling), 'answer') : null;
}

const reasons = {
  answered: {
    code: 'reason-answered',
    en: 'The customer said why they call, and the agent answered.',
    zh: '客户说明了来电事由，坐席已解答。',
  },
  passed: {
    code: 'reason-passed-on',
    en: 'The customer said why they call, and the agent passed it on to who must act.',
    zh: '客户说明了来电事由，坐席已转交处理。',
  },
  partlyOpen: {
    code: 'reason-partly-open',
    en: 'The agent answered in part and left something open without passing it on.',
    zh: '坐席部分解答，其余未解答也未转交。',
  },
  open: {
    code: 'reason-left-open',
    en: 'The agent neither answered what the customer called for nor passed it on.',
    zh: '坐席既未解答也未转交客户来电事由。',
  },
  unclear: {
    code: 'answer-unclear',
    en: 'Words alone do not show whether what the customer called for was answered.',
    zh: '仅凭文字无法判断来电事由是否得到解答。',
  },
} satisfies Record<string, Reason>;
