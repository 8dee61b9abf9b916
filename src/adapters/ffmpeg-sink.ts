import { Writable } from 'node:stream';
import { EarmarkError } from '../errors.ts';

/** A sink for the decoder's samples, and how many it has taken. */
export interface SampleSink {
  readonly stream: Writable;
  /** Samples per channel so far. */
  frames(): number;
}

/** Where a decode is cut off. */
export interface SinkLimits {
  readonly maxFrames: number;
  /** Made when `maxFrames` is passed. */
  readonly onPassed: () => EarmarkError;
}

/**
 * Hands 16-bit samples on in whole frames as they come. It never emits `close`: fluent-ffmpeg would take that for
 * a broken pipe and kill a decoder that is still finishing its files.
 */
export function createSampleSink(
  channels: 1 | 2,
  onSamples: (samples: Int16Array) => void,
  limits: SinkLimits,
): SampleSink {
  const frameBytes = channels * 2;
  let frames = 0;
  let rest = Buffer.alloc(0);
  const take = (chunk: Buffer) => {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = bytes.length - (bytes.length % frameBytes);
    rest = Buffer.from(bytes.subarray(whole));
    if (whole === 0) return;
    frames += whole / frameBytes;
    if (frames > limits.maxFrames) throw limits.onPassed();
    onSamples(asSamples(bytes.subarray(0, whole)));
  };
  const stream = new Writable({
    autoDestroy: false,
    emitClose: false,
    highWaterMark: 1 << 18,
    write(chunk: Buffer, _encoding, done) {
      try {
        take(chunk);
        giveBack(chunk);
        done();
      } catch (error) {
        done(error instanceof Error ? error : new EarmarkError('E_INTERNAL', String(error)));
      }
    },
  });
  return { stream, frames: () => frames };
}

/**
 * Frees a block that was read and nobody else holds. Left to the collector, 64 MB of them pile up first. A block that
 * shares its memory with others (Buffer's pool) is left alone.
 */
function giveBack(chunk: Buffer): void {
  const { buffer } = chunk;
  if (buffer instanceof ArrayBuffer && buffer.byteLength === chunk.byteLength) buffer.transfer(0);
}

/** The same memory as 16-bit samples; copied only where it starts at an odd address. */
function asSamples(bytes: Buffer): Int16Array {
  const aligned = bytes.byteOffset % 2 === 0 ? bytes : Uint8Array.from(bytes);
  return new Int16Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 2);
}
