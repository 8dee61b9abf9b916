import type { ListObjectsV2CommandOutput } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { listS3Objects } from '../../src/adapters/s3-listing.ts';

type Page = Partial<ListObjectsV2CommandOutput>;

function pages(...list: Page[]) {
  let index = 0;
  return async (): Promise<ListObjectsV2CommandOutput> => {
    const page = list[Math.min(index, list.length - 1)];
    index += 1;
    if (index > 100) throw new Error('asked for a hundred pages');
    return { $metadata: {}, Name: 'calls', ...page };
  };
}
const object = (key: string) => ({ Key: key, Size: 1, ETag: '"x"' });
const keysOf = async (...list: Page[]) => {
  const keys: string[] = [];
  for await (const found of listS3Objects('s3://calls', pages(...list))) keys.push(found.key);
  return keys;
};

describe('an S3 listing', () => {
  it('ends when a server repeats a page for ever', async () => {
    const page = { IsTruncated: true, NextContinuationToken: 't', Contents: [object('a')] };
    await expect(keysOf(page)).rejects.toMatchObject({ code: 'E_SOURCE' });
    await expect(keysOf({ ...page, Contents: [] })).rejects.toMatchObject({ code: 'E_SOURCE' });
  });

  it('refuses keys out of order, since it could not go on after one', async () => {
    const page = { IsTruncated: false, Contents: [object('b'), object('a')] };
    await expect(keysOf(page)).rejects.toMatchObject({ code: 'E_SOURCE' });
  });

  it('refuses a page that says there is more and not where', async () => {
    await expect(keysOf({ IsTruncated: true })).rejects.toMatchObject({ code: 'E_SOURCE' });
  });

  it('refuses an answer that is no listing', async () => {
    const answer = { Name: undefined, $metadata: {} };
    await expect(keysOf(answer as Page)).rejects.toMatchObject({ code: 'E_SOURCE' });
  });

  it('decodes keys only where the server says it encoded them', async () => {
    const contents = [object('a+b%20c%2Fd')];
    expect(await keysOf({ EncodingType: 'url', Contents: contents })).toEqual(['a b c/d']);
    expect(await keysOf({ Contents: contents })).toEqual(['a+b%20c%2Fd']);
  });
});
