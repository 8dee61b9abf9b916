/** Words that greet, in both languages; alternatives in brackets. */
export const greetingPhrases: readonly string[] = [
  '您好',
  '你好',
  '大家好',
  '(先生|女士|小姐|老师|总|经理|姐|哥|阿姨|叔叔)(您|你)好',
  '(先生|女士|小姐|老师|经理|姐|哥|阿姨|叔叔)好',
  '(早上|上午|中午|下午|晚上)好',
  '早安',
  '晚安',
  '(新年|节日|春节|中秋|圣诞|元旦|周末)(好|快乐)',
  '欢迎(您)?(致电|来电|拨打)',
  '感谢(您)?(的)?(致电|来电|拨打)',
  '谢谢(您)?(的)?(致电|来电)',
  '很高兴(能)?为(您|你)服务',
  '哈喽',
  '哈啰',
  'hello',
  'hi',
  'hey',
  'hiya',
  'howdy',
  'greetings',
  'good (morning|afternoon|evening|day)',
  'morning',
  'afternoon',
  'thank you( so much| very much|) for (calling|contacting|your call|ringing|reaching)',
  'thanks( so much| very much|) for (calling|contacting|your call|ringing|reaching)',
  'welcome to',
  'how are you( doing|)( today|)',
];

/** Questions that ask what the customer needs. */
export const needQuestionPatterns: readonly RegExp[] = [
  /(?:请问)?(?:是)?(?:要|想|需要)(?:办理?|咨询|了解|查询?|问)(?:一下)?(?:什么|哪方面|哪些|哪个|啥)(?:业务|事情|事|问题|产品)?/g,
  /(?:请问)?(?:您|你)?(?:这边|今天)?(?:还)?(?:有|需要)?(?:什么|啥|哪些|哪方面)(?:问题|事情|事|需要|需求|业务)?(?:是)?(?:需要|可以|能够|能)?我?(?:可以|能够|能|来|们)?(?:帮|为|给)(?:助|忙|到|得上|您|你)+(?:的|服务|效劳|做的|解决的|解答的)?/g,
  /(?:请问)?(?:您|你)?(?:这边|今天)?有(?:什么|啥|哪些|哪方面)(?:方面)?的?(?:需要|需求|问题|要求|想法|疑问|业务)/g,
  /(?:请问)?(?:您|你)(?:这边|今天|现在)?是?(?:需要|想要|想|要)(?:办理|咨询|了解|查询|反映|申请|预约|办|找|问)(?:一下)?(?:什么|哪方面|哪些|哪个|哪种|啥)/g,
  /(?:请问)?(?:您|你)?(?:这边)?需要(?:我)?(?:什么|哪方面的?|哪些|哪种|怎样的|怎么样的)(?:帮助|服务|帮忙|业务|协助)/g,
  /(?:有什么|需要我|我能|我可以|可以)(?:可以|能)?(?:为|帮|给)(?:您|你)(?:做|办理|解决|提供|服务|处理)(?:些|点)?(?:什么|的|吗)/g,
  /(?:怎么|如何|怎样)(?:来)?(?:才能)?(?:帮|帮助|为|协助)(?:到)?(?:您|你)/g,
  /(?:能|可以)(?:帮到|帮|帮助)(?:您|你)(?:什么|些什么|吗|的吗)/g,
  /(?:请问)(?:您|你)?(?:是)?(?:有)?(?:什么|啥)(?:事情|事儿|事|问题)/g,
  /(?:您|你)(?:请说|请讲)|^请讲$/g,
  /(?:您|你|贵公司|咱们|家里|公司)(?:最近|近期|目前|现在|这边|平时)?(?:有没有|是否有|有无|是不是有|会不会有).{0,10}(?:需求|需要|打算|考虑|计划|想法)/g,
  /\bhow (?:can|may|could|might|shall|do|should) (?:i|we) (?:be of |best |help|assist|serve|direct|support|make)(?: you| of service| your call)*(?: with| out)*(?: today)?/g,
  /\bhow (?:i|we) (?:can|may|could) (?:be of|help|assist)/g,
  /\bhow (?:can|may|could) (?:help|assist) you/g,
  /\bwhat (?:can|may|could) (?:i|we) (?:do|help|assist|get)\b(?: (?:for )?you)?/g,
  /\bwhat (?:would|do|did) you (?:like|need|want)(?: help| to do| assistance)?(?: with)?(?: today)?/g,
  /\bwhat (?:is|are|'s) (?:you )?(?:looking for|calling (?:about|for|in)|your (?:question|concern|reason|need|request))\b/g,
  /\bwhat (?:is|seems to be|was)? ?(?:the|your) (?:problem|issue|question|concern|reason for (?:your|the) call|nature of your call)\b/g,
  /\bwhat's (?:the problem|the issue|going on|your question|the reason|up)\b/g,
  /\bwhat (?:brings you|are you (?:calling|looking|trying|wanting|hoping|interested))\b/g,
  /\bwhat (?:kind|type|sort) of (?:help|service|assistance|account|issue|problem)\b/g,
  /\b(?:can|may|could) (?:i|we) (?:help|assist) you\b/g,
  /\b(?:anything|something) (?:i|we) (?:can|could|may) (?:help|assist|do)\b/g,
  /\b(?:help|assist) you (?:with )?(?:today|this (?:morning|afternoon|evening))\b/g,
];

/**
 * Wording that only looks like a greeting: other words (您好好考虑, 你好意思), wishes at the end (have a good day) and
 * times of day inside a sentence (tomorrow morning).
 */
export const notGreetings: readonly RegExp[] = [
  /(?:您|你)好(?:意思|好|像|久|几|多|奇|不容易|歹|用|转|处|评|友|说话|商量)/g,
  /(?:对|为|让|是为|都是为|帮)(?:您|你)好(?=$|啊|的|吧|呀)/g,
  /\b(?:have|enjoy|wish you)(?: yourself)? (?:an?|your|the rest of your)(?: \w+){0,3} (?:morning|afternoon|evening|day)\b/g,
  /\b(?:this|that|the|tomorrow|yesterday|every|in the|by|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|early|late|early in the|any|one|each) (?:morning|afternoon)\b/g,
  /\b(?:morning|afternoon) (?:it is|slot|appointment|or|at|is|would|works|and afternoon|of)\b/g,
];

/** Thanks for the call greet at its start; said later they close it. */
export const thanksForCalling = /^(?:感谢|谢谢|thank)/;

/** Before the question what the customer needs: this asks for something more, at the end of a call. */
export const asksForSomethingElse =
  /顾虑|还有|其他|其它|别的|\b(?:anything|something|what) (?:else|more|further)\b/;
