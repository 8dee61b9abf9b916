import { describe, expect, it } from 'vitest';
import { noteRequestSchema, rolesRequestSchema } from '../../src/api/contract.ts';
import { routeAccess } from '../../src/api/route-access.ts';
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

  it('G10: whose call it is comes from the call’s files alone: no route changes it, and every change is audited', () => {
    const changing = Object.entries(routeAccess).filter(
      ([route]) => /\/calls\//.test(route) && !route.startsWith('GET '),
    );
    // a person may say which channel is the agent's, never who the agent is
    const known = ['PUT /calls/:id/note', 'POST /calls/:id/roles'];
    for (const [route, { audit }] of changing) expect(audit, route).toBeTypeOf('string');
    expect(changing.map(([route]) => route)).toEqual(expect.arrayContaining(known));
    for (const body of [
      { agent: 'a2', reason: 'r' },
      { agent: { id: 'a2' }, reason: 'r' },
    ])
      expect(rolesRequestSchema.safeParse(body).success).toBe(false);
    expect(noteRequestSchema.safeParse({ text: 't', agent: { id: 'a2' } }).success).toBe(false);
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
