import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useCallback, useEffect, useRef } from 'react';
import { useWording } from '../text/use-texts.tsx';
import type { PlayedSpan } from './moments.ts';
import type { PlayerState } from './player.ts';
import { usePlayback, usePlayerState } from './player-context.tsx';

interface PlayMomentProps {
  readonly span: PlayedSpan;
  /** What is played, for the button's name. */
  readonly label: string;
  /** Shown beside the sign; the times when left out. */
  readonly text?: string;
}

/** A button that plays one moment of the call and shows whether it is being heard. */
export function PlayMoment({ span, label, text }: PlayMomentProps) {
  const { texts, formats } = useWording();
  const { player } = usePlayback();
  const button = useRef<HTMLButtonElement>(null);
  const { key } = span;
  const isHeard = usePlayerState(
    useCallback((state: PlayerState) => state.spanKey === key && state.isPlaying, [key]),
  );
  const isChosen = usePlayerState(useCallback((state: PlayerState) => state.spanKey === key, [key]));
  useEffect(() => {
    if (isChosen) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const Icon = isHeard ? IconPlayerPauseFilled : IconPlayerPlayFilled;
  const times = formats.span(span.startMs, span.endMs);
  return (
    <button
      ref={button}
      type="button"
      className="play-moment"
      data-chosen={isChosen || undefined}
      data-moment={key}
      disabled={!player}
      aria-pressed={isHeard}
      onClick={() => player?.playSpan(span)}
    >
      <Icon size={11} aria-hidden />
      <span className="visually-hidden">{texts.evidence.play(label)} </span>
      <span>{text ?? times}</span>
    </button>
  );
}
