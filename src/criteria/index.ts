import type { CriterionKind } from './kind.ts';

/** Every kind a standard may name; one line each. */
export const criterionKinds: readonly CriterionKind<never>[] = [];
