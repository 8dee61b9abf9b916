import type { Localized } from '../../domain/call.ts';

/**
 * Something that can be said in many ways. Patterns run over normalised text of either language, need the flags
 * `g` and `m`, and take `^` and `$` as the ends of a turn.
 */
export interface Topic {
  /** What was said, as a noun phrase for reasons and search records. */
  readonly title: Localized;
  readonly patterns: readonly RegExp[];
}
