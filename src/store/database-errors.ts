import { EarmarkError } from '../errors.ts';

/** SQLSTATE of a database error, or the system's code of a broken connection; undefined for anything else. */
export function databaseCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** True for a conflict with another transaction, which the same work survives when it is simply done again. */
export function isCollision(error: unknown): boolean {
  const code = databaseCodeOf(error);
  return code === '40001' || code === '40P01';
}

/** True when a unique index refused a row. */
export function isTaken(error: unknown): boolean {
  return databaseCodeOf(error) === '23505';
}

/** What triggers raise for anything written about an erased call. */
const ERASED = 'EM001';

// connection, resources, operator intervention, lock not available, read-only server
const passing = /^(08|53|57|55P03|25006|40)|^(ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;

function remedyFor(code: string | undefined, isPassing: boolean): string {
  if (code === '53100') return 'free space on the database server';
  if (code === '25006') return 'point DATABASE_URL at the primary server';
  if (isPassing) return 'check that the database server runs and can be reached; the work is tried again';
  return 'report this with the code above';
}

/** A failure of the database as ours; what was being stored is not repeated in the message. */
export function asStoreError(error: unknown): unknown {
  if (error instanceof EarmarkError) return error;
  const code = databaseCodeOf(error);
  if (code === ERASED)
    return new EarmarkError('E_ERASED', 'this call was erased', {
      remedy: 'leave it: it is not taken up again',
    });
  const isLost = error instanceof Error && /connection|timeout exceeded|read timeout/i.test(error.message);
  if (code === undefined && !isLost) return error;
  const isPassing = isLost || passing.test(code ?? '');
  return new EarmarkError('E_STORE', `the database failed (${code ?? 'connection lost'})`, {
    cause: error,
    isRetryable: isPassing,
    remedy: remedyFor(code, isPassing),
  });
}

type Methods<T> = { readonly [K in keyof T]: (...given: never[]) => Promise<unknown> };

/** Times work is done when it collides with other work each time (faults.md F28). */
export const MAX_TRIES = 4;

/** Makes methods whose database failures come out as `E_STORE`. */
type Translate = <T extends Methods<T>>(methods: T) => T;

/**
 * How methods are translated. Outside of a transaction one that collides with other work is done again up to three
 * times; inside, the collision comes out as it is, since only the whole transaction can be done again.
 */
export function translating(isInTransaction: boolean): Translate {
  const call = async (method: (...given: never[]) => Promise<unknown>, given: never[]) => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await method(...given);
      } catch (error) {
        if (!isCollision(error)) throw asStoreError(error);
        if (isInTransaction) throw error;
        if (attempt >= MAX_TRIES) throw asStoreError(error);
      }
    }
  };
  return <T extends Methods<T>>(methods: T) => {
    const wrapped = Object.entries<(...given: never[]) => Promise<unknown>>(methods).map(([name, method]) => [
      name,
      (...given: never[]) => call(method, given),
    ]);
    return Object.fromEntries(wrapped) as T;
  };
}
