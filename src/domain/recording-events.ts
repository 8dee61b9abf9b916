/** What a message of the object store says about one recording of a watched source. */
export interface RecordingEvent {
  /** Name of the watched source, as a listing of it names it. */
  readonly source: string;
  readonly key: string;
  readonly kind: 'created' | 'removed';
}

/** One message of the queue events arrive by; it comes again until it is `done`. */
export interface EventMessage {
  readonly id: string;
  /** How often it was handed out, this time included. */
  readonly receiveCount: number;
  /** Null for a message nobody understands: it is left to the queue's own dead letters. */
  readonly events: readonly RecordingEvent[] | null;
  /** Events about objects of no watched source, which are refused. */
  readonly foreignCount: number;
  /** Takes the message off its queue. */
  done(): Promise<void>;
}

/** Messages that say that recordings came or went: late, repeated, in any order, or never. */
export interface RecordingEvents {
  /** Waits up to 20 s for messages; none when there are none or when it was aborted. */
  receive(signal?: AbortSignal): Promise<readonly EventMessage[]>;
}
