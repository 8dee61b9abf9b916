import { z } from 'zod';
import type { Language } from '../domain/call.ts';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion } from '../domain/standard.ts';
import type { Decision, Reason } from '../domain/verdict.ts';
import { met, notAssessable, partly, unmet } from './decide.ts';
import type { CriterionKind } from './kind.ts';
import { dialectRequests, handsOver, languageRequests } from './lexicon/languages.ts';
import { findGroups, findSaid, type Said, toSaid, wholeTurn } from './said.ts';
import { allTurns, isTrusted, type PlacedTurn, turnsOf } from './text/turns.ts';

const settings = z.strictObject({
  /** Answers in another language from which the criterion is unmet; under it partly. */
  unmetAnswers: z.int().min(1).default(2),
});
type LanguageSettings = z.infer<typeof settings>;

/** Whether the agent answers in the language the caller speaks or asks for (Mandarin or English). */
export const callerLanguage: CriterionKind<LanguageSettings> = {
  kind: 'caller-language',
  isRoleBound: true,
  needs: ['transcript'],
  settings,
  score: scoreLanguage,
};

/** A turn of fewer Chinese characters or English words does not settle its language. */
const CLEAR_HAN = 4;
const CLEAR_WORDS = 4;

/** The language of a turn; null where it is too short, mixed or not trusted. */
function languageOf({ turn, normal }: PlacedTurn): Language | null {
  if (!isTrusted(turn) || turn.flags?.includes('wrong-language')) return null;
  const han = normal.text.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  const words = normal.text.match(/[a-z']{2,}/g)?.length ?? 0;
  if (han >= CLEAR_HAN && han > 2 * words) return 'zh';
  return words >= CLEAR_WORDS && han === 0 ? 'en' : null;
}

/** Every language the customer uses at all, also within a mixed turn: one who switches may be answered in either. */
function languagesOf(input: ScoringInput): ReadonlySet<Language | null> {
  const text = turnsOf(input, 'customer')
    .map(({ normal }) => normal.text)
    .join(' ');
  const isChinese = (text.match(/[\u3400-\u9fff]/g)?.length ?? 0) >= CLEAR_HAN;
  const isEnglish = (text.match(/[a-z']{2,}/g)?.length ?? 0) >= CLEAR_WORDS;
  return new Set<Language | null>([
    ...(isChinese ? ['zh' as const] : []),
    ...(isEnglish ? ['en' as const] : []),
  ]);
}

interface Answer {
  readonly asked: PlacedTurn;
  readonly answer: PlacedTurn;
  readonly isSame: boolean;
}

function scoreLanguage(input: ScoringInput, criterion: Criterion<LanguageSettings>): Decision {
  const answers = findAnswers(input);
  const requests = findGroups(input, 'customer', languageRequests, 'language-request');
  const dialects = findSaid(input, 'customer', dialectRequests, 'dialect-request');
  const others = answers.filter(({ isSame }) => !isSame);
  const shown = others.length > 0 ? others : answers.slice(0, 1);
  const said = shown.map(({ asked, answer, isSame }) => [
    toSaid(input, wholeTurn(asked), 'caller-language'),
    toSaid(input, wholeTurn(answer), isSame ? 'same-language' : 'other-language'),
  ]);
  const events = [...requests, ...dialects, ...said.flat()].map(({ event }) => event);
  const evidence = said.flat().map(({ quote }) => quote);
  if (dialects.length > 0 && others.length === 0) return notAssessable(reasons.dialect, { evidence, events });
  if (answers.length === 0) return notAssessable(reasons.unclear, { events });
  if (others.length === 0) return met(reasons.same, { evidence, events });
  const used = languagesOf(input);
  const foreign = others.filter(({ answer }) => !used.has(languageOf(answer)));
  const handedOver = findSaid(input, 'agent', handsOver, 'hands-over');
  if (handedOver.length > 0) return withHandover(criterion, handedOver, evidence, events);
  return foreign.length >= criterion.settings.unmetAnswers && foreign.length * 2 >= answers.length
    ? unmet(reasons.other, { evidence, events })
    : partly(criterion, reasons.sometimes, { evidence, events });
}

function withHandover(
  criterion: Criterion<LanguageSettings>,
  said: readonly Said[],
  evidence: Decision['evidence'],
  events: Decision['events'],
): Decision {
  return partly(criterion, reasons.handedOver, {
    evidence: [...said.map(({ quote }) => quote), ...evidence],
    events: [...events, ...said.map(({ event }) => event)],
  });
}

/** Each clear turn of the agent with the customer's last clear turn before it. */
function findAnswers(input: ScoringInput): Answer[] {
  const answers: Answer[] = [];
  let asked: { placed: PlacedTurn; language: Language } | null = null;
  for (const placed of allTurns(input)) {
    const language = languageOf(placed);
    if (!language) continue;
    if (placed.turn.party === 'customer') asked = { placed, language };
    else if (placed.turn.party === 'agent' && asked)
      answers.push({ asked: asked.placed, answer: placed, isSame: language === asked.language });
  }
  return answers;
}

const reasons = {
  same: {
    code: 'same-language',
    en: 'The agent answered in the language the caller spoke.',
    zh: '坐席使用客户所用语言应答。',
  },
  other: {
    code: 'other-language',
    en: 'The agent kept answering in another language than the caller spoke.',
    zh: '坐席一直使用与客户不同的语言应答。',
  },
  sometimes: {
    code: 'sometimes-other-language',
    en: 'Some answers were in another language than the caller spoke.',
    zh: '部分应答与客户所用语言不同。',
  },
  handedOver: {
    code: 'handed-over',
    en: 'The agent could not answer in the language of the caller and offered somebody who can.',
    zh: '坐席无法使用客户的语言，已安排他人接听。',
  },
  dialect: {
    code: 'dialect-asked',
    en: 'The caller asked for a dialect, which a transcript does not show.',
    zh: '客户要求使用方言，转写文本无法体现。',
  },
  unclear: {
    code: 'language-unclear',
    en: 'Too little was said to tell the language of the caller.',
    zh: '客户说话太少，无法判断所用语言。',
  },
} satisfies Record<string, Reason>;
