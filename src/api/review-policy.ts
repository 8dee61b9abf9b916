import type { ReviewPolicy } from '../domain/review.ts';
import type { Scorecard } from '../domain/scorecard.ts';
import type { Standard } from '../domain/standard.ts';

/** What `partly` counts where nothing else is said: the default of a standard. */
const PARTLY = 0.5;
const COVERAGE_FLOOR = 0.8;

/**
 * What adding up needs of the standard a scorecard was made with; of a version that is no longer loaded the defaults
 * of a standard hold, but for what its own verdicts tell.
 */
export function reviewPolicyOf(standards: readonly Standard[], scorecard: Scorecard): ReviewPolicy {
  const { id, version } = scorecard.standard;
  const standard =
    standards.find((one) => one.id === id && one.version === version) ??
    standards.find((one) => one.id === id);
  const criteria = new Map(standard?.criteria.map((one) => [one.id, one.partly]));
  return {
    coverageFloor: standard?.coverageFloor ?? COVERAGE_FLOOR,
    partlyOf: (criterion) => criteria.get(criterion) ?? PARTLY,
  };
}
