import { z } from 'zod';
import type { CallPlace } from '../domain/call-list.ts';
import { EarmarkError } from '../errors.ts';

const placeSchema = z.tuple([z.int().min(-(2 ** 53) + 1), z.uuid()]);

/** A place in a list as an opaque word for the address of the next page. */
export function writeCursor(place: CallPlace): string {
  return Buffer.from(JSON.stringify([place.atUs, place.id])).toString('base64url');
}

/** The place a cursor stands for. Throws `E_USAGE` for one that this server did not write. */
export function readCursor(cursor: string): CallPlace {
  try {
    const [atUs, id] = placeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { atUs, id };
  } catch {
    throw new EarmarkError('E_USAGE', 'the cursor is not valid', { remedy: 'start again without a cursor' });
  }
}
