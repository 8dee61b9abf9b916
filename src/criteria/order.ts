import { z } from 'zod';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { Decision } from '../domain/verdict.ts';
import { appliesSchema, findTrigger } from './applies.ts';
import { met, notApplicable, notAssessable, partly, unmet } from './decide.ts';
import { absenceIsProven } from './evidence/evidence.ts';
import type { CriterionKind } from './kind.ts';
import { compare, findSayings, type Saying, saidSchema, searchFor, titleOf } from './sayings.ts';
import { type CallWindow, windowOf } from './text/turns.ts';

const outcome = z.enum(['unmet', 'partly']);

const settings = z.strictObject({
  /** What must come first, and what only after it. */
  first: saidSchema,
  second: saidSchema,
  appliesIf: appliesSchema.optional(),
  /** The first was said, but only after the other. */
  ifLate: outcome.default('partly'),
  /** The first was not said at all. */
  ifAbsent: outcome.default('unmet'),
});
type Settings = z.infer<typeof settings>;

/** Whether one thing was said before another, for instance the need asked before an offer is made. */
export const order: CriterionKind<Settings> = {
  kind: 'order',
  isRoleBound: true,
  needs: ['transcript'],
  settings,
  score,
};

const verified = ({ quote }: Saying): boolean => quote.verified;

function score(input: ScoringInput, criterion: Criterion<Settings>): Decision {
  const { first, second, appliesIf, ifLate } = criterion.settings;
  const window = windowOf(input, criterion.window);
  const trigger = findTrigger(input, appliesIf, window);
  if (trigger.decision) return trigger.decision;
  const later = findSayings(input, second, window).filter(verified);
  const earlier = findSayings(input, first, window).filter(verified);
  const events = [...earlier, ...later].sort((a, b) => compare(a.place, b.place)).map(({ event }) => event);
  const [lead] = earlier;
  const [follow] = later;
  const titles = { first: titleOf(first.topics), second: titleOf(second.topics) };
  if (!follow) return withoutSecond(input, criterion, window, events);
  if (!lead) return withoutFirst(input, criterion, window, follow, events);
  const findings = { evidence: [lead.quote, follow.quote], events };
  if (compare(lead.place, follow.place) < 0)
    return met(
      {
        code: 'in-order',
        en: `First ${titles.first.en}, then ${titles.second.en}.`,
        zh: `先${titles.first.zh}，后${titles.second.zh}。`,
      },
      findings,
    );
  const late = {
    code: 'out-of-order',
    en: `${titles.second.en} came before ${titles.first.en}.`,
    zh: `${titles.second.zh}早于${titles.first.zh}。`,
  };
  return ifLate === 'unmet' ? unmet(late, findings) : partly(criterion, late, findings);
}

function withoutSecond(
  input: ScoringInput,
  criterion: Criterion<Settings>,
  window: CallWindow,
  events: Decision['events'],
): Decision {
  const { second } = criterion.settings;
  const evidence = searchFor(input, second, window);
  const title = titleOf(second.topics);
  if (evidence.every((search) => absenceIsProven(search, input.transcriptGate)))
    return notApplicable(
      { code: 'not-triggered', en: `Not found: ${title.en}.`, zh: `未发现：${title.zh}。` },
      { evidence, events },
    );
  return notAssessable(notTranscribed, { evidence, events });
}

function withoutFirst(
  input: ScoringInput,
  criterion: Criterion<Settings>,
  window: CallWindow,
  follow: Saying,
  events: Decision['events'],
): Decision {
  const { first, second, ifAbsent } = criterion.settings;
  const searches = searchFor(input, first, window);
  const evidence = [follow.quote, ...searches];
  if (!searches.every((search) => absenceIsProven(search, input.transcriptGate)))
    return notAssessable(notTranscribed, { evidence, events });
  const [missing, said] = [titleOf(first.topics), titleOf(second.topics)];
  const reason = {
    code: 'first-missing',
    en: `Found ${said.en}, but never ${missing.en}.`,
    zh: `有${said.zh}，但没有${missing.zh}。`,
  };
  return ifAbsent === 'unmet'
    ? unmet(reason, { evidence, events })
    : partly(criterion, reason, { evidence, events });
}

const notTranscribed = {
  code: 'not-transcribed',
  en: 'Too little is transcribed to judge the order.',
  zh: '转写不完整，无法判断先后顺序。',
};
