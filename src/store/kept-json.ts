import { createHash } from 'node:crypto';

/** sha256 of a text in UTF-8, 64 hex digits. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * JSON as it is kept: in a text column, where numbers come back to the last digit and what PostgreSQL's own
 * text refuses (NUL, a lone surrogate) stays escaped.
 */
export function toKept(value: unknown): string {
  return JSON.stringify(value);
}

/** What `toKept` kept; its shape is that of what was given, checked when it came in. */
export function fromKept<T>(text: string): T {
  return JSON.parse(text) as T;
}

/** Same as `fromKept`, with null for what was never kept. */
export function fromKeptOrNull<T>(text: string | null): T | null {
  return text === null ? null : fromKept<T>(text);
}
