/** Every reason restatement can give, and what its searches look for, in both languages of the pages. */
export const restatementReasons = {
  mismatch: {
    code: 'restated-wrongly',
    en: 'The agent said a fact back wrongly and did not put it right.',
    zh: '坐席复述的信息与客户所说不符，且未更正。',
  },
  confusionIgnored: {
    code: 'confusion-ignored',
    en: 'The customer did not follow, and the agent did not put it in other words.',
    zh: '客户表示没听懂，坐席没有换一种说法解释。',
  },
  confusionRepeated: {
    code: 'confusion-repeated-word-for-word',
    en: 'The customer did not understand, and the agent only repeated the same words.',
    zh: '客户表示不明白，坐席只是原样重复。',
  },
  notRestated: {
    code: 'facts-not-restated',
    en: 'The customer gave facts that matter, and none was said back.',
    zh: '客户提供了关键信息，坐席一项也没有复述。',
  },
  someRestated: {
    code: 'facts-partly-restated',
    en: 'Some of the facts the customer gave were said back, some were not.',
    zh: '客户提供的关键信息，坐席只复述了一部分。',
  },
  smallNotRestated: {
    code: 'small-facts-not-restated',
    en: 'A count or a time the customer gave was not said back.',
    zh: '客户说的数量或时间，坐席没有复述。',
  },
  restated: {
    code: 'restated-rightly',
    en: 'The agent said back rightly what the customer gave, and explained what was not understood.',
    zh: '坐席正确复述了客户提供的信息，并解释了客户没听懂的内容。',
  },
  nothingToRestate: {
    code: 'nothing-to-restate',
    en: 'The customer gave no fact that must be said back and showed no confusion.',
    zh: '客户没有提供需要复述的信息，也没有表示没听懂。',
  },
  customerNotHeard: {
    code: 'customer-not-heard',
    en: 'Nothing the customer said is transcribed, so nothing can be compared.',
    zh: '没有客户一方的文字，无法核对复述。',
  },
  notTranscribed: {
    code: 'search-incomplete',
    en: 'Too little of the call is transcribed surely enough to say that nothing was said back.',
    zh: '转写不完整或把握不足，无法断定没有复述。',
  },
  unverified: {
    code: 'evidence-not-verified',
    en: 'What was said back could not be verified against the recording.',
    zh: '复述的内容未能与录音核对。',
  },
  condition: {
    en: 'the customer gives a fact that matters (number, amount, date, time, address, telephone), or does not follow',
    zh: '客户提供关键信息（号码、金额、日期、时间、地址、电话），或表示没听懂',
  },
  lookedForReadBack: { en: 'the agent saying the fact back', zh: '坐席复述该信息' },
  lookedForFacts: { en: 'facts that matter, or signs of confusion', zh: '关键信息，或没听懂的表示' },
} as const;
