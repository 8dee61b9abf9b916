import type { Localized } from '../../domain/call.ts';
import type { NoteEvidence, Reason } from '../../domain/verdict.ts';

const fieldNames: Readonly<Record<string, Localized>> = {
  time: { en: 'time', zh: '时间' },
  person: { en: 'person', zh: '联系人' },
  outcome: { en: 'outcome', zh: '结果' },
  intent: { en: 'intent', zh: '意向' },
};

const reason = (code: string, en: string, zh: string): Reason => ({ code, en, zh });

/** Why a note came out as it did. */
export const noteReasons = {
  none: reason('no-note', 'No note was supplied for this call.', '本次通话没有提供通话记录。'),
  noTranscript: reason(
    'no-transcript',
    'The note cannot be held against the call: nothing was transcribed.',
    '没有转写文本，无法将记录与通话核对。',
  ),
  roles: reason(
    'roles-uncertain',
    'The note cannot be held against the call: it is not certain which party is the customer.',
    '无法确定哪一方是客户，不能核对记录。',
  ),
  complete: reason(
    'note-complete',
    'The note is complete and in step with the call.',
    '记录完整，与通话一致。',
  ),
  contradicted: reason(
    'note-contradicted',
    'The note states something else than what was said in the call.',
    '记录内容与通话所说不符。',
  ),
  intent: reason(
    'intent-contradicted',
    'The intent class in the note is the opposite of what the customer said.',
    '记录的意向分类与客户所说相反。',
  ),
  unverified: reason(
    'evidence-rejected',
    'The note seems to contradict the call, but the quote could not be verified.',
    '记录疑似与通话不符，但引文未通过核验。',
  ),
  factMissing: reason(
    'fact-missing',
    'Something the customer gave for later is not in the note.',
    '客户提供的关键信息未写入记录。',
  ),
  otherName: reason(
    'other-name',
    'The name in the note differs from the one said.',
    '记录中的姓名与通话中不同。',
  ),
  unsupported: reason(
    'note-unsupported',
    'The note holds a number or an amount that nobody said.',
    '记录中的号码或金额在通话中未出现。',
  ),
  tooLong: reason('note-too-long', 'The note is longer than it should be.', '记录过长，不够简明。'),
  brief: reason('note-brief', 'The note is brief.', '记录简明。'),
  sameDay: reason('filed-same-day', 'The note was written on the day of the call.', '记录于通话当日填写。'),
  laterDay: reason(
    'filed-later',
    'The note was written on a later day than the call.',
    '记录晚于通话当日填写。',
  ),
  noWrittenAt: reason(
    'no-written-at',
    'The note does not say when it was written ("writtenAt").',
    '记录未注明填写时间（writtenAt）。',
  ),
  noStartedAt: reason(
    'no-started-at',
    'The call file does not say when the call was ("startedAt").',
    '通话文件未注明通话时间（startedAt）。',
  ),
  fields(missing: readonly NoteEvidence[]): Reason {
    const list = (language: 'en' | 'zh', mark: string): string =>
      missing.map(({ field }) => fieldNames[field]?.[language] ?? field).join(mark);
    return reason('field-missing', `The note lacks: ${list('en', ', ')}.`, `记录缺少：${list('zh', '、')}。`);
  },
} as const;
