import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { allScripts } from '../../samples/make/all-scripts.ts';
import { type CallScript, coreCriteria } from '../../samples/make/call-script.ts';
import { extensionOf } from '../../samples/make/encode.ts';
import { saidText } from '../../samples/make/lay-out.ts';
import { beginningOf, manifestOf, type Truth } from '../../samples/make/side-files.ts';
import { writtenText } from '../../samples/make/spoken-words.ts';
import { callMetadataSchema } from '../../src/domain/call.ts';
import { companySchema } from '../../src/domain/company.ts';
import { noteSchema } from '../../src/domain/note.ts';
import { type Turn, transcriptSchema } from '../../src/domain/transcript.ts';
import type { Verdict } from '../../src/domain/verdict.ts';

const folder = new URL('../../samples/calls/', import.meta.url).pathname;
const readText = (name: string): string => readFileSync(join(folder, name), 'utf8');
const readJson = (name: string): unknown => JSON.parse(readText(name));
const readTruth = (script: CallScript): Truth => readJson(`${script.name}.truth.json`) as Truth;
const turnsOf = (script: CallScript): Turn[] =>
  transcriptSchema.parse(readJson(`${script.name}.transcript.json`)).turns;
const recordingOf = (script: CallScript): string => `${script.name}.${extensionOf[script.audio.coding]}`;
const each = allScripts.map((script) => [script.name, script] as const);
const withTranscript = each.filter(([, script]) => script.hasTranscript);

/** What the transcript should say of each line, in the order of the script. */
function writtenLines(script: CallScript): { party: string; text: string }[] {
  return script.lines.map((line) => ({ party: line.by, text: writtenText(saidText(line)) }));
}

describe('the sample calls', () => {
  it('are sixteen, half of them Mandarin, each with its own name, seed and id', () => {
    expect(allScripts).toHaveLength(16);
    expect(allScripts.filter((script) => script.language === 'zh')).toHaveLength(8);
    for (const key of ['name', 'seed'] as const) {
      expect(new Set(allScripts.map((script) => script[key])).size).toBe(16);
    }
    expect(new Set(allScripts.map((script) => script.call.callId)).size).toBe(16);
  });

  it.each(coreCriteria)('show every verdict that %s can sensibly get', (criterion) => {
    const verdicts = new Set<Verdict>(allScripts.map((script) => script.expected[criterion]));
    const applies: Verdict[] = criterion === 'restatement' ? ['not-applicable'] : [];
    expect([...verdicts].sort()).toEqual(['met', 'partly', 'unmet', 'not-assessable', ...applies].sort());
  });

  it('include mono, fake stereo, swapped channels, a silent customer and several containers', () => {
    const layouts = allScripts.map((script) => script.audio.layout);
    expect(layouts).toContain('mono');
    expect(layouts).toContain('fake-stereo');
    const swapped = allScripts.find((script) => script.audio.agentChannel === 'right');
    expect(swapped?.call.channels).toBeUndefined();
    expect(allScripts.some((script) => script.lines.every((line) => line.by === 'agent'))).toBe(true);
    expect(new Set(allScripts.map((script) => script.audio.coding)).size).toBe(5);
    expect(allScripts.some((script) => / .*\p{Script=Han}/u.test(script.name))).toBe(true);
  });

  it('are a few megabytes in all, with nothing left over beside them', () => {
    const expected = allScripts.flatMap((script) => [
      recordingOf(script),
      `${script.name}.truth.json`,
      ...(script.hasTranscript ? [`${script.name}.transcript.json`] : []),
      ...(script.callIn === 'file' ? [`${script.name}.call.json`] : []),
      ...(typeof script.note === 'string' ? [`${script.name}.note.txt`] : []),
      ...(script.note !== null && typeof script.note !== 'string' ? [`${script.name}.note.json`] : []),
    ]);
    expect(readdirSync(folder).sort()).toEqual([...expected, 'manifest.csv'].sort());
    const bytes = allScripts.reduce(
      (sum, script) => sum + readFileSync(join(folder, recordingOf(script))).length,
      0,
    );
    expect(bytes).toBeLessThan(6_000_000);
  });

  it.each(each)('%s has the truth, metadata and note of its script', (name, script) => {
    const truth = readTruth(script);
    expect(truth).toMatchObject({
      version: 1,
      about: script.about,
      expected: script.expected,
      why: script.why,
    });
    for (const criterion of coreCriteria) {
      expect(criterion in script.why).toBe(script.expected[criterion] !== 'met');
    }
    if (script.callIn === 'file') {
      expect(callMetadataSchema.parse(readJson(`${name}.call.json`))).toEqual(script.call);
    }
    if (typeof script.note === 'string') expect(readText(`${name}.note.txt`)).toBe(script.note);
    else if (script.note !== null) {
      expect(noteSchema.parse(readJson(`${name}.note.json`))).toEqual({ version: 1, ...script.note });
    }
  });

  it.each(withTranscript)('%s says in its transcript what its script says', (_name, script) => {
    const turns = turnsOf(script);
    const lines = writtenLines(script);
    expect(turns).toHaveLength(lines.length);
    const unmatched = lines.filter(
      (line) => !turns.some((turn) => turn.party === line.party && turn.text === line.text),
    );
    const cutLines = script.lines.filter((_, index) => script.lines[index + 1]?.cutsIn === true);
    expect(unmatched.map((line) => line.text)).toEqual(cutLines.map((line) => writtenText(saidText(line))));
    for (const line of cutLines) {
      const said = turns.find((turn) => {
        const text = beginningOf(script, saidText(line), turn.words?.length ?? 0);
        return turn.party === line.by && turn.text === text;
      });
      expect(said, line.say).toBeDefined();
    }
  });

  it.each(withTranscript)('%s has word times in order, inside its true speech', (_name, script) => {
    const { speech } = readTruth(script);
    for (const turn of turnsOf(script)) {
      const words = turn.words ?? [];
      expect(words[0]?.startMs).toBe(turn.startMs);
      expect(words.at(-1)?.endMs).toBe(turn.endMs);
      words.forEach((word, index) => {
        expect(word.endMs).toBeGreaterThan(word.startMs);
        expect(word.startMs).toBeGreaterThanOrEqual(words[index - 1]?.endMs ?? 0);
      });
      const own = speech[turn.party === 'agent' ? 'agent' : 'customer'];
      expect(own.some(([from, to]) => from <= turn.startMs + 20 && to > turn.startMs)).toBe(true);
    }
  });

  it.each(each)('%s has the overlaps its script asks for, and no other speech at once', (_name, script) => {
    const { overlaps, speech } = readTruth(script);
    expect(overlaps.map(({ class: kind, incoming }) => [kind, incoming])).toEqual(
      script.lines
        .filter((line) => line.cutsIn || line.murmurs || line.earlyMs !== undefined)
        .map((line) => [line.cutsIn ? 'interruption' : line.murmurs ? 'backchannel' : 'turn-end', line.by]),
    );
    for (const [from, to] of speech.agent) {
      for (const [start, end] of speech.customer) {
        const [startMs, endMs] = [Math.max(from, start), Math.min(to, end)];
        if (endMs - startMs < 30) continue;
        expect(overlaps.some((overlap) => overlap.startMs < endMs && overlap.endMs > startMs)).toBe(true);
      }
    }
  });

  it('count interruptions by the agent as the standard does', () => {
    for (const script of allScripts) {
      const verdict = script.expected.interruption;
      if (verdict === 'not-assessable') continue;
      const count = script.lines.filter((line) => line.cutsIn && line.by === 'agent').length;
      expect(verdict, script.name).toBe(count === 0 ? 'met' : count === 1 ? 'partly' : 'unmet');
    }
  });

  it('keep two calls’ metadata in one manifest, with empty cells for what is not known', () => {
    const text = readText('manifest.csv');
    expect(text).toBe(manifestOf(allScripts, recordingOf));
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(existsSync(join(folder, row.file ?? 'nothing'))).toBe(true);
      const script = allScripts.find((one) => one.call.callId === row.callId);
      expect(row['agent.name']).toBe(script?.call.agent?.name);
      expect(row['channels.agent']).toBe(String(script?.call.channels?.agent ?? ''));
    }
  });

  it('are made for the company of the company file, by its agents', () => {
    const text = readFileSync(join(folder, '../company.yaml'), 'utf8');
    const company = companySchema.parse(parseYaml(text));
    const names = [company.name, ...company.spoken];
    for (const { call } of allScripts) {
      expect(names).toContain(call.company);
      const found = company.agents.find((one) => one.id === call.agent?.id);
      expect(found).toMatchObject({ name: call.agent?.name, team: call.agent?.team });
    }
  });
});
