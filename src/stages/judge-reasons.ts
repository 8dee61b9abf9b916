import type { Reason, Verdict } from '../domain/verdict.ts';

/** Longest part of a judge's own reasons that is shown, in characters. */
const SHOWN = 400;

/** Sequences by which a terminal changes colours, moves or clears. */
const ANSI = new RegExp(`${String.fromCharCode(27)}\\[[\\d;?]*[ -/]*[@-~]`, 'g');

/** A judge's words as one line of plain text: no control or invisible characters, no line breaks. */
function plain(words: string): string {
  const line = words
    .replace(ANSI, '')
    .replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}

const zhVerdicts: Readonly<Record<Verdict, string>> = {
  met: '达标',
  partly: '部分达标',
  unmet: '不达标',
  'not-applicable': '不适用',
  'not-assessable': '无法判断',
};

const reason = (code: string, en: string, zh: string): Reason => ({ code, en, zh });

/** Every reason a judged criterion can give, in both languages of the pages. */
export const judgeReasons = {
  judged: (verdict: Verdict, words: string): Reason =>
    reason(
      `judge-${verdict}`,
      `The judge found: ${plain(words) || verdict}`,
      `模型判断：${plain(words) || zhVerdicts[verdict]}`,
    ),
  differ: (ruled: Verdict, judged: Verdict, words: string): Reason =>
    reason(
      'rule-and-judge-differ',
      `The rule says ${ruled}, the judge ${judged}: ${plain(words)}`,
      `规则判为${zhVerdicts[ruled]}，模型判为${zhVerdicts[judged]}：${plain(words)}`,
    ),
  injection: reason(
    'injection-suspected',
    'The agent’s words address whoever scores the call, so the judge’s favour does not count.',
    '坐席的话指向评分者，模型的有利判断不予采信。',
  ),
  quotesRejected: reason(
    'judge-quotes-rejected',
    'None of the judge’s quotes could be verified in the call.',
    '模型给出的引文均未通过核验。',
  ),
  notAnchored: reason(
    'judge-not-anchored',
    'The judge’s quotes are real but not where the rule saw anything of the kind.',
    '模型的引文真实，但规则在该处没有发现相关内容。',
  ),
  cannotTell: reason('judge-cannot-tell', 'The judge cannot tell either.', '模型同样无法判断。'),
  triggerUnproven: reason(
    'judge-trigger-unproven',
    'The judge says it does not apply, and nothing proves that.',
    '模型认为不适用，但没有依据。',
  ),
  searchIncomplete: reason(
    'search-incomplete',
    'Too little of the window is transcribed surely enough to prove an absence.',
    '检查范围内转写不足或把握不足，无法证明没有说过。',
  ),
  'judge-refused': reason('judge-refused', 'The judge declined to answer.', '模型拒绝回答。'),
  'judge-cut-off': reason('judge-cut-off', 'The judge’s answer was cut off twice.', '模型的回答两次被截断。'),
  'judge-unreadable': reason(
    'judge-unreadable',
    'The judge’s answer could not be read, nor could its repair.',
    '模型的回答无法解析，重试后仍无法解析。',
  ),
  'judge-wrong-criterion': reason(
    'judge-wrong-criterion',
    'The judge spoke of another criterion.',
    '模型回答的不是所问的检查项。',
  ),
  'judge-leaked': reason(
    'judge-leaked',
    'The judge gave away its instructions; its answer is not used.',
    '模型泄露了指令，其回答不予采用。',
  ),
  'judge-substituted': reason(
    'judge-substituted',
    'Another model answered than the one asked for; its answer is kept and not counted.',
    '作答的模型与所要求的不同；回答已保存但不计入。',
  ),
  'judge-control-failed': reason(
    'judge-control-failed',
    'The judge found a word in this call that nobody said, so nothing it says of the call counts.',
    '模型称听到了通话中并不存在的词，其对本通话的判断一律不予采信。',
  ),
  'judge-unavailable': reason(
    'judge-unavailable',
    'The judge could not be reached or refused the request; score the call again later.',
    '无法连接模型或请求被拒；请稍后重新评分。',
  ),
  'judge-budget': reason(
    'judge-budget',
    'The judge’s token budget for the call or the month is used up.',
    '模型的单通或当月用量已达上限。',
  ),
} as const;
