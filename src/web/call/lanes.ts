import type { CallResponse } from '../../api/contract.ts';
import type { AcousticsResponse } from '../../api/contract-acoustics.ts';
import type { OverlapClass } from '../../domain/acoustics.ts';
import type { Peaks } from '../../domain/peaks.ts';
import type { Scorecard } from '../../domain/scorecard.ts';
import type { Evidence } from '../../domain/verdict.ts';
import { evidenceKey, spanOfEvidence } from './moments.ts';

/** Whose sound a lane of the waveform shows. */
export type LaneOwner = 'agent' | 'customer' | 'left' | 'right' | 'mixed';

/** One lane: its owner and its peaks, 0–1. */
export interface Lane {
  readonly owner: LaneOwner;
  readonly peaks: number[];
}

/** A stretch marked on the waveform; `lane` is null where it lies on all of them. */
export interface LaneMark {
  readonly key: string;
  readonly layer: OverlapClass | 'hold' | 'raised' | 'evidence';
  readonly lane: number | null;
  readonly startMs: number;
  readonly endMs: number;
}

type Sides = Pick<NonNullable<CallResponse['roles']>, 'agent' | 'customer'>;

/** The lanes of a recording, the agent above the customer; by channel where nobody knows who is who. */
export function lanesOf(peaks: Peaks, roles: Sides | null): Lane[] {
  const { left, right, mixed } = peaks.sides;
  if (mixed) return [{ owner: 'mixed', peaks: mixed }];
  const bySide = { left: left ?? [], right: right ?? [] };
  if (roles?.agent && roles.customer) {
    return [
      { owner: 'agent', peaks: bySide[roles.agent] },
      { owner: 'customer', peaks: bySide[roles.customer] },
    ];
  }
  return [
    { owner: 'left', peaks: bySide.left },
    { owner: 'right', peaks: bySide.right },
  ];
}

/** The key by which the player knows an overlap. */
export function overlapKey(index: number): string {
  return `overlap ${index}`;
}

function heardMarks(acoustics: AcousticsResponse, lanes: readonly Lane[]): LaneMark[] {
  return lanes.flatMap(({ owner }, lane) => {
    const heard = acoustics.parties[owner];
    if (!heard) return [];
    const asMarks = (layer: 'hold' | 'raised') =>
      heard[layer].map(([startMs, endMs]) => ({
        key: `${layer} ${lane} ${startMs}`,
        layer,
        lane,
        startMs,
        endMs,
      }));
    return [...asMarks('hold'), ...asMarks('raised')];
  });
}

/** Longer stretches than this share of the call say nothing about a place in it, and would tint all of it. */
const WIDEST_SHARE = 0.6;

/** Where a piece of evidence is marked: the places measured, or the words said; not what was searched. */
function markedSpans(piece: Evidence): { startMs: number; endMs: number }[] {
  if (piece.kind === 'search' || piece.kind === 'condition') return [];
  if (piece.kind === 'measure') return piece.spans.map(([startMs, endMs]) => ({ startMs, endMs }));
  const span = spanOfEvidence(piece);
  return span ? [span] : [];
}

function evidenceMarks(scorecard: Scorecard, lanes: readonly Lane[], durationMs: number): LaneMark[] {
  return scorecard.criteria.flatMap((criterion) =>
    criterion.evidence.flatMap((piece, index) => {
      const spans = markedSpans(piece).filter(
        ({ startMs, endMs }) => endMs - startMs < WIDEST_SHARE * durationMs,
      );
      const lane = 'party' in piece ? lanes.findIndex(({ owner }) => owner === piece.party) : -1;
      const key = evidenceKey(criterion.id, index);
      return spans.map(
        (span): LaneMark => ({
          ...span,
          key: spans.length === 1 ? key : `${key} ${span.startMs}`,
          layer: 'evidence',
          lane: lane < 0 ? null : lane,
        }),
      );
    }),
  );
}

/** Everything marked on the waveform: overlaps by class, hold, raised level, and the evidence that was said or measured. */
export function laneMarks(
  lanes: readonly Lane[],
  durationMs: number,
  acoustics: AcousticsResponse | undefined,
  scorecard: Scorecard | undefined,
): LaneMark[] {
  const overlaps: LaneMark[] = (acoustics?.overlaps ?? []).map((overlap, index) => ({
    key: overlapKey(index),
    layer: overlap.class,
    lane: null,
    startMs: overlap.startMs,
    endMs: overlap.endMs,
  }));
  return [
    ...overlaps,
    ...(acoustics ? heardMarks(acoustics, lanes) : []),
    ...(scorecard ? evidenceMarks(scorecard, lanes, durationMs) : []),
  ];
}
