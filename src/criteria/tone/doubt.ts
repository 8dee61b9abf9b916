import type { ScoringInput } from '../../domain/scoring-input.ts';
import type { RudenessKind } from '../lexicon/rudeness.ts';
import { clauseEnd, clauseStart } from '../text/match-phrases.ts';
import type { TurnPlace } from '../text/party-text.ts';
import { allTurns } from '../text/turns.ts';

/** How far before a wording its speaker is looked for, in normalised characters. */
const REACH = 40;
/** How far around a wording somebody else's mouth, a joke or an example is looked for, in normalised characters. */
const REPORT_REACH = 60;
const AFTER_REACH = 36;

/** Somebody or something else stands before it and no customer after that. */
const OTHERS_NEARBY =
  /(?:他|她|他们|她们|人家|别人|有人|客户|顾客|同事|对方|师傅|司机|经理|老板|领导|老人|父亲|母亲|爸爸|妈妈|奶奶|爷爷|孩子|宝宝|系统|电脑|网络|天气|堵车|手机|打印机|耳机|软件|页面|我妈|我爸|老公|老婆|儿子|女儿|医生|老师|邻居|前台)[^你您]{0,10}$|\b(?:system|computer|network|weather|traffic|printer|headset|software|screen|machine|website)\b(?:(?!\byou).){0,24}$/;
const MAYBE_REPORTED_BEFORE =
  /(?:对不起|抱歉|不好意思)[^，]{0,6}(?:说|骂|让您|叫)|原话|录音里|投诉里|备注|登记|记录|记下|所谓|俗话|开(?:个)?玩笑|比如|比方|假如|如果(?:他|她|有人|谁)|(?:您|你)(?:刚才|刚刚|之前|上次)?(?:说|骂|喊|提到)(?:的|我|他)?[^你您]{0,4}$|\b(?<!\bi |\bi've |i already )(?:said|told|says|tells)\b|\bcall(?:s|ed|ing) (?:you|me|him|her|them|it|us)\b|\b(?:(?:his|her|their|exact|those|these) (?:\w+ )?words|(?:i've|i have|i'll|let me|i) (?:written|write|noted?|logged?)|quot\w+|wrote|writes|heard|the (?:phrase|words?|recording)|complain(?:ed|t|s)?|apologi[sz]\w*|sorry (?:that|if|for|about)|if (?:he|she|they|some\w+|any\w+)|jok\w+|imagine|for example)\b/;
const MAYBE_REPORTED_AFTER =
  /^[^你您]{0,8}(?:记下|记录|登记|备注|写进|反映|这句|这个词)|^[^你您]{0,8}(?:这种|这样的|这些|那种|这)(?:话|说法|词|态度)|^.{0,3}(?:的话|的说法|的原话)|^[^你您]{0,6}(?:不|没)(?:该|应该|对|合适|妥)|^.{0,4}(?:他|她|客户|同事|对方)(?:说|骂|的)|^(?:(?! you).){0,16}\b(?:he|she|they|who) (?:said|told|says|called|was|were)\b|^ ?(?:is|was|are|were) (?:not|never|what|how|his|her|their|the words?|un\w+|wrong)\b|^ ?(?:just )?(?:kidding|joking)\b/;
/** What a customer says who tells of somebody's rudeness: what the agent repeats of it is not the agent's own. */
const TOLD_OF_RUDENESS =
  /(?:骂|吼|凶|训|嘲笑|侮辱|羞辱|威胁)(?:了|过|着)?我|(?:叫|让)我(?=闭|滚|别|自己|少|去死)|(?:说|叫)我(?:是)?(?=没|傻|笨|骗|蠢|不懂|有病|神经|烦)|(?:同事|客服|司机|师傅|店员|邻居|经理|前台|那个人|他|她)[^，]{0,8}(?:态度|没礼貌|骂|吼|凶|很冲|不耐烦)|\b(?:he|she|they|someone|somebody|driver|colleague|clerk|agent|man|woman|guy|one of you|person|people)\b.{0,24}\b(?:called me|told me to|said i|says i|shouted|yelled|swore|screamed|was (?:so |very |really )?(?:rude|awful|horrible|nasty|mean)|insulted|hung up|threatened|laughed at me)\b|\b(?:called me|shouted at me|swore at me|yelled at me|rude to me|awful to me)\b/;
/** Turns before the agent's that are looked at for it: two of the customer's. */
const TOLD_REACH = 4;

const SELF_NEARBY =
  /(?:我|咱)(?!们|(?:跟|对|看|告诉|说|让|问|觉得))[^你您]{0,5}$|\b(?:i|i'm|im|i've|me|my|myself)\b(?! (?:told|said|think|mean|swear|guess|bet|don't))(?:(?!\byour?\b|\byou're\b).)*$/;

const NAMES_CUSTOMER = /你|您|\byou|\bur\b|\bya\b/;
/** A trait that may be anybody's where nobody is named. */
const BARE_TRAIT =
  /^(?:真|太|这么|那么|是|简直|可|够|个|的)*(?:没(?:素质|教养|礼貌|家教|品|出息|文化|脑子)|不要脸|缺德|缺心眼|无理取闹|胡搅蛮缠|蛮不讲理|不可理喻|胡说八道|脸皮.?厚|丢人.{0,2}|傻.{0,3}|蠢.{0,3}|笨.{0,3}|骗人|智商.{0,3}|穷.)$|^(?:(?:what|such|that's|so|just|how|total|complete|bloody|stupid|dumb) ?(?:an? )?)*(?:idiot|moron|pathetic|ridiculous|clown|jerk|lunatic|maniac|nutter|psycho|liar|fool|imbecile|loser|prat|twit)$/;

/**
 * True when a rude wording that seems aimed may yet be reported, told as a joke, or said of oneself or somebody else, so
 * that a person must listen. `standsAlone` is a whole clause that names nobody and needs nobody.
 */
export function isDoubtful(
  input: ScoringInput,
  kind: RudenessKind,
  { placed, from, to }: TurnPlace,
  standsAlone: boolean,
): boolean {
  const { text } = placed.normal;
  const before = text.slice(Math.max(0, from - REPORT_REACH), from);
  const after = text.slice(to, to + AFTER_REACH);
  if (MAYBE_REPORTED_BEFORE.test(before) || MAYBE_REPORTED_AFTER.test(after)) return true;
  const words = text.slice(from, to);
  const namesNobody = !/你|您|\byou/.test(words);
  if (namesNobody && (OTHERS_NEARBY.test(before) || hasBeenToldOfRudeness(input, placed.index))) return true;
  if (kind !== 'insult' || standsAlone) return false;
  const clause = text.slice(clauseStart(placed.normal, from, REACH), clauseEnd(placed.normal, to, REACH));
  return !NAMES_CUSTOMER.test(clause) && (BARE_TRAIT.test(words) || SELF_NEARBY.test(before.slice(-REACH)));
}

function hasBeenToldOfRudeness(input: ScoringInput, turn: number): boolean {
  return allTurns(input)
    .slice(Math.max(0, turn - TOLD_REACH), turn)
    .some((placed) => placed.turn.party === 'customer' && TOLD_OF_RUDENESS.test(placed.normal.text));
}
