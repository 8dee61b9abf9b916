import { describe, expect, it } from 'vitest';
import { NOTE_LIMIT } from '../../src/domain/note.ts';
import { parseNote, readNote } from '../../src/stages/read-note.ts';
import { memorySource } from '../fakes/memory-source.ts';

const noteOf = async (files: Record<string, string>) => {
  const source = memorySource(new Map(Object.entries({ 'a.wav': 'x', ...files })));
  const ref = await source.find('a.wav');
  if (!ref) throw new Error('not there');
  return readNote(source, ref);
};

describe('the note beside a recording', () => {
  it('is JSON, else plain text, else absent', async () => {
    const json =
      '{"version": 1, "text": "回访", "fields": {"person": "李四", "intent": "interested", "amount": 5}}';
    expect((await noteOf({ 'a.note.json': json, 'a.note.txt': 'no' }))?.note).toMatchObject({
      text: '回访',
      fields: { person: '李四', intent: 'interested', amount: 5 },
    });
    expect((await noteOf({ 'a.note.txt': '\uFEFF一\r\n二\n' }))?.note.text).toBe('一\n二');
    expect((await noteOf({ 'a.note.md': '# x' }))?.note.text).toBe('# x');
    expect(await noteOf({})).toBeNull();
  });

  it('reads a percentage however the system writes it', () => {
    for (const intent of [80, '80', '80%', '80 ％']) {
      const read = parseNote(Buffer.from(JSON.stringify({ fields: { intent, time: 1400 } })), 'json');
      expect(read.note.fields).toMatchObject({ intent: 80, time: '1400' });
    }
  });

  it('is refused by name when it is too long, never cut (MET-10)', async () => {
    const long = 'x'.repeat(NOTE_LIMIT + 1);
    for (const files of [
      { 'a.note.txt': long },
      { 'a.note.json': JSON.stringify({ text: long }) },
      { 'a.note.json': JSON.stringify({ text: '', fields: { other: `${long}${long}` } }) },
      { 'a.note.txt': 'x'.repeat(10_000_000) },
    ]) {
      await expect(noteOf(files)).rejects.toMatchObject({
        code: 'E_NOTE',
        message: expect.stringContaining('16384'),
      });
    }
  });

  it('keeps hostile text as text and counts what cannot be stored (MET-07, MET-09, MET-11)', () => {
    const text = '<img src=x onerror=alert(1)> =HYPERLINK("x") \u202E';
    expect(parseNote(Buffer.from(text), 'text').note.text).toBe(text.trim());
    expect(parseNote(Buffer.from('a\0b'), 'text')).toMatchObject({ note: { text: 'a\uFFFDb' }, replaced: 1 });
  });

  it('is refused with the field that is wrong', () => {
    expect(() => parseNote(Buffer.from('{"fields": {"intent": "maybe"}}'), 'json')).toThrow('fields.intent');
    expect(() => parseNote(Buffer.from('{"fields": {"__proto__": 1}}'), 'json')).toThrow('forbidden key');
    expect(() => parseNote(Buffer.from('not json'), 'json')).toThrow('not JSON');
  });
});
