import { hashText } from './kept-json.ts';

/** The hash of a row of the audit: over the hash before it and its canonical body. */
export function hashOfRow(previousHash: string, body: string): string {
  return hashText(`${previousHash}\n${body}`);
}
