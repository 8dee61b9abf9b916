/** The customer says that an earlier customer brought them, over normalised text. */
export const referralMentions: readonly RegExp[] = [
  /(?:我|是|听)?(?:一?个)?(?:朋友|同事|亲戚|邻居|老客户|老业主|同学|我姐|我哥|我妹|我弟|我妈|我爸|业主|[\u4e00-\u9fff]{1,3}(?:先生|女士|姐|哥|总))(?:给|跟|向|他|她)*(?:我们?)?(?:介绍|推荐)(?:我|过|来|的|给|说|你|您)/gm,
  /(?:朋友|同事|亲戚|邻居|老客户|同学)(?:之前|也|在|他|她|就|是)*(?:在)?(?:你|您)们(?:这|那)?(?:里|儿|边)?(?:买|办|做|投|订)(?:过|的|了)/gm,
  /\b(?:friend|colleague|neighbou?r|coworker|brother|sister|cousin|customer|client|mother|father|mom|dad|aunt|uncle)(?: of mine| of yours)?(?: \w+){0,4} (?:recommended|referred|sent|told me (?:about|to call)|suggested)\b/gm,
  /\b(?:i was|we were|got) (?:referred|recommended|sent)(?: to you)? by\b|\breferred by\b/gm,
  /\b(?:friend|colleague|neighbou?r|brother|sister|cousin|mother|father|aunt|uncle)(?: of mine)?(?: \w+){0,3} (?:bought|got|purchased)(?: \w+){0,4} (?:from|with) you\b/gm,
];

/** A note names who the customer belongs to. */
export const ownerInNote: readonly RegExp[] = [
  /(?:归属|业绩归|客户归|首接|原|归)(?:人|属|销售|顾问|置业顾问|业务员|坐席)*[^，。\n]{0,4}[\u4e00-\u9fffa-z]{2,8}|(?:老客户|老业主|业主|朋友)?[\u4e00-\u9fff]{2,4}(?:先生|女士|总|姐|哥)?(?:介绍|推荐|带来)|(?:由|经)[\u4e00-\u9fff]{2,6}(?:介绍|推荐)|(?:介绍人|推荐人|转介绍人)[^，。\n]{0,3}[\u4e00-\u9fffa-z]{2,8}/gm,
  /\b(?:owner|first agent|belongs to|original agent|assigned to)\b[^,\n]{0,3} ?[a-z]{2,}|\b(?:referred|recommended|introduced|sent) by (?!a friend|friend|a customer|another)[a-z]{2,}/gm,
];

/** A note speaks of a referral without a name. */
export const referralInNote: readonly RegExp[] = [
  /介绍(?:来|的|过来)|转介绍|老带新|推荐来/gm,
  /\breferr(?:al|ed)\b|\brecommended by\b|\bfriend\b/gm,
];

/** The agent argues before the customer about whose customer it is. */
export const ownershipDisputes: readonly RegExp[] = [
  /(?:您|你|这个客户|这(?:是|本来)?)(?:是|本来是|应该是|属于)(?:我的|我先|我们组的?)客户|(?:他|她|小[\u4e00-\u9fff]|[\u4e00-\u9fff]{1,2}经理)(?:抢|撬|挖|截)(?:了|走)?(?:我|我们)?的?(?:客户|单)|(?:别|不要|不用)(?:找|联系|理)(?:他|她|小[\u4e00-\u9fff])(?:了|买|办)?[^，。]{0,6}(?:我的客户|算我的|提成)|(?:提成|业绩)(?:是|就|应该|得)?(?:算|归)(?:我|他|她)/gm,
  /\byou(?:'re| are) (?:my|our|not (?:his|her|their)) (?:customer|client|lead)\b|\b(?:he|she|they|\w+) (?:stole|poached|took|grabbed|is stealing) (?:my|our) (?:customer|client|lead|deal)s?\b|\b(?:the|my) commission (?:is|should be|goes|belongs)\b/gm,
];
