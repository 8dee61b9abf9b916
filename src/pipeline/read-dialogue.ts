import type { Language, Party } from '../domain/call.ts';
import type { DialoguesFile, LabelledCall, LabelledEvent, WrittenDialogue } from '../domain/labelled-call.ts';
import type { Turn, Word } from '../domain/transcript.ts';
import { EarmarkError } from '../errors.ts';

/** Speaking time a written turn is given where it states none, and the pause after it. */
const PER_UNIT_MS: Readonly<Record<Language, number>> = { zh: 220, en: 380 };
const PAUSE_MS = 300;
const LEAST_TURN_MS = 400;

const parties: Readonly<Record<string, Party>> = { A: 'agent', C: 'customer', O: 'other' };
const LINE = /^([ACO])(?: @([\d.]+)(?:-([\d.]+))?)?(?: \[([^\]]*)\])? (.+)$/;

const unitsOf = (text: string, language: Language): string[] =>
  language === 'zh' ? (text.match(/[a-z0-9]+|\p{L}/giu) ?? []) : (text.match(/[^\s]+/g) ?? []);

/**
 * A written dialogue as a labelled call. Lines are `A [kind kind.strength] text`, with `@from` or `@from-to` in seconds
 * where times matter; without them turns follow one another at an ordinary pace. Throws `E_TRANSCRIPT` for a line that
 * is none.
 */
export function readDialogue(dialogue: WrittenDialogue, file: DialoguesFile): LabelledCall {
  const { id, reason, call, note, expected, also, noteFields } = dialogue;
  const { language, company, complete } = file;
  const events: LabelledEvent[] = [];
  const turns: Turn[] = [];
  let atMs = 0;
  for (const line of dialogue.turns.trim().split('\n')) {
    const match = LINE.exec(line.trim());
    if (!match)
      throw new EarmarkError('E_TRANSCRIPT', `dialogue ${id}: line ${turns.length + 1} is no turn`, {
        remedy: 'write `A [kinds] words`, `C …` or `O …`',
      });
    const [, who = '', from, to, kinds = '', text = ''] = match;
    for (const label of kinds.split(' ').filter(Boolean)) events.push(readLabel(label, turns.length));
    const units = unitsOf(text, language);
    const startMs = from === undefined ? atMs : Number(from) * 1000;
    const spokenMs = Math.max(LEAST_TURN_MS, units.length * PER_UNIT_MS[language]);
    const endMs = to === undefined ? startMs + spokenMs : Number(to) * 1000;
    const turn: Turn = { party: parties[who] ?? 'other', startMs, endMs, text };
    turns.push(dialogue.timed ? { ...turn, words: spreadWords(units, startMs, endMs) } : turn);
    atMs = Math.max(atMs, endMs + PAUSE_MS);
  }
  return {
    id,
    language,
    transcript: { version: 1, language, turns },
    call: { ...call, version: 1, language },
    company: call.company === undefined ? company : null,
    note: note ?? null,
    labels: {
      version: 1,
      reason,
      expected,
      events,
      complete: [...complete, ...also],
      noteFields: noteFields ?? null,
    },
  };
}

function readLabel(label: string, turn: number): LabelledEvent {
  const [kind = '', strength] = label.split('.');
  if (strength === 'soft' || strength === 'clear' || strength === 'final') return { kind, turn, strength };
  return { kind, turn };
}

function spreadWords(units: readonly string[], startMs: number, endMs: number): Word[] {
  const all = units.reduce((sum, unit) => sum + unit.length, 0);
  let spoken = 0;
  return units.map((text) => {
    const from = startMs + ((endMs - startMs) * spoken) / all;
    spoken += text.length;
    const to = startMs + ((endMs - startMs) * spoken) / all;
    return { text, startMs: Math.round(from), endMs: Math.round(to) };
  });
}
