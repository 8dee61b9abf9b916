import { describe, expect, it } from 'vitest';
import { readS3Message, watchedPlace } from '../../src/adapters/s3-event-message.ts';
import { s3Records } from '../fakes/sqs-server.ts';

const places = [watchedPlace('s3://calls/in box/')];
const source = 's3://calls/in box';

describe('a message of S3', () => {
  it('names the recording by its key in the source, decoded once', () => {
    const keys = ['a b+c.wav', '100%2F.wav', '通话 #1.wav', '../x.wav'];
    const body = s3Records('calls', ...keys.map((key) => `in box/${key}`));
    const read = readS3Message(body, places);
    expect(read?.events.map(({ key }) => key)).toEqual(keys);
    expect(read?.events[0]).toEqual({ source, key: 'a b+c.wav', kind: 'created' });
  });

  it('tells what came from what went, and passes over tags', () => {
    const names = [
      's3:ObjectCreated:Copy',
      'ObjectRemoved:Delete',
      'ObjectTagging:Put',
      'ObjectRestore:Completed',
    ];
    const body = s3Records('calls', ...names.map((eventName) => ({ key: 'in box/a.wav', eventName })));
    expect(readS3Message(body, places)?.events.map(({ kind }) => kind)).toEqual([
      'created',
      'removed',
      'created',
    ]);
  });

  it('counts what is about other buckets and folders, and hands none of it on', () => {
    for (const [bucket, key] of [
      ['others', 'in box/a.wav'],
      ['calls', 'elsewhere/a.wav'],
    ] as const)
      expect(readS3Message(s3Records(bucket, key), places)).toEqual({ events: [], foreignCount: 1 });
  });

  it('reads the same through a topic and from EventBridge, where keys are bare', () => {
    const direct = s3Records('calls', 'in box/a b.wav');
    const topic = JSON.stringify({ Type: 'Notification', Message: direct });
    expect(readS3Message(topic, places)).toEqual(readS3Message(direct, places));
    const bridged = JSON.stringify({
      source: 'aws.s3',
      'detail-type': 'Object Created',
      detail: { bucket: { name: 'calls' }, object: { key: 'in box/a+b%20c.wav', size: 1 } },
    });
    expect(readS3Message(bridged, places)?.events).toEqual([{ source, key: 'a+b%20c.wav', kind: 'created' }]);
  });

  it('finds nothing in the test message S3 sends when it is set up', () => {
    const body = JSON.stringify({ Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'calls' });
    expect(readS3Message(body, places)).toEqual({ events: [], foreignCount: 0 });
  });

  it.each([
    ['no JSON', '{'],
    ['no records', '{"Records":[{"eventName":"ObjectCreated:Put"}]}'],
    ['a key that is no UTF-8', s3Records('calls', 'in box/a').replace('in+box/a', 'in+box/%E9')],
    [
      'a topic within a topic',
      JSON.stringify({ Type: 'Notification', Message: '{"Type":"Notification","Message":"{}"}' }),
    ],
    ['10 MB', JSON.stringify({ Records: [], padding: 'x'.repeat(10e6) })],
  ])('does not pretend to understand %s', (_, body) => {
    expect(readS3Message(body, places)).toBeNull();
  });
});
