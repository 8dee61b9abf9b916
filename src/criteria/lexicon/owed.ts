/** The customer orders, books, pays or changes something, here or in answer to the agent; normalised text, as all below. */
export const commits =
  /\b(?:book|reserve|reservation|schedule|reschedule|appointment|order|buy|purchase|deliver\w*|transfer|pay|send|ship|refund|return|cancel|change|move|pick(?:ed)? up|claim|deposit|sign (?:me )?up|set up|tickets?|come (?:in|over|by))\b|订|预约|预定|约|下单|买|寄|送|汇|转|付|交|退|取|报案|赔|改|上门|派送|办理|登记|借|贷|还款|报名|开通|办/;

/** The customer asks to be called, visited, supplied or helped: a day or time beside it is one to keep. */
export const asksToAct =
  /\b(?:call|ring|phone|text|e ?mail|contact|reach|visit|meet|see) (?:me|us|my \w+|our \w+)\b|\bcall(?:ing)? (?:back|again)\b|\b(?:come|drop|stop|swing) (?:over|by|in|round|around|out|back)\b|\bcome (?:and|to) (?:see|look|fix|repair|visit|collect|install|pick)\b|\b(?:send|get) (?:me |us )?(?:someone|somebody|some one|a (?:man|person|technician|mechanic|plumber|colleague|engineer|courier|driver|repairman))\b|\b(?:can|could|will|would) (?:you|someone|somebody|it|they|that|this|he|she)(?: \w+){0,3} (?:fix|fixed|repair|repaired|installed?|replaced?|serviced?|collect|finish|finished|done|ready|delivered?|sent|come|visit|call)\b|\b(?:needs?|want|like) (?:it|this|that|them|to be|to have it) (?:\w+ )?(?:fixed|repaired|installed|replaced|done|ready|finished|delivered|called)\b|(?:再|给我|给我们|请)?(?:打给|打(?:个)?电话(?:给)?|来(?:个)?电话|回(?:个)?电|回(?:个)?电话|回(?:个)?访|联系|通知)(?:一下)?(?:我|你|您|吧|一下|过来)|(?:再|给)(?:我|我们)?(?:打|来|回)(?:个)?电话|派(?:个|一个|位)?(?:人|师傅|同事|技师|工程师|快递)|(?:你|您|你们|师傅|人|谁)?(?:能|可以|请|要|让).{0,8}(?:过来|来一?趟|上门|见面|拜访|面谈|修好?|装好?|安装|送到|送过来|寄到|弄好|搞定|处理好|到货)/;

/** The agent asked for a value. */
export const asksValue =
  /\b(?:how many|how much|what (?:time|day|date|amount|is your|'s your|number|address)|which (?:day|date|time)|when|where|your (?:number|address|phone|account|card|policy|zip|date of birth|email))\b|几(?:位|个|张|点|号|天|人|间|套|台)|多少|什么时候|哪(?:天|里|儿|一天)|地址|电话|号码|日期|时间/;

/** Told in passing: what was, what others did, how long, how often. */
export const inPassing =
  /^(?:哦|嗯|啊|好)*那(?:就|不就)?是|[百千万]多(?:块|元|吧|$)|\b(?:ago|last (?:year|month|week|time)|already|used to|since|been|was|were|had|years? old|every|used|before|usually|always|for (?:about |over |almost )?\w+ years|(?:you|he|she|they) (?:said|told|promised)|didn't|did not|never (?:call|came|got|rang|show)\w*)\b|没(?:有)?(?:给|打|来|回|人)|(?<![点号日分半周一二三四五六末底]|[明后今]天|[一二三四五六七八九十]月)之前|以前|上次|上个?月|去年|前年|当时|已经|用了|住了|干了|做了|每(?:天|月|年)|平时|一直|那时候|岁|同事|朋友|别人|人家|太贵|便宜|才[一二两三四五六七八九十0-9]/;

/** The customer says what is to be done, and does not ask what could be. */
export const orders =
  /\b(?:i|we)(?:'d| would|'ll| will)?(?: just| only| actually)? (?:like|want|need|take|have)\b|\b(?:book|order|reserve|make it|give me|get me|transfer|send|pay|just|only)\b|我要|我想|我们要|想要|帮我|给我|来[一两二三四五六七八九十0-9]|订|约|改|就|汇|转|存|取/;

/** The customer asks what could be had. */
export const asks =
  /[?？]$|吗$|么$|呢$|多少|能不能|有没有|可不可以|\b(?:how much|how many|do you have|is there|are there|what about|can you tell)\b/;

/** Stands right before the number of a record: an order, an invoice, a contract. */
export const recordLabel =
  /\b(?:order|invoice|contract|policy|account|booking|reservation|case|reference|customer|member(?:ship)?|confirmation|tracking|serial|claim|service|bill|job)(?: reference)? (?:number|no|id|code)(?: (?:is|was|would be|that's|it's|for it is))? ?$|(?:订单|合同|保单|发票|账单|工单|会员|客户|运单|快递|受理|流水|设备|报修|单|编)(?:的)?(?:编|单)?(?:号|号码|编码)(?:码)?(?:是|为|就是|呢是)?$/;

/** Stands right before a sum the customer names as the matter of the call. */
export const sumLabel =
  /\b(?:amount|total|balance|sum|deposit|fee)(?: (?:on|of) (?:it|the \w+))?(?: (?:is|was|of|comes to|should be|says|only|just))* ?$|(?:金额|总额|总价|欠款|款项|押金|定金|尾款|费用)(?:一共|总共|就|上)*(?:是|为|写的是)?(?:一共|总共|只有)?$/;

/** Stands right before what the customer can spend. */
export const budgetLabel =
  /\bbudget(?: (?:is|of|for \w+ is|only|just|about|around))* ?$|\b(?:can|could|want to|would like to) spend(?: (?:only|just|about|around|up to))* ?$|预算(?:一共|总共|大概|最多|也)*(?:就|只)?(?:是|为|有|在)?(?:大概|差不多)?$/;

/** The customer says that something is wrong, and what it should be. */
export const isWrong = /\b(?:wrong|incorrect|not (?:right|correct)|mistake|error)\b|错|不对|有误|搞混/;
/** Stands before the value that puts it right. */
export const putsRight =
  /\b(?:should (?:be|have been|say)|supposed to be|correct \w+ is|must be)(?: \w+){0,3} ?$|(?:应该|应当|本来|实际|正确的)(?:是|应该是)?.{0,4}$/;
