import { describe, expect, it } from 'vitest';
import { openTestStore } from '../services/test-store.ts';

describe('what judging has cost this month', () => {
  it('is the sum of its replies’ tokens, without those of a transcriber', async () => {
    const { store, close } = await openTestStore('embedded');
    try {
      expect(await store.judgeUsage.tokensThisMonth()).toBe(0);
      const reply = { provider: 'p', modelAsked: 'm', modelReported: null, body: '{}', latencyMs: 1 };
      const tokens = { sent: 900, cached: 800, received: 60 };
      await store.rawReplies.keep({ ...reply, key: 'a', audioMs: null, tokens });
      await store.rawReplies.keep({ ...reply, key: 'b', audioMs: null, tokens });
      await store.rawReplies.keep({ ...reply, key: 'c', audioMs: null, tokens: null });
      await store.rawReplies.keep({ ...reply, key: 'd', audioMs: 1000, tokens });
      expect(await store.judgeUsage.tokensThisMonth()).toBe(1920);
    } finally {
      await close();
    }
  }, 120_000);
});
