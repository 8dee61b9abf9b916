import { Switch, Text } from '@mantine/core';
import { memo, useCallback, useEffect, useRef, useState } from 'react';
import type { Transcript, Turn } from '../../domain/transcript.ts';
import { useWording } from '../text/use-texts.tsx';
import { MarkedText, TurnEvents } from './marked-turn-text.tsx';
import { type TextMark, turnAt } from './moments.ts';
import type { PlayerState } from './player.ts';
import { usePlayback, usePlayerState } from './player-context.tsx';

interface TurnLineProps {
  readonly turn: Turn;
  readonly index: number;
  readonly isCurrent: boolean;
  readonly marks: readonly TextMark[];
}

const noMarks: readonly TextMark[] = [];

const TurnLine = memo(function TurnLine({ turn, index, isCurrent, marks }: TurnLineProps) {
  const { texts, formats } = useWording();
  const { player } = usePlayback();
  const party = texts.parties[turn.party];
  const play = () => player?.playSpan({ key: `turn ${index}`, startMs: turn.startMs, endMs: turn.endMs });
  return (
    <li
      className="turn"
      data-party={turn.party}
      data-turn={index}
      {...(isCurrent ? { 'aria-current': 'true' as const } : {})}
    >
      <button
        type="button"
        className="turn-time"
        onClick={play}
        disabled={!player}
        title={turn.coarse ? texts.transcript.coarse : undefined}
      >
        <span className="visually-hidden">{texts.transcript.play} </span>
        <span className="turn-party">{party}</span>
        <span className="turn-clock">{formats.clock(turn.startMs)}</span>
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button before it does the same by key */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a larger place to click, the button is the control */}
      <div className="turn-text" onClick={player ? play : undefined}>
        <MarkedText text={turn.text} marks={marks} />
        <TurnEvents marks={marks} />
        {turn.flags?.map((flag) => (
          <span key={flag} className="turn-flag">
            {texts.transcript.flags[flag]}
          </span>
        ))}
      </div>
    </li>
  );
});

function useFollowing(current: number, isOn: boolean) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const frame = list.current;
    const line = frame?.children[current];
    if (!isOn || !frame || !(line instanceof HTMLElement)) return;
    const top = line.offsetTop - frame.offsetTop;
    const isSeen = top >= frame.scrollTop && top + line.offsetHeight <= frame.scrollTop + frame.clientHeight;
    // only the transcript's own frame moves, never the page under the reader
    if (!isSeen) frame.scrollTo({ top: top - frame.clientHeight / 3 });
  }, [current, isOn]);
  return list;
}

interface TranscriptPanelProps {
  readonly transcript: Transcript | undefined;
  readonly marks: ReadonlyMap<number, readonly TextMark[]>;
}

/** Who said what, turn by turn; the turn being heard is marked and kept in view, and what was found is marked in it. */
export function TranscriptPanel({ transcript, marks }: TranscriptPanelProps) {
  const { texts } = useWording();
  const [isFollowing, setFollowing] = useState(true);
  const turns = transcript?.turns ?? [];
  const select = useCallback(
    (state: PlayerState) => (state.timeMs === 0 && !state.isPlaying ? -1 : turnAt(turns, state.timeMs)),
    [turns],
  );
  const current = usePlayerState(select);
  const list = useFollowing(current, isFollowing);
  return (
    <section className="panel transcript" aria-label={texts.call.transcript}>
      <div className="panel-head">
        <h2>{texts.call.transcript}</h2>
        <Text size="xs" c="dimmed">
          {texts.transcript.turns(turns.length)}
        </Text>
        <Switch
          size="xs"
          label={texts.transcript.follow}
          checked={isFollowing}
          onChange={(event) => setFollowing(event.currentTarget.checked)}
        />
      </div>
      {turns.length === 0 && (
        <div className="panel-empty">
          <Text size="sm">{texts.transcript.empty}</Text>
          <Text size="sm" c="dimmed">
            {texts.transcript.emptyHint}
          </Text>
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling frame must be reachable by key */}
      <ol ref={list} className="turns" lang={transcript?.language === 'zh' ? 'zh-CN' : 'en'} tabIndex={0}>
        {turns.map((turn, index) => (
          <TurnLine
            key={`${turn.startMs} ${turn.party} ${String(index)}`}
            turn={turn}
            index={index}
            isCurrent={index === current}
            marks={marks.get(index) ?? noMarks}
          />
        ))}
      </ol>
    </section>
  );
}
