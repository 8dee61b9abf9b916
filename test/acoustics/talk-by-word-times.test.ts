import { describe, expect, it } from 'vitest';
import { acousticsFromWords } from '../../src/acoustics/acoustics-from-words.ts';
import type { Turn } from '../../src/domain/transcript.ts';

type Language = 'zh' | 'en';

/** A turn whose words last 250 ms each, end to end; `_` is a pause of 250 ms. */
function say(party: 'agent' | 'customer', startMs: number, text: string): Turn {
  const parts = /[a-z]/i.test(text) ? text.split(' ') : [...text];
  const words = parts.flatMap((part, index) =>
    part === '_' ? [] : [{ text: part, startMs: startMs + 250 * index, endMs: startMs + 250 * (index + 1) }],
  );
  return { party, startMs, endMs: startMs + 250 * parts.length, text: text.replaceAll('_', ''), words };
}

function overlapsOf(language: Language, ...turns: Turn[]) {
  return acousticsFromWords({ version: 1, language, turns }, 60_000).overlaps;
}

function classesOf(language: Language, ...turns: Turn[]) {
  return overlapsOf(language, ...turns).map((overlap) => overlap.class);
}

const story = 'so we went down to the lake last summer with all of the kids and stayed for two weeks';
const chineseStory = '我们去年夏天带着孩子们一起去了湖边在那里住了整整两个星期的时间天气特别好';

describe('word times of ordinary talk blame nobody', () => {
  it('for long listening signals, said over and over or in many words', () => {
    for (const text of [
      'yeah yeah yeah yeah yeah',
      'oh yeah thats true',
      'uh huh okay sure i see',
      'oh that makes a lot of sense',
      'oh really thats so interesting',
      'i know exactly what you mean',
      'haha oh my god',
      'well thats a shame',
    ]) {
      expect([text, classesOf('en', say('customer', 0, story), say('agent', 1500, text))]).toEqual([
        text,
        ['backchannel'],
      ]);
    }
    for (const text of [
      '对对对对对对对对对',
      '哦是这样啊',
      '嗯嗯好的好的',
      '哦那挺好的',
      '没错没错确实是',
      '我明白您的意思',
    ]) {
      expect([text, classesOf('zh', say('customer', 0, chineseStory), say('agent', 1500, text))]).toEqual([
        text,
        ['backchannel'],
      ]);
    }
  });

  it('where the holder was only listening when its turn had ended', () => {
    const turns = [
      say('customer', 0, 'the number on the card was four seven two _ okay yeah'),
      say('agent', 2500, 'i will send the new one to your home address this week'),
    ];
    expect(classesOf('en', ...turns)).not.toContain('interruption');
    const chinese = [
      say('customer', 0, '我的卡号最后三位是四七二_嗯嗯好的'),
      say('agent', 3300, '那我这边马上给您寄一张新的卡片过去'),
    ];
    expect(classesOf('zh', ...chinese)).not.toContain('interruption');
  });

  it('where the holder trailed off after what could have been the end', () => {
    const turns = [
      say('customer', 0, 'they sent me the wrong one and stuff like that you know so'),
      say('agent', 1700, 'i will send the new one to your home address this week'),
    ];
    expect(classesOf('en', ...turns)).not.toContain('interruption');
  });

  it('where a listening signal grew into the next turn', () => {
    const turns = [
      say('customer', 0, story),
      say('agent', 3750, 'yeah right right okay we did the same thing the year before that'),
    ];
    expect(classesOf('en', ...turns)).not.toContain('interruption');
  });

  it('where the other finishes the sentence and the holder agrees', () => {
    const turns = [
      say('customer', 0, 'and then in the evening we all sat down and watched the'),
      say('agent', 2250, 'the big football game'),
      say('customer', 3500, 'yeah exactly and nobody slept'),
    ];
    expect(classesOf('en', ...turns)).not.toContain('interruption');
  });

  it('where one repeats the number the other reads out', () => {
    const turns = [
      say('customer', 0, 'it is five five two nine _ one one seven four _ eight'),
      say('agent', 1400, 'five five two nine'),
    ];
    expect(classesOf('en', ...turns)).not.toContain('interruption');
    const chinese = [
      say('customer', 0, '我的号码是五五二九一一七四八'),
      say('agent', 2100, '五五二九一一七四'),
    ];
    expect(classesOf('zh', ...chinese)).not.toContain('interruption');
  });

  it('where both start and restart together', () => {
    const turns = [
      say('agent', 1000, 'i i was i was going to'),
      say('customer', 1100, 'did you did you ever get that letter'),
    ];
    expect(classesOf('en', ...turns)).toEqual(['simultaneous-start']);
  });

  it('where a search for words ends and the other helps', () => {
    const turns = [
      say('customer', 0, 'we bought one of those um what is it called um uh'),
      say('agent', 2600, 'you mean the little blue router from last year'),
    ];
    expect(classesOf('en', ...turns)).not.toContain('interruption');
  });

  it('where both take leave at once', () => {
    const turns = [
      say('agent', 0, 'thank you for calling and have a good day bye bye'),
      say('customer', 1750, 'thank you so much bye'),
    ];
    expect(classesOf('en', ...turns)).toEqual(['backchannel']);
  });

  it('where an answer merely comes early', () => {
    for (const earlyMs of [250, 500, 750, 1000]) {
      const endMs = 250 * story.split(' ').length;
      const turns = [
        say('customer', 0, story),
        say('agent', endMs - earlyMs, 'we have never been there it must have been cold in the water'),
      ];
      expect(classesOf('en', ...turns)).not.toContain('interruption');
    }
  });
});

describe('word times of a real interruption', () => {
  const offer = 'but wait we have a much better offer which you should take today';

  it('name who cut in on an unfinished turn, and who had the floor', () => {
    const turns = [say('customer', 0, `${story} because the`), say('agent', 4000, offer)];
    expect(overlapsOf('en', ...turns)).toMatchObject([
      { class: 'interruption', outcome: 'took-floor', floor: 'customer', incoming: 'agent' },
    ]);
    const chinese = [
      say('customer', 0, '我打电话来是想问一下上个月的账单因为我觉得它的金额可能'),
      say('agent', 5400, '您先听我说我们现在有一个更好的活动'),
    ];
    expect(overlapsOf('zh', ...chinese)).toMatchObject([{ class: 'interruption', incoming: 'agent' }]);
  });

  it('name who contended for the turn in vain', () => {
    const turns = [say('customer', 0, story), say('agent', 2000, 'no wait that is not')];
    expect(overlapsOf('en', ...turns)).toMatchObject([{ class: 'interruption', outcome: 'gave-way' }]);
  });
});
