import { isSameStreet } from '../text/compare-facts.ts';
import type { Fact } from '../text/fact.ts';
import { isMisheardSpelling } from '../text/spellings.ts';
import type { PlacedTurn } from '../text/turns.ts';

const sorted = (digits: string): string => [...digits].sort().join('');

/** Thirteen and thirty, fifteen hundred and fifty hundred; 十四 and 四十: numbers that sound much the same. */
function soundsLike(said: string, repeated: string): boolean {
  const strip = (digits: string): [string, number] => {
    const head = digits.replace(/0+$/, '');
    return [head, digits.length - head.length];
  };
  const [a, zerosA] = strip(said);
  const [b, zerosB] = strip(repeated);
  const isTeen = (teen: string, ten: string, shift: number): boolean =>
    /^1[3-9]$/.test(teen) && ten === teen[1] && shift === 1;
  return isTeen(a, b, zerosB - zerosA) || isTeen(b, a, zerosA - zerosB);
}

/** Digit strings of which one was clearly meant to be the other: one sign off, swapped, dropped or doubled. */
function isNear(said: string, repeated: string): boolean {
  if (!/^[0-9.]+$/.test(said + repeated) || said === repeated) return false;
  if (soundsLike(said, repeated)) return true;
  if (said.length < 3 || Math.abs(said.length - repeated.length) > 2) return false;
  if (sorted(said) === sorted(repeated)) return true;
  let head = 0;
  while (head < said.length && said[head] === repeated[head]) head += 1;
  let tail = 0;
  while (tail < said.length - head && said.at(-1 - tail) === repeated.at(-1 - tail)) tail += 1;
  return head + tail >= Math.min(said.length, repeated.length) - 3 && head + tail >= 2;
}

/** True when a differing fact is the one said but for a slip: digits swapped or dropped, another number of the same street, another letter. */
export function isSlip(said: Fact, repeated: Fact): boolean {
  if (said.type === 'spelling' || repeated.type === 'spelling')
    return said.value !== repeated.value && !isMisheardSpelling(said.value, repeated.value);
  if (said.type === 'address' && repeated.type === 'address')
    return said.value !== repeated.value && isSameStreet(said, repeated);
  return isNear(said.value, repeated.value);
}

/** True when hardly more than the fact was said, as when somebody reads a number back. */
export function isBareEcho({ normal }: PlacedTurn, fact: Fact): boolean {
  const rest = normal.original.slice(0, fact.from) + normal.original.slice(fact.to);
  const left = rest.replace(
    /[\s\p{P}]|好的?|嗯|行|啊|哦|抱歉|是|ok(?:ay)?|right|got it|so|that's|it's|sorry|um|uh/giu,
    '',
  );
  return left.length <= 2 && !/最低|最多|至少|只|优惠/u.test(left);
}

const kindOfDate = ({ value }: Fact): string => value.replace(/=[^;]*/g, '');

/** True for today or a day gone by, named in other terms than the day to come: what the agent does now, no slip. */
export function isOtherMatter(said: Fact, repeated: Fact): boolean {
  if (said.days === undefined || repeated.days === undefined) return false;
  const isOver = repeated.days.every((day) => day <= 0) && said.days.some((day) => day > 0);
  return isOver && kindOfDate(said) !== kindOfDate(repeated);
}
