import { describe, expect, it } from 'vitest';
import { compareFacts } from '../../../src/criteria/text/compare-facts.ts';
import { extractFacts } from '../../../src/criteria/text/facts.ts';

const read = (text: string): string[] => extractFacts(text, 'zh').map((fact) => `${fact.type} ${fact.value}`);

function compare(said: string, repeated: string): string {
  const [left] = extractFacts(said, 'zh');
  const [right] = extractFacts(repeated, 'zh');
  if (left === undefined || right === undefined) throw new Error('no fact found');
  return compareFacts(left, right);
}

describe('extractFacts', () => {
  it.each([
    ['我要两张票，三月五号下午三点半', ['quantity 2', 'date m=3;d=5', 'time h=3;min=30;half=pm']],
    ['下周三下午三点', ['date w=3;wk=1', 'time h=3;min=0;half=pm']],
    ['涨了三点五个百分点', ['percent 3.5']],
    ['百分之三点五', ['percent 3.5']],
    ['一共一万三千八百块', ['amount 13800']],
    ['三块五一斤', ['amount 3.5']],
    ['首付30万', ['number 300000']],
    ['我姓王，电话是幺三八零零幺三八零零零', ['name 王', 'phone 13800138000']],
    ['我叫李小明', ['name 李小明']],
    ['浦东新区张江路120弄5号楼602', ['address 浦东新区张江路120弄5号楼602']],
    ['電話是１３８００１３８０００', ['phone 13800138000']],
    ['三月五號下午三點', ['date m=3;d=5', 'time h=3;min=0;half=pm']],
    ['我手机要三八零零幺三八零零零', ['phone 13800138000']],
    ['我要三百二十块钱的', ['amount 320']],
    ['粤B八八六五二', ['code b88652']],
    ['三室两厅', ['quantity 3']],
    ['二零二六年三月五日', ['date y=2026;m=3;d=5']],
  ])('finds the facts of %s', (text, facts) => {
    expect(read(text)).toEqual(facts);
  });

  it.each([
    ['March 5th at 7:30 pm', ['date m=3;d=5', 'time h=7;min=30;half=pm']],
    ['the twenty second of may twenty twenty six', ['date y=2026;m=5;d=22']],
    ['friday at eight forty five a m', ['date w=5', 'time h=8;min=45;half=am']],
    ['half past six', ['time h=6;min=30']],
    ['quarter to nine', ['time h=8;min=45']],
    ['fifty dollars and twenty cents', ['amount 50.2']],
    ['my number is five five five one two three four', ['phone 5551234']],
    ['my name is patricia brown', ['name patricia brown']],
    ['call me patricia', ['name patricia']],
    ['call me back next tuesday', ['date w=2;wk=1']],
    ['123-01 Roosevelt Avenue', ['address 123-01 roosevelt avenue']],
    ['wang at example dot com', ['email wang@example.com']],
    ['make it just one ticket', ['quantity 1']],
  ])('finds the facts of "%s"', (text, facts) => {
    expect(read(text)).toEqual(facts);
  });

  it.each([
    '一会儿再说一下',
    '一个问题',
    '有两点建议',
    '方便的话',
    'one of those things',
    "that's one thing",
  ])('finds no fact in %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('places each fact on the text it was read from', () => {
    const text = '那就定三月五号，两张';
    for (const fact of extractFacts(text, 'zh')) expect(text.slice(fact.from, fact.to)).toBe(fact.raw);
  });
});

describe('compareFacts', () => {
  it.each([
    ['一万三千八', '13800'],
    ['13,800 yuan', '一万三千八百元'],
    ['三点', '下午三点'],
    ['三月五号', '五号'],
    ['eight forty five', '8:45 am'],
    ['我姓王', '汪先生'],
    ['我叫李小明', '李晓鸣先生'],
    ['2 tickets', 'two tickets'],
    ['建国路八十八号楼', '建国路88号楼'],
  ])('takes %s and %s for one fact', (said, repeated) => {
    expect(compare(said, repeated)).toBe('match');
  });

  it.each([
    ['13800', '13080'],
    ['幺三八零零幺三八零零零', '13800183000'],
    ['幺三八零零幺三八零零零', '1380013800'],
    ['my phone is 555 123 4567', 'my phone is 555 123 44567'],
    ['三月五号', '三月六号'],
    ['下周三', '下周四'],
    ['下午三点', '上午三点'],
    ['7:30 pm', '7 pm'],
    ['我姓王', '李先生'],
    ['fifty dollars', 'fifteen dollars'],
    ['建国路88号楼', '建国路86号楼'],
  ])('tells %s and %s apart', (said, repeated) => {
    expect(compare(said, repeated)).toBe('mismatch');
  });

  it('takes the last digits of a telephone number for part of it', () => {
    expect(compare('幺三八零零幺三八零零零', '尾号8000')).toBe('partial');
  });
});
