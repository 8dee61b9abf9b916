import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config.ts';
import type { EventMessage, RecordingEvents } from '../domain/recording-events.ts';
import { asEarmarkError, EarmarkError } from '../errors.ts';
import { takeEventMessage } from '../pipeline/take-events.ts';
import type { Installation } from './installation.ts';
import { s3Settings } from './settings.ts';
import { takeUpInto } from './take-up.ts';
import type { Telemetry } from './telemetry.ts';

/** Wait before a queue of messages that failed is asked again. */
const TROUBLE_WAIT_MS = 5_000;

/** Sources named by `EARMARK_WATCH`. A comma may be part of a folder; one before `s3://` is not. */
export function watchedSources(config: Pick<Config, 'EARMARK_WATCH'>): readonly string[] {
  return (config.EARMARK_WATCH ?? '')
    .split(/\s*,\s*(?=s3:\/\/)/)
    .map((address) => address.trim())
    .filter((address) => address !== '');
}

/** The queue of S3 events the configuration names, or null. Throws `E_CONFIG` when it names no source to watch. */
export async function openEvents(config: Config): Promise<RecordingEvents | null> {
  const queueUrl = config.SQS_QUEUE_URL;
  if (queueUrl === undefined) return null;
  const watched = watchedSources(config);
  if (watched.length === 0)
    throw new EarmarkError('E_CONFIG', 'SQS_QUEUE_URL is set, and no source its messages may be about', {
      remedy: 'set EARMARK_WATCH to the s3://bucket/folder that sends them',
    });
  const { sqsEvents } = await import('../adapters/sqs-events.ts');
  return sqsEvents({ queueUrl, watched }, s3Settings(config));
}

/** Takes up announced recordings until aborted; what cannot be handled now comes again by itself. */
export async function watchEvents(
  events: RecordingEvents,
  installation: Pick<Installation, 'store' | 'queue' | 'openSource'>,
  signal: AbortSignal,
  telemetry?: Pick<Telemetry, 'log' | 'troubled'>,
): Promise<void> {
  const deps = { openSource: installation.openSource, takeUp: takeUpInto(installation) };
  while (!signal.aborted) {
    try {
      for (const message of await events.receive(signal)) {
        if (signal.aborted) return;
        await takeOne(message, deps, signal, telemetry);
      }
    } catch (error) {
      if (signal.aborted) return;
      telemetry?.troubled(error);
      await sleep(TROUBLE_WAIT_MS, undefined, { signal }).catch(() => {});
    }
  }
}

/** One message that fails does not hold up the others: it stays on its queue. */
async function takeOne(
  message: EventMessage,
  deps: Parameters<typeof takeEventMessage>[1],
  signal: AbortSignal,
  telemetry?: Pick<Telemetry, 'log'>,
): Promise<void> {
  const { id, receiveCount, foreignCount } = message;
  try {
    const { as, taken, ignored } = await takeEventMessage(message, deps, signal);
    const line = { message: id, receiveCount, taken, ignored, foreignCount };
    if (as === 'not-understood')
      telemetry?.log.error(line, 'S3 message not understood; left for dead letters');
    else if (foreignCount > 0) telemetry?.log.warn(line, 'S3 message about places nobody watches');
    else telemetry?.log.info(line, 'S3 message');
  } catch (error) {
    const { code } = asEarmarkError(error);
    telemetry?.log.warn({ message: id, receiveCount, code }, 'S3 message not taken; it comes again');
  }
}
