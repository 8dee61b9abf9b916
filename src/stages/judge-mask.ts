import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Turn, Word } from '../domain/transcript.ts';

/** Digits from which a run is a telephone, card, account or identity number and not an amount or a date. */
const LONG_NUMBERS: readonly RegExp[] = [
  /\d(?:[ -]?\d){6,}/g,
  /[零〇一二两三四五六七八九幺]{7,}/g,
  /\b(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)\b[ ,-]*){7,}/gi,
  /[\w.+-]+@[\w-]+\.[\w.-]+/g,
];

/**
 * The call with long numbers, mail addresses and the names of its agents and customer written over, letter for letter
 * (`x` and `N`), so that places stay what they were. A judge sees and quotes this text only.
 */
export function maskCall(input: ScoringInput): ScoringInput {
  if (input.transcript === null) return input;
  const names = namePatterns(input);
  const turns = input.transcript.turns.map((turn) => maskTurn(turn, names));
  return { ...input, transcript: { ...input.transcript, turns } };
}

function maskTurn(turn: Turn, names: readonly RegExp[]): Turn {
  let text = turn.text;
  for (const pattern of LONG_NUMBERS) text = text.replace(pattern, (found) => overwrite(found, 'x'));
  for (const pattern of names) text = text.replace(pattern, (found) => overwrite(found, 'N'));
  if (text === turn.text) return turn;
  return turn.words === undefined
    ? { ...turn, text }
    : { ...turn, text, words: maskWords(turn, text, turn.words) };
}

const overwrite = (found: string, by: string): string => found.replace(/[\p{L}\p{N}]/gu, by);

/** Each word with the masked text at its own place, so that quotes keep their times. */
function maskWords(turn: Turn, masked: string, words: readonly Word[]): Word[] {
  let cursor = 0;
  return words.map((word) => {
    const at = turn.text.indexOf(word.text, cursor);
    if (at < 0) return word;
    cursor = at + word.text.length;
    return { ...word, text: masked.slice(at, cursor) };
  });
}

function namePatterns({ call, company }: ScoringInput): RegExp[] {
  const known = [
    call.agent?.name,
    call.customer?.name,
    ...company.agents.flatMap(({ name, spoken }) => [name, ...spoken]),
  ].filter((name) => name !== undefined);
  const parts = known.flatMap((name) => [name, ...name.split(/\s+/)]).map((name) => name.trim());
  return [...new Set(parts)]
    .filter((name) => (/[\u4e00-\u9fff]/.test(name) ? name.length >= 2 : /^\p{L}.{2,}$/u.test(name)))
    .sort((a, b) => b.length - a.length)
    .map((name) => {
      const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return /[\u4e00-\u9fff]/.test(name) ? new RegExp(literal, 'g') : new RegExp(`\\b${literal}\\b`, 'gi');
    });
}
