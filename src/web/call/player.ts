import type { PlayedSpan } from './moments.ts';

/** What the page shows of playback; times in milliseconds from the start of the recording. */
export interface PlayerState {
  readonly timeMs: number;
  readonly isPlaying: boolean;
  readonly rate: number;
  /** Key of the moment being played, as given to `playSpan`; null when playing freely. */
  readonly spanKey: string | null;
  readonly hasFailed: boolean;
}

/** Plays one recording; every jump sets `currentTime`, which the browser turns into a Range request. */
export interface Player {
  getState(): PlayerState;
  subscribe(listener: () => void): () => void;
  toggle(): void;
  /** Plays from the start of the span and stops at its end; asked again while it plays, it pauses. */
  playSpan(span: PlayedSpan): void;
  seek(timeMs: number): void;
  nudge(byMs: number): void;
  setRate(rate: number): void;
  /** Lets go of the audio element. */
  release(): void;
}

/** A little before and after a moment, so that its first and last sound are not clipped, in milliseconds. */
const LEAD_MS = 150;
const TAIL_MS = 250;

function bindElement(
  audio: HTMLAudioElement,
  update: (change: Partial<PlayerState>) => void,
  onTime: () => void,
) {
  let frame = 0;
  const follow = () => {
    onTime();
    frame = requestAnimationFrame(follow);
  };
  const stop = () => {
    cancelAnimationFrame(frame);
    update({ isPlaying: false });
  };
  const listeners: [string, () => void][] = [
    ['play', () => update({ isPlaying: true, hasFailed: false })],
    [
      'playing',
      () => {
        cancelAnimationFrame(frame);
        follow();
      },
    ],
    ['pause', stop],
    ['ended', stop],
    ['seeking', onTime],
    ['timeupdate', onTime],
    ['ratechange', () => update({ rate: audio.playbackRate })],
    ['error', () => update({ hasFailed: true, isPlaying: false })],
  ];
  for (const [name, listener] of listeners) audio.addEventListener(name, listener);
  return () => {
    cancelAnimationFrame(frame);
    for (const [name, listener] of listeners) audio.removeEventListener(name, listener);
  };
}

function setTime(audio: HTMLAudioElement, timeMs: number): void {
  const lastMs = Number.isFinite(audio.duration) ? audio.duration * 1000 : Number.POSITIVE_INFINITY;
  audio.currentTime = Math.min(Math.max(0, timeMs), lastMs) / 1000;
}

/** The state of a player and those who are told when it changes. */
function createState() {
  let state: PlayerState = { timeMs: 0, isPlaying: false, rate: 1, spanKey: null, hasFailed: false };
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    update(change: Partial<PlayerState>) {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A player over an audio element. */
export function createPlayer(audio: HTMLAudioElement): Player {
  const { getState, subscribe, update } = createState();
  let stopAtMs = Number.POSITIVE_INFINITY;
  const onTime = () => {
    const timeMs = audio.currentTime * 1000;
    if (timeMs >= stopAtMs && !audio.paused) {
      audio.pause();
      stopAtMs = Number.POSITIVE_INFINITY;
      update({ timeMs, spanKey: null });
    } else if (timeMs !== getState().timeMs) update({ timeMs });
  };
  const leaveSpan = () => {
    stopAtMs = Number.POSITIVE_INFINITY;
    if (getState().spanKey !== null) update({ spanKey: null });
  };
  const play = () => {
    // a second press may interrupt the first; a real failure arrives as the element's error event
    audio.play().catch(() => update({ isPlaying: !audio.paused }));
  };
  const seek = (timeMs: number) => {
    setTime(audio, timeMs);
    update({ timeMs: audio.currentTime * 1000 });
  };
  const release = bindElement(audio, update, onTime);
  return {
    getState,
    subscribe,
    toggle: () => (audio.paused ? play() : audio.pause()),
    playSpan({ key, startMs, endMs }) {
      if (getState().spanKey === key && !audio.paused) return audio.pause();
      seek(startMs - LEAD_MS);
      stopAtMs = endMs + TAIL_MS;
      update({ spanKey: key });
      play();
    },
    seek(timeMs) {
      leaveSpan();
      seek(timeMs);
    },
    nudge(byMs) {
      leaveSpan();
      seek(audio.currentTime * 1000 + byMs);
    },
    setRate(rate) {
      audio.playbackRate = rate;
    },
    release,
  };
}
