import type { Localized } from '../../domain/call.ts';
import type { QuoteEvidence, Reason } from '../../domain/verdict.ts';
import type { OpeningPart } from './opening-parts.ts';

const partNames: Readonly<Record<OpeningPart, Localized>> = {
  greeting: { en: 'a greeting', zh: '问候语' },
  'company-name': { en: 'the company name', zh: '公司名称' },
  department: { en: 'the department', zh: '部门' },
  'own-name': { en: 'the agent’s own name', zh: '坐席姓名' },
  purpose: { en: 'the purpose of the call', zh: '来电目的' },
  'need-question': { en: 'the question what the customer needs', zh: '询问客户需求' },
};

/** One part with the best evidence for it. */
export interface JudgedPart {
  readonly part: OpeningPart;
  readonly quote: QuoteEvidence | null;
  readonly isInTime: boolean;
  readonly isPrompted: boolean;
}

/** The parts in words, joined as a list. */
export function listOf(parts: readonly OpeningPart[]): Localized {
  return {
    en: parts.map((part) => partNames[part].en).join(', '),
    zh: parts.map((part) => partNames[part].zh).join('、'),
  };
}

/** The agent says nothing at all. */
export const noAgentWords: Reason = {
  code: 'agent-silent',
  en: 'No words of the agent were transcribed.',
  zh: '没有坐席的转写文本。',
};

/** Nobody configured the company name. */
export const noCompany: Reason = {
  code: 'no-company-name',
  en: 'It is not known which company name to expect: set "company" in the call file, or give a company file (EARMARK_COMPANY).',
  zh: '未知应报的公司名称：请在通话文件中填写 company，或提供公司文件（EARMARK_COMPANY）。',
};

/** The name may have been said and misheard. */
export const nameUnclear: Reason = {
  code: 'company-name-unclear',
  en: 'Something close to the company name was heard, but not close enough to decide.',
  zh: '听到与公司名称相近的内容，但不足以判定。',
};

/** Everything asked for was said in time. */
export function saidAll(parts: readonly OpeningPart[]): Reason {
  const list = listOf(parts);
  return { code: 'opening-complete', en: `The opening holds ${list.en}.`, zh: `开场包含${list.zh}。` };
}

/** Said, but late or only when asked. */
export function saidLate(late: readonly JudgedPart[]): Reason {
  const list = listOf(late.map(({ part }) => part));
  return late.some((part) => part.isPrompted)
    ? {
        code: 'opening-prompted',
        en: `Said only when the customer asked: ${list.en}.`,
        zh: `经客户询问后才说出：${list.zh}。`,
      }
    : {
        code: 'opening-late',
        en: `Said, but only after the opening: ${list.en}.`,
        zh: `开场之后才说出：${list.zh}。`,
      };
}

/** Not said, and that is proven. */
export function saidNot(missing: readonly OpeningPart[]): Reason {
  const list = listOf(missing);
  return {
    code: 'opening-missing',
    en: `Not said in the opening: ${list.en}.`,
    zh: `开场未说出：${list.zh}。`,
  };
}

/** Not found, and that proves nothing. */
export function notTranscribed(missing: readonly OpeningPart[]): Reason {
  const list = listOf(missing);
  return {
    code: 'opening-not-transcribed',
    en: `Not found, but too little of the opening is transcribed to say so: ${list.en}.`,
    zh: `未找到${list.zh}，但开场转写不完整，不能断定未说。`,
  };
}

/** Found, but the quote failed a check. */
export function notBacked({ part, quote: found }: JudgedPart): Reason {
  const name = partNames[part];
  const isInjection = found?.rejectedBy === 'Q6';
  return {
    code: isInjection ? 'injection-suspected' : 'evidence-rejected',
    en: `Found ${name.en}, but the quote failed check ${found?.rejectedBy ?? ''}.`,
    zh: `找到${name.zh}，但引文未通过核验 ${found?.rejectedBy ?? ''}。`,
  };
}
