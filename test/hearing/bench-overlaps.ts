import { acousticsFromWords } from '../../src/acoustics/acoustics-from-words.ts';
import { findOverlaps } from '../../src/acoustics/find-overlaps.ts';
import { carefulOverrides, hearingSettings, withOverrides } from '../../src/acoustics/hearing-settings.ts';
import { nameParties } from '../../src/acoustics/name-parties.ts';
import { refineOverlaps } from '../../src/acoustics/overlaps-with-words.ts';
import type { Acoustics, OverlapClass } from '../../src/domain/acoustics.ts';
import { type Blame, confuse, countEvents, type EventCounts, noEvents } from './compare-events.ts';
import { naturalCondition, noisyCondition, overlapCondition, publishedCondition } from './conditions.ts';
import { hearSamples, onSides } from './hear-call.ts';
import { hearWords } from './heard-words.ts';
import { type Condition, type LabelledCall, makeCall } from './make-call.ts';
import { detectBoth, detectByWebRtc } from './other-detectors.ts';

/** Every overlap at least this long taken for an interruption, as naive counting does. */
function naive(acoustics: Acoustics, leastMs: number): Blame[] {
  return acoustics.overlaps
    .filter((overlap) => overlap.endMs - overlap.startMs >= leastMs)
    .map((overlap) => ({ ...overlap, class: 'interruption' }));
}

function byWebRtc(call: LabelledCall): Blame[] {
  const speech = detectBoth(call, detectByWebRtc);
  return findOverlaps(
    { first: { party: 'left', speech: speech.left }, second: { party: 'right', speech: speech.right } },
    hearingSettings,
  );
}

/** What each way of listening says of one call. */
function listenings(call: LabelledCall, seed: number): Record<string, readonly Blame[]> {
  const careful = withOverrides(carefulOverrides);
  const usual = hearSamples(call.samples, hearingSettings);
  const cautious = hearSamples(call.samples, careful);
  const transcript = hearWords(call, seed);
  const roles = { agent: 'left', customer: 'right' } as const;
  return {
    'any overlap >= 0.2 s': naive(usual, 200),
    'any overlap >= 0.5 s': naive(usual, 500),
    'any overlap >= 1.0 s': naive(usual, 1000),
    'WebRTC VAD, our rules': byWebRtc(call),
    'sound alone': usual.overlaps,
    'sound alone, careful': cautious.overlaps,
    'sound and words': onSides(refineOverlaps(nameParties(usual, roles), transcript).overlaps),
    'sound and words, careful': onSides(
      refineOverlaps(nameParties(cautious, roles), transcript, careful).overlaps,
    ),
    'words alone': onSides(acousticsFromWords(transcript, call.durationMs).overlaps),
    'words alone, careful': onSides(acousticsFromWords(transcript, call.durationMs, careful).overlaps),
  };
}

interface Tally {
  readonly agent: EventCounts;
  readonly customer: EventCounts;
  readonly confusion: Map<string, number>;
}

function rates({ hit, false: wrong, missed }: EventCounts): string {
  const percent = (part: number, whole: number) =>
    whole === 0 ? '  - ' : `${((100 * part) / whole).toFixed(0)}`.padStart(4);
  return `${percent(hit, hit + wrong)} /${percent(hit, hit + missed)} (${hit}+${wrong} of ${hit + missed})`.padEnd(
    26,
  );
}

function printTally(name: string, { agent, customer }: Tally): void {
  const blamed = agent.backchannelBlamed + customer.backchannelBlamed;
  console.log(
    `${name.padEnd(30)}${rates(agent)}${rates(customer)}${blamed} of ${agent.backchannels + customer.backchannels}`,
  );
}

const classes: readonly OverlapClass[] = [
  'interruption',
  'backchannel',
  'simultaneous-start',
  'turn-end',
  'unclear',
];

function printConfusion(name: string, confusion: ReadonlyMap<string, number>): void {
  console.log(`  true class → found class, ${name}:`);
  for (const truth of classes.slice(0, 4)) {
    const found = [...classes, 'nothing'].map(
      (kind) => `${kind} ${confusion.get(`${truth} → ${kind}`) ?? 0}`,
    );
    console.log(`    ${truth.padEnd(19)} ${found.join(', ')}`);
  }
}

async function benchCondition(condition: Condition, seeds: readonly number[]): Promise<void> {
  const tallies = new Map<string, Tally>();
  let minutes = 0;
  for (const seed of seeds) {
    const call = await makeCall(condition, seed);
    minutes += call.durationMs / 60_000;
    for (const [name, found] of Object.entries(listenings(call, seed))) {
      const tally = tallies.get(name) ?? { agent: noEvents(), customer: noEvents(), confusion: new Map() };
      tallies.set(name, tally);
      countEvents(tally.agent, found, call.events, 'left');
      countEvents(tally.customer, found, call.events, 'right');
      confuse(tally.confusion, found, call.events);
    }
  }
  console.log(`\nInterruptions, ${condition.name}: ${seeds.length} calls, ${minutes.toFixed(0)} min`);
  console.log(
    `${''.padEnd(30)}${'agent: precision / recall'.padEnd(26)}${'customer'.padEnd(26)}backchannels blamed`,
  );
  for (const [name, tally] of tallies) printTally(name, tally);
  for (const name of ['sound alone', 'sound and words'])
    printConfusion(name, tallies.get(name)?.confusion ?? new Map());
}

/** Prints precision and recall of interruptions for every way of listening. */
export async function benchOverlaps(seeds: readonly number[]): Promise<void> {
  await benchCondition(publishedCondition, seeds);
  await benchCondition(overlapCondition, seeds);
  await benchCondition(naturalCondition, seeds);
  await benchCondition(noisyCondition, seeds.slice(0, 4));
}
