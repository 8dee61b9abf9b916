import { type ChannelColumns, createColumns, growColumns, trimColumns } from './feature-columns.ts';
import { type FeatureTable, hearingRateHz, hopMarks, hopMs } from './feature-table.ts';
import { createPairFft, fftSize } from './pair-fft.ts';
import { createSpectrumReader } from './read-spectrum.ts';

/** Hears a recording while it is decoded; memory grows by about 10 bytes per 10 ms and channel, nothing else. */
export interface Listener {
  /** Takes 8 kHz 16-bit samples, channels interleaved; blocks may be cut anywhere, even between the two channels. */
  push(samples: Int16Array): void;
  /** Ends the recording and gives what was heard. */
  finish(): FeatureTable;
}

const hopSamples = (hearingRateHz * hopMs) / 1000;
const lead = (fftSize - hopSamples) / 2;
const hann = Float64Array.from(
  { length: fftSize },
  (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (n + 0.5)) / fftSize),
);
/** 16-bit and mu-law full scale; two neighbours this high are taken for clipped. */
const clipLevel = 32000;

/** Samples of one channel not yet transformed, and sums over all of them. */
class ChannelIntake {
  readonly window = new Float64Array(fftSize);
  sum = 0;
  sumOfSquares = 0;

  /** Takes `count` samples of this channel into the window at `place`. */
  take(samples: Int16Array, from: number, stride: number, place: number, count: number): void {
    const window = this.window;
    let sum = 0;
    let squares = 0;
    for (let i = 0, at = from; i < count; i++, at += stride) {
      const sample = samples[at] as number;
      window[place + i] = sample;
      sum += sample;
      squares += sample * sample;
    }
    this.sum += sum;
    this.sumOfSquares += squares;
  }

  /** Bits of `hopMarks` for the hop in the middle of the window. */
  marks(): number {
    const window = this.window;
    let lowest = window[lead] as number;
    let highest = lowest;
    for (let i = lead + 1; i < lead + hopSamples; i++) {
      const sample = window[i] as number;
      if (sample < lowest) lowest = sample;
      else if (sample > highest) highest = sample;
    }
    if (lowest === highest) return hopMarks.constant;
    return (highest >= clipLevel || lowest <= -clipLevel) && this.isClipped() ? hopMarks.clipped : 0;
  }

  private isClipped(): boolean {
    let wasHigh = false;
    for (let i = lead; i < lead + hopSamples; i++) {
      const isHigh = Math.abs(this.window[i] as number) >= clipLevel;
      if (isHigh && wasHigh) return true;
      wasHigh = isHigh;
    }
    return false;
  }
}

/** The listener for a recording of one or two channels. */
class HopListener implements Listener {
  private readonly channels: 1 | 2;
  private readonly intakes: readonly ChannelIntake[];
  private readonly columns: readonly ChannelColumns[];
  private readonly fft = createPairFft();
  private readonly read = createSpectrumReader(this.fft);
  private filled = lead;
  private hops = 0;
  private frames = 0;
  private crossSum = 0;
  private halfFrame: number | null = null;

  constructor(channels: 1 | 2) {
    this.channels = channels;
    this.intakes = Array.from({ length: channels }, () => new ChannelIntake());
    this.columns = Array.from({ length: channels }, () => createColumns());
  }

  push(samples: Int16Array): void {
    let block = samples;
    if (this.halfFrame !== null) {
      block = new Int16Array(samples.length + 1);
      block[0] = this.halfFrame;
      block.set(samples, 1);
      this.halfFrame = null;
    }
    const frames = Math.floor(block.length / this.channels);
    if (frames * this.channels < block.length) this.halfFrame = block[block.length - 1] as number;
    this.frames += frames;
    this.takeFrames(block, frames);
  }

  finish(): FeatureTable {
    const wanted = Math.ceil(this.frames / hopSamples);
    const silence = new Int16Array(hopSamples * this.channels);
    while (this.hops < wanted) this.takeFrames(silence, hopSamples);
    const channels = this.columns.map((columns, index) => ({
      ...trimColumns(columns, wanted),
      sum: this.intakes[index]?.sum ?? 0,
      sumOfSquares: this.intakes[index]?.sumOfSquares ?? 0,
    }));
    return { hops: wanted, frames: this.frames, crossSum: this.crossSum, channels };
  }

  private takeFrames(block: Int16Array, frames: number): void {
    const stride = this.channels;
    let done = 0;
    while (done < frames) {
      const count = Math.min(frames - done, fftSize - this.filled);
      for (let c = 0; c < stride; c++) {
        this.intakes[c]?.take(block, done * stride + c, stride, this.filled, count);
      }
      if (stride === 2) this.crossSum += crossSumOf(block, done * 2, count);
      this.filled += count;
      done += count;
      if (this.filled === fftSize) this.finishHop();
    }
  }

  private finishHop(): void {
    const { re, im } = this.fft;
    weigh((this.intakes[0] as ChannelIntake).window, re);
    if (this.channels === 2) weigh((this.intakes[1] as ChannelIntake).window, im);
    this.fft.transform();
    const hop = this.hops++;
    for (let c = 0; c < this.channels; c++) {
      const columns = this.columns[c] as ChannelColumns;
      const intake = this.intakes[c] as ChannelIntake;
      if (hop >= columns.capacity) growColumns(columns);
      columns.marks[hop] = intake.marks();
      intake.window.copyWithin(0, hopSamples);
    }
    this.read(this.columns, hop);
    if (this.channels === 1) im.fill(0);
    this.filled = fftSize - hopSamples;
  }
}

function weigh(window: Float64Array, into: Float64Array): void {
  for (let n = 0; n < fftSize; n++) into[n] = (hann[n] as number) * (window[n] as number);
}

function crossSumOf(block: Int16Array, from: number, count: number): number {
  let sum = 0;
  for (let i = 0, at = from; i < count; i++, at += 2)
    sum += (block[at] as number) * (block[at + 1] as number);
  return sum;
}

/** A listener for 8 kHz audio of that many channels. */
export function createListener(options: { channels: 1 | 2 }): Listener {
  return new HopListener(options.channels);
}
