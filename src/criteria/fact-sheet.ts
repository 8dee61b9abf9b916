import type { Language } from '../domain/call.ts';
import type { Company } from '../domain/company.ts';
import { areComparable, compareFacts } from './text/compare-facts.ts';
import type { Fact } from './text/fact.ts';
import { extractFacts } from './text/facts.ts';
import { isHan, normalise } from './text/normalise.ts';

/** A fact of the company's sheet made ready for comparing with what an agent says. */
export interface SheetFact {
  readonly id: string;
  /** As the sheet has it: subject, value, unit. */
  readonly written: string;
  /** Ways to name the subject, normalised. */
  readonly names: readonly string[];
  readonly value: Fact;
  /** `day`, `week`, `month`, `year` or a count of weeks where the value is for a stretch of time. */
  readonly period: string | null;
}

/** How a stated value stands to the sheet. */
export type ClaimMatch = 'match' | 'mismatch' | 'unclear';

/** Values a period may be named with; the longest wording first. */
const periods: readonly (readonly [string, RegExp])[] = [
  ['two-weeks', /两周|两个?星期|二周|two weeks|fortnight/],
  ['quarter', /季度|每季|quarter/],
  ['year', /年(?!纪|龄|轻|前|底|初)|year|annual|annum/],
  ['month', /月(?!底|初|份|饼|\d)|month/],
  ['week', /周(?![一二三四五六日天末边围])|星期(?![一二三四五六日天])|week(?!end|day)/],
  ['day', /(?:每|一|\/)天|每日|\bday\b|daily/],
];

/** The facts of a company that hold a value to compare; others (a policy in words) are left out. */
export function readFactSheet(company: Company, language: Language): SheetFact[] {
  return company.facts.flatMap((fact) => {
    const unit = fact.unit ?? '';
    const [head = '', ...rest] = unit.split('/');
    const text =
      typeof fact.value === 'number'
        ? `${fact.value.toLocaleString('en-US')} ${head}`
        : `${fact.value}${head}`;
    const value = extractFacts(text, language).find(({ type }) => type !== 'name' && type !== 'address');
    if (!value) return [];
    const names = [fact.subject, ...fact.spoken].map((name) => normalise(name).text);
    const written = `${fact.subject}: ${fact.value}${unit === '' ? '' : ` ${unit}`}`;
    return [{ id: fact.id, written, names, value, period: periodOf(rest.join('/')) }];
  });
}

/** The period a text names, or null. */
export function periodOf(text: string): string | null {
  return periods.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Where a subject is last named in a text before `end`; -1 where it is not. */
export function lastNamed(text: string, names: readonly string[], end: number): number {
  return Math.max(...names.map((name) => lastWord(text.slice(0, end), name)), -1);
}

function lastWord(text: string, name: string): number {
  const at = text.lastIndexOf(name);
  if (at < 0 || isHan(name.codePointAt(0) ?? 0)) return at;
  const isWhole = !/[a-z0-9]/.test(text[at - 1] ?? '') && !/[a-rt-z0-9]/.test(text[at + name.length] ?? '');
  return isWhole ? at : -1;
}

/** Words by which a value is another than the listed one, so that nothing follows from a difference. */
const OTHER_VALUE =
  /优惠|折|减|省|便宜|原价|以前|之前|去年|明年|活动价|总共|一共|合计|加起来|套餐价|起步|起价|预算|花费|您(?:现在|目前)?(?:花|付|用)|以上|以下|以内|到.{0,4}之间|左右|大概|差不多|大约|上下|定金|押金|首付|预付|别家|其他|同行|对手|市场价|如果|要是|多[元块万千百]|几[千百万]|[千百万]多|不是|不到|超过|\b(?:off|discount\w*|sav\w+|instead of|used to|last year|next year|total|altogether|combined|about|around|roughly|approximately|nearly|almost|over|under|up to|from|between|at least|starting|deposit|down payment|if|not|others?|competitors?|elsewhere|original\w*|was|were|extra|plus|budget|spend\w*|paying|per cent|percent|half)\b/;

/** How a stated value, with the clause around it, stands to the sheet's. */
export function compareClaim(sheet: SheetFact, stated: Fact, clause: string): ClaimMatch {
  if (!isSameKind(sheet.value, stated) && !isBareCount(sheet.value, stated, clause)) return 'unclear';
  if (compareFacts(sheet.value, stated) !== 'mismatch') return 'match';
  if (OTHER_VALUE.test(clause)) return 'unclear';
  const period = periodOf(clause);
  if (sheet.period !== null && period !== null && period !== sheet.period) return 'unclear';
  const [listed, said] = [Number(sheet.value.value), Number(stated.value)];
  const isMultiple = listed > 0 && said > listed && Number.isInteger(said / listed) && said / listed <= 60;
  return isMultiple ? 'unclear' : 'mismatch';
}

/** Five digits and more are read as a code; with the listed thing after them they are a count. */
function isBareCount({ type, unit }: Fact, { raw }: Fact, clause: string): boolean {
  return type === 'quantity' && unit !== undefined && /^\d+$/.test(raw) && clause.includes(`${raw} ${unit}`);
}

function isSameKind(listed: Fact, stated: Fact): boolean {
  if (stated.type === 'number' && listed.type === 'amount') return Number(stated.value) >= 100;
  if (stated.type !== listed.type) return false;
  if (listed.type === 'amount') return !stated.unit || !listed.unit || stated.unit === listed.unit;
  if (listed.type === 'quantity' || listed.type === 'percent') return stated.unit === listed.unit;
  return areComparable(listed, stated);
}
