import { z } from 'zod';
import type { ScoringInput } from '../../domain/scoring-input.ts';
import type { Criterion } from '../../domain/standard.ts';
import type { CallEvent, Decision, Evidence, QuoteEvidence, Reason } from '../../domain/verdict.ts';
import { met, notAssessable, partly, unmet } from '../decide.ts';
import { absenceIsProven, quote, searchRecord } from '../evidence/evidence.ts';
import type { CriterionKind } from '../kind.ts';
import { severePressure } from '../lexicon/pressure.ts';
import { type CallWindow, hasWords, isTrusted, turnsOf, windowOf } from '../text/turns.ts';
import { extraPhrasesSchema, extraWordingOf, noExtraWording } from './extra-phrases.ts';
import { pushySellingReasons as reasons } from './pushy-selling-reasons.ts';
import { pushSpan } from './refusal-response.ts';
import { type Refusal, refusalTimeline } from './refusal-timeline.ts';
import { findPressure, type Pressure } from './sales-pressure.ts';

const settings = z.strictObject({
  /** Clear refusals after which a pitch that goes on is `unmet`. */
  clearRefusals: z.int().min(1).max(10).default(2),
  /** Refusals of any strength pushed against in one call that are `unmet`. */
  pushesAtMost: z.int().min(1).max(20).default(3),
  /** Refusals and pressure wordings beside those the product knows. */
  extraPhrases: extraPhrasesSchema.optional(),
});
type Settings = z.infer<typeof settings>;

/** One thing held against the agent, with what proves it. */
interface Charge {
  readonly weight: 'mild' | 'severe';
  readonly reason: Reason;
  readonly evidence: readonly Evidence[];
}

interface Scene {
  readonly input: ScoringInput;
  readonly window: CallWindow;
  readonly settings: Settings;
}

function quoteOf({ input, window }: Scene, found: { placed: Refusal['placed']; from: number; to: number }) {
  const { placed } = found;
  const [from, to] = placed.normal.toOriginal(found.from, found.to);
  return quote(input, placed.index, from, to, { party: placed.turn.party, window });
}

function eventOf(kind: string, evidence: QuoteEvidence, extra: Partial<CallEvent>): CallEvent {
  const { party, turn, startMs, endMs } = evidence;
  return { kind, party, turn, startMs, endMs, quote: evidence.quote, ...extra };
}

const isPush = (refusal: Refusal): boolean =>
  refusal.response === 'pushed-on' || (refusal.response === 'new-information' && refusal.strength !== 'soft');

/** The agent's turn that pushes hardest among those that answer a refusal: the one with most words. */
function pushingTurn(refusal: Refusal) {
  const [longest] = [...refusal.answers].sort((a, b) => b.normal.text.length - a.normal.text.length);
  return longest === undefined ? null : { placed: longest, ...pushSpan(longest) };
}

interface Timeline {
  readonly charges: readonly Charge[];
  readonly events: readonly CallEvent[];
  readonly refusals: readonly QuoteEvidence[];
}

/** Walks the refusals in order and holds each push against the firmness reached by then. */
function walk(scene: Scene, timeline: readonly Refusal[]): Timeline {
  const charges: Charge[] = [];
  const events: CallEvent[] = [];
  const quotes: QuoteEvidence[] = [];
  let clear = 0;
  let pushes = 0;
  let lastAnswer = -1;
  for (const refusal of timeline) {
    const said = quoteOf(scene, refusal);
    quotes.push(said);
    events.push(eventOf('refusal', said, { strength: refusal.strength, detail: refusal.response }));
    const answer = refusal.answers[0]?.index ?? -1;
    const isRepeated = answer === lastAnswer;
    lastAnswer = answer;
    if (refusal.strength !== 'soft' && !isRepeated) clear += 1;
    const pushing = isPush(refusal) ? pushingTurn(refusal) : null;
    if (pushing === null || isRepeated) continue;
    const pushed = quoteOf(scene, pushing);
    events.push(eventOf('push', pushed, { detail: refusal.response }));
    pushes += 1;
    charges.push({ ...chargeFor(scene, refusal, { clear, pushes }), evidence: [said, pushed] });
  }
  return { charges, events, refusals: quotes };
}

function chargeFor(
  { settings: policy }: Scene,
  { strength }: Refusal,
  { clear, pushes }: { readonly clear: number; readonly pushes: number },
): Omit<Charge, 'evidence'> {
  if (strength === 'final') return { weight: 'severe', reason: reasons.afterFinal };
  if (strength === 'clear' && clear >= policy.clearRefusals) {
    return { weight: 'severe', reason: reasons.afterClearRefusals };
  }
  if (pushes >= policy.pushesAtMost) return { weight: 'severe', reason: reasons.manyPushes };
  return { weight: 'mild', reason: strength === 'soft' ? reasons.afterSoft : reasons.onePush };
}

/**
 * One scarcity that answers no refusal may be plain fact (two seats are left), so it is shown and not charged;
 * a second pressure beside it is.
 */
function pressureCharges(
  scene: Scene,
  pressures: readonly Pressure[],
): { charge: Charge; event: CallEvent; counts: boolean }[] {
  return pressures.map((pressure) => ({
    ...pressureCharge(scene, pressure),
    counts: pressure.kind !== 'scarcity' || pressures.length > 1,
  }));
}

function pressureCharge(scene: Scene, pressure: Pressure): { charge: Charge; event: CallEvent } {
  const said = quoteOf(scene, pressure);
  const isSevere = severePressure.has(pressure.kind);
  return {
    charge: {
      weight: isSevere ? 'severe' : 'mild',
      reason: isSevere ? reasons.severePressure : reasons.mildPressure,
      evidence: [said],
    },
    event: eventOf('pressure', said, { detail: pressure.kind }),
  };
}

/** Overlaps in which the agent broke into a refusal and took the floor: each a mild charge of its own. */
function talkedOver({ input }: Scene, timeline: readonly Refusal[]): { charge: Charge; event: CallEvent }[] {
  const overlaps = input.acoustics?.overlaps ?? [];
  return timeline.flatMap(({ placed: { turn, index } }) =>
    overlaps
      .filter(
        ({ incoming, class: kind, outcome }) =>
          incoming === 'agent' && kind === 'interruption' && outcome === 'took-floor',
      )
      .filter(({ startMs, endMs }) => startMs < turn.endMs && endMs > turn.startMs)
      .map(({ startMs, endMs }) => ({
        charge: overlapCharge(startMs, endMs),
        event: overlapEvent(index, startMs, endMs),
      })),
  );
}

function overlapCharge(startMs: number, endMs: number): Charge {
  const evidence: Evidence = {
    kind: 'measure',
    party: 'agent',
    name: 'talked-over-refusal',
    value: endMs - startMs,
    unit: 'ms',
    threshold: null,
    startMs,
    endMs,
    spans: [[startMs, endMs]],
    floor: 'customer',
    yielded: 'customer',
    verified: true,
  };
  return { weight: 'mild', reason: reasons.talkedOver, evidence: [evidence] };
}

function overlapEvent(turn: number, startMs: number, endMs: number): CallEvent {
  return {
    kind: 'interruption',
    party: 'agent',
    turn,
    startMs,
    endMs,
    quote: '',
    detail: 'talked-over-refusal',
  };
}

function isCustomerHeard({ input, window }: Scene): boolean {
  return turnsOf(input, 'customer', window).some(({ turn }) => isTrusted(turn) && hasWords(turn));
}

function inWindow(window: CallWindow, placed: Refusal['placed']): boolean {
  return placed.turn.endMs >= window.startMs && placed.turn.startMs <= window.endMs;
}

const isProven = (charge: Charge): boolean => charge.evidence.every(({ verified }) => verified);

function score(input: ScoringInput, criterion: Criterion<Settings>): Decision {
  const scene: Scene = { input, window: windowOf(input, criterion.window), settings: criterion.settings };
  const { extraPhrases } = criterion.settings;
  const extra = extraPhrases === undefined ? noExtraWording : extraWordingOf(extraPhrases);
  const timeline = refusalTimeline(input, extra).filter(({ placed }) => inWindow(scene.window, placed));
  const walked = walk(scene, timeline);
  const found = findPressure(input, extra).filter(({ placed }) => inWindow(scene.window, placed));
  const pressures = pressureCharges(scene, found);
  const over = talkedOver(scene, timeline);
  const events = [
    ...walked.events,
    ...pressures.map(({ event }) => event),
    ...over.map(({ event }) => event),
  ].sort((a, b) => a.startMs - b.startMs);
  const charges = [
    ...walked.charges,
    ...over.map(({ charge }) => charge),
    ...pressures.filter(({ counts }) => counts).map(({ charge }) => charge),
  ];
  const proven = charges.filter(isProven);
  const worst = proven.find(({ weight }) => weight === 'severe') ?? proven[0];
  if (worst !== undefined) {
    const evidence = proven.flatMap((charge) => charge.evidence);
    return worst.weight === 'severe'
      ? unmet(worst.reason, { evidence, events })
      : partly(criterion, worst.reason, { evidence, events });
  }
  if (charges.length > 0) {
    return notAssessable(reasons.unverified, {
      evidence: charges.flatMap((charge) => charge.evidence),
      events,
    });
  }
  return withoutCharge(scene, walked, events);
}

function withoutCharge(scene: Scene, walked: Timeline, events: readonly CallEvent[]): Decision {
  const { input, window } = scene;
  if (!isCustomerHeard(scene)) return notAssessable(reasons.customerNotHeard, { events });
  const searches = [
    searchRecord(input, window, 'agent', reasons.lookedForPushing),
    searchRecord(input, window, 'customer', reasons.lookedForRefusal),
  ];
  const evidence = [...searches, ...walked.refusals.filter(({ verified }) => verified)];
  if (!searches.every((search) => absenceIsProven(search, input.transcriptGate)))
    return notAssessable(reasons.notTranscribed, { evidence, events });
  return met(walked.refusals.length > 0 ? reasons.letGo : reasons.noPressure, { evidence, events });
}

/** The refusal timeline: what the customer refused, how firmly, what the agent did next, and any pressure. */
export const pushySelling: CriterionKind<Settings> = {
  kind: 'pushy-selling',
  isRoleBound: true,
  needs: ['transcript'],
  settings,
  judged: { duty: 'must-not-do', resolves: [] },
  score,
};
