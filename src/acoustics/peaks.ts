import type { Side } from '../domain/acoustics.ts';
import type { Peaks } from '../domain/peaks.ts';
import { hearingRateHz } from './feature-table.ts';

/** Collects a waveform while a recording is decoded; memory is constant in its length. */
export interface PeakMeter {
  /** Takes 8 kHz 16-bit samples, channels interleaved, in whole frames. */
  push(samples: Int16Array): void;
  /** The largest absolute sample of each stretch, 0–1, per side. */
  finish(): Peaks;
}

/** Most buckets kept per side: two for each pixel of a wide screen; when full, neighbours are merged. */
const mostBuckets = 4096;
/** Samples of the finest bucket: 10 ms. */
const finestBucket = hearingRateHz / 100;

class HalvingPeakMeter implements PeakMeter {
  private readonly channels: 1 | 2;
  private readonly buckets: readonly Uint16Array[];
  private bucketFrames = finestBucket;
  private filled = 0;
  private inBucket = 0;
  private frames = 0;

  constructor(channels: 1 | 2) {
    this.channels = channels;
    this.buckets = Array.from({ length: channels }, () => new Uint16Array(mostBuckets));
  }

  push(samples: Int16Array): void {
    const frames = Math.floor(samples.length / this.channels);
    this.frames += frames;
    let done = 0;
    while (done < frames) {
      if (this.filled === mostBuckets) this.halve();
      const count = Math.min(frames - done, this.bucketFrames - this.inBucket);
      this.buckets.forEach((bucket, channel) => {
        const highest = highestOf(samples, done * this.channels + channel, this.channels, count);
        if (highest > (bucket[this.filled] as number)) bucket[this.filled] = highest;
      });
      done += count;
      this.inBucket += count;
      if (this.inBucket === this.bucketFrames) {
        this.filled++;
        this.inBucket = 0;
      }
    }
  }

  finish(): Peaks {
    const count = this.filled + (this.inBucket > 0 ? 1 : 0);
    const names: readonly Side[] = this.channels === 1 ? ['mixed'] : ['left', 'right'];
    const sides: Partial<Record<Side, number[]>> = {};
    this.buckets.forEach((bucket, channel) => {
      const heights = Array.from(bucket.subarray(0, count), (height) => Math.round((height / 32768) * 1000));
      sides[names[channel] as Side] = heights.map((thousandths) => thousandths / 1000);
    });
    return {
      version: 1,
      durationMs: Math.round((this.frames * 1000) / hearingRateHz),
      bucketMs: (this.bucketFrames * 1000) / hearingRateHz,
      sides,
    };
  }

  private halve(): void {
    for (const bucket of this.buckets) {
      for (let i = 0; i < mostBuckets / 2; i++) {
        bucket[i] = Math.max(bucket[2 * i] as number, bucket[2 * i + 1] as number);
      }
      bucket.fill(0, mostBuckets / 2);
    }
    this.bucketFrames *= 2;
    this.filled = mostBuckets / 2;
  }
}

function highestOf(samples: Int16Array, from: number, stride: number, count: number): number {
  let highest = 0;
  for (let i = 0, at = from; i < count; i++, at += stride) {
    const sample = samples[at] as number;
    const height = sample < 0 ? -sample : sample;
    if (height > highest) highest = height;
  }
  return highest;
}

/** The peak meter for a recording of one or two channels. */
export function createPeakMeter(options: { channels: 1 | 2 }): PeakMeter {
  return new HalvingPeakMeter(options.channels);
}
