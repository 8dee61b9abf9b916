import { z } from 'zod';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { Decision, Reason } from '../domain/verdict.ts';
import { appliesSchema, findTrigger } from './applies.ts';
import { endedByCustomer } from './call-end.ts';
import { type Findings, met, notApplicable, notAssessable, partly, unmet } from './decide.ts';
import { absenceIsProven } from './evidence/evidence.ts';
import type { CriterionKind } from './kind.ts';
import type { TopicId } from './lexicon/topics.ts';
import { compare, findSayings, type Saying, saidSchema, searchFor, titleOf } from './sayings.ts';
import { windowOf } from './text/turns.ts';

const settings = z.strictObject({
  ...saidSchema.shape,
  /** `any` of the topics fulfils it, or `all` are due. */
  need: z.enum(['any', 'all']).default('any'),
  appliesIf: appliesSchema.optional(),
  /** It must be said after what made it apply. */
  afterTrigger: z.boolean().default(false),
  /** What it is where nothing of it was said. */
  ifAbsent: z.enum(['unmet', 'partly', 'not-applicable']).default('unmet'),
  /** Looked for only in so long a stretch at the end of the call, in ms. */
  lastMs: z.number().min(1000).optional(),
  /** Not owed where the customer ended the call before the agent could say it. */
  excusedByHangUp: z.boolean().default(false),
});
type Settings = z.infer<typeof settings>;

/** Whether something that is due was said: any or all of the named topics, where the criterion applies. */
export const talkingPoint: CriterionKind<Settings> = {
  kind: 'talking-point',
  isRoleBound: true,
  needs: ['transcript'],
  settings,
  judged: { duty: 'must-do', resolves: [] },
  score,
};

function score(input: ScoringInput, criterion: Criterion<Settings>): Decision {
  const said = criterion.settings;
  const whole = windowOf(input, criterion.window);
  const window = { ...whole, startMs: Math.max(whole.startMs, whole.endMs - (said.lastMs ?? whole.endMs)) };
  const trigger = findTrigger(input, said.appliesIf, whole);
  if (trigger.decision) return trigger.decision;
  const first = trigger.sayings[0];
  const found = findSayings(input, said, window).filter(
    ({ place }) => !said.afterTrigger || !first || compare(place, first.place) > 0,
  );
  const events = [...trigger.sayings, ...found].map(({ event }) => event);
  const quotes = bestQuotes(found);
  const proof = [...(first ? [first.quote] : []), ...quotes.map(({ quote }) => quote)];
  const proven = new Set(quotes.filter(({ quote }) => quote.verified).map(({ topic }) => topic));
  const missing = said.topics.filter((topic) => !proven.has(topic));
  const isDone = said.need === 'all' ? missing.length === 0 : proven.size > 0;
  if (isDone) return met(saidIt([...proven]), { evidence: proof, events });
  if (quotes.some(({ quote }) => !quote.verified))
    return notAssessable(rejected, { evidence: proof, events });
  const searches = searchFor(input, { ...said, topics: missing }, window);
  const findings: Findings = { evidence: [...proof, ...searches], events };
  if (!searches.every((search) => absenceIsProven(search, input.transcriptGate)))
    return notAssessable(notTranscribed(missing), findings);
  if (proven.size > 0) return partly(criterion, notSaid(missing), findings, proven.size / said.topics.length);
  return judgeAbsence(input, criterion, missing, findings);
}

function judgeAbsence(
  input: ScoringInput,
  criterion: Criterion<Settings>,
  missing: readonly TopicId[],
  findings: Findings,
): Decision {
  const { excusedByHangUp, ifAbsent } = criterion.settings;
  if (excusedByHangUp && endedByCustomer(input)) return notApplicable(hungUp, findings);
  if (ifAbsent === 'not-applicable') return notApplicable(notSaid(missing), findings);
  if (ifAbsent === 'partly') return partly(criterion, notSaid(missing), findings);
  return unmet(notSaid(missing), findings);
}

/** For each topic the first verified saying, else the first. */
function bestQuotes(found: readonly Saying[]): Saying[] {
  const best = new Map<TopicId, Saying>();
  for (const saying of found) {
    const known = best.get(saying.topic);
    if (!known || (!known.quote.verified && saying.quote.verified)) best.set(saying.topic, saying);
  }
  return [...best.values()];
}

function saidIt(ids: readonly TopicId[]): Reason {
  const title = titleOf(ids);
  return { code: 'said', en: `Found in the call: ${title.en}.`, zh: `通话中有：${title.zh}。` };
}

function notSaid(ids: readonly TopicId[]): Reason {
  const title = titleOf(ids);
  return { code: 'not-said', en: `Not found in the call: ${title.en}.`, zh: `通话中未发现：${title.zh}。` };
}

function notTranscribed(ids: readonly TopicId[]): Reason {
  const title = titleOf(ids);
  return {
    code: 'not-transcribed',
    en: `Not found, but too little is transcribed to say it was not said: ${title.en}.`,
    zh: `未发现${title.zh}，但转写不完整，不能断定未说。`,
  };
}

const rejected: Reason = {
  code: 'evidence-rejected',
  en: 'It seems to have been said, but the quote could not be verified.',
  zh: '疑似说过，但引文未通过核验。',
};

const hungUp: Reason = {
  code: 'customer-hung-up',
  en: 'The customer ended the call, so it was not owed any more.',
  zh: '客户先行结束通话，不再要求。',
};
