import { describe, expect, it } from 'vitest';
import type { CallLists } from '../../src/domain/call-list.ts';
import type { Transcription } from '../../src/domain/transcription.ts';
import { benchStoredCalls } from '../../src/pipeline/bench-stored-calls.ts';
import { loadStandard } from '../../src/pipeline/load-standard.ts';
import type { ProcessDeps } from '../../src/pipeline/process-call.ts';
import { createMemoryResults } from '../../src/pipeline/step.ts';

const said = (agent: boolean, text: string, startMs: number) => ({
  ...{ party: agent ? ('agent' as const) : ('customer' as const), text },
  ...{ startMs, endMs: startMs + 4000 },
});
const turns = [
  said(true, 'Good morning, how can I help you today?', 0),
  said(false, 'I would like to know when my policy ends.', 4500),
  said(true, 'It ends in June. Thank you for calling.', 9000),
  said(false, 'Thanks, bye.', 13_500),
];
const transcription: Transcription = {
  from: 'file',
  format: 'earmark-json',
  transcript: { version: 1, language: 'en', turns },
  speakers: turns.map(() => null),
  problems: [],
};

/** One stored call, read and never written: anything else the bench may reach for is not there. */
const deps = {
  store: {
    calls: {
      get: async (id: string) => ({
        ...{ id, key: 'one.json', source: 's', scorecardId: 'card', contentHash: null, recording: null },
        metadata: { version: 1, callId: 'one', company: 'Brightwater Insurance' },
      }),
    },
    notes: { current: async () => null },
    roles: { current: async () => null },
    scorecards: { transcription: async () => transcription },
  },
  results: createMemoryResults(),
  companyFor: async () => null,
  openSource: () => ({}),
  timeZone: 'UTC',
} as unknown as ProcessDeps;
const lists = {
  list: async () => ({ calls: [{ id: 'r1', key: 'one.json' }], next: null }),
} as unknown as CallLists;

describe('a bench of stored calls', () => {
  it('lists what flips, and holds both standards beside what people decided', async () => {
    const before = await loadStandard('pipelines', 'telesales-service');
    const criteria = before.criteria.map((one) =>
      one.id === 'greeting'
        ? { ...one, settings: { ...(one.settings as object), essential: ['greeting'] } }
        : one,
    );
    const after = { ...before, version: '9.9', hash: 'f'.repeat(64), criteria };
    const people = {
      of: async (id: string) => (id === 'r1' ? { greeting: 'unmet' as const, gone: 'met' as const } : {}),
    };
    const told: number[] = [];
    const bench = await benchStoredCalls({ lists, people }, deps, { before, after }, 10, ({ calls }) =>
      told.push(calls),
    );
    expect(bench.failed).toEqual([]);
    expect(bench.flips).toMatchObject([
      { call: 'one', callRecordId: 'r1', criterion: 'greeting', before: 'unmet', after: 'partly' },
    ]);
    expect(bench.people.before).toMatchObject([{ criterion: 'greeting', labelled: 'unmet', found: 'unmet' }]);
    expect(bench.people.after).toMatchObject([{ criterion: 'greeting', labelled: 'unmet', found: 'partly' }]);
    expect(told).toEqual([1]);
  });
});
