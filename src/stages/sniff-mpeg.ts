import type { SniffedRecording } from '../domain/recording.ts';
import type { SniffedBytes } from './sniffed-bytes.ts';

/** Tags skipped before the sound; a second one is known from careless editors. */
const mostTags = 4;
const bitRatesV1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const bitRatesV2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const ratesHz = [44_100, 48_000, 32_000];
/** Bytes after a tag in which the first frame must start: encoders pad tags with zeros. */
const searchBytes = 4096;

/**
 * What an MPEG audio stream says, with or without ID3 tags in front, or null when it is none: two headers must
 * follow each other at the distance the first one names, as a byte-order mark looks like half a header.
 */
export async function sniffMpeg(bytes: SniffedBytes): Promise<SniffedRecording | null> {
  let offset = 0;
  for (let tags = 0; tags < mostTags; tags++) {
    const head = await bytes.read(offset, 10);
    if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') break;
    offset += tagBytes(head);
  }
  const start = await bytes.read(offset, searchBytes);
  if (offset > 0 && start.toString('latin1', 0, 4) === 'fLaC') {
    return { container: 'flac', declares: 'container', declaredMs: null, isCut: false };
  }
  const padding =
    offset > 0
      ? Math.max(
          0,
          start.findIndex((byte) => byte !== 0),
        )
      : 0;
  return (await sniffMp3(bytes, offset + padding)) ?? (await sniffAdts(bytes, offset + padding));
}

function tagBytes(head: Buffer): number {
  const size = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((head[at] as number) & 0x7f), 0);
  const hasFooter = ((head[5] as number) & 0x10) !== 0;
  return 10 + size + (hasFooter ? 10 : 0);
}

async function sniffMp3(bytes: SniffedBytes, offset: number): Promise<SniffedRecording | null> {
  const frame = await bytes.read(offset, 200);
  const length = mp3FrameBytes(frame);
  if (length === null) return null;
  const next = await bytes.read(offset + length, 4);
  const isLast = next.length === 0 || next.toString('latin1', 0, 3) === 'TAG';
  if (!isLast && mp3FrameBytes(next) === null) return null;
  const declares = /Xing|Info|VBRI/.test(frame.toString('latin1')) ? 'container' : 'none';
  return { container: 'mp3', declares, declaredMs: null, isCut: false };
}

/** Length of the MPEG layer III frame that starts here, or null when none does. */
function mp3FrameBytes(frame: Buffer): number | null {
  if (frame.length < 4 || frame[0] !== 0xff || ((frame[1] as number) & 0xe0) !== 0xe0) return null;
  const version = ((frame[1] as number) >> 3) & 3;
  const layer = ((frame[1] as number) >> 1) & 3;
  const bitRateIndex = (frame[2] as number) >> 4;
  const rateHz = ratesHz[((frame[2] as number) >> 2) & 3];
  if (version === 1 || layer !== 1 || rateHz === undefined || bitRateIndex === 0) return null;
  const bitRate = (version === 3 ? bitRatesV1 : bitRatesV2)[bitRateIndex];
  if (bitRate === undefined) return null;
  const divisor = version === 3 ? 1 : version === 2 ? 2 : 4;
  const padding = ((frame[2] as number) >> 1) & 1;
  const samplesPerByte = version === 3 ? 144 : 72;
  return Math.floor((samplesPerByte * bitRate * 1000) / (rateHz / divisor)) + padding;
}

async function sniffAdts(bytes: SniffedBytes, offset: number): Promise<SniffedRecording | null> {
  const length = adtsFrameBytes(await bytes.read(offset, 7));
  if (length === null) return null;
  const next = await bytes.read(offset + length, 7);
  if (next.length >= 7 && adtsFrameBytes(next) === null) return null;
  return { container: 'aac', declares: 'none', declaredMs: null, isCut: false };
}

function adtsFrameBytes(frame: Buffer): number | null {
  if (frame.length < 7 || frame[0] !== 0xff || ((frame[1] as number) & 0xf6) !== 0xf0) return null;
  const length =
    (((frame[3] as number) & 3) << 11) | ((frame[4] as number) << 3) | ((frame[5] as number) >> 5);
  return length > 7 ? length : null;
}
