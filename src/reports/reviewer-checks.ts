import { wilson } from './intervals.ts';

/** One finished review, as far as a check of reviewers needs it. */
export interface FinishedReview {
  readonly reviewer: string;
  readonly agent: string;
  /** Length of the call, and how much of it was played, in ms. */
  readonly callMs: number;
  readonly playedMs: number;
  /** Time from opening to finishing the review, in ms. */
  readonly spentMs: number;
  /** Criteria looked at, and of these how many the reviewer decided otherwise than the machine. */
  readonly criteria: number;
  readonly overrides: number;
  /** Share of points people gave less share of points the machine gave, −1 to 1. */
  readonly raisedBy: number;
  /** For a call seeded with a known wrong verdict: whether the reviewer found it; null for any other call. */
  readonly foundSeed: boolean | null;
}

/** What is unusual about a reviewer: a reason to look, never a verdict. */
export interface ReviewerFlag {
  readonly reviewer: string;
  /** Set where it is about one agent. */
  readonly agent: string | null;
  readonly kind: 'hardly-listens' | 'too-fast' | 'never-disagrees' | 'misses-seeds' | 'favours-agent';
  readonly reviews: number;
  /** The measure behind it, and what it is held against. */
  readonly value: number;
  readonly expected: number;
}

/** Fewer reviews say nothing. */
const LEAST_REVIEWS = 20;
/** Half of the reviews with less than this share of the call played. */
const LEAST_PLAYED_SHARE = 0.1;
/** Half of the reviews shorter than this share of the call. */
const LEAST_SPENT_SHARE = 0.15;
/** Seeded calls before a rate of finding them is looked at, and the rate asked for. */
const LEAST_SEEDS = 5;
const LEAST_SEEDS_FOUND = 0.5;
/** Reviews of one agent by one reviewer before their difference is looked at, and standard errors it must lie off. */
const LEAST_PAIR_REVIEWS = 8;
const OFF_BY_ERRORS = 3;
/** Less than this share of all points is nothing to look into. */
const LEAST_RAISED = 0.03;
const POLISH_ROUNDS = 10;

/**
 * Reviewers who approve without listening (G11) and pairs of reviewer and agent whose points lie above what the reviewer
 * gives others and others give the agent (G12), sorted by reviewer.
 */
export function checkReviewers(reviews: readonly FinishedReview[]): ReviewerFlag[] {
  const names = [...new Set(reviews.map(({ reviewer }) => reviewer))].sort();
  const flags = [...names.flatMap((reviewer) => checkStamping(reviewer, reviews)), ...checkFavours(reviews)];
  return flags.sort((a, b) => (a.reviewer < b.reviewer ? -1 : a.reviewer > b.reviewer ? 1 : 0));
}

function checkStamping(reviewer: string, reviews: readonly FinishedReview[]): ReviewerFlag[] {
  const own = reviews.filter((review) => review.reviewer === reviewer);
  const others = reviews.filter((review) => review.reviewer !== reviewer);
  if (own.length < LEAST_REVIEWS) return [];
  const flags: ReviewerFlag[] = [];
  const add = (kind: ReviewerFlag['kind'], value: number, expected: number): void => {
    flags.push({ reviewer, agent: null, kind, reviews: own.length, value, expected });
  };
  const played = median(own.map(({ playedMs, callMs }) => playedMs / Math.max(1, callMs)));
  if (played < LEAST_PLAYED_SHARE) add('hardly-listens', played, LEAST_PLAYED_SHARE);
  const spent = median(own.map(({ spentMs, callMs }) => spentMs / Math.max(1, callMs)));
  if (spent < LEAST_SPENT_SHARE) add('too-fast', spent, LEAST_SPENT_SHARE);
  const [ofOwn, ofOthers] = [overrideRate(own), overrideRate(others)];
  if (ofOwn && ofOthers && ofOwn.interval[1] < ofOthers.interval[0])
    add('never-disagrees', ofOwn.value, ofOthers.value);
  const seeds = own.filter(({ foundSeed }) => foundSeed !== null);
  const foundShare = seeds.filter(({ foundSeed }) => foundSeed === true).length / Math.max(1, seeds.length);
  if (seeds.length >= LEAST_SEEDS && foundShare < LEAST_SEEDS_FOUND)
    add('misses-seeds', foundShare, LEAST_SEEDS_FOUND);
  return flags;
}

function overrideRate(reviews: readonly FinishedReview[]) {
  const criteria = reviews.reduce((sum, review) => sum + review.criteria, 0);
  const overrides = reviews.reduce((sum, review) => sum + review.overrides, 0);
  return criteria === 0 ? null : { value: overrides / criteria, interval: wilson(overrides, criteria) };
}

/** All reviews of one agent by one reviewer. */
interface Pair {
  readonly reviewer: string;
  readonly agent: string;
  readonly reviews: number;
  readonly mean: number;
  readonly error: number;
}

/**
 * Pairs whose raised points stand out once what the reviewer gives everybody and what everybody gives the agent are
 * taken off, by Tukey's median polish, which a single odd pair cannot bend.
 */
function checkFavours(reviews: readonly FinishedReview[]): ReviewerFlag[] {
  const pairs = pairsOf(reviews);
  const byReviewer = new Map<string, number>();
  const byAgent = new Map<string, number>();
  const sweep = (effects: Map<string, number>, key: 'reviewer' | 'agent'): void => {
    for (const name of new Set(pairs.map((pair) => pair[key])))
      effects.set(
        name,
        median(
          pairs.filter((pair) => pair[key] === name).map((pair) => leftOf(pair) + (effects.get(name) ?? 0)),
        ),
      );
  };
  const expectedOf = ({ reviewer, agent }: Pair): number =>
    (byReviewer.get(reviewer) ?? 0) + (byAgent.get(agent) ?? 0);
  const leftOf = (pair: Pair): number => pair.mean - expectedOf(pair);
  for (let round = 0; round < POLISH_ROUNDS; round++) {
    sweep(byReviewer, 'reviewer');
    sweep(byAgent, 'agent');
  }
  return pairs
    .filter((pair) => pair.reviews >= LEAST_PAIR_REVIEWS)
    .filter((pair) => leftOf(pair) >= LEAST_RAISED && leftOf(pair) > OFF_BY_ERRORS * pair.error)
    .map((pair) => ({
      ...{ reviewer: pair.reviewer, agent: pair.agent, kind: 'favours-agent' as const },
      ...{ reviews: pair.reviews, value: pair.mean, expected: expectedOf(pair) },
    }));
}

function pairsOf(reviews: readonly FinishedReview[]): Pair[] {
  const groups = new Map<string, FinishedReview[]>();
  for (const review of reviews) {
    const key = `${review.reviewer}\n${review.agent}`;
    groups.set(key, [...(groups.get(key) ?? []), review]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const values = group.map(({ raisedBy }) => raisedBy);
    const middle = mean(values);
    const square = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
    const error = Math.sqrt(square / Math.max(1, values.length - 1) / values.length);
    return [{ reviewer: first.reviewer, agent: first.agent, reviews: group.length, mean: middle, error }];
  });
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0];
  return (low + high) / 2;
}
