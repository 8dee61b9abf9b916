import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { dialoguesFileSchema, type LabelledCall } from '../../src/domain/labelled-call.ts';
import type { Standard } from '../../src/domain/standard.ts';
import { benchLabelledCalls } from '../../src/pipeline/bench-labelled-calls.ts';
import { evaluateCalls } from '../../src/pipeline/evaluate-calls.ts';
import { loadStandard } from '../../src/pipeline/load-standard.ts';
import { readDialogue } from '../../src/pipeline/read-dialogue.ts';

const pipelines = fileURLToPath(new URL('../../pipelines', import.meta.url));

function calls(turns: string, expected: Record<string, string>): LabelledCall[] {
  const file = dialoguesFileSchema.parse({
    version: 1,
    language: 'en',
    company: { version: 1, name: 'Hartfield Insurance' },
    complete: ['greeting', 'refusal'],
    dialogues: [{ id: 'one', reason: 'made for the test', turns, expected }],
  });
  return file.dialogues.map((dialogue) => readDialogue(dialogue, file));
}

const polite = `A [greeting] Hello, Dana from Hartfield Insurance about pet cover.
C [refusal.clear] I'm not interested.
A Thank you, goodbye.`;

describe('evaluating labelled calls', () => {
  let standard: Standard;
  beforeAll(async () => {
    standard = await loadStandard(pipelines, 'telesales-service');
  });

  it('puts verdicts, events and strengths beside their labels', () => {
    const { verdicts, events, strengths } = evaluateCalls(calls(polite, { greeting: 'met' }), standard);
    expect(verdicts).toMatchObject([
      { criterion: 'greeting', labelled: 'met', found: 'met', language: 'en' },
    ]);
    expect(events).toMatchObject([
      { kind: 'greeting', turn: 0, isLabelled: true, isFound: true },
      { kind: 'refusal', turn: 1, isLabelled: true, isFound: true },
    ]);
    expect(strengths).toEqual([{ id: 'one', labelled: 'clear', found: 'clear' }]);
  });

  it('shows a wrong label as a difference', () => {
    const wrong = calls(polite.replace('A [greeting]', 'A'), { greeting: 'unmet' });
    const { verdicts, events } = evaluateCalls(wrong, standard);
    expect(verdicts[0]).toMatchObject({ labelled: 'unmet', found: 'met' });
    expect(events[0]).toMatchObject({ kind: 'greeting', isLabelled: false, isFound: true });
  });

  it('lists what a changed standard flips, with the moment', () => {
    const after: Standard = {
      ...standard,
      criteria: standard.criteria
        .filter(({ id }) => id !== 'tone')
        .map((one) =>
          one.id === 'greeting'
            ? { ...one, settings: { ...Object(one.settings), parts: ['need-question'] } }
            : one,
        ),
    };
    const { flips } = benchLabelledCalls(calls(polite, {}), { before: standard, after });
    expect(flips).toMatchObject([
      { call: 'one', criterion: 'greeting', before: 'met', after: 'unmet', moment: { startMs: 0 } },
      { criterion: 'tone', before: 'met', after: null },
    ]);
  });

  it('refuses a line that is no turn', () => {
    expect(() => calls('Hello there', {})).toThrow(/line 1 is no turn/);
  });
});
