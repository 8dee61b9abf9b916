/** What an answering machine or a network announcement says; `^` and `$` are the ends of a turn. */
export const machinePatterns: readonly RegExp[] = [
  /(?:请|可以)?(?:在|于)?(?:听到)?(?:滴|嘀|哔|提示音|滴声|嘀声|信号音).{0,6}(?:后|之后).{0,4}(?:留言|录音)|(?:您|你)(?:所)?(?:拨打|呼叫|拨叫)的(?:电话|用户|号码)(?:暂时|正在|已|无法|不在|无人|是空号|忙)*|(?:语音信箱|留言信箱|电话录音机|自动应答)/gm,
  /\b(?:leave|record) (?:me |us |your |a |the )*(?:name|number|message)(?: \w+){0,8} (?:after|at) the (?:tone|beep)\b|\bafter the (?:tone|beep)\b|\b(?:the )?(?:person|party|customer|number|subscriber) you(?:'re| are| have| were)? (?:trying to (?:reach|call)|calling|dialed|called|dialled|have dialed) (?:is|has|cannot|can't)\b|\byou(?:'ve| have) reached the (?:voice ?mail|mailbox|answering machine)\b/gm,
];

/** How somebody says that the caller has the wrong number. */
export const wrongNumberPatterns: readonly RegExp[] = [
  /(?:你|您|你们)?(?:是不是|好像|应该|可能|肯定|是)*(?<!没|没有|[字址同息单码])(?:打错|拨错)(?:了|电话|号码|号)(?!吧|吗|没)|(?:这里|这边|我们这|我这)(?:没有|没)(?:这个|你说的|姓[\u4e00-\u9fff]的|叫[\u4e00-\u9fff]{2,3}的)(?:人)?$/gm,
  /\byou(?:'ve| have| must| might| may| probably)*(?: have)? (?:got|have|dialed|dialled|called|reached) the wrong (?:number|person|house)\b|^(?:sorry |no |hello |um |uh )*(?:wrong number|there's no ?(?:one|body) (?:here )?(?:by|called|with) .{2,30})$/gm,
];
