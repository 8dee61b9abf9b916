/** A stretch of the recording that was heard, in milliseconds. */
export interface HeardSpan {
  readonly startMs: number;
  readonly endMs: number;
}

/** Longest way between two looks at the clock that still is playing and no jump, in milliseconds. */
const JUMP_MS = 950;
/** Shorter than this nothing was heard, in milliseconds. */
const SHORTEST_MS = 200;
/** A long stretch is told in pieces of this length, so that little is lost, in milliseconds. */
const LONGEST_MS = 15_000;

/** Puts looks at the player's clock together into stretches heard without a jump, and hands over each once. */
export function createHeardStretch(keep: (span: HeardSpan) => void) {
  let startMs: number | null = null;
  let lastMs = 0;
  const end = () => {
    if (startMs !== null && lastMs - startMs >= SHORTEST_MS) keep({ startMs, endMs: lastMs });
    startMs = null;
  };
  return {
    end,
    look(timeMs: number, isPlaying: boolean) {
      if (!isPlaying) return end();
      const hasJumped = timeMs < lastMs || timeMs - lastMs > JUMP_MS;
      if (startMs !== null && (hasJumped || lastMs - startMs >= LONGEST_MS)) {
        const goesOnMs = hasJumped ? timeMs : lastMs;
        end();
        startMs = goesOnMs;
      }
      startMs ??= timeMs;
      lastMs = timeMs;
    },
  };
}
