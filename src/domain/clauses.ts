import type { Localized } from './call.ts';

/** One clause of the five sets of rules, by `set/clause` as standards cite it, and what it asks in a few words. */
export interface Clause {
  readonly id: string;
  readonly asks: Localized;
}

const clause = (id: string, en: string, zh: string): Clause => ({ id, asks: { en, zh } });

/** The five sets, each with the standards that answer it; a clause may be answered by several of them together. */
export const clauseSets: readonly {
  readonly set: number;
  readonly title: Localized;
  readonly standards: readonly string[];
  readonly clauses: readonly Clause[];
}[] = [
  {
    set: 5,
    title: { en: 'Telephone sales service', zh: '电话销售服务' },
    standards: ['telesales-service'],
    clauses: [
      clause('5/4.1', 'Company name unprompted; asks the need', '主动报公司名，询问需求'),
      clause('5/4.2', 'Draws out needs; patient answers', '挖掘需求，耐心解答'),
      clause('5/4b.1', 'Courteous, respectful wording', '用语礼貌、尊重客户'),
      clause('5/4b.2', 'Balanced volume', '音量适中'),
      clause('5/5.1', 'Working hours; no calls at meals or rest', '工作时间联系，避开用餐午休'),
      clause('5/5.2', 'Picks up within three rings', '三声内接听'),
      clause('5/5.3', 'Apologises first after five rings', '五声后接听先致歉'),
      clause('5/5.4', 'As long as business needs, no chat', '时长适当，不闲聊'),
      clause('5/6.1', 'Unit, department, name, purpose', '自报单位、部门、姓名、来意'),
      clause('5/6.2', 'Restates what was not understood', '适当复述'),
      clause('5/6.3', 'Never forces the product', '不强迫客户'),
      clause('5/7.1', 'Clear, brief, complete note', '记录清楚、简洁、完整'),
      clause('5/7.2', 'Time, person, outcome', '时间、人、结果'),
      clause('5/7.3', 'Interested customers told apart', '区分有无意向'),
      clause('5/8.1', 'Brief introduction; no strong-arming', '介绍简洁，不强势推销'),
      clause('5/8.2', 'May refer to earlier contact', '可借用此前联系'),
      clause('5/8.3', 'Customer’s benefit; plain words', '讲客户利益，通俗易懂'),
      clause('5/8.4', 'Never cuts off; need before pitch', '不打断，先需求后推荐'),
      clause('5/8.5', 'Meets objections with facts', '以产品特点解答异议'),
      clause('5/9.1', 'Daily record and count', '每日记录统计'),
      clause('5/9.2', 'Interested customers followed up', '意向客户定时跟进'),
      clause('5/10', 'Monthly and yearly assessment', '月度与年度考核'),
      clause('5/11', 'What the assessment looks at', '考核指标'),
    ],
  },
  {
    set: 3,
    title: { en: 'Outbound flow', zh: '外呼流程' },
    standards: ['outbound-flow'],
    clauses: [
      clause(
        '3/3.1',
        'Cold call: right person, advantages, material, second contact',
        '陌开：负责人、优势、资料、联系方式',
      ),
      clause(
        '3/3.2',
        'First follow-up: interest, budget, doubts, next reason',
        '回访一：意向、预算、疑问、下次理由',
      ),
      clause('3/3.3', 'Second follow-up: intent in per cent and its step', '回访二：意向百分比与下一步'),
      clause('3/3.4', 'The receptionist’s steps', '前台步骤'),
      clause('3/3.5', 'The person in charge: opening to closing', '直击负责人：从开场到结束'),
      clause('3/3.6', 'Frightening a receptionist counts as pushing', '恐吓前台视为强迫'),
    ],
  },
  {
    set: 1,
    title: { en: 'Property sales', zh: '房产销售' },
    standards: ['property-sales'],
    clauses: [
      clause('1/1.1', 'Plans and quotas', '销售计划与定额'),
      clause('1/1.2', 'Need, objections, close', '确认需求、解决异议、缔结'),
      clause('1/1.3', 'One agreed wording', '统一销售口径'),
      clause('1/1.4', 'Training on a new property', '新楼盘培训'),
      clause('1/1.5', 'Forms filled in with care', '认真填表'),
      clause('1/1.6', 'Quotas met, money in', '指标与回款'),
      clause('1/1.7', 'New staff trained', '新人培训'),
      clause('1/1.8', 'Problems reported promptly', '及时反映问题'),
      clause('1/1.9', 'Whose customer a referred one is', '老客户介绍的归属'),
      clause('1/1.10', 'The daily procedure', '日常流程'),
      clause('1/reward 1', 'Collisions settled away from the customer', '撞单避开客户'),
      clause('1/reward 2', 'No grabbing, no undermining', '不抢单、不拆台'),
      clause('1/reward 3', 'Incentive scheme', '激励金'),
    ],
  },
  {
    set: 2,
    title: { en: 'Insurance enquiry line', zh: '保险查询热线' },
    standards: ['insurance-enquiry', 'voice-mail'],
    clauses: [
      clause('2/2.1', 'Enquiries answered or passed on; identity first', '查询解答或转办，先核身'),
      clause('2/2.2', 'Claims and losses taken', '受理报案'),
      clause('2/2.3', 'The caller’s language', '多语种服务'),
      clause('2/2.4', 'Staff query with a password', '业务员凭密码查询'),
      clause('2/2.5', 'Premium reminders', '催缴提醒'),
      clause('2/2.6', 'Staff, policies, rates administered', '业务员、保单、费率管理'),
      clause('2/2.7', 'Voice mail sorted and passed on', '语音信箱分类转办'),
      clause('2/2.8', 'One to eight seats', '一至八个座席'),
    ],
  },
  {
    set: 4,
    title: { en: 'Conduct and discipline', zh: '行为与纪律' },
    standards: ['conduct'],
    clauses: [
      clause('4/4.1', 'Working hours', '作息时间'),
      clause('4/4.2', 'Civil language', '语言文明'),
      clause('4/4.3', 'No shouting', '不大声喧哗'),
      clause('4/4.4', 'Private calls', '私人电话'),
      clause('4/4.5', 'Company secrets', '保守机密'),
      clause('4/4.6', 'No own business, attacks or false accounts', '不私营、不攻击、不假报'),
      clause('4/4.7', 'Today’s work today', '当日事当日毕'),
      clause('4/rest', 'Attendance, meetings, dress, meals', '考勤、会议、着装、用餐'),
    ],
  },
];
