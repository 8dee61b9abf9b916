import type { Span } from '../../src/domain/acoustics.ts';
import { countFrames, type FrameCounts, ratesOf } from './compare-frames.ts';
import { frameConditions } from './conditions.ts';
import { hearSamples } from './hear-call.ts';
import { type LabelledCall, makeCall } from './make-call.ts';
import { detectBoth, detectBySilence, detectByWebRtc } from './other-detectors.ts';

interface Row {
  readonly own: FrameCounts;
  readonly webRtc: FrameCounts;
  readonly silence: FrameCounts;
  /** Seconds of both speaking: true, found, and the sum of the differences call by call. */
  trueOverlapMs: number;
  overlapErrorMs: number;
}

function emptyRow(): Row {
  const none = (): FrameCounts => ({ hit: 0, false: 0, missed: 0 });
  return { own: none(), webRtc: none(), silence: none(), trueOverlapMs: 0, overlapErrorMs: 0 };
}

function commonMs(left: readonly Span[], right: readonly Span[]): number {
  let sum = 0;
  for (const [start, end] of left) {
    for (const [from, to] of right) sum += Math.max(0, Math.min(end, to) - Math.max(start, from));
  }
  return sum;
}

function addCall(row: Row, call: LabelledCall): void {
  const { parties } = hearSamples(call.samples);
  const own = { left: parties.left?.speech ?? [], right: parties.right?.speech ?? [] };
  const webRtc = detectBoth(call, detectByWebRtc);
  const silence = detectBoth(call, detectBySilence);
  for (const side of ['left', 'right'] as const) {
    countFrames(row.own, own[side], call.speech[side], call.durationMs);
    countFrames(row.webRtc, webRtc[side], call.speech[side], call.durationMs);
    countFrames(row.silence, silence[side], call.speech[side], call.durationMs);
  }
  const trueMs = commonMs(call.speech.left, call.speech.right);
  row.trueOverlapMs += trueMs;
  row.overlapErrorMs += Math.abs(commonMs(own.left, own.right) - trueMs);
}

function cell(counts: FrameCounts): string {
  const { precision, recall, f1 } = ratesOf(counts);
  return `${precision.toFixed(1)}/${recall.toFixed(1)}/${f1.toFixed(1)}`.padEnd(18);
}

/** Prints precision/recall/F1 of 10 ms frames per condition, ours beside the other detectors. */
export async function benchFrames(seeds: readonly number[]): Promise<void> {
  console.log(`\nSpeech frames, precision/recall/F1 in %, ${seeds.length} calls a row`);
  console.log(
    `${'condition'.padEnd(15)}${'Earmark'.padEnd(18)}${'WebRTC mode 3'.padEnd(18)}${'silencedetect'.padEnd(18)}overlap true s, error s`,
  );
  for (const condition of frameConditions) {
    const row = emptyRow();
    for (const seed of seeds) addCall(row, await makeCall(condition, seed));
    const overlap = `${(row.trueOverlapMs / 1000).toFixed(1)}, ${(row.overlapErrorMs / 1000).toFixed(1)}`;
    console.log(
      `${condition.name.padEnd(15)}${cell(row.own)}${cell(row.webRtc)}${cell(row.silence)}${overlap}`,
    );
  }
}
