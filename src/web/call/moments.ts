import type { CriterionResult, Scorecard } from '../../domain/scorecard.ts';
import type { Turn } from '../../domain/transcript.ts';
import type { Evidence, Verdict } from '../../domain/verdict.ts';

/** A moment of the call; `key` says which button asked for it. */
export interface PlayedSpan {
  readonly key: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** What is marked inside a turn's text: a quote, by which criterion and as what. */
export interface TextMark {
  readonly quote: string;
  /** `evidence` decided a verdict; `event` was found. */
  readonly role: 'evidence' | 'event';
  readonly criterion: CriterionResult;
  /** Kind of the event, or of the evidence. */
  readonly kind: string;
  readonly verdict: Verdict;
}

/** The key by which the player knows a piece of evidence. */
export function evidenceKey(criterion: string, index: number): string {
  return `evidence ${criterion} ${index}`;
}

/** The criterion whose evidence a key names; null for keys of anything else. */
export function criterionOfKey(key: string): string | null {
  return /^evidence (.+) \d+$/.exec(key)?.[1] ?? null;
}

/** From where to where a piece of evidence is heard; null where it has no place in the sound. */
export function spanOfEvidence(evidence: Evidence): { startMs: number; endMs: number } | null {
  if (evidence.startMs === null || evidence.endMs === null) return null;
  if (evidence.endMs <= evidence.startMs) return null;
  return { startMs: evidence.startMs, endMs: evidence.endMs };
}

/** All evidence that can be heard, criterion by criterion, in the order n and p walk through it. */
export function playableEvidence(scorecard: Scorecard): PlayedSpan[] {
  return scorecard.criteria.flatMap((criterion) =>
    criterion.evidence.flatMap((evidence, index) => {
      const span = spanOfEvidence(evidence);
      return span ? [{ key: evidenceKey(criterion.id, index), ...span }] : [];
    }),
  );
}

/** What is to be marked in each turn, by the turn's index. */
export function marksByTurn(scorecard: Scorecard): ReadonlyMap<number, TextMark[]> {
  const marks = new Map<number, TextMark[]>();
  const add = (turn: number | null, mark: TextMark) => {
    if (turn === null || mark.quote === '') return;
    const before = marks.get(turn);
    if (before) before.push(mark);
    else marks.set(turn, [mark]);
  };
  for (const criterion of scorecard.criteria) {
    const { verdict } = criterion;
    for (const evidence of criterion.evidence) {
      if (evidence.kind === 'quote' || evidence.kind === 'note') {
        const { turn, quote, kind } = evidence;
        add(turn, { quote: quote ?? '', role: 'evidence', criterion, kind, verdict });
      }
    }
    for (const { turn, quote, kind } of criterion.events) {
      add(turn, { quote, role: 'event', criterion, kind, verdict });
    }
  }
  return marks;
}

/** Index of the turn being heard at a time: the last one that has begun; -1 before the first. */
export function turnAt(turns: readonly Turn[], timeMs: number): number {
  let low = 0;
  let high = turns.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const turn = turns[middle];
    if (turn && turn.startMs <= timeMs) {
      found = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  return found;
}
