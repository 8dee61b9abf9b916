import { answerSpeed } from './answer-speed.ts';
import { callHours } from './call-hours.ts';
import { callLength } from './call-length.ts';
import { interruption } from './interruption.ts';
import type { CriterionKind } from './kind.ts';
import { note } from './note.ts';
import { opening } from './opening.ts';
import { pushySelling } from './pushy-selling.ts';
import { restatement } from './restatement.ts';
import { tone } from './tone.ts';

/** Every kind a standard may name; one line each. */
export const criterionKinds: readonly CriterionKind[] = [
  answerSpeed,
  callHours,
  callLength,
  pushySelling,
  opening,
  restatement,
  interruption,
  tone,
  note,
];
