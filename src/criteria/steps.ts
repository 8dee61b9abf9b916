import { z } from 'zod';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { Decision, Reason } from '../domain/verdict.ts';
import { appliesSchema, findTrigger } from './applies.ts';
import { endedByCustomer } from './call-end.ts';
import { met, notApplicable, notAssessable, partly, unmet } from './decide.ts';
import { absenceIsProven } from './evidence/evidence.ts';
import type { CriterionKind } from './kind.ts';
import type { TopicId } from './lexicon/topics.ts';
import { compare, findSayings, type Said, type Saying, saidSchema, searchFor, titleOf } from './sayings.ts';
import { windowOf } from './text/turns.ts';

const settings = z.strictObject({
  /** What is due, one after the other; a step is done by any of its topics. */
  steps: z.array(saidSchema).min(2).max(20),
  /** Steps said in another order than this count in part. */
  ordered: z.boolean().default(true),
  /** At least this share of the steps makes it `met`, 0–1. */
  metShare: z.number().gt(0).max(1).default(1),
  /** Under this share it is unmet, 0–1. */
  unmetShare: z.number().min(0).max(1).default(0.34),
  appliesIf: appliesSchema.optional(),
  /** Not owed where the customer ended the call. */
  excusedByHangUp: z.boolean().default(false),
});
type Settings = z.infer<typeof settings>;

/** Whether a talk went through its steps, and in order; the fraction done counts. */
export const steps: CriterionKind<Settings> = {
  kind: 'steps',
  isRoleBound: true,
  needs: ['transcript'],
  settings,
  score,
};

interface JudgedStep {
  readonly step: Said;
  readonly sayings: readonly Saying[];
}

function score(input: ScoringInput, criterion: Criterion<Settings>): Decision {
  const { steps: due, ordered, metShare, unmetShare, appliesIf, excusedByHangUp } = criterion.settings;
  const window = windowOf(input, criterion.window);
  const trigger = findTrigger(input, appliesIf, window);
  if (trigger.decision) return trigger.decision;
  const judged = due.map(
    (step): JudgedStep => ({
      step,
      sayings: findSayings(input, step, window).filter(({ quote }) => quote.verified),
    }),
  );
  const all = judged.flatMap(({ sayings }) => sayings).sort((a, b) => compare(a.place, b.place));
  const events = all.map(({ event }) => event);
  const done = judged.filter(({ sayings }) => sayings.length > 0);
  const missing = judged.filter(({ sayings }) => sayings.length === 0).map(({ step }) => step);
  const quotes = done.flatMap(({ sayings }) => sayings.slice(0, 1).map(({ quote }) => quote));
  const share = done.length / due.length;
  if (share >= metShare) {
    if (ordered && !isInOrder(done)) return partly(criterion, outOfOrder, { evidence: quotes, events });
    return met(allDone(done.length, due.length), { evidence: quotes, events });
  }
  const searches = missing.flatMap((step) => searchFor(input, step, window));
  const findings = { evidence: [...quotes, ...searches], events };
  if (!searches.every((search) => absenceIsProven(search, input.transcriptGate)))
    return notAssessable(notTranscribed, findings);
  if (excusedByHangUp && endedByCustomer(input) && share < unmetShare) return notApplicable(hungUp, findings);
  const reason = stepsMissing(missing.flatMap((step) => step.topics.slice(0, 1)));
  return share < unmetShare || done.length === 0
    ? unmet(reason, findings)
    : partly(criterion, reason, findings, share);
}

/** True where one saying of each step can be chosen so that they follow one another. */
function isInOrder(done: readonly JudgedStep[]): boolean {
  const reached: Saying[] = [];
  return done.every(({ sayings }) => {
    const last = reached.at(-1);
    const next = sayings.find(({ place }) => !last || compare(place, last.place) >= 0);
    if (next) reached.push(next);
    return next !== undefined;
  });
}

function allDone(done: number, due: number): Reason {
  return {
    code: 'steps-done',
    en: `${done} of ${due} steps were taken.`,
    zh: `${due} 个步骤完成 ${done} 个。`,
  };
}

function stepsMissing(ids: readonly TopicId[]): Reason {
  const title = titleOf(ids);
  return { code: 'steps-missing', en: `Steps not found: ${title.en}.`, zh: `缺少步骤：${title.zh}。` };
}

const outOfOrder: Reason = {
  code: 'steps-out-of-order',
  en: 'All steps were taken, but not in the order the standard sets.',
  zh: '步骤齐全，但顺序与规范不符。',
};
const hungUp: Reason = {
  code: 'customer-hung-up',
  en: 'The other side ended the call before the steps could be taken.',
  zh: '对方先行结束通话，来不及完成步骤。',
};
const notTranscribed: Reason = {
  code: 'not-transcribed',
  en: 'Steps were not found, but too little is transcribed to say they were left out.',
  zh: '未发现部分步骤，但转写不完整，不能断定遗漏。',
};
