import type { RawReplies, RawReply } from '../../src/domain/ports.ts';

/** Replies kept in a map; the first under a key stays. */
export function memoryReplies(): RawReplies & { readonly kept: Map<string, RawReply> } {
  const kept = new Map<string, RawReply>();
  return {
    kept,
    find: async (key) => kept.get(key) ?? null,
    keep: async (reply) => {
      if (!kept.has(reply.key)) kept.set(reply.key, reply);
    },
  };
}
