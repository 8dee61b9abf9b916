import { hasRoom, type Space } from './space.ts';

/** No call is taken for this long after one found the disk full or no file descriptor left. */
const PAUSE_MS = 15_000;

/** Whether a worker may take calls now. */
export interface Room {
  /** False for want of disk or memory, and for a while after a call found it full. */
  mayTake(): Promise<boolean>;
  /** To be told that a call found the disk full or no file descriptor left. */
  wasFull(): void;
}

/** Watches the room of one worker; `changed` is told when it comes and goes. */
export function watchRoom(
  readSpace: () => Promise<Space>,
  changed: (isRoom: boolean) => void,
  nowMs: () => number = () => performance.now(),
): Room {
  let fullUntilMs = 0;
  let wasRoom = true;
  return {
    async mayTake() {
      const isRoom = nowMs() >= fullUntilMs && hasRoom(await readSpace());
      if (isRoom !== wasRoom) changed(isRoom);
      wasRoom = isRoom;
      return isRoom;
    },
    wasFull() {
      fullUntilMs = nowMs() + PAUSE_MS;
    },
  };
}
