import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateSgd, f1Of, sgdPath } from './sgd.ts';

const LEAST_F1 = 0.85;

describe.skipIf(!existsSync(sgdPath))(
  'written dialogues (skipped when they are not beside the repository)',
  () => {
    it('finds the confirmations of the dialogues it was not developed on', () => {
      expect(f1Of(evaluateSgd(1).confirmations)).toBeGreaterThanOrEqual(LEAST_F1);
    });

    it('finds the refused offers of both halves and no push after them', () => {
      for (const first of [0, 1] as const) {
        const { refusals, pushes } = evaluateSgd(first);
        expect(f1Of(refusals)).toBeGreaterThanOrEqual(LEAST_F1);
        expect(pushes).toBe(0);
      }
    });
  },
);
