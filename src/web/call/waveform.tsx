import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTexts } from '../text/use-texts.tsx';
import { type DrawnWaveform, drawWaveform } from './draw-waveform.ts';
import type { Lane, LaneMark } from './lanes.ts';
import { usePlayback } from './player-context.tsx';

interface WaveformProps {
  readonly lanes: readonly Lane[];
  readonly marks: readonly LaneMark[];
  readonly durationMs: number;
  readonly zoom: number;
}

/** The name of a layer of marks in the language of the pages. */
export function useLayerName(): (layer: LaneMark['layer']) => string {
  const texts = useTexts();
  const { hold, raised, evidence } = texts.player;
  const names = { ...texts.overlap.classes, hold, raised, evidence };
  return (layer) => names[layer];
}

function useDrawnWaveform({ lanes, marks, durationMs, zoom }: WaveformProps) {
  const container = useRef<HTMLDivElement>(null);
  const { audio, player } = usePlayback();
  const [drawn, setDrawn] = useState<DrawnWaveform | null>(null);
  const scheme = useComputedColorScheme('light');
  const layerName = useLayerName();
  const seek = useEffectEvent((timeMs: number) => player?.seek(timeMs));
  const playMark = useEffectEvent((key: string) => {
    const mark = marks.find((candidate) => candidate.key === key);
    if (mark) player?.playSpan(mark);
  });
  useEffect(() => {
    if (!container.current || !audio) return;
    const target = { container: container.current, audio, lanes, durationMs };
    const made = drawWaveform({ ...target, onSeek: seek, onMark: playMark });
    setDrawn(made);
    return () => {
      made.destroy();
      setDrawn(null);
    };
  }, [audio, lanes, durationMs, scheme]);
  const showMarks = useEffectEvent((on: DrawnWaveform) =>
    on.showMarks(marks, (mark) => layerName(mark.layer)),
  );
  useEffect(() => {
    if (drawn) showMarks(drawn);
  }, [drawn, marks]);
  useEffect(() => drawn?.zoom(zoom), [drawn, zoom]);
  return container;
}

/** One lane a party, with what was found marked on it; a click goes there, a click on a mark plays it. */
export function Waveform(props: WaveformProps) {
  const texts = useTexts();
  const container = useDrawnWaveform(props);
  const names = useMemo(
    () => ({ agent: texts.parties.agent, customer: texts.parties.customer, ...texts.sides }),
    [texts],
  );
  return (
    <div className="waveform">
      <div className="lane-names">
        {props.lanes.map(({ owner }) => (
          <span key={owner} className="lane-name" data-party={owner}>
            {names[owner]}
          </span>
        ))}
      </div>
      <div ref={container} className="waveform-canvas" aria-hidden />
    </div>
  );
}
