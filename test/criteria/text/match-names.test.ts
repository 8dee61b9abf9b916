import { describe, expect, it } from 'vitest';
import { compileName, findName } from '../../../src/criteria/text/match-names.ts';
import { normalise } from '../../../src/criteria/text/normalise.ts';

const heard = (name: string, text: string): string | null => {
  const normal = normalise(text);
  const match = findName([compileName(name)], normal);
  return match && text.slice(...normal.toOriginal(match.from, match.to));
};

const harper = 'Harper Valley National Bank';

describe('findName in English', () => {
  it.each([
    [harper, 'hello this is harper valley national bank', 'harper valley national bank'],
    [harper, 'hello mr harper valley national bank', 'harper valley national bank'],
    [harper, 'hello this is our verbally national bank my name is michael', 'our verbally national bank'],
    [harper, 'hello this is harbor valley national bank', 'harbor valley national bank'],
    [harper, 'thanks for calling happy valley', 'happy valley'],
    [harper, 'this is Harper Valley Bank, how can I help?', 'Harper Valley'],
    [harper, 'hi this is jen with harper valley', 'harper valley'],
    [harper, 'hello this is hopper valley national bank', 'hopper valley national bank'],
    [harper, 'this is harvard valley national bank', 'harvard valley national bank'],
    [harper, 'this is her valley national bank', 'her valley national bank'],
    [harper, 'thank you for calling harpervalley bank', 'harpervalley'],
    [harper, 'you have reached harper bank', 'harper bank'],
    ['Brightwater Insurance Ltd.', 'calling from bright water insurance', 'bright water insurance'],
    ['Brightwater Insurance Ltd.', 'good morning brightwater how can i help', 'brightwater'],
    ['Tidewell Media', 'this is tom from tide well media', 'tide well media'],
    [harper, 'hello this is paper valley national bank', 'paper valley national bank'],
    ['Acme Telecom', 'thanks for calling acne telecom', 'acne telecom'],
    ['First National Bank', 'welcome to first national bank', 'first national bank'],
    ['Nationwide', 'thank you for calling nation wide', 'nation wide'],
  ])('hears %j in %j', (name, text, wanted) => {
    expect(heard(name, text)?.toLowerCase()).toContain(wanted.toLowerCase());
  });

  it.each([
    [harper, 'hello this is hartford valley national bank'],
    [harper, 'this is the hartford insurance company'],
    [harper, 'hello this is first national bank'],
    [harper, 'this is silicon valley national bank'],
    [harper, 'hello this is napa valley national bank'],
    [harper, 'hello this is berkeley national bank'],
    ['Tidewell Media', 'thank you for calling total media'],
    ['Tidewell Media', 'this is today media'],
    ['Allstate Insurance', 'this is united states insurance'],
    [harper, 'this is hudson valley bank how may i help'],
    [harper, 'thank you for calling hope valley bank'],
    [harper, 'hello this is hope valley national bank'],
    [harper, 'hello this is harlem valley national bank'],
    [harper, 'hello this is copper valley national bank'],
    [harper, 'welcome to cooper valley national bank'],
    [harper, 'hello this is hemet valley national bank'],
    [harper, 'hello this is harper hills national bank'],
    [harper, 'hello how can i help you today'],
    [harper, 'hello this is national bank'],
    [harper, 'i have a valley view from my house'],
    [harper, 'my name is harper how can i help you'],
    ['First National Bank', 'hello this is harper valley national bank'],
    ['First National Bank', 'first of all how are you'],
    ['Brightwater Insurance Ltd.', 'this is bridgestone insurance'],
    ['Brightwater Insurance Ltd.', 'this is insurance'],
    ['Acme Telecom', 'this is apex telecom'],
    ['Wells Fargo', 'thanks for calling western union'],
    ['United Airlines', 'this is delta airlines'],
    ['Delta Airlines', 'this is united airlines'],
  ])('does not hear %j in %j', (name, text) => {
    expect(heard(name, text)).toBeNull();
  });
});

describe('findName in Chinese', () => {
  it.each([
    ['晨光保险', '您好这里是晨光保险', '晨光保险'],
    ['晨光保险', '您好，这里是陈光保险', '陈光保险'],
    ['晨光保险', '您好 我是城光保险的客服', '城光保险'],
    ['晨光保险有限公司', '我是晨光的小王', '晨光'],
    ['晨光保險股份有限公司', '这里是晨光保险公司', '晨光保险'],
    ['中国平安', '我是中国平安的客户经理', '平安'],
    ['中国平安', '我这边是品安的', '品安'],
    ['北京蓝海科技有限公司', '您好我是蓝海科技的', '蓝海科技'],
    ['北京蓝海科技有限公司', '您好我是南海科技的', '南海科技'],
    ['太平洋保险', '您好太平洋保险', '太平洋保险'],
    ['中国人寿', '您好，中国人寿', '中国人寿'],
    ['中国人寿', '您好，中国人瘦客服', '中国人瘦'],
    ['阿里云计算有限公司', '您好这里是阿里云', '阿里云'],
  ])('hears %j in %j', (name, text, wanted) => {
    expect(heard(name, text)).toContain(wanted);
  });

  it.each([
    ['中国平安', '您好，这里是中国人寿'],
    ['中国人寿', '您好，这里是中国平安'],
    ['中国人寿', '您好，这里是中国银行'],
    ['晨光保险', '您好这里是阳光保险'],
    ['晨光保险', '您好我是春光保险的'],
    ['晨光保险', '您好我是晨星保险的'],
    ['晨光保险', '您好这里是保险公司'],
    ['晨光保险', '我叫陈光，请问有什么可以帮您'],
    ['晨光保险', '我是陈光 请问您需要什么'],
    ['太平洋保险', '这里是太平保险'],
    ['太平保险', '这里是太平洋保险'],
    ['新华保险', '您好这里是泰康保险'],
    ['招商银行', '您好这里是工商银行'],
    ['工商银行', '您好这里是建设银行'],
    ['蓝海科技', '您好请问有什么可以帮您'],
  ])('does not hear %j in %j', (name, text) => {
    expect(heard(name, text)).toBeNull();
  });
});
