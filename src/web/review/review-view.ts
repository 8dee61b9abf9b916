import type {
  DisputeResponse,
  ReviewEntryResponse,
  ReviewStateResponse,
} from '../../api/contract-reviews.ts';
import type { Verdict } from '../../domain/verdict.ts';

/** Every verdict a person may give, in the order they are offered. */
export const offeredVerdicts = [
  'met',
  'partly',
  'unmet',
  'not-applicable',
  'not-assessable',
] as const satisfies readonly Verdict[];

/** How often one verdict may be disputed; the API refuses more. */
export const MOST_DISPUTES = 2;

/** The decisions on one criterion, newest first. */
export function decisionsOn(state: ReviewStateResponse, criterion: string): ReviewEntryResponse[] {
  return state.entries.filter((entry) => entry.criterion === criterion).sort((a, b) => b.id - a.id);
}

/** What people say of a criterion now; null where nobody said anything or it was taken back. */
export function holdingOn(state: ReviewStateResponse, criterion: string): ReviewEntryResponse | null {
  const [newest] = decisionsOn(state, criterion);
  return newest === undefined || newest.decision === 'withdraw' ? null : newest;
}

/** The disputes of one criterion, oldest first. */
export function disputesOn(state: ReviewStateResponse, criterion: string): DisputeResponse[] {
  return state.disputes.filter((dispute) => dispute.criterion === criterion);
}

/** The criterion after the given one that nobody has decided on, else simply the next; stays at the end. */
export function nextToDecide(
  ids: readonly string[],
  state: ReviewStateResponse,
  from: string | null,
): string | null {
  const at = from === null ? -1 : ids.indexOf(from);
  const open = ids.find((id, index) => index > at && holdingOn(state, id) === null);
  return open ?? ids[Math.min(at + 1, ids.length - 1)] ?? null;
}

/** The criterion one step away; the first when none was chosen. */
export function criterionBeside(ids: readonly string[], from: string | null, by: 1 | -1): string | null {
  const at = from === null ? -1 : ids.indexOf(from);
  return ids[Math.min(Math.max(0, at + by), ids.length - 1)] ?? null;
}
