import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { type Context, Hono } from 'hono';
import { EarmarkError } from '../../errors.ts';
import type { AppDeps } from '../app-deps.ts';
import { identifyCaller, isSignInNeeded, keepSession } from '../identify-caller.ts';
import { isLocalRequest } from '../request-origin.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};

const SESSION_HOURS = 12;
/** Addresses the pages know (src/web/app.tsx), and those they answer with a page of their own: not there. */
const knownAddress = /^\/(calls(\/[\w-]+)?|reports(\/[\w-]+)?|review|sign-in|users|audit)?$/;
const pageAddress = /^(\/[\w-]+)*\/?$/;

interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

/** Every built file by its address, read once: no request is ever made into a path. */
function readPages(folder: string): ReadonlyMap<string, PageFile> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.flatMap((name): [string, PageFile][] => {
    const mediaType = mediaTypes[extname(name)];
    if (mediaType === undefined) return [];
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    return [[`/${name.split(sep).join('/')}`, { bytes, mediaType }]];
  });
  return new Map(files);
}

async function signInLocalUser(c: Context, deps: AppDeps): Promise<void> {
  const { localUser, store } = deps;
  // whoever opens the sign-in page wants to be somebody else
  if (localUser === null || !isLocalRequest(c) || new URL(c.req.url).pathname === '/sign-in') return;
  if ((await isSignInNeeded(deps)) || (await identifyCaller(c, deps)) !== null) return;
  const lifeMs = SESSION_HOURS * 3_600_000;
  const { secret } = await store.tokens.issue(localUser, { kind: 'local', scopes: ['*'], lifeMs });
  keepSession(c, secret, lifeMs);
}

/** The built pages; an address inside them gives the page that reads it. */
export function createPageRoutes(deps: AppDeps): Hono {
  const routes = new Hono();
  const files = deps.pagesDir === null ? new Map<string, PageFile>() : readPages(deps.pagesDir);
  const index = files.get('/index.html');

  routes.get('*', async (c) => {
    const { pathname } = new URL(c.req.url);
    const file = pathname === '/index.html' ? undefined : files.get(pathname);
    if (file !== undefined) {
      const isNamedByContent = pathname.startsWith('/assets/');
      c.header('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache');
      return c.body(file.bytes, 200, { 'content-type': file.mediaType });
    }
    if (index === undefined || !pageAddress.test(pathname) || pathname.startsWith('/api')) {
      throw new EarmarkError('E_NOT_FOUND', 'there is nothing at this address', {
        ...(index === undefined ? { remedy: 'build the pages: npm run build:web' } : {}),
      });
    }
    await signInLocalUser(c, deps);
    c.header('cache-control', 'no-store');
    return c.body(index.bytes, knownAddress.test(pathname) ? 200 : 404, { 'content-type': index.mediaType });
  });

  return routes;
}
