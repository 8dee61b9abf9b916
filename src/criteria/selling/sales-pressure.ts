import type { ScoringInput } from '../../domain/scoring-input.ts';
import { type PressureKind, pressureHints, pressureWording } from '../lexicon/pressure.ts';
import { allMatches } from '../text/all-matches.ts';
import { isNegated, isQuoted } from '../text/match-phrases.ts';
import type { NormalisedText } from '../text/normalise.ts';
import { allTurns, hasWords, isTrusted, type PlacedTurn } from '../text/turns.ts';
import { type ExtraWording, noExtraWording } from './extra-phrases.ts';

/** Wording that puts pressure on the other side; positions in the normalised text of its turn. */
export interface Pressure {
  readonly placed: PlacedTurn;
  readonly kind: PressureKind;
  readonly from: number;
  readonly to: number;
}

const kinds = Object.entries(pressureWording) as [PressureKind, readonly RegExp[]][];
const found = new WeakMap<NormalisedText, readonly Omit<Pressure, 'placed'>[]>();

function firstOf(
  normal: NormalisedText,
  kind: PressureKind,
  patterns: readonly RegExp[],
): Omit<Pressure, 'placed'>[] {
  return patterns
    .flatMap((pattern) => allMatches(normal.text, pattern))
    .map((match) => ({ kind, from: match.index, to: match.index + match[0].length }))
    .filter((match) => match.to > match.from && !isNegated(normal, match) && !isQuoted(normal, match))
    .sort((left, right) => left.from - right.from)
    .slice(0, 1);
}

/** One pressure of each kind in a text, the first, unless it is negated or somebody else's words. */
function pressureIn(normal: NormalisedText): readonly Omit<Pressure, 'placed'>[] {
  const known = found.get(normal);
  if (known !== undefined) return known;
  const out = kinds.flatMap(([kind, patterns]) => {
    if (!pressureHints[kind].test(normal.text)) return [];
    return firstOf(normal, kind, patterns);
  });
  found.set(normal, out);
  return out;
}

/** One pressure of each kind by the standard's own phrases, where the product's wordings found none of that kind. */
function extraPressureIn(
  normal: NormalisedText,
  extra: ExtraWording,
  known: readonly Omit<Pressure, 'placed'>[],
): readonly Omit<Pressure, 'placed'>[] {
  const own = Object.entries(extra.pressure) as [PressureKind, readonly RegExp[]][];
  return own
    .filter(([kind]) => !known.some((pressure) => pressure.kind === kind))
    .flatMap(([kind, patterns]) => firstOf(normal, kind, patterns));
}

/** Every pressure wording of the agent, in order, at most one of a kind in a turn. */
export function findPressure(input: ScoringInput, extra: ExtraWording = noExtraWording): readonly Pressure[] {
  return allTurns(input)
    .filter(({ turn }) => turn.party === 'agent' && isTrusted(turn) && hasWords(turn))
    .flatMap((placed) => {
      const known = pressureIn(placed.normal);
      return [...known, ...extraPressureIn(placed.normal, extra, known)].map((pressure) => ({
        placed,
        ...pressure,
      }));
    });
}
