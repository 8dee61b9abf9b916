import type { HeardSegment } from '../../domain/heard-segment.ts';
import { plainSegment, readLanguage, splitSpeaker, type TranscriptFile } from './transcript-file.ts';

/** `00:01:02.345`, `01:02.345` or, in SRT, `00:01:02,345`; a minus in front is read so that it can be repaired. */
const TIME = /(-?)(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})/;
const CUE = new RegExp(`^\\s*(${TIME.source})\\s*--?>\\s*(${TIME.source})`);

/** WebVTT: voice tags (`<v Agent>`) or names in front of a line say who speaks. Null when the header is missing. */
export function readWebVtt(text: string): TranscriptFile | null {
  if (!/^WEBVTT(?:[ \t\n]|$)/.test(text)) return null;
  const language = /^Language:[ \t]*(\S+)/im.exec(text.slice(0, 2000))?.[1];
  return { format: 'webvtt', language: readLanguage(language), segments: readCues(text) };
}

/** SubRip: numbered cues with comma times. Null when it holds no cue. */
export function readSubRip(text: string): TranscriptFile | null {
  const segments = readCues(text);
  return segments.length === 0 ? null : { format: 'srt', language: null, segments };
}

function readCues(text: string): HeardSegment[] {
  const segments: HeardSegment[] = [];
  for (const block of text.split(/\n[ \t]*\n+/)) {
    const lines = block.split('\n');
    const timing = lines.findIndex((line) => CUE.test(line));
    const times = CUE.exec(lines[timing] ?? '');
    if (!times) continue;
    const startMs = readTime(times[1] ?? '');
    const endMs = readTime(times[7] ?? '');
    for (const part of readVoices(lines.slice(timing + 1)))
      segments.push(plainSegment({ ...part, startMs, endMs }));
  }
  return segments;
}

/** A cue's text by speaker: voice tags win, else a name in front of a line holds until the next. */
function readVoices(lines: readonly string[]): { speaker: string | null; text: string }[] {
  const parts: { speaker: string | null; text: string }[] = [];
  for (const piece of lines.join('\n').split(/(?=<v[ .])/i)) {
    const voice = /^<v(?:\.[^ >]*)?[ \t]+([^>]*)>/i.exec(piece)?.[1]?.trim() ?? null;
    for (const line of plainText(piece).split('\n')) {
      if (line.trim() === '') continue;
      const named = voice === null ? splitSpeaker(line) : { speaker: voice, text: line };
      const last = parts.at(-1);
      const isSame = last && (named.speaker === null || named.speaker === last.speaker);
      if (isSame) last.text += ` ${named.text.trim()}`;
      else parts.push({ speaker: named.speaker, text: named.text.trim() });
    }
  }
  return parts;
}

/** Text without cue tags; entities as the characters they stand for. */
function plainText(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    amp: '&',
    lt: '<',
    gt: '>',
    nbsp: ' ',
    lrm: '',
    rlm: '',
  };
  return text
    .replace(/<\/?(?:v|c|i|b|u|ruby|rt|lang|font)\b[^>]*>|<\d[\d:.]*>|\{\\an\d\}/gi, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_, name: string) => entities[name] ?? '');
}

function readTime(text: string): number {
  const [, minus, hours, minutes, seconds, fraction] = TIME.exec(text) ?? [];
  const whole = (Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds);
  const timeMs = whole * 1000 + Number((fraction ?? '').padEnd(3, '0'));
  return minus ? -timeMs : timeMs;
}
