import type { RudenessKind } from '../lexicon/rudeness.ts';
import { clauseStart } from '../text/match-phrases.ts';
import { isMeant, type TurnPlace } from '../text/party-text.ts';

/** How far before a wording its subject is looked for, in normalised characters. */
const REACH = 40;

const SELF_BEFORE =
  /(?:我|我自己|自己|我们)(?:真|这|这个|怎么|太|也|是|真是|有点|这么|实在|可|就)*$|\b(?:i|i'm|im|i am|me|my|myself|our|we|we're|i was|i feel|i felt)(?: (?:so|such|really|just|being|a|an|am|was|are|like|pretty|own|sound))* ?$/;
const SELF_AFTER = /^ ?(?:(?:of )?me\b|of us\b|i am(?: |$)(?=$|sorry|such))/;

/** Somebody other than the customer stands before it as the one meant, or the one who said it. */
const OTHERS_BEFORE =
  /(?:他|她|它|那个人|那人|那家|对方|师傅|司机|中介|物业|同事|骗子|楼上|邻居)[^你您]{0,6}$|\b(?:he|she|they|he's|she's|they're|him|her|them|those|the other|that (?:guy|man|woman|driver|company|mechanic))\b(?! you\b)(?: (?!you\b|your\b)[a-z']+){0,3} ?$/;
const TOLD_BEFORE =
  /(?:他|她|他们|她们|对方|同事|那个人|有人|谁)[^你您]{0,3}(?:叫|让|骂|说|喊|嫌|笑|冲|对)(?:着)?(?:您|你)[^，]{0,4}$|(?:他|她|谁|有人|人家|别人|师傅|司机|同事|经理|对方|老板)?.{0,3}(?:叫|让|骂|喊|冲着|朝着?)(?:对方|他们?|她们?|人家|别人|人|我们?|客户|顾客|司机|师傅|老人)[^你您]{0,5}$|\b(?:said|told|tells?|called|calling|calls?|yelled at|shouted at|shouting at|swore at)(?: (?!you\b|your\b)[a-z']+){1,4} ?$|\b(?:he|she|they|someone|somebody|clerk|colleague|agent|driver|who|and|(?:you|you've|were|was|been|being|get|got))(?: just| then| also| even| actually| were| was| been| being)* (?:said|told|called|labelled|named|tells?|calls?)(?: (?:you|me|him|her|them|to|a|an|that|were|was|are|is|just|such|my|your))* ?$/;

/** It is denied: nobody should call you …, I would never say …, 怎么会 …. */
const DENIED_BEFORE =
  /(?:怎么会|怎么能|怎么可能|哪里会|哪会|哪能|岂能|岂会|绝不会|绝对不会|不会|不能|不应该|不该|不可以|不许|不准|没有?人|谁也没|从没|从来没)(?:说|讲|骂|觉得|认为|嫌|叫|讲过|说过|这样|这么|对|跟|客户|顾客|您|你|过|是|会|能|让|想|有)*$|\b(?:nobody|no one|never|not|don't|doesn't|didn't|wouldn't|won't|can't|cannot|shouldn't|isn't|aren't|without)(?: (?:one|should|would|could|will|can|is|was|has|have|had|ever|even|i|we|you|they|he|she|it|it's|that|that's|to|be|being|say|says|saying|said|tell|telling|call|calling|called|think|thinks|thinking|thought|mean|meaning|suggest|suggesting|imply|implying|find|feel|treat|treating|make|making|a|an|the|as|like|such|so|here|allowed|accept|use|words|who))* ?$/;

/**
 * True when a rude wording is the agent's own and meant for the customer: not negated, not denied, not reported, and,
 * where it is an insult, neither of the agent nor of somebody else.
 */
export function isAimed(kind: RudenessKind, place: TurnPlace): boolean {
  if (!isMeant(place)) return false;
  const { placed, from, to } = place;
  const { text } = placed.normal;
  const words = text.slice(from, to);
  const before = text.slice(Math.max(0, from - REACH), from);
  const inClause = text.slice(clauseStart(placed.normal, from, REACH), from);
  if (DENIED_BEFORE.test(inClause) || TOLD_BEFORE.test(inClause)) return false;
  if (kind !== 'insult') return true;
  if (/^you/.test(words) && (/\bthank ?$/.test(before) || ACTED_ON_BEFORE.test(before))) return false;
  const namesCustomer = /你|您|\byou/.test(words);
  if (namesCustomer && !SELF_AFTER.test(text.slice(to))) return true;
  return !SELF_BEFORE.test(before) && !SELF_AFTER.test(text.slice(to)) && !OTHERS_BEFORE.test(inClause);
}

/** Something else does it to the customer: drives you crazy, makes you look foolish. */
const ACTED_ON_BEFORE = /\b(?:driv\w+|drove|mak\w+|made|keep\w*|kept|find\w*|found|lets?) $/;
