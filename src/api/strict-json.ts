import type { MiddlewareHandler } from 'hono';
import { findAmbiguity } from '../domain/ambiguous-json.ts';
import { EarmarkError } from '../errors.ts';

const MAX_DEPTH = 64;

function refuse(what: string): never {
  throw new EarmarkError('E_USAGE', `the body of the request ${what}`, {
    remedy: 'send one JSON value in UTF-8',
  });
}

/** Throws `E_USAGE` when valid JSON names a field twice, of which parsers silently take one, or nests too deeply. */
export function refuseAmbiguous(json: string): void {
  const ambiguity = findAmbiguity(json, MAX_DEPTH);
  if (ambiguity !== null) refuse(ambiguity);
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
