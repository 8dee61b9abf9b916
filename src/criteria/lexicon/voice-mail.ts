/** A message says that it is urgent, over normalised text. */
export const urgentWording: readonly RegExp[] = [
  /(?<!不|不是很|没那么)(?:很|非常|比较|特别|十分|挺)?(?:紧急|急(?:事|用|需|着|等|得很)|着急)|(?:尽快|赶紧|赶快|马上|立刻|立即|越快越好|今天之内|今天(?:就|必须|一定))(?:给我|帮我|回|联系|处理|解决|答复|安排|打)/gm,
  /\burgent(?:ly)?\b|\bemergency\b|\bas soon as (?:possible|you can)\b|\basap\b|\b(?:right away|immediately|straight away|before (?:the end of )?(?:today|tonight|tomorrow))\b/gm,
];

/** How a note classes a message. */
export const notedClasses: Readonly<
  Record<'complaint' | 'claim' | 'suggestion' | 'enquiry' | 'other', readonly RegExp[]>
> = {
  complaint: [/投诉|不满/gm, /\bcomplain\w*\b/gm],
  claim: [/报案|理赔|出险/gm, /\bclaims?\b|\breport of loss\b/gm],
  suggestion: [/建议/gm, /\bsuggest\w*\b/gm],
  enquiry: [/咨询|询问|查询|问询/gm, /\b(?:enquir|inquir)\w+\b|\bquestions?\b/gm],
  other: [/(?:类别|分类|类型|性质)[^，。\n]{0,3}其他/gm, /\b(?:class|category|type)\b ?[:：]? ?other\b/gm],
};

/** A note says how urgent it is. */
export const notedUrgency: readonly RegExp[] = [
  /紧急|加急|不急|急|尽快|立即|优先/gm,
  /\burgen\w+\b|\bpriority\b|\basap\b|\bimmediate\w*\b|\bemergency\b|\bhigh\b/gm,
];

/** A note says who must act. */
export const notedOwner: readonly RegExp[] = [
  /(?:转|交|派|分配|通知|由|归|负责人|处理人|责任人|跟进人|责任部门|处理部门)[^，。\n]{0,3}[\u4e00-\u9fffa-z]{2,10}|[\u4e00-\u9fff]{2,6}(?:部|组|中心|专员|经理)(?:处理|跟进|负责|回电|联系)/gm,
  /\b(?:owner|assigned?|assignee|responsible|passed|forwarded|handed|transferred|escalated|sent)\b(?: (?:over|it))?(?: to)?[: ]{0,2}[a-z]{2,}|\b[a-z]+ (?:team|department|desk) (?:to|will) \w+/gm,
];
