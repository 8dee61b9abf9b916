import type { CriterionResult, Scorecard } from './scorecard.ts';
import type { Evidence } from './verdict.ts';

/** A stretch of a recording, in milliseconds. */
export interface PlayedSpan {
  readonly startMs: number;
  readonly endMs: number;
}

/** How much of the evidence of one criterion there is to hear, and how much of it was heard. */
export interface HeardEvidence {
  readonly criterion: string;
  readonly evidenceMs: number;
  readonly playedMs: number;
}

/** A criterion counts as listened to from this share of its evidence on: nobody stops on the last word. */
const HEARD_SHARE = 0.5;

/** Spans in order, those that touch joined. */
function joined(spans: readonly PlayedSpan[]): PlayedSpan[] {
  const inOrder = spans.filter(({ startMs, endMs }) => endMs > startMs).sort((a, b) => a.startMs - b.startMs);
  const result: PlayedSpan[] = [];
  for (const span of inOrder) {
    const last = result.at(-1);
    if (last === undefined || span.startMs > last.endMs) result.push(span);
    else result[result.length - 1] = { startMs: last.startMs, endMs: Math.max(last.endMs, span.endMs) };
  }
  return result;
}

function spansOf(evidence: Evidence): PlayedSpan[] {
  // a condition spans the whole call, which nobody is asked to listen through
  if (evidence.kind === 'condition') return [];
  if (evidence.kind === 'measure' && evidence.spans.length > 0) {
    return evidence.spans.map(([startMs, endMs]) => ({ startMs, endMs }));
  }
  const { startMs, endMs } = evidence;
  return startMs === null || endMs === null ? [] : [{ startMs, endMs }];
}

const lengthOf = (spans: readonly PlayedSpan[]): number =>
  spans.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);

function commonLength(first: readonly PlayedSpan[], second: readonly PlayedSpan[]): number {
  let sum = 0;
  for (const one of first) {
    for (const other of second) {
      sum += Math.max(0, Math.min(one.endMs, other.endMs) - Math.max(one.startMs, other.startMs));
    }
  }
  return sum;
}

/** How much of one criterion's evidence was heard, in milliseconds. */
export function hearEvidence(result: CriterionResult, played: readonly PlayedSpan[]): HeardEvidence {
  const evidence = joined(result.evidence.filter(({ verified }) => verified).flatMap(spansOf));
  return {
    criterion: result.id,
    evidenceMs: lengthOf(evidence),
    playedMs: commonLength(evidence, joined(played)),
  };
}

/** The accusations of a scorecard whose evidence was not listened to: criteria that cost points and can be heard. */
export function findUnheard(scorecard: Scorecard, played: readonly PlayedSpan[]): HeardEvidence[] {
  return scorecard.criteria
    .filter(({ verdict }) => verdict === 'unmet' || verdict === 'partly')
    .map((result) => hearEvidence(result, played))
    .filter(({ evidenceMs, playedMs }) => evidenceMs > 0 && playedMs < evidenceMs * HEARD_SHARE);
}
