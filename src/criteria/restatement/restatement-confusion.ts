import type { ScoringInput } from '../../domain/scoring-input.ts';
import {
  type ConfusionKind,
  confusionHint,
  confusionSigns,
  explainsNothing,
  noTerm,
  notConfused,
  rephrases,
  termQuestions,
  turnsElsewhere,
  weakSign,
} from '../lexicon/confusion.ts';
import { pressureWording } from '../lexicon/pressure.ts';
import { rudenessPatterns } from '../lexicon/rudeness.ts';
import { contentOf, overlapOf } from '../text/content-words.ts';
import { allTurns, hasWords, isTrusted, type PlacedTurn } from '../text/turns.ts';

/** How the agent met a sign of confusion. */
export type ConfusionAnswer = 'restated' | 'repeated' | 'ignored' | 'no-answer' | 'confirmed';

/** A customer who did not follow, and what the agent did. */
export interface Confusion {
  readonly placed: PlacedTurn;
  readonly kind: ConfusionKind;
  /** Positions in the normalised text. */
  readonly from: number;
  readonly to: number;
  readonly answer: ConfusionAnswer;
  /** The agent's turn that answers; null without one. */
  readonly answeredIn: PlacedTurn | null;
}

/** As good as word for word: no other wording was tried. */
const VERBATIM_OVERLAP = 0.9;
/** Share of what was not heard that comes back when it is said again. */
const TAKEN_UP_OVERLAP = 0.5;
/** Fewer pieces of content than this explain nothing. */
const LEAST_CONTENT = 2;
/** Shortest word that is a term, in characters. */
const LEAST_TERM = 2;
const isHanPair = /^[\u3400-\u9fff]{2}$/u;

function signIn(placed: PlacedTurn): Pick<Confusion, 'kind' | 'from' | 'to'> | null {
  const { text } = placed.normal;
  if (!confusionHint.test(text)) return null;
  const shield = notConfused.exec(text);
  for (const { kind, pattern } of confusionSigns) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const isShielded =
      shield !== null &&
      shield.index < found.index + found[0].length &&
      found.index < shield.index + shield[0].length;
    if (!isShielded) return { kind, from: found.index, to: found.index + found[0].length };
  }
  return null;
}

/** The customer asks what a word is that the agent has just used. */
function termIn(placed: PlacedTurn, before: PlacedTurn): Pick<Confusion, 'kind' | 'from' | 'to'> | null {
  const { text } = placed.normal;
  for (const pattern of termQuestions) {
    const found = pattern.exec(text);
    const term = found?.[1] ?? '';
    if (found === null || term.length < LEAST_TERM || noTerm.test(term) || !before.normal.text.includes(term))
      continue;
    return { kind: 'not-understood', from: found.index, to: found.index + found[0].length };
  }
  return null;
}

/** Words of taking offence as much as of not hearing; after something offensive they are the former. */
const OFFENCE =
  /^(?:(?:um|uh|oh|well|wow) )*(?:sorry|pardon(?: me)?|excuse me|what|(?:i )?beg your pardon|what did you (?:just )?say(?: to me)?)$|^(?:啊|嗯|哈|诶|喂)?(?:什么|(?:你|您)(?:刚才)?说什么|(?:你|您)说啥)(?:啊|呢)?$/;
const offensive = [...Object.values(rudenessPatterns), ...Object.values(pressureWording)].flat();
/** The agent leaves the matter instead of explaining it. */
const TURNS_AWAY =
  /^(?:anyway|anyhow|never ?mind|moving on|forget it|whatever)\b|^(?:算了|不说这个|先不管|别管)/;

function isOffended(placed: PlacedTurn, before: PlacedTurn): boolean {
  const { text } = placed.normal;
  if (/^sorry$/.test(text) && /[.。]\s*$/.test(placed.turn.text)) return true;
  return OFFENCE.test(text) && offensive.some((pattern) => before.normal.text.search(pattern) >= 0);
}

function agentBefore(turns: readonly PlacedTurn[], index: number): PlacedTurn | null {
  for (let at = index - 1; at >= 0 && at >= index - 4; at--) {
    const placed = turns[at];
    if (placed?.turn.party === 'agent' && hasWords(placed.turn)) return placed;
  }
  return null;
}

function agentAfter(turns: readonly PlacedTurn[], index: number): PlacedTurn[] {
  const out: PlacedTurn[] = [];
  for (const placed of turns.slice(index + 1, index + 7)) {
    if (placed.turn.party === 'agent' && isTrusted(placed.turn) && hasWords(placed.turn)) out.push(placed);
    else if (placed.turn.party === 'customer' && out.length > 0 && placed.normal.text.length > 4) break;
  }
  return out;
}

/** Whether an answer brings a word that neither the agent's words before it nor the question had. */
function bringsWords(answer: string, known: string): boolean {
  const old = contentOf(known);
  return [...contentOf(answer.replace(explainsNothing, ' '))].some(
    (word) => !old.has(word) && (!isHanPair.test(word) || [...word].some((sign) => !known.includes(sign))),
  );
}

/** True for an answer that shares nothing with what was not followed, explains nothing, and asks for something else. */
function isAboutElse(
  said: string,
  answer: ReadonlySet<string>,
  source: ReadonlySet<string>,
  sign: PlacedTurn,
): boolean {
  if (overlapOf(answer, source) > 0 || overlapOf(answer, contentOf(sign.normal.text)) > 0) return false;
  return !rephrases.test(said) && turnsElsewhere.test(said);
}

/** The turn of an answer that says something, past an apology or "let me see". */
function tellingTurn(after: readonly PlacedTurn[]): PlacedTurn | null {
  return after.find(({ normal }) => contentOf(normal.text).size >= LEAST_CONTENT) ?? after[0] ?? null;
}

/** How an answer stands to what was not followed: the agent's turn `before` it and the sign itself. */
function judge(
  kind: ConfusionKind,
  before: PlacedTurn,
  sign: PlacedTurn,
  after: readonly PlacedTurn[],
): ConfusionAnswer {
  if (after.length === 0) return 'no-answer';
  if (TURNS_AWAY.test(after[0]?.normal.text ?? '')) return 'ignored';
  const said = after.map(({ normal }) => normal.text).join(' ');
  const source = contentOf(before.normal.text);
  const answer = contentOf(said);
  if (kind === 'checks') return answer.size < LEAST_CONTENT ? 'confirmed' : 'restated';
  const overlap = overlapOf(answer, source);
  const kept = overlapOf(source, answer);
  if (kept >= VERBATIM_OVERLAP && overlap >= VERBATIM_OVERLAP)
    return kind === 'not-heard' ? 'restated' : 'repeated';
  if (answer.size < LEAST_CONTENT && overlap === 0) return 'ignored';
  if (kind === 'not-understood' && isAboutElse(said, answer, source, sign)) return 'ignored';
  const isEmpty =
    kind === 'not-understood' && !bringsWords(said, `${before.normal.text} ${sign.normal.text}`);
  return isEmpty ? 'repeated' : 'restated';
}

/** Whether a bare interjection was a question: it was written as one, or the agent answers it by saying it again. */
function isTakenUp(
  placed: PlacedTurn,
  before: PlacedTurn,
  after: readonly PlacedTurn[],
  answer: ConfusionAnswer,
): boolean {
  if (answer !== 'restated') return false;
  if (/[?？]\s*$/.test(placed.turn.text)) return true;
  const said = contentOf(after.map(({ normal }) => normal.text).join(' '));
  return overlapOf(contentOf(before.normal.text), said) >= TAKEN_UP_OVERLAP;
}

/** Every sign of confusion after something the agent said, and whether the agent said it in other words. */
export function findConfusions(input: ScoringInput): readonly Confusion[] {
  const turns = allTurns(input);
  return turns.flatMap((placed) => {
    if (placed.turn.party !== 'customer' || !isTrusted(placed.turn) || !hasWords(placed.turn)) return [];
    const before = agentBefore(turns, placed.index);
    if (before === null) return [];
    const sign = signIn(placed) ?? termIn(placed, before);
    if (sign === null || isOffended(placed, before)) return [];
    const after = agentAfter(turns, placed.index);
    const answer = judge(sign.kind, before, placed, after);
    if (weakSign.test(placed.normal.text) && !isTakenUp(placed, before, after, answer)) return [];
    return [{ placed, ...sign, answer, answeredIn: tellingTurn(after) }];
  });
}
