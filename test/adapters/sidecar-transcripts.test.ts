import { describe, expect, it } from 'vitest';
import {
  parseTranscript,
  readSidecarTranscript,
  TRANSCRIPT_LIMIT_BYTES,
} from '../../src/adapters/sidecar-transcripts.ts';
import { memorySource } from '../fakes/memory-source.ts';

const parse = (value: unknown, options = {}) =>
  parseTranscript(
    Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
    typeof value === 'string' ? 'a.vtt' : 'a.json',
    options,
  );
const ours = (...turns: object[]) => ({ version: 1, language: 'en', turns });
const said = (value: unknown, options = {}) =>
  parse(value, options).transcript.turns.map((turn) => [turn.party, turn.startMs, turn.endMs, turn.text]);
const counts = (value: unknown, options = {}) =>
  Object.fromEntries(parse(value, options).problems.map((problem) => [problem.code, problem.count]));

describe('our transcript file', () => {
  it('keeps words with their times and confidence', () => {
    const words = [
      { text: 'Good', startMs: 0, endMs: 210, confidence: 0.93 },
      { text: 'morning', startMs: 220, endMs: 600 },
    ];
    const turn = { party: 'agent', startMs: 0, endMs: 600, text: 'Good morning.', words };
    expect(parse(ours(turn))).toMatchObject({ transcript: { language: 'en', turns: [turn] }, problems: [] });
  });

  it('marks turns without words as coarse', () => {
    const { transcript, problems } = parse(ours({ party: 'customer', startMs: 5, endMs: 900, text: 'Hi' }));
    expect(transcript.turns[0]).toEqual({
      party: 'customer',
      startMs: 5,
      endMs: 900,
      text: 'Hi',
      coarse: true,
    });
    expect(problems).toEqual([{ code: 'NO_WORD_TIMES', count: 1 }]);
  });

  it('makes an unknown party other, and says so', () => {
    expect(said(ours({ party: 'supervisor', startMs: 0, endMs: 9, text: 'x' }))).toEqual([
      ['other', 0, 9, 'x'],
    ]);
    expect(counts(ours({ party: 'supervisor', startMs: 0, endMs: 9, text: 'x' }))).toMatchObject({
      PARTY_UNKNOWN: 1,
    });
  });

  it('repairs or drops hostile times, and counts them (ASR-03)', () => {
    const turn = (startMs: unknown, endMs: unknown, text = 'hello there') => ({
      party: 'agent',
      startMs,
      endMs,
      text,
    });
    const repaired = [
      [turn(-5000, 1000), 0, 1000],
      [turn(3000, 1000), 1000, 3000],
      [turn(9000, 60_000), 9000, 10_000],
      [turn('NaN', 2000), 350, 2000],
      [turn(2000, null), 2000, 3650],
      [turn(4000, 4000), 4000, 5650],
    ] as const;
    for (const [given, startMs, endMs] of repaired) {
      expect(said(ours(given), { durationMs: 10_000 })).toEqual([['agent', startMs, endMs, 'hello there']]);
      expect(counts(ours(given), { durationMs: 10_000 })).toMatchObject({ TIMES_REPAIRED: 1 });
    }
    for (const dropped of [turn(11_000, 12_000), turn(-9000, -8000)]) {
      expect(counts(ours(dropped), { durationMs: 10_000 })).toEqual({ TURNS_DROPPED: 1 });
    }
    expect(said(ours(turn(10, 10_200)), { durationMs: 10_000 })[0]?.[2]).toBe(10_000);
    expect(counts(ours(turn(10, 10_200)), { durationMs: 10_000 })).not.toHaveProperty('TIMES_REPAIRED');
  });

  it('lets nobody speak over himself, while two parties may', () => {
    const turn = (party: string, startMs: number, endMs: number) => ({
      party,
      startMs,
      endMs,
      text: 'hello',
    });
    expect(
      said(ours(turn('agent', 0, 5000), turn('customer', 1000, 2500), turn('agent', 2000, 3000))),
    ).toEqual([
      ['agent', 0, 2000, 'hello'],
      ['customer', 1000, 2500, 'hello'],
      ['agent', 2000, 3000, 'hello'],
    ]);
  });

  it('keeps every turn at its place, so that its index is its index in the file', () => {
    const turns = [
      { party: 'agent', startMs: 5000, endMs: 6000, text: 'second by time' },
      { party: 'customer', startMs: 0, endMs: 900, text: '' },
      { party: 'customer', text: 'without any time' },
      { party: 'agent', startMs: 99_000, endMs: 99_500, text: 'after the end' },
      { party: 'agent', startMs: 7000, endMs: 8000, text: 'last' },
    ];
    const { transcript } = parse(ours(...turns), { durationMs: 10_000 });
    expect(transcript.turns.map((turn) => turn.text)).toEqual([
      'second by time',
      '',
      'without any time',
      '',
      'last',
    ]);
    expect(transcript.turns[2]).toMatchObject({ party: 'customer', coarse: true, flags: ['times-repaired'] });
  });

  it('mends a few bad word times and believes none when many are bad', () => {
    const word = (text: string, startMs: unknown, endMs: unknown) => ({ text, startMs, endMs });
    const many = Array.from({ length: 10 }, (_, index) => word(`w${index}`, index * 100, index * 100 + 90));
    many[4] = word('w4', 9_000_000, -1);
    const turn = {
      party: 'agent',
      startMs: 0,
      endMs: 1000,
      text: 'w0 w1 w2 w3 w4 w5 w6 w7 w8 w9',
      words: many,
    };
    const [mended] = parse(ours(turn)).transcript.turns;
    expect(mended?.words?.[4]).toEqual({ text: 'w4', startMs: 390, endMs: 390 });
    expect(mended?.flags).toEqual(['times-repaired']);
    const broken = many.map((one, index) => (index < 5 ? word(one.text, 'NaN', null) : one));
    expect(parse(ours({ ...turn, words: broken })).transcript.turns[0]).toMatchObject({ coarse: true });
  });

  it('flags loops, and leaves spoken repetition alone (ASR-02)', () => {
    const flags = (text: string) =>
      parse(ours({ party: 'agent', startMs: 0, endMs: 9, text })).transcript.turns[0]?.flags;
    expect(flags('谢谢'.repeat(500))).toEqual(['looped']);
    expect(flags('I will call you back. '.repeat(20))).toEqual(['looped']);
    expect(flags('嗯嗯嗯嗯嗯嗯')).toBeUndefined();
    expect(flags('yes yes yes yes, I know, I know')).toBeUndefined();
    expect(flags('1 3 8 0 0 1 3 8 0 0 0')).toBeUndefined();
  });

  it('cuts endless text, flags it and says so; hostile text stays text (ASR-09)', () => {
    const { transcript } = parse(
      ours({ party: 'agent', startMs: 0, endMs: 9, text: 'ab c '.repeat(10_000) }),
    );
    expect(transcript.turns[0]?.text.length).toBe(20_000);
    expect(transcript.turns[0]?.flags).toEqual(['looped']);
    const hostile = '<img src=x onerror=1> \u001b[31m \u202E **x**';
    expect(said(ours({ party: 'agent', startMs: 0, endMs: 9, text: hostile }))[0]?.[3]).toBe(hostile);
  });

  it('is refused when it is too large, too long or no transcript (ASR-10)', () => {
    expect(() => parseTranscript(new Uint8Array(TRANSCRIPT_LIMIT_BYTES + 1), 'a.json')).toThrow('50 MB');
    const many = Array.from({ length: 50_001 }, () => ({ text: 'x' }));
    expect(() => parse(ours(...many))).toThrow('50000 turns');
    for (const value of [{}, [], 7, { segment: [] }]) expect(() => parse(value)).toThrow('cannot be used');
    expect(() => parseTranscript(Buffer.from('{"turns": '), 'a.json')).toThrow('not JSON');
    expect(() => parseTranscript(Buffer.from('<html>'), 'a.vtt')).toThrow('neither WebVTT nor SRT');
    expect(() => parseTranscript(Buffer.from('{"turns": [], "__proto__": 1}'), 'a.json')).toThrow(
      'forbidden key',
    );
  });
});

describe('OpenAI verbose_json', () => {
  const segments = [
    { id: 3, start: '0.5', end: '1.5', text: ' 您好，', no_speech_prob: 0.01, avg_logprob: -1 },
    { id: 4, start: 2, end: 3, text: ' 我是小李。', speaker: 'agent' },
  ];

  it('gives top-level words to the segments they lie in; numbers may be strings', () => {
    const words = [
      { word: '您好', start: 0.5, end: 1.4 },
      { word: '我是', start: '2.0', end: '2.4' },
      { word: '小李', start: 2.4, end: 2.9 },
    ];
    const { transcript } = parse({
      task: 'transcribe',
      language: 'chinese',
      duration: '999',
      text: 'x',
      segments,
      words,
    });
    expect(transcript.language).toBe('zh');
    expect(transcript.turns.map((turn) => turn.words?.map((word) => word.text))).toEqual([
      ['您好'],
      ['我是', '小李'],
    ]);
    expect(transcript.turns.map((turn) => turn.party)).toEqual(['other', 'agent']);
  });

  it('takes words inside segments, and does without null ones', () => {
    const inside = [{ ...segments[1], words: [{ word: ' 我', start: 2, end: 2.2, probability: 0.8 }] }];
    expect(parse({ segments: inside, words: null }).transcript.turns[0]?.words).toEqual([
      { text: '我', startMs: 2000, endMs: 2200, confidence: 0.8 },
    ]);
    expect(
      parse({ segments: segments.map((one) => ({ ...one, words: null })) }).transcript.turns[0]?.coarse,
    ).toBe(true);
  });

  it('makes segments of words alone, cut at pauses', () => {
    const words = [
      { word: '您好', start: 0, end: 0.4 },
      { word: '请问', start: 0.5, end: 0.9 },
      { word: '再见', start: 5, end: 5.4 },
    ];
    expect(said({ text: '您好请问再见', words })).toEqual([
      ['other', 0, 900, '您好请问'],
      ['other', 5000, 5400, '再见'],
    ]);
  });

  it('strips SenseVoice marks and drops text without any time', () => {
    const marked = [{ start: 0, end: 1, text: '<|zh|><|NEUTRAL|><|Speech|>您好' }];
    expect(said({ segments: marked })[0]?.[3]).toBe('您好');
    expect(counts({ text: 'hello' })).toMatchObject({ TURNS_DROPPED: 1 });
  });

  it('flags what Whisper itself doubts', () => {
    const doubtful = [
      { start: 0, end: 1, text: 'Thank you.', no_speech_prob: 0.9, avg_logprob: -1.4 },
      { start: 1, end: 2, text: 'Is anybody there, hello, is anybody there?', compression_ratio: 3.1 },
      { start: 2, end: 3, text: 'Yes.', no_speech_prob: 0.9, avg_logprob: -0.2 },
    ];
    const flags = parse({ segments: doubtful }).transcript.turns.map((turn) => turn.flags);
    expect(flags).toEqual([['hallucinated'], ['looped'], undefined]);
  });
});

describe('WebVTT and SRT', () => {
  it('takes parties from voice tags', () => {
    const text =
      'WEBVTT - call\nLanguage: en\n\nNOTE a remark\n\n1\n00:00.500 --> 00:02.000 align:start\n<v Agent>Good morning &amp; <b>welcome</b></v>\n\n00:00:02.100 --> 00:00:03.000\n<v.loud Customer 2>Hi\nthere\n';
    expect(said(text)).toEqual([
      ['agent', 500, 2000, 'Good morning & welcome'],
      ['customer', 2100, 3000, 'Hi there'],
    ]);
  });

  it('takes parties from names in front, in both languages, and leaves other colons alone', () => {
    const text =
      '\uFEFF1\r\n00:00:00,000 --> 00:00:01,000\r\n客服：您好\r\n\r\n2\r\n00:00:01,000 --> 00:00:02,000\r\n- 客户: 时间：三点\r\n\r\n3\r\n00:00:03,000 --> 00:00:04,000\r\n价格：三百\r\n';
    expect(said(text)).toEqual([
      ['agent', 0, 1000, '您好'],
      ['customer', 1000, 2000, '时间：三点'],
      ['other', 3000, 4000, '价格：三百'],
    ]);
    expect(parse(text).transcript.language).toBe('zh');
  });

  it('splits a cue in which two speak, and keeps names it cannot place', () => {
    const text = 'WEBVTT\n\n00:00.000 --> 00:02.000\nAgent: Hello\nSpeaker 2: Hi\n';
    const parsed = parse(text);
    expect(parsed.speakers).toEqual(['Agent', 'Speaker 2']);
    expect(parsed.transcript.turns.map((turn) => turn.party)).toEqual(['agent', 'other']);
  });

  it('repairs reversed and negative cues', () => {
    const text =
      '1\n00:00:05,000 --> 00:00:03,000\nAgent: hello there\n\n2\n-00:00:02,000 --> 00:00:01,000\nCustomer: hello\n';
    expect(said(text).map(([, startMs, endMs]) => [startMs, endMs])).toEqual([
      [0, 1000],
      [3000, 5000],
    ]);
  });

  it('ends in time on hostile text', () => {
    const startedMs = performance.now();
    parse(
      `WEBVTT\n\n00:00.000 --> 00:02.000\n${'<v '.repeat(20_000)}${'&'.repeat(20_000)}${'a '.repeat(20_000)}\n`,
    );
    expect(performance.now() - startedMs).toBeLessThan(2000);
  });
});

describe('the transcript beside a recording', () => {
  it('is ours before others, and absent without one', async () => {
    const files = new Map([
      ['a.wav', 'x'],
      ['a.vtt', 'WEBVTT\n\n00:00.000 --> 00:02.000\nAgent: vtt\n'],
      ['a.transcript.json', JSON.stringify(ours({ party: 'agent', startMs: 0, endMs: 9, text: 'ours' }))],
    ]);
    const source = memorySource(files);
    const ref = await source.find('a.wav');
    if (!ref) throw new Error('not there');
    expect((await readSidecarTranscript(source, ref))?.format).toBe('earmark');
    files.delete('a.transcript.json');
    expect((await readSidecarTranscript(source, ref))?.format).toBe('webvtt');
    files.delete('a.vtt');
    expect(await readSidecarTranscript(source, ref)).toBeNull();
  });
});
