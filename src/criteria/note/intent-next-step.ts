import { z } from 'zod';
import type { Note } from '../../domain/note.ts';
import type { ScoringInput } from '../../domain/scoring-input.ts';
import type { Criterion } from '../../domain/standard.ts';
import type { Decision, Reason } from '../../domain/verdict.ts';
import { endedByCustomer } from '../call-end.ts';
import { met, notApplicable, notAssessable, partly, unmet } from '../decide.ts';
import { absenceIsProven } from '../evidence/evidence.ts';
import type { CriterionKind } from '../kind.ts';
import type { TopicId } from '../lexicon/topics.ts';
import { findSayings, type Said, searchFor } from '../sayings.ts';
import { windowOf } from '../text/turns.ts';
import { readNoteFields } from './note-fields.ts';
import { mention } from './note-mention.ts';

const settings = z.strictObject({
  /** Above this percentage of intent a meeting or visit is proposed; up to it the follow-up goes on. */
  invitePercent: z.number().min(0).max(100).default(60),
});
type Settings = z.infer<typeof settings>;

/** Whether the agent took the step the note's percentage of intent calls for: an invitation, or a next contact. */
export const intentNextStep: CriterionKind<Settings> = {
  kind: 'intent-next-step',
  isRoleBound: true,
  needs: ['transcript', 'note'],
  settings,
  score: (input, criterion) =>
    input.note === null ? notAssessable(noPercentage) : scoreStep(input, input.note, criterion),
};

function scoreStep(input: ScoringInput, note: Note, criterion: Criterion<Settings>): Decision {
  const { fields, intent } = readNoteFields(note);
  if (intent?.percent == null || !fields.intent) return notAssessable(noPercentage);
  const isHigh = intent.percent > criterion.settings.invitePercent;
  const topics: TopicId[] = isHigh ? ['invitation'] : ['next-step', 'next-call-reason', 'invitation'];
  const said: Said = { by: 'agent', topics };
  const window = windowOf(input, criterion.window);
  const found = findSayings(input, said, window);
  const events = found.map(({ event }) => event);
  const noted = mention('intent', fields.intent.value);
  const proven = found.find(({ quote }) => quote.verified);
  if (proven) return met(stepTaken(isHigh), { evidence: [noted, proven.quote], events });
  const searches = searchFor(input, said, window);
  const findings = { evidence: [noted, ...searches], events };
  if (found.length > 0 || !searches.every((search) => absenceIsProven(search, input.transcriptGate)))
    return notAssessable(notTranscribed, findings);
  if (endedByCustomer(input)) return notApplicable(hungUp, findings);
  return isHigh ? unmet(stepMissing(isHigh), findings) : partly(criterion, stepMissing(isHigh), findings);
}

function stepTaken(isHigh: boolean): Reason {
  return isHigh
    ? { code: 'invited', en: 'The intent is high, and a meeting was proposed.', zh: '意向较高，已邀约见面。' }
    : { code: 'follow-up-agreed', en: 'The follow-up goes on.', zh: '意向不高，已约定继续跟进。' };
}

function stepMissing(isHigh: boolean): Reason {
  return isHigh
    ? {
        code: 'not-invited',
        en: 'The intent is high, but no meeting or visit was proposed.',
        zh: '意向较高，但未邀约见面或参观。',
      }
    : { code: 'no-follow-up', en: 'No next contact was agreed.', zh: '未约定下次联系。' };
}

const noPercentage: Reason = {
  code: 'no-intent-percentage',
  en: 'The note states no percentage of intent, so the step due is not known.',
  zh: '通话记录未注明意向百分比，无法判断应采取的下一步。',
};
const notTranscribed: Reason = {
  code: 'not-transcribed',
  en: 'Too little is transcribed to say that the step was not taken.',
  zh: '转写不完整，不能断定未采取下一步。',
};
const hungUp: Reason = {
  code: 'customer-hung-up',
  en: 'The customer ended the call before a next step could be agreed.',
  zh: '客户先行结束通话，来不及约定下一步。',
};
