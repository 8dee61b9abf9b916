import type { Transcript, Turn } from '../../src/domain/transcript.ts';
import type { CallScript, Speaker, TrueOverlap } from './call-script.ts';
import { type LaidLine, type Layout, saidText } from './lay-out.ts';
import { lengthMs, type Mix, wordsOf } from './mix.ts';
import { spokenWords, writtenText } from './spoken-words.ts';

/** What is true of a sample call, as its script means it (`<name>.truth.json`). */
export interface Truth {
  readonly version: 1;
  readonly about: CallScript['about'];
  readonly expected: CallScript['expected'];
  readonly overlaps: readonly TrueOverlap[];
  /** [startMs, endMs] to 10 ms, pauses under 200 ms filled. */
  readonly speech: Readonly<Record<Speaker, readonly (readonly [number, number])[]>>;
  readonly why: CallScript['why'];
}

const MARKS = { zh: { ',': '，', '.': '。', '?': '？' }, en: { ',': ',', '.': '.', '?': '?' } } as const;

/** The first so many words of a line as a transcript writes them when the rest was never said. */
export function beginningOf(script: CallScript, say: string, count: number): string {
  const words = spokenWords(say, script.language);
  const marks: Readonly<Record<string, string>> = MARKS[script.language];
  return words
    .slice(0, count)
    .map((word, index) => (index === count - 1 ? word.text : `${word.text}${marks[word.pause] ?? ''}`))
    .join(script.language === 'zh' ? '' : ' ');
}

function turnOf(script: CallScript, { line, placed }: LaidLine): Turn {
  const words = wordsOf(placed);
  const isWhole = words.length === placed.speech.words.length;
  return {
    party: line.by,
    startMs: words[0]?.startMs ?? placed.startMs,
    endMs: words.at(-1)?.endMs ?? Math.round(placed.startMs + lengthMs(placed)),
    text: isWhole ? writtenText(saidText(line)) : beginningOf(script, saidText(line), words.length),
    words,
  };
}

/** The transcript a perfect listener would write, with the voices' own word times. */
export function transcriptOf(script: CallScript, layout: Layout): Transcript {
  const turns = layout.lines.map((laid) => turnOf(script, laid)).sort((a, b) => a.startMs - b.startMs);
  return { version: 1, language: script.language, turns };
}

/** What is expected of the product for this call, and the events that make it so. */
export function truthOf(script: CallScript, layout: Layout, mix: Mix): Truth {
  const agentChannel = script.audio.agentChannel;
  return {
    version: 1,
    about: script.about,
    expected: script.expected,
    overlaps: layout.overlaps,
    speech: {
      agent: mix.speech[agentChannel],
      customer: mix.speech[agentChannel === 'left' ? 'right' : 'left'],
    },
    why: script.why,
  };
}

const MANIFEST_COLUMNS = [
  'file', 'callId', 'startedAt', 'direction', 'agent.id', 'agent.name', 'agent.team', 'customer.id', 'company',
  'rings', 'kind', 'language', 'channels.agent', 'channels.customer',
] as const; // biome-ignore format: a table

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** One manifest for all scripts that keep their metadata there: a header and a row a recording. */
export function manifestOf(scripts: readonly CallScript[], fileOf: (script: CallScript) => string): string {
  const rows = scripts
    .filter((script) => script.callIn === 'manifest')
    .map((script) =>
      MANIFEST_COLUMNS.map((column) => {
        if (column === 'file') return fileOf(script);
        const value = column
          .split('.')
          .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], script.call);
        return quoted(value === undefined ? '' : String(value));
      }).join(','),
    );
  return `${[MANIFEST_COLUMNS.join(','), ...rows].join('\n')}\n`;
}
