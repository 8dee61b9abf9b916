/** Files that lie beside a recording and describe it, by the end of their name. */
export const sideFileSuffixes = [
  '.call.json',
  '.note.json',
  '.note.txt',
  '.note.md',
  '.transcript.json',
  '.verbose.json',
  '.truth.json',
  '.vtt',
  '.srt',
] as const;

/** Ends of names that are never sound; anything else is offered, so that a wrong file is named, not lost. */
const ignoredEndings = [
  ...sideFileSuffixes,
  ...['.tmp', '.part', '.partial', '.crdownload', '.filepart'],
  ...['.json', '.jsonl', '.csv', '.tsv', '.yaml', '.yml', '.txt', '.md', '.html', '.pdf', '.log', '.ini'],
];
const ignoredNames = new Set(['license', 'notice', 'readme', 'thumbs.db', 'desktop.ini', '__macosx']);

/** True when a key may be a recording: no folder marker, hidden file, side file, document or unfinished upload. */
export function isRecordingKey(key: string): boolean {
  if (key === '' || key.endsWith('/')) return false;
  const segments = key.toLowerCase().split('/');
  if (segments.some((segment) => segment.startsWith('.') && segment !== '.' && segment !== '..'))
    return false;
  if (segments.some((segment) => ignoredNames.has(segment))) return false;
  const name = segments.at(-1) ?? '';
  return name !== '' && !ignoredEndings.some((ending) => name.endsWith(ending));
}

/** The key without the extension of its last part; a leading dot begins a name, not an extension. */
export function withoutExtension(key: string): string {
  const nameStart = key.lastIndexOf('/') + 1;
  const dot = key.lastIndexOf('.');
  return dot > nameStart ? key.slice(0, dot) : key;
}

/** Order of keys as S3 lists them: by their UTF-8 bytes. Negative when `a` comes first. */
export function compareKeys(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}
