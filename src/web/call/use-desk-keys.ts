import { useEffectEvent, useMemo } from 'react';
import type { Scorecard } from '../../domain/scorecard.ts';
import type { Transcript } from '../../domain/transcript.ts';
import { type CallKeys, type ReviewKey, useCallKeyboard } from './call-keyboard.ts';
import { playableEvidence, turnAt } from './moments.ts';
import type { Player } from './player.ts';
import { usePlayback } from './player-context.tsx';

interface DeskKeys {
  readonly transcript: Transcript | undefined;
  readonly scorecard: Scorecard | undefined;
  showCriteria(): void;
  showHelp(): void;
  review(key: ReviewKey): boolean;
}

/** Just inside a turn, so that the turn itself and not the one before it counts as heard, in milliseconds. */
const INSIDE_MS = 1;

function stepTurn(player: Player, transcript: Transcript, by: 1 | -1): void {
  const { timeMs, isPlaying } = player.getState();
  const isAtStart = timeMs === 0 && !isPlaying;
  const current = isAtStart ? -1 : turnAt(transcript.turns, timeMs);
  const turn = transcript.turns[Math.max(0, current + by)];
  if (turn) player.seek(turn.startMs + INSIDE_MS);
}

function stepEvidence(player: Player, scorecard: Scorecard, by: 1 | -1, last: { key: string | null }): void {
  const evidence = playableEvidence(scorecard);
  const key = player.getState().spanKey ?? last.key;
  const current = evidence.findIndex((span) => span.key === key);
  const next = current < 0 && by < 0 ? evidence.length - 1 : current + by;
  const span = evidence[Math.min(Math.max(0, next), evidence.length - 1)];
  if (!span) return;
  last.key = span.key;
  player.playSpan(span);
}

/** Gives the call page its keys; n and p go on from the evidence heard last. */
export function useDeskKeys({ transcript, scorecard, showCriteria, showHelp, review }: DeskKeys): void {
  const { player } = usePlayback();
  const last = useMemo<{ key: string | null }>(() => ({ key: null }), []);
  const onTurn = useEffectEvent((by: 1 | -1) => {
    if (player && transcript) stepTurn(player, transcript, by);
  });
  const onEvidence = useEffectEvent((by: 1 | -1) => {
    if (!player || !scorecard) return;
    showCriteria();
    stepEvidence(player, scorecard, by, last);
  });
  const onToggle = useEffectEvent(() => player?.toggle());
  const onNudge = useEffectEvent((byMs: number) => player?.nudge(byMs));
  const onHelp = useEffectEvent(showHelp);
  const onReview = useEffectEvent(review);
  const keys = useMemo<CallKeys>(
    () => ({
      toggle: onToggle,
      nudge: onNudge,
      stepTurn: onTurn,
      stepEvidence: onEvidence,
      showHelp: onHelp,
      review: onReview,
    }),
    [],
  );
  useCallKeyboard(keys);
}
