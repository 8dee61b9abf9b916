import type { Party } from '../../domain/call.ts';
import type { ScoringInput } from '../../domain/scoring-input.ts';
import type { QuoteCheck } from '../../domain/verdict.ts';
import { inventedPhrases } from '../lexicon/inventions.ts';
import { compilePhrases } from '../text/match-phrases.ts';
import { isHan, type NormalisedText } from '../text/normalise.ts';
import { remember } from '../text/remember.ts';
import { allTurns, type CallWindow, isTrusted, nextOfParty, type PlacedTurn } from '../text/turns.ts';
import { guessSaidAt, saidAt } from '../text/word-times.ts';
import { injectionSpans } from './injections.ts';
import { isRattledOff, isVoiced } from './quote-sound.ts';

/** A stretch of one turn; `from` and `to` are positions in its normalised text. */
export interface QuotePart {
  readonly placed: PlacedTurn;
  readonly from: number;
  readonly to: number;
}

/** What somebody says was said, and where it was found; one part, or two where it runs on into the next turn. */
export interface QuoteClaim {
  readonly input: ScoringInput;
  readonly party: Party;
  readonly window: CallWindow | null;
  /** Turn index as claimed. */
  readonly turn: number;
  readonly quote: string;
  /** The quote's text as `normalise` makes it. */
  readonly normal: string;
  /** A rule's match is looked up by its position, so it may be short; a judge's is looked up by its text. */
  readonly by: 'rule' | 'judge';
  /** Empty where the text is nowhere in the call. */
  readonly parts: readonly QuotePart[];
}

/** One of the seven things a quote must pass before it counts; see docs/evidence.md. */
export interface QuoteCheckStep {
  readonly code: QuoteCheck;
  passes(claim: QuoteClaim): boolean;
}

const LONGEST_QUOTE = 200;
const SHORTEST_HAN = 4;
const SHORTEST_WORDS = 3;
/** Rounding between a transcriber's clock and the recording's, in ms. */
const CLOCK_SLACK_MS = 500;
const ALIVE_MS = 10_000;
/** Pause that ends an unbroken stretch of one party's speech, in ms. */
const BREATH_MS = 2_000;

/** Q1: the quote is long enough to mean something and short enough to be a quote. */
export const hasShape: QuoteCheckStep = {
  code: 'Q1',
  passes({ quote, by }) {
    if (quote.trim() === '' || quote.length > LONGEST_QUOTE) return by === 'rule' && quote.trim() !== '';
    if (by === 'rule') return true;
    const han = [...quote].filter((character) => isHan(character.codePointAt(0) ?? 0)).length;
    const words = [...quote.matchAll(/[^\s\u2e80-\u9fff]+/g)].length;
    return han >= SHORTEST_HAN || words >= SHORTEST_WORDS;
  },
};

/** Q2: after normalising, the quote is the same as the text at its place, and not empty. */
export const isEqualWhenNormalised: QuoteCheckStep = {
  code: 'Q2',
  passes({ normal, parts }) {
    const said = parts.map(({ placed, from, to }) => placed.normal.text.slice(from, to)).join('');
    if (normal !== '' && normal === said) return true;
    const wanted = normal.replaceAll(' ', '');
    return wanted !== '' && (parts.length === 0 || said.replaceAll(' ', '') === wanted);
  },
};

/** Q3: the text stands in the turn it is said to stand in, or in it and the same party's next. */
export const standsInItsTurn: QuoteCheckStep = {
  code: 'Q3',
  passes({ input, turn, parts }) {
    const [first, second] = parts;
    if (!first || first.to <= first.from) return false;
    if (!second) return first.placed.index === turn || first.placed.index === nextOfParty(input, turn);
    return first.placed.index === turn && second.placed.index === nextOfParty(input, turn);
  },
};

/** Q4: the right party said it, inside the criterion's window and inside the recording. */
export const isByPartyInWindow: QuoteCheckStep = {
  code: 'Q4',
  passes({ input, party, window, parts }) {
    return parts.every(({ placed, from, to }) => {
      if (placed.turn.party !== party) return false;
      const { startMs, endMs } = guessSaidAt(placed.turn, placed.normal, from, to);
      if (startMs < -CLOCK_SLACK_MS || endMs > input.durationMs + CLOCK_SLACK_MS) return false;
      return !window || (endMs >= window.startMs && startMs <= window.endMs);
    });
  },
};

const inventions = compilePhrases({ invented: inventedPhrases });
const inventedIn = remember((normal: NormalisedText) => inventions.find(normal));
/** Shortest text that can hold the same words four times over. */
const SHORTEST_REPEATED = 9;
const REPEATED = /(?:^| )((?:\S+ ){1,3}\S+)(?: \1){3,}(?: |$)|([\u3400-\u9fff]{3,12})\2{3,}/;

/** Q5: real speech lies under it on that party's channel, loud and slow enough to follow, and no sign of invented text. */
export const isBackedByVoice: QuoteCheckStep = {
  code: 'Q5',
  passes({ input, party, normal, parts }) {
    if (normal.length >= SHORTEST_REPEATED && REPEATED.test(normal)) return false;
    return parts.every(({ placed, from, to }) => {
      if (!isTrusted(placed.turn) || inventedIn(placed.normal).some((m) => m.from < to && m.to > from)) {
        return false;
      }
      if (isRattledOff(input, placed, from, to)) return false;
      const heard = input.acoustics?.timing === 'audio' ? input.acoustics.parties[party] : undefined;
      return !heard || isVoiced(heard, saidAt(placed.turn, placed.normal, from, to));
    });
  },
};

/** Q6: the quote is not part of wording that instructs the scorer. */
export const isNoInstruction: QuoteCheckStep = {
  code: 'Q6',
  passes({ input, parts }) {
    const spans = injectionSpans(input);
    return parts.every(
      ({ placed, from, to }) =>
        !spans.some((span) => span.turn === placed.index && span.from < to && span.to > from),
    );
  },
};

/**
 * Q7: the other side was on the line: it speaks within 10 s of the quote, or within 10 s after the unbroken
 * stretch in which it was said, and is not on hold meanwhile. A side that is silent throughout proves nothing.
 */
export const isOtherPartyThere: QuoteCheckStep = {
  code: 'Q7',
  passes({ input, party, parts }) {
    if (input.call.kind === 'voice-mail') return true;
    const first = parts[0];
    const last = parts.at(-1);
    if (!first || !last) return false;
    const { startMs } = saidAt(first.placed.turn, first.placed.normal, first.from, first.to);
    const { endMs } = saidAt(last.placed.turn, last.placed.normal, last.from, last.to);
    const others = otherSpeech(input, party);
    if (others.speech.length === 0) return true;
    if (others.hold.some(([from, to]) => from <= startMs && endMs <= to)) return false;
    if (others.speech.some(([from, to]) => to >= startMs - ALIVE_MS && from <= endMs + ALIVE_MS)) return true;
    const stretchEnd = endOfStretch(input, party, endMs);
    return others.speech.some(([from]) => from >= endMs && from <= stretchEnd + ALIVE_MS);
  },
};

type Spans = readonly (readonly [number, number])[];

interface OtherSide {
  readonly speech: Spans;
  readonly hold: Spans;
}

const otherSides = remember((_: ScoringInput) => new Map<Party, OtherSide>());

function otherSpeech(input: ScoringInput, party: Party): OtherSide {
  const known = otherSides(input);
  const kept = known.get(party) ?? findOtherSpeech(input, party);
  known.set(party, kept);
  return kept;
}

function findOtherSpeech(input: ScoringInput, party: Party): OtherSide {
  const other: Party = party === 'agent' ? 'customer' : 'agent';
  const heard = input.acoustics?.timing === 'audio' ? input.acoustics.parties[other] : undefined;
  if (heard && input.acoustics?.layout === 'two-party') return { speech: heard.speech, hold: heard.hold };
  const speech = allTurns(input)
    .filter(({ turn }) => turn.party !== party && isTrusted(turn))
    .map(({ turn }) => [turn.startMs, turn.endMs] as const);
  return { speech, hold: heard?.hold ?? [] };
}

function endOfStretch(input: ScoringInput, party: Party, fromMs: number): number {
  let endMs = fromMs;
  for (const { turn } of allTurns(input)) {
    if (turn.party !== party || turn.endMs <= endMs) continue;
    if (turn.startMs - endMs > BREATH_MS) break;
    endMs = turn.endMs;
  }
  return endMs;
}

/** The seven checks in the order they are made; the first that fails gives the code. */
export const quoteChecks: readonly QuoteCheckStep[] = [
  hasShape,
  isEqualWhenNormalised,
  standsInItsTurn,
  isByPartyInWindow,
  isBackedByVoice,
  isNoInstruction,
  isOtherPartyThere,
];
