import { closeSync, openSync, writeSync } from 'node:fs';
import pg from 'pg';
import { openInstallation } from '../../src/cli/installation.ts';
import { untilSignal } from '../../src/cli/until-signal.ts';
import { workInstallation } from '../../src/cli/work.ts';
import { readConfig } from '../../src/config.ts';
import { arm, pass, placeFaults, type Strike } from './strike.ts';

/**
 * A worker with a fault, for tests: `FAULT` is a `Strike` as JSON, `FAULT_KEY` a part of the key of the only call
 * whose stages are places, `FAULT_FROM=start` lets it strike before work begins, `FAULT_FOREVER` works until stopped
 * `FAULT_CLOCK_MS` puts the clock of this process (not the database's) wrong by so much, `FAULT_DEAF` takes the
 * listeners away that survive a cut connection, and `FAULT_DESCRIPTORS` holds all but so many file descriptors for 3 s,
 * from the moment the first decode begins.
 */
const { FAULT, FAULT_KEY = '', FAULT_FROM, FAULT_FOREVER, FAULT_CLOCK_MS, FAULT_DEAF } = process.env;
let spared = Number(process.env.FAULT_DESCRIPTORS ?? 0);
const fault = FAULT === undefined ? null : (JSON.parse(FAULT) as Strike);
placeFaults();
if (FAULT_CLOCK_MS !== undefined) {
  const real = Date.now;
  Date.now = () => real() + Number(FAULT_CLOCK_MS);
}
if (FAULT_DEAF !== undefined) {
  for (const emitter of [pg.Pool.prototype, pg.Client.prototype]) {
    const { on } = emitter as { on: (name: string, listener: () => void) => unknown };
    Object.assign(emitter, {
      on(name: string, listener: () => void) {
        return name === 'error' && this !== undefined ? this : Reflect.apply(on, this, [name, listener]);
      },
    });
  }
}
if (FAULT_FROM === 'start') arm(fault);

await using installation = await openInstallation(readConfig(), (call, stage, state) => {
  if (stage === 'normalize-audio' && spared > 0) holdDescriptors();
  if (state !== 'reused' && call.key.includes(FAULT_KEY))
    pass(`stage ${stage}`, state === 'began' ? 'before' : 'after');
});

/** Leaves `spared` descriptors to this process, once, and gives the others back after 3 s. */
function holdDescriptors(): void {
  const held: number[] = [];
  try {
    for (;;) held.push(openSync('/dev/null', 'r'));
  } catch {
    for (const descriptor of held.splice(0, spared)) closeSync(descriptor);
  }
  spared = 0;
  setTimeout(() => held.forEach((descriptor) => void closeSync(descriptor)), 3000);
}

const observer = {
  done: () => {},
  failed: () => {},
  ended: (id: string, as: string, error: { code: string } | null) =>
    void writeSync(1, `${as} ${id} ${error?.code ?? ''}\n`),
};
const telemetry = { log: { warn: () => {} }, troubled: () => void writeSync(1, 'TROUBLED\n') };
arm(fault);
writeSync(1, 'WORKING\n');
await workInstallation(
  installation,
  observer,
  untilSignal(),
  FAULT_FOREVER === undefined,
  telemetry as unknown as Parameters<typeof workInstallation>[4],
);
arm(null);
