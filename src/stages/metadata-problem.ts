import type { Localized } from '../domain/call.ts';
import type { CallField, FieldOrigin } from './call-fields.ts';

/** Stable codes of what can be wrong with a call's metadata. */
export type MetadataProblemCode =
  | 'BAD_VALUE'
  | 'BAD_YEAR'
  | 'ZONE_ASSUMED'
  | 'TIME_AMBIGUOUS'
  | 'TIME_SKIPPED'
  | 'END_BEFORE_START'
  | 'CONFLICT'
  | 'TEXT_REPLACED'
  | 'OTHER_ENCODING'
  | 'KEY_UNMATCHED'
  | 'NEEDS_AGENT'
  | 'DURATION_MISMATCH';

/** Something wrong with what is known of a call; the call is still processed and the doubt is shown. */
export interface MetadataProblem {
  readonly code: MetadataProblemCode;
  /** Dotted field name, or null where the file or key as a whole is meant. */
  readonly field: string | null;
  readonly from: FieldOrigin | 'audio' | null;
  readonly message: Localized;
}

/** A problem with its place and its texts. */
export function problem(
  code: MetadataProblemCode,
  field: string | null,
  from: MetadataProblem['from'],
  message: Localized,
): MetadataProblem {
  return { code, field, from, message };
}

/** Nobody says who the agent is. */
export const needsAgent = { en: 'no agent id is known; none is guessed', zh: '坐席编号未知，不作猜测' };
/** The channels contradict each other. */
export const sameChannel = {
  en: 'the channels of agent and customer are not two different ones',
  zh: '坐席与客户的声道不是两个不同的声道',
};
/** The key says nothing. */
export const keyUnmatched = {
  en: 'the key does not fit EARMARK_KEY_PATTERN',
  zh: '键名不符合 EARMARK_KEY_PATTERN',
};
/** End and start contradict each other. */
export const endsBeforeStart = { en: 'the call ends before it starts', zh: '通话结束早于开始' };

/** Characters were replaced. */
export function replacedText(count: number): Localized {
  return {
    en: `${count} characters that cannot be stored were replaced`,
    zh: `替换了 ${count} 个无法保存的字符`,
  };
}

/** The manifest was not UTF-8. */
export function otherEncoding(encoding: string): Localized {
  return {
    en: `the manifest was read as ${encoding}; UTF-8 is safer`,
    zh: `清单按 ${encoding} 读取；建议使用 UTF-8`,
  };
}

/** Rows of the manifest contradict each other. */
export function rowsDisagree(field: CallField): Localized {
  return {
    en: `rows of the manifest disagree about ${field}; none is taken`,
    zh: `清单中各行的 ${field} 不一致，均不采用`,
  };
}

/** Two origins contradict each other and one is followed. */
export function originsDisagree(field: CallField, kept: FieldOrigin): Localized {
  return {
    en: `${field} is stated differently; the ${kept} is followed`,
    zh: `${field} 的说法不一致，以 ${kept} 为准`,
  };
}
