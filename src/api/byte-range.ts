/** First and last byte, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The part of a file a Range header asks for: null for the whole file, `unsatisfiable` for what cannot be
 * given (RFC 9110 §14). Several ranges at once are not given: no player asks for them, and they are a known
 * way to make a server work.
 */
export function readRange(header: string | undefined, sizeBytes: number): ByteRange | null | 'unsatisfiable' {
  if (header === undefined || !/^bytes=/i.test(header)) return null;
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header.trim());
  const [, first = '', last = ''] = match ?? [];
  if (match === null || (first === '' && last === '')) return 'unsatisfiable';
  if (first === '') {
    const length = Math.min(Number(last), sizeBytes);
    return length === 0 ? 'unsatisfiable' : { start: sizeBytes - length, end: sizeBytes - 1 };
  }
  const start = Number(first);
  const end = last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  return start >= sizeBytes || start > end ? 'unsatisfiable' : { start, end };
}
