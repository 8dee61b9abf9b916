import { z } from 'zod';

/** What a judge may answer; `cannot-tell` is worth more than a guess. */
export const judgeVerdictSchema = z.enum(['met', 'partly', 'unmet', 'not-applicable', 'cannot-tell']);
export type JudgeVerdict = z.infer<typeof judgeVerdictSchema>;

/**
 * The answer a judge must give for one criterion: its reasons first, then exact words of the call, then the verdict.
 * Points, times and confidence are not asked for, and ignored where they come.
 */
export const judgeAnswerSchema = z.object({
  criterion: z.string(),
  reasons: z.string(),
  /** `turn` is the id the call gives it, such as `a12`. Lengths are checked on reading: servers refuse them in a schema. */
  quotes: z.array(z.object({ turn: z.string(), quote: z.string() })),
  verdict: judgeVerdictSchema,
});
export type JudgeAnswer = z.infer<typeof judgeAnswerSchema>;

/**
 * Why there is no answer: it refused, was cut off twice, could not be read after one repair, spoke of another
 * criterion, gave away its instructions, came from another model than was asked, found a word in the call that is not
 * there, the server was out of reach, or the budget was used up.
 */
export const judgeFailures = [
  'judge-refused',
  'judge-cut-off',
  'judge-unreadable',
  'judge-wrong-criterion',
  'judge-leaked',
  'judge-substituted',
  'judge-control-failed',
  'judge-unavailable',
  'judge-budget',
] as const;
export type JudgeFailure = (typeof judgeFailures)[number];

/** What came of asking about one criterion. */
export type JudgeOutcome =
  | { readonly answer: JudgeAnswer; readonly failure: null }
  | { readonly answer: null; readonly failure: JudgeFailure };

/** What a judge said of one call, by criterion id; criteria it was not asked about are absent. */
export type JudgeOutcomes = Readonly<Record<string, JudgeOutcome>>;

/** Words for the judge about one criterion, per language, and the sha256 of the file they come from. */
export interface Prompt {
  readonly hash: string;
  readonly zh: string;
  readonly en: string;
}

/** All prompts by name; `judge` holds what goes before every call. */
export type Prompts = Readonly<Record<string, Prompt>>;

/** The most tokens that may be spent, sent and received together, by Earmark's own estimate before each call. */
export interface JudgeBudget {
  readonly perCall: number;
  readonly perMonth: number;
}
