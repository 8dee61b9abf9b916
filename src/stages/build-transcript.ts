import type { Side } from '../domain/acoustics.ts';
import type { Language, Party } from '../domain/call.ts';
import type { Roles } from '../domain/scoring-input.ts';
import type { SideTurn, Transcript, Turn } from '../domain/transcript.ts';

/** Pause up to which recognized segments of one party are one turn, when nobody speaks between. */
const JOINED_GAP_MS = 1000;
/** Longest turn made of joined segments; longer ones are hard to read and to play. */
const JOINED_MS = 30_000;

/** The call's transcript from what was heard on each side: parties by role, turns in time order, segments joined. */
export function buildTranscript(
  sides: Readonly<Partial<Record<Side, readonly SideTurn[]>>>,
  roles: Pick<Roles, 'agent' | 'customer'>,
  language: Language,
): Transcript {
  const partyOf = (side: string): Party =>
    side === roles.agent ? 'agent' : side === roles.customer ? 'customer' : 'other';
  const turns = Object.entries(sides)
    .flatMap(([side, list]) => list.map((turn) => ({ side, turn })))
    .sort((a, b) => a.turn.startMs - b.turn.startMs || a.turn.endMs - b.turn.endMs);
  const joined: { side: string; turn: Turn }[] = [];
  for (const { side, turn } of turns) {
    const last = joined.at(-1);
    if (last && last.side === side && canJoin(last.turn, turn)) last.turn = join(last.turn, turn, language);
    else joined.push({ side, turn: { ...turn, party: partyOf(side) } });
  }
  return { version: 1, language, turns: joined.map(({ turn }) => turn) };
}

/** The same transcript with agent and customer exchanged. */
export function exchangeParties(transcript: Transcript): Transcript {
  const other: Readonly<Record<Party, Party>> = { agent: 'customer', customer: 'agent', other: 'other' };
  return { ...transcript, turns: transcript.turns.map((turn) => ({ ...turn, party: other[turn.party] })) };
}

function canJoin(before: Turn, after: SideTurn): boolean {
  const isNear = after.startMs - before.endMs <= JOINED_GAP_MS && after.endMs - before.startMs <= JOINED_MS;
  return isNear && !before.flags?.length && !after.flags?.length && before.coarse === after.coarse;
}

function join(before: Turn, after: SideTurn, language: Language): Turn {
  const isTight = language === 'zh' && !/[A-Za-z0-9]$/.test(before.text) && !/^[A-Za-z0-9]/.test(after.text);
  return {
    ...before,
    endMs: Math.max(before.endMs, after.endMs),
    text: `${before.text}${isTight ? '' : ' '}${after.text}`,
    ...(before.words ? { words: [...before.words, ...(after.words ?? [])] } : {}),
  };
}
