import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** sha256 of bytes or text, 64 hex digits. */
export function hashBytes(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** sha256 of a JSON value in RFC 8785 form, so that the order of keys changes nothing; 64 hex digits. */
export function hashJson(value: unknown): string {
  return hashBytes(canonicalize(value) ?? 'null');
}
