import pino, { type Logger } from 'pino';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CallRecord } from '../domain/call-record.ts';
import { asEarmarkError } from '../errors.ts';
import type { CallQueue } from '../queue/call-queue.ts';
import type { Store } from '../store/open-store.ts';
import type { CallObserver } from './handle-call.ts';
import { createCallTraces } from './trace-calls.ts';

/** What a process tells about its work: lines of JSON on stderr, and figures for Prometheus. No content of calls. */
export interface Telemetry {
  readonly log: Logger;
  /** Told of stages; their time goes into the figures. */
  watch(call: Pick<CallRecord, 'id'>, stage: string, state: 'began' | 'ended' | 'reused'): void;
  readonly observer: CallObserver;
  troubled(error: unknown): void;
  /** The figures of this process, and those of the installation as of now, in Prometheus' text format. */
  render(installation: { readonly store: Store; readonly queue: CallQueue }): Promise<string>;
}

/** From quick rules to long transcriptions. */
const STAGE_BUCKETS_S = [0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300];

function createFigures() {
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `earmark_${name}`, help, labelNames, registers });
  return {
    registry,
    ended: new Counter({
      name: 'earmark_calls_ended_total',
      help: 'Handled calls by how they ended; retried, quarantined and fenced among them.',
      labelNames: ['as'],
      registers,
    }),
    stage: new Histogram({
      name: 'earmark_stage_seconds',
      help: 'Time of stages that ran.',
      labelNames: ['stage'],
      buckets: STAGE_BUCKETS_S,
      registers,
    }),
    reused: new Counter({
      name: 'earmark_stages_reused_total',
      help: 'Stages whose kept result was used.',
      labelNames: ['stage'],
      registers,
    }),
    waiting: gauge('queue_calls', 'Calls on the queue.', ['state']),
    oldest: gauge('queue_oldest_seconds', 'Age of the oldest call that could be taken.'),
    givenUp: gauge('calls_given_up', 'Calls that wait for somebody to redrive them.'),
    spend: gauge('spend', 'Paid in all, in the configured currency.', ['stage']),
    closed: gauge('provider_closed', 'Providers nobody asks until they are resumed.', ['provider']),
  };
}

async function readInstallation(figures: ReturnType<typeof createFigures>, store: Store, queue: CallQueue) {
  const { waiting, active, oldestMs } = await queue.state();
  figures.waiting.set({ state: 'waiting' }, waiting);
  figures.waiting.set({ state: 'active' }, active);
  figures.oldest.set(oldestMs / 1000);
  figures.givenUp.set(await store.failures.count());
  for (const { group, amount } of await store.ledger.spend('stage'))
    figures.spend.set({ stage: group }, amount / 1e6);
  figures.closed.reset();
  for (const { provider } of await store.gate.circuits()) figures.closed.set({ provider }, 1);
}

/** Telemetry of one process; `level` is pino's. */
export function createTelemetry(level: string, write: (line: string) => void = toStderr): Telemetry {
  const log = pino({ level, base: null }, { write });
  const figures = createFigures();
  const traces = createCallTraces();
  const begun = new Map<string, number>();
  return {
    log,
    watch({ id }, stage, state) {
      traces.watch({ id }, stage, state);
      const place = `${id} ${stage}`;
      if (state === 'began') {
        begun.set(place, performance.now());
        return;
      }
      const ms = Math.round(performance.now() - (begun.get(place) ?? performance.now()));
      begun.delete(place);
      if (state === 'reused') figures.reused.inc({ stage });
      else figures.stage.observe({ stage }, ms / 1000);
      log.debug({ call: id, stage, ms, reused: state === 'reused' }, 'stage');
    },
    observer: {
      done: () => {},
      failed: () => {},
      ended(id, as, error) {
        for (const place of begun.keys()) if (place.startsWith(id)) begun.delete(place);
        traces.ended(id, as, error);
        figures.ended.inc({ as });
        const line = { call: id, as, ...(error === null ? {} : { code: error.code }) };
        if (as === 'failed' || as === 'quarantined') log.error(line, 'call');
        else if (as === 'done' || as === 'released') log.info(line, 'call');
        else log.warn(line, 'call');
      },
    },
    troubled: (error) => log.warn({ code: asEarmarkError(error).code }, 'queue or store does not answer'),
    async render({ store, queue }) {
      await readInstallation(figures, store, queue);
      return await figures.registry.metrics();
    },
  };
}

function toStderr(line: string): void {
  process.stderr.write(line);
}
