/** Every reason pushy selling can give, and what its searches look for, in both languages of the pages. */
export const pushySellingReasons = {
  afterFinal: {
    code: 'pushed-after-final-refusal',
    en: 'The customer refused for good, and the agent went on selling.',
    zh: '客户已明确要求停止，坐席仍继续推销。',
  },
  afterClearRefusals: {
    code: 'pushed-after-clear-refusals',
    en: 'The customer refused clearly more than once, and the agent went on selling.',
    zh: '客户多次明确拒绝后，坐席仍继续推销。',
  },
  manyPushes: {
    code: 'pushed-too-often',
    en: 'The agent pushed against refusals again and again.',
    zh: '坐席反复顶着客户的拒绝继续推销。',
  },
  severePressure: {
    code: 'pressure-severe',
    en: 'The agent used fear, guilt, a threat or intimidation.',
    zh: '坐席使用了恐吓、内疚施压、威胁或刁难前台的说法。',
  },
  onePush: {
    code: 'pushed-once',
    en: 'The agent went on selling once after a clear refusal.',
    zh: '客户明确拒绝后，坐席又推销了一次。',
  },
  afterSoft: {
    code: 'pushed-after-soft-refusal',
    en: 'The agent pressed on after the customer had put it off.',
    zh: '客户婉拒后，坐席仍继续劝说。',
  },
  mildPressure: {
    code: 'pressure-mild',
    en: 'The agent pressed with a deadline or a scarcity.',
    zh: '坐席以时限或名额紧张催促客户。',
  },
  talkedOver: {
    code: 'talked-over-refusal',
    en: 'The agent broke into a refusal and took the floor.',
    zh: '客户拒绝时，坐席抢话打断。',
  },
  letGo: {
    code: 'refusal-respected',
    en: 'The agent respected what the customer refused, without pressure.',
    zh: '坐席尊重了客户的拒绝，没有施压。',
  },
  noPressure: {
    code: 'no-refusal-no-pressure',
    en: 'The customer refused nothing and the agent put no pressure on.',
    zh: '客户没有拒绝，坐席也没有施压。',
  },
  customerNotHeard: {
    code: 'customer-not-heard',
    en: 'Nothing the customer said is transcribed, so refusals cannot be known.',
    zh: '没有客户一方的文字，无法判断是否有拒绝。',
  },
  notTranscribed: {
    code: 'search-incomplete',
    en: 'Too little of the call is transcribed surely enough to say that nobody was pressed.',
    zh: '转写不完整或把握不足，无法断定没有强行推销。',
  },
  unverified: {
    code: 'evidence-not-verified',
    en: 'What looks like pushing could not be verified against the recording.',
    zh: '疑似强推的内容未能与录音核对。',
  },
  lookedForPushing: {
    en: 'the agent going on after a refusal, or pressing',
    zh: '坐席在客户拒绝后继续推销，或施加压力',
  },
  lookedForRefusal: { en: 'the customer refusing', zh: '客户的拒绝' },
} as const;
