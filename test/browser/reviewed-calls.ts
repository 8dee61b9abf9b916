import type { CallFacts } from '../../src/domain/call-record.ts';
import type { NormalizedRecording } from '../../src/domain/recording.ts';
import type { MadeApp } from '../api/made-app.ts';
import { facts, origin, recordingAt } from '../store/scored-calls.ts';
import { scorecards } from './fixture-calls.ts';
import { acousticsOf, DURATION_MS, transcriptOf } from './fixture-parts.ts';
import { makePeaks, makeStereoWav } from './fixture-sound.ts';

async function recordingOf(made: MadeApp): Promise<NormalizedRecording> {
  const { turns } = transcriptOf('en');
  const spansOf = (party: string) =>
    turns.filter((turn) => turn.party === party).map(({ startMs, endMs }) => [startMs, endMs] as const);
  const sound = [spansOf('agent'), spansOf('customer'), DURATION_MS] as const;
  const { artifacts } = made;
  return {
    ...{ container: 'wav', codec: 'pcm_s16le', channels: 2, sampleRateHz: 8000, layout: 'two-party' },
    ...{ durationMs: DURATION_MS, declaredMs: DURATION_MS, flags: [], ffmpegVersion: '5.1', speech: {} },
    playback: await artifacts.putBytes(makeStereoWav(...sound), 'wav', 'audio/wav'),
    peaks: await artifacts.putBytes(
      Buffer.from(JSON.stringify(makePeaks(...sound))),
      'json',
      'application/json',
    ),
    features: await artifacts.putBytes(Buffer.from('f'), 'bin', 'application/octet-stream'),
  };
}

/** Adds calls of one agent with sound, words and a scorecard full of evidence, to a real store; gives their ids. */
export async function addReviewedCalls(made: MadeApp, count: number, agent: string): Promise<string[]> {
  const recording = await recordingOf(made);
  const card = scorecards.get(1);
  if (card === undefined) throw new Error('the fixture is gone');
  const { meta: _, ...scorecard } = card;
  const callFacts: CallFacts = {
    ...facts,
    ...{ language: 'en', durationMs: DURATION_MS, recording, transcript: transcriptOf('en') },
    acoustics: { ...acousticsOf(transcriptOf('en')), flags: [] } as never,
  };
  const ids: string[] = [];
  for (let index = 1; index <= count; index += 1) {
    const { id } = await made.store.calls.saw(recordingAt(`reviewed-${index}.wav`));
    const metadata = {
      version: 1 as const,
      callId: `reviewed-${index}`,
      agent: { id: agent, name: 'Dana Reed', team: 'North' },
    };
    await made.store.calls.describe(id, { metadata, provenance: {}, problems: [] });
    await made.store.scorecards.publish(id, { scorecard, origin, facts: callFacts });
    ids.push(id);
  }
  return ids;
}
