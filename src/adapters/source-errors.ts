import { EarmarkError } from '../errors.ts';

/** The recording is no longer the one that was listed; its new version can be fetched after finding it again. */
export function sourceChanged(source: string, cause?: unknown): EarmarkError {
  return new EarmarkError('E_SOURCE_CHANGED', `a recording in ${source} changed since it was listed`, {
    isRetryable: true,
    remedy: 'wait until its upload is finished, then import it again',
    cause,
  });
}

/** A file beside a recording is larger than its kind may be; it is refused, never cut. */
export function tooLargeBeside(limitBytes: number): EarmarkError {
  return new EarmarkError(
    'E_MEDIA_LIMIT',
    `a file beside a recording is over its limit of ${limitBytes} bytes`,
  );
}
