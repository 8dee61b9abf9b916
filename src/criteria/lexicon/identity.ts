/** The agent checks who is speaking, over normalised text. */
export const identityChecks: readonly RegExp[] = [
  /(?:核实|核对|验证|确认|核验)(?:一下|下)?(?:您|你)?(?:的|本人)*(?:身份|信息|资料|姓名|证件|本人)/gm,
  /(?:报|提供|说|告诉|告知|输入|念|留)(?:一下|下|给我)?(?:您|你)?(?:的|投保人|被保险人|本人|这边)*(?:身份证|证件|姓名|名字|出生|生日|保单号|手机号|预留|登记|密码)/gm,
  /(?:您|你)的?(?:身份证|证件号|出生日期|生日|保单号|预留(?:的)?(?:手机|电话|号码)|登记(?:的)?(?:手机|电话))(?:号码?|是|后|尾|多少|什么|麻烦|报)+/gm,
  /(?:请问)?(?:您|你)?(?:是|就是)(?:投保人|被保险人|保单持有人|本人)(?:[\u4e00-\u9fff]{0,4})?(?:吗|么|吧)|(?:请问)?(?:您|你)?是[\u4e00-\u9fff]{1,4}(?:先生|女士|小姐|本人)(?:吗|么|吧)|(?:请问)?(?:您|你)?是不是本人|[\u4e00-\u9fff]{1,3}(?:先生|女士|小姐)(?:本人)?(?:在吗|吗|么)|(?:找|联系)(?:一下)?[\u4e00-\u9fff]{1,3}(?:先生|女士)/gm,
  /\b(?:verify|confirm|validate|check)(?: \w+){0,3} (?:identity|who i(?:'m| am) speaking|who you are|(?:full )?name|date of birth|address|account|last four|birthday|details|information)\b/gm,
  /\b(?:can|could|may|might) (?:i|you)(?: \w+){0,4} (?:name|date of birth|birth ?date|birthday|policy number|account number|member (?:id|number)|last four|social|post ?code|zip|address|id number|password)\b/gm,
  /\b(?:what(?:'s| is| are)) (?:your|the)(?: \w+){0,3} (?:name|date of birth|birth ?date|birthday|policy number|account number|member (?:id|number)|last four(?: digits)?|post ?code|zip(?: code)?|address)\b/gm,
  /\b(?:am i|is this|are you|do i) (?:speaking|talking|speak|the policy ?holder|the account holder|mr|mrs|ms|miss|have)\b/gm,
  /\bis (?:mr|mrs|ms|miss) \w+ (?:there|in|available|home)\b|\b(?:may|can|could) i (?:please )?(?:speak|talk) (?:to|with)\b/gm,
  /\bfor security\b|\bsecurity (?:questions?|check|reasons)\b/gm,
];

/** The agent gives away what only the holder of a policy may hear. */
export const policyDisclosures: readonly RegExp[] = [
  /(?:您|你|他|她)(?:的|名下的?|这份|这张|那份|家的?|投保的?|买的?|这个|先生的?|太太的?|老公的?|爱人的?)+[^，？吗]{0,8}(?:保单|保险|保额|保费|受益人|现金价值|理赔|账户|余额|贷款|合同)[^吗]{0,14}(?:是|为|有|到期|生效|失效|终止|还剩|已经|已|一共|共)(?![否吗什哪多几不])/gm,
  /(?:受益人|现金价值|保额|账户余额|理赔金|赔款|下次缴费|缴费日)(?:目前|现在|一共|已经|一栏|写的)*(?:是|为|有|还有|还剩)(?![否吗什哪多几不])/gm,
  /\b(?:your|the|his|her)(?: \w+){0,2} (?:policy|coverage|premium|balance|beneficiary|deductible|claim|cash value|payment|renewal|sum insured|account)(?: \w+){0,3} (?:is|was|expires?|expired|ends|lapsed|shows|has been|covers|will be|comes to|stands at)\b(?! (?:that|this|correct|right|it|there|not|your|for|about))/gm,
  /\b(?:i|we) (?:can )?see (?:here )?(?:that )?(?:your|you have|you've|you paid|a payment|his|her)\b|\bon (?:the|this) policy (?:you|we|it|there|the beneficiary)\b/gm,
];

/** The customer names who they are unasked: a policy or identity number, name or birth date. */
export const identityGiven: readonly RegExp[] = [
  /(?:我的?|保单|身份证|证件)(?:保单|身份证|证件)?(?:号|号码|尾号)(?:是|为)?|我(?:叫|姓|是[\u4e00-\u9fff]{2,3}$)|我的?(?:生日|出生日期)/gm,
  /\bmy (?:policy|account|member|id|claim)(?: number| id)? is\b|\bmy (?:full )?name(?: is|'s)\b|\bdate of birth is\b|\bi was born\b|\bthis is (?!the|a|an|about|my|for|not|it|so)[a-z]+\b/gm,
];

/** A rule told in general, and no detail of the caller's own policy. */
export const generalTalk =
  /如果|假如|要是|的话|一般|通常|正常|到时候|可以查|\b(?:if|when|usually|normally|typically|generally|would|could|should|once|until|whenever)\b/;
