import type { ChannelFeatures } from './feature-table.ts';

/** Columns of one channel while they grow. */
export interface ChannelColumns {
  capacity: number;
  level: Uint8Array;
  readonly bands: Uint8Array[];
  toneShare: Uint8Array;
  firstLine: Uint8Array;
  secondLine: Uint8Array;
  marks: Uint8Array;
}

/** Ten minutes, so that usual calls seldom grow. */
const firstCapacity = 60_000;

/** Empty columns for one channel. */
export function createColumns(): ChannelColumns {
  const column = () => new Uint8Array(firstCapacity);
  return {
    capacity: firstCapacity,
    level: column(),
    bands: Array.from({ length: 5 }, column),
    toneShare: column(),
    firstLine: column(),
    secondLine: column(),
    marks: column(),
  };
}

/** Makes room for half as many hops again. */
export function growColumns(columns: ChannelColumns): void {
  const capacity = Math.ceil(columns.capacity * 1.5);
  const grow = (column: Uint8Array) => {
    const grown = new Uint8Array(capacity);
    grown.set(column);
    return grown;
  };
  columns.capacity = capacity;
  columns.level = grow(columns.level);
  for (let b = 0; b < columns.bands.length; b++) columns.bands[b] = grow(columns.bands[b] as Uint8Array);
  columns.toneShare = grow(columns.toneShare);
  columns.firstLine = grow(columns.firstLine);
  columns.secondLine = grow(columns.secondLine);
  columns.marks = grow(columns.marks);
}

/** The first `hops` rows, without copying. */
export function trimColumns(
  columns: ChannelColumns,
  hops: number,
): Omit<ChannelFeatures, 'sum' | 'sumOfSquares'> {
  return {
    level: columns.level.subarray(0, hops),
    bands: columns.bands.map((band) => band.subarray(0, hops)),
    toneShare: columns.toneShare.subarray(0, hops),
    firstLine: columns.firstLine.subarray(0, hops),
    secondLine: columns.secondLine.subarray(0, hops),
    marks: columns.marks.subarray(0, hops),
  };
}
