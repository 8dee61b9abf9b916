import type { SniffedRecording } from '../domain/recording.ts';
import { EarmarkError } from '../errors.ts';
import type { SniffedBytes } from './sniffed-bytes.ts';

/** Boxes looked at on the top level, and most bytes of the movie box read. */
const mostBoxes = 512;
const mostMovieBytes = 32 * 1024 * 1024;
/** Boxes on the way from the movie box to the sample entries. */
const onTheWay = new Set(['trak', 'mdia', 'minf', 'stbl']);
/** Sample entries of encrypted sound and pictures: ISO 23001-7 and iTunes. */
const encryptedEntries = new Set(['enca', 'encv', 'drms', 'drmi']);

/**
 * What an MP4, M4A, 3GP or QuickTime file says. Throws `E_MEDIA` when it is encrypted, because the decoder names
 * the plain codec and then decodes noise, and when it has no movie box.
 */
export async function sniffMov(bytes: SniffedBytes): Promise<SniffedRecording> {
  let offset = 0;
  for (let i = 0; i < mostBoxes && offset < bytes.size; i++) {
    const head = await bytes.read(offset, 16);
    if (head.length < 8) break;
    const { type, length, headLength } = readBox(head, bytes.size - offset);
    if (type === 'moov') {
      if (length > mostMovieBytes) throw broken('its movie box is far too large');
      const movie = await bytes.read(offset + headLength, length - headLength);
      if (isEncrypted(movie, 0)) throw encrypted();
      return { container: 'mov', declares: 'container', declaredMs: null, isCut: false };
    }
    if (length < 8) break;
    offset += length;
  }
  throw broken('it has no movie box, as when an upload was cut off');
}

function readBox(head: Buffer, rest: number): { type: string; length: number; headLength: number } {
  const type = head.toString('latin1', 4, 8);
  const short = head.readUInt32BE(0);
  if (short === 1 && head.length >= 16) {
    return { type, length: Number(head.readBigUInt64BE(8)), headLength: 16 };
  }
  return { type, length: short === 0 ? rest : short, headLength: 8 };
}

/** `depth` keeps a box that holds itself from going on for ever. */
function isEncrypted(boxes: Buffer, depth: number): boolean {
  let offset = 0;
  while (offset + 8 <= boxes.length && depth < 8) {
    const { type, length, headLength } = readBox(boxes.subarray(offset), boxes.length - offset);
    if (length < headLength) return false;
    const body = boxes.subarray(offset + headLength, offset + length);
    if (onTheWay.has(type) && isEncrypted(body, depth + 1)) return true;
    if (type === 'stsd' && hasEncryptedEntry(body)) return true;
    offset += length;
  }
  return false;
}

function hasEncryptedEntry(sampleEntries: Buffer): boolean {
  for (let offset = 8; offset + 8 <= sampleEntries.length; ) {
    if (encryptedEntries.has(sampleEntries.toString('latin1', offset + 4, offset + 8))) return true;
    const length = sampleEntries.readUInt32BE(offset);
    if (length < 8) return false;
    offset += length;
  }
  return false;
}

function encrypted(): EarmarkError {
  return new EarmarkError('E_MEDIA', 'The recording is encrypted.', {
    remedy: 'Export it without encryption or DRM.',
  });
}

function broken(why: string): EarmarkError {
  return new EarmarkError('E_MEDIA', `The recording cannot be read: ${why}.`, {
    remedy: 'Deliver the whole file again.',
  });
}
