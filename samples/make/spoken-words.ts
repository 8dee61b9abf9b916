import { pinyin } from 'pinyin-pro';
import type { Language } from '../../src/domain/call.ts';

/** One word as it is written and as the voice must be told to say it. */
export interface SpokenWord {
  /** As a transcript writes it, without punctuation; one hanzi, one English word or one number. */
  readonly text: string;
  /** English words, or numbered pinyin for Mandarin. */
  readonly spoken: string;
  /** Punctuation after it that makes the voice pause, or ''. */
  readonly pause: string;
}

const MARKED = /\{([^|{}]+)\|([^{}]+)\}/gu;
const PAUSES: Readonly<Record<string, string>> = {
  ',': ',', '，': ',', '、': ',', ';': ',', '；': ',', ':': ',', '：': ',',
  '.': '.', '。': '.', '!': '.', '！': '.', '?': '?', '？': '?',
}; // biome-ignore format: a table
const HAN = /\p{Script=Han}/u;
const TOKEN = /\{[^|{}]+\|[^{}]+\}|\p{Script=Han}|[\p{L}\p{N}'’%$.,:/-]*[\p{L}\p{N}%]|[^\s]/gu;

/** The text as a transcript writes it: of every `{written|spoken}` only what is written. */
export const writtenText = (text: string): string => text.replace(MARKED, '$1');

interface Draft {
  text: string;
  spoken: string;
  pause: string;
}

function draftWords(text: string): Draft[] {
  const drafts: Draft[] = [];
  for (const token of text.match(TOKEN) ?? []) {
    const marked = /^\{([^|]+)\|([^}]+)\}$/u.exec(token);
    if (marked?.[1] !== undefined && marked[2] !== undefined) {
      drafts.push({ text: marked[1], spoken: marked[2], pause: '' });
    } else if (/[\p{L}\p{N}]/u.test(token)) drafts.push({ text: token, spoken: token, pause: '' });
    else {
      const last = drafts.at(-1);
      if (last !== undefined) last.pause = PAUSES[token] ?? last.pause;
    }
  }
  return drafts;
}

/** espeak-ng's pinyin voice writes the neutral tone 5, ü as it is, and cannot say a bare ng. */
const forPinyinVoice = (syllable: string): string => syllable.replace(/0$/, '5').replace(/^ng/, 'en');

/** Reads hanzi in the context of the whole text, so that 重 and 行 come out as the words they are in. */
function withPinyin(drafts: readonly Draft[]): SpokenWord[] {
  const context = drafts
    .map((draft) => `${HAN.test(draft.spoken) ? draft.spoken : ''}${draft.pause}`)
    .join('');
  const syllables = pinyin(context, { toneType: 'num', type: 'array' });
  let at = 0;
  return drafts.map((draft) => {
    if (!HAN.test(draft.spoken)) {
      if (/^([a-zü]+[0-5]\s*)+$/.test(draft.spoken)) return draft;
      throw new Error(
        `the Mandarin voice cannot read “${draft.text}”: write {${draft.text}|汉字 or pinyin1}`,
      );
    }
    const length = [...draft.spoken].length;
    const spoken = syllables
      .slice(at, at + length)
      .map(forPinyinVoice)
      .join(' ');
    at += length + draft.pause.length;
    return { ...draft, spoken };
  });
}

/** The words of a text in order, with what the voice is to say for each. */
export function spokenWords(text: string, language: Language): SpokenWord[] {
  const drafts = draftWords(text);
  return language === 'zh' ? withPinyin(drafts) : drafts;
}
