// Plain JavaScript without dependencies: it runs on a fresh clone, under whatever Node (20 or newer) is there.
// Usage: node src/set-up/set-up.js <demo|test>. Brings packages, system tools and built pages up to date; a
// second run only looks.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemToolsFor } from './system-tools.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const purpose = process.argv[2] ?? 'demo';

function say(message) {
  console.error(`set-up: ${message}`);
}

function fail(message) {
  say(message);
  process.exit(1);
}

function run(command, args, stdio = ['ignore', 'inherit', 'inherit']) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const result = spawnSync(command, args, { cwd: root, stdio, env });
  return result.error === undefined && result.status === 0;
}

function hashOf(paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) add(join(path, name));
    else hash.update(path.slice(root.length)).update(readFileSync(path));
  };
  for (const path of paths.map((path) => join(root, path)).filter(existsSync)) add(path);
  return hash.digest('hex');
}

/** Runs `work` unless `stampFile` says it was done for exactly these inputs. */
function onceFor(inputs, stampFile, work) {
  const stamp = join(root, stampFile);
  const wanted = hashOf(inputs);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function installPackages() {
  onceFor(['package.json', 'package-lock.json'], 'node_modules/.earmark-stamp', () => {
    say('installing packages (npm ci)');
    if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']))
      fail('npm ci failed; the lines above say why. Mend it and run the command again.');
  });
}

function installSystemTools() {
  const missing = systemToolsFor(purpose).filter((tool) => !tool.isPresent());
  if (missing.length === 0) return;
  const names = missing.map((tool) => tool.name).join(', ');
  const packages = missing.flatMap((tool) => tool.packages);
  const byHand = `sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) => {
    const [command, ...rest] = [...asRoot, 'apt-get', '-q', ...args];
    return run(command, rest, ['ignore', 'ignore', 'inherit']);
  };
  if (!apt('--version')) fail(`${names} missing. Run this line, then the command again:\n  ${byHand}`);
  say(`installing ${packages.join(' ')}`);
  if (!apt('update')) say('the package list could not be renewed; trying with the one there is');
  if (!apt('install', '-y', '--no-install-recommends', ...packages))
    fail(`installing failed. Run this line, then the command again:\n  ${byHand}`);
  const still = missing.filter((tool) => tool.isNeeded && !tool.isPresent());
  if (still.length > 0) fail(`${still.map((tool) => tool.name).join(', ')} still missing after: ${byHand}`);
}

function buildPages() {
  const inputs = ['src/web', 'src/api/contract.ts', 'src/domain', 'package-lock.json'];
  onceFor(inputs, 'dist/.web-stamp', () => {
    say('building the pages');
    if (!run('npm', ['run', '--silent', 'build:web']))
      fail('building the pages failed; the lines above say why.');
  });
}

if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`Node 20 or newer is needed to begin; this is ${process.version}.`);
if (purpose !== 'demo' && purpose !== 'test') fail(`unknown purpose "${purpose}"; use demo or test.`);
installPackages();
installSystemTools();
buildPages();
