import type { CallScript, Line, Speaker, TrueOverlap } from './call-script.ts';
import { lengthMs, type Placed } from './mix.ts';
import { makeHoldMusic, makeRingBack } from './noise.ts';
import { makeRandom } from './random.ts';
import { spokenWords } from './spoken-words.ts';
import { TELEPHONE_RATE_HZ } from './telephone.ts';
import { speak } from './voices.ts';

/** One utterance of a script with its place in the call. */
export interface LaidLine {
  readonly line: Line;
  readonly placed: Placed;
}

/** A script on the clock. */
export interface Layout {
  readonly lines: readonly LaidLine[];
  readonly overlaps: readonly TrueOverlap[];
  readonly sounds: readonly { channel: Placed['channel']; startMs: number; samples: Float32Array }[];
}

const LEAD_MS = 500;
/** How far below full scale people on a telephone usually are, against the voices' own level. */
const SPEAKER_GAIN_DB = -3;
/** Mandarin and English voices a little faster than their slow default. */
const RATE = { zh: 1.15, en: 1.08 } as const;
/** One who is cut off must have had at least this much left to say, or it was the end of the turn. */
const LEAST_UNSAID_MS = 450;

/** The text of a line without its marks. */
export const saidText = (line: Line): string => line.say.replaceAll('^', '');

/** Channel a speaker is recorded on. */
export const channelOf = (script: CallScript, speaker: Speaker): Placed['channel'] =>
  (speaker === 'agent') === (script.audio.agentChannel === 'left') ? 'left' : 'right';

/** Moment of the k-th `^` of a laid line, on the call's clock. */
function markMs(script: CallScript, host: LaidLine, mark: number): number {
  const parts = host.line.say.split('^');
  if (mark + 1 >= parts.length) throw new Error(`${script.name}: no ^ left in “${host.line.say}”`);
  const before = spokenWords(parts.slice(0, mark + 1).join(''), script.language).length;
  return host.placed.startMs + (host.placed.speech.words[before - 1]?.endMs ?? 0);
}

const endOf = ({ placed }: LaidLine): number => placed.startMs + lengthMs(placed);

function cutOff(script: CallScript, host: LaidLine, startMs: number, yieldMs: number): LaidLine {
  if (endOf(host) - startMs - yieldMs < LEAST_UNSAID_MS) {
    throw new Error(`${script.name}: “${host.line.say}” has too little left to say after its ^`);
  }
  return { ...host, placed: { ...host.placed, cutMs: startMs + yieldMs - host.placed.startMs } };
}

function soundBefore(
  script: CallScript,
  index: number,
): { channel: Placed['channel']; samples: Float32Array } | null {
  const sound = script.sounds?.find((one) => one.beforeLine === index);
  if (sound === undefined) return null;
  const samples =
    sound.kind === 'ring-back'
      ? makeRingBack(sound.amount, script.language, TELEPHONE_RATE_HZ)
      : makeHoldMusic(sound.amount, TELEPHONE_RATE_HZ, makeRandom(script.seed));
  return { channel: channelOf(script, sound.channelOf), samples };
}

/** Every line spoken and placed, every intended overlap with its exact times; the same script, the same result. */
export async function layOut(script: CallScript): Promise<Layout> {
  const random = makeRandom(script.seed);
  const lines: LaidLine[] = [];
  const overlaps: TrueOverlap[] = [];
  const sounds: { channel: Placed['channel']; startMs: number; samples: Float32Array }[] = [];
  let floorEndMs = LEAD_MS;
  let host = -1;
  let mark = 0;
  for (const [index, line] of script.lines.entries()) {
    const speech = await speak(saidText(line), {
      language: script.language,
      voice: script.voices[line.by],
      rate: RATE[script.language],
      gainDb: SPEAKER_GAIN_DB + (line.gainDb ?? 0),
    });
    const sound = soundBefore(script, index);
    if (sound !== null) {
      sounds.push({ ...sound, startMs: floorEndMs + 300 });
      floorEndMs += 300 + (sound.samples.length / TELEPHONE_RATE_HZ) * 1000;
    }
    const before = lines[host];
    let startMs = Math.round(floorEndMs + (line.gapMs ?? 300 + random() * 300));
    if (before !== undefined && (line.cutsIn === true || line.murmurs === true)) {
      startMs = Math.round(markMs(script, before, mark));
      mark += 1;
    }
    if (before !== undefined && line.earlyMs !== undefined)
      startMs = Math.round(endOf(before) - line.earlyMs);
    const laid: LaidLine = { line, placed: { channel: channelOf(script, line.by), startMs, speech } };
    if (before !== undefined && line.cutsIn === true) {
      lines[host] = cutOff(script, before, startMs, Math.round(650 + random() * 150));
    }
    const floor = lines[host];
    if (floor !== undefined && startMs < endOf(floor)) {
      overlaps.push(overlapOf(floor, laid));
    }
    lines.push(laid);
    if (line.murmurs === true) continue;
    floorEndMs = endOf(laid);
    host = lines.length - 1;
    mark = 0;
  }
  return { lines, overlaps, sounds };
}

function overlapOf(floor: LaidLine, incoming: LaidLine): TrueOverlap {
  const kind = incoming.line.cutsIn ? 'interruption' : incoming.line.murmurs ? 'backchannel' : 'turn-end';
  return {
    startMs: incoming.placed.startMs,
    endMs: Math.round(Math.min(endOf(floor), endOf(incoming))),
    floor: floor.line.by,
    incoming: incoming.line.by,
    class: kind,
  };
}
