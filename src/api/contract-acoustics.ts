import { z } from 'zod';

const spans = z.array(z.tuple([z.number(), z.number()]).readonly()).readonly();

const heardPartySchema = z.object({
  speech: spans,
  speechMs: z.number(),
  levelDb: z.number().nullable(),
  noiseDb: z.number().nullable(),
  snrDb: z.number().nullable(),
  clippedPercent: z.number().nullable(),
  levelTrack: z.object({ stepMs: z.number(), db: z.array(z.number().nullable()).readonly() }),
  raised: spans,
  faint: spans,
  hold: spans,
  tones: spans,
  pace: z
    .object({ unit: z.enum(['syllables', 'characters', 'words']), perMinute: z.number().nullable() })
    .nullable(),
});

/** `agent`, `customer`, `other` when roles are certain; `left`, `right` or `mixed` when not. */
const who = z.enum(['agent', 'customer', 'other', 'left', 'right', 'mixed']);

/** GET /calls/:id/acoustics: what was heard; times in milliseconds, levels in dB relative to full scale. */
export const acousticsResponseSchema = z
  .object({
    version: z.literal(1),
    durationMs: z.number(),
    layout: z.enum(['two-party', 'mono', 'fake-stereo', 'one-party']),
    timing: z.enum(['audio', 'words']),
    parties: z.partialRecord(who, heardPartySchema),
    overlaps: z
      .array(
        z.object({
          startMs: z.number(),
          endMs: z.number(),
          floor: who,
          incoming: who,
          class: z.enum(['interruption', 'backchannel', 'simultaneous-start', 'turn-end', 'unclear']),
          outcome: z.enum(['took-floor', 'gave-way', 'none']),
          why: z.string(),
        }),
      )
      .readonly(),
    silences: spans,
    talkShare: z.partialRecord(who, z.number()),
    responseMs: z.partialRecord(who, z.number().nullable()),
    flags: z.array(z.string()).readonly(),
  })
  .meta({ id: 'Acoustics' });
export type AcousticsResponse = z.infer<typeof acousticsResponseSchema>;
