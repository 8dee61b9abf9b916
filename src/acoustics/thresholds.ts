import { recordingThresholds } from './recording-thresholds.ts';
import { soundThresholds } from './sound-thresholds.ts';
import { talkThresholds } from './talk-thresholds.ts';

/** Every threshold by name; docs/hearing.md holds the same table and a test compares the two. */
export const thresholds = { ...soundThresholds, ...recordingThresholds, ...talkThresholds } as const;

/** Name of a threshold, as a standard overrides it. */
export type ThresholdName = keyof typeof thresholds;
