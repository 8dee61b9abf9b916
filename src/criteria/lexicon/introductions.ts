const surname =
  '(?:欧阳|司马|上官|诸葛|慕容|司徒|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤常温康施洪季柯])';
const ends =
  '(?=$|今天|请问|有什么|有事|为|很|打|给|这|想|的|工号|来|跟|和|能|就|呢|啊|哈|是|那|然后|您|你|占用|耽误|之前|上次|刚|现在|因为|可以|方便|联系|负责)';

/** What an agent says of the own name; the name is the first group. */
export const ownNamePatterns: readonly RegExp[] = [
  /我(?:的名字)?叫(?:做)?(小?[\u4e00-\u9fff]{1,4}?)(?=$|今天|请问|有|为|很|打|给|这|想|是|工号|来|跟|呢|啊|您|你|那|负责)/g,
  /我(?:免贵)?姓([\u4e00-\u9fff])/g,
  new RegExp(`我(?:这边|这里)?(?:是|叫).{0,14}?((?:小|阿|老)?${surname}[\\u4e00-\\u9fff]{0,2}?)${ends}`, 'g'),
  new RegExp(
    `(?:客服|专员|顾问|经理|座席|坐席|代表|助理|管家|老师|员|部|公司|保险|银行|中心)的?((?:小|阿)${surname}|${surname}[\\u4e00-\\u9fff]{1,2}?)(?=$|很高兴|为您|请问|有什么|工号|给您|打|今天|这|想)`,
    'g',
  ),
  new RegExp(`(?:客服|您好|你好|我是|这里是|保险|银行|公司|中心)的?((?:小|阿)${surname})`, 'g'),
  new RegExp(`(${surname}[\\u4e00-\\u9fff]{1,2}?|小${surname})(?:很高兴|竭诚)?为(?:您|你)服务`, 'g'),
  /((?:客服)?(?:工号|编号)(?:是|为)?[0-9零一二三四五六七八九幺]{2,})/g,
  /([0-9零一二三四五六七八九幺]{3,6}号(?:客服|座席|坐席|话务员)?)(?:很高兴)?为(?:您|你)服务/g,
  /\b(?:my (?:first )?name(?:'s| is| was| here is)|my names|the name(?:'s| is)) (?:uh |um )?([a-z][a-z'.-]+)/g,
  /\b(?:this is|you're (?:speaking|talking) (?:with|to)|you are (?:speaking|talking) (?:with|to)|speaking with you is) (?:uh |um )?([a-z][a-z'.-]+)(?= (?:speaking|calling|from|with|here|at|how|in|and|on|i'm calling|your|who)\b|$)/g,
  /\b(?:i'm|i am|im|it is) ([a-z][a-z'.-]+)(?= (?:from|with|calling|at|here|and i'm calling|and i am calling)\b)/g,
  /\b([a-z][a-z'.-]+) (?:speaking|here)(?= how| what|$| from| at)/g,
  /\bcall me ([a-z][a-z'.-]+)/g,
];

/** Words after "this is" and the like that are no names. */
export const notOwnNames: ReadonlySet<string> = new Set(
  (
    'a an the about regarding just your our my not for to why what very really in on going calling so because how and ' +
    'it that this customer service support sales billing technical here there from with all also only being sure ' +
    'sorry happy glad good great fine well okay ok yes no speaking right done looking trying who when where is was ' +
    'of at back still now actually basically probably important anyone someone me you him her them us i we they he ' +
    'she mr mrs ms miss dr bank currently recorded 高兴 高兴能 高兴地 万分 金牌 方便'
  ).split(' '),
);

/** How an agent names the own department or post. */
export const departmentPatterns: readonly RegExp[] = [
  /(?:客户|客服|电话|销售|市场|理赔|售后|售前|技术|业务|运营|财务|人事|会员|贷款|信贷|信用卡|续保|承保|核保|招商|招生|教务|渠道|商务|推广|网络|媒体|广告|服务|投诉|咨询|回访|营销|电销|电话销售|客户服务|客户关系|品质|大客户|个人金融|私人银行|理财|健康|团险|车险|寿险|置业|租赁|物业)(?:服务|支持|管理|销售|营销|关系)?(?:部门?|中心|科|组|处|事业部|团队|热线)/g,
  /(?<=的|是|公司|保险|银行|这边)(?:高级|资深|专属)?(?:客服|客户经理|客户顾问|理财顾问|理财经理|保险顾问|置业顾问|课程顾问|销售顾问|健康顾问|服务顾问|理赔专员|客服专员|业务员|业务经理|销售经理|销售代表|客户代表|服务专员|电话专员|回访专员|咨询师|招生老师)/g,
  /\b(?:customer (?:service|services|care|support|relations|success|experience|loyalty|retention)|technical support|tech support|help ?desk|claims|billing|accounts|collections|fraud prevention|card services|member services|client services|human resources|underwriting|renewals|reservations|sales|marketing|loans?|mortgage|scheduling|new accounts|it)(?: (?:department|team|division|desk|office|center|centre|unit|group|line))\b/g,
  /\b(?:in|from|with|of|calling) (?:the |our )?((?:\w+ ){1,2}(?:department|team|division|desk|unit))\b/g,
  /\b(?:customer (?:service|care|support|relations)|technical support|tech support|client services|member services|card services)\b/g,
  /\b(?:i'm|i am|as) (?:a|an|your|the) (?:\w+ ){0,2}(?:agent|representative|advisor|adviser|specialist|consultant|manager|associate|assistant)\b/g,
];

/** How an agent says what the call is for. */
export const purposePatterns: readonly RegExp[] = [
  /(?:今天|这次|本次|现在)?(?:给|跟)?(?:您|你)?(?:来|打|致|去)(?:这个|个|这通|了个)?(?:电话|电)(?:给您|给你|过来)?(?:呢|啊|其实|的目的|的原因|主要)?(?:就?是|主要|想|要|为了|因为)(?:想|要|为了|因为|关于|跟|和|给|看|通知|说)?/g,
  /(?:主要)?(?:就)?是?(?:想|要|来)(?:跟|和|向|给|为)(?:您|你)(?:简单|详细|这边|先|再)?(?:介绍|推荐|了解|沟通|确认|核实|说一下|说下|说明|分享|聊|做个|做一个|做一下|核对|讲一下|讲讲|反馈|咨询|预约|约|汇报|打听|提醒|通知|回访)/g,
  /(?:想|要)(?:邀请|通知|提醒|回访|告知|请教|咨询)(?:您|你|一下)/g,
  /(?:给您|跟您|向您|为您|帮您|给你|跟你)(?:做个|做一个|做一下|简单)?(?:回访|介绍一下|介绍下|推荐一款|推荐一下|推荐个|核实一下|确认一下|通知一下)/g,
  /(?:关于|针对|有关)(?:您|你|贵公司|咱们|我们)(?:之前|上次|在|的|家|名下|办理)/g,
  /(?:了解到|看到|注意到|得知)(?:您|你|贵公司|咱).{0,12}(?:需要|需求|咨询|预约|登记|申请|留言|关注|快到期|到期|报名)/g,
  /(?:您|你)(?:的|之前的|上次的)?.{0,10}(?:快到期|即将到期|要到期|到期了|逾期|该续|需要续)/g,
  /\b(?:i'm|i am|im|we're|we are|was|i was)? ?(?:just |also )?calling(?: you| today| now| back)*(?: to| about| regarding| because| in regards?| in reference| in response| concerning| with| on behalf| for| as)\b/g,
  /\bthe (?:reason|purpose) (?:for|of|why|that|i'm|i am|i) ?(?:my call|this call|the call|calling|i'm|call|am calling)?/g,
  /\b(?:i|we) (?:just |really )?(?:wanted|want|would like|'d like|would love) to (?:\w+ )?(?:talk|tell|ask|let|reach|follow|check|see|introduce|share|discuss|speak|go over|inform|confirm|offer|schedule|invite|update|remind)\b/g,
  /\bi'd like to (?:\w+ )?(?:talk|tell|ask|introduce|share|discuss|speak|go over|inform|confirm|offer|schedule|invite|update|remind)\b/g,
  /\b(?:reaching out|following up|touching base|getting back to you|returning your call|checking in)\b/g,
  /\bmy call is (?:about|regarding|to)\b/g,
  /\b(?:in regards? to|with regards? to|in reference to|regarding|concerning) (?:your|the|an|a)\b/g,
  /\bto let you know\b/g,
];

/** How a customer asks who is calling, so that the name that follows was not given unprompted. */
export const whoAskedPatterns: readonly RegExp[] = [
  /(?:你|您|你们|您们)(?:这|那)?(?:边|里|儿)?(?:是)?(?:哪里|哪儿|哪位|谁|哪家|哪个公司|什么公司|哪个单位|什么单位|干嘛的|干什么的|做什么的)/,
  /(?:哪里|哪儿|哪位|哪家公司|哪个公司|什么公司|什么单位|哪个单位)(?:的|啊|呀|打来|呢)?$/,
  /\bwho(?:'s| is| are| am) (?:this|calling|you|i (?:speaking|talking))\b/,
  /\bwho (?:did you say|do you work|are you with|is it)\b/,
  /\b(?:what|which) (?:company|bank|organization|organisation|firm|business|place)\b/,
  /\bwhere are you (?:calling|from)\b/,
];
