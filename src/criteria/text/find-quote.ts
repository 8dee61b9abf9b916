import type { ScoringInput } from '../../domain/scoring-input.ts';
import type { QuotePart } from '../evidence/quote-checks.ts';
import { compact } from './normalise.ts';
import { allTurns, nextOfParty, type PlacedTurn } from './turns.ts';

/** How alike the nearest wording of the named turn must be to be shown as what was meant, 0–1. */
const ALIKE = 0.7;

/**
 * Where a quote stands: in the named turn, in it and the same party's next, else anywhere in the call, else
 * the most alike wording of the named turn; empty when it is nowhere. Only the checks decide whether that
 * place will do.
 */
export function findQuote(input: ScoringInput, turn: number, quote: string): readonly QuotePart[] {
  const wanted = compact(quote);
  const turns = allTurns(input);
  const named = turns[turn];
  if (wanted === '') return [];
  const inNamed = named && findIn(named, wanted);
  if (inNamed) return [inNamed];
  const next = named && turns[nextOfParty(input, turn)];
  const acrossBoth = named && next && findAcross(named, next, wanted);
  if (acrossBoth) return acrossBoth;
  for (const placed of turns) {
    const part = findIn(placed, wanted);
    if (part) return [part];
  }
  const alike = named && findAlike(named, quote);
  return alike ? [alike] : [];
}

/** Text without blanks, and for each of its characters the position with them. */
function withoutBlanks(text: string): { dense: string; at: number[] } {
  const at: number[] = [];
  let dense = '';
  for (let i = 0; i < text.length; i++) {
    if (text[i] === ' ') continue;
    dense += text[i];
    at.push(i);
  }
  return { dense, at };
}

function findIn(placed: PlacedTurn, wanted: string): QuotePart | null {
  const { dense, at } = withoutBlanks(placed.normal.text);
  const start = dense.indexOf(wanted);
  if (start < 0) return null;
  return { placed, from: at[start] ?? 0, to: (at[start + wanted.length - 1] ?? 0) + 1 };
}

function findAcross(named: PlacedTurn, next: PlacedTurn, wanted: string): QuotePart[] | null {
  const first = withoutBlanks(named.normal.text);
  const second = withoutBlanks(next.normal.text);
  const start = (first.dense + second.dense).indexOf(wanted);
  if (start < 0 || start >= first.dense.length) return null;
  const rest = start + wanted.length - first.dense.length;
  return [
    { placed: named, from: first.at[start] ?? 0, to: named.normal.text.length },
    { placed: next, from: 0, to: (second.at[rest - 1] ?? 0) + 1 },
  ];
}

/** The run of the turn's words that shares most of its words with the quote, in order. */
function findAlike(placed: PlacedTurn, quote: string): QuotePart | null {
  const words = [...placed.normal.text.matchAll(/[a-z0-9'.:%@]+|[^ a-z0-9'.:%@]/g)];
  const wanted = new Set(compactWords(quote));
  const hits = words.filter((word) => wanted.has(word[0]));
  const first = hits[0];
  const last = hits.at(-1);
  if (!first || !last || hits.length < ALIKE * wanted.size) return null;
  return { placed, from: first.index, to: last.index + last[0].length };
}

function compactWords(quote: string): string[] {
  return quote
    .toLowerCase()
    .split(/\s+/)
    .flatMap((word) => compact(word).match(/[a-z0-9'.:%@]+|[^a-z0-9'.:%@]/g) ?? []);
}
