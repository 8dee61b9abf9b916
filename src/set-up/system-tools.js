import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const folders = () => (process.env.PATH ?? '').split(delimiter).concat('/usr/sbin');

function onPath(name) {
  return folders().some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function hasPostgres() {
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder) : [];
  return onPath('initdb') || versions.some((version) => existsSync(join(folder, version, 'bin/initdb')));
}

const tools = [
  {
    name: 'ffmpeg',
    packages: ['ffmpeg'],
    purposes: ['demo', 'test'],
    isNeeded: true,
    isPresent: () => onPath('ffmpeg') && onPath('ffprobe'),
  },
  {
    name: 'PostgreSQL server',
    packages: ['postgresql'],
    purposes: ['test'],
    isNeeded: true,
    isPresent: hasPostgres,
  },
  {
    name: 'an S3 server (OpenStack Swift)',
    packages: [
      'swift',
      'swift-proxy',
      'swift-account',
      'swift-container',
      'swift-object',
      'python3-swift',
      'memcached',
    ],
    purposes: ['test'],
    isNeeded: true,
    isPresent: () => onPath('swift-proxy-server') && onPath('swift-object-server') && onPath('memcached'),
  },
  {
    name: 'espeak-ng and flite (voices of the made calls)',
    packages: ['espeak-ng', 'flite'],
    purposes: ['test'],
    isNeeded: false,
    isPresent: () => onPath('espeak-ng') && onPath('flite'),
  },
  {
    name: 'Chromium',
    packages: ['chromium', 'fonts-noto-cjk'],
    purposes: ['test'],
    isNeeded: false,
    isPresent: () => onPath('chromium') || onPath('chromium-browser') || onPath('google-chrome'),
  },
];

/** The system tools a purpose (`demo` or `test`) needs; the browser tests skip with a reason without Chromium. */
export function systemToolsFor(purpose) {
  return tools.filter((tool) => tool.purposes.includes(purpose));
}
