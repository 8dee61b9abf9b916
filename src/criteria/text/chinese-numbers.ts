const digitOf: Readonly<Record<string, number>> = Object.fromEntries(
  ['零〇○', '一壹幺', '二贰两俩', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap(
    (signs, value) => [...signs].map((sign) => [sign, value] as const),
  ),
);
const unitOf: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1000,
  仟: 1000,
};
const groupOf: Readonly<Record<string, number>> = {
  万: 10_000,
  萬: 10_000,
  亿: 100_000_000,
  億: 100_000_000,
};

/** Source of a regular expression for one sign of a Chinese number, digits included. */
export const CHINESE_NUMERAL = '[0-9零〇○一壹幺二贰两俩三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万萬亿億]';

/** A number as read: its value as plain decimal text, and whether it was spoken digit by digit. */
export interface ReadNumber {
  readonly value: string;
  readonly isDigits: boolean;
}

const hasUnit = (text: string): boolean => /[十拾百佰千仟万萬亿億]/.test(text);

/** Digits of a string spoken one by one (幺三八 → 138), or null where a sign is no digit. */
function readDigits(text: string): string | null {
  let out = '';
  for (const sign of text) {
    if (/[0-9]/.test(sign)) out += sign;
    else if (digitOf[sign] !== undefined) out += String(digitOf[sign]);
    else return null;
  }
  return out;
}

/**
 * Value of a number with units. `last` is the unit before the last digit, so that 一万三千八 is 13800, 两百五
 * is 250, and 一百零五 stays 105.
 */
function readWithUnits(text: string): number | null {
  let total = 0;
  let section = 0;
  let pending: number | null = null;
  let last = 0;
  let isAfterZero = false;
  for (const part of text.match(/[0-9]+(?:\.[0-9]+)?|./gu) ?? []) {
    const digit = /^[0-9]/.test(part) ? Number(part) : digitOf[part];
    if (digit !== undefined) {
      if (pending !== null && pending !== 0) return null;
      pending = digit;
      if (digit === 0) isAfterZero = true;
      continue;
    }
    const unit = unitOf[part];
    if (unit !== undefined) {
      section += (pending ?? 1) * unit;
      last = unit;
    } else {
      const group = groupOf[part];
      if (group === undefined) return null;
      section += pending ?? 0;
      const isGroupOfAll = group > 10_000 && total > 0;
      total = isGroupOfAll ? (total + section) * group : total + (section === 0 ? 1 : section) * group;
      section = 0;
      last = group;
    }
    pending = null;
    isAfterZero = false;
  }
  const isShort = pending !== null && !isAfterZero && last > 10 && Number.isInteger(pending) && pending < 10;
  return total + section + (pending ?? 0) * (isShort ? last / 10 : 1);
}

/** Plain decimal text of a number without rounding noise: 13000.000000001 → 13000. */
export function plainDecimal(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}

/** Reads a Chinese number (一万三千八, 两百五, 三点五, 幺三八, 1.3万, 3万5); null where it is none. */
export function readChineseNumber(text: string): ReadNumber | null {
  const [whole = '', fraction, ...more] = text.split(/[点點]/u);
  if (more.length > 0) return null;
  if (fraction !== undefined) {
    const tail = /^(.*?)([万萬亿億]*)$/u.exec(fraction);
    const digits = readDigits(tail?.[1] ?? '');
    const head = readChineseNumber(whole);
    if (digits === null || digits === '' || head === null) return null;
    const scale = [...(tail?.[2] ?? '')].reduce((product, sign) => product * (groupOf[sign] ?? 1), 1);
    return { value: plainDecimal(Number(`${head.value}.${digits}`) * scale), isDigits: false };
  }
  if (!hasUnit(whole)) {
    const digits = readDigits(whole.replace(/\.[0-9]+$/, ''));
    if (digits === null || digits === '') return null;
    const decimals = /\.[0-9]+$/.exec(whole)?.[0] ?? '';
    if (decimals !== '') return { value: plainDecimal(Number(digits + decimals)), isDigits: false };
    return { value: digits, isDigits: digits.length > 1 && /[^0-9]/.test(whole) };
  }
  const value = readWithUnits(whole);
  return value === null ? null : { value: plainDecimal(value), isDigits: false };
}
