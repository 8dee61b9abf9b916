import type { Language } from '../../domain/call.ts';
import { belittlingClausesEn, belittlingEn } from './belittling-en.ts';
import { belittlingClausesZh, belittlingZh } from './belittling-zh.ts';
import { contemptEn, rudeClausesEn } from './contempt-en.ts';
import { contemptZh, rudeClausesZh } from './contempt-zh.ts';
import { rudenessEn } from './rudeness-en.ts';
import { rudenessZh } from './rudeness-zh.ts';

/** What kind of rudeness a wording is. */
export type RudenessKind = 'profanity' | 'insult' | 'dismissal' | 'threat';

type RudeWording = Readonly<Record<RudenessKind, readonly RegExp[]>>;

/** Rude wording in Mandarin and in English, over normalised text, so that a call in one is not searched for the other. */
export const rudenessByLanguage: Readonly<Record<Language, RudeWording>> = {
  zh: joined(rudenessZh, contemptZh, belittlingZh),
  en: joined(rudenessEn, contemptEn, belittlingEn),
};

function joined(plain: RudeWording, ...more: readonly Omit<RudeWording, 'threat'>[]): RudeWording {
  const of = (kind: 'profanity' | 'insult' | 'dismissal') => [plain, ...more].flatMap((words) => words[kind]);
  return {
    profanity: of('profanity'),
    insult: of('insult'),
    dismissal: of('dismissal'),
    threat: plain.threat,
  };
}

/**
 * Rude wording over normalised text. Words that are harmless in talk about products, illness or third
 * parties count only where they are aimed at the other side.
 */
export const rudenessPatterns: RudeWording = {
  profanity: [...rudenessByLanguage.zh.profanity, ...rudenessByLanguage.en.profanity],
  insult: [...rudenessByLanguage.zh.insult, ...rudenessByLanguage.en.insult],
  dismissal: [...rudenessByLanguage.zh.dismissal, ...rudenessByLanguage.en.dismissal],
  threat: [...rudenessByLanguage.zh.threat, ...rudenessByLanguage.en.threat],
};

/** Whole clauses of the agent that are rude when they stand alone. */
export const rudeClauses: readonly RegExp[] = [
  ...rudeClausesZh,
  ...rudeClausesEn,
  ...belittlingClausesZh,
  ...belittlingClausesEn,
];
