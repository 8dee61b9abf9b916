import { existsSync, readFileSync } from 'node:fs';
import { findRestatements } from '../../src/criteria/restatement/restatement-turns.ts';
import { refusalTimeline } from '../../src/criteria/selling/refusal-timeline.ts';
import { aCall } from '../criteria/a-call.ts';

/** Where the written dialogues lie when they are there. */
export const sgdPath = new URL('../../../shared/calls/sgd-confirm-dev/dialogues.json', import.meta.url);

interface SgdTurn {
  readonly speaker: 'SYSTEM' | 'USER';
  readonly utterance: string;
  readonly frames: readonly { readonly actions: readonly { readonly act: string }[] }[];
}

/** How often a find and a label agree and differ. */
export interface Counts {
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
}

/** Harmonic mean of precision and recall, 0–1. */
export const f1Of = ({ truePositives, falsePositives, falseNegatives }: Counts): number =>
  (2 * truePositives) / (2 * truePositives + falsePositives + falseNegatives);

const none = (): Counts => ({ truePositives: 0, falsePositives: 0, falseNegatives: 0 });

function count(counts: Counts, isFound: boolean, isLabelled: boolean): void {
  if (isFound && isLabelled) counts.truePositives += 1;
  else if (isFound) counts.falsePositives += 1;
  else if (isLabelled) counts.falseNegatives += 1;
}

/** Confirmations, refusals and pushes found against the acts of every second dialogue, from `first` (0 or 1). */
export function evaluateSgd(first: 0 | 1): { confirmations: Counts; refusals: Counts; pushes: number } {
  const dialogues = JSON.parse(readFileSync(sgdPath, 'utf8')) as { turns: SgdTurn[] }[];
  const result = { confirmations: none(), refusals: none(), pushes: 0 };
  for (const { turns } of dialogues.filter((_, index) => index % 2 === first)) {
    const call = aCall(
      'en',
      turns.map(({ speaker, utterance }) => `${speaker === 'SYSTEM' ? 'A' : 'C'}:${utterance}`),
    );
    const restated = new Set(findRestatements(call).map(({ placed }) => placed.index));
    const refusals = refusalTimeline(call);
    const refused = new Set(refusals.map(({ placed }) => placed.index));
    result.pushes += refusals.filter(({ response }) => response !== 'accepted').length;
    turns.forEach(({ frames }, index) => {
      const has = (act: string): boolean =>
        frames.some(({ actions }) => actions.some((one) => one.act === act));
      count(result.confirmations, restated.has(index), has('CONFIRM'));
      count(result.refusals, refused.has(index), has('NEGATE_INTENT'));
    });
  }
  return result;
}

if (import.meta.main) {
  if (!existsSync(sgdPath)) throw new Error('The written dialogues are not beside the repository.');
  for (const [half, first] of [
    ['developed on', 0],
    ['held out', 1],
  ] as const) {
    const { confirmations, refusals, pushes } = evaluateSgd(first);
    console.log(
      half,
      { confirmations, f1: f1Of(confirmations) },
      { refusals, f1: f1Of(refusals) },
      { pushes },
    );
  }
}
