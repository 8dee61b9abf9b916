const you = "(?:you(?:'re| are| people are| guys are|r)?|youre|ya|u|are you(?: people| guys)?)";
const filler =
  '(?: (?:an?|such|so|really|just|being|too|very|pretty|total|complete|fucking|freaking|little|old|real|actually|obviously|clearly|must be|sound like|look like|completely|absolutely|that))*';
const aimed =
  'idiots?|idiotic|stupid|morons?|dumb|dummy|retard(?:ed|s)?|imbeciles?|fools?|foolish|losers?|liars?|pathetic|ignorant|clueless|hopeless|brainless|illiterate|deaf(?! (?:in|or hard|with|since))|crazy|insane|annoying|ridiculous|disgusting|incompetent|childish|senile|cheapskate|jerk|scum|nuisance|clown|blind or|out of your mind';

/** Rude wording in English, by kind; `$` and `^` are the ends of a turn. */
export const rudenessEn: Readonly<
  Record<'profanity' | 'insult' | 'dismissal' | 'threat', readonly RegExp[]>
> = {
  profanity: [
    /\b(?:fuck\w*|motherfuck\w*|shit|shitty|bullshit|bitch\w*|bastards?|assholes?|arsehole|dickhead|dumbass|jackass|dumb ass|smart ass|piss off|screw you|go to hell|goddamn|god damn|damn (?:it|you)|bloody(?! (?:mary|nose|stool|diarrh\w+|good|brilliant|marvellous))|wanker|cunt|slut|son of a (?:bitch|gun))\b/gm,
  ],
  insult: [
    new RegExp(`\\b${you}${filler} (?:${aimed})\\b`, 'gm'),
    /\b(?:you are|you're|youre|your)(?: (?:so|such|too|just|really|being|nothing but|a|an))+ (?:cheap|lazy|dense|thick|slow|a pain|pain in|trash|garbage|joke|nobody|crook|idiot|moron|liar|loser|stupid|dumb|rude)\b/gm,
    /\b(?:you're|you are|youre)(?: (?:so|just|really|completely|absolutely|totally))* (?:useless|worthless|lying|delusional)\b|\byou (?:don't|dont) (?:even )?know what you(?:'re| are) talking about\b|\byou people (?:never|always|are|don't|can't|make|just)\b|\b(?:can|do) you not (?:understand|read|speak)\b|\blearn (?:to|how to) (?:read|listen|speak)\b|\bwrong with your (?:brain|head)\b|\bnot rocket science\b/gm,
    /\byou (?:stupid|dumb|ignorant|old|crazy|lazy|cheap|filthy|dirty|silly) (?:\w+ )?(?:idiot|moron|fool|man|woman|lady|cow|hag|bat|git|person|people|customer|thing)\b/gm,
    /\b(?:don't|dont|do not|stop|quit) be(?:ing)? (?:so |such an? |an? )*(?:stupid|dumb|ridiculous|idiot|silly|difficult|childish|lazy|cheap|moron|fool|jerk|crazy)\b/gm,
    /\b(?:what an?|such an?|total|complete|bloody|fucking) (?:idiot|moron|jerk|loser|fool|imbecile)\b|\b(?:stupid|dumb|fucking|idiotic) (?:customer|customers|woman|man|lady|caller|people|person)\b|\bthat(?:'s| is|s)(?: just| such| so| really| pretty| the most)*(?: an?| the)? (?:stupid|stupidest|dumb|dumbest|idiotic|moronic) (?:question|thing|idea|excuse)\b|\bhow (?:stupid|dumb|dense|ignorant|thick) (?:are|can|could|do) you\b|^(?:idiot|moron|stupid|dumbass|loser|jerk)$/gm,
    /\bwhat(?:'s| is|s|'s the hell is| the hell is) (?:wrong|the matter) with you(?: people)?(?=$| (?:can't|cant|don't|why|sir|lady|people|i|just|today|man))|\bout of your mind\b|\blost your mind\b|\buse your (?:brain|head)\b|\bdo you even (?:have a brain|speak english|know how to (?:read|listen))|do you know how to (?:read|listen)\b|\bare you even listening\b|\bare you hard of hearing\b|\bcan't you (?:read|listen|understand|speak english)\b|\bwhat part of\b.{1,40}\b(?:don't|do not|didn't) you (?:understand|get)\b/gm,
    /\byou (?:obviously |clearly |probably )(?:can't|cannot|can not|couldn't) (?:even )?afford\b|\b(?:sick of|tired of|hate|deal with|dealing with|because of) people like you\b|\bwho do you think you are\b|\b(?:^|just |you need to |oh )grow up$|\bget a life(?! insurance| cover| policy| assurance)\b/gm,
  ],
  dismissal: [
    /\bshut(?:s|ting)? up\b(?! (?:the |our |your |my |their |his |her )?(?:shop|shops|house|store|business|premises|office|flat|factory|restaurant|for the))|\bshut it$|^go away\b|\b(?:just|please) go away\b|\bshut your (?:mouth|face|trap)\b|\bshut the (?:fuck|hell)\b|\bzip it\b|(?:^|\b(?:just|you can|you should|why don't you|so) )get lost$|\bbuzz off\b|\bget over it$|(?:^|\b(?:just|so|gotta|have to) )deal with it$|\btough (?:luck|shit)\b|\btoo bad (?:for you|so sad|lady|buddy|pal)\b|\bsuck it up\b/gm,
    /\b(?:not|isn't|ain't) (?:my|our) problem\b|\bnot (?:my|our) fault you\b|\b(?:that's|thats|that is|it's|its|sounds like) (?:your|you) (?:own )?problem\b|\byour problem not (?:mine|ours)\b|\b(?:i|we) (?:really |honestly |frankly |just )?(?:don't|do not|dont) (?:really )?(?:give a (?:damn|crap|shit|rat|fuck)\w*|care(?= about (?:your|you)\b| what you| if you| who you| how you| whether you|$| lady| at all))|\b(?:couldn't|could not|could) care less\b|\b(?:nobody|no one|who) cares\b|\bwhatever (?:lady|man|dude|buddy|you say)\b|\bwhat do you want from me\b|\bwhat do you (?:expect|want) me to do about (?:it|that)\b/gm,
    /\bwast(?:e|ing|ed) (?:of )?(?:my|our|everyone's) (?:\w+ )?time\b|\b(?:don't|do not|dont) have (?:the )?(?:time|all day|patience) (?:for (?:you|this|your)\b|to (?:listen|argue|waste|babysit|explain this))|\b(?:don't|do not|dont) have all day\b|\bhow many times (?:do|have|must|did|should) i\b|\bi(?:'ve| have)? (?:already )?(?:told|said|explained)(?: this| that| it)?(?: to)?(?: you)?(?: this| that| it)? (?:a (?:hundred|thousand|million|dozen)|like \w+|ten|twenty|so many|several|five) times\b|\bfor the (?:hundredth|millionth|umpteenth|tenth|thousandth) time\b/gm,
    /\bnone of your (?:damn )?business\b|\bmind your own business\b|\b(?:stop|quit) (?:whining|complaining|bothering|bugging|yelling at|crying|nagging|arguing with|wasting (?:my|our)|annoying me)\b|\b(?:i'm|i am|im) (?:so |really )?(?:sick|sick and tired|tired|fed up) (?:of|with) (?:you|your|this (?:call|conversation|crap)|people)\b|\bgetting on my nerves\b|\byou(?:'re| are)? (?:really )?(?:annoying|irritating|bothering|bugging) me\b|\bleave me alone\b|\bget off my (?:phone|line|back)\b|\bgo ahead and complain\b|\bcomplain (?:all you (?:want|like)|to whoever|to whomever)\b|\bsee if i care\b|\btake it or leave it\b|\b(?:figure|sort) it out yourself\b|\blisten (?:here|up) (?:lady|buddy|pal|mister|you)\b/gm,
  ],
  threat: [
    /\b(?:you'll|you will|you're going to|you're gonna) be sorry\b|\bi know where you live\b|\bwatch (?:your (?:back|mouth|tone)|yourself)\b|\bi'll make (?:you|sure you) (?:pay|regret|sorry)\b/gm,
  ],
};
