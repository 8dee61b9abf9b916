/** A customer tells of something that went wrong, over normalised text. */
export const problemMentions: readonly RegExp[] = [
  /(?:出|有)(?:了)?(?:点|个|些|大|很大的?|质量|严重的?)?(?:问题|毛病|故障|差错|错误|漏洞)(?!吗|么|想|要|咨询|请教|问|可以|随时|的话|都)|(?:坏|漏|裂|堵|断|掉|烂|碎)(?:了|掉|水|电)(?:了)?|(?:一直|还是|都|到现在|至今|迟迟|根本)(?:还)?(?:没|没有|不)(?:人|有人)?(?:解决|处理|收到|到|回复|给|修|退|来|发货|打通|用|好|管|理)|(?:打|用|登|连|开|付|收|退|修|联系)不(?:了|上|开|到|通|好)|(?:多|乱|重复)(?:扣|收)(?:了)?[^，。]{0,6}(?:钱|费|款|块|元)|(?:发|寄|送|算|记|弄|搞|写|扣)错(?:了)?|(?:态度|质量|服务)(?:很|太|特别|非常|真)?(?:差|恶劣|不好)|(?:要|想)投诉/gm,
  /\b(?:have|had|having|got|there(?:'s| is| was| are| were)|ran into|big|serious|real|same|another) (?:a |an |some |the |this |another )?(?:\w+ )?(?:problems?|issues?|trouble|complaints?|mistakes?|errors?|faults?|defects?)\b(?! with (?:that|it) at all)|\b(?:is|are|was|were|it's|got|came|arrived) (?:\w+ )?(?:broken|damaged|leaking|cracked|faulty|defective|not working|wrong|missing|late|delayed|overcharged)\b|\b(?:doesn't|does not|didn't|did not|won't|isn't|not|never|hasn't|haven't)(?: \w+)? (?:work|working|arrived?|received?|come|fixed|resolved|responded|delivered|turn on|called? (?:me )?back)\b|\b(?:overcharged|charged (?:me )?twice|double charged|wrong (?:amount|item|order|address|bill|price))\b|\bi (?:want|would like|'d like) to (?:make a )?complain/gm,
];

/** A note speaks of a problem at all. */
export const problemInNote: readonly RegExp[] = [
  /问题|投诉|故障|报修|反馈|上报|不满|异常|损坏|漏水|维修|未解决|未收到|坏/gm,
  /\b(?:problem|issue|complain\w*|fault\w*|broken|damage\w*|defect\w*|leak\w*|escalat\w*|report\w*|missing|late|wrong|overcharg\w*|unresolved|not working|dissatisf\w*)\b/gm,
];
