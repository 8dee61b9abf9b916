import { z } from 'zod';
import type { Note } from '../domain/note.ts';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { Decision, MeasureEvidence, Reason } from '../domain/verdict.ts';
import { met, notApplicable, notAssessable, partly, unmet } from './decide.ts';
import type { CriterionKind } from './kind.ts';
import { contactReasons } from './lexicon/contact-reasons.ts';
import { notedClasses, notedOwner, notedUrgency, urgentWording } from './lexicon/voice-mail.ts';
import { findInNote, mention } from './note/note-mention.ts';
import { findGroups, findSaid, type Said, searchWholeCall } from './said.ts';

const settings = z.strictObject({
  /** What is looked at: how the message is classed, that its urgency is marked, who must act, how soon it was worked on. */
  check: z.enum(['class', 'urgency', 'owner', 'time']),
  /** Hours within which a message is worked on, and within which an urgent one is. */
  withinHours: z.number().min(0.1).default(24),
  urgentWithinHours: z.number().min(0.1).default(4),
});
type VoiceMailSettings = z.infer<typeof settings>;

/** Whether a voice mail was rightly classed, its urgency marked, given to who must act, and worked on in time. */
export const voiceMail: CriterionKind<VoiceMailSettings> = {
  kind: 'voice-mail',
  isRoleBound: false,
  needs: ['transcript'],
  settings,
  score: scoreVoiceMail,
};

const parties = ['customer', 'other', 'agent'] as const;

function scoreVoiceMail(input: ScoringInput, criterion: Criterion<VoiceMailSettings>): Decision {
  const { check } = criterion.settings;
  if (check === 'time') return scoreTime(input, criterion);
  const { note } = input;
  const heard = check === 'urgency' ? findUrgency(input) : findClasses(input);
  const events = heard.map(({ event }) => event);
  if (!note) return notAssessable(reasons.noNote, { evidence: heard.map(({ quote }) => quote), events });
  if (check === 'owner') {
    const owner = findInNote(note, notedOwner);
    const evidence = [mention('owner', owner)];
    return owner === null
      ? unmet(reasons.noOwner, { evidence, events })
      : met(reasons.owner, { evidence, events });
  }
  return check === 'class' ? scoreClass(criterion, note, heard) : scoreUrgency(input, note, heard);
}

const findClasses = (input: ScoringInput): Said[] =>
  parties.flatMap((party) => findGroups(input, party, contactReasons, 'message-class'));

const findUrgency = (input: ScoringInput): Said[] =>
  parties.flatMap((party) => findSaid(input, party, urgentWording, 'urgency'));

/** The note's class against what was said; an enquiry may be part of any message, so only firmer wording contradicts. */
function scoreClass(criterion: Criterion<VoiceMailSettings>, note: Note, heard: readonly Said[]): Decision {
  const events = heard.map(({ event }) => event);
  const quotes = heard.map(({ quote }) => quote);
  const noted = Object.entries(notedClasses).find(([, patterns]) => findInNote(note, patterns) !== null);
  if (!noted) return unmet(reasons.noClass, { evidence: [mention('class', null), ...quotes], events });
  const [name, patterns] = noted;
  const value = findInNote(note, patterns);
  const same = heard.find(({ event }) => event.detail === name);
  if (same) return met(reasons.sameClass, { evidence: [same.quote, mention('class', value, same)], events });
  const firm = heard.filter(({ event, quote }) => event.detail !== 'enquiry' && quote.verified);
  const [other] = firm;
  const evidence = [mention('class', value), ...quotes];
  if (!other) return notAssessable(reasons.classUnclear, { evidence, events });
  return firm.every(({ event }) => event.detail === other.event.detail) && name !== 'other'
    ? unmet(reasons.otherClass, { evidence, events })
    : partly(criterion, reasons.otherClass, { evidence, events });
}

function scoreUrgency(input: ScoringInput, note: Note, heard: readonly Said[]): Decision {
  const events = heard.map(({ event }) => event);
  const [urgent] = heard;
  const marked = findInNote(note, notedUrgency);
  if (urgent) {
    const evidence = [urgent.quote, mention('urgency', marked, urgent)];
    return marked === null
      ? unmet(reasons.notMarked, { evidence, events })
      : met(reasons.marked, { evidence, events });
  }
  const search = searchWholeCall(input, 'customer', { en: 'wording of urgency', zh: '紧急程度的表述' });
  return marked === null
    ? notApplicable(reasons.notUrgent, { evidence: [search], events })
    : met(reasons.marked, { evidence: [mention('urgency', marked)], events });
}

function scoreTime(input: ScoringInput, { settings: limits }: Criterion<VoiceMailSettings>): Decision {
  const from = Date.parse(input.call.startedAt ?? '');
  const to = Date.parse(input.note?.writtenAt ?? '');
  if (Number.isNaN(from) || Number.isNaN(to)) return notAssessable(reasons.noTimes);
  const urgent = findUrgency(input);
  const threshold = urgent.length > 0 ? limits.urgentWithinHours : limits.withinHours;
  const hours = Math.round(((to - from) / 3_600_000) * 10) / 10;
  const measure: MeasureEvidence = {
    kind: 'measure',
    party: null,
    name: 'time-to-answer',
    value: hours,
    unit: 'h',
    threshold,
    startMs: 0,
    endMs: input.durationMs,
    spans: [],
    verified: true,
  };
  const evidence = [measure, ...urgent.map(({ quote }) => quote)];
  const events = urgent.map(({ event }) => event);
  return hours <= threshold
    ? met(reasons.inTime, { evidence, events })
    : unmet(reasons.late, { evidence, events });
}

const reasons = {
  noNote: {
    code: 'no-note',
    en: 'No note was supplied that says how the message was sorted.',
    zh: '没有提供留言处理记录。',
  },
  noTimes: {
    code: 'no-times',
    en: 'The time of the message or of the note is not known.',
    zh: '未知留言时间或记录时间。',
  },
  owner: {
    code: 'owner-named',
    en: 'The note names who must act on the message.',
    zh: '记录写明了处理人或处理部门。',
  },
  noOwner: {
    code: 'no-owner',
    en: 'The note names nobody to act on the message.',
    zh: '记录没有写明由谁处理留言。',
  },
  noClass: {
    code: 'no-class',
    en: 'The note does not class the message (complaint, suggestion, enquiry, claim, other).',
    zh: '记录没有对留言分类（投诉、建议、咨询、报案、其他）。',
  },
  sameClass: {
    code: 'class-right',
    en: 'The note classes the message as what was said.',
    zh: '留言分类与内容一致。',
  },
  otherClass: {
    code: 'class-wrong',
    en: 'The note classes the message as something else than what was said.',
    zh: '留言分类与内容不符。',
  },
  classUnclear: {
    code: 'class-unclear',
    en: 'Words alone do not show whether the class in the note is right.',
    zh: '仅凭文字无法判断分类是否正确。',
  },
  marked: {
    code: 'urgency-marked',
    en: 'The note says how urgent the message is.',
    zh: '记录标明了紧急程度。',
  },
  notMarked: {
    code: 'urgency-not-marked',
    en: 'The message is urgent; the note does not say so.',
    zh: '留言紧急，记录未标明。',
  },
  notUrgent: {
    code: 'not-urgent',
    en: 'Nothing in the message says it is urgent.',
    zh: '留言没有表示紧急。',
  },
  inTime: { code: 'in-time', en: 'The message was worked on in time.', zh: '留言得到及时处理。' },
  late: {
    code: 'late',
    en: 'The message was worked on later than the standard allows.',
    zh: '留言处理超过规定时限。',
  },
} satisfies Record<string, Reason>;
