import { z } from 'zod';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { Decision, MeasureEvidence, Reason } from '../domain/verdict.ts';
import { met, notAssessable, partly, unmet } from './decide.ts';
import type { CriterionKind } from './kind.ts';
import { confusionSigns } from './lexicon/confusion.ts';
import { notTranscribed, provesAbsence, type Said, searchWholeCall, toSaid } from './said.ts';
import { contentOf, overlapOf } from './text/content-words.ts';
import { compilePhrases } from './text/match-phrases.ts';
import { normalise } from './text/normalise.ts';
import { allTurns, endOfCall, isTrusted, type PlacedTurn, turnsOf } from './text/turns.ts';

const settings = z.strictObject({
  /** Unexplained technical terms per 100 words (of Chinese: per 150 characters) up to which a call is plain. */
  metRate: z.number().min(0).default(0.5),
  /** From this rate on, and from `unmetUses` uses, it is not plain. */
  unmetRate: z.number().min(0).default(2),
  unmetUses: z.int().min(1).default(3),
});
type PlainSettings = z.infer<typeof settings>;

/** One technical term the agent used. */
interface TermUse {
  readonly term: string;
  readonly isExplained: boolean;
  /** The customer asked what it means, right after. */
  readonly isAsked: boolean;
  readonly said: Said;
}

/** How many technical terms of the company's list the agent leaves unexplained. */
export const plainLanguage: CriterionKind<PlainSettings> = {
  kind: 'plain-language',
  isRoleBound: true,
  needs: ['transcript'],
  settings,
  score: scorePlainness,
};

const lookedFor = { en: 'technical terms of the company list', zh: '公司术语表中的专业术语' };

function scorePlainness(input: ScoringInput, criterion: Criterion<PlainSettings>): Decision {
  if (input.company.jargon.length === 0) return notAssessable(reasons.noList);
  const uses = findUses(input);
  const search = searchWholeCall(input, 'agent', lookedFor);
  const open = uses.filter(({ isExplained }) => !isExplained);
  const measure = rateOf(input, open, criterion.settings.metRate);
  const evidence = [measure, ...open.map(({ said }) => said.quote)];
  const events = uses.map(({ said }) => said.event);
  const { metRate, unmetRate, unmetUses } = criterion.settings;
  const isDense = measure.value >= unmetRate && open.length >= unmetUses;
  if (isDense && open.every(({ said }) => said.quote.verified))
    return unmet(reasons.dense, { evidence, events });
  if (!provesAbsence(input, search))
    return notAssessable(notTranscribed, { evidence: [search, ...evidence], events });
  if (open.some(({ isAsked }) => isAsked)) return partly(criterion, reasons.asked, { evidence, events });
  if (measure.value > metRate && open.length > 1)
    return partly(criterion, reasons.some, { evidence, events });
  return met(open.length === 0 ? reasons.plain : reasons.few, { evidence: [...evidence, search], events });
}

/** Every use of a listed term by the agent that the customer did not bring up first. */
function findUses(input: ScoringInput): TermUse[] {
  const { jargon } = input.company;
  const matcher = compilePhrases({ term: jargon.map(({ term }) => term) });
  const plainOf = new Map(jargon.map(({ term, plain }) => [normalise(term).text, plain]));
  const settled = new Set<string>();
  const uses: TermUse[] = [];
  for (const placed of allTurns(input)) {
    if (!isTrusted(placed.turn)) continue;
    for (const { phrase, from, to } of matcher.find(placed.normal)) {
      if (placed.turn.party === 'customer') settled.add(phrase);
      if (placed.turn.party !== 'agent' || settled.has(phrase)) continue;
      const place = { placed, from, to };
      const isExplained = explains(input, placed, from, to, plainOf.get(phrase) ?? '');
      if (isExplained) settled.add(phrase);
      const said = toSaid(input, place, 'jargon', isExplained ? 'explained' : 'unexplained');
      uses.push({ term: phrase, isExplained, isAsked: isAskedAfter(input, placed), said });
    }
  }
  return uses;
}

const EXPLAINING =
  /也?就是(?:说|指)?|(?:意思|说白了|简单(?:来)?说|通俗|换句话|指的?是|所谓|其实就|叫做?|相当于)|\b(?:that is|that's|which (?:is|means)|meaning|means|in other words|in plain|basically|simply put|so called|what we call|or rather|i mean|i\.e)\b/;
/** How far around a term its explanation is looked for, in characters. */
const EXPLAINED_WITHIN = 60;
const PLAIN_SHARE = 0.4;

function explains(input: ScoringInput, placed: PlacedTurn, from: number, to: number, plain: string): boolean {
  const next = turnsOf(input, 'agent').find(({ index }) => index > placed.index);
  const { text } = placed.normal;
  const near = `${text.slice(Math.max(0, from - EXPLAINED_WITHIN), from)} ${text.slice(to, to + EXPLAINED_WITHIN)}`;
  const wanted = contentOf(normalise(plain).text);
  if (EXPLAINING.test(near)) return true;
  const after = `${near} ${next?.normal.text ?? ''}`;
  return wanted.size > 0 && overlapOf(wanted, contentOf(after)) >= PLAIN_SHARE;
}

function isAskedAfter(input: ScoringInput, placed: PlacedTurn): boolean {
  const next = allTurns(input)[placed.index + 1];
  return (
    next?.turn.party === 'customer' &&
    confusionSigns.some(({ kind, pattern }) => kind === 'not-understood' && pattern.test(next.normal.text))
  );
}

/** Characters of Chinese that stand for one word when lengths are compared. */
const CHARACTERS_A_WORD = 1.5;

function rateOf(input: ScoringInput, open: readonly TermUse[], threshold: number): MeasureEvidence {
  let words = 0;
  for (const { turn, normal } of turnsOf(input, 'agent')) {
    if (!isTrusted(turn)) continue;
    const han = normal.text.match(/[\u3400-\u9fff]/g)?.length ?? 0;
    words += han / CHARACTERS_A_WORD + (normal.text.match(/[a-z0-9']+/g)?.length ?? 0);
  }
  const value = words === 0 ? 0 : Math.round((open.length / words) * 1000) / 10;
  const spans = open.map(({ said }): [number, number] => [said.quote.startMs, said.quote.endMs]);
  return {
    kind: 'measure',
    party: 'agent',
    name: 'jargon-rate',
    value,
    unit: 'per 100 words',
    threshold,
    startMs: 0,
    endMs: endOfCall(input),
    spans,
    verified: true,
  };
}

const reasons = {
  noList: {
    code: 'no-jargon-list',
    en: 'The company file lists no technical terms; add them under "jargon".',
    zh: '公司文件中没有术语表；请在 jargon 下填写。',
  },
  plain: {
    code: 'plain-language',
    en: 'The agent used no technical term without explaining it.',
    zh: '坐席没有使用未加解释的专业术语。',
  },
  few: {
    code: 'few-terms',
    en: 'The agent left few technical terms unexplained.',
    zh: '坐席未加解释的专业术语很少。',
  },
  some: {
    code: 'some-terms',
    en: 'The agent left some technical terms unexplained.',
    zh: '坐席使用了一些未加解释的专业术语。',
  },
  asked: {
    code: 'term-not-understood',
    en: 'The agent used a technical term the customer had to ask about.',
    zh: '坐席使用的术语客户没有听懂。',
  },
  dense: {
    code: 'many-terms',
    en: 'The agent used many technical terms without explaining them.',
    zh: '坐席大量使用专业术语且未加解释。',
  },
} satisfies Record<string, Reason>;
