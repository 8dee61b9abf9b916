import { courtesyPatterns } from './courtesy.ts';
import { identityChecks } from './identity.ts';

/** What an intake call gathers or tells. */
export const intakeSlots = [
  'policy-number',
  'when',
  'where',
  'what-happened',
  'callback-number',
  'identity',
  'amount',
  'due-date',
  'courtesy',
] as const;
export type IntakeSlot = (typeof intakeSlots)[number];

/** How a slot is known: the agent's words, the customer's words, and the kinds of fact that fill it. */
export interface SlotWords {
  readonly title: { readonly en: string; readonly zh: string };
  readonly agent: readonly RegExp[];
  readonly customer: readonly RegExp[];
  /** Facts of the agent (a reminder tells) or of the customer (a report gives) that fill it by themselves. */
  readonly facts: { readonly party: 'agent' | 'customer'; readonly types: readonly string[] };
  /** How the note names it. */
  readonly note: readonly RegExp[];
  readonly noteFacts: readonly string[];
}

/** The slots and their wording in both languages, over normalised text. */
export const slotWords: Readonly<Record<IntakeSlot, SlotWords>> = {
  'policy-number': {
    title: { en: 'policy number', zh: '保单号' },
    agent: [/保单(?:的)?(?:号|号码|编号)/gm, /\b(?:policy|member|account|reference) (?:number|id)\b/gm],
    customer: [/保单(?:的)?(?:号|号码|尾号)/gm, /\bpolicy (?:number|id)\b|\bpolicy is\b/gm],
    facts: { party: 'customer', types: ['code'] },
    note: [
      /保单(?:号|号码|尾号)?[^，。\n]{0,4}[0-9a-z]{4,}/gm,
      /\bpolicy(?: number| no\.?| id)? ?#?[ a-z]{0,6}[0-9a-z-]*[0-9]{3,}/gm,
    ],
    noteFacts: ['code'],
  },
  when: {
    title: { en: 'when it happened', zh: '出险时间' },
    agent: [
      /(?:什么|哪个?|几点|具体|出险|事故|发生)(?:的)?(?:时候|时间|几点|哪天|天)|几点|哪天|什么时候/gm,
      /\bwhen (?:did|was|exactly|had|has)\b|\bwhat (?:time|day|date)\b|\bthe (?:date|time) of\b/gm,
    ],
    customer: [
      /(?:刚才|刚刚|昨天|昨晚|今天|今早|早上|上午|中午|下午|晚上|前天|上周|凌晨)/gm,
      /\b(?:yesterday|today|this morning|last night|just now|an hour ago|ago|last (?:week|monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b/gm,
    ],
    facts: { party: 'customer', types: ['date', 'time'] },
    note: [
      /(?:昨天|昨晚|今天|今早|早上|上午|中午|下午|晚上|前天|凌晨|当天|出险时间|\d+[点时日号])/gm,
      /\b(?:yesterday|today|this morning|last night|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|at \d)\b/gm,
    ],
    noteFacts: ['date', 'time'],
  },
  where: {
    title: { en: 'where it happened', zh: '出险地点' },
    agent: [
      /(?:什么|哪个?|具体|出险|事故|发生)(?:的)?(?:地方|地点|位置|路段|路口)|在哪(?:里|儿)?/gm,
      /\bwhere (?:did|was|were|are|is|exactly|it)\b|\b(?:which|what) (?:road|street|place|location|address|city)\b|\bthe location\b/gm,
    ],
    customer: [
      /在[\u4e00-\u9fff]{1,12}(?:路|街|桥|区|门口|停车场|小区|高速|路口|附近|医院|公司|家里|商场|楼下|地库|工地|学校|车库)/gm,
      /\b(?:on|at|in|near|outside) (?:the |my |a )?(?:\w+ ){0,3}(?:road|street|avenue|highway|freeway|parking|lot|garage|home|house|kitchen|bathroom|corner|junction|intersection|store|office|driveway|hospital|school|motorway|bridge|station|mall)\b/gm,
    ],
    facts: { party: 'customer', types: ['address'] },
    note: [
      /(?:在|于|地点)[^，。\n]{0,14}(?:路|街|桥|区|门口|停车场|小区|高速|路口|附近|医院|公司|家|商场|楼|地库|学校|车库)|(?:路|街|桥|门口|停车场|小区|高速|路口|车库|地库)/gm,
      /\b(?:on|at|in|near|outside) (?:the |his |her |their )?(?:\w+ ){0,3}(?:road|street|avenue|highway|freeway|parking|lot|garage|home|house|kitchen|bathroom|corner|junction|intersection|store|office|driveway|hospital|school|motorway|bridge|station|mall)\b/gm,
    ],
    noteFacts: ['address'],
  },
  'what-happened': {
    title: { en: 'what happened', zh: '事故经过' },
    agent: [
      /(?:怎么|什么)(?:回事|发生|情况|撞|弄|样的)|(?:事故|具体|出险|受损|损失|受伤)(?:的)?(?:经过|情况|原因)|有没有人?受伤/gm,
      /\b(?:what happened|how did (?:it|this|that)|tell me (?:what|about)|describe|anyone (?:hurt|injured)|what (?:was|is) (?:damaged|the damage))\b/gm,
    ],
    customer: [
      /撞|追尾|刮|蹭|漏水|着火|起火|被盗|被偷|摔|骨折|住院|受伤|去世|淹|砸|泡|爆|断|坏|丢/gm,
      /\b(?:hit|crash\w*|collid\w*|rear ended|accident|scratch\w*|leak\w*|flood\w*|fire|burn\w*|stolen|theft|broke\w*|fell|injur\w*|hospital\w*|damage\w*|burst|lost|died|passed away|dent\w*)\b/gm,
    ],
    facts: { party: 'customer', types: [] },
    note: [
      /撞|追尾|刮|蹭|漏水|着火|起火|被盗|被偷|摔|骨折|住院|受伤|去世|淹|砸|泡|爆|断|坏|丢|事故/gm,
      /\b(?:hit|crash\w*|collid\w*|collision|rear[- ]ended|accident|scratch\w*|leak\w*|flood\w*|fire|burn\w*|stolen|theft|broke\w*|fell|fall|injur\w*|hospital\w*|damage\w*|burst|lost|died|dent\w*)\b/gm,
    ],
    noteFacts: [],
  },
  'callback-number': {
    title: { en: 'call-back number', zh: '回电号码' },
    agent: [
      /(?:联系|回|打给|回访|留)(?:您|你)?(?:的|一个|个)*(?:电话|号码|手机|方式)|(?:电话|手机)(?:号|号码)?(?:是|多少|留)|(?:打|回)这个(?:号码|电话)/gm,
      /\b(?:number|phone)\b[^.]{0,30}\b(?:reach|call|contact|best|is)\b|\b(?:best|call ?back|contact|phone|telephone|mobile|cell) number\b|\b(?:reach|call) you (?:back )?(?:at|on)\b/gm,
    ],
    customer: [
      /(?:我的?)?(?:电话|手机|号码)(?:号|号码)?(?:是|就是)|(?:打|回)这个(?:号码|电话)/gm,
      /\bmy (?:phone |cell |mobile )?number\b|\b(?:reach|call) me (?:at|on|back)\b|\bthis number\b/gm,
    ],
    facts: { party: 'customer', types: ['phone'] },
    note: [
      /(?:电话|手机|回电|联系方式|号码)[^，。\n]{0,6}\d{4,}|来电号码/gm,
      /\b(?:tel|phone|call ?back|cell|mobile|number)\b[^,\n]{0,12}[0-9]{3,}|\bcaller id\b/gm,
    ],
    noteFacts: ['phone'],
  },
  identity: {
    title: { en: 'who is speaking', zh: '确认身份' },
    agent: identityChecks,
    customer: [],
    facts: { party: 'agent', types: [] },
    note: [
      /本人|投保人|先生|女士|客户/gm,
      /\b(?:mr|mrs|ms|miss|policy ?holder|customer|spoke (?:to|with))\b/gm,
    ],
    noteFacts: ['name'],
  },
  amount: {
    title: { en: 'amount due', zh: '应缴金额' },
    agent: [],
    customer: [],
    facts: { party: 'agent', types: ['amount'] },
    note: [],
    noteFacts: ['amount'],
  },
  'due-date': {
    title: { en: 'date due', zh: '缴费日期' },
    agent: [
      /(?:本|这|下)(?:个)?月底|月底前|(?:这|下)(?:个)?(?:周|星期)[一二三四五六日天]/gm,
      /\b(?:end of (?:the|this|next) month|by (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/gm,
    ],
    customer: [],
    facts: { party: 'agent', types: ['date'] },
    note: [/月底|到期/gm, /\bdue\b/gm],
    noteFacts: ['date'],
  },
  courtesy: {
    title: { en: 'a courteous wording', zh: '礼貌用语' },
    agent: courtesyPatterns,
    customer: [],
    facts: { party: 'agent', types: [] },
    note: [],
    noteFacts: [],
  },
};

/** What makes a call a report of loss, or a reminder to pay, where the call file does not say so. */
export const intakeCues: Readonly<
  Record<'claim' | 'reminder', { party: 'agent' | 'customer'; patterns: readonly RegExp[] }>
> = {
  claim: {
    party: 'customer',
    patterns: [
      /(?:要|想|来|需要|打算)(?:报(?:个)?案|报险|理赔|申请理赔|出险)|出(?:了)?(?:个)?(?:车祸|事故|险)(?:了)?|(?:车|我)(?:被|跟|和|让)[\u4e00-\u9fff]{0,8}(?:撞|追尾|刮|蹭)/gm,
      /\b(?:file|make|report|open|start|submit|put in) (?:a|an|my|the)(?: \w+)? (?:claim|accident|loss|theft|damage|incident)\b|\b(?:i|we)(?:'ve)?(?: just)?(?: had| got into| been in| was in| were in) (?:a|an) (?:\w+ )?(?:accident|crash|collision|fire|break ?in|flood)\b/gm,
    ],
  },
  reminder: {
    party: 'agent',
    patterns: [
      /(?:提醒|通知)(?:您|你)?.{0,16}(?:缴费|交费|续费|续保|保费|缴纳|到期)|(?:保费|续期)[^吗？]{0,12}(?:到期|该交|该缴|要交|要缴|未缴|没有?缴|缴纳|扣款)/gm,
      /\b(?:remind\w*|reminder|courtesy call)\b[^.]{0,50}\b(?:premium|payment|renewal|due|instal\w+)\b|\b(?:premium|payment|instal\w+)\b[^.]{0,24}\b(?:is|was|falls|will be|becomes|comes) (?:now |over)?due\b/gm,
    ],
  },
};
