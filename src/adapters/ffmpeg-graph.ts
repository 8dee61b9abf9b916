import type { DecodeRequest } from '../domain/ports.ts';

/** Names of what a decode writes beside the recording. */
export const outputFiles = {
  left: 'left.flac',
  right: 'right.flac',
  mixed: 'mixed.flac',
  playback: 'playback.mp3',
} as const;

/** One output: its options and where it goes; null is the pipe to Node. */
export interface GraphOutput {
  readonly options: readonly string[];
  readonly file: string | null;
}

/** The filter graph of one decode and everything that comes out of it. */
export interface DecodeGraph {
  readonly filters: string;
  readonly outputs: readonly GraphOutput[];
  /** True when the samples are floats, so that some may be no number; their count is then printed. */
  readonly countsNonFinite: boolean;
}

/** FLAC: 64 MB per stereo call-hour against 230 MB as WAV, for 4 s more of CPU (measured). */
const flacOptions = ['-c:a', 'flac', '-compression_level', '5', '-f', 'flac'];
/**
 * 48 kbit/s constant at 16 kHz, left and right coded apart: 21.6 MB and 11 s of CPU per call-hour against 22 MB
 * and 16 s for AAC, no second pass for faststart, seeking by arithmetic, and an idle channel stays digitally silent.
 */
const mp3Options = [
  ...['-c:a', 'libmp3lame', '-b:a', '48k', '-joint_stereo', '0', '-compression_level', '7'],
  ...['-write_id3v1', '0', '-id3v2_version', '0', '-f', 'mp3'],
];
const pcmOptions = ['-c:a', 'pcm_s16le', '-f', 's16le', '-flush_packets', '0'];

/**
 * One decode, three rates of use: 8 kHz samples to hear, 16 kHz per side to transcribe, MP3 to play. Channels are
 * picked, never mixed: `pan` takes the first one or two as they are.
 */
export function decodeGraph(request: Pick<DecodeRequest, 'sniffed' | 'probed'>): DecodeGraph {
  const channels = request.probed.channels === 1 ? 1 : 2;
  const countsNonFinite = /^pcm_f\d/.test(request.probed.codec);
  const pick = channels === 1 ? 'pan=mono|c0=c0' : 'pan=stereo|c0=c0|c1=c1';
  const source = [pick, ...(countsNonFinite ? silenceNonFinite(channels) : []), ...fillGaps(request)].join(
    ',',
  );
  const hear = 'aresample=8000,aformat=sample_fmts=s16:sample_rates=8000[hear]';
  const wide = 'aresample=16000,aformat=sample_fmts=s16:sample_rates=16000';
  const split =
    channels === 1 ? 'asplit=2[mixed][play]' : 'asplit=2[both][play];[both]channelsplit=stereo[left][right]';
  const sides = channels === 1 ? (['mixed'] as const) : (['left', 'right'] as const);
  return {
    filters: `[0:a:0]${source},asplit=2[a][b];[a]${hear};[b]${wide},${split}`,
    outputs: [
      { options: mapped('hear', pcmOptions), file: null },
      ...sides.map((side) => ({ options: mapped(side, flacOptions), file: outputFiles[side] })),
      { options: mapped('play', mp3Options), file: outputFiles.playback },
    ],
    countsNonFinite,
  };
}

function mapped(label: string, options: readonly string[]): string[] {
  return ['-map', `[${label}]`, '-map_metadata', '-1', '-map_chapters', '-1', '-threads', '1', ...options];
}

/** Before the change to 16 bit: there NaN would become the loudest sample there is. */
function silenceNonFinite(channels: 1 | 2): string[] {
  const one = (channel: number) => `if(isnan(val(${channel}))+isinf(val(${channel})),0,val(${channel}))`;
  const expressions = Array.from({ length: channels }, (_, channel) => one(channel)).join('|');
  return [
    'astats=measure_perchannel=none:measure_overall=Number_of_NaNs+Number_of_Infs',
    `aeval=exprs='${expressions}':c=same`,
  ];
}

/** Containers with clock times may leave out silence (DTX); it is put back, or times would run early. */
function fillGaps({ sniffed }: Pick<DecodeRequest, 'sniffed'>): string[] {
  return sniffed.container === 'mov' || sniffed.container === 'matroska'
    ? ['aresample=async=1:first_pts=0']
    : [];
}
