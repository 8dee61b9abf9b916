import { type ChannelColumns, createColumns, growColumns, trimColumns } from './feature-columns.ts';
import { type FeatureTable, hearingRateHz, hopMs } from './feature-table.ts';
import { createPairFft, fftSize } from './pair-fft.ts';
import { createSpectrumReader } from './read-spectrum.ts';
import { addSums, createIntake, crossSumOf, type Intake, marksOf, takePair } from './sample-intake.ts';

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
const hann = Float64Array.from(
  { length: fftSize },
  (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (n + 0.5)) / fftSize),
);

/** The listener for a recording of one or two channels. */
class HopListener implements Listener {
  private readonly channels: 1 | 2;
  private readonly intakes: readonly Intake[];
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
    this.intakes = Array.from({ length: channels }, () => createIntake(fftSize));
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
    const left = this.intakes[0] as Intake;
    const right = this.intakes[1];
    let done = 0;
    while (done < frames) {
      const count = Math.min(frames - done, fftSize - this.filled);
      if (right) takePair(left, right, block, done * 2, this.filled, count);
      else left.window.set(block.subarray(done, done + count), this.filled);
      this.filled += count;
      done += count;
      if (this.filled === fftSize) this.finishHop();
    }
  }

  private finishHop(): void {
    const { re, im } = this.fft;
    const left = this.intakes[0] as Intake;
    const right = this.intakes[1];
    weigh(left.window, re);
    if (right) {
      weigh(right.window, im);
      this.crossSum += crossSumOf(left, right, newest);
    } else im.fill(0);
    this.fft.transform();
    const hop = this.hops++;
    for (let c = 0; c < this.channels; c++) {
      const columns = this.columns[c] as ChannelColumns;
      const intake = this.intakes[c] as Intake;
      if (hop >= columns.capacity) growColumns(columns);
      columns.marks[hop] = marksOf(intake, newest);
      addSums(intake, newest);
      intake.window.copyWithin(0, hopSamples);
    }
    this.read(this.columns, hop);
    this.filled = newest;
  }
}

function weigh(window: Int16Array, into: Float64Array): void {
  for (let n = 0; n < fftSize; n++) into[n] = (hann[n] as number) * (window[n] as number);
}

/** A listener for 8 kHz audio of that many channels. */
export function createListener(options: { channels: 1 | 2 }): Listener {
  return new HopListener(options.channels);
}
