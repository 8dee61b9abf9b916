import { type FileHandle, open } from 'node:fs/promises';
import type { Container, SniffedRecording } from '../domain/recording.ts';
import { EarmarkError } from '../errors.ts';
import { sniffMov } from './sniff-mov.ts';
import { sniffMpeg } from './sniff-mpeg.ts';
import { sniffOgg } from './sniff-ogg.ts';
import { sniffWav } from './sniff-wav.ts';
import type { SniffedBytes } from './sniffed-bytes.ts';

const headBytes = 4096;

/** Starts of files that are no recordings, and what to call them. */
const strangers: readonly [string, string][] = [
  ['PK\x03\x04', 'a zip archive'],
  ['PK\x05\x06', 'a zip archive'],
  ['\x1f\x8b', 'a gzip archive'],
  ['BZh', 'a bzip2 archive'],
  ['\xfd7zXZ', 'an xz archive'],
  ['7z\xbc\xaf', 'a 7z archive'],
  ['Rar!', 'a RAR archive'],
  ['MZ', 'a program'],
  ['\x7fELF', 'a program'],
  ['#!/', 'a program'],
  ['%PDF', 'a PDF'],
  ['#EXTM3U', 'a playlist'],
  ['ffconcat', 'a list of other files'],
  ['v=0', 'a session description'],
  ['<', 'a web page or XML'],
];

/**
 * What a file is by its own bytes, before any decoder sees it: never by its name. Throws `E_EMPTY` for no bytes,
 * `E_TYPE` for anything that is not one of our containers (text, playlists, archives, programs, and recordings
 * with an archive hidden at the end), `E_MEDIA` for an impossible or encrypted header, `E_CODEC` for a codec
 * nobody here decodes.
 */
export async function sniffRecording(path: string): Promise<SniffedRecording> {
  const handle = await open(path, 'r');
  try {
    const size = (await handle.stat()).size;
    if (size === 0) {
      throw new EarmarkError('E_EMPTY', 'The recording has no bytes.', {
        remedy: 'Check the recorder or the upload, and deliver the file again.',
      });
    }
    const head = await readAt(handle, 0, headBytes);
    const bytes: SniffedBytes = { size, head, read: (offset, length) => readAt(handle, offset, length) };
    const sniffed = await sniffBytes(bytes);
    await refuseHiddenArchive(bytes);
    return sniffed;
  } finally {
    await handle.close();
  }
}

async function sniffBytes(bytes: SniffedBytes): Promise<SniffedRecording> {
  const { head } = bytes;
  const text = head.toString('latin1', 0, 64);
  if (/^(RIFF|RF64)....WAVE/s.test(text)) return sniffWav(bytes);
  if (text.startsWith('OggS')) return sniffOgg(bytes);
  if (/^....(ftyp|moov|mdat|wide|free|skip)/s.test(text)) return sniffMov(bytes);
  const simple = simpleContainer(head, text);
  if (simple) return simple;
  const mpeg = await sniffMpeg(bytes);
  if (mpeg) return mpeg;
  const start = text.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  const [, name] = strangers.find(([begin]) => start.startsWith(begin)) ?? [];
  throw foreign(name ?? (isText(head) ? 'a text file' : 'no recording Earmark knows'));
}

function simpleContainer(head: Buffer, text: string): SniffedRecording | null {
  const sniffed = (container: Container, declares: SniffedRecording['declares']): SniffedRecording => ({
    container,
    declares,
    declaredMs: null,
    isCut: false,
  });
  if (text.startsWith('fLaC')) return sniffed('flac', 'container');
  if (text.startsWith('#!AMR')) return sniffed('amr', 'none');
  if (head.readUInt32BE(0) === 0x1a45dfa3 && /matroska|webm/.test(text))
    return sniffed('matroska', 'container');
  if (text.startsWith('riff\x2e\x91\xcf\x11')) return sniffed('w64', 'none');
  if (text.startsWith('.snd')) return sniffed('au', 'none');
  if (/^FORM....AIF[FC]/s.test(text)) return sniffed('aiff', 'none');
  if (isGsm(head)) return sniffed('gsm', 'none');
  return null;
}

/** Bare GSM 06.10 has no header: every frame of 33 bytes starts with the half-byte 0xD. */
function isGsm(head: Buffer): boolean {
  const frames = Math.min(16, Math.floor(head.length / 33));
  if (frames < 4) return false;
  return Array.from({ length: frames }, (_, i) => head[i * 33] as number).every((byte) => byte >> 4 === 0xd);
}

/** A zip is found from its end, so a recording may hide one: its last record then reaches exactly to the end. */
async function refuseHiddenArchive(bytes: SniffedBytes): Promise<void> {
  const tailStart = Math.max(0, bytes.size - 66_000);
  const tail = await bytes.read(tailStart, 66_000);
  for (
    let at = tail.lastIndexOf('PK\x05\x06');
    at >= 0;
    at = at === 0 ? -1 : tail.lastIndexOf('PK\x05\x06', at - 1)
  ) {
    if (at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length) {
      throw foreign('a recording with a zip archive behind it');
    }
  }
}

function isText(head: Buffer): boolean {
  return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

function foreign(name: string): EarmarkError {
  return new EarmarkError('E_TYPE', `The file is ${name}, whatever it is called.`, {
    remedy: 'Deliver WAV, MP3, Ogg/Opus, M4A/MP4, FLAC, AMR, GSM, AAC, AU, AIFF or WebM/Matroska.',
  });
}

async function readAt(handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, offset);
  return buffer.subarray(0, bytesRead);
}
