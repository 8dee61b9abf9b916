/** The customer asks for a language, by the language asked for; normalised text. */
export const languageRequests: Readonly<Record<'zh' | 'en', readonly RegExp[]>> = {
  zh: [
    /(?:会|能|可以)(?:不会|不能)?(?:讲|说)(?:普通话|中文|国语|汉语)/gm,
    /\b(?:speak|in|use) (?:chinese|mandarin|putonghua)\b/gm,
  ],
  en: [/(?:会|能|可以)(?:不会|不能)?(?:讲|说)(?:英语|英文)/gm, /\b(?:speak|in|use) english\b/gm],
};

/** The customer asks for a dialect. */
export const dialectRequests: readonly RegExp[] = [
  /(?:会|能|可以|听得懂)(?:不会|不能)?(?:讲|说)?(?:粤语|广东话|白话|上海话|四川话|闽南话|客家话|方言|本地话|家乡话)/gm,
  /\b(?:speak|in) (?:cantonese|shanghainese|hokkien|hakka|a dialect)\b/gm,
];

/** The agent gets somebody who speaks it. */
export const handsOver: readonly RegExp[] = [
  /(?:(?:转|换|找)(?:接)?(?:给|一位|一个|个)?|请(?:一位|一个|同事))[^，。]{0,8}(?:会|能|讲|说)(?:讲|说)?(?:英语|英文|中文|普通话|粤语|广东话)|(?:转接|转到)(?:英语|英文|中文|粤语)/gm,
  /\b(?:transfer|connect|get|put|find)\b[^.]{0,40}\b(?:speaks?|speaking|chinese|mandarin|english|interpreter|cantonese)\b/gm,
];
