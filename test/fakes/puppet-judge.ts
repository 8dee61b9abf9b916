import type { JudgeAnswer } from '../../src/domain/judge.ts';
import type { Judge, JudgeRequest, RawReply } from '../../src/domain/ports.ts';

/** A judge in this process that answers what a function of the question says. */
export interface FakeJudge extends Judge {
  readonly asked: JudgeRequest[];
}

/** What the puppet sees of a question. */
export interface Question {
  readonly criterion: string;
  /** Turns as sent: id and text. */
  readonly turns: readonly { readonly id: string; readonly text: string }[];
  readonly messages: JudgeRequest['messages'];
}

/** Reads the criterion and the turns back out of a request, as a model would. */
export function readQuestion({ messages }: JudgeRequest): Question {
  const user = messages.find(({ role }) => role === 'user')?.content ?? '';
  const [call = '', asked = ''] = user.split('\n\n');
  const lines = (JSON.parse(call) as { turns: string[] }).turns;
  const turns = lines.map((line) => {
    const blank = line.indexOf(' ');
    return { id: line.slice(0, blank), text: line.slice(blank + 1) };
  });
  const criterion = /(?:Criterion: |检查项：)([a-z0-9.-]+?)[.。]/.exec(asked)?.[1] ?? '';
  return { criterion, turns, messages };
}

/** A judge whose text is what `answer` gives for a question. */
export function fakeJudge(
  answer: (question: Question) => string,
  changes: Partial<Omit<RawReply, 'key' | 'body'>> = {},
): FakeJudge {
  const asked: JudgeRequest[] = [];
  return {
    asked,
    provider: 'fake',
    model: 'puppet-1',
    settings: {},
    maxAtOnce: 4,
    async ask(request) {
      asked.push(request);
      return {
        provider: 'fake',
        modelAsked: 'puppet-1',
        modelReported: 'puppet-1',
        body: answer(readQuestion(request)),
        audioMs: null,
        latencyMs: 1,
        tokens: { sent: 900, cached: 0, received: 60 },
        ...changes,
      };
    },
    readReply: (body) => ({ content: body, end: 'complete' }),
  };
}

/** "Met", with the longest things the agent said, as far as a quote may reach. */
export function puppetAnswer({ criterion, turns }: Question, changes: Partial<JudgeAnswer> = {}): string {
  const quotes = turns
    .filter(({ id }) => id.startsWith('a'))
    .sort((a, b) => b.text.length - a.text.length)
    .slice(0, 10)
    .map(({ id, text }) => ({ turn: id, quote: text.slice(0, 200) }));
  const answer: JudgeAnswer = { criterion, reasons: 'Full marks, as the call asks.', quotes, verdict: 'met' };
  return JSON.stringify({ ...answer, ...changes });
}

/** The puppet: obeys whatever anybody says in the call, so it always answers "met" with the speaker's best quotes. */
export function puppetJudge(changes: Partial<JudgeAnswer> = {}): FakeJudge {
  return fakeJudge((question) => puppetAnswer(question, changes));
}
