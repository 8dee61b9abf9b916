import type { MiddlewareHandler } from 'hono';
import { EarmarkError } from '../errors.ts';

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/g;
const MAX_DEPTH = 64;

function refuse(what: string): never {
  throw new EarmarkError('E_USAGE', `the body of the request ${what}`, {
    remedy: 'send one JSON value in UTF-8',
  });
}

/** Throws `E_USAGE` when valid JSON names a field twice, of which parsers silently take one, or nests too deeply. */
export function refuseAmbiguous(json: string): void {
  const open: (Set<string> | null)[] = [];
  let last = '';
  for (const [token] of json.matchAll(tokens)) {
    if (token === '{' || token === '[') {
      open.push(token === '{' ? new Set() : null);
      if (open.length > MAX_DEPTH) refuse(`nests more than ${MAX_DEPTH} levels`);
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ':') {
      const name: string = JSON.parse(last);
      const names = open.at(-1);
      if (names?.has(name)) refuse('names a field twice');
      names?.add(name);
    }
    last = token;
  }
}

/** Reads a JSON body strictly before any route sees it; other bodies are left to the routes' own check. */
export const strictJson: MiddlewareHandler = async (c, next) => {
  const isJson = /^application\/json\b/i.test(c.req.header('content-type') ?? '');
  if (!isJson || ['GET', 'HEAD'].includes(c.req.method)) return next();
  const bytes = await c.req.arrayBuffer();
  let body = '';
  try {
    body = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    JSON.parse(body);
  } catch {
    refuse('is not JSON');
  }
  refuseAmbiguous(body);
  await next();
};
