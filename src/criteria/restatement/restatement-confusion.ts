import type { ScoringInput } from '../../domain/scoring-input.ts';
import {
  type ConfusionKind,
  confusionHint,
  confusionSigns,
  explainsNothing,
  notConfused,
} from '../lexicon/confusion.ts';
import { pressureWording } from '../lexicon/pressure.ts';
import { rudenessPatterns } from '../lexicon/rudeness.ts';
import { contentOf, overlapOf } from '../text/content-words.ts';
import { allTurns, hasWords, isTrusted, type PlacedTurn } from '../text/turns.ts';

/** How the agent met a sign of confusion. */
export type ConfusionAnswer = 'restated' | 'repeated' | 'ignored' | 'no-answer';

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
/** Fewer pieces of content than this explain nothing. */
const LEAST_CONTENT = 2;
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
  const overlap = overlapOf(answer, source);
  const kept = overlapOf(source, answer);
  if (kept >= VERBATIM_OVERLAP && overlap >= VERBATIM_OVERLAP)
    return kind === 'not-heard' ? 'restated' : 'repeated';
  if (answer.size < LEAST_CONTENT && overlap === 0) return 'ignored';
  const isEmpty =
    kind === 'not-understood' && !bringsWords(said, `${before.normal.text} ${sign.normal.text}`);
  return isEmpty ? 'repeated' : 'restated';
}

/** Every sign of confusion after something the agent said, and whether the agent said it in other words. */
export function findConfusions(input: ScoringInput): readonly Confusion[] {
  const turns = allTurns(input);
  return turns.flatMap((placed) => {
    if (placed.turn.party !== 'customer' || !isTrusted(placed.turn) || !hasWords(placed.turn)) return [];
    const sign = signIn(placed);
    const before = agentBefore(turns, placed.index);
    if (sign === null || before === null || isOffended(placed, before)) return [];
    const after = agentAfter(turns, placed.index);
    return [
      { placed, ...sign, answer: judge(sign.kind, before, placed, after), answeredIn: after[0] ?? null },
    ];
  });
}
