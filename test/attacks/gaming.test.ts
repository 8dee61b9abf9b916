import { describe, expect, it } from 'vitest';
import { judgeCall } from '../../src/stages/judge-call.ts';
import { scoreCall } from '../../src/stages/score-call.ts';
import { callOf } from '../criteria/made-calls.ts';
import { memoryReplies } from '../fakes/memory-replies.ts';
import { openTestStore } from '../services/test-store.ts';
import { prompts, slyPuppet, standard } from './attacked-call.ts';

const identity = {
  callId: 'short',
  hashes: {
    ...{ recording: null, transcript: null, acoustics: null, note: null },
    ...{ call: '', company: '', roles: '', code: '' },
  },
};

// G01–G04, G06 and G07 are attacks on quotes: test/criteria/attacks.test.ts.
describe('gaming the numbers', () => {
  it('G08: a call without content is not scored, not judged, and enters no rate', async () => {
    const strict = { ...standard, minTalkMs: 10_000 };
    const input = callOf({ lines: ['agent: Hello, Brightwater Insurance.', 'customer: Bye.'] });
    const judge = slyPuppet();
    const budget = { perCall: 1e6, perMonth: 1e6 };
    const judging = { judge, prompts, budget, usedThisMonth: async () => 0 };
    const { outcomes } = await judgeCall(input, strict, judging, memoryReplies());
    const card = scoreCall(input, strict, identity, outcomes);
    expect(card).toMatchObject({ total: null, notScored: { code: 'too-little-talk' } });
    expect(judge.asked).toEqual([]);
  });

  it('G09: the same recording under another key is a duplicate of the first', async () => {
    const { store, close } = await openTestStore('embedded');
    try {
      const ref = { source: 'folder', sizeBytes: 9, revision: '1' };
      const first = await store.calls.saw({ ...ref, key: 'a.wav' });
      const second = await store.calls.saw({ ...ref, key: 'b.wav' });
      const hash = 'ab'.repeat(32);
      expect(await store.calls.identify(first.id, hash)).toEqual({ duplicateOf: null });
      expect(await store.calls.identify(second.id, hash)).toEqual({ duplicateOf: first.id });
    } finally {
      await close();
    }
  }, 120_000);
});
