import type { Party } from '../../domain/call.ts';
import type { ScoringInput } from '../../domain/scoring-input.ts';
import { isNegated, isQuoted } from './match-phrases.ts';
import { allTurns, isTrusted, type PlacedTurn } from './turns.ts';

/** A stretch of one turn; `from` and `to` are positions in its normalised text. */
export interface TurnPlace {
  readonly placed: PlacedTurn;
  readonly from: number;
  readonly to: number;
}

/** All a party says as one text, a line a turn, so that many patterns can be tried in one pass each. */
interface PartyText {
  readonly text: string;
  readonly turns: readonly PlacedTurn[];
  /** Where each turn begins in `text`. */
  readonly starts: readonly number[];
  /** What was found before, by the list of patterns. */
  readonly found: Map<readonly RegExp[], readonly TurnPlace[]>;
}

const textsByTurns = new WeakMap<readonly PlacedTurn[], Map<Party, PartyText>>();

function partyText(input: ScoringInput, party: Party): PartyText {
  const all = allTurns(input);
  const known = textsByTurns.get(all)?.get(party);
  if (known) return known;
  const turns = all.filter(({ turn }) => turn.party === party && isTrusted(turn));
  const starts: number[] = [];
  let text = '';
  for (const { normal } of turns) {
    starts.push(text.length);
    text += `${normal.text}\n`;
  }
  const joined: PartyText = { text, turns, starts, found: new Map() };
  const ofCall = textsByTurns.get(all) ?? new Map<Party, PartyText>();
  textsByTurns.set(all, ofCall.set(party, joined));
  return joined;
}

/** The turn that holds a position of the joined text. */
function turnIndexAt(starts: readonly number[], position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Every place where a party's normalised words match one of the patterns, in order, overlaps left out.
 * Patterns need the flags `g` and `m`: `^` and `$` are the ends of a turn.
 */
export function findInParty(
  input: ScoringInput,
  party: Party,
  patterns: readonly RegExp[],
): readonly TurnPlace[] {
  const joined = partyText(input, party);
  const known = joined.found.get(patterns);
  if (known) return known;
  const places = searchAll(joined, patterns);
  joined.found.set(patterns, places);
  return places;
}

function searchAll({ text, turns, starts }: PartyText, patterns: readonly RegExp[]): readonly TurnPlace[] {
  const places: TurnPlace[] = [];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index + (match[0].length - match[0].trimStart().length);
      const end = match.index + match[0].trimEnd().length;
      const at = turnIndexAt(starts, start);
      const placed = turns[at];
      const offset = starts[at] ?? 0;
      if (!placed || end <= start) continue;
      places.push({ placed, from: start - offset, to: Math.min(end - offset, placed.normal.text.length) });
    }
  }
  return withoutOverlaps(places);
}

function withoutOverlaps(places: TurnPlace[]): TurnPlace[] {
  places.sort((a, b) => a.placed.index - b.placed.index || a.from - b.from || b.to - a.to);
  const kept: TurnPlace[] = [];
  for (const place of places) {
    const last = kept.at(-1);
    if (!last || last.placed !== place.placed || last.to <= place.from) kept.push(place);
  }
  return kept;
}

/** True when the words at a place are the speaker's own: neither negated nor somebody else's wording reported. */
export function isMeant({ placed, from, to }: TurnPlace): boolean {
  return !isNegated(placed.normal, { from }) && !isQuoted(placed.normal, { from, to });
}
