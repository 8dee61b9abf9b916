import { describe, expect, it } from 'vitest';
import {
  compilePhrases,
  expandPhrase,
  isNegated,
  isQuoted,
} from '../../../src/criteria/text/match-phrases.ts';
import { normalise } from '../../../src/criteria/text/normalise.ts';

const matcher = compilePhrases({ rude: ['stupid', '笨', '(你|您)不懂'], fine: ['笨重'] });
const find = (text: string) => {
  const normal = normalise(text);
  return matcher.find(normal).map((match) => ({ ...match, normal }));
};

describe('compilePhrases', () => {
  it('spells out alternatives and missing apostrophes', () => {
    expect(expandPhrase('how (can|may) i')).toEqual(['how can i', 'how may i']);
    expect(expandPhrase("don't")).toEqual(["don't", 'dont', 'don t']);
  });

  it('matches whole English words only', () => {
    expect(find('that is stupid.')).toHaveLength(1);
    expect(find('stupidity, astupid')).toHaveLength(0);
  });

  it('lets a longer harmless word shield a shorter one', () => {
    expect(find('这个箱子很笨重').map((match) => match.tag)).toEqual(['fine']);
    expect(find('你真笨').map((match) => match.tag)).toEqual(['rude']);
  });

  it('takes 500 repetitions in one pass', () => {
    expect(find('笨'.repeat(500))).toHaveLength(500);
  });
});

describe('isNegated', () => {
  it.each(['不是说您不懂', "i'm not saying you are stupid", '没有人说你笨', 'i would never call you stupid'])(
    'sees the negation in %j',
    (text) => {
      const [match] = find(text);
      expect(match && isNegated(match.normal, match)).toBe(true);
    },
  );

  it.each(['不，你不懂', '你真笨', "no. that's stupid", '不好意思，你不懂', 'you are stupid not me'])(
    'sees none in %j',
    (text) => {
      const [match] = find(text);
      expect(match && isNegated(match.normal, match)).toBe(false);
    },
  );
});

describe('isQuoted', () => {
  it.each(['刚才他说我笨', '客户说你不懂', 'she called me stupid', 'he wrote “stupid” on it'])(
    'sees reported wording in %j',
    (text) => {
      const [match] = find(text);
      expect(match && isQuoted(match.normal, match)).toBe(true);
    },
  );

  it.each(['我说你不懂', 'you are stupid', 'i said that is stupid'])(
    'takes %j as the speaker’s own',
    (text) => {
      const [match] = find(text);
      expect(match && isQuoted(match.normal, match)).toBe(false);
    },
  );
});
