import { makeRandom } from '../../samples/make/random.ts';
import type { Transcript, Turn, Word } from '../../src/domain/transcript.ts';
import type { LabelledCall } from './make-call.ts';

/** How a recognizer spoils what was said. */
export interface Spoiling {
  /** Word times are late by up to this, a different amount each utterance. */
  readonly lateMs: number;
  /** Share of words replaced or dropped. */
  readonly wrongShare: number;
}

/** Spoiling the issue asks for. */
export const usualSpoiling: Spoiling = { lateMs: 150, wrongShare: 0.15 };

/** The transcript a middling recognizer makes of a made call: late, partly wrong, no punctuation; left is the agent. */
export function hearWords(call: LabelledCall, seed: number, spoiling: Spoiling = usualSpoiling): Transcript {
  const random = makeRandom(seed);
  const vocabulary = call.words.map((word) => word.text);
  const byUtterance = Map.groupBy(call.words, (word) => word.utterance);
  const turns: Turn[] = [];
  for (const said of byUtterance.values()) {
    const late = Math.round(random() * spoiling.lateMs);
    const words: Word[] = [];
    for (const word of said) {
      const draw = random();
      if (draw < spoiling.wrongShare / 3) continue;
      const isWrong = draw < spoiling.wrongShare;
      const text = isWrong ? (vocabulary[Math.floor(random() * vocabulary.length)] as string) : word.text;
      words.push({ text, startMs: word.startMs + late, endMs: word.endMs + late });
    }
    const [first] = words;
    const last = words.at(-1);
    if (!first || !last) continue;
    turns.push({
      party: said[0]?.channel === 'left' ? 'agent' : 'customer',
      startMs: first.startMs,
      endMs: last.endMs,
      text: words.map((word) => word.text).join(call.language === 'zh' ? '' : ' '),
      words,
    });
  }
  turns.sort((a, b) => a.startMs - b.startMs);
  return { version: 1, language: call.language, turns };
}
