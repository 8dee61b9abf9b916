import { statfs } from 'node:fs/promises';
import { freemem } from 'node:os';

/** Free disk a worker needs to take a call: 5 GB, or a tenth of a smaller disk (faults.md §1.3). */
const MIN_DISK_BYTES = 5e9;
const MIN_DISK_SHARE = 0.1;
/** Free memory it needs: one confined decoder beside the process itself. */
const MIN_MEMORY_BYTES = 256e6;

/** What a machine has left. */
export interface Space {
  readonly diskFreeBytes: number;
  readonly diskBytes: number;
  readonly memoryFreeBytes: number;
}

/** What is left on the disk of a folder and in memory. */
export async function readSpace(folder: string): Promise<Space> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { diskFreeBytes: bavail * bsize, diskBytes: blocks * bsize, memoryFreeBytes: freemem() };
}

/** True when there is room for one more call. */
export function hasRoom({ diskFreeBytes, diskBytes, memoryFreeBytes }: Space): boolean {
  const hasDisk = diskFreeBytes >= Math.min(MIN_DISK_BYTES, MIN_DISK_SHARE * diskBytes);
  return hasDisk && memoryFreeBytes >= MIN_MEMORY_BYTES;
}
