import { expect, it } from 'vitest';
import { watchRoom } from '../../src/cli/room.ts';

it('a full disk stops the taking of calls for 15 s, and taking goes on once there is space', async () => {
  let nowMs = 0;
  const space = { diskFreeBytes: 50e9, diskBytes: 100e9, memoryFreeBytes: 4e9 };
  const changes: boolean[] = [];
  const room = watchRoom(
    async () => space,
    (isRoom) => void changes.push(isRoom),
    () => nowMs,
  );
  expect(await room.mayTake()).toBe(true);
  room.wasFull();
  nowMs = 14_999;
  expect(await room.mayTake()).toBe(false);
  space.diskFreeBytes = 1e9;
  nowMs = 15_000;
  expect(await room.mayTake()).toBe(false);
  space.diskFreeBytes = 50e9;
  expect(await room.mayTake()).toBe(true);
  expect(changes).toEqual([false, true]);
});
