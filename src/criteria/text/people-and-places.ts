import { type Fact, type FactType, matches } from './fact.ts';

/** The hundred commonest surnames and the usual double ones. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施洪季柯';
const double = '欧阳|司马|上官|诸葛|慕容|司徒|东方|皇甫|尉迟';
const surname = `(?:${double}|[${surnames}])`;
const han = '[\\u4e00-\\u9fff]';
const zhTitled = new RegExp(
  `(${surname}${han}{0,2}?)(先生|女士|小姐|太太|总(?![是的共之体部结]|公司)|经理|老师|老板|师傅|医生|主任|阿姨|大哥|姐(?!妹)|哥)`,
  'gu',
);
const zhSurname = new RegExp(`(?:免贵)?姓(${double}|[\\u4e00-\\u9fff])(?![名氏])`, 'gu');
const zhCalled = new RegExp(
  `(?:我|名字|全名|姓名)(?:的名字)?(?:就?叫做?|是)(${surname}${han}{1,2})(?=$|[，。,.！!？?\\s的嗯啊呃，]|电话|手机)`,
  'gu',
);
const enCalled =
  /\b(?:my (?:first |last |full |sur)?name(?:'s| is| is also)|(?:first|last|full|sur) ?name is|name is|call me|this is(?= [a-z]+(?: [a-z]+)? (?:speaking|calling|from|here)\b))[\s,]+((?:(?!and\b|but\b|so\b|i\b|i'm\b|from\b|with\b|calling\b|speaking\b|um\b|uh\b|my\b|the\b|on\b|is\b|here\b|to\b|can\b|how\b|what\b|also\b|not\b|spelled\b|at\b|in\b|you\b|back\b|again\b|next\b|this\b|tomorrow\b|today\b|tonight\b|later\b|after\b|before\b|when\b|if\b|please\b|by\b|around\b|between\b|once\b|any|some|sunday\b|monday\b|tuesday\b|wednesday\b|thursday\b|friday\b|saturday\b)[a-z][a-z'.-]*\s?){1,3})/gi;
const enTitled =
  /\b(?:mr|mrs|ms|miss|dr|mister)\.? ((?!and\b|but\b|i\b|you\b|is\b|the\b|how\b|can\b)[a-z][a-z'-]+)/gi;
const zhAddress =
  /(?:[\u4e00-\u9fff]{2,6}(?:省|自治区))?(?:[\u4e00-\u9fff]{2,5}市)?(?:[\u4e00-\u9fff]{1,5}[区县])?(?:[\u4e00-\u9fff]{1,6}?(?:街道|大道|路|街|巷|弄|胡同|小区|花园|大厦|广场|新村|家园))(?:[0-9零〇一二两三四五六七八九十百千幺]{1,6}(?:号楼?|弄|栋|幢|座|单元|楼|层|室|号院|房))*(?:[0-9零〇一二三四五六七八九幺]{2,5}室?)?/gu;
const zhHouse =
  /[0-9零〇一二两三四五六七八九十百千幺]{1,6}(?:号楼|弄|栋|幢|单元|室)(?:[0-9零〇一二两三四五六七八九十百幺]{1,5}(?:号|单元|楼|层|室|房)?)*/gu;
const enAddress =
  /\b(?:[0-9][0-9-]{0,6}|(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|oh|zero)[ -]){1,5}) ?(?:[a-z0-9.']+ ){1,4}?(?:street|st|avenue|ave|road|rd|drive|dr|lane|ln|boulevard|blvd|way|court|ct|place|pl|square|parkway|pkwy|highway|terrace|circle)\b/gi;
const emailPattern =
  /[a-z0-9._+-]+ ?(?:@| at ) ?[a-z0-9-]+(?:(?:\.| dot )[a-z]{2,})+|[a-z0-9._+-]+@[a-z0-9.-]+\.[a-z]{2,}/gi;
const spokenEmail =
  /\b[a-z0-9._+-]+(?: (?:dot|dash|underscore) [a-z0-9]+){0,3} at [a-z0-9-]+(?: dot [a-z]+)? dot (?:com|cn|net|org|edu|co|uk)\b/gi;

function fact(type: FactType, raw: string, from: number, value: string): Fact {
  return { type, raw, from, to: from + raw.length, value };
}

/** A surname can be written into other words (方便, 高总是): these start no name. */
const notNames =
  /^(?:方便|高兴|于是|向你|万一|常常|白天|金额|石家|任何|何时|江苏|温馨|时间|马上|余额|程序|段时|龙头|史上|顾客|严重|武汉|莫名|钱包|谢谢|许多|黄金|周[一二三四五六日天末年]|万元|万块|白领)/u;

/** Names people give or are called by, in either language; the value is the name without title, lower case. */
export function findNames(text: string): Fact[] {
  const out: Fact[] = [];
  for (const found of matches(
    text,
    zhTitled,
    /先生|女士|小姐|太太|总|经理|老师|老板|师傅|医生|主任|阿姨|哥|姐/,
  )) {
    const name = found[1] ?? '';
    if (!notNames.test(found[0])) out.push(fact('name', found[0], found.index, name));
  }
  for (const found of [...matches(text, zhSurname, /姓/), ...matches(text, zhCalled, /我|名/)]) {
    const name = found[1] ?? '';
    const from = found.index + found[0].lastIndexOf(name);
    if (!/[什何啥哪]/u.test(name) && !notNames.test(name)) out.push(fact('name', name, from, name));
  }
  for (const found of [
    ...matches(text, enCalled, /name|call me|this is/i),
    ...matches(text, enTitled, /\bm(?:r|rs|s|iss|ister)\b|\bdr\b/i),
  ]) {
    const name = (found[1] ?? '').trim().replace(/[.,]+$/, '');
    const from = found.index + found[0].lastIndexOf(name);
    if (name !== '') out.push(fact('name', name, from, name.toLowerCase()));
  }
  return out;
}

/** Street addresses in either language; the value is lower case without spaces, Chinese digits kept as said. */
export function findAddresses(text: string): Fact[] {
  const out: Fact[] = [];
  for (const found of matches(text, zhAddress, /路|街|大道|巷|弄|胡同|小区|花园|大厦|广场|新村|家园/)) {
    const raw = found[0].replace(/^(?:我?家?住?在|地址是|就是|那个|你们|我们|一条|这条|那条|走)+/u, '');
    const from = found.index + found[0].length - raw.length;
    const isStreet = /^[\u4e00-\u9fff]{2,}.*[0-9零〇一二两三四五六七八九十]/u.test(raw);
    const isPlace = /[省市区县][\u4e00-\u9fff]{1,6}(?:街道|大道|路|街|巷)$/u.test(raw);
    if (isStreet || isPlace) out.push(fact('address', raw, from, raw));
  }
  for (const found of matches(text, zhHouse, /号楼|弄|栋|幢|单元|室/)) {
    const isHouse = /栋|幢|单元|弄|号楼|[0-9零〇一二三四五六七八九十百幺]{3,}室/u.test(found[0]);
    if (isHouse) out.push(fact('address', found[0], found.index, found[0]));
  }
  for (const found of matches(
    text,
    enAddress,
    /\b(?:st|street|ave|avenue|road|rd|drive|dr|lane|ln|boulevard|blvd|way|court|ct|place|pl|square|parkway|pkwy|highway|terrace|circle)\b/i,
  )) {
    out.push(fact('address', found[0], found.index, found[0].toLowerCase()));
  }
  return out;
}

/** E-mail addresses, also as spoken ("wang at example dot com"). */
export function findEmails(text: string): Fact[] {
  return [...matches(text, spokenEmail, / dot /i), ...matches(text, emailPattern, /@| dot /i)]
    .map((found) => {
      const value = found[0]
        .toLowerCase()
        .replace(/ at /g, '@')
        .replace(/ dot /g, '.')
        .replace(/ dash /g, '-')
        .replace(/ underscore /g, '_')
        .replaceAll(' ', '');
      return fact('email', found[0], found.index, value);
    })
    .filter((found) => found.value.includes('@') && found.value.includes('.'));
}
