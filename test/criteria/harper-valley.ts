import { existsSync, readFileSync } from 'node:fs';
import type { ScoringInput } from '../../src/domain/scoring-input.ts';
import type { Turn } from '../../src/domain/transcript.ts';
import { callOf } from './made-calls.ts';

const file = new URL('../../../shared/calls/harper-valley-3/calls.jsonl', import.meta.url);

/** Why the tests on these calls do not run, or null when the calls are there. */
export const noHarperValley: string | null = existsSync(file) ? null : '../shared/calls is not there';

interface Segment {
  readonly speaker_role: string;
  readonly offset_ms: number;
  readonly duration_ms: number;
  readonly human_transcript: string;
  readonly transcript: string;
}

/** The three bank calls as people (`human_transcript`) or a recognizer (`transcript`) wrote them down. */
export function harperValleyCalls(by: 'human_transcript' | 'transcript'): ScoringInput[] {
  if (noHarperValley) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const { segments } = JSON.parse(line) as { segments: Segment[] };
    const turns = segments.map(
      (segment): Turn => ({
        party: segment.speaker_role === 'agent' ? 'agent' : 'customer',
        startMs: segment.offset_ms,
        endMs: segment.offset_ms + segment.duration_ms,
        text: segment[by],
      }),
    );
    const empty = callOf({ lines: [], language: 'en', company: 'Harper Valley National Bank' });
    return {
      ...empty,
      durationMs: Math.max(...turns.map((turn) => turn.endMs)),
      transcript: { version: 1, language: 'en', turns },
    };
  });
}
