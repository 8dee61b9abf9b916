import { z } from 'zod';
import type { RecordingEvent } from '../domain/recording-events.ts';
import { parseS3Address } from './s3-recordings.ts';

/** A watched source by its place in S3. */
export interface WatchedPlace {
  readonly name: string;
  readonly bucket: string;
  readonly folder: string;
}

/** What a message holds that is for us, and how many events it holds about places nobody watches. */
export interface ReadMessage {
  readonly events: readonly RecordingEvent[];
  readonly foreignCount: number;
}

/** An S3 message is at most 256 kB, and 1 MB where a queue allows it; more is no message of S3. */
const MAX_BODY_CHARACTERS = 1 << 20;

const recordsSchema = z.object({
  Records: z.array(
    z.object({
      eventName: z.string(),
      s3: z.object({ bucket: z.object({ name: z.string() }), object: z.object({ key: z.string() }) }),
    }),
  ),
});
/** What S3 sends once when notifications are switched on. */
const testEventSchema = z.object({ Event: z.literal('s3:TestEvent') });
const eventBridgeSchema = z.object({
  source: z.literal('aws.s3'),
  'detail-type': z.string(),
  detail: z.object({ bucket: z.object({ name: z.string() }), object: z.object({ key: z.string() }) }),
});
/** The envelope of a topic between the bucket and the queue. */
const topicSchema = z.object({ Type: z.literal('Notification'), Message: z.string() });

interface ObjectEvent {
  readonly kind: RecordingEvent['kind'] | null;
  readonly bucket: string;
  readonly key: string;
}

/** A source as messages are compared with it; its name is that of a listing of the same address. */
export function watchedPlace(address: string): WatchedPlace {
  const { bucket, folder } = parseS3Address(address);
  return { name: `s3://${bucket}/${folder}`.replace(/\/$/, ''), bucket, folder };
}

/**
 * What a message body says: S3's own records, the same through a topic, or an event of EventBridge. Null when it is
 * none of these or a key in it cannot be read; a test event says nothing.
 */
export function readS3Message(body: string, places: readonly WatchedPlace[]): ReadMessage | null {
  const found = body.length > MAX_BODY_CHARACTERS ? null : objectEvents(body, true);
  if (found === null) return null;
  const events: RecordingEvent[] = [];
  let foreignCount = 0;
  for (const { kind, bucket, key } of found) {
    const place = places.find((one) => one.bucket === bucket && key.startsWith(one.folder));
    if (place === undefined) foreignCount += 1;
    else if (kind !== null) events.push({ source: place.name, key: key.slice(place.folder.length), kind });
  }
  return { events, foreignCount };
}

function objectEvents(body: string, mayBeTopic: boolean): readonly ObjectEvent[] | null {
  const message = parseJson(body);
  if (testEventSchema.safeParse(message).success) return [];
  const bridged = eventBridgeSchema.safeParse(message);
  if (bridged.success) {
    const { detail, 'detail-type': type } = bridged.data;
    return [{ kind: kindOf(type), bucket: detail.bucket.name, key: detail.object.key }];
  }
  const records = recordsSchema.safeParse(message);
  if (records.success) return decoded(records.data.Records);
  const topic = mayBeTopic ? topicSchema.safeParse(message) : null;
  return topic?.success ? objectEvents(topic.data.Message, false) : null;
}

function decoded(records: z.infer<typeof recordsSchema>['Records']): readonly ObjectEvent[] | null {
  try {
    return records.map(({ eventName, s3 }) => ({
      kind: kindOf(eventName),
      bucket: s3.bucket.name,
      // records carry keys as a form does: encoded once, a space as `+`; EventBridge carries them bare
      key: decodeURIComponent(s3.object.key.replaceAll('+', ' ')),
    }));
  } catch {
    return null;
  }
}

/** A restored archive counts as created: only now can it be read. Tags, rights and the rest are nothing to us. */
function kindOf(name: string): RecordingEvent['kind'] | null {
  if (/^(s3:)?(ObjectCreated:|ObjectRestore:Completed)|^Object (Created|Restore Completed)$/.test(name))
    return 'created';
  return /^(s3:)?(ObjectRemoved:|LifecycleExpiration:)|^Object Deleted$/.test(name) ? 'removed' : null;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
