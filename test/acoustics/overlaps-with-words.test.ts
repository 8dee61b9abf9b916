import { describe, expect, it } from 'vitest';
import { acousticsFromWords } from '../../src/acoustics/acoustics-from-words.ts';
import type { Transcript, Turn } from '../../src/domain/transcript.ts';

/** A turn whose words last 300 ms each, end to end. */
function turn(party: 'agent' | 'customer', startMs: number, text: string): Turn {
  const parts = text.includes(' ') ? text.split(' ') : [...text];
  const words = parts.map((word, i) => ({
    text: word,
    startMs: startMs + 300 * i,
    endMs: startMs + 300 * (i + 1),
  }));
  return { party, startMs, endMs: startMs + 300 * parts.length, text, words };
}

function overlapsOf(language: 'zh' | 'en', turns: Turn[]) {
  const transcript: Transcript = { version: 1, language, turns };
  return acousticsFromWords(transcript, 60_000).overlaps;
}

describe('acoustics from words', () => {
  const long = 'i wanted to ask you about the invoice that came in last week because the';

  it('class listening signals as backchannels in both languages', () => {
    expect(overlapsOf('en', [turn('customer', 0, long), turn('agent', 2000, 'uh huh')])[0]?.class).toBe(
      'backchannel',
    );
    const zh = [turn('customer', 0, '我想问一下上个星期收到的那张账单的金额'), turn('agent', 2000, '嗯好的')];
    expect(overlapsOf('zh', zh)[0]?.class).toBe('backchannel');
  });

  it('class words that cut the floor holder off as an interruption', () => {
    const turns = [
      turn('customer', 0, long),
      turn('agent', 3900, 'no listen we have a special offer for you today only'),
    ];
    expect(overlapsOf('en', turns)[0]).toMatchObject({
      class: 'interruption',
      floor: 'customer',
      incoming: 'agent',
    });
  });

  it('do not class a polite entry as an interruption', () => {
    const turns = [
      turn('customer', 0, long),
      turn('agent', 3900, 'sorry to interrupt but may i check your number first'),
    ];
    expect(overlapsOf('en', turns)[0]).toMatchObject({ class: 'unclear', why: 'polite-entry' });
  });

  it('blame nobody on turn times alone', () => {
    const coarse = (party: 'agent' | 'customer', startMs: number, endMs: number, text: string): Turn => ({
      party,
      startMs,
      endMs,
      text,
    });
    const turns = [
      coarse('customer', 0, 4000, 'i wanted to ask about the invoice'),
      coarse('agent', 3000, 8000, 'no listen we have an offer for you'),
      coarse('customer', 7800, 9000, 'well then tell me more about it'),
    ];
    expect(overlapsOf('en', turns).map((overlap) => overlap.class)).toEqual(['unclear']);
  });
});
