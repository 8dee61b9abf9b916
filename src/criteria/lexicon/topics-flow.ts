import type { Topic } from './topic.ts';

/** How a call is led from the first hello to the next step: what agents and receptionists say on the way. */
export const flowTopics = {
  'company-confirmed': {
    title: { en: 'the question whether this is the company meant', zh: '确认对方公司' },
    patterns: [
      /(?:请问)?(?:您|你)?(?:这里|这边|那边|那里|您那|你那|贵司|咱们这)?是.{1,20}?(?:公司|集团|工厂|学校|医院|酒店|中心|事务所|门店|店|厂|单位|传媒|科技)(?:吗|吧|么|是吗)/gm,
      /\b(?:is|am i|have i)(?: this| that| i)?(?: through to| speaking (?:to|with)| calling| reached)? [a-z]{2,}(?: [a-z&]+){0,4} (?:company|inc|ltd|limited|group|hotel|school|office|clinic|agency|corporation|store|shop|media|motors|solutions|services)\b/gm,
      /\b(?:have i|did i) (?:reached?|got|get|called?|come through to)\b|\bam i (?:speaking|talking) (?:to|with) (?:someone (?:at|from) )?(?:the )?\w+/gm,
    ],
  },
  'caller-named': {
    title: { en: 'who is calling, and from where', zh: '说明来电人及所在单位' },
    patterns: [
      /我(?:这边|这里|们这边|们)?是.{0,16}?(?:公司|集团|传媒|科技|保险|银行|中心|广告|地产|置业|教育|网|平台|的小?[\u4e00-\u9fff]{1,3}|的)|我(?:叫|姓)[\u4e00-\u9fff]{1,3}|这里是[\u4e00-\u9fff]{2,12}/gm,
      /\b(?:my name is|my name's|this is|it's) (?!(?:the|a|an|about|not|in|very|just|really|good|okay|ok|fine|regarding|for)\b)[a-z]+(?: [a-z]+){0,3} (?:from|with|at|of|calling)\b|\bmy name(?:'s| is) [a-z]+|\b(?:i'm|i am|we're|we are) (?:calling )?(?:from|with) [a-z]+|\bcalling (?:from|on behalf of|for) [a-z]+/gm,
    ],
  },
  'asks-who-decides': {
    title: { en: 'the question who is in charge', zh: '询问负责人' },
    patterns: [
      /(?:负责|主管|管理|分管|管)(?:你们|您们|咱们|贵司|公司|这块|这方面|这一块|这个|的)?.{0,16}(?:是(?:哪位|谁|哪一位|哪个)|哪位|怎么称呼|贵姓|在吗|方便接)|(?:哪位|哪一位|谁|什么人|哪个(?:部门|人|领导|经理))(?:在|来|是|可以)?(?:具体)?(?:负责|主管|管(?!你)|做主|决定|对接)/gm,
      /(?:找|转|接|联系)(?:一下|到|给|下)?(?:你们|您们|咱们|贵司|公司)?(?:的)?.{0,10}(?:负责人|主管|经理|总监|领导|老板|老总|市场部|采购部|采购)/gm,
      /\b(?:who|whom|which person)(?: \w+){0,3} (?:in charge|responsible|handles?|looks? after|takes? care|deals? with|makes? (?:the|those|that) decisions?|decides?|manages?|is the right person|should i (?:speak|talk|ask))\b/gm,
      /\b(?:speak|talk|put me through|connect me|transfer me|get in touch)(?: \w+){0,2} (?:to|with) (?:the |your |a |whoever |someone |somebody |the person (?:who|in))?(?:\w+ ){0,3}(?:in charge|responsible|manager|owner|director|handles|head of|department|decision maker|person)\b|\b(?:person|someone|somebody|anyone|manager) (?:who(?:'s| is)? )?(?:in charge|responsible|handles?|looks after)\b/gm,
    ],
  },
  'asks-extension': {
    title: { en: 'the extension or direct line asked for', zh: '询问分机或直线' },
    patterns: [
      /(?:分机|直线|座机|内线)(?:号码?|电话)?.{0,6}(?:是|多少|几号|几|给我|说一下|方便|有吗)|(?:问|告诉|给|留|知道|报)(?:一下|下|我|我一下|个)?.{0,10}(?:分机|直线|内线)(?:号|电话)?/gm,
      /\b(?:extension|direct (?:line|number|dial)|their line)\b(?=.*)/gm,
    ],
  },
  'asks-surname': {
    title: { en: 'the receptionist’s name asked for', zh: '询问前台姓氏' },
    patterns: [
      /(?:您|你)?(?:贵姓|免贵|怎么称呼|如何称呼|尊姓|姓什么|叫什么名字)|(?:怎么|如何)(?:称呼|叫)(?:您|你)|称呼(?:您|你)(?:什么|怎么)/gm,
      /\b(?:may|can|could|might) i (?:please )?(?:have|get|ask|take|know|ask for) your (?:last |first |full )?(?:name|surname)\b|\bwhat(?:'s| is| was) your (?:last |first )?(?:name|surname)\b|\bwho am i (?:speaking|talking) (?:to|with)\b|\byour name (?:please|is|was|again)\b|\b(?:and|sorry) your name\b/gm,
    ],
  },
  'uses-surname': {
    title: { en: 'the other side addressed by name', zh: '以姓氏称呼对方' },
    patterns: [
      /(?![位个的找是问你您们贵请大小前台帮下接转到给叫跟和有在这那哪一去来换对])[\u4e00-\u9fff](?:小姐|先生|女士|经理|总监|主任|老师|主管|总(?=[您你好那我这是啊]|$)|姐(?!妹)|哥(?!们)|老板|部长|院长|校长|店长)/gm,
      /\b(?:mr|mrs|ms|miss|mister|doctor|dr|professor) [a-z]{2,}\b/gm,
      /\b(?:thank you|thanks|hi|hello|morning|afternoon|okay|great|right)(?: so much| very much)? (?!(?:so|very|for|you|and|that|there|i|we|yes|again|everyone|sir|madam|ma'am|good|this|is|the|it|a|my|to|let|what|how|can|could|just|of|then|but|much|have|all|your|bye|now)\b)[a-z]{3,12}$/gm,
    ],
  },
  thanks: {
    title: { en: 'thanks', zh: '致谢' },
    patterns: [
      /(?:谢谢|感谢|多谢|辛苦(?:您|你|了)|麻烦(?:您|你)了)/gm,
      /\b(?:thank you|thanks|appreciate (?:it|that|your)|grateful)\b/gm,
    ],
  },
  'asks-convenience': {
    title: { en: 'the question whether it is a good moment', zh: '询问对方是否方便' },
    patterns: [
      /(?:您|你)?(?:现在|这会儿|这个时间|这会|此刻|接电话|听电话|说话|通话|讲话)+.{0,6}方便(?:吗|么|不|吧|接|听|说|聊|讲)?|方便(?:接|听|说|聊|讲|通|占用|耽误)(?:个|一下|几句|下)?(?:电话|话|几分钟|两分钟|一两分钟)?|(?:能|可以|可否|能否|想)?(?:占用|耽误|打扰)(?:您|你)(?:的)?(?:一|两|几|三|五|一两|1|2|3|5)?(?:分钟|点时间|一点时间|一会|些时间)/gm,
      /\b(?:is|was|am|are)(?: this| it| now| i| you)+(?: still)?(?: a| an)? ?(?:good|convenient|okay|ok|bad|right|free|available|catching|busy|all right|alright)\b(?: time| moment| to talk| to speak| for you| you)?/gm,
      /\b(?:do|would|have) you (?:have |got )?(?:a|one|two|a couple(?: of)?|a few|five|just a|thirty) (?:quick )?(?:minutes?|moments?|seconds?|second)\b|\b(?:can|could|may|might) i (?:have|take|borrow|grab|steal)(?: just)? (?:a|one|two|a few|five|a couple of) (?:minutes?|moments?|seconds?)\b|\bif now(?:'s| is) (?:a good time|convenient|okay)\b/gm,
    ],
  },
  'decision-maker': {
    title: { en: 'the person in charge on the line', zh: '接通负责人' },
    patterns: [
      /(?:我就是|就是我|我是)(?:这个|这方面的|这块的|公司的|他们的|市场部的|采购部的|这里的)?(?:负责人|负责|经理|主管|老板|总监|店长|管这|管的|本人)|(?:我|这个|这块|这方面|这一块|这事|都是?)(?:是|由|归)?我(?:来|在|们)?(?:负责|管|决定|定|做主|对接|说了算)|^(?:对|是|嗯)?(?:我就是|就是我|我就是啊|是我|正是我|我是)(?:您说|你说|请讲|哪位|你哪位|什么事)?$|我(?:可以|能)(?:做主|决定|拍板)/gm,
      /\b(?:that's|that is|that would be|that'd be) me\b|\b(?:i am|i'm) (?:the |one of the )?(?:person )?(?:in charge|responsible|owner|manager|director|decision maker|(?:marketing|sales|purchasing|office|general) (?:manager|director))\b|\b(?:i|that's what i) (?:handle|look after|take care of|manage|make|run|decide)(?: \w+){0,2} (?:that|this|those|decisions?|advertising|marketing|purchasing|it|all|business|shop|place)\b|^(?:yes |yeah |hi |hello )*(?:speaking|this is (?:he|she|him|her)|you're speaking (?:to|with) (?:him|her|me))\b/gm,
    ],
  },
  'gatekeeper-answers': {
    title: { en: 'somebody answering who passes calls on', zh: '前台或转接人员接听' },
    patterns: [
      /(?:我|这边|这里)?(?:帮|给|替)(?:您|你)(?:转(?:接|过去|一下|到|给)?|接(?:过去|到|进去)|叫一下|找一下他|问一下(?:他|她|领导|经理))|(?:我|这里|这边)?(?:是)?(?:前台|总机|接线员)(?!.{0,6}(?:转|帮我|说|告诉))|(?:(?:他|她|经理|负责人|领导|老板|总监|[\u4e00-\u9fff]总|主管)(?:现在|这会儿|今天|刚|都|也|目前)*(?:不在|出去了|在开会|开会去了|出差|外出|没在|很忙|在忙))|(?:找|联系)(?:他|她|我们领导|我们老板|我们经理|我们[\u4e00-\u9fff]{0,4}(?:经理|总))(?:有)?(?:什么|啥|干)/gm,
      /\b(?:i'll|i will|let me|i can|i could|shall i|please hold while i|one moment i'll)(?: \w+)? (?:put you through|transfer you|connect you|pass you|see if (?:he|she|they)(?:'s|'re| is| are)|take a message|check if (?:he|she|they)|get (?:him|her|them) for you)\b|\b(?:front desk|reception|receptionist|switchboard) (?:speaking|here)\b|\b(?:he|she|the manager|the owner|the boss|mr \w+|mrs \w+|ms \w+) (?:is|isn't|is not|'s)(?: currently| not| just)? (?:available|in a meeting|out of (?:the )?office|not in|on another (?:call|line)|away|out|busy|in the office)\b|\bwho (?:shall|should|may|can) i say is calling\b|\bwhat is this (?:regarding|in regards? to|about|concerning)\b.{0,20}\b(?:him|her|they)\b/gm,
    ],
  },
  'contact-noted': {
    title: { en: 'the agent’s contact given to be noted', zh: '请对方记下联系方式' },
    patterns: [
      /(?:您|你|麻烦您|麻烦你|方便)?(?:可以|能|方便)?(?:记|存|保存|留)(?:一下|下|个|着|录)?.{0,6}(?:我|我们|我这边|我的)(?:的)?.{0,4}(?:电话|号码|手机|微信|联系方式|名字|邮箱|姓名)|(?:我|我们)(?:的|这边的|个人的)?(?:电话|手机号?|号码|微信|联系方式|邮箱|qq)(?:号|号码)?(?:是|就是|:|[0-9一二三四五六七八九零幺])|(?:加|发|留)(?:一下|个|给您|给你)?我(?:的)?(?:微信|名片|联系方式|电话)/gm,
      /\b(?:let me|i'll|can i|may i|i can|i will) (?:give|leave|send|text|email) you (?:with )?my (?:\w+ )?(?:number|contact|details|email|card|name)\b|\b(?:write|jot|take|note|save)(?: that| this)? down my\b|\bmy (?:direct |cell |phone |mobile |office |telephone )*(?:number|line|email|extension)(?: address)? is\b|\b(?:you can|please) (?:reach|call|contact|text) me (?:back )?(?:at|on)\b|\b(?:save|keep) my (?:number|contact|card)\b/gm,
    ],
  },
  'second-contact': {
    title: { en: 'another way to reach the customer', zh: '获取客户其他联系方式' },
    patterns: [
      /(?:加|留|给|要|告诉|方便(?:加|留|给)?)(?:一下|个|下|我|我们)?(?:您|你)(?:的)?(?:个)?.{0,4}(?:微信|qq|手机|邮箱|邮件|联系方式|电话|直线|号码|msn)|(?:您|你)(?:的)?(?:微信|qq|手机号?|邮箱|直线|msn|联系方式|个人电话)(?:号码?|地址|是)?.{0,4}(?:多少|什么|是|方便|可以|给我|留|吗|有吗)|(?:微信|qq|邮箱|手机|msn)(?:号|号码|地址)?(?:就)?(?:是)?(?:这个|您的|你的|本机|同号|多少|什么)|(?:发|寄)到(?:您|你)(?:的)?(?:哪个)?(?:邮箱|微信|手机|qq)/gm,
      /\b(?:what(?:'s| is| would be)|can i (?:have|get|grab|take)|could i (?:have|get|grab|take)|may i (?:have|get|take)|do you have|give me|is there) (?:you |your |a |an |the |another )?(?:best |direct |good |other |personal |cell |mobile |alternate |second |work |business |better )*(?:e ?mail|number|phone|cell|line|contact|address|whatsapp|wechat|way to reach you)\b|\b(?:best|another|other|better) (?:number|way|email) (?:to|for) (?:reach|contact|get|call)?/gm,
    ],
  },
  'next-step': {
    title: { en: 'an agreed next step', zh: '约定下一步' },
    patterns: [
      /(?:我|我们|我这边|这边)(?:会|就|先|再|晚点|到时候?|明天|后天|下周|下午|上午|过两天|过几天|回头|稍后|稍晚|周[一二三四五六日天])+(?:会|就|先|再|给|跟|和|把)*.{0,10}(?:您|你)?.{0,4}(?:打|联系|回电|回访|发|寄|传|安排|跟进|确认|上门|拜访|沟通|回复|致电|汇报|约|寄出|送)|(?:那|咱们|我们)?(?:就)?(?:约|定|约定|安排)(?:在|好|个|一下)?.{0,6}(?:周|星期|明天|后天|下午|上午|点|号|时间)|(?:明天|后天|下周|下午|上午|周[一二三四五六日天]|[0-9一二两三四五六七八九十]+点).{0,10}(?:见(?!过|面了)|再联系|再沟通|给(?:您|你)(?:打|回|电话|发)|跟(?:您|你)联系|等(?:您|你))|(?:再|保持|随时|到时)(?:联系|跟(?:您|你)联系|和(?:您|你)联系|给(?:您|你)(?:打|电话|去电))/gm,
      /\b(?:i'll|i will|we'll|we will|i'm going to|let me|i am going to|someone will|they'll|you'll (?:get|receive|hear))(?: \w+){0,2} (?:call|send|email|e mail|mail|text|follow up|schedule|book|ship|be in touch|get back|touch base|reach out|set (?:it |that )?up|transfer|arrange|check back|forward|contact|get (?:that|it|this)|from us|an? (?:email|call|confirmation|text))\b|\b(?:talk|speak|see|meet)(?: to| with)? you (?:then|soon|on|at|tomorrow|next|monday|tuesday|wednesday|thursday|friday|later|again)\b|\b(?:call|calling|check in|follow up|try)(?: you)? (?:back )?(?:on|at|tomorrow|next|monday|tuesday|wednesday|thursday|friday|in (?:a|two|the))\b|\b(?:appointment|meeting|visit|order|delivery|call)(?: is|'s)?(?: all)? (?:set|booked|scheduled|confirmed|placed) (?:for|on|at)?\b/gm,
    ],
  },
  'next-call-reason': {
    title: { en: 'a reason for the next call', zh: '为下次通话留下理由' },
    patterns: [
      /(?:等|待|您|你)?(?:看(?:完|了|过|一下)|收到|考虑(?:好|完|一下)|商量(?:好|完|一下)|研究(?:完|一下)|比较(?:完|一下)|发(?:过去|给您|给你)).{0,16}(?:我|我们)(?:再|会|就|明天|后天|下周|过两天|到时)*.{0,6}(?:给|跟|和|打|联系|听|回访|沟通|请教|确认)|(?:下次|下回|下周|明天|后天|过两天|过几天|到时候?|回头|周[一二三四五六日天]).{0,12}(?:再|给|跟|和|向)(?:您|你)?.{0,6}(?:打|联系|聊|沟通|汇报|确认|讲|说|介绍|请教|听听|发)/gm,
      /\b(?:once|after|when|if) you(?:'ve| have)? (?:\w+ )?(?:had (?:a|some)|looked|read|seen|received?|got|get|had|review\w*|talked?|thought|think|look|discuss\w*|decided?|spoken|speak)\b.{0,60}\b(?:i'll|i will|i can|we'll|we can|call|follow up|touch base|get back|talk)\b|\b(?:i'll|i will|we'll|i can|let me)(?: \w+){0,2} (?:call|follow up|check back|get back|touch base|check in|ring)\b.{0,50}\b(?:to (?:see|hear|go over|discuss|answer|confirm|talk|find)|about|and see|with (?:the|a|more)|what you think)\b/gm,
    ],
  },
  farewell: {
    title: { en: 'a polite goodbye', zh: '礼貌道别' },
    patterns: [
      /再见|拜拜|拜(?:$|了)|(?:您|你)先忙|不(?:打扰|耽误)(?:您|你)了|祝(?:您|你)|回头见|再联系$|慢走/gm,
      /\b(?:good ?bye|bye(?: bye)?|have a (?:good|great|nice|wonderful|lovely|pleasant|blessed|fantastic) |take care|talk (?:to you )?(?:soon|later)|enjoy (?:your|the rest)|thank(?:s| you)(?: so much| very much)? for (?:your (?:time|call|business|patience|order|help)|calling|choosing|taking)|good ?night|see you)\b/gm,
    ],
  },
} as const satisfies Readonly<Record<string, Topic>>;
