/** Why a customer calls, by class, over normalised text; the first class that fits names it. */
export const contactReasons: Readonly<
  Record<'complaint' | 'claim' | 'suggestion' | 'enquiry', readonly RegExp[]>
> = {
  complaint: [
    /(?:要|想|来)?投诉|举报|(?:非常|很|太|十分|特别)(?:不满|失望|气愤|恶劣|差劲)|(?:态度|服务|质量)(?:很|太|特别|非常|真|这么)?(?:差|恶劣|不好)|(?:一直|还是|到现在|至今|迟迟)(?:都|还)?(?:没|没有|不)(?:人)?(?:解决|处理|回复|退)|(?:乱|多|重复)扣/gm,
    /\bcomplain(?:t|ts|ing)?\b|\b(?:very|really|extremely|so|completely) (?:unhappy|disappointed|dissatisfied|upset with|rude|poor|bad)\b|\b(?:terrible|awful|unacceptable|appalling|disgusting) (?:service|experience|treatment|attitude)\b|\bunacceptable\b|\b(?:overcharged|still (?:haven't|not|waiting)|nobody (?:called|has called|got) (?:me )?back)\b/gm,
  ],
  claim: [
    /报(?:个)?案|(?:要|申请|办|办理|想)理赔|出险|(?:出|发生)(?:了)?(?:个)?(?:车祸|事故)|(?:追尾|被撞|撞(?:了|上|车))|(?:家里|房子)(?:漏水|着火|被盗|进贼)/gm,
    /\b(?:file|make|report|open|start|submit|put in) (?:a|an|my|the)(?: \w+)? (?:claim|accident|loss|theft)\b|\b(?:had|been in|was in|got into) (?:a|an) (?:\w+ )?(?:accident|crash|collision|fire|flood|break ?in)\b/gm,
  ],
  suggestion: [
    /(?:我)?(?:有|提)(?:一?个|点|条|些)?(?:小)?建议|(?:我)?建议(?:你|您)们|(?:希望|最好)(?:你|您)们(?:能|可以|以后|公司)|(?:如果|要是)(?:你|您)们(?:能|可以)[^，。]{0,20}(?:就好|更好|会好)/gm,
    /\b(?:i|we)(?: have| had| would like to make|'d like to make)? (?:a )?suggest(?:ion|ions)?\b|\b(?:it would|it'd|would) be (?:nice|great|good|better|helpful) if (?:you|your)\b|\byou (?:should|could) (?:really )?(?:consider|think about|add|offer|have|open)\b/gm,
  ],
  enquiry: [
    /(?:想|要|来|打算|需要)?(?:咨询|了解|查|查询|问|请教|打听)(?:一下|下|问)?|(?:我)?(?:想|要|需要)(?:办|办理|买|投保|续|改|退|取消|开|申请|变更|找|缴|交)|(?:多少钱|怎么(?:办|弄|交|买|退|投保|查|收费)|什么时候|哪里|有没有|能不能|可不可以|是不是|什么意思|包括|包不包)/gm,
    /\b(?:i|we)(?:'m| am| was|'re| are)? ?(?:just )?(?:calling|looking|wondering|trying|want|wanted|need|needed|would like|'d like|like)(?: to| about| for| if| whether)\b|\b(?:can|could) (?:you|i)(?: please)? (?:tell|help|check|find|explain|get|pay|change|cancel|speak|ask)\b|\b(?:how (?:much|do|can|long|many)|what(?:'s| is| are| does| do)|when (?:is|does|do|will|can)|where (?:is|do|can)|do you (?:have|offer|cover|sell)|does (?:it|my|the|this))\b|\bi have (?:a|some) questions?\b/gm,
  ],
};

/** The agent passes the caller on to who must act. */
export const passedOn: readonly RegExp[] = [
  /(?:帮|给|为|替)?(?:您|你)?(?:转接?|转到|转给|转达|转交|接通|接到)(?:给|到|一下|过去|至)?(?:[^，。]{0,10}(?:部|专员|经理|同事|老师|人工|客服|客户经理|理赔|技术|负责)|过去|一下)|(?:让|请|安排|通知|联系|叫)[^，。]{0,8}(?:专员|经理|同事|客服|师傅|负责人|部门|顾问|工作人员|理赔员)[^，。]{0,8}(?:联系|回复|回电|给您|跟您|处理|回访|打)|(?:记录|登记|反馈|上报)(?:下来|一下|给)?[^，。]{0,12}(?:部门?|回复|处理|回电|相关|领导|联系)|(?:您|你)(?:可以)?(?:拨打|打|联系)[^，。]{0,14}(?:热线|电话|专员|部门|号码)/gm,
  /\b(?:transfer|connect|put|pass|forward|escalate|route)(?:ring|ing)?\b[^.]{0,40}\b(?:you|your call|this|through|it|department|team|colleague|manager|specialist|on)\b|\b(?:someone|somebody|a colleague|my (?:manager|colleague|supervisor)|an? (?:agent|adviser|advisor|specialist|adjuster)|the \w+ (?:team|department))\b[^.]{0,20}\b(?:will|can|to) (?:call|contact|get back|reach|ring|email|follow up|help)\b|\bi(?:'ll| will) (?:call|get back to|ring|email|have \w+ (?:call|contact)) (?:you)\b|\b(?:you (?:can|need to|should)|please) (?:call|contact|ring|dial)\b/gm,
];

/** The agent owns to not knowing, or turns the caller away. */
export const leftOpen: readonly RegExp[] = [
  /(?:我|我们|这个|这边|也|真的)*(?:不知道|不清楚|不太清楚|不了解|不归我们?管|不是我(?:们)?(?:负责|管)|管不了|帮不了(?:您|你)|没办法(?:回答|帮|查)|回答不了)/gm,
  /\bi (?:don't|do not|really don't)(?: really)? know\b(?! (?:if|why|how you|what you|about you))|\bno idea\b|\b(?:can't|cannot|unable to) help you\b|\b(?:that's|it's) not (?:my|our) (?:department|job|area|responsibility)\b/gm,
];

/** The agent goes to find out, so that an answer may follow outside the words at hand. */
export const findsOut: readonly RegExp[] = [
  /(?:查|问|核实|确认|了解|请示|看)(?:一下|下|一查|问看|看看?)|(?:稍后|回头|晚点|一会儿?)[^，。]{0,6}(?:回复|给您|告诉|联系)/gm,
  /\b(?:let me|i(?:'ll| will| can)|allow me to|i'm going to)(?: just| quickly)? (?:check|find out|look|ask|see|look into|pull)\b|\b(?:one|just a) (?:moment|second|minute)\b|\bbear with me\b/gm,
];

/** The agent has done what was asked, or says where and how it is done. */
export const settledWording: readonly RegExp[] = [
  /已经?(?:帮|给|为)?(?:您|你)?[^，。]{0,8}(?:办好|取消|登记|处理|改好|提交|申请|查到|退)|(?:带|凭|到|去|登录|通过)[^，。]{0,14}(?:办理|柜台|网点|营业厅|门店|官网|公众号|申请)/gm,
  /\bi(?:'ve| have)(?: just| now| already)? (?:cancel\w*|updated|changed|submitted|sent|booked|registered|processed|filed|added|removed|made|set|put|noted)\b|\b(?:it|that|this)(?:'s| is| has been) (?:done|cancel\w*|updated|changed|all set|taken care of)\b/gm,
];
