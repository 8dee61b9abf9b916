/**
 * Frees a column that nobody holds any more, at once; it has no elements from then on. A column is a megabyte in three
 * hours, and left to the collector some sixty of them pile up first.
 */
export function giveBack(column: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>): void {
  column.buffer.transfer(0);
}
