import { type ChannelColumns, createColumns, growColumns, trimColumns } from './feature-columns.ts';
import { type FeatureTable, hearingRateHz, hopMs } from './feature-table.ts';
import { fftSize } from './pair-fft.ts';
import { readSpectrum } from './read-spectrum.ts';
import { addFrames, createSums, marksOf } from './sample-intake.ts';

/** Hears a recording while it is decoded; memory grows by about 10 bytes per 10 ms and channel, nothing else. */
export interface Listener {
  /** Takes 8 kHz 16-bit samples, channels interleaved; blocks may be cut anywhere, even between the two channels. */
  push(samples: Int16Array): void;
  /** Ends the recording and gives what was heard. */
  finish(): FeatureTable;
}

const hopSamples = (hearingRateHz * hopMs) / 1000;
/** Silence before the first sample, so that each window lies around the middle of its hop. */
const lead = (fftSize - hopSamples) / 2;
/** Where the samples of the running hop begin in the window; the rest was there before. */
const newest = fftSize - hopSamples;
/** Frames worked on at once: one second. */
const batchFrames = hearingRateHz;

/** The listener for a recording of one or two channels. */
class HopListener implements Listener {
  private readonly channels: 1 | 2;
  private readonly columns: readonly ChannelColumns[];
  private readonly sums = createSums();
  /** Frames not yet worked on, always as pairs: a single channel has silence beside it. */
  private readonly waiting = new Int16Array(2 * (fftSize + batchFrames));
  private filled = lead;
  private hops = 0;
  private frames = 0;
  private halfFrame: number | null = null;

  constructor(channels: 1 | 2) {
    this.channels = channels;
    this.columns = Array.from({ length: channels }, () => createColumns());
  }

  push(samples: Int16Array): void {
    let from = 0;
    if (this.halfFrame !== null && samples.length > 0) {
      this.takeFrames(Int16Array.of(this.halfFrame, samples[0] as number), 0, 1);
      this.halfFrame = null;
      from = 1;
    }
    const frames = Math.floor((samples.length - from) / this.channels);
    if (from + frames * this.channels < samples.length)
      this.halfFrame = samples[samples.length - 1] as number;
    this.takeFrames(samples, from, frames);
  }

  finish(): FeatureTable {
    const wanted = Math.ceil(this.frames / hopSamples);
    const heard = this.frames;
    const silence = new Int16Array(hopSamples * this.channels);
    while (this.hops < wanted) {
      this.takeFrames(silence, 0, hopSamples);
      this.workOff();
    }
    const channels = this.columns.map((columns, index) => ({
      ...trimColumns(columns, wanted),
      sum: this.sums.sum[index] ?? 0,
      sumOfSquares: this.sums.sumOfSquares[index] ?? 0,
    }));
    return { hops: wanted, frames: heard, crossSum: this.sums.cross, channels };
  }

  private takeFrames(block: Int16Array, from: number, frames: number): void {
    this.frames += frames;
    const room = this.waiting.length / 2;
    let at = from;
    let left = frames;
    while (left > 0) {
      const count = Math.min(left, room - this.filled);
      if (this.channels === 2) this.waiting.set(block.subarray(at, at + 2 * count), 2 * this.filled);
      else for (let n = 0; n < count; n++) this.waiting[2 * (this.filled + n)] = block[at + n] as number;
      this.filled += count;
      at += count * this.channels;
      left -= count;
      if (this.filled === room) this.workOff();
    }
  }

  /** Hears every whole hop that waits and keeps the rest. */
  private workOff(): void {
    let from = 0;
    for (; from + fftSize <= this.filled; from += hopSamples) this.hearHop(from);
    this.waiting.copyWithin(0, 2 * from, 2 * this.filled);
    this.filled -= from;
  }

  private hearHop(from: number): void {
    const { waiting, columns } = this;
    const hop = this.hops++;
    const end = from + fftSize;
    for (let c = 0; c < columns.length; c++) {
      const channel = columns[c] as ChannelColumns;
      if (hop >= channel.capacity) growColumns(channel);
      channel.marks[hop] = marksOf(waiting, c === 0 ? 0 : 1, from + newest, end);
    }
    addFrames(this.sums, waiting, from + newest, end);
    readSpectrum(waiting, from, columns, hop);
  }
}

/** A listener for 8 kHz audio of that many channels. */
export function createListener(options: { channels: 1 | 2 }): Listener {
  return new HopListener(options.channels);
}
