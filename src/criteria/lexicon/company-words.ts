/** Legal forms at the end of a company name that nobody says on the phone. */
export const legalFormsZh =
  /(股份有限责任公司|有限责任公司|股份有限公司|集团有限公司|有限公司|分公司|子公司|集团公司|集团|公司)$/;
export const legalFormsEn: ReadonlySet<string> = new Set(
  'ltd limited inc incorporated llc llp co company corp corporation plc group gmbh sa ag pty holdings holding'.split(
    ' ',
  ),
);

/** Places at the head of a company name that are left out in speech. */
export const placesZh =
  /^(中华人民共和国|中国|北京|上海|天津|重庆|深圳|广州|广东|杭州|浙江|南京|江苏|苏州|成都|四川|武汉|湖北|湖南|长沙|西安|陕西|山东|济南|青岛|福建|厦门|福州|河南|郑州|河北|安徽|合肥|东莞|佛山|宁波|大连|沈阳|云南|昆明|海南|香港|台湾)(省|市)?/;

/** Words many companies carry, so that they name none; longest first. */
export const tradeWordsZh: readonly string[] = [
  '人寿保险',
  '财产保险',
  '信息技术',
  '网络科技',
  '信息科技',
  '房地产',
  '互联网',
  '保险',
  '银行',
  '人寿',
  '财险',
  '寿险',
  '证券',
  '基金',
  '信托',
  '金融',
  '科技',
  '信息',
  '网络',
  '传媒',
  '媒体',
  '广告',
  '地产',
  '置业',
  '房产',
  '物业',
  '教育',
  '培训',
  '咨询',
  '服务',
  '贸易',
  '商贸',
  '实业',
  '电信',
  '通信',
  '通讯',
  '移动',
  '健康',
  '医疗',
  '旅游',
  '旅行',
  '航空',
  '物流',
  '快递',
  '汽车',
  '电器',
  '家居',
  '装饰',
  '投资',
  '理财',
  '财富',
  '控股',
  '计算',
  '客服',
  '中国',
];

export const tradeWordsEn: ReadonlySet<string> = new Set(
  (
    'bank banking national insurance assurance services service solutions solution financial finance mortgage ' +
    'telecom telecommunications communications mobile wireless energy power electric gas water health healthcare ' +
    'medical care clinic travel tours airlines airways realty properties property estate estates homes investments ' +
    'investment international global media advertising marketing technologies technology tech systems software ' +
    'consulting consultants university college education training credit union trust savings loans loan cards card ' +
    'the of and for an a us usa uk america support customer center centre department office agency'
  ).split(' '),
);
