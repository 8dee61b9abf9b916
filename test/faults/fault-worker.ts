import { writeSync } from 'node:fs';
import { openInstallation } from '../../src/cli/installation.ts';
import { untilSignal } from '../../src/cli/until-signal.ts';
import { workInstallation } from '../../src/cli/work.ts';
import { readConfig } from '../../src/config.ts';

/**
 * A worker with a fault: `node fault-worker.ts <fault> <part of a key> <stage>` does it when that stage of a call
 * with such a key begins. `abort` ends the process natively; `pause` says PAUSED and stands still for a while.
 */
const [fault, keyPart = '', stageWanted = ''] = process.argv.slice(2);
const PAUSE_MS = 4000;

function strike(): void {
  if (fault === 'abort') process.abort();
  writeSync(1, 'PAUSED\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
}

await using installation = await openInstallation(readConfig(), (call, stage, state) => {
  if (fault !== 'none' && state === 'began' && stage === stageWanted && call.key.includes(keyPart)) strike();
});
const observer = {
  done: () => {},
  failed: () => {},
  ended: (id: string, as: string) => void writeSync(1, `${as} ${id}\n`),
};
await workInstallation(installation, observer, untilSignal(), true);
