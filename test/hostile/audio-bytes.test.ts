import { readFile, truncate, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { leftOnly, makeRecording, oneVoice, soundBytes, twoVoices } from '../fixtures/make-recording.ts';
import { createNormalizer } from '../fixtures/normalizer.ts';
import { fetched, recordingOf, tone, wavBytes, zipBytes } from '../fixtures/odd-recordings.ts';

const normalizer = await createNormalizer();
afterAll(() => normalizer[Symbol.asyncDispose]());
const { at, normalize, refusal } = normalizer;

describe('recordings whose bytes are wrong', () => {
  it('AUD-01 refuses no bytes at all', async () => {
    expect(await refusal(await recordingOf(at('empty.wav'), ''))).toMatchObject({ code: 'E_EMPTY' });
  });

  it('AUD-02 refuses a header without samples, which ffmpeg takes for success', async () => {
    const header = await recordingOf(at('header.wav'), wavBytes(new Uint8Array(0)));
    expect(await refusal(header)).toMatchObject({ code: 'E_NO_SAMPLES' });
  });

  it('AUD-02 says that a header before rubbish cannot be decoded', async () => {
    const sound = await makeRecording(at('fine.m4a'), oneVoice(), 2, ['-c:a', 'aac']);
    const bytes = await readFile(sound.path);
    bytes.fill(0x5a, bytes.indexOf('mdat') + 4, bytes.indexOf('moov') - 4);
    expect(await refusal(await recordingOf(at('rubbish.m4a'), bytes))).toMatchObject({ code: 'E_MEDIA' });
  });

  it.each([4_000_000_000, 0xffff_ffff, 0])(
    'AUD-03 believes the samples when the size field says %d',
    async (dataBytes) => {
      const recording = await recordingOf(at('lies.wav'), wavBytes(tone(1), { dataBytes }));
      expect(await normalize(recording)).toMatchObject({ durationMs: 1000, declaredMs: null });
    },
  );

  it.each([
    ['PCM', 'cut.wav', []],
    ['MP3', 'cut.mp3', ['-b:a', '32k']],
    ['FLAC', 'cut.flac', []],
    ['Ogg', 'cut.ogg', ['-c:a', 'libopus']],
    ['M4A', 'cut.m4a', ['-c:a', 'aac', '-movflags', '+faststart']],
    ['WebM', 'cut.webm', ['-c:a', 'libopus']],
  ] as const)(
    'AUD-04 decodes what exists of a cut %s and says that it is cut',
    async (_name, file, options) => {
      const whole = await makeRecording(at(file), twoVoices(), 12, options);
      await truncate(whole.path, Math.round(whole.sizeBytes * 0.6));
      const normalized = await normalize(await fetched(whole.path));
      expect(normalized.flags).toContain('TRUNCATED');
      expect(normalized.durationMs).toBeGreaterThan(4000);
      expect(normalized.durationMs).toBeLessThan(10_000);
    },
  );

  it('AUD-04 refuses a cut M4A whose index was at the lost end', async () => {
    const whole = await makeRecording(at('end.m4a'), twoVoices(), 12, ['-c:a', 'aac']);
    await truncate(whole.path, Math.round(whole.sizeBytes * 0.6));
    expect(await refusal(await fetched(whole.path))).toMatchObject({ code: 'E_MEDIA' });
  });

  it.each([
    ['a playlist', '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:1/a.ts\n'],
    ['a playlist with a byte-order mark', '\ufeff#EXTM3U\nhttp://127.0.0.1:1/\n'],
    ['a concat list', "ffconcat version 1.0\nfile '/etc/passwd'\n"],
    ['a session description', 'v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nm=audio 4000 RTP/AVP 0\n'],
    ['XML', '<?xml version="1.0"?><MPD></MPD>'],
    ['a web page', '\n<!doctype html><title>403</title>'],
    ['plain text', 'The number you have dialled\nis not in service.\n'],
    [
      'UTF-16 text, whose mark looks like an MPEG header',
      Buffer.from(`${'\ufeff'.repeat(2)}hello there`, 'utf16le'),
    ],
    [
      'one MPEG header before noise',
      Buffer.concat([Buffer.from('fffb9000', 'hex'), Buffer.alloc(900, 0x41)]),
    ],
    ['random bytes', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * i * 7 + 13 * i) % 251))],
  ])('AUD-05 refuses %s named .mp3 before ffmpeg sees it', async (_name, bytes) => {
    expect(await refusal(await recordingOf(at('fake.mp3'), bytes))).toMatchObject({ code: 'E_TYPE' });
  });

  it('AUD-06 does not read the neighbour a concat list names, even if sniffing were fooled', async () => {
    await writeFile(at('neighbour.wav'), soundBytes(oneVoice(), 2));
    const list = await recordingOf(at('list.wav'), "ffconcat version 1.0\nfile 'neighbour.wav'\n");
    expect(await refusal(list)).toMatchObject({ code: 'E_TYPE' });
    const fooled = { container: 'wav', declares: 'none', declaredMs: null, isCut: false } as const;
    const probe = normalizer.audio.probe({ folder: normalizer.folder, file: 'list.wav', sniffed: fooled });
    await expect(probe).rejects.toMatchObject({ code: 'E_MEDIA' });
  });

  it('AUD-07 refuses 3 kB of FLAC that claim to be 2.8 GB of sound, without decoding them', async () => {
    const silence = [() => 0, () => 0];
    const flac = await makeRecording(at('bomb.flac'), silence, 4, ['-ar', '48000']);
    const bytes = await readFile(flac.path);
    const fourHours = 4 * 3600 * 48_000;
    bytes.writeUInt32BE(fourHours, 22);
    const error = await refusal(await recordingOf(at('bomb.flac'), bytes));
    expect(error).toMatchObject({ code: 'E_MEDIA_LIMIT' });
  });

  it('AUD-07 AUD-08 stops at the cap when the header claims nothing', async () => {
    await using strict = await createNormalizer({ limits: { maxDurationMs: 5000, wallClockMs: 60_000 } });
    const endless = await makeRecording(strict.at('a.aac'), twoVoices(), 9, ['-c:a', 'aac']);
    expect(await strict.refusal(endless)).toMatchObject({ code: 'E_TOO_LONG' });
    expect(await strict.leftovers()).toEqual([]);
  });

  it('AUD-08 refuses 25 hours before decoding them', async () => {
    const seconds = 25 * 3600;
    const header = wavBytes(new Uint8Array(0), { tag: 7, bits: 8, dataBytes: seconds * 8000 });
    await writeFile(at('long.wav'), header);
    await truncate(at('long.wav'), 44 + seconds * 8000);
    const started = Date.now();
    expect(await refusal(await fetched(at('long.wav')))).toMatchObject({ code: 'E_TOO_LONG' });
    expect(Date.now() - started).toBeLessThan(10_000);
    await truncate(at('long.wav'), 0);
  });

  it.each([
    ['zip', zipBytes()],
    ['gzip', gzipSync(soundBytes(leftOnly(), 1))],
    ['Windows program', Buffer.concat([Buffer.from('MZ\x90\x00'), Buffer.alloc(600)])],
    ['Linux program', Buffer.concat([Buffer.from('\x7fELF\x02\x01'), Buffer.alloc(600)])],
    ['script', '#!/bin/sh\necho hello\n'],
    ['RIFF that is no WAVE', Buffer.from('RIFF\x24\x00\x00\x00WEBPVP8 ', 'latin1')],
    ['recording with a zip behind it', Buffer.concat([soundBytes(oneVoice(), 1), zipBytes()])],
  ])('AUD-25 refuses a %s named .wav', async (_name, bytes) => {
    expect(await refusal(await recordingOf(at('strange.wav'), bytes))).toMatchObject({ code: 'E_TYPE' });
  });
});
