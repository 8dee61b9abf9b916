import { EarmarkError } from '../errors.ts';
import { sourceChanged } from './source-errors.ts';

const credentialNames = new Set(['CredentialsProviderError', 'InvalidAccessKeyId', 'SignatureDoesNotMatch']);
const clockNames = new Set(['RequestTimeTooSkewed', 'RequestExpired']);
const archiveNames = new Set(['InvalidObjectState', 'ObjectNotInActiveTierError']);
const regionNames = new Set([
  'PermanentRedirect',
  'AuthorizationHeaderMalformed',
  'IllegalLocationConstraintException',
]);

/**
 * What the S3 SDK threw as one of our errors. Access and configuration are `E_SOURCE_ACCESS` and never
 * retried; an absent bucket is `E_NOT_FOUND`, a changed object `E_SOURCE_CHANGED`; what may pass is `E_SOURCE`.
 */
export function asS3Error(error: unknown, source: string): EarmarkError {
  if (error instanceof EarmarkError) return error;
  const name = nameOf(error);
  const status = statusOf(error);
  if (status === 412) return sourceChanged(source, error);
  const access = accessRemedy(name, status);
  if (access)
    return new EarmarkError('E_SOURCE_ACCESS', `${source}: ${access.what}`, {
      remedy: access.remedy,
      cause: error,
    });
  if (status === 404) {
    const what = name === 'NoSuchBucket' ? 'the bucket does not exist' : 'the object is not there';
    return new EarmarkError('E_NOT_FOUND', `${source}: ${what}`, {
      remedy: 'check the address',
      cause: error,
    });
  }
  // A client error we do not know will not pass by waiting; all else (5xx, 429, network, garbled answers) may.
  const isRetryable =
    status === undefined || status >= 500 || status === 429 || status === 408 || status < 400;
  return new EarmarkError(
    'E_SOURCE',
    `${source} failed (${name}${status === undefined ? '' : `, HTTP ${status}`})`,
    {
      isRetryable,
      remedy: 'see whether S3_ENDPOINT is the address of an S3 server and is up',
      cause: error,
    },
  );
}

/** HTTP status of an S3 SDK error, or undefined when no answer came. */
export function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('$metadata' in error)) return undefined;
  const metadata = error.$metadata;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return error.name === 'Error' ? (code ?? 'network') : error.name;
}

function accessRemedy(name: string, status: number | undefined): { what: string; remedy: string } | null {
  if (clockNames.has(name)) return { what: 'this clock and the server’s differ', remedy: 'set the clock' };
  if (archiveNames.has(name))
    return { what: 'the recording is archived', remedy: 'restore it from the archive first' };
  if (regionNames.has(name) || status === 301) {
    return { what: 'the bucket lies in another region', remedy: 'set S3_REGION and S3_ENDPOINT to its own' };
  }
  if (credentialNames.has(name) || status === 401) {
    return {
      what: 'the credentials are not accepted',
      remedy: 'check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
    };
  }
  if (name.startsWith('KMS'))
    return { what: 'the key that encrypts it is denied', remedy: 'grant kms:Decrypt' };
  if (status === 403)
    return { what: 'access is denied', remedy: 'grant s3:ListBucket and s3:GetObject on the bucket' };
  return null;
}
