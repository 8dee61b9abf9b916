#!/usr/bin/env node
// Plain JavaScript on purpose: it starts on whatever Node the machine has and hands over to the pinned one.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const NEEDED_MAJOR = 24;
const main = fileURLToPath(new URL('./main.ts', import.meta.url));

function pinnedNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve(`node-linux-${process.arch}/package.json`);
    const binary = fileURLToPath(new URL('./bin/node', `file://${manifest}`));
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) {
  await import('./main.ts');
} else {
  const node = pinnedNode();
  if (node === null) {
    console.error(
      `earmark needs Node ${NEEDED_MAJOR}; this is ${process.version}. Run "npm ci" in the project, or install Node ${NEEDED_MAJOR}.`,
    );
    process.exit(1);
  }
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    } else process.exit(code ?? 1);
  });
}
