import type { Language, Party } from '../../domain/call.ts';
import type { HeardSegment } from '../../domain/heard-segment.ts';

/** What a transcript file says, before its times are repaired. */
export interface TranscriptFile {
  readonly format: 'earmark' | 'verbose_json' | 'webvtt' | 'srt';
  /** Null where the file does not say. */
  readonly language: Language | null;
  readonly segments: readonly HeardSegment[];
}

const agentNames =
  /^(agent|rep|representative|operator|advisor|adviser|seller|salesperson|staff|坐席|座席|客服|销售|业务员|顾问|专员|话务员|客服代表)$/;
const customerNames = /^(customer|client|caller|user|cust|consumer|客户|顾客|用户|来电人|客人)$/;
const otherNames = /^(ivr|system|robot|bot|machine|other|narrator|系统|机器人|语音|旁白|其他)$/;
const numberedName = /^(speaker|spk|说话人|发言人|讲话人|channel|ch|声道)$/;

/** The party a speaker's name stands for, with or without a number or id after it; null for anybody else. */
export function partyOfSpeaker(name: string | null): Party | null {
  const word = nameWord(name ?? '');
  if (agentNames.test(word)) return 'agent';
  if (customerNames.test(word)) return 'customer';
  return otherNames.test(word) ? 'other' : null;
}

/** Takes a speaker's name off the front of a line (`Agent: …`, `客服：…`, `- Speaker 1: …`); other colons stay text. */
export function splitSpeaker(line: string): { speaker: string | null; text: string } {
  const match = /^\s*[-–—]?\s*[[【(（]?([^:：[\]【】()（）]{1,32}?)[\]】)）]?\s*[:：]\s*/.exec(line);
  const name = match?.[1]?.trim() ?? '';
  const isName = partyOfSpeaker(name) !== null || numberedName.test(nameWord(name));
  return match && isName
    ? { speaker: name, text: line.slice(match[0].length) }
    : { speaker: null, text: line };
}

/** A language however recognizers write it (`zh`, `zh-CN`, `chinese`, `en`, `english`); null for any other. */
export function readLanguage(value: unknown): Language | null {
  if (typeof value !== 'string') return null;
  const word = value.trim().toLowerCase();
  if (/^(zh|cmn|yue|chinese|mandarin)\b/.test(word) || /^(中文|普通话)$/.test(word)) return 'zh';
  return /^(en|eng|english)\b/.test(word) ? 'en' : null;
}

/** Number of a field some servers write as a string; null for anything else and for NaN. */
export function readNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** A segment of text and times alone. */
export function plainSegment(part: {
  text: string;
  startMs: number | null;
  endMs: number | null;
  speaker: string | null;
}): HeardSegment {
  return { ...part, words: [], noSpeechProb: null, avgLogprob: null, compressionRatio: null };
}

function nameWord(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_#-]*[\dA-Za-z]?\d*$/, (end) => (/\d/.test(end) || /^[\s_#-]/.test(end) ? '' : end));
}
