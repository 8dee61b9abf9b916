import type { CallResponse, CallRow } from '../../src/api/contract.ts';
import type { StandardResponse } from '../../src/api/contract-catalogue.ts';
import type { ScorecardResponse } from '../../src/api/contract-scorecards.ts';
import { addUp, type CriterionResult } from '../../src/domain/scorecard.ts';
import { chineseCriteria } from './fixture-chinese.ts';
import { englishCriteria } from './fixture-english.ts';
import { DURATION_MS } from './fixture-parts.ts';

/** A UUID that says which fixture it is. */
export const fixtureId = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const hash = (letter: string) => letter.repeat(64);
const standard = { id: 'telesales-service', version: '1.0', hash: hash('5') };

function scorecardOf(number: number, criteria: CriterionResult[], language: 'en' | 'zh'): ScorecardResponse {
  return {
    version: 1,
    callId: `call-${number}`,
    standard,
    language,
    notScored: null,
    ...addUp(criteria, 0.8),
    needsPerson: criteria
      .filter(({ verdict, critical }) => verdict === 'not-assessable' || (critical && verdict === 'unmet'))
      .map(({ id, reason }) => ({ criterion: id, reason: reason.code })),
    criteria,
    inputs: {
      recording: hash('a'),
      transcript: hash('b'),
      acoustics: hash('c'),
      note: hash('d'),
      call: hash('e'),
      company: hash('f'),
      roles: hash('1'),
      code: '0.1.0',
    },
    meta: {
      id: fixtureId(1000 + number),
      call: fixtureId(number),
      isCurrent: true,
      createdAt: '2026-03-02T02:00:00.000Z',
      cause: 'first',
      transcriber: { provider: 'sidecar', model: 'transcript.json', modelReported: null, settings: {} },
      judge: null,
      prompts: {},
      audioMs: null,
      tokens: null,
      cost: null,
      latencyMs: 1840,
      attempt: 1,
    },
  };
}

const emptyRow = (number: number): CallRow => ({
  id: fixtureId(number),
  callId: `call-${number}`,
  key: `2026/03/call-${number}.wav`,
  status: 'scored',
  error: null,
  duplicateOf: null,
  startedAt: new Date(Date.UTC(2026, 2, 28, 9, 0) - number * 3_600_000).toISOString(),
  createdAt: '2026-03-30T00:00:00.000Z',
  agent: { id: 'a-07', name: 'Dana Reed' },
  team: 'North',
  customerId: `c-${300 + number}`,
  direction: 'outbound',
  kind: 'sales',
  language: 'en',
  durationMs: DURATION_MS,
  layout: 'two-party',
  standard: { id: standard.id, version: standard.version },
  scorecardId: fixtureId(1000 + number),
  total: null,
  coverage: null,
  notScored: null,
  criticalFailures: [],
  needsPerson: [],
  strip: [],
});

const summaryOf = ({ total, coverage, criticalFailures, needsPerson, criteria }: ScorecardResponse) => ({
  total,
  coverage,
  criticalFailures,
  needsPerson,
  strip: criteria.map(({ id, verdict, critical }) => ({ criterion: id, verdict, critical })),
});

const unscored = { scorecardId: null, standard: null } as const;

const lost = englishCriteria.map(
  (criterion): CriterionResult => ({
    ...criterion,
    verdict: 'not-assessable',
    score: null,
    reason: {
      code: 'roles-uncertain',
      en: 'It is not certain which party is the agent.',
      zh: '无法确定哪一方是坐席。',
    },
  }),
);

/** Scorecards by the number of their call. */
export const scorecards: ReadonlyMap<number, ScorecardResponse> = new Map([
  [1, scorecardOf(1, englishCriteria, 'en')],
  [2, scorecardOf(2, chineseCriteria, 'zh')],
  [3, scorecardOf(3, lost, 'en')],
]);

const scored = (number: number) => {
  const card = scorecards.get(number);
  return card ? summaryOf(card) : {};
};

const chen = {
  agent: { id: 'a-11', name: '陈晓雨' },
  team: '华东',
  language: 'zh',
  kind: 'reminder',
} as const;

/** One row of every state, then enough of one kind for a second page. */
export const rows: CallRow[] = [
  { ...emptyRow(1), ...scored(1) },
  { ...emptyRow(2), ...scored(2), ...chen, customerId: 'wang-0091', callId: '2026-03-27-0091' },
  { ...emptyRow(3), ...scored(3), agent: null, team: null, layout: 'two-party' },
  { ...emptyRow(4), ...unscored, status: 'running', durationMs: null, layout: null, startedAt: null },
  {
    ...emptyRow(5),
    ...unscored,
    status: 'failed',
    agent: { id: 'a-09', name: null },
    error: {
      code: 'E_CODEC',
      message: 'call-5.wav holds no audio that can be decoded',
      remedy: 'Export the recording again, or convert it with ffmpeg.',
      isRetryable: false,
      stage: 'normalize-audio',
    },
  },
  { ...emptyRow(6), ...unscored, status: 'duplicate', duplicateOf: fixtureId(1) },
  {
    ...emptyRow(7),
    ...chen,
    status: 'not-scored',
    coverage: 0,
    notScored: { code: 'too-little-talk', en: 'Less than ten seconds of talk.', zh: '对话不足十秒。' },
  },
  ...Array.from({ length: 60 }, (_, index) => ({
    ...emptyRow(10 + index),
    ...scored(index % 3 === 0 ? 2 : 1),
    ...(index % 3 === 0 ? chen : {}),
    scorecardId: fixtureId(index % 3 === 0 ? 1002 : 1001),
  })),
];

/** The whole of one call. */
export function callOf(row: CallRow): CallResponse {
  const hasScore = row.scorecardId !== null;
  const isUnsure = row.needsPerson.some(({ reason }) => reason === 'roles-uncertain');
  return {
    ...row,
    metadata: { version: 1, company: 'Harbor Insurance', rings: 2 },
    provenance: { agent: 'call-file' },
    problems: [],
    source: './calls',
    sizeBytes: 1_920_044,
    contentHash: hash('a'),
    recording: hasScore
      ? {
          container: 'wav',
          codec: 'pcm_mulaw',
          channels: 2,
          sampleRateHz: 8000,
          durationMs: DURATION_MS,
          declaredMs: DURATION_MS,
          flags: ['LOW_SNR'],
        }
      : null,
    roles: hasScore
      ? {
          agent: 'left',
          customer: 'right',
          from: 'opening',
          confidence: isUnsure ? 0.4 : 0.93,
          isCertain: !isUnsure,
        }
      : null,
    stages: hasScore
      ? []
      : [
          { stage: 'fetch-recording', state: 'done', startedAt: row.createdAt, endedAt: row.createdAt },
          { stage: 'normalize-audio', state: 'running', startedAt: row.createdAt, endedAt: null },
        ],
    duplicates: [],
    has: { transcript: hasScore, acoustics: hasScore, note: hasScore, audio: hasScore },
    updatedAt: row.createdAt,
  };
}

/** The standard the list takes its titles from. */
export const fixtureStandard: StandardResponse = {
  ...standard,
  title: { en: 'Telesales and service', zh: '电话销售与服务' },
  coverageFloor: 0.8,
  criteria: englishCriteria.map(({ id, title, kind, weight, critical, clauses }) => ({
    id,
    title,
    kind,
    weight,
    critical,
    clauses,
  })),
};
