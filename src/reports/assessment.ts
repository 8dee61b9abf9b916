import type { OutcomeCounts } from '../domain/report-ports.ts';
import { countOf } from './compliance.ts';
import { type Count, pool, type ShownRate, showRate } from './shown-rate.ts';
import { type BandDecision, decideBand, fitSpread } from './shrinkage.ts';

/** The four headings of clause 11: knows the product, has the skills, communicates, finds latent needs. */
export const headings = ['product', 'skill', 'communication', 'needs'] as const;
export type Heading = (typeof headings)[number];

/** The heading a kind of criterion counts under; what is not named counts as skill. */
const headingByKind: Readonly<Record<string, Heading>> = {
  'consistent-claims': 'product',
  'objection-handling': 'product',
  'plain-language': 'product',
  'contact-reason': 'product',
  tone: 'communication',
  interruption: 'communication',
  restatement: 'communication',
  monologue: 'communication',
  opening: 'communication',
  'caller-language': 'communication',
  'forbidden-talk': 'communication',
  'private-call': 'communication',
  'needs-discovery': 'needs',
  'talking-point': 'needs',
  order: 'needs',
};

/** The heading a criterion counts under, by its kind. */
export function headingOf(kind: string): Heading {
  return headingByKind[kind] ?? 'skill';
}

/** One agent under one heading. */
export interface HeadingFigure extends ShownRate {
  readonly heading: Heading;
  readonly criteria: readonly (ShownRate & { readonly criterion: string })[];
  /** Whether the threshold for a bonus is reached; null without a threshold or without other agents to learn from. */
  readonly band: BandDecision | null;
}

/** An agent's assessment; `coverage` is the share of applicable verdicts that could be decided. */
export interface AgentAssessment {
  readonly agent: string;
  readonly headings: readonly HeadingFigure[];
  readonly coverage: number | null;
}

type AgentRow = OutcomeCounts & { readonly agent: string; readonly criterion: string };

/**
 * Rolls agents' counts up into the four headings. `kindOf` gives a criterion's kind; `threshold` (0–1) asks for the
 * band decision, which learns from all agents in the rows.
 */
export function assessAgents(
  rows: readonly AgentRow[],
  kindOf: (criterion: string) => string,
  threshold: number | null,
): AgentAssessment[] {
  const byAgent = Map.groupBy(
    rows.filter(({ agent }) => agent !== ''),
    ({ agent }) => agent,
  );
  const spreads = new Map(
    headings.map((heading) => [
      heading,
      fitSpread([...byAgent.values()].map((own) => pool(ofHeading(own, heading, kindOf).map(countOf)))),
    ]),
  );
  return [...byAgent].map(([agent, own]) => {
    const figures = headings.map((heading): HeadingFigure => {
      const part = ofHeading(own, heading, kindOf);
      const count: Count = pool(part.map(countOf));
      const spread = spreads.get(heading) ?? null;
      return {
        heading,
        ...showRate(count),
        criteria: part.map((row) => ({ criterion: row.criterion, ...showRate(countOf(row)) })),
        band:
          threshold === null || spread === null || count.of === 0
            ? null
            : decideBand(count, spread, threshold),
      };
    });
    const decided = own.reduce((sum, row) => sum + countOf(row).of, 0);
    const applicable = own.reduce((sum, row) => sum + countOf(row).of + row.notAssessable, 0);
    return { agent, headings: figures, coverage: applicable === 0 ? null : decided / applicable };
  });
}

function ofHeading(rows: readonly AgentRow[], heading: Heading, kindOf: (criterion: string) => string) {
  return rows.filter(({ criterion }) => headingOf(kindOf(criterion)) === heading);
}
