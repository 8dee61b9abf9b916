/** How an agent declines to tell or to promise something; such a turn gives nothing away. */
export const declinedPatterns: readonly RegExp[] = [
  /(?:不(?:能|方便|可以|便|允许|敢|会)|无法|没办法|没有权限|没法|不太方便)(?:跟您|向您|对外|给您|随便|这样|再)*.{0,6}(?:透露|告诉|说|泄露|公开|提供|保证|承诺|讲|答应|打包票)/,
  /(?:属于|涉及|是)(?:公司|我们)?(?:的)?(?:内部|商业)?(?:机密|秘密|保密)/,
  /\b(?:can't|cannot|can not|not able to|unable to|not allowed to|not permitted to|won't|will not|couldn't|never|don't|do not|nobody can|no one can)(?: \w+){0,3} (?:share|disclose|tell|reveal|discuss|give|promise|guarantee|say|talk about|release)\b/,
  /\b(?:is|are|that's|it's) (?:strictly )?(?:confidential|internal|private information|a trade secret|not public)\b/,
];

/** What after a confidential topic gives it away: a figure, a name, or what it is. */
export const disclosurePatterns: readonly RegExp[] = [
  /[0-9]|[一二两三四五六七八九十百千万亿]+(?:块|元|万|个|家|折|点|成|%|百|千|月|城市|门店)/,
  /^(?:大概|其实|就|一般|目前|今年|明年|都|也)*(?:是|为|有|在|包括|叫|:)(?!什么|不|否|没)/,
  /\b(?:percent|dollars?|hundred|thousand|million|pounds|euros)\b/,
  /^ (?:is|are|was|were|will be|includes?|comes to|goes|starts?)\b(?! (?:confidential|not|private|internal|secret|something))/,
];
