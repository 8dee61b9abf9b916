import { useWording } from '../text/use-texts.tsx';
import type { PlayerState } from './player.ts';
import { usePlayback, usePlayerState } from './player-context.tsx';

const seconds = (state: PlayerState) => Math.floor(state.timeMs / 1000);

/** Where playback is, as a slider, for a call whose waveform is missing. */
export function PositionSlider({ durationMs }: { durationMs: number }) {
  const { texts, formats } = useWording();
  const { player } = usePlayback();
  const at = usePlayerState(seconds);
  return (
    <input
      type="range"
      className="position-slider"
      aria-label={texts.player.position}
      aria-valuetext={formats.clock(at * 1000)}
      min={0}
      max={Math.ceil(durationMs / 1000)}
      value={at}
      onChange={(event) => player?.seek(Number(event.currentTarget.value) * 1000)}
    />
  );
}
