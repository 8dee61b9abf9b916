import { type Localized, languageSchema } from '../domain/call.ts';
import { placeTime, readWrittenTime } from './local-time.ts';
import type { MetadataProblemCode } from './metadata-problem.ts';

/** The fields a call file, a manifest column or a key can give, by their dotted names. */
export const callFields = [
  'callId',
  'startedAt',
  'direction',
  'agent.id',
  'agent.name',
  'agent.team',
  'customer.id',
  'customer.name',
  'company',
  'rings',
  'kind',
  'language',
  'channels.agent',
  'channels.customer',
] as const;
export type CallField = (typeof callFields)[number];

/** Where a field's value came from, in falling order of trust. */
export type FieldOrigin = 'call-file' | 'manifest' | 'key';

/** Zone for times that name none, and now: the latest time a call can have begun, less a day of clock error. */
export interface FieldRules {
  readonly timeZone: string;
  readonly nowMs: number;
}

/** A field's checked value (undefined: refused) and what was wrong with it. */
export interface FieldReading {
  readonly value: string | number | undefined;
  readonly problem: { readonly code: MetadataProblemCode; readonly message: Localized } | null;
}

const directions: ReadonlyMap<string, string> = new Map([
  ...['inbound', 'in', '呼入', '来电'].map((word) => [word, 'inbound'] as const),
  ...['outbound', 'out', '呼出', '外呼'].map((word) => [word, 'outbound'] as const),
]);
const languages: ReadonlyMap<string, string> = new Map([
  ...['chinese', 'mandarin', 'cmn', '中文', '普通话'].map((word) => [word, 'zh'] as const),
  ...['english', '英语', '英文'].map((word) => [word, 'en'] as const),
]);

/** One field's value checked and brought to its type, or why it is refused. */
export function readCallField(field: CallField, raw: unknown, rules: FieldRules): FieldReading {
  if (typeof raw !== 'string' && typeof raw !== 'number') return acceptedOr(field, undefined);
  const text = String(raw).trim();
  const word = text.toLowerCase();
  switch (field) {
    case 'startedAt':
      return readStart(text, rules);
    case 'direction':
      return acceptedOr(field, directions.get(word));
    case 'language':
      return acceptedOr(field, languageSchema.safeParse(languages.get(word) ?? word.split(/[-_]/)[0]).data);
    case 'rings':
      return readWhole(field, text, 100);
    case 'channels.agent':
    case 'channels.customer':
      return readWhole(field, text, 7);
    default:
      return acceptedOr(field, text.length >= 1 && text.length <= 300 ? text : undefined);
  }
}

/** The call file's shape from single fields; an agent without an id and a party without a channel are left out. */
export function assembleCall(fields: ReadonlyMap<CallField, string | number>): Record<string, unknown> {
  const part = (name: string, field: CallField) => (fields.has(field) ? { [name]: fields.get(field) } : {});
  const agent = { ...part('id', 'agent.id'), ...part('name', 'agent.name'), ...part('team', 'agent.team') };
  const customer = { ...part('id', 'customer.id'), ...part('name', 'customer.name') };
  const channels = readChannels(fields.get('channels.agent'), fields.get('channels.customer'));
  return {
    version: 1,
    ...part('callId', 'callId'),
    ...part('startedAt', 'startedAt'),
    ...part('direction', 'direction'),
    ...(fields.has('agent.id') ? { agent } : {}),
    ...(fields.has('customer.id') ? { customer } : {}),
    ...part('company', 'company'),
    ...part('rings', 'rings'),
    ...part('kind', 'kind'),
    ...(channels ? { channels } : {}),
    ...part('language', 'language'),
  };
}

/** Of two channels, knowing one party's is knowing both; the same channel for both is knowing none. */
function readChannels(agent: string | number | undefined, customer: string | number | undefined) {
  const other = (channel: unknown) => (channel === 0 ? 1 : channel === 1 ? 0 : undefined);
  const both = { agent: agent ?? other(customer), customer: customer ?? other(agent) };
  const isKnown = both.agent !== undefined && both.customer !== undefined && both.agent !== both.customer;
  return isKnown ? both : undefined;
}

function readStart(text: string, rules: FieldRules): FieldReading {
  const written = readWrittenTime(text);
  if (!written) return acceptedOr('startedAt', undefined);
  const time = placeTime(written, rules.timeZone);
  if (written.year < 2000 || time.epochMs > rules.nowMs + 86_400_000) {
    const message = {
      en: 'startedAt is before 2000 or in the future',
      zh: 'startedAt 早于 2000 年或晚于现在',
    };
    return { value: undefined, problem: { code: 'BAD_YEAR', message } };
  }
  return {
    value: time.iso,
    problem: time.doubt === 'none' ? null : describeDoubt(time.doubt, rules.timeZone),
  };
}

function describeDoubt(doubt: 'zone-assumed' | 'ambiguous' | 'skipped', zone: string) {
  const doubts = {
    'zone-assumed': {
      code: 'ZONE_ASSUMED' as const,
      message: {
        en: `startedAt names no zone; ${zone} is assumed`,
        zh: `startedAt 未写时区，按 ${zone} 处理`,
      },
    },
    ambiguous: {
      code: 'TIME_AMBIGUOUS' as const,
      message: {
        en: `startedAt occurs twice in ${zone} as clocks go back; the first is taken`,
        zh: `startedAt 在 ${zone} 因时钟回拨出现两次，取第一次`,
      },
    },
    skipped: {
      code: 'TIME_SKIPPED' as const,
      message: {
        en: `startedAt does not occur in ${zone} as clocks go forward`,
        zh: `startedAt 在 ${zone} 因时钟拨快而不存在`,
      },
    },
  };
  return doubts[doubt];
}

function readWhole(field: CallField, text: string, largest: number): FieldReading {
  return acceptedOr(field, /^\d{1,3}$/.test(text) && Number(text) <= largest ? Number(text) : undefined);
}

function acceptedOr(field: CallField, value: string | number | undefined): FieldReading {
  if (value !== undefined) return { value, problem: null };
  const message = { en: `${field} has no valid value and is left out`, zh: `${field} 的值无效，已忽略` };
  return { value, problem: { code: 'BAD_VALUE', message } };
}
