function phrasesOf(lines: string): readonly string[] {
  return lines.trim().split(/\s*[|\n]\s*/);
}

/** English words and phrases that show listening and claim no turn, also before or after other words; lower case, without punctuation. */
export const englishBackchannels: readonly string[] = phrasesOf(`
  hum|uh huh|uhhuh|uhuh|mm hm|mm hmm|mhm|mmhmm|mm|hmm|hm|mmm|um hum|umhum|um hmm|huh|uh|um|ah|aha|oh
  ooh|wow|gosh|yeah|yea|yep|yup|yes|ya|right|okay|ok|kay|alright|all right|sure|i see|i hear you
  got it|gotcha|exactly|absolutely|definitely|of course|great|fine|perfect|nice|cool|oh really|indeed
  that is right|thats right|thats true|thats good|makes sense|no problem|oh no|thank you|thanks
  fair enough|very good|correct|understood|oh yeah|oh okay|yes sir|yes maam|uh oh|uhoh|ha|haha|hah
  hee|heh|hehe|mhmm|mmhm|uhhum|yup yup|sounds good|sounds great|sounds right|i agree|right on
  my goodness|oh my god|oh my gosh|oh god|oh man|oh boy|oh dear|oh well|oh gosh|goodness|gee|jeez
  excellent|wonderful|terrific|amazing|awesome|whoa|bye|bye bye|goodbye|good bye|take care
  thank you so much|thank you very much|thanks a lot|youre welcome|you are welcome
  im sorry to hear that|right right|thats fine|thats okay|thats correct|that is correct|that is true
`);

/** English phrases that claim no turn only when nothing else is said: “no”, but “no that is wrong”. */
export const englishRemarks: readonly string[] = phrasesOf(`
  i know|i understand|true|good|really|i think so|no|well|so|thatll work|that works|works for me
  i bet|i guess so|i suppose so|i suppose|i believe so|i hope so|i hear that|i got you|i got it
  i get it|got you|you bet|me too|me neither|same here|no kidding|no way|no doubt|no worries|oh my
  is that right|is that so|are you serious|is it|did you|do you|does he|does she|was it|have you
  you are kidding|youre kidding|you know|pretty much|for sure|certainly|totally|obviously|naturally
  interesting|lovely|beautiful|super|hey|hello|hi|sorry|im sorry|excellent question|good point
  good question|good idea|not at all|not really|nope|nah|of course not|thats it|thats all
`);

/** Mandarin words and phrases that show listening and claim no turn, also before or after other words; simplified, without punctuation. */
export const chineseBackchannels: readonly string[] = phrasesOf(`
  嗯|嗯哼|恩|唔|哦|噢|喔|啊|呃|额|哎|诶|欸|唉|哈|嘿|哟|呀|哇|对|对对|对的|对啊|对吧
  对呀|对嘛|是|是的|是啊|是吧|是呀|是是|是吗|是嘛|好|好的|好好|好吧|好啊|好嘞|好呢|好的好的
  行|行行|行吧|行啊|没错|当然|明白|明白了|知道|知道了|了解|了解了|清楚|清楚了|懂了|我知道
  我明白|我了解|我懂|原来如此|这样啊|那是|确实|的确|谢谢|谢谢您|谢谢你|收到|好滴|ok|欧克|喂
  嗯嗯|哦哦|真的|真的吗|不会吧|请讲|请说|哈哈|嘻嘻|呵|呵呵|嘿嘿|哎呀|哎哟|唉呀|哎呦|天哪|天啊
  我的天|哇塞|哇噻|嗯呐|嗯对|对哦|对嘞|对头|对着呢|是哦|是呢|是滴|是这样啊|原来是这样|原来这样
  原来是这样啊|好滴好滴|好的呢|好嘛|好呀|好哒|好咧|行行行|行呢|行嘞|行的|得嘞|可不是|可不
  可不是嘛|那倒是|那倒也是|说得对|说的对|没错没错|没关系|不客气|不用谢|客气了|太好了|那太好了
  挺好的|那挺好的|那挺好|真厉害|辛苦了|谢谢啊|了解了解|我明白了|我知道了|我了解了|再见|拜拜|拜
  真的啊|真的呀|那行|那好|那好吧|那行吧|好那行|嗯那行
`);

/** Mandarin phrases that claim no turn only when nothing else is said: 不是, but 不是这样的. */
export const chineseRemarks: readonly string[] = phrasesOf(`
  就是|可以|可以的|没事|没问题|这样|这样子|不错|没有|不是|不|您说|你说|您讲|你讲|呢|吧|嘛|啦
  了|的|是这样|是这样的|是这么回事|这么回事|怪不得|难怪|成|可以啊|可以呀|就是就是|就是嘛|就是啊
  就是说|也是|也对|倒是|那肯定|肯定的|肯定|必须的|应该的|应该是|应该吧|有道理|真好|挺好|不错不错
  还行|还可以|厉害|有意思|麻烦了|感谢|理解|能理解|我理解|懂|懂的|我懂的|我清楚|听到了|听见了
  听得到|在听|我在听|您好|你好|哪里哪里|是不是|对不对|真的假的|不至于|对不起|不好意思|抱歉|那可以
  没有没有|不会|不会的|随便|都行|都可以
`);

/** English phrases a turn that could have ended trails off with while the other already answers. */
export const englishTags: readonly string[] = phrasesOf(`
  you know|you know what i mean|i mean|or something|or something like that|and stuff|and stuff like that
  and everything|or whatever|or anything|and all that|and so on|you see|i think|i guess|though|so|but
  so yeah|but yeah|anyway|or so|isnt it|dont you think|dont you|doesnt it|arent they
`);

/** Mandarin phrases a turn that could have ended trails off with while the other already answers. */
export const chineseTags: readonly string[] = phrasesOf(`
  什么的|之类的|这样子|就这样|就是这样|你知道吧|你知道吗|您知道吧|你懂吧|反正|我觉得|是不是|对不对|吧|嘛|呢|那个
`);
