import { expandPhrase } from './match-phrases.ts';
import { normalise } from './normalise.ts';

/** True where a phrase keeps letters or digits once it is made comparable. */
export function isMeaningful(phrase: string): boolean {
  return /[\p{L}\p{N}]/u.test(normalise(phrase).text);
}

/**
 * Patterns for phrases as a standard or a company file writes them: plain words, never expressions; Latin ones
 * match whole words only.
 */
export function phrasePatterns(phrases: readonly string[]): readonly RegExp[] {
  const spellings = phrases
    .flatMap(expandPhrase)
    .filter((phrase) => phrase !== '')
    .sort((a, b) => b.length - a.length);
  if (spellings.length === 0) return [];
  const sources = spellings.map((phrase) => {
    const literal = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return `${/^[a-z0-9]/.test(phrase) ? '\\b' : ''}${literal}${/[a-z0-9]$/.test(phrase) ? '\\b' : ''}`;
  });
  return [new RegExp(sources.join('|'), 'gm')];
}
