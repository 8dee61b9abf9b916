import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { soundBytes, twoVoices } from '../fixtures/make-recording.ts';

/** Seconds of each recording: talk enough to be scored, little enough for one request a side. */
const SECONDS = 14;
/** The provider is asked once for each side of a recording. */
export const REQUESTS_PER_CALL = 2;

let sound: Buffer | null = null;

/** The bytes of the recording with a number: two voices that take turns, different from every other number's. */
export function recordingBytes(number: number): Buffer {
  sound ??= soundBytes(twoVoices(), SECONDS);
  const bytes = Buffer.from(sound);
  // a few samples in both channels, far below hearing, make the speech of every recording its own
  for (let at = 0; at < 8; at++) bytes.writeInt16LE(((number >> at) & 1) * 3 + 1, 44 + 4000 + at * 4);
  for (let at = 0; at < 8; at++) bytes.writeInt16LE(((number >> at) & 1) * 3 + 1, 46 + 40_000 + at * 4);
  return bytes;
}

/** Writes recordings `prefix-1.wav` … and what is known of each; with `isTranscribed` their words lie beside them. */
export function writeCalls(
  folder: string,
  count: number,
  { prefix = 'call', isTranscribed = false, from = 1 } = {},
): string[] {
  mkdirSync(folder, { recursive: true });
  const names: string[] = [];
  for (let number = from; number < from + count; number++) {
    const name = `${prefix}-${number}`;
    names.push(`${name}.wav`);
    writeFileSync(join(folder, `${name}.wav`), recordingBytes(number));
    const call = {
      version: 1,
      callId: name,
      startedAt: '2026-11-20T10:00:00+08:00',
      agent: { id: 'a-1', name: 'Anna' },
      direction: 'outbound',
      language: 'en',
      kind: 'sales',
      channels: { agent: 0, customer: 1 },
    };
    writeFileSync(join(folder, `${name}.call.json`), JSON.stringify(call));
    if (isTranscribed) writeFileSync(join(folder, `${name}.transcript.json`), transcriptOf(number));
  }
  return names;
}

function transcriptOf(number: number): string {
  const turns = [
    {
      party: 'agent',
      startMs: 0,
      endMs: 800,
      text: `Good morning, this is Anna from Harbour Insurance, reference ${number}.`,
    },
    { party: 'customer', startMs: 1000, endMs: 1800, text: 'Hello, yes, that is me.' },
  ];
  return JSON.stringify({ version: 1, language: 'en', turns });
}
