import type { Language } from '../domain/call.ts';

const english =
  /\b(?:(?:i am |im )?sorry (?:to|for|i have to|but can i|if i) (?:interrupt|cut|jump|stop|break)|(?:excuse|pardon) me|(?:may|can|could) i (?:just )?(?:interrupt|jump in|stop you|cut in)|let me (?:just )?(?:stop|interrupt) you|sorry to (?:cut|stop)|if i may|forgive me)/;
const chinese =
  /(?:抱歉|不好意思|对不起|冒昧|恕我)?(?:先)?(?:打断|打扰|插)(?:您|你)?(?:一下|一句|句话|个话)|(?:抱歉|不好意思|对不起).{0,4}(?:打断|打扰|插)|容我(?:插|打断)|先(?:等|停)一下(?:好吗|可以吗)/;

/** True where words ask pardon for coming in, as in “抱歉打断您一下” or “sorry to interrupt”. */
export function isPoliteEntry(tokens: readonly string[], language: Language): boolean {
  return language === 'zh' ? chinese.test(tokens.join('')) : english.test(tokens.join(' '));
}
