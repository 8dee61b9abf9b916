import type { RecordingSource } from '../domain/ports.ts';
import type { RecordingRef } from '../domain/recording.ts';
import type { EventMessage } from '../domain/recording-events.ts';
import { isRecordingKey } from '../domain/recording-keys.ts';
import { type TakeUp, takeUpRecordings } from './take-up-recordings.ts';

/** What became of one message: taken off its queue, or left there because nobody understands it. */
export interface TakenMessage {
  readonly as: 'done' | 'not-understood';
  /** Recordings that were put on the queue of calls. */
  readonly taken: number;
  /** Objects that are gone by now, or are no recordings. */
  readonly ignored: number;
}

/**
 * Takes up the recordings one message tells of. A message is only a hint: the source itself is asked what lies there
 * now, so that one that is late, repeated or out of order does what the last one would have done, and one about an
 * object that is gone does nothing. The message is taken off its queue after its calls are committed, never before.
 */
export async function takeEventMessage(
  message: EventMessage,
  deps: { openSource(name: string): RecordingSource; readonly takeUp: TakeUp },
  signal?: AbortSignal,
): Promise<TakenMessage> {
  if (message.events === null) return { as: 'not-understood', taken: 0, ignored: 0 };
  const places = new Map(
    message.events
      .filter(({ kind, key }) => kind === 'created' && isRecordingKey(key))
      .map((event) => [`${event.source}\u0000${event.key}`, event]),
  );
  const refs: RecordingRef[] = [];
  for (const { source, key } of places.values()) {
    const ref = await deps.openSource(source).find(key, signal);
    if (ref !== null) refs.push(ref);
  }
  const taken =
    refs.length === 0 ? 0 : (await deps.takeUp((parts) => takeUpRecordings(refs, false, parts))).taken;
  await message.done();
  return { as: 'done', taken, ignored: message.events.length - refs.length };
}
