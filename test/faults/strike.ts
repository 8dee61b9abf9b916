import { writeSync } from 'node:fs';
import fsp from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import pg from 'pg';

/**
 * A fault of a worker process: what it does (`kill` by SIGKILL, `stop` by SIGSTOP, `abort` natively, an error code to
 * fail with, or `trace` to list where it could strike), and where: before or after the `nth` time that something like
 * `at` is done. Places are SQL statements (`sql insert into "calls" …`), requests (`http POST …/chat/completions`),
 * moves of files (`fs rename`) and stages (`stage score-call`). Nothing of the product knows of them.
 */
export interface Strike {
  readonly action: 'kill' | 'stop' | 'abort' | 'trace' | { readonly code: string; readonly times: number };
  readonly at: string;
  readonly when: 'before' | 'after';
  readonly nth: number;
  /** Only what comes after such a place counts. */
  readonly since?: string;
}

const counts = new Map<string, number>();
let strike: Strike | null = null;
let left = 0;
let isBegun = false;

/** Strikes, when this is the place and the time for it. */
export function pass(place: string, when: 'before' | 'after'): void {
  if (strike === null) return;
  if (strike.action === 'trace') {
    writeSync(1, `PLACE ${when} ${place}\n`);
    return;
  }
  if (strike.since !== undefined && !isBegun) {
    isBegun = place.includes(strike.since);
    return;
  }
  if (when !== strike.when || !place.includes(strike.at)) return;
  const count = (counts.get(when) ?? 0) + 1;
  counts.set(when, count);
  if (count < strike.nth) return;
  if (typeof strike.action === 'object') {
    if (left-- <= 0) return;
    throw Object.assign(new Error(`struck: ${strike.action.code}`), { code: strike.action.code });
  }
  if (count !== strike.nth) return;
  writeSync(1, `STRUCK ${place}\n`);
  if (strike.action === 'abort') process.abort();
  // SIGSTOP takes hold at once; whoever waits for STRUCK looks for state T before going on
  process.kill(process.pid, strike.action === 'stop' ? 'SIGSTOP' : 'SIGKILL');
}

/** From now on this process has the fault. */
export function arm(fault: Strike | null): void {
  strike = fault;
  left = fault !== null && typeof fault.action === 'object' ? fault.action.times : 0;
}

/** Puts the places into pg, fetch and the file system of this process. */
export function placeFaults(): void {
  watchSql();
  watchRequests();
  watchFiles();
}

function watchSql(): void {
  const { query } = pg.Client.prototype;
  type Query = (...given: unknown[]) => unknown;
  const real = query as Query;
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first] = given;
    const text = typeof first === 'string' ? first : ((first as { text?: string } | null)?.text ?? '');
    const place = `sql ${text.replace(/\s+/g, ' ').trim().slice(0, 90)}`;
    pass(place, 'before');
    const callback = given.at(-1);
    if (typeof callback === 'function')
      given[given.length - 1] = (...answer: unknown[]) => {
        pass(place, 'after');
        Reflect.apply(callback, undefined, answer);
      };
    const result = Reflect.apply(real, this, given);
    if (!(result instanceof Promise)) return result;
    return result.then((value: unknown) => {
      pass(place, 'after');
      return value;
    });
  } as typeof pg.Client.prototype.query;
}

function watchRequests(): void {
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const place = `http ${init?.method ?? 'GET'} ${String(input instanceof Request ? input.url : input)}`;
    pass(place, 'before');
    const response = await real(input, init);
    // the whole answer is here before anybody strikes: the provider has counted it
    const body = await response.arrayBuffer();
    pass(place, 'after');
    return new Response(body, response);
  };
}

function watchFiles(): void {
  const real = { rename: fsp.rename, open: fsp.open, copyFile: fsp.copyFile };
  fsp.rename = async (from, to) => {
    pass(`fs rename ${String(to)}`, 'before');
    await real.rename(from, to);
    pass(`fs rename ${String(to)}`, 'after');
  };
  fsp.open = (async (path: string, flags?: string, mode?: number) => {
    pass(`fs open ${flags ?? 'r'} ${path}`, 'before');
    const handle = await real.open(path, flags, mode);
    pass(`fs open ${flags ?? 'r'} ${path}`, 'after');
    return handle;
  }) as typeof fsp.open;
  syncBuiltinESMExports();
}
