import type { Language } from '../../src/domain/call.ts';

/** What the made calls say: whole turns, short answers, attempts to come in, and listening signals. */
export interface DialogueTexts {
  readonly turns: readonly string[];
  readonly answers: readonly string[];
  readonly cutIns: readonly string[];
  readonly listening: readonly string[];
}

const english: DialogueTexts = {
  turns: [
    'I was calling because the last invoice shows two charges for the same month and I only have one line with you',
    'we can send the replacement to your home address but it usually takes three working days until it gets there',
    'my husband opened the account some years ago and now we would like to change the name on the contract',
    'the new plan gives you twice the data for the same price and you can leave it at the end of every month',
    'first I need the number on the front of your card and after that the date when it was opened',
    'I tried to restart the box several times and the light stays red no matter what I do with it',
    'our technician can visit you on Thursday morning or on Friday afternoon whichever suits you better',
    'the delivery was promised for last week and until today nobody has told me where my parcel is',
    'if you pay the whole year in advance you will save about ten percent compared with the monthly price',
    'let me explain how the insurance works because there are two parts that people often mix up',
    'the form asks for the serial number which is printed on a small label under the battery cover',
    'I have been a customer for more than nine years and I have never had a problem like this before',
  ],
  answers: [
    'I would like to keep the old price please',
    'that would be fine for me I think',
    'the number ends with four seven two',
    'I will check that for you right now',
    'no I have not received any letter yet',
    'please tell me what I should do next',
    'we moved to a different city in March',
    'it is registered under my own name',
  ],
  cutIns: [
    'but listen this is not what I asked you about at all',
    'we have a much better offer which you should take today',
    'wait a moment that is not what your colleague told me',
    'let me tell you about our special package before you decide',
    'I do not want to hear about another contract now',
    'you really need to sign this before the end of the week',
    'no that is wrong the amount was never paid back to me',
    'you said the same thing last month and nothing has changed',
  ],
  listening: [
    'yeah',
    'okay',
    'right',
    'uh huh',
    'I see',
    'yes okay',
    'oh really',
    'all right',
    'yeah right',
    'sure okay',
    'mm hmm',
    'yes of course',
  ],
};

const chinese: DialogueTexts = {
  turns: [
    '我打电话是因为上个月的账单里面同一笔费用扣了两次可是我家里只有一个号码',
    '我们可以把新的卡片寄到您家里一般需要三个工作日左右才能送到您手上',
    '这个账户是我先生几年以前开的现在我们想把合同上面的名字改成我自己的',
    '新的套餐流量比原来多一倍价格还是一样而且每个月底都可以随时取消不收费用',
    '首先我需要您卡片正面的号码然后还需要您当时办理业务的日期我才能查询',
    '我已经把机器重新启动了好几次可是那个灯一直是红色的怎么弄都没有用',
    '我们的师傅可以在星期四上午或者星期五下午到您家里去看您哪个时间比较方便',
    '你们上个星期就答应送货可是到今天为止都没有人告诉我东西到底在什么地方',
    '如果您一次交一整年的费用大概可以比按月交便宜百分之十左右非常划算',
    '我先给您介绍一下这个保险是怎么回事因为里面有两个部分大家经常会弄混',
    '表格上面要填的编号印在电池盖下面的一张小标签上您翻过来就可以看到',
    '我在你们这里办业务已经九年多了以前从来没有遇到过这样的问题',
  ],
  answers: [
    '我还是想要原来的那个价格',
    '这样安排我觉得挺合适的',
    '号码最后三位是四七二',
    '我现在马上帮您查一下',
    '我还没有收到你们寄的信',
    '请您告诉我下一步怎么做',
    '我们三月份搬到别的城市了',
    '登记的是我自己的名字',
  ],
  cutIns: [
    '不是这样的我刚才问的根本不是这个问题',
    '我们现在有一个更好的活动您今天一定要办理',
    '等一下你们上次的同事跟我说的完全不一样',
    '您先听我说完这个优惠今天晚上就要结束了',
    '我现在不想听你们别的合同也不想换套餐',
    '您这个星期之内必须签字不然就没有名额了',
    '你说错了那笔钱从来就没有退到我卡上来',
    '你们上个月也是这么说的到现在什么都没变',
  ],
  listening: [
    '嗯',
    '好的',
    '对',
    '是的',
    '嗯嗯',
    '明白',
    '好好好',
    '对对',
    '哦是吗',
    '行',
    '知道了',
    '嗯好的',
  ],
};

/** The texts of one language. */
export function textsOf(language: Language): DialogueTexts {
  return language === 'en' ? english : chinese;
}
