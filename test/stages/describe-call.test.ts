import { describe, expect, it } from 'vitest';
import { parseManifest } from '../../src/stages/call-manifest.ts';
import { checkDuration, type DescribeOptions, describeFrom } from '../../src/stages/describe-call.ts';
import { compileKeyPattern } from '../../src/stages/key-pattern.ts';

const nowMs = Date.parse('2026-11-23T00:00:00Z');
const options: DescribeOptions = { manifest: null, keyPattern: null, timeZone: 'Asia/Shanghai', nowMs };
const json = (value: unknown) => Buffer.from(JSON.stringify(value));
const describeFile = (value: unknown, more: Partial<DescribeOptions> = {}) =>
  describeFrom(json(value), 'a.wav', { ...options, ...more });
const codes = (description: { problems: readonly { code: string }[] }) =>
  description.problems.map((one) => one.code);

const whole = {
  version: 1,
  callId: 'c-1',
  startedAt: '2026-03-02T09:14:05+08:00',
  direction: 'outbound',
  agent: { id: '1001', name: '张三', team: 'A' },
  customer: { id: '9' },
  company: '安心保险',
  rings: 2,
  kind: 'cold-call',
  channels: { agent: 0, customer: 1 },
  language: 'zh',
};

describe('the call file', () => {
  it('is read field by field and says where each came from', () => {
    const description = describeFile(whole);
    expect(description.call).toEqual(whole);
    expect(description.problems).toEqual([]);
    expect(description.from.startedAt).toBe('call-file');
  });

  it('refuses keys that reach into prototypes (MET-12)', () => {
    for (const text of ['{"__proto__": {"rings": 1}}', '{"agent": {"constructor": 1}}']) {
      expect(() => describeFrom(Buffer.from(text), 'a.wav', options)).toThrow('forbidden key');
    }
    expect(({} as Record<string, unknown>).rings).toBeUndefined();
  });

  it('refuses what is no call file, by name', () => {
    for (const text of ['', '[]', '"x"', '{"version": 2}', `${'['.repeat(5000)}${']'.repeat(5000)}`]) {
      expect(() => describeFrom(Buffer.from(text), 'a.wav', options)).toThrow('call file cannot be used');
    }
  });

  it('leaves out a start in 1970 or 2099 and one after its end (MET-03)', () => {
    for (const year of ['1970', '2099']) {
      const description = describeFile({ ...whole, startedAt: `${year}-01-01T00:00:00Z` });
      expect(description.call.startedAt).toBeUndefined();
      expect(codes(description)).toEqual(['BAD_YEAR']);
    }
    const reversed = describeFile({ ...whole, endedAt: '2026-03-02T09:14:04+08:00' });
    expect(reversed.call.startedAt).toBeUndefined();
    expect(codes(reversed)).toEqual(['END_BEFORE_START']);
  });

  it('takes the configured zone for a time without one, and says so', () => {
    const description = describeFile({ ...whole, startedAt: '2026-03-02 09:14:05' });
    expect(description.call.startedAt).toBe('2026-03-02T09:14:05+08:00');
    expect(codes(description)).toEqual(['ZONE_ASSUMED']);
  });

  it('says that a time occurs twice or never when clocks change (MET-05)', () => {
    const twice = describeFile({ ...whole, startedAt: '2026-10-25T02:30:00' }, { timeZone: 'Europe/Berlin' });
    expect(twice.call.startedAt).toBe('2026-10-25T02:30:00+02:00');
    expect(codes(twice)).toEqual(['TIME_AMBIGUOUS']);
    const never = describeFile({ ...whole, startedAt: '2026-03-29T02:30:00' }, { timeZone: 'Europe/Berlin' });
    expect(codes(never)).toEqual(['TIME_SKIPPED']);
  });

  it('replaces NUL and lone surrogates and counts them (MET-11)', () => {
    const text = JSON.stringify({ ...whole, company: 'a\u0000b' }).replace('张三', 'x\\ud800y');
    const description = describeFrom(Buffer.from(text), 'a.wav', options);
    expect(description.call.company).toBe('a\uFFFDb');
    expect(description.call.agent?.name).toBe('x\uFFFDy');
    expect(description.problems[0]?.message.en).toContain('2 characters');
  });

  it('keeps odd names as they are (MET-13)', () => {
    const name = '张三 <script>\u202E😀';
    expect(describeFile({ ...whole, agent: { id: '1', name } }).call.agent?.name).toBe(name);
    const long = describeFile({ ...whole, agent: { id: '1', name: 'x'.repeat(301) } });
    expect(long.call.agent).toEqual({ id: '1' });
    expect(codes(long)).toEqual(['BAD_VALUE']);
  });

  it('never guesses an agent (MET-01)', () => {
    const { agent, ...rest } = whole;
    const description = describeFile({ ...rest, agent: { name: agent.name } });
    expect(description.call.agent).toBeUndefined();
    expect(codes(description)).toEqual(['NEEDS_AGENT']);
  });

  it('knows both channels from one, and none from twice the same', () => {
    expect(describeFile({ ...whole, channels: { agent: 1 } }).call.channels).toEqual({
      agent: 1,
      customer: 0,
    });
    const same = describeFile({ ...whole, channels: { agent: 1, customer: 1 } });
    expect(same.call.channels).toBeUndefined();
    expect(codes(same)).toEqual(['BAD_VALUE']);
  });

  it('leaves out single bad values and keeps the rest', () => {
    const description = describeFile({
      ...whole,
      direction: 'sideways',
      rings: -1,
      language: 'de',
      kind: {},
    });
    expect(codes(description)).toEqual(['BAD_VALUE', 'BAD_VALUE', 'BAD_VALUE', 'BAD_VALUE']);
    expect(description.call.callId).toBe('c-1');
  });

  it('reads usual spellings of direction and language', () => {
    const call = describeFile({ ...whole, direction: '呼入', language: 'zh-CN', agent: { id: 7 } }).call;
    expect(call).toMatchObject({ direction: 'inbound', language: 'zh', agent: { id: '7' } });
  });

  it('notes a length that differs from the decoded one by more than 5 % (MET-04)', () => {
    const { declaredMs } = describeFile({ ...whole, durationMs: 100_000 });
    expect(checkDuration(declaredMs, 106_000)?.code).toBe('DURATION_MISMATCH');
    expect(checkDuration(declaredMs, 104_000)).toBeNull();
    expect(checkDuration(null, 1)).toBeNull();
  });
});

describe('the order of origins', () => {
  const manifest = parseManifest(
    Buffer.from('file,agent.id,agent.team,direction,channels.agent\na.wav,2002,B,inbound,1\n'),
  );
  const keyPattern = compileKeyPattern('{agent}_{kind}');

  it('is call file, manifest, key, and a contradiction is said', () => {
    const description = describeFrom(json({ agent: { id: '1001' } }), '3003_sales.wav', {
      ...options,
      keyPattern,
      manifest: { ...manifest, rows: new Map([['3003_sales.wav', manifest.rows.get('a.wav') ?? []]]) },
    });
    expect(description.call.agent).toEqual({ id: '1001', team: 'B' });
    expect(description.from).toEqual({
      'agent.id': 'call-file',
      'agent.team': 'manifest',
      'channels.agent': 'manifest',
      direction: 'manifest',
      kind: 'key',
    });
    expect(codes(description)).toEqual(['CONFLICT', 'CONFLICT']);
    expect(description.call.channels).toEqual({ agent: 1, customer: 0 });
  });

  it('takes nobody when rows of the manifest name different agents (MET-06)', () => {
    const two = parseManifest(Buffer.from('file,agent.id,kind\na.wav,1,sales\na.wav,2,sales\n'));
    const description = describeFrom(null, 'a.wav', { ...options, manifest: two });
    expect(description.call).toEqual({ version: 1, kind: 'sales' });
    expect(codes(description)).toEqual(['CONFLICT', 'NEEDS_AGENT']);
  });

  it('says when a key does not fit the pattern, without showing the key (MET-15)', () => {
    const description = describeFrom(null, '13800138000.wav', { ...options, keyPattern });
    expect(codes(description)).toEqual(['KEY_UNMATCHED', 'NEEDS_AGENT']);
    expect(JSON.stringify(description)).not.toContain('13800138000');
  });
});
