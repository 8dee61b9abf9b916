import { rudenessEn } from './rudeness-en.ts';
import { rudenessZh } from './rudeness-zh.ts';

/** What kind of rudeness a wording is. */
export type RudenessKind = 'profanity' | 'insult' | 'dismissal' | 'threat';

/**
 * Rude wording over normalised text. Words that are harmless in talk about products, illness or third
 * parties count only where they are aimed at the other side.
 */
export const rudenessPatterns: Readonly<Record<RudenessKind, readonly RegExp[]>> = {
  profanity: [...rudenessZh.profanity, ...rudenessEn.profanity],
  insult: [...rudenessZh.insult, ...rudenessEn.insult],
  dismissal: [...rudenessZh.dismissal, ...rudenessEn.dismissal],
  threat: [...rudenessZh.threat, ...rudenessEn.threat],
};
