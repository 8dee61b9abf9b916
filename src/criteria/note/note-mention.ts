import type { Note } from '../../domain/note.ts';
import type { NoteEvidence } from '../../domain/verdict.ts';
import type { Said } from '../said.ts';
import { normalise } from '../text/normalise.ts';

/** All a note says, its fields as `name: value` lines before the free text. */
export function writtenIn(note: Note): string {
  const fields = Object.entries(note.fields)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]) => `${name}: ${value}`);
  return [...fields, note.text].join('\n');
}

/** The first wording of a note that matches one of the patterns over normalised text; null where none does. */
export function findInNote(note: Note, patterns: readonly RegExp[]): string | null {
  const normal = normalise(writtenIn(note));
  for (const pattern of patterns) {
    const [match] = [...normal.text.matchAll(pattern)];
    if (match) {
      const [from, to] = normal.toOriginal(match.index, match.index + match[0].length);
      return normal.original.slice(from, to);
    }
  }
  return null;
}

/** Evidence that a note has `value` under a name, or lacks it (null), with what was said about it in the call. */
export function mention(field: string, value: string | null, said: Said | null = null): NoteEvidence {
  return {
    kind: 'note',
    field,
    value,
    relation: value === null ? 'missing' : said ? 'supports' : 'present',
    party: said?.quote.party ?? null,
    turn: said?.quote.turn ?? null,
    quote: said?.quote.quote ?? null,
    startMs: said?.quote.startMs ?? null,
    endMs: said?.quote.endMs ?? null,
    verified: said?.quote.verified ?? true,
  };
}
