import type { ListObjectsV2CommandOutput } from '@aws-sdk/client-s3';
import { compareKeys } from '../domain/recording-keys.ts';
import { EarmarkError } from '../errors.ts';

/** One object as a listing names it. */
export interface ListedObject {
  readonly key: string;
  readonly sizeBytes: number;
  readonly revision: string;
}

/**
 * All objects of all pages. Fails with `E_SOURCE` on a server that repeats a page, goes backwards or answers
 * with something that is no listing, so that a listing always ends and can be resumed after any key.
 */
export async function* listS3Objects(
  source: string,
  readPage: (token: string | undefined) => Promise<ListObjectsV2CommandOutput>,
): AsyncGenerator<ListedObject> {
  let token: string | undefined;
  let last: string | undefined;
  do {
    const page = await readPage(token);
    if (page.IsTruncated === undefined && page.Name === undefined && page.KeyCount === undefined) {
      throw badListing(source, 'answered something that is no listing');
    }
    for (const object of page.Contents ?? []) {
      const key = decodeKey(source, object.Key ?? '', page.EncodingType === 'url');
      if (last !== undefined && compareKeys(key, last) <= 0)
        throw badListing(source, 'repeats itself or is not in key order');
      last = key;
      yield { key, sizeBytes: object.Size ?? 0, revision: object.ETag ?? '' };
    }
    if (page.IsTruncated && page.NextContinuationToken === undefined) throw badListing(source, 'breaks off');
    if (page.IsTruncated && page.NextContinuationToken === token) throw badListing(source, 'repeats a page');
    token = page.IsTruncated ? page.NextContinuationToken : undefined;
  } while (token !== undefined);
}

/** Keys come URL-encoded, so that control characters survive XML; AWS writes a space as `+` there. */
function decodeKey(source: string, key: string, isEncoded: boolean): string {
  if (!isEncoded) return key;
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    throw badListing(source, 'holds a key that is not UTF-8');
  }
}

function badListing(source: string, what: string): EarmarkError {
  return new EarmarkError('E_SOURCE', `${source}: the listing ${what}`, {
    remedy: 'see whether S3_ENDPOINT is the address of an S3 server that lists in key order',
  });
}
