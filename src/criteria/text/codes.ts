import { allMatches } from './all-matches.ts';
import type { Fact } from './fact.ts';
import { findNumbers } from './numbers.ts';

const mixedCode = /\b(?=[a-z0-9-]*[0-9])(?=[a-z0-9-]*[a-z])[a-z0-9-]{4,}\b/gi;
const unitAfterDigits = /^[0-9]+(?:st|nd|rd|th|am|pm|k|m|ml|kg|g|gb|mb|x|s|min|h)$/i;
/** Two to five letters said one by one, or written together as capitals, right before a number. */
const lettersBefore = /(?<![A-Za-z0-9'])(?:(?:[A-Za-z][ .-]+){1,4}[A-Za-z]|[A-Z]{2,5})[ .-]*$/;
const LEAST_DIGITS = 3;

function code(raw: string, from: number): Fact {
  return { type: 'code', raw, from, to: from + raw.length, value: raw.toLowerCase().replaceAll('-', '') };
}

/** Numbers with letters in them, as written (AK3971) or as spelled (A K 三九七幺); the value is lower case without blanks. */
export function findCodes(text: string): Fact[] {
  const written = /[0-9]/.test(text)
    ? allMatches(text, mixedCode).filter(([raw]) => /[a-z]/i.test(raw) && !unitAfterDigits.test(raw))
    : [];
  const out = written.map((found) => code(found[0], found.index));
  if (!/(?<![A-Za-z'])[A-Za-z](?![A-Za-z'])|[A-Z]{2}/.test(text)) return out;
  for (const found of findNumbers(text)) {
    const before = lettersBefore.exec(text.slice(0, found.from));
    if (before === null || !/^[0-9]+$/.test(found.value) || found.value.length < LEAST_DIGITS) continue;
    const letters = before[0].replace(/[^A-Za-z]/g, '').toLowerCase();
    const raw = text.slice(before.index, found.to);
    out.push({ ...code(raw, before.index), value: letters + found.value });
  }
  return out;
}
