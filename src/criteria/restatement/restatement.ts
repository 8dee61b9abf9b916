import { z } from 'zod';
import type { ScoringInput } from '../../domain/scoring-input.ts';
import type { Criterion } from '../../domain/standard.ts';
import type { CallEvent, Decision, Evidence, QuoteEvidence, Slot } from '../../domain/verdict.ts';
import { met, notApplicable, notAssessable, partly, unmet } from '../decide.ts';
import { absenceIsProven, quote, searchRecord } from '../evidence/evidence.ts';
import type { CriterionKind } from '../kind.ts';
import { areComparable, compareFacts } from '../text/compare-facts.ts';
import { type CallWindow, hasWords, isTrusted, type PlacedTurn, turnsOf, windowOf } from '../text/turns.ts';
import { type Confusion, findConfusions } from './restatement-confusion.ts';
import { findOwedFacts, type OwedFact } from './restatement-owed.ts';
import { restatementReasons as reasons } from './restatement-reasons.ts';
import { isSlip } from './restatement-slips.ts';
import type { RestatedSlot } from './restatement-slots.ts';
import { findRestatements, type Restatement } from './restatement-turns.ts';

const settings = z.strictObject({});
type Settings = z.infer<typeof settings>;

interface Scene {
  readonly input: ScoringInput;
  readonly window: CallWindow;
}

interface Findings {
  readonly restatements: readonly Restatement[];
  readonly confusions: readonly Confusion[];
  readonly owed: readonly OwedFact[];
  readonly events: readonly CallEvent[];
}

function quoteTurn({ input, window }: Scene, placed: PlacedTurn, from = 0, to = placed.turn.text.length) {
  return quote(input, placed.index, from, to, { party: placed.turn.party, window });
}

function eventOf(kind: string, evidence: QuoteEvidence, extra: Partial<CallEvent>): CallEvent {
  const { party, turn, startMs, endMs } = evidence;
  return { kind, party, turn, startMs, endMs, quote: evidence.quote, ...extra };
}

function restatementEvent(scene: Scene, { placed, slots, confirmed }: Restatement): CallEvent {
  const shown = slots.map(({ type, said, repeated, match }): Slot => ({ type, said, repeated, match }));
  return eventOf('restatement', quoteTurn(scene, placed), { slots: shown, confirmed });
}

/** The fact came back rightly later, so an earlier slip was put right. */
function isCorrected(slot: RestatedSlot, after: readonly Restatement[]): boolean {
  const said = slot.source?.fact;
  if (said === undefined) return true;
  return after.some(({ slots }) =>
    slots.some(
      ({ match, repeatedFact, source }) =>
        match !== 'mismatch' &&
        areComparable(said, repeatedFact) &&
        (compareFacts(said, repeatedFact) === 'match' || source?.placed.index !== slot.source?.placed.index),
    ),
  );
}

/** Facts of a turn that came back rightly from which on it is a summary, and not an offer of something else. */
const SUMMARY_FACTS = 2;

/** A value the customer agreed to, unless it is the one said but for a slip, or the odd one out of a summary. */
function isWavedThrough({ confirmed, slots }: Restatement, { source, repeatedFact }: RestatedSlot): boolean {
  if (confirmed !== 'yes' || (source !== null && isSlip(source.fact, repeatedFact))) return false;
  return slots.filter(({ match }) => match === 'match').length < SUMMARY_FACTS;
}

interface Wrong {
  readonly restatement: Restatement;
  readonly slot: RestatedSlot;
}

function wrongSlots(restatements: readonly Restatement[]): Wrong[] {
  return restatements.flatMap((restatement, index) =>
    restatement.slots
      .filter((slot) => slot.match === 'mismatch')
      .filter((slot) => !isWavedThrough(restatement, slot))
      .filter((slot) => !isCorrected(slot, restatements.slice(index + 1)))
      .map((slot) => ({ restatement, slot })),
  );
}

function find(scene: Scene): Findings {
  const within = ({ placed: { turn } }: { readonly placed: PlacedTurn }): boolean =>
    turn.endMs >= scene.window.startMs && turn.startMs <= scene.window.endMs;
  const restatements = findRestatements(scene.input).filter(within);
  const confusions = findConfusions(scene.input).filter(within);
  const owed = findOwedFacts(scene.input).filter(within);
  const events = [
    ...restatements.map((one) => restatementEvent(scene, one)),
    ...confusions.flatMap((one) => confusionEvents(scene, one, restatements)),
  ].sort((a, b) => a.startMs - b.startMs);
  return { restatements, confusions, owed, events };
}

function confusionEvents(scene: Scene, confusion: Confusion, known: readonly Restatement[]): CallEvent[] {
  const { placed, kind, answer, answeredIn } = confusion;
  const [from, to] = placed.normal.toOriginal(confusion.from, confusion.to);
  const sign = eventOf('confusion', quoteTurn(scene, placed, from, to), { detail: `${kind}: ${answer}` });
  if (answer !== 'restated' || answeredIn === null) return [sign];
  if (known.some((one) => one.placed === answeredIn)) return [sign];
  return [sign, eventOf('restatement', quoteTurn(scene, answeredIn), { detail: 'after-confusion' })];
}

const proven = (evidence: readonly Evidence[]): boolean => evidence.every(({ verified }) => verified);

function wrongly(scene: Scene, found: Findings): Decision | null {
  const wrong = wrongSlots(found.restatements);
  if (wrong.length === 0) return null;
  const pairs = wrong.map(({ restatement, slot }) => [
    ...(slot.source === null
      ? []
      : [quoteTurn(scene, slot.source.placed, slot.source.fact.from, slot.source.fact.to)]),
    quoteTurn(scene, restatement.placed, slot.repeatedFact.from, slot.repeatedFact.to),
  ]);
  const sure = pairs.filter(proven);
  const { events } = found;
  return sure.length > 0
    ? unmet(reasons.mismatch, { evidence: sure.flat(), events })
    : notAssessable(reasons.unverified, { evidence: pairs.flat(), events });
}

function ignored(scene: Scene, found: Findings): Decision | null {
  const missed = found.confusions.filter(({ answer }) => answer === 'ignored' || answer === 'no-answer');
  const last = turnsOf(scene.input, 'customer', scene.window).at(-1);
  const owed = missed.filter(({ placed, answer }) => answer === 'ignored' || placed.index !== last?.index);
  if (owed.length === 0) return null;
  const evidence = owed.flatMap(({ placed, answeredIn }) => [
    quoteTurn(scene, placed),
    ...(answeredIn === null ? [] : [quoteTurn(scene, answeredIn)]),
  ]);
  const { events } = found;
  return proven(evidence)
    ? unmet(reasons.confusionIgnored, { evidence, events })
    : notAssessable(reasons.unverified, { evidence, events });
}

function factQuotes(scene: Scene, owed: readonly OwedFact[]): QuoteEvidence[] {
  return owed.flatMap(({ placed, fact, repeatedIn }) => [
    quoteTurn(scene, placed, fact.from, fact.to),
    ...(repeatedIn === null ? [] : [quoteTurn(scene, repeatedIn)]),
  ]);
}

/** Something the customer said came back rightly, owed or not. */
const saysBack = ({ restatements }: Findings): boolean =>
  restatements.some(({ slots }) =>
    slots.some(({ match, source }) => match !== 'mismatch' && source !== null),
  );

function factsAndConfusion(scene: Scene, criterion: Criterion<Settings>, found: Findings): Decision {
  const { owed, confusions, events } = found;
  const missing = owed.filter(({ repeatedIn }) => repeatedIn === null);
  const done = owed.filter(({ repeatedIn }) => repeatedIn !== null);
  const onlyRepeated = confusions.filter(({ answer }) => answer === 'repeated');
  const quotes = [
    ...factQuotes(scene, owed),
    ...confusions.flatMap(({ placed, answeredIn }) => [
      quoteTurn(scene, placed),
      ...(answeredIn === null ? [] : [quoteTurn(scene, answeredIn)]),
    ]),
  ];
  const evidence: Evidence[] = quotes.filter(({ verified }) => verified);
  if (evidence.length === 0) return notAssessable(reasons.unverified, { evidence: quotes, events });
  if (missing.length > 0) {
    const search = searchRecord(scene.input, scene.window, 'agent', reasons.lookedForReadBack);
    evidence.push(search);
    if (!absenceIsProven(search, scene.input.transcriptGate))
      return notAssessable(reasons.notTranscribed, { evidence, events });
    if (done.length > 0 || confusions.some(({ answer }) => answer === 'restated') || saysBack(found))
      return partly(criterion, reasons.someRestated, { evidence, events });
    return missing.some(({ isHard }) => isHard) || missing.length > 1
      ? unmet(reasons.notRestated, { evidence, events })
      : partly(criterion, reasons.smallNotRestated, { evidence, events });
  }
  if (onlyRepeated.length > 0) return partly(criterion, reasons.confusionRepeated, { evidence, events });
  return met(reasons.restated, { evidence, events });
}

function nothing(scene: Scene, found: Findings): Decision {
  const { input, window } = scene;
  const { events, restatements } = found;
  const said = restatements.map(({ placed }) => quoteTurn(scene, placed)).filter(({ verified }) => verified);
  if (said.length > 0) return met(reasons.restated, { evidence: said, events });
  const search = searchRecord(input, window, 'customer', reasons.lookedForFacts);
  if (!absenceIsProven(search, input.transcriptGate))
    return notAssessable(reasons.notTranscribed, { evidence: [search], events });
  const condition = {
    kind: 'condition',
    condition: reasons.condition,
    value: null,
    ...window,
    verified: true,
  } as const;
  return notApplicable(reasons.nothingToRestate, { evidence: [condition, search], events });
}

function score(input: ScoringInput, criterion: Criterion<Settings>): Decision {
  const scene: Scene = { input, window: windowOf(input, criterion.window) };
  const isHeard = turnsOf(input, 'customer', scene.window).some(
    ({ turn }) => isTrusted(turn) && hasWords(turn),
  );
  if (!isHeard) return notAssessable(reasons.customerNotHeard);
  const found = find(scene);
  const failed = wrongly(scene, found) ?? ignored(scene, found);
  if (failed !== null) return failed;
  if (found.owed.length === 0 && found.confusions.length === 0) return nothing(scene, found);
  return factsAndConfusion(scene, criterion, found);
}

/** Facts the customer gives are said back, and rightly; what was not understood is put in other words. */
export const restatement: CriterionKind<Settings> = {
  kind: 'restatement',
  isRoleBound: true,
  needs: ['transcript'],
  settings,
  judged: { duty: 'must-do', resolves: [] },
  score,
};
