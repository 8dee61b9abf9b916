/** Talk of home and friends that has no place in a business call, over normalised text. */
export const privateTalk: readonly RegExp[] = [
  /(?:晚上|今晚|中午|周末|待会儿?|下班)(?:我们?|咱们?|一起|去|回家|想|你想)*(?:吃(?:什么|啥|火锅|饭|烧烤)|看电影|逛街|打(?:游戏|麻将|牌|球)|喝(?:酒|一杯)|唱歌|聚(?:一下|会|聚))/gm,
  /(?:老公|老婆|亲爱的|宝贝|宝宝乖|妈妈?|爸爸?|姐|闺蜜)[，,]?(?:我(?:今晚|晚点|马上|一会儿|还在|在上班|下班)|你(?:吃了|在哪|回来|几点|到家|接))|(?:接|去接)(?:一下)?(?:孩子|儿子|女儿|娃)(?:放学|下课)?|(?:想|爱)你(?:了|哦|啊|哟|么么)|么么哒|抱抱/gm,
  /\b(?:honey|babe|baby|sweetheart|darling|mom|mum|dad|bro|dude)\b[^.]{0,20}\b(?:i|you|are|what|when|dinner|home|can)\b|\b(?:love|miss) you(?: too)?\b/gm,
  /\b(?:what's for|have|grab|get|cook|make) (?:dinner|supper|drinks?|a beer|beers)\b|\bpick up the (?:kids?|children|boys|girls|groceries)\b|\b(?:watch the (?:game|match)|going to the (?:movies|party|pub|gym))\b|\b(?:what are you doing|see you) (?:tonight|this weekend|after work)\b/gm,
];

/** Wording that shows business: service, products, papers, money. */
export const businessTalk: readonly RegExp[] = [
  /(?:您好|请问|公司|客户|保单|保险|产品|方案|套餐|合同|订单|价格|费用|报价|服务|预约|咨询|投诉|理赔|缴费|账户|发票|业务|办理|楼盘|房|广告|贷款|课程|您)/gm,
  /\b(?:company|customer|client|policy|insurance|products?|packages?|contract|order|price|cost|quote|service|appointment|claim|premium|account|invoice|payment|calling (?:from|about)|offer|how (?:can|may) i help|sales|property|loan|advertis\w+|delivery|department)\b/gm,
];
