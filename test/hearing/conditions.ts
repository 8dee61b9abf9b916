import type { Condition } from './make-call.ts';

const minutes = (count: number) => count * 60_000;

/** Groups the speech frames are compared on. */
export const frameConditions: readonly Condition[] = [
  { name: 'clean', leakDb: -25, durationMs: minutes(2) },
  { name: 'pink 20 dB', noise: 'pink', snrDb: 20, leakDb: -25, durationMs: minutes(2) },
  { name: 'pink 10 dB', noise: 'pink', snrDb: 10, leakDb: -25, durationMs: minutes(2) },
  { name: 'pink 5 dB', noise: 'pink', snrDb: 5, leakDb: -25, durationMs: minutes(2) },
  { name: 'pink 0 dB', noise: 'pink', snrDb: 0, leakDb: -25, durationMs: minutes(2) },
  { name: 'babble 20 dB', noise: 'babble', snrDb: 20, leakDb: -25, durationMs: minutes(2) },
  { name: 'babble 10 dB', noise: 'babble', snrDb: 10, leakDb: -25, durationMs: minutes(2) },
  { name: 'leak -10 dB', noise: 'pink', snrDb: 35, leakDb: -10, durationMs: minutes(2) },
  { name: 'leak -15 dB', noise: 'pink', snrDb: 35, leakDb: -15, durationMs: minutes(2) },
  { name: 'leak -20 dB', noise: 'pink', snrDb: 35, leakDb: -20, durationMs: minutes(2) },
  { name: 'leak -35 dB', noise: 'pink', snrDb: 35, leakDb: -35, durationMs: minutes(2) },
  { name: 'hold music', noise: 'pink', snrDb: 25, leakDb: -25, hasHold: true, durationMs: minutes(2) },
];

/** The group interruptions are compared on. */
export const overlapCondition: Condition = {
  name: 'overlaps 20 dB',
  noise: 'pink',
  snrDb: 20,
  leakDb: -25,
  durationMs: minutes(4),
};

/** The same at rates and timings on which the naive counts behave as in the published floor. */
export const publishedCondition: Condition = {
  ...overlapCondition,
  name: 'as in the published floor 20 dB',
  rates: 'published',
};

/** The same with interruptions as rare as in natural talk. */
export const naturalCondition: Condition = {
  ...overlapCondition,
  name: 'natural talk 20 dB',
  rates: 'natural',
};

/** Too noisy to blame anyone. */
export const noisyCondition: Condition = {
  name: 'overlaps 10 dB babble',
  noise: 'babble',
  snrDb: 10,
  leakDb: -20,
  durationMs: minutes(4),
};

/** Seeds to tune on; even ones are English, odd ones Mandarin. */
export const developmentSeeds: readonly number[] = [
  100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111,
];
/** Seeds to report on, never tuned on. */
export const reportSeeds: readonly number[] = [
  900, 901, 902, 903, 904, 905, 906, 907, 908, 909, 910, 911, 912, 913, 914, 915,
];
