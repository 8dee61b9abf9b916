import type { SniffedRecording } from '../domain/recording.ts';
import type { SniffedBytes } from './sniffed-bytes.ts';

/** Largest Ogg page: 27 + 255 bytes of header and 255 × 255 of body. */
const largestPage = 65_307;
const endOfStream = 0x04;

/**
 * What an Ogg file says. Its length is that of its last page, so a cut one is told by the missing end mark or by
 * a last page that is not whole (RFC 3533).
 */
export async function sniffOgg(bytes: SniffedBytes): Promise<SniffedRecording> {
  const start = Math.max(0, bytes.size - largestPage);
  const tail = await bytes.read(start, largestPage);
  const page = tail.subarray(Math.max(0, tail.lastIndexOf('OggS')));
  return { container: 'ogg', declares: 'none', declaredMs: null, isCut: !isWholeLastPage(page) };
}

function isWholeLastPage(page: Buffer): boolean {
  if (page.length < 27 || page.toString('latin1', 0, 4) !== 'OggS') return false;
  const segments = page[26] as number;
  if (page.length < 27 + segments) return false;
  const body = page.subarray(27, 27 + segments).reduce((sum, length) => sum + length, 0);
  return page.length === 27 + segments + body && ((page[5] as number) & endOfStream) !== 0;
}
