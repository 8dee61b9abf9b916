import { acceptances, asksForMore, offers, pitchWords, urges, whyQuestions } from '../lexicon/pitch.ts';
import { pressureWording } from '../lexicon/pressure.ts';
import { allMatches } from '../text/all-matches.ts';
import type { PlacedTurn } from '../text/turns.ts';

/** What the agent did after a refusal. */
export type RefusalResponse = 'accepted' | 'asked-why' | 'new-information' | 'pushed-on';

const CONTRAST = /但是|但|不过|其实|只是|而且|因为|\b(?:but|however|actually|though|because)\b/;
const ALTERNATIVE =
  /另外|还有(?:一|个|款|种)|或者|换(?:一)?(?:个|种|款)|要不|\b(?:we also|another|alternatively|instead|other option|cheaper|smaller|different)\b/;
const FAREWELL =
  /再见|拜拜|祝(?:您|你)|不(?:打扰|打搅|耽误|麻烦)(?!您?你?(?:太多|的)?时间的)|打扰了|\bhave (?:a|an)\b|\bbye\b|\bthank(?:s| you) for your time\b|\btake care\b|\benjoy\b/;

/** An agent who takes the no first and then adds something says so in the first words. */
const OPENING_LENGTH = 24;
const pressing = Object.values(pressureWording).flat();

const globals = new WeakMap<RegExp, RegExp>();

function everyMatch(pattern: RegExp): RegExp {
  if (pattern.flags.includes('g')) return pattern;
  const made = globals.get(pattern) ?? new RegExp(pattern.source, `${pattern.flags}g`);
  globals.set(pattern, made);
  return made;
}

/** End of the last match of any pattern in a text; -1 without one. */
export function lastIndex(text: string, patterns: readonly RegExp[]): number {
  let last = -1;
  for (const pattern of patterns) {
    for (const found of allMatches(text, everyMatch(pattern)))
      last = Math.max(last, found.index + found[0].length);
  }
  return last;
}

/** How many of the patterns occur in a text. */
export const countOf = (text: string, patterns: readonly RegExp[]): number =>
  patterns.filter((pattern) => text.search(pattern) >= 0).length;

/** True when a text puts something else on offer (还有一款…, we also have …). */
export function isAlternative(text: string): boolean {
  return ALTERNATIVE.test(text) && countOf(text, pitchWords) > 0;
}

/** Classes what the agent said after a refusal; see `RefusalResponse`. */
export function classifyResponse(text: string): RefusalResponse {
  const open = asksForMore.reduce((rest, pattern) => rest.replace(pattern, ' '), text);
  const polite = acceptances.reduce((rest, pattern) => rest.replace(pattern, ' '), open);
  const pitch = countOf(polite, pitchWords);
  const isAsking = lastIndex(polite, offers) >= 0;
  const isFarewell = FAREWELL.test(text.slice(-60)) || FAREWELL.test(text.slice(0, 40));
  const urge = countOf(open, urges) + countOf(open, pressing);
  if (isFarewell && urge === 0 && (pitch <= 2 || !CONTRAST.test(polite))) return 'accepted';
  if (urge > 0) return 'pushed-on';
  if (countOf(open, whyQuestions) > 0 && pitch < 2) return 'asked-why';
  const isOther = ALTERNATIVE.test(polite);
  const isMore = pitch >= 2 || (pitch >= 1 && (isOther || isAsking || CONTRAST.test(polite)));
  if (!isMore) return 'accepted';
  return isOther || countOf(text.slice(0, OPENING_LENGTH), acceptances) > 0 ? 'new-information' : 'pushed-on';
}

/** Where in an agent's turn the pushing is: the first urging, contrasting or selling words, widened to the clause. */
export function pushSpan(placed: PlacedTurn): { from: number; to: number } {
  const { text } = placed.normal;
  const starts = [...urges, CONTRAST, ...pitchWords]
    .map((pattern) => text.search(pattern))
    .filter((at) => at >= 0);
  const first = starts.length === 0 ? 0 : Math.min(...starts);
  let from = first;
  while (from > 0 && !placed.normal.startsClause(from) && first - from < 40) from -= 1;
  return { from, to: Math.min(text.length, from + 120) };
}
