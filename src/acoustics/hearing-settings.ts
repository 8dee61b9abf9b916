import { EarmarkError } from '../errors.ts';
import { type ThresholdName, thresholds } from './thresholds.ts';

/** Every threshold of the acoustics room as a plain number; units are in the names, meaning and source in `thresholds`. */
export type HearingSettings = Readonly<Record<ThresholdName, number>>;

const names = Object.keys(thresholds) as ThresholdName[];

/** The defaults, one number a threshold. */
export const hearingSettings: HearingSettings = Object.freeze(
  Object.fromEntries(names.map((name) => [name, thresholds[name].value])) as Record<ThresholdName, number>,
);

function isThresholdName(name: string): name is ThresholdName {
  return Object.hasOwn(thresholds, name);
}

function checkValue(name: ThresholdName, value: unknown): number {
  const { min, max, unit } = thresholds[name];
  if (typeof value === 'number' && Number.isFinite(value) && value >= min && value <= max) return value;
  throw new EarmarkError('E_STANDARD', `acoustics.${name} is outside ${min} to ${max} ${unit}`, {
    remedy: `Set acoustics.${name} to a number from ${min} to ${max}, or leave it out for ${thresholds[name].value}.`,
  });
}

/**
 * The defaults with a standard's own values laid over them. Throws `E_STANDARD` naming the threshold when a
 * name is unknown or a value lies outside its sensible range.
 */
export function withOverrides(overrides: Record<string, number>): HearingSettings {
  const settings: Record<ThresholdName, number> = { ...hearingSettings };
  for (const [name, value] of Object.entries(overrides)) {
    if (!isThresholdName(name)) {
      throw new EarmarkError('E_STANDARD', `acoustics.${name} is not a threshold of the acoustics room`, {
        remedy: 'Use a name from the table in docs/hearing.md.',
      });
    }
    settings[name] = checkValue(name, value);
  }
  return Object.freeze(settings);
}

/**
 * Overrides for ordinary talk, where overlaps at turn ends are far more frequent than interruptions: only what turn
 * ends hardly ever reach is blamed. Both operating points are in docs/hearing.md.
 */
export const carefulOverrides = {
  surelyCutMs: 1200,
  buttingInMs: 1200,
  cutOpenMs: 600,
  cutClaimedMs: 700,
  cutWithWordsMs: 1200,
  attemptPoints: 4,
} as const satisfies Partial<Record<ThresholdName, number>>;
