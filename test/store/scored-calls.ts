import type { CallFacts, Publication, ScorecardOrigin } from '../../src/domain/call-record.ts';
import type { RecordingRef } from '../../src/domain/recording.ts';
import type { CriterionResult, Scorecard } from '../../src/domain/scorecard.ts';
import type { Verdict } from '../../src/domain/verdict.ts';

/** A recording as a source lists it. */
export function recordingAt(key: string, given: Partial<RecordingRef> = {}): RecordingRef {
  return { source: 's3://calls', key, sizeBytes: 1000, revision: 'v1', ...given };
}

const scores = { met: 1, partly: 0.5, unmet: 0, 'not-applicable': null, 'not-assessable': null } as const;

/** One line of a scorecard with the given verdict. */
export function criterionResult(id: string, verdict: Verdict, critical = false): CriterionResult {
  return {
    id,
    clauses: ['5/4.1'],
    title: { en: id, zh: id },
    kind: 'words',
    verdict,
    score: scores[verdict],
    weight: 10,
    critical,
    method: 'rule',
    reason: { code: 'said', en: 'It was said.', zh: '已说。' },
    evidence: [],
    events: [],
  };
}

/** A scorecard with the given verdicts; a criterion named in `critical` is critical. */
export function scorecardOf(
  verdicts: Readonly<Record<string, Verdict>>,
  given: Partial<Scorecard> = {},
  critical: readonly string[] = [],
): Scorecard {
  const criteria = Object.entries(verdicts).map(([id, verdict]) =>
    criterionResult(id, verdict, critical.includes(id)),
  );
  return {
    version: 1,
    callId: 'call-1',
    standard: { id: 'telesales-service', version: '1.0', hash: 'a'.repeat(64) },
    language: 'zh',
    notScored: null,
    total: 0.1 + 0.2,
    coverage: 1,
    criticalFailures: criteria.filter((one) => one.critical && one.verdict === 'unmet').map((one) => one.id),
    needsPerson: [],
    criteria,
    inputs: {
      recording: null,
      transcript: null,
      acoustics: null,
      note: null,
      call: 'c',
      company: 'd',
      roles: 'e',
      code: 'f',
    },
    ...given,
  };
}

export const origin: ScorecardOrigin = {
  cause: 'first',
  transcriber: { provider: 'openai', model: 'whisper-1', modelReported: null, settings: { language: 'zh' } },
  judge: null,
  prompts: {},
  audioMs: 60_000,
  tokens: null,
  cost: null,
  latencyMs: 1234.5,
  attempt: 1,
};

export const facts: CallFacts = {
  language: 'zh',
  durationMs: 61_250.5,
  layout: 'two-party',
  roles: { agent: 'left', customer: 'right', from: 'metadata', confidence: 1, isCertain: true },
  recording: null,
  transcript: {
    version: 1,
    language: 'zh',
    turns: [{ party: 'agent', startMs: 0, endMs: 900, text: '您好\u0000\uD800，这里是客服' }],
  },
  transcription: null,
  acoustics: null,
};

/** A whole publication of a scorecard with the given verdicts. */
export function publicationOf(
  verdicts: Readonly<Record<string, Verdict>>,
  given: Partial<Scorecard> = {},
  critical: readonly string[] = [],
): Publication {
  return { scorecard: scorecardOf(verdicts, given, critical), facts, origin };
}
