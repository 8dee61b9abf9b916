import { z } from 'zod';
import type { Localized, Party } from '../domain/call.ts';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { CallEvent, QuoteEvidence, SearchEvidence } from '../domain/verdict.ts';
import { quote, searchRecord } from './evidence/evidence.ts';
import { type TopicId, topicIds, topics } from './lexicon/topics.ts';
import { findInParty, isMeant, type TurnPlace } from './text/party-text.ts';
import { isMeaningful, phrasePatterns } from './text/phrase-patterns.ts';
import type { CallWindow } from './text/turns.ts';
import { guessSaidAt } from './text/word-times.ts';

/** Phrases a standard may add: plain words, at most 200 of up to 100 characters. */
export const phrasesSchema = z
  .array(z.string().trim().min(2).max(100).refine(isMeaningful, 'write words'))
  .max(200);

/** Further ways to say what a topic means, for one company or trade; `(a|b)` gives alternatives. */
export const alsoSchema = z.strictObject({ zh: phrasesSchema.default([]), en: phrasesSchema.default([]) });

/** Something said, as a standard names it: topics of the lexicon, and the company's own phrases. */
export const saidSchema = z.strictObject({
  by: z.enum(['agent', 'customer', 'either']).default('agent'),
  topics: z.array(z.enum(topicIds)).min(1),
  also: alsoSchema.optional(),
});
export type Said = z.infer<typeof saidSchema>;

/** One place where a topic was said, with its proof. */
export interface Saying {
  readonly topic: TopicId;
  readonly place: TurnPlace;
  readonly quote: QuoteEvidence;
  readonly event: CallEvent;
}

const patternsOf = new WeakMap<z.infer<typeof alsoSchema>, readonly RegExp[]>();

function alsoPatterns(also: Said['also']): readonly RegExp[] {
  if (!also) return [];
  const known = patternsOf.get(also) ?? phrasePatterns([...also.zh, ...also.en]);
  patternsOf.set(also, known);
  return known;
}

const partiesOf = (by: Said['by']): readonly Party[] => (by === 'either' ? ['agent', 'customer'] : [by]);

/** Every place in the window where one of the topics was said and meant, in the order of the call. */
export function findSayings(input: ScoringInput, said: Said, window: CallWindow): Saying[] {
  const own = alsoPatterns(said.also);
  return partiesOf(said.by)
    .flatMap((party) =>
      said.topics.flatMap((topic, index) => {
        const places = findInParty(input, party, topics[topic].patterns);
        const further = index === 0 && own.length > 0 ? findInParty(input, party, own) : [];
        return [...places, ...further].map((place) => ({ party, topic, place }));
      }),
    )
    .filter(({ place }) => isInside(place, window) && isMeant(place))
    .map(({ party, topic, place }) => toSaying(input, party, topic, place, window))
    .sort((a, b) => compare(a.place, b.place));
}

/** Negative where the first place comes before the second in the call. */
export function compare(a: TurnPlace, b: TurnPlace): number {
  return a.placed.index - b.placed.index || a.from - b.from;
}

function isInside({ placed, from, to }: TurnPlace, { startMs, endMs }: CallWindow): boolean {
  const { startMs: saidMs, endMs: doneMs } = guessSaidAt(placed.turn, placed.normal, from, to);
  return doneMs >= startMs && saidMs <= endMs;
}

function toSaying(
  input: ScoringInput,
  party: Party,
  topic: TopicId,
  place: TurnPlace,
  window: CallWindow,
): Saying {
  const [from, to] = place.placed.normal.toOriginal(place.from, place.to);
  const evidence = quote(input, place.placed.index, from, to, { party, window });
  const { turn, startMs, endMs, quote: text } = evidence;
  return { topic, place, quote: evidence, event: { kind: topic, party, turn, startMs, endMs, quote: text } };
}

/** Records of the search for a topic: one for each party who might have said it. */
export function searchFor(input: ScoringInput, said: Said, window: CallWindow): SearchEvidence[] {
  const lookedFor = titleOf(said.topics);
  return partiesOf(said.by).map((party) => searchRecord(input, window, party, lookedFor));
}

/** The topics as a list of noun phrases. */
export function titleOf(ids: readonly TopicId[]): Localized {
  return {
    en: ids.map((id) => topics[id].title.en).join(', '),
    zh: ids.map((id) => topics[id].title.zh).join('、'),
  };
}
