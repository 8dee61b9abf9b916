import { mkdir } from 'node:fs/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { createHealthRoutes } from '../api/routes/health.ts';
import { serveApp } from '../api/serve.ts';
import { readConfig } from '../config.ts';
import { workCalls } from '../queue/work-calls.ts';
import { type CallObserver, handleCall } from './handle-call.ts';
import { type Installation, openInstallation } from './installation.ts';
import { keepRetention } from './retention.ts';
import { watchRoom } from './room.ts';
import { readSpace } from './space.ts';
import { createTelemetry, type Telemetry } from './telemetry.ts';
import { untilSignal } from './until-signal.ts';
import { openEvents, watchEvents } from './watch-events.ts';

/** Reservations of requests older than this belong to a worker that died: no request takes as long. */
const LOST_RESERVATION_MS = 900_000;
const SWEEP_EVERY_MS = 60_000;

/** `earmark work`: takes queued calls through the pipeline; start more of them to go faster. */
export function register(program: Command): void {
  program
    .command('work')
    .description('process queued calls until stopped; needs PostgreSQL to run beside others')
    .option('--until-drained', 'return when nothing is queued')
    .option('--metrics-port <port>', 'serve /metrics, /healthz and /readyz there', toPort)
    .action(async (options: { untilDrained?: true; metricsPort?: number }) => {
      const config = readConfig();
      const telemetry = createTelemetry(config.LOG_LEVEL);
      await using installation = await openInstallation(config, telemetry.watch);
      const metrics = () => telemetry.render(installation);
      const serving =
        options.metricsPort === undefined
          ? null
          : await serveApp(createHealthRoutes({ store: installation.store, metrics }), {
              host: config.EARMARK_HOST,
              port: options.metricsPort,
            });
      const isOnce = options.untilDrained ?? false;
      await workInstallation(installation, telemetry.observer, untilSignal(), isOnce, telemetry);
      const { waiting } = await installation.queue.state();
      if (isOnce && waiting > 0) console.error(`${waiting} calls wait for later: for money or a provider`);
      await serving?.close();
    });
}

function toPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('a port is a number from 0 to 65535');
}

/** Works the installation's queue until aborted, or until nothing is left; takes calls only while there is room. */
export async function workInstallation(
  installation: Installation,
  observer: CallObserver,
  signal: AbortSignal,
  untilDrained: boolean,
  telemetry?: Pick<Telemetry, 'log' | 'troubled'>,
): Promise<void> {
  const { config, queue, store } = installation;
  await mkdir(config.EARMARK_DATA, { recursive: true, mode: 0o700 });
  const room = watchRoom(
    () => readSpace(config.EARMARK_DATA),
    (isRoom) => telemetry?.log.warn({ isRoom }, 'room on disk and in memory'),
  );
  const watching: CallObserver = {
    ...observer,
    ended(id, as, error) {
      if (error?.code === 'E_DISK_FULL' || error?.code === 'E_DESCRIPTORS') room.wasFull();
      observer.ended?.(id, as, error);
    },
  };
  const events = untilDrained ? null : await openEvents(config);
  const watchingEvents = events === null ? null : watchEvents(events, installation, signal, telemetry);
  const sweeping = setInterval(() => {
    const sweep = async () => {
      await store.ledger.sweep(LOST_RESERVATION_MS);
      const aged = await keepRetention(installation, signal);
      if (aged !== null) telemetry?.log.info(aged, 'removed for its age');
    };
    sweep().catch((error: unknown) => telemetry?.troubled(error));
  }, SWEEP_EVERY_MS);
  try {
    await workCalls(queue, {
      concurrency: config.EARMARK_CONCURRENCY,
      handle: (taken, lost) => handleCall(taken, installation, watching, lost),
      signal,
      untilDrained,
      mayTake: room.mayTake,
      isSuspect: (call) => store.calls.isSuspect(call.callRecordId),
      ...(telemetry ? { troubled: telemetry.troubled } : {}),
    });
    await watchingEvents;
  } finally {
    clearInterval(sweeping);
  }
}
