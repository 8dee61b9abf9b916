import { createReadStream } from 'node:fs';
import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { EarmarkError } from '../errors.ts';

/** The number and hash of one row of the audit. */
export interface AuditMark {
  readonly seq: number;
  readonly hash: string;
}

/**
 * A file beside the database with the hash of every row this machine appended. Whoever rewrites the audit inside the
 * database, or drops its end, would have to rewrite this file too.
 */
export interface AuditAnchor {
  note(marks: readonly AuditMark[]): Promise<void>;
  /** Every mark, in the order of the file; none where there is no file yet. */
  marks(): Promise<AuditMark[]>;
}

const line = /^(\d{1,15}) ([0-9a-f]{64})$/;

async function readMarks(path: string): Promise<AuditMark[]> {
  const marks: AuditMark[] = [];
  try {
    for await (const text of createInterface({ input: createReadStream(path) })) {
      const [, seq, hash] = line.exec(text) ?? [];
      // a half line is what a crash in the middle of writing leaves; its row is in the database
      if (seq !== undefined && hash !== undefined) marks.push({ seq: Number(seq), hash });
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return marks;
}

/** The anchor kept in a file, which is made with the first mark. */
export function createAuditAnchor(path: string): AuditAnchor {
  return {
    async note(marks) {
      if (marks.length === 0) return;
      const lines = marks.map(({ seq, hash }) => `${seq} ${hash}\n`).join('');
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await appendFile(path, lines, { mode: 0o600 });
      } catch (error) {
        throw new EarmarkError('E_STORE', 'the anchor of the audit cannot be written', {
          cause: error,
          remedy: 'check the free space and the rights on the folder of EARMARK_DATA',
        });
      }
    },
    marks: () => readMarks(path),
  };
}
