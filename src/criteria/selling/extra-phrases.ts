import { z } from 'zod';
import type { PressureKind } from '../lexicon/pressure.ts';
import type { RefusalPattern, RefusalStrength } from '../lexicon/refusals.ts';
import { phrasesSchema } from '../sayings.ts';
import { phrasePatterns } from '../text/phrase-patterns.ts';
import { remember } from '../text/remember.ts';

/** Refusals and pressure wordings of one trade or region, beside those the product knows; plain words in either language. */
export const extraPhrasesSchema = z.strictObject({
  refusal: z
    .strictObject({ soft: phrasesSchema, clear: phrasesSchema, final: phrasesSchema })
    .partial()
    .default({}),
  pressure: z
    .strictObject({
      deadline: phrasesSchema,
      scarcity: phrasesSchema,
      fear: phrasesSchema,
      guilt: phrasesSchema,
      threat: phrasesSchema,
      intimidation: phrasesSchema,
    })
    .partial()
    .default({}),
});
export type ExtraPhrases = z.infer<typeof extraPhrasesSchema>;

/** Further wordings, ready for finding. */
export interface ExtraWording {
  readonly refusals: readonly RefusalPattern[];
  readonly pressure: Readonly<Partial<Record<PressureKind, readonly RegExp[]>>>;
}

/** Nothing beside what the product knows. */
export const noExtraWording: ExtraWording = { refusals: [], pressure: {} };

/** The phrases of a standard as patterns, made once. */
export const extraWordingOf = remember(({ refusal, pressure }: ExtraPhrases): ExtraWording => {
  const refusals = (Object.entries(refusal) as [RefusalStrength, string[] | undefined][]).flatMap(
    ([strength, phrases]) =>
      phrasePatterns(phrases ?? []).map((pattern): RefusalPattern => ({ strength, pattern })),
  );
  const kinds = Object.entries(pressure) as [PressureKind, string[] | undefined][];
  return {
    refusals,
    pressure: Object.fromEntries(kinds.map(([kind, phrases]) => [kind, phrasePatterns(phrases ?? [])])),
  };
});
