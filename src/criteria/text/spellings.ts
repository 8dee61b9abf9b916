import { allMatches } from './all-matches.ts';
import type { Fact } from './fact.ts';

/** Characters of names as people spell them by their parts or by a word everybody knows. */
const byParts: Readonly<Record<string, string>> = {
  张: '弓长张?',
  章: '立早章?|文章的章',
  李: '木子李|十八子李',
  陈: '耳东陈?',
  程: '禾口王程?|路程的程|工程的程',
  林: '双木林?|森林的林',
  许: '言午许?|许多的许',
  徐: '双人徐|双立人(?:的)?徐',
  吴: '口天吴?',
  武: '武术的武|文武的武',
  黄: '草(?:字)?头黄|黄色的黄',
  王: '三横(?:一竖)?王?',
  汪: '三点水(?:的)?汪',
  胡: '古月胡?',
  赵: '走肖赵?|走之(?:底)?赵',
  刘: '文刀刘?|卯金刀',
  何: '人可何?|单人何|为何的何',
  贺: '祝贺的贺',
  江: '三点水(?:的)?江|江河的江',
  姜: '生姜的姜',
  于: '干勾于|于是的于',
  余: '人未余|年年有余的余|多余的余',
  俞: '人则俞|俞伯牙的俞',
  孙: '子小孙',
  宋: '宝盖(?:头)?(?:的)?宋|宋朝的宋',
  冯: '两点马|二马冯',
  沈: '三点水(?:的)?沈|沈阳的沈',
  周: '周总理的周|周到的周',
  邹: '邹忌的邹',
};
const parts = Object.entries(byParts).map(([sign, wording]) => [sign, new RegExp(wording, 'gu')] as const);
const partsHint =
  /弓长|立早|木子|八子|耳东|禾口|双木|言午|双人|双立人|口天|草(?:字)?头|三横|三点水|古月|走肖|走之|文刀|金刀|人可|单人|干勾|人未|人则|子小|宝盖|两点马|二马|的[章程林许武黄何贺江姜于余俞宋沈周邹]/u;

/** Three single letters or more, one after the other. */
const letters = /(?<![a-z0-9'])[a-z](?:[ .,-]+[a-z](?![a-z'])){2,}(?![a-z0-9'])/gi;

function spelling(raw: string, from: number, value: string): Fact {
  return { type: 'spelling', raw, from, to: from + raw.length, value };
}

/** Names spelled out: 弓长张 as 张, "M A R S H" as marsh. */
export function findSpellings(text: string): Fact[] {
  const out: Fact[] = [];
  if (partsHint.test(text)) {
    for (const [sign, wording] of parts)
      for (const found of allMatches(text, wording)) out.push(spelling(found[0], found.index, sign));
  }
  for (const found of allMatches(text, letters))
    out.push(spelling(found[0], found.index, found[0].replace(/[^a-z]/gi, '').toLowerCase()));
  return out;
}

/** Letters that are taken for one another over the telephone. */
const alike = ['bcdegptvz', 'mn', 'fsx', 'ajkh', 'iy', 'uqw', 'lo', 'r'];

/** True for two spellings between which a mishearing lies and no slip: letters that sound alike, or one that was lost. */
export function isMisheardSpelling(said: string, repeated: string): boolean {
  if (!/^[a-z]+$/.test(said + repeated)) return false;
  if (said.length !== repeated.length) return true;
  return [...said].every((letter, at) => {
    const other = repeated[at] ?? '';
    return letter === other || alike.some((group) => group.includes(letter) && group.includes(other));
  });
}
