import { describe, expect, it } from 'vitest';
import { isSlip } from '../../src/criteria/restatement/restatement-slips.ts';
import { extractFacts } from '../../src/criteria/text/facts.ts';

function slip(said: string, repeated: string): boolean {
  const [[left], [right]] = [extractFacts(said, 'zh'), extractFacts(repeated, 'zh')];
  if (left === undefined || right === undefined) throw new Error('no fact found');
  return isSlip(left, right);
}

describe('isSlip', () => {
  it.each([
    ['13800', '13080'],
    ['13800138072', '13800138027'],
    ['两百五十块', '205块'],
    ['建设路56号', '建设路65号'],
    ['18 Maple Street', '80 Maple Street'],
  ])('takes %s for what was meant by %s', (said, repeated) => {
    expect(slip(said, repeated)).toBe(true);
  });

  it.each([
    ['13800', '13800'],
    ['13800138072', '13911112222'],
    ['建设路56号', '人民路56号'],
    ['建设路56号', '建设路56号'],
    ['两张', '三张'],
  ])('keeps %s and %s apart', (said, repeated) => {
    expect(slip(said, repeated)).toBe(false);
  });
});
