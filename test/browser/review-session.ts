import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { buildPages } from './build-pages.ts';
import { type FixtureServer, startFixtureServer } from './fixture-server.ts';
import { openBrowser } from './open-browser.ts';

/** A browser before the fixture server; closed with `await using`. */
export interface ReviewSession extends AsyncDisposable {
  readonly server: FixtureServer;
  /** A fresh page at a path; what it complains about is kept. */
  openPage(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Closes every page opened so far. */
  closePages(): Promise<void>;
  /** Errors and policy violations of all pages so far. */
  readonly complaints: string[];
}

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
}

/** Starts server and browser for one test file. */
export async function startReviewSession(): Promise<ReviewSession> {
  const server = await startFixtureServer(await buildPages());
  const browser: Browser = await openBrowser();
  const complaints: string[] = [];
  return {
    server,
    complaints,
    async openPage(path, options = {}) {
      const context = await browser.newContext({ locale: 'en-GB', ...options });
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      listen(page, complaints);
      await page.goto(server.url + path);
      return page;
    },
    async closePages() {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

/** Where the call's sound is, in seconds, and whether it plays. */
export function readPlayback(page: Page): Promise<{ seconds: number; isPlaying: boolean; rate: number }> {
  return page.evaluate(
    `(() => { const a = document.querySelector('audio'); return { seconds: a.currentTime, isPlaying: !a.paused, rate: a.playbackRate }; })()`,
  );
}
