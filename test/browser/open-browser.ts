import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Where a Chromium lies on this machine; undefined where there is none, and the browser tests are left out. */
export const chromiumPath: string | undefined = places.find(
  (place) => place !== undefined && existsSync(place),
);

/** Starts Chromium without a window; sound is decoded and played into nothing. */
export function openBrowser(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('no Chromium found; set CHROMIUM_PATH');
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--mute-audio',
      '--autoplay-policy=no-user-gesture-required',
    ],
  });
}
