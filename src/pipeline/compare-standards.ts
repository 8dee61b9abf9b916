import type { Flip, Moment } from '../domain/bench.ts';
import type { Scorecard } from '../domain/scorecard.ts';
import type { Evidence } from '../domain/verdict.ts';

/** Every verdict that differs between two scorecards of one call, in the order of the changed standard. */
export function compareScorecards(call: string, before: Scorecard, after: Scorecard): Flip[] {
  const earlier = new Map(before.criteria.map((result) => [result.id, result]));
  const later = new Set(after.criteria.map(({ id }) => id));
  const changed = after.criteria
    .filter((result) => earlier.get(result.id)?.verdict !== result.verdict)
    .map(
      ({ id, verdict, reason, evidence }): Flip => ({
        call,
        criterion: id,
        before: earlier.get(id)?.verdict ?? null,
        after: verdict,
        reason,
        moment: momentOf(evidence) ?? momentOf(earlier.get(id)?.evidence ?? []),
      }),
    );
  const dropped = before.criteria
    .filter(({ id }) => !later.has(id))
    .map(
      ({ id, verdict, reason, evidence }): Flip => ({
        call,
        criterion: id,
        before: verdict,
        after: null,
        reason,
        moment: momentOf(evidence),
      }),
    );
  return [...changed, ...dropped];
}

/** The first place the evidence points at: a quote where there is one, else whatever has a time. */
function momentOf(evidence: readonly Evidence[]): Moment | null {
  for (const one of evidence) {
    if (one.kind === 'quote' && one.verified)
      return { startMs: one.startMs, endMs: one.endMs, quote: one.quote };
  }
  for (const one of evidence) {
    if (one.startMs !== null && one.endMs !== null)
      return { startMs: one.startMs, endMs: one.endMs, quote: 'quote' in one ? one.quote : null };
  }
  return null;
}
