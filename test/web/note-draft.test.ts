import { describe, expect, it } from 'vitest';
import { noteRequestSchema } from '../../src/api/contract.ts';
import { draftOf, noteOf, parseNoteFile, readIntent } from '../../src/web/call/note-draft.ts';

describe('writing a note', () => {
  it('reads an intent as people write it', () => {
    expect(readIntent(' Interested ')).toBe('interested');
    expect(readIntent('40 %')).toBe(40);
    expect(readIntent('')).toBeUndefined();
    for (const wrong of ['maybe', '101', '-1', '1e3', '4 0']) expect(readIntent(wrong)).toBeNull();
  });

  it('keeps fields the form does not show and drops those that were emptied', () => {
    const before = {
      version: 1 as const,
      text: 'x',
      fields: { person: 'Li', outcome: 'sold', branch: 'Pier 4' },
    };
    const note = noteOf({ ...draftOf(before), person: ' ', intent: '80' }, before);
    expect(note.fields).toEqual({ outcome: 'sold', branch: 'Pier 4', intent: 80 });
    expect(noteRequestSchema.safeParse(note).success).toBe(true);
  });

  it('takes text and JSON notes, and nothing else', () => {
    expect(parseNoteFile('a.txt', ' called back ')).toEqual({ version: 1, text: 'called back' });
    expect(parseNoteFile('a.JSON', '{"text":"hi"}')).toEqual({ text: 'hi' });
    for (const wrong of ['[]', '{', 'null', '{"turns":[]}'])
      expect(parseNoteFile('a.json', wrong)).toBeNull();
    expect(parseNoteFile('a.md', 'RIFF\u0000')).toBeNull();
  });
});
