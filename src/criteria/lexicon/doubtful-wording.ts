import type { Language } from '../../domain/call.ts';

/**
 * Wording that is often contempt and often not (whose tone of voice alone tells): a person listens, nobody is accused.
 * Over normalised text.
 */
export const doubtfulWording: Readonly<Record<Language, readonly RegExp[]>> = {
  en: [
    /\b(?:figure|work|sort) (?:it|that|this) out (?:for )?yourself\b|\bnot rocket science\b|\bdeal with it$|\bare you (?:blind|drunk|slow)$|\bnot (?:my|our) job\b|\bare you (?:even )?listening(?: to me)?\b|\byou(?:'re| are) not listening\b|\b(?:isn't it|it's pretty|it's just|that's) (?:obvious|common sense)(?: isn't it)?$|\beveryone knows that\b|\beven a child\b|\byou people\b(?! (?:have been|were|are (?:great|kind|lovely)))|\byou lot\b|\bpeople like you\b/gm,
    /\baren't you (?:a |the )?(?:clever|special|smart|bright|funny)(?: one)?$|^(?:what a surprise|here we go(?: again)?|good for you|poor you|oh please|how sad|so sad|obviously|what now|are you serious|oh brother|give me a break|unbelievable)$|\b(?:you must be|you've got to be|are you) (?:kidding|joking)(?: me)?\b|\bhaving a laugh\b/gm,
    /\byou(?:'re| are) (?:being )?(?:very |so |really |quite |extremely )*(?:rude|aggressive|confused|negative|emotional|picky|fussy|slow|cheap|mistaken again|dishonest|argumentative|stubborn|demanding)\b|\b(?:it's|it is|that's|that is|this is) (?:all )?your fault\b|\byou(?:'re| are) wasting your (?:own )?time\b|\bhow hard can it be\b|\b(?:it's|it is|this is|that's) not (?:that )?(?:hard|difficult|complicated)$|\bdo you (?:even )?speak english\b|\bwhat do you expect\b|\b(?:calm|settle) down$|\blet me (?:say|explain|repeat) (?:it|this|that) (?:slowly|again slowly|in simple words) for you\b/gm,
    /\b(?:take|find) your (?:business|money) (?:elsewhere|somewhere else)\b|\b(?:go|call|find|try) (?:somewhere|someone|somebody) else(?: then)?$|\bblah blah\b|\bi(?:'m| am) not (?:going to|gonna) argue with you\b|\bi (?:already|just) (?:said|told you|explained) (?:that|this|it|so)\b(?=$| (?:already|twice|before|why))|\bas i(?:'ve| have) (?:already )?(?:said|told you) (?:three|several|many|a few|five|ten|four) times\b|\bwhatever (?:you say|you want|makes you happy)$/gm,
  ],
  zh: [
    /(?:跟|和|与)我(?:没|没有|无|没有任何)(?:关系|相干)(?=$|啊|你|您)|不(?:关|干)我们?的?事|烦死(?:我|人)?了|真烦人|真是烦(?=$|人)|吵死了|您(?:自己)?看着办吧|随便您吧|(?:你|您)(?:上过学|读过书|念过书)(?:吗|没)|(?:您|你)?自己(?:看|查|想|算|琢磨)(?:吧|着办)?$|(?:你|您)(?:到底)?有没有在听|(?:你|您)(?:能不能|可不可以)(?:先)?(?:听我(?:说完|把话说完)|快(?:一)?点|小声点|别(?:说|打断|插话|激动))|(?:你|您)行不行啊|(?:你|您)怎么(?:回事|搞的|这样)(?=$|啊|呀)|(?:你|您)(?:可真|真|还真|真是)(?:行|能(?=$|啊)|会算|会挑|有意思|逗|有你的)(?=$|啊|呀|呢)|真有(?:你|您)的|(?:你|您)高兴就好|(?:我)?(?:跟|和)(?:你|您)(?:说|讲)了也不明白|(?:您|你)(?:别|不要)(?:激动|冲动|喊|叫|闹)(?=$|了)/gm,
    /^(?:呵呵)+$|^(?:哎呀|唉|哎)?(?:行了|得了|好了)(?:行了|得了|好了)+$|^(?:快点快点|赶紧的|无所谓|随便|真逗|笑死|搞笑|够了)$|(?:跟|和)您(?:真|真的|实在|根本|就)*(?:说|讲|解释|沟通)(?:不清楚?|不通|不明白)|(?:那)?(?:您|你)?去?(?:找|去|换)(?:别家|别人|别的公司)(?:吧|好了)?$|没什么好(?:说|讲|谈)的|(?:你|您)想多了|(?:你|您)说(?:完|够)了(?:没|吗)|不会吧(?:你|您)|(?:这|那)(?:不是)?(?:很)?(?:明显|简单)(?:吗|的吗)|(?:我|我们)(?:不是|刚才|刚刚|已经|早就)(?:都)?(?:说|讲|告诉)(?:过|你|您)(?:了|过|好几|很多)*(?:遍|次)?(?:了)?吗(?=$)|(?:是)?(?:你|您)自己(?:没|不)(?:看|听|注意|仔细)(?:清楚)?(?=$|啊|怪|的)|(?:你|您)(?:凭什么|有什么资格)/gm,
  ],
};
