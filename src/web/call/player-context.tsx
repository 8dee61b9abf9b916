import {
  createContext,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { createPlayer, type Player, type PlayerState } from './player.ts';

interface Playback {
  readonly player: Player | null;
  readonly audio: HTMLAudioElement | null;
}

const PlaybackContext = createContext<Playback>({ player: null, audio: null });

const nothing = () => () => {};
const silent: PlayerState = { timeMs: 0, isPlaying: false, rate: 1, spanKey: null, hasFailed: false };

/** Holds the audio element of one call and the player over it; without a `url` there is no player. */
export function PlaybackProvider({ url, children }: { url: string | null; children: ReactNode }) {
  const [audio, setAudio] = useState<HTMLAudioElement | null>(null);
  const [player, setPlayer] = useState<Player | null>(null);
  useEffect(() => {
    if (!audio) return;
    const made = createPlayer(audio);
    setPlayer(made);
    return () => {
      audio.pause();
      made.release();
      setPlayer(null);
    };
  }, [audio]);
  return (
    <PlaybackContext value={{ player, audio }}>
      {/* biome-ignore lint/a11y/useMediaCaption: the transcript beside it holds every word */}
      {url && <audio ref={setAudio} src={url} preload="metadata" />}
      {children}
    </PlaybackContext>
  );
}

/** The player of the call and its audio element; both null until there is sound. */
export function usePlayback(): Playback {
  return use(PlaybackContext);
}

/** One value out of the player's state; the component renders again only when that value changes. */
export function usePlayerState<T extends string | number | boolean | null>(
  select: (state: PlayerState) => T,
): T {
  const { player } = usePlayback();
  const getValue = useCallback(() => select(player?.getState() ?? silent), [player, select]);
  return useSyncExternalStore(player?.subscribe ?? nothing, getValue);
}
