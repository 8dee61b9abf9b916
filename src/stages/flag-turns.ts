import { inventedPhrases } from '../criteria/lexicon/inventions.ts';
import { compilePhrases } from '../criteria/text/match-phrases.ts';
import { normalise } from '../criteria/text/normalise.ts';
import type { Span } from '../domain/acoustics.ts';
import type { Language } from '../domain/call.ts';
import { guessLanguage } from '../domain/guess-language.ts';
import type { SideTurn, TurnFlag } from '../domain/transcript.ts';

/** Recognizers and detectors disagree at edges by about this much. */
const EDGE_MS = 300;
/** Least share of a turn that must lie over speech. */
const BACKED_SHARE = 0.3;
/** Share of a text from which an invented phrase is what it says, and not a part of it. */
const INVENTED_SHARE = 0.5;
/** Characters and words from which the language of a side can be told. */
const LANGUAGE_MIN = 30;

const inventions = compilePhrases({ invented: inventedPhrases });

/** The turns with flags for text over silence and for sentences recognizers are known to invent; `speech` null: unheard. */
export function flagTurns<T extends SideTurn>(turns: readonly T[], speech: readonly Span[] | null): T[] {
  return turns.map((turn) => {
    const flags: TurnFlag[] = [];
    if (speech && !isBacked(turn, speech)) flags.push('no-speech');
    if (isInvented(turn.text)) flags.push('hallucinated');
    return withFlags(turn, flags);
  });
}

/** The turns, all flagged when they are plainly in the other language, as when a server translates (ASR-05). */
export function flagLanguage<T extends SideTurn>(turns: readonly T[], language: Language): T[] {
  const size = turns.reduce((sum, turn) => sum + turn.text.length, 0);
  const isWrong = size >= LANGUAGE_MIN && guessLanguage(turns) !== language;
  return isWrong ? turns.map((turn) => withFlags(turn, ['wrong-language'])) : [...turns];
}

function isBacked(turn: SideTurn, speech: readonly Span[]): boolean {
  const words = turn.words ?? [];
  const spans: readonly Span[] =
    words.length > 0 ? words.map((word): Span => [word.startMs, word.endMs]) : [[turn.startMs, turn.endMs]];
  let spokenMs = 0;
  let backedMs = 0;
  for (const [startMs, endMs] of spans) {
    spokenMs += Math.max(1, endMs - startMs);
    for (const [from, to] of speech) {
      backedMs += Math.max(0, Math.min(endMs + 1, to + EDGE_MS) - Math.max(startMs, from - EDGE_MS));
    }
  }
  return backedMs >= BACKED_SHARE * spokenMs;
}

function isInvented(text: string): boolean {
  const normal = normalise(text);
  const size = normal.text.length;
  const covered = inventions.find(normal).reduce((sum, match) => sum + match.to - match.from, 0);
  return size > 0 && covered >= INVENTED_SHARE * size;
}

function withFlags<T extends SideTurn>(turn: T, flags: readonly TurnFlag[]): T {
  const all = [...new Set([...(turn.flags ?? []), ...flags])];
  return all.length === 0 ? turn : { ...turn, flags: all };
}
