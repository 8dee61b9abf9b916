import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../src/stages/call-manifest.ts';

const rowOf = (text: string | Uint8Array, file = 'a.wav') => {
  const manifest = parseManifest(typeof text === 'string' ? Buffer.from(text) : text);
  return Object.fromEntries(manifest.rows.get(file)?.[0] ?? []);
};

describe('a manifest', () => {
  it('is CSV with the names of the call file, a mark in front or not, any line ends', () => {
    const text = '\uFEFFfile,agent.id,agent.name,company\r\n"a b,+.wav",1001,"张 ""三""","A; B"\r\n';
    expect(rowOf(text, 'a b,+.wav')).toEqual({
      'agent.id': '1001',
      'agent.name': '张 "三"',
      company: 'A; B',
    });
  });

  it('may use semicolons or tabs', () => {
    expect(rowOf('file;agent.id\na.wav;1\n')).toEqual({ 'agent.id': '1' });
    expect(rowOf('file\tagent.id\na.wav\t1\n')).toEqual({ 'agent.id': '1' });
  });

  it('is read as GB 18030 when it is not UTF-8, and says so', () => {
    const bytes = Buffer.concat([
      Buffer.from('file,agent.name\na.wav,'),
      Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]),
    ]);
    expect(rowOf(bytes)).toEqual({ 'agent.name': '张三' });
    expect(parseManifest(bytes).encoding).toBe('gb18030');
  });

  it('keeps keys exactly and leaves out empty cells', () => {
    const manifest = parseManifest(Buffer.from('file,rings,kind\n\u00e9.wav,,sales\ne\u0301.wav,3\n'));
    expect([...manifest.rows.keys()]).toEqual(['\u00e9.wav', 'e\u0301.wav']);
    expect(rowOf('file,rings,kind\na.wav,,sales\n')).toEqual({ kind: 'sales' });
  });

  it('names columns nobody reads and is not moved by __proto__', () => {
    const manifest = parseManifest(Buffer.from('file,__proto__,agnet.id\na.wav,1,2\n'));
    expect(manifest.unknownColumns).toEqual(['__proto__', 'agnet.id']);
    expect(manifest.rows.get('a.wav')?.[0]?.size).toBe(0);
  });

  it('is refused with its reason when it is no manifest', () => {
    expect(() => parseManifest(Buffer.from('name,agent.id\na.wav,1\n'))).toThrow('no column "file"');
    expect(() => parseManifest(Buffer.from('file,file\na.wav,1\n'))).toThrow('comes twice');
    expect(() => parseManifest(Buffer.from('file,kind\na.wav,"sales\n'))).toThrow('not CSV');
    expect(() => parseManifest(Buffer.alloc(0))).toThrow('no column "file"');
  });
});
