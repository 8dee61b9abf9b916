import { type Threshold, threshold, tuned } from './threshold.ts';

/** What decides about the recording as a whole: copies, missing parties and faults. */
export const recordingThresholds = {
  copySpreadDb: threshold(
    4,
    [0.5, 10],
    'dB',
    'Both channels are one signal when their level difference varies less (P90 of the deviation).',
    tuned,
  ),
  copyDelayMs: threshold(
    500,
    [0, 1000],
    'ms',
    'Longest delay at which a copy on the other channel is recognized.',
    'own choice',
  ),
  partyMinMs: threshold(500, [0, 10000], 'ms', 'A channel with less speech holds no party.', 'own choice'),
  clippedPercent: threshold(
    1,
    [0.01, 50],
    '%',
    'From this share of clipped speech on CLIPPED is raised and level rules are off.',
    'own choice',
  ),
  dcOffsetPercent: threshold(
    2,
    [0.1, 50],
    '%',
    'A mean this far from zero, of full scale, raises DC_OFFSET.',
    'own choice',
  ),
  dropoutsPerMinute: threshold(
    2,
    [0.1, 600],
    'count',
    'So many holes of digital silence inside speech a minute raise DROPOUTS.',
    'own choice',
  ),
} as const satisfies Record<string, Threshold>;
