import type { SniffedRecording } from '../domain/recording.ts';
import { EarmarkError } from '../errors.ts';
import type { SniffedBytes } from './sniffed-bytes.ts';

/** Most channels and highest rate a header may claim; telephony has 2 and 48 kHz. */
const mostChannels = 64;
const highestRateHz = 768_000;
/** Chunks looked at before the samples; a sane file has a handful. */
const mostChunks = 64;
/** From here a data size stands for "not known": recorders that stream write 0, 2³¹−1, 2³²−1 or near. */
const placeholderBytes = 0x7f00_0000;
const pcmTags = new Set([1, 3]);
/** Format tags of codecs that common recorders write and no free decoder reads. */
const closedTags: ReadonlyMap<number, string> = new Map([
  [0x0010, 'OKI ADPCM'],
  [0x0038, 'RT24'],
  [0x003c, 'RT29'],
  [0x0130, 'ACELP.net'],
  [0x0135, 'Sipro ACELP.kelvin'],
  [0x181c, 'Voxware RT24'],
]);

interface Format {
  readonly tag: number;
  readonly channels: number;
  readonly rateHz: number;
  readonly bytesPerSecond: number;
  readonly bits: number;
}

/** What a WAV header says; throws `E_MEDIA` where it cannot be true and `E_CODEC` for a codec nobody decodes. */
export async function sniffWav(bytes: SniffedBytes): Promise<SniffedRecording> {
  let format: Format | null = null;
  let offset = 12;
  for (let i = 0; i < mostChunks; i++) {
    const head = await bytes.read(offset, 8);
    if (head.length < 8) break;
    const id = head.toString('latin1', 0, 4);
    const size = head.readUInt32LE(4);
    if (id === 'data') return describe(requireFormat(format), size, bytes.size - offset - 8);
    if (id === 'fmt ') format = readFormat(await bytes.read(offset + 8, Math.min(size, 40)));
    offset += 8 + size + (size % 2);
  }
  requireFormat(format);
  return { container: 'wav', declares: 'none', declaredMs: null, isCut: true };
}

function readFormat(chunk: Buffer): Format {
  if (chunk.length < 16) throw impossible('its format block is cut short');
  const outer = chunk.readUInt16LE(0);
  return {
    tag: outer === 0xfffe && chunk.length >= 26 ? chunk.readUInt16LE(24) : outer,
    channels: chunk.readUInt16LE(2),
    rateHz: chunk.readUInt32LE(4),
    bytesPerSecond: chunk.readUInt32LE(8),
    bits: chunk.readUInt16LE(14),
  };
}

function requireFormat(format: Format | null): Format {
  if (format === null) throw impossible('it has no format block before the samples');
  const closed = closedTags.get(format.tag);
  if (closed) {
    throw new EarmarkError('E_CODEC', `The recording's codec is ${closed}, which is not decoded here.`, {
      remedy: 'Export it as PCM, G.711, Opus or MP3.',
    });
  }
  if (format.channels < 1 || format.channels > mostChannels) {
    throw impossible(`it claims ${format.channels} channels`);
  }
  if (format.rateHz < 1 || format.rateHz > highestRateHz) throw impossible(`it claims ${format.rateHz} Hz`);
  if (pcmTags.has(format.tag) && format.bits === 0) throw impossible('it claims samples of 0 bits');
  return format;
}

function describe(format: Format, dataBytes: number, heldBytes: number): SniffedRecording {
  const isClaim = dataBytes > 0 && dataBytes < placeholderBytes && format.bytesPerSecond > 0;
  return {
    container: 'wav',
    declares: isClaim ? 'own' : 'none',
    declaredMs: isClaim ? Math.round((dataBytes * 1000) / format.bytesPerSecond) : null,
    isCut: isClaim && dataBytes > heldBytes,
  };
}

function impossible(why: string): EarmarkError {
  return new EarmarkError('E_MEDIA', `The recording's WAV header is impossible: ${why}.`, {
    remedy: 'Export the call again from the recorder.',
  });
}
