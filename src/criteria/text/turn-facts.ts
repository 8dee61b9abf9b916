import type { ScoringInput } from '../../domain/scoring-input.ts';
import { localTime } from '../calendar.ts';
import { daysMeant } from './days-meant.ts';
import type { Fact } from './fact.ts';
import { extractFacts } from './facts.ts';
import type { PlacedTurn } from './turns.ts';

const known = new WeakMap<PlacedTurn, readonly Fact[]>();
const callDates = new WeakMap<ScoringInput, { readonly date: string | null }>();

/** The day the call began as people there read it off the wall, `YYYY-MM-DD`; null where it is not known. */
function callDate(input: ScoringInput): string | null {
  const kept = callDates.get(input);
  if (kept !== undefined) return kept.date;
  const { startedAt } = input.call;
  const hasOffset = startedAt !== undefined && /[+-][0-9]{2}:?[0-9]{2}$/.test(startedAt);
  const date =
    startedAt === undefined
      ? null
      : hasOffset
        ? startedAt.slice(0, 10)
        : (localTime(startedAt, input.company.timeZone)?.date ?? null);
  callDates.set(input, { date });
  return date;
}

function dated(fact: Fact, date: string): Fact {
  const days = fact.type === 'date' ? daysMeant(fact, date) : null;
  return days === null ? fact : { ...fact, days };
}

/** Every fact said in a turn, dates with the days they can mean where the day of the call is known. */
export function turnFacts(placed: PlacedTurn, input: ScoringInput): readonly Fact[] {
  const kept = known.get(placed);
  if (kept !== undefined) return kept;
  const date = callDate(input);
  const facts = extractFacts(placed.turn.text, input.language);
  const out = date === null ? facts : facts.map((fact) => dated(fact, date));
  known.set(placed, out);
  return out;
}
