/** Bytes of a recording, read in pieces. */
export interface SniffedBytes {
  readonly size: number;
  readonly head: Buffer;
  /** At most `length` bytes from `offset`; fewer at the end. */
  read(offset: number, length: number): Promise<Buffer>;
}
