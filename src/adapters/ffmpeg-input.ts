import type { Container, SniffedRecording } from '../domain/recording.ts';

/** Our container names in ffmpeg's demuxer names. */
const demuxers: Readonly<Record<Container, string>> = {
  wav: 'wav',
  w64: 'w64',
  au: 'au',
  aiff: 'aiff',
  mp3: 'mp3',
  aac: 'aac',
  flac: 'flac',
  ogg: 'ogg',
  amr: 'amr',
  gsm: 'gsm',
  mov: 'mov',
  matroska: 'matroska',
};

/** Demuxers that may run at all; playlists, concat lists and network formats are not among them. */
const formatWhitelist = Object.values(demuxers).join(',');

/**
 * Options before the input, alike for ffmpeg and ffprobe: only this file, only the container we sniffed, few
 * streams, and no long search for more.
 */
export function inputOptions(sniffed: SniffedRecording): string[] {
  return [
    ...['-protocol_whitelist', 'file'],
    ...['-format_whitelist', formatWhitelist],
    ...['-max_streams', '8'],
    ...['-probesize', '5M'],
    ...['-analyzeduration', '10M'],
    ...['-f', demuxers[sniffed.container]],
  ];
}

/** The input as an address that cannot be taken for an option, a pipe or another protocol. */
export function inputAddress(file: string): string {
  return `file:./${file}`;
}
