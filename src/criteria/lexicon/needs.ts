/** Open questions by which an agent draws out what the customer needs, over normalised text. */
export const needQuestions: readonly RegExp[] = [
  /(?:您|你|咱们?|贵公司|家里|孩子|宝宝)?(?:这边|目前|现在|平时|主要|大概|一般|最|之前|比较|希望|想|打算|更)*(?:想|希望|打算|需要|关注|看重|在意|考虑|倾向|喜欢|担心|想要|偏好|计划)(?:的)?(?:是|要|做|买|找|了解|解决|选|投|住|达到|学|看|用|在)*(?:什么|哪|多大|多少|几|怎样|怎么样|啥)/gm,
  /(?:您|你|咱们?|贵公司|家里|孩子|公司)(?:这边|目前|现在|平时|主要|大概|一般|之前|的)*(?:用|在用|做|做的|使用|从事|合作|投放|住|有|推广|买|开|使|经营)(?:的)?(?:是|过|着)?(?:什么|哪|几|多大|多少|怎么|怎样|啥)/gm,
  /(?:预算|需求|要求|情况|用途|目的|目标|面积|户型|人数|规模|期望|想法|年龄|保障情况)(?:这边|大概|大约|是|方面|上|呢|能|在|有)*(?:什么|哪|多少|怎么|怎样|几|多大|如何|啥)|(?:什么样|什么类型|哪种类型|哪一?类|哪方面|哪些方面|什么方面|什么价位|什么用途)(?:的)?/gm,
  /(?:有(?:没有)?(?:什么|哪些)(?:样的|特别|具体)?(?:要求|需求|困难|问题|顾虑|想法|打算))|(?:方便|能)(?:跟我)?(?:说说|讲讲|介绍一下|聊聊)(?:您|你|目前|现在|贵公司|家里)/gm,
  /(?:自住|自己住)还是(?:投资)?|(?:给|为)谁(?:买|看|选|投|办|准备)|(?:几|多少)(?:口|个)人(?:住|用|一起)|(?:多大|什么)(?:年纪|年龄)/gm,
  /\b(?:what|which)(?: \w+){0,3} (?:do|are|would|is|did|does|were|kind|sort|type)(?: \w+){0,6}(?: (?:looking for|need|want|hoping|trying|interested in|important|matters?|prefer|using|use|currently|goals?|budget|concerns?|after|have in mind|purpose|plan))\b/gm,
  /\b(?:what(?:'s| is| are)) (?:your|the|most)(?: \w+){0,3} (?:budget|goals?|needs?|requirements?|priorit(?:y|ies)|concerns?|situation|timeline|purpose|challenges?|current|important|price range)\b/gm,
  /\b(?:tell me|could you (?:tell|share)|can you (?:tell|share)|walk me)(?: \w+){0,5} (?:about|through) (?:your|what|how|the)\b/gm,
  /\bhow (?:do|are|many|much|large|big|often|long|soon) (?:\w+ ){0,3}(?:you|your|people|family|are)(?: \w+){0,5}(?: (?:currently|using|use|now|need|reach|handle|spend|advertis\w+|looking|live|living|planning|staff|employees|budget|manage|drive|travel))?\b/gm,
  /\b(?:who(?:'s| is| will| would)(?: \w+){0,3} (?:for|using|live|living|covered))\b|\bhow can (?:i|we) (?:best )?help you (?:with|achieve|reach)\b/gm,
  /(?:请问)?(?:您|你)?(?:需要|想|想要)(?:了解|咨询|办理|查询)?(?:些)?(?:什么|哪(?:方面|些|款|种))/gm,
];

/** The customer states a need unasked. */
export const statedNeeds: readonly RegExp[] = [
  /(?:我|我们|公司|家里)(?:这边|就|是|现在|最近|主要)?(?:想|要|打算|需要|准备|希望)(?:要|买|找|了解|看|咨询|给|办|投|做|租|换|查|订|学)/gm,
  /\b(?:i'm|i am|we're|we are|was) (?:looking|hoping|trying|thinking|planning|calling) (?:for|to|of|about|at)\b|\b(?:i|we)(?:'d)?(?: \w+)? (?:need|want|would like|like)\b(?: (?:to|a|an|some|something))\b/gm,
];
