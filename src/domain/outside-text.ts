/** Text as it came from outside, made safe to store: no NUL, no half of a surrogate pair. */
export interface CleanText {
  readonly text: string;
  /** How many characters were replaced by U+FFFD. */
  readonly replaced: number;
}

/** Replaces what PostgreSQL and JSON cannot hold (NUL, lone surrogates) by U+FFFD and counts it. */
export function cleanText(text: string): CleanText {
  let replaced = 0;
  const clean = text.replace(
    /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    () => {
      replaced += 1;
      return '\uFFFD';
    },
  );
  return { text: clean, replaced };
}

/** Bytes as text: UTF-8 or UTF-16 by their mark, else UTF-8, else GB 18030 as Chinese Excel writes; null when none fits. */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } | null {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  for (const encoding of isUtf16 ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // Not in this encoding; the next one is tried.
    }
  }
  return null;
}

export type OutsideJson =
  | { readonly ok: true; readonly value: unknown; readonly replaced: number }
  | { readonly ok: false; readonly reason: string };

/** Deepest nesting a file from outside may have. */
const MAX_DEPTH = 32;
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** JSON from outside with clean strings, or why it is refused; keys that reach into prototypes are refused. */
export function readOutsideJson(bytes: Uint8Array): OutsideJson {
  const decoded = decodeText(bytes);
  if (!decoded) return { ok: false, reason: 'it is not UTF-8' };
  let raw: unknown;
  try {
    raw = JSON.parse(decoded.text);
  } catch {
    return { ok: false, reason: 'it is not JSON' };
  }
  const count = { replaced: 0 };
  try {
    return { ok: true, value: cleanValue(raw, count, 0), replaced: count.replaced };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.message };
    throw error;
  }
}

class Refused extends Error {}

function cleanValue(value: unknown, count: { replaced: number }, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new Refused(`it is nested deeper than ${MAX_DEPTH}`);
  if (typeof value === 'string') {
    const clean = cleanText(value);
    count.replaced += clean.replaced;
    return clean.text;
  }
  if (Array.isArray(value)) return value.map((element) => cleanValue(element, count, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    if (forbiddenKeys.has(key)) throw new Refused(`it holds the forbidden key ${key}`);
    return [cleanText(key).text, cleanValue(inner, count, depth + 1)];
  });
  return Object.fromEntries(entries);
}

/** True for a plain JSON object, not null and not a list. */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
