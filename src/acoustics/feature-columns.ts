import type { ChannelFeatures } from './feature-table.ts';

type Column = Uint8Array<ArrayBuffer>;

/** Columns of one channel while they grow. */
export interface ChannelColumns {
  capacity: number;
  level: Column;
  readonly bands: Column[];
  toneShare: Column;
  firstLine: Column;
  secondLine: Column;
  marks: Column;
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

/** Makes room for an eighth more hops; the old memory is given back at once, not when it is collected. */
export function growColumns(columns: ChannelColumns): void {
  const capacity = Math.ceil(columns.capacity * 1.125);
  const grow = (column: Column) => new Uint8Array(column.buffer.transfer(capacity));
  columns.capacity = capacity;
  columns.level = grow(columns.level);
  for (let b = 0; b < columns.bands.length; b++) columns.bands[b] = grow(columns.bands[b] as Column);
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
