import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { createApp } from '../api/app.ts';
import type { AppDeps } from '../api/app-deps.ts';
import { serveApp } from '../api/serve.ts';
import { readConfig } from '../config.ts';
import { asEarmarkError } from '../errors.ts';
import { rescoreCall } from '../pipeline/process-call.ts';
import { eraseCalls } from './erase-calls.ts';
import { importInto } from './import.ts';
import { type Installation, openInstallation } from './installation.ts';
import { redriveCall } from './redrive-calls.ts';
import { benchesOf, publishInUse } from './standard-changes.ts';
import { createTelemetry, type Telemetry } from './telemetry.ts';
import { untilSignal } from './until-signal.ts';
import { workInstallation } from './work.ts';

const pagesDir = fileURLToPath(new URL('../../dist/web', import.meta.url));
const LOCAL_USER = 'local';

/** `earmark serve`: pages and API, and a worker beside them. */
export function register(program: Command): void {
  program
    .command('serve')
    .description('serve the pages and the API, and process queued calls')
    .option('--no-work', 'leave processing to workers')
    .action(async (options: { work: boolean }) => {
      const config = readConfig();
      const telemetry = createTelemetry(config.LOG_LEVEL);
      await using installation = await openInstallation(config, telemetry.watch);
      const signal = untilSignal();
      const working = options.work
        ? workInstallation(installation, telemetry.observer, signal, false, telemetry)
        : Promise.resolve();
      await serveUntil(installation, signal, telemetry);
      await working;
    });
}

/** Serves an installation and prints its address, until aborted. */
export async function serveUntil(
  installation: Installation,
  signal: AbortSignal,
  telemetry?: Telemetry,
): Promise<void> {
  const { EARMARK_HOST: host, EARMARK_PORT: port } = installation.config;
  const serving = await serveApp(createApp(appDepsOf(installation, signal, telemetry)), { host, port });
  console.log(`\nEarmark is at ${serving.url} — Ctrl-C stops it`);
  if (!signal.aborted)
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  await serving.close();
}

/** The API's view of an installation; on loopback the local user needs no token. */
export function appDepsOf(installation: Installation, signal: AbortSignal, telemetry?: Telemetry): AppDeps {
  const { config, store, artifacts, standards, processing } = installation;
  const isLoopback = ['127.0.0.1', 'localhost', '::1'].includes(config.EARMARK_HOST);
  return {
    store,
    artifacts,
    standards,
    ...(telemetry ? { metrics: () => telemetry.render(installation) } : {}),
    rescore: async (id, cause) => (await rescoreCall(id, cause, processing, signal)).scorecardId,
    benches: benchesOf(installation),
    publishStandard: (id, by) => publishInUse(installation, id, by),
    erase: (subject, by) => eraseCalls(installation, { subject, by, because: 'asked' }),
    currency: config.EARMARK_CURRENCY,
    redrive: (id) => redriveCall(installation, id),
    importSource: (source, caller) => beginImport(installation, source, caller.name, signal),
    timeZone: config.EARMARK_TIME_ZONE,
    pagesDir: existsSync(pagesDir) ? pagesDir : null,
    localUser: isLoopback && config.EARMARK_AUTH === 'auto' ? LOCAL_USER : null,
    identityProvider: installation.identityProvider,
    publicUrl: config.EARMARK_PUBLIC_URL ?? null,
    report: (error, route) => console.error(`${route}: ${error.code} ${error.message}`),
  };
}

/** Starts an import in the background and gives its id; how it ends stands in its progress. */
async function beginImport(
  installation: Installation,
  address: string,
  by: string,
  signal: AbortSignal,
): Promise<string> {
  const { store, openSource } = installation;
  const source = openSource(address);
  const known = await store.imports.unfinished(source.name);
  const id = known?.id ?? (await store.imports.begin(source.name, by));
  importInto(installation, address, { isRefresh: false, by }, signal).catch((error: unknown) => {
    const { code, message } = asEarmarkError(error);
    console.error(`import: ${code} ${message}`);
  });
  return id;
}
