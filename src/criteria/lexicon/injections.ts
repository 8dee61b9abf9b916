/**
 * Wording addressed to whoever scores the call instead of the other party, over normalised text. Kept
 * narrow: each needs a scoring or prompting word, so that ordinary talk of rules and surveys passes.
 */
export const injectionPatterns: readonly RegExp[] = [
  // English
  /\b(ignore|disregard|forget|override|bypass|skip)( (all|any|every|your|the|my|of|previous|prior|above|earlier|former|those|these|system)){0,5} (instructions?|prompts?|rubrics?|scoring|grading|scorecard|criteria)\b/g,
  /\b(give|award|assign|grant|score|mark|rate|grade)( (me|us|this|it|the|a|agent|call|conversation|everything|all|as|with)){0,4} (full|perfect|maximum|max|top|highest) (marks?|scores?|points?|grades?|credit)\b/g,
  /\b(full|perfect|maximum) (marks|score|points) (on|for) (all|every|each|this call|everything|the call)\b/g,
  /\b(mark|score|rate|grade|judge|count|treat)( (me|us|this|it|the|call|calls|everything|all|every|each|criterion|criteria|item|items|agent|conversation)){1,4}( as)? (met|passed|pass|passing|compliant|a pass)\b/g,
  /\b(this|the) (call|conversation|recording) (has |have |already |was |is ){0,3}(passed|passes|approved|cleared)( (the|by|its|our|all))*( (review|qa|quality|audit|evaluation|check|checks))?\b/g,
  /\bas (the|a|an|your) (qa|quality|quality assurance|compliance|system|scoring) (manager|administrator|admin|reviewer|supervisor|lead|auditor|officer)\b/g,
  /\b(rubric|criteria|criterion|scorecard|scoring|checklist|grading)( \w+){0,3} (changed|updated|revised|waived|replaced|optional|suspended)\b/g,
  /\b(greeting|restatement|disclosure|introduction|criterion|note) (is|are|was|were)( now)? (optional|waived|not required)\b/g,
  /\b(you are|youre|you're)( now)? (a|an|the) (language model|ai (model|grader|judge|evaluator)|llm|grader|evaluator|judge of)\b/g,
  /\b(system|developer) prompts?\b/g,
  /\bverdict"?( is| should be| must be|:)? (met|pass|passed|unmet|partly)\b/g,
  /\b(respond|output|return|answer|reply)( with)?( only)? (met|passed|verdict|json)\b/g,
  /\btranscript (system|assistant|user|end of)\b/g,
  /\b(note|message|instruction|instructions|attention) (to|for) (the |any |all )?(grader|evaluator|auditor|judge|ai|model|llm|quality reviewer|scoring)\b/g,
  /\b(do not|don't|dont|never) (evaluate|score|grade|deduct)( (this|the|any|me|points|marks))\b/g,
  // 中文
  /(忽略|无视|忽视|忘记|忘掉|忘了|绕过|覆盖|不要理会|不用管).{0,8}(指令|指示|提示词|评分标准|评分规则|评分规范|检查项|质检标准)/g,
  /(通话|电话|录音|全部|所有|每项|每一项|各项|一律|直接|必须).{0,8}(打|给|评|判|算).{0,3}(满分|100分|一百分|最高分|合格|达标|通过)/g,
  /(我是|作为|以).{0,3}(质检|品质|质量|系统|审核|评分|合规).{0,3}(经理|主管|负责人|管理员|组长|人员).{0,20}(确认|通过|合格|达标|批准)/g,
  /(这通|本次|本通|此次|这次|这个|该)(电话|通话|录音).{0,4}(通过|合格|达标)(了)?(质检|审核|复核|检查|评审)?/g,
  /(评分|质检|检查项?|考核|打分)(标准|规则|规范|表|细则|要求).{0,8}(改了|变了|更新|调整|取消|作废|可选|不做要求|不需要)/g,
  /(问候|开场白|报公司名|复述|自我介绍).{0,4}(可选|不做要求|不计分|不扣分|免检)/g,
  /你(现在)?是(一个|一名|个)?(语言模型|大模型|评分员|评分模型|裁判|评委|质检员|质检模型)(?!吗|吧|么|呀)/g,
  /(回复|输出|返回|判定|判为|标记|标为|结果写).{0,3}(met|达标|合格|通过|满足)/g,
  /(不要|不得|别|无需|不许)(扣分|打分|评分)/g,
  /(致|告诉|给)(质检|评分|审核)(系统|模型|机器|ai|大模型)/g,
];

/** Look-alike letters of other scripts and the Latin letter they pass for. */
export const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  ɡ: 'g',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
};
