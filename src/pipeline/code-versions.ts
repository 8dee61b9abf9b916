import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Versions of the stages that cost time or money: raised by hand when a change must be run again on old
 * recordings. The cheap stages take `scoringCode` instead and follow every change by themselves.
 */
export const stageVersions = {
  'fetch-recording': '1',
  'normalize-audio': '1',
  transcribe: '1',
} as const;

const scoringRooms = ['acoustics', 'criteria', 'domain', 'stages'];

/** sha256 (first 16 hex digits) over the code that measures and judges; read once when the process starts. */
export const scoringCode: string = hashRooms(fileURLToPath(new URL('..', import.meta.url)));

function hashRooms(src: string): string {
  const hash = createHash('sha256');
  for (const room of scoringRooms) {
    const files = readdirSync(join(src, room), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.endsWith('.ts')).sort())
      hash.update(`${room}/${file}\n`).update(readFileSync(join(src, room, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
