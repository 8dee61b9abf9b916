import { encodeMulaw } from './telephone.ts';

/** How samples are written: 16-bit linear or G.711 µ-law. */
export type WavCoding = 'pcm16' | 'mulaw';

/** First channel of a 16-bit PCM WAV as the voices write it; throws on any other coding. */
export function readWav(file: Buffer): { samples: Float32Array; sampleRateHz: number } {
  let at = 12;
  let format = { channels: 1, sampleRateHz: 0 };
  while (at + 8 <= file.length) {
    const chunk = file.toString('latin1', at, at + 4);
    const size = Math.min(file.readUInt32LE(at + 4), file.length - at - 8);
    if (chunk === 'fmt ') {
      if (file.readUInt16LE(at + 8) !== 1 || file.readUInt16LE(at + 22) !== 16)
        throw new Error('not 16-bit PCM');
      format = { channels: file.readUInt16LE(at + 10), sampleRateHz: file.readUInt32LE(at + 12) };
    }
    if (chunk === 'data') {
      const length = Math.floor(size / 2 / format.channels);
      const samples = Float32Array.from(
        { length },
        (_, index) => file.readInt16LE(at + 8 + index * 2 * format.channels) / 32_768,
      );
      return { samples, sampleRateHz: format.sampleRateHz };
    }
    at += 8 + size + (size % 2);
  }
  throw new Error('a WAV without samples');
}

/** A WAV file of one or more channels of equal length. */
export function writeWav(channels: readonly Float32Array[], sampleRateHz: number, coding: WavCoding): Buffer {
  const bytesPerSample = coding === 'mulaw' ? 1 : 2;
  const frames = channels[0]?.length ?? 0;
  const size = frames * channels.length * bytesPerSample;
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + size, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(coding === 'mulaw' ? 7 : 1, 20);
  header.writeUInt16LE(channels.length, 22);
  header.writeUInt32LE(sampleRateHz, 24);
  header.writeUInt32LE(sampleRateHz * channels.length * bytesPerSample, 28);
  header.writeUInt16LE(channels.length * bytesPerSample, 32);
  header.writeUInt16LE(bytesPerSample * 8, 34);
  header.write('data', 36);
  header.writeUInt32LE(size, 40);
  const body = Buffer.alloc(size);
  for (let frame = 0; frame < frames; frame += 1) {
    channels.forEach((channel, index) => {
      const sample = channel[frame] ?? 0;
      const at = (frame * channels.length + index) * bytesPerSample;
      if (coding === 'mulaw') body.writeUInt8(encodeMulaw(sample), at);
      else body.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), at);
    });
  }
  return Buffer.concat([header, body]);
}
