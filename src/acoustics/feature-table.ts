import { EarmarkError } from '../errors.ts';

/** Samples a second every recording is heard at. */
export const hearingRateHz = 8000;
/** One row of the table. */
export const hopMs = 10;
/** Edges of the bands, as transform bins of 62.5 Hz: 250–500–812–1250–2000–3400 Hz. */
export const bandEdges = [4, 8, 13, 20, 32, 55] as const;

/** Marks of one hop of one channel. */
export const hopMarks = { clipped: 1, constant: 2 } as const;

/** Level code of a table: 0.5 dB a step, 255 is 0 dBFS. */
export function decibels(code: number): number {
  return (code - 255) / 2;
}

/** The code of a level in dBFS, 0 to 255. */
export function levelCode(db: number): number {
  return Math.min(255, Math.max(0, Math.round(255 + 2 * db)));
}

/** What is kept of one channel: one byte a hop and column. */
export interface ChannelFeatures {
  /** Level of 250–3400 Hz. */
  readonly level: Uint8Array;
  /** Level of each of the five bands. */
  readonly bands: readonly Uint8Array[];
  /** Share of the energy around the two strongest lines, 255 = all; 0 where there can be no tone. */
  readonly toneShare: Uint8Array;
  /** Transform bins of the strongest and the second line. */
  readonly firstLine: Uint8Array;
  readonly secondLine: Uint8Array;
  /** Bits of `hopMarks`. */
  readonly marks: Uint8Array;
  /** Estimated sum and sum of squares of all samples, for DC and copies. */
  readonly sum: number;
  readonly sumOfSquares: number;
}

/** What the first pass leaves of a recording: about 20 bytes per 10 ms of stereo and no sample. */
export interface FeatureTable {
  readonly hops: number;
  /** Samples heard per channel. */
  readonly frames: number;
  readonly channels: readonly ChannelFeatures[];
  /** Estimated sum of left times right over all samples; 0 for one channel. */
  readonly crossSum: number;
}

/** Length of what was heard, in ms. */
export function heardMs(table: FeatureTable): number {
  return Math.round((table.frames * 1000) / hearingRateHz);
}

const magic = 0x4541_4631; // "EAF1"
const columnsPerChannel = 10;
const headBytes = 4 + 4 + 4 + 8 + 8;

function columnsOf(channel: ChannelFeatures): readonly Uint8Array[] {
  return [
    channel.level,
    ...channel.bands,
    channel.toneShare,
    channel.firstLine,
    channel.secondLine,
    channel.marks,
  ];
}

/** FNV-1a, enough to notice a damaged file. */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return hash >>> 0;
}

/** The table as bytes, version 1; `decodeFeatures` gives the same table back. */
export function encodeFeatures(table: FeatureTable): Uint8Array {
  const count = table.channels.length;
  const bodyStart = headBytes + count * 16;
  const bytes = new Uint8Array(bodyStart + count * columnsPerChannel * table.hops + 4);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic);
  view.setUint32(4, count);
  view.setUint32(8, table.hops);
  view.setFloat64(12, table.frames);
  view.setFloat64(20, table.crossSum);
  let place = bodyStart;
  table.channels.forEach((channel, index) => {
    view.setFloat64(headBytes + index * 16, channel.sum);
    view.setFloat64(headBytes + index * 16 + 8, channel.sumOfSquares);
    for (const column of columnsOf(channel)) {
      bytes.set(column, place);
      place += table.hops;
    }
  });
  view.setUint32(place, checksum(bytes.subarray(0, place)));
  return bytes;
}

function damaged(): EarmarkError {
  return new EarmarkError('E_INTERNAL', 'A stored feature table is damaged or of another version.', {
    remedy: 'Delete the stored file and measure the recording again.',
  });
}

function channelAt(
  bytes: Uint8Array,
  start: number,
  hops: number,
  sums: readonly [number, number],
): ChannelFeatures {
  const column = (index: number) => bytes.slice(start + index * hops, start + (index + 1) * hops);
  return {
    level: column(0),
    bands: [1, 2, 3, 4, 5].map(column),
    toneShare: column(6),
    firstLine: column(7),
    secondLine: column(8),
    marks: column(9),
    sum: sums[0],
    sumOfSquares: sums[1],
  };
}

/** The table the bytes hold. Throws `E_INTERNAL` when they are damaged, cut or of another version. */
export function decodeFeatures(bytes: Uint8Array): FeatureTable {
  if (bytes.length < headBytes + 4) throw damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(4);
  const hops = view.getUint32(8);
  if (view.getUint32(0) !== magic || count < 1 || count > 2) throw damaged();
  const bodyStart = headBytes + count * 16;
  const end = bodyStart + count * columnsPerChannel * hops;
  if (bytes.length !== end + 4 || view.getUint32(end) !== checksum(bytes.subarray(0, end))) throw damaged();
  const channels = Array.from({ length: count }, (_, index) =>
    channelAt(bytes, bodyStart + index * columnsPerChannel * hops, hops, [
      view.getFloat64(headBytes + index * 16),
      view.getFloat64(headBytes + index * 16 + 8),
    ]),
  );
  return { hops, frames: view.getFloat64(12), crossSum: view.getFloat64(20), channels };
}
