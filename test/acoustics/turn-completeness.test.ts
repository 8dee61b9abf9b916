import { describe, expect, it } from 'vitest';
import { isBackchannel, tokensOf } from '../../src/acoustics/backchannels.ts';
import { isPoliteEntry } from '../../src/acoustics/polite-formulas.ts';
import { judgeCompleteness } from '../../src/acoustics/turn-completeness.ts';

describe('words', () => {
  it('end unfinished with an article, a conjunction or a break mark', () => {
    expect(judgeCompleteness('i wanted to pay for the', 'en', false)).toBe('incomplete');
    expect(judgeCompleteness('what i meant was--', 'en', false)).toBe('incomplete');
    expect(judgeCompleteness('我昨天已经说过了因为', 'zh', false)).toBe('incomplete');
    expect(judgeCompleteness('I wanted to pay', 'en', true)).toBe('incomplete');
  });

  it('end finished with a final mark or particle, and prove nothing otherwise', () => {
    expect(judgeCompleteness('I wanted to pay for it.', 'en', true)).toBe('complete');
    expect(judgeCompleteness('您明天方便吗', 'zh', false)).toBe('complete');
    expect(judgeCompleteness('we moved to a different city', 'en', false)).toBe('unknown');
    expect(judgeCompleteness('that is what it is', 'en', false)).toBe('unknown');
  });

  it('are listening signals only when nothing else is said', () => {
    for (const text of ['Uh-huh.', 'yeah, right', 'mm-hmm okay', 'Oh really?']) {
      expect(isBackchannel(tokensOf(text, 'en'), 'en')).toBe(true);
    }
    for (const text of ['嗯嗯', '好的好的', '对对对', '哦,是吗?', '行,知道了']) {
      expect(isBackchannel(tokensOf(text, 'zh'), 'zh')).toBe(true);
    }
    expect(isBackchannel(tokensOf('yeah but the price', 'en'), 'en')).toBe(false);
    expect(isBackchannel(tokensOf('好的那我们明天见', 'zh'), 'zh')).toBe(false);
    expect(isBackchannel(tokensOf('[noise]', 'en'), 'en')).toBe(false);
  });

  it('ask pardon for coming in', () => {
    for (const text of ['抱歉打断您一下', '不好意思，插一句', '对不起打断一下']) {
      expect(isPoliteEntry(tokensOf(text, 'zh'), 'zh')).toBe(true);
    }
    for (const text of ['Sorry to interrupt, but', "I'm sorry to cut in", 'may I just stop you there']) {
      expect(isPoliteEntry(tokensOf(text, 'en'), 'en')).toBe(true);
    }
    expect(isPoliteEntry(tokensOf('您别打电话了', 'zh'), 'zh')).toBe(false);
    expect(isPoliteEntry(tokensOf('不要打断我说话', 'zh'), 'zh')).toBe(false);
  });
});
