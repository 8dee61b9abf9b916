import type { Localized, Party } from '../domain/call.ts';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { CallEvent, Decision, QuoteEvidence, Reason, SearchEvidence } from '../domain/verdict.ts';
import { notApplicable, notAssessable } from './decide.ts';
import { absenceIsProven, quote, searchRecord } from './evidence/evidence.ts';
import { findInParty, isMeant, type TurnPlace } from './text/party-text.ts';
import { allTurns, endOfCall, hasWords, isTrusted, type PlacedTurn } from './text/turns.ts';

/** A wording found in the call: where it stands, as an event of the time line and as evidence. */
export interface Said {
  readonly place: TurnPlace;
  readonly event: CallEvent;
  readonly quote: QuoteEvidence;
}

/** A place of the call as event and quote; `kind` and `detail` name the event. */
export function toSaid(input: ScoringInput, place: TurnPlace, kind: string, detail?: string): Said {
  const { placed } = place;
  const [from, to] = placed.normal.toOriginal(place.from, place.to);
  const found = quote(input, placed.index, from, to, { party: placed.turn.party });
  const { party, turn, quote: text, startMs, endMs } = found;
  return {
    place,
    quote: found,
    event: { kind, party, turn, quote: text, startMs, endMs, ...(detail && { detail }) },
  };
}

/** Every place where a party says one of the patterns (flags `g` and `m`) and means it, in order. */
export function findSaid(
  input: ScoringInput,
  party: Party,
  patterns: readonly RegExp[],
  kind: string,
  detail?: string,
): Said[] {
  return findInParty(input, party, patterns)
    .filter(isMeant)
    .map((place) => toSaid(input, place, kind, detail));
}

/** Like `findSaid` for groups of patterns; the group's name is the event's detail, the first group wins a place. */
export function findGroups(
  input: ScoringInput,
  party: Party,
  groups: Readonly<Record<string, readonly RegExp[]>>,
  kind: string,
): Said[] {
  const taken = new Set<string>();
  return Object.entries(groups)
    .flatMap(([name, patterns]) => findSaid(input, party, patterns, kind, name))
    .filter(({ place }) => {
      const key = `${place.placed.index}:${place.from}`;
      return taken.has(key) ? false : taken.add(key);
    })
    .sort(inOrder);
}

/** Orders wordings as they were said. */
export function inOrder(a: Said, b: Said): number {
  return a.place.placed.index - b.place.placed.index || a.place.from - b.place.from;
}

/** The record of a search for something a party did not say in the whole call. */
export function searchWholeCall(input: ScoringInput, party: Party, lookedFor: Localized): SearchEvidence {
  return searchRecord(input, { startMs: 0, endMs: endOfCall(input) }, party, lookedFor);
}

/** True when the search is good enough for the standard to hold an absence against anyone. */
export function provesAbsence(input: ScoringInput, search: SearchEvidence): boolean {
  return absenceIsProven(search, input.transcriptGate);
}

/** What would make a criterion apply was not said by the party: not applicable where that is sure, else a person looks. */
export function neverArose(
  input: ScoringInput,
  party: Party,
  lookedFor: Localized,
  events: readonly CallEvent[] = [],
): Decision {
  const search = searchWholeCall(input, party, lookedFor);
  const found = { evidence: [search], events };
  return provesAbsence(input, search)
    ? notApplicable(
        {
          code: 'did-not-arise',
          en: `Nothing of the kind came up: ${lookedFor.en}.`,
          zh: `通话中未出现：${lookedFor.zh}。`,
        },
        found,
      )
    : notAssessable(notTranscribed, found);
}

/** Why an absence cannot be held against anyone. */
export const notTranscribed: Reason = {
  code: 'not-transcribed',
  en: 'Too little of the speech is transcribed, or too unsurely, to say that something was not said.',
  zh: '转写不完整或可信度不足，无法断定未说。',
};

const BACKCHANNEL =
  /^(?:嗯|啊|哦|喔|哎|诶|对|是|好|行|喂|呃|的|mm|hm|mhm|uh|huh|um|yeah|yes|ok|okay|right|oh|so|well|\s)*$/;

/** True for a turn that only shows that the speaker listens. */
export function isBackchannel({ normal }: PlacedTurn): boolean {
  return BACKCHANNEL.test(normal.text);
}

/** The agent's turns that answer turn `index`: at most `most`, until the customer says more than "mm". */
export function answersAfter(input: ScoringInput, index: number, most: number): PlacedTurn[] {
  const answers: PlacedTurn[] = [];
  for (const placed of allTurns(input).slice(index + 1)) {
    if (answers.length >= most) break;
    const { turn } = placed;
    if (turn.party === 'agent') {
      if (isTrusted(turn) && hasWords(turn)) answers.push(placed);
    } else if (answers.length > 0 && !isBackchannel(placed)) break;
  }
  return answers;
}

/** A whole turn as a place, for evidence of what it says in all; long turns are cut to a quotable length. */
export function wholeTurn(placed: PlacedTurn): TurnPlace {
  return { placed, from: 0, to: Math.min(placed.normal.text.length, 160) };
}
