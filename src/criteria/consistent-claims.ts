import { z } from 'zod';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { ConditionEvidence, Decision, Reason } from '../domain/verdict.ts';
import { met, notAssessable, partly, unmet } from './decide.ts';
import { compareClaim, lastNamed, periodOf, readFactSheet, type SheetFact } from './fact-sheet.ts';
import type { CriterionKind } from './kind.ts';
import { neverArose, type Said, toSaid } from './said.ts';
import type { Fact } from './text/fact.ts';
import { extractFacts } from './text/facts.ts';
import { clauseEnd, clauseStart } from './text/match-phrases.ts';
import { allTurns, isTrusted, type PlacedTurn, turnConfidence } from './text/turns.ts';

const settings = z.strictObject({
  /** Characters between a subject and its value, within one turn. */
  reach: z.int().min(5).max(200).default(40),
});
type ClaimSettings = z.infer<typeof settings>;

/** A value of the sheet as the agent stated it. */
interface Claim {
  readonly fact: SheetFact;
  readonly isRight: boolean;
  readonly said: Said;
}

/** Whether the prices, areas, dates and other values the agent states are those of the company's fact sheet. */
export const consistentClaims: CriterionKind<ClaimSettings> = {
  kind: 'consistent-claims',
  isRoleBound: true,
  needs: ['transcript'],
  settings,
  score: scoreClaims,
};

const lookedFor = { en: 'the agent stating a value of the fact sheet', zh: '坐席说出统一口径中的数值' };

function scoreClaims(input: ScoringInput, criterion: Criterion<ClaimSettings>): Decision {
  const sheet = readFactSheet(input.company, input.language);
  if (sheet.length === 0) return notAssessable(reasons.noSheet);
  const claims = allTurns(input).flatMap((placed) =>
    placed.turn.party === 'agent' && isTrusted(placed.turn)
      ? claimsOf(input, sheet, placed, criterion.settings.reach)
      : [],
  );
  const events = claims.map(({ said }) => said.event);
  const wrong = claims.filter(({ isRight, said }) => !isRight && said.quote.verified);
  if (claims.length === 0) return neverArose(input, 'agent', lookedFor);
  const shown = wrong.length > 0 ? wrong : claims;
  const evidence = shown.flatMap(({ fact, said }) => [said.quote, listed(input, fact)]);
  if (wrong.length === 0) return met(reasons.consistent, { evidence, events });
  const open = wrong.filter(({ fact, said }) => !isPutRight(claims, fact, said));
  return open.length > 0
    ? unmet(contradicts(open), { evidence, events })
    : partly(criterion, reasons.corrected, { evidence, events });
}

/** Surest reading of a turn from which a wrong value may be held against the agent, mean word confidence. */
const SURE = 0.6;

function claimsOf(
  input: ScoringInput,
  sheet: readonly SheetFact[],
  placed: PlacedTurn,
  reach: number,
): Claim[] {
  const types = new Set(sheet.map(({ value }) => value.type));
  const stated = extractFacts(placed.turn.text, input.language).filter(
    ({ type }) => types.has(type) || type === 'number' || type === 'code',
  );
  return stated.flatMap((value) => {
    const place = normalPlace(placed, value);
    const clause = clauseAround(placed, place);
    const near = subjectsOf(input, sheet, placed, place, reach);
    const facts = near.length > 0 ? near : subjectInForce(input, sheet, placed);
    const results = facts.map((fact) => {
      const match = compareClaim(fact, value, clause);
      const isSure = near.length > 0 || (fact.period !== null && periodOf(clause) === fact.period);
      return { fact, match: match === 'mismatch' && !isSure ? ('unclear' as const) : match };
    });
    const right = results.find(({ match }) => match === 'match');
    const wrong = results.find(({ match }) => match === 'mismatch');
    const found = right ?? wrong;
    if (!found || (!right && (turnConfidence(placed.turn) ?? 1) < SURE)) return [];
    const kind = right ? 'claim' : 'contradicted-claim';
    return [
      { fact: found.fact, isRight: right !== undefined, said: toSaid(input, place, kind, found.fact.id) },
    ];
  });
}

const normalPlace = (placed: PlacedTurn, { from, to }: Fact) => ({
  placed,
  from: placed.normal.fromOriginal(from),
  to: placed.normal.fromOriginal(to),
});

/** The facts whose subject is named last before the value, in this turn, else as the only one in the turn before. */
function subjectsOf(
  input: ScoringInput,
  sheet: readonly SheetFact[],
  placed: PlacedTurn,
  { from }: { from: number },
  reach: number,
): SheetFact[] {
  const inTurn = named(sheet, placed.normal.text, from).filter(({ at }) => from - at <= reach);
  if (inTurn.length > 0) return nearest(inTurn);
  if (named(sheet, placed.normal.text, placed.normal.text.length).length > 0) return [];
  const before = allTurns(input)[placed.index - 1];
  if (!before || from > reach) return [];
  const asked = named(sheet, before.normal.text, before.normal.text.length);
  const isOne = new Set(asked.map(({ fact }) => fact.names[0])).size === 1;
  return before.turn.party === 'customer' && isOne ? nearest(asked) : [];
}

/** Turns back in which the subject of the talk may have been named. */
const TALK_TURNS = 10;

/** The only subject of the sheet named in the turns before, by either side; none where there are several. */
function subjectInForce(
  input: ScoringInput,
  sheet: readonly SheetFact[],
  { index, normal }: PlacedTurn,
): SheetFact[] {
  const before = allTurns(input).slice(Math.max(0, index - TALK_TURNS), index);
  const texts = [...before.map((placed) => placed.normal.text), normal.text];
  const talked = texts.flatMap((text) => named(sheet, text, text.length).map(({ fact }) => fact));
  return new Set(talked.map(({ names }) => names[0])).size === 1 ? [...new Set(talked)] : [];
}

interface Named {
  readonly fact: SheetFact;
  readonly at: number;
}

function named(sheet: readonly SheetFact[], text: string, end: number): Named[] {
  return sheet.map((fact) => ({ fact, at: lastNamed(text, fact.names, end) })).filter(({ at }) => at >= 0);
}

function nearest(found: readonly Named[]): SheetFact[] {
  const last = Math.max(...found.map(({ at }) => at));
  return found.filter(({ at }) => at === last).map(({ fact }) => fact);
}

/** The clause of a value with the one after it, where "in all" or "off" may stand. */
function clauseAround({ normal }: PlacedTurn, { from, to }: { from: number; to: number }): string {
  const end = clauseEnd(normal, to, 30);
  return normal.text.slice(clauseStart(normal, from, 30), clauseEnd(normal, end, 12));
}

/** True where the agent states the right value later in the call. */
function isPutRight(claims: readonly Claim[], fact: SheetFact, said: Said): boolean {
  return claims.some(
    (claim) =>
      claim.isRight && claim.fact.id === fact.id && claim.said.place.placed.index > said.place.placed.index,
  );
}

function listed(input: ScoringInput, { written }: SheetFact): ConditionEvidence {
  return {
    kind: 'condition',
    condition: { en: 'what the fact sheet says', zh: '统一口径中的内容' },
    value: written,
    startMs: 0,
    endMs: input.durationMs,
    verified: true,
  };
}

function contradicts(open: readonly Claim[]): Reason {
  const facts = [...new Set(open.map(({ fact }) => fact.written))].join('; ');
  return {
    code: 'claim-contradicts-facts',
    en: `The agent stated a value other than the fact sheet's (${facts}).`,
    zh: `坐席所述与统一口径不符（${facts}）。`,
  };
}

const reasons = {
  noSheet: {
    code: 'no-fact-sheet',
    en: 'The company file holds no facts with values; add them under "facts".',
    zh: '公司文件中没有可比对的数值；请在 facts 下填写统一口径。',
  },
  consistent: {
    code: 'claims-consistent',
    en: 'What the agent stated matches the fact sheet.',
    zh: '坐席所述与统一口径一致。',
  },
  corrected: {
    code: 'claim-corrected',
    en: 'The agent first stated a wrong value and put it right later in the call.',
    zh: '坐席起初所述有误，随后自行更正。',
  },
} satisfies Record<string, Reason>;
