import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importInto } from '../../src/cli/import.ts';
import { recordingBytes } from './fault-calls.ts';
import { type FaultServer, type Plant, startFaultServer } from './fault-plant.ts';
import { type FaultS3, type S3Fault, startFaultS3 } from './fault-s3.ts';
import { assertInvariants } from './invariants.ts';

const LIMIT_MS = 180_000;

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const scored = async (plant: Plant) =>
  (await plant.sql(`select 1 from calls where status = 'scored'`)).length;
const s3Of = ({ endpoint }: FaultS3) => ({
  S3_ENDPOINT: endpoint,
  S3_FORCE_PATH_STYLE: 'true',
  AWS_ACCESS_KEY_ID: 'id',
  AWS_SECRET_ACCESS_KEY: 'secret',
});

describe('F14: the disk is full', () => {
  it(
    'is told as E_DISK_FULL, pauses the taking, and the call is done once there is space',
    async () => {
      await using plant = await server.plant();
      await plant.addCalls(2);
      const strike = {
        action: { code: 'ENOSPC', times: 1 },
        at: '/artifacts/',
        when: 'before',
        nth: 1,
      } as const;
      const worker = plant.worker({ strike });
      expect(await worker.ended, worker.said()).toEqual({ code: 0, signal: null });
      expect(worker.said()).toMatch(/^retried \S+ E_DISK_FULL/m);
      expect(await scored(plant)).toBe(2);
      await assertInvariants(plant);
    },
    LIMIT_MS,
  );

  it(
    'on the database server (53100) is survived alike',
    async () => {
      await using plant = await server.plant();
      await plant.addCalls(1);
      await plant.sql(`create sequence hits; create function full_disk() returns trigger language plpgsql as $$ begin
      if nextval('hits') <= 2 then raise exception 'no space' using errcode = '53100'; end if; return new; end $$;
      create trigger full_disk before insert on stage_results for each row execute function full_disk()`);
      const endings = await plant.drain();
      expect(endings.map(({ as, code }) => `${as} ${code}`)).toEqual([
        'retried E_STORE',
        'retried E_STORE',
        'done null',
      ]);
      await assertInvariants(plant);
    },
    LIMIT_MS,
  );
});

/** Writes 14,000 s of stereo silence, 2.7 GB when decoded, as a FLAC of some 300 kB: 140 s are encoded and joined. */
function writeBomb(path: string): void {
  const part = `${path}.part.flac`;
  const encode = ['-f', 'lavfi', '-i', 'anullsrc=r=48000:cl=stereo:n=65535', '-t', '140'];
  execFileSync('ffmpeg', ['-v', 'error', ...encode, '-compression_level', '0', '-frame_size', '65535', part]);
  execFileSync('ffmpeg', ['-v', 'error', '-stream_loop', '99', '-i', part, '-c', 'copy', path]);
  rmSync(part);
  const bytes = readFileSync(path);
  // the joined file still claims the length of its part: the low 32 bits of the number of samples stand at 22
  bytes.writeUInt32BE(14_000 * 48_000, 22);
  writeFileSync(path, bytes);
}

describe('F15: a small file that decodes to gigabytes', () => {
  it(
    'is refused with E_MEDIA_LIMIT, and the worker stays small and goes on',
    async () => {
      await using plant = await server.plant();
      mkdirSync(plant.folder, { recursive: true });
      const bomb = join(plant.folder, 'a-bomb.flac');
      writeBomb(bomb);
      expect(statSync(bomb).size).toBeLessThan(1_000_000);
      await plant.addCalls(1);
      const worker = plant.worker();
      let mostKb = 0;
      const watching = setInterval(() => {
        try {
          const status = execFileSync('ps', ['-o', 'rss=', '-p', String(worker.child.pid)], {
            encoding: 'utf8',
          });
          mostKb = Math.max(mostKb, Number(status));
        } catch {
          // it has ended
        }
      }, 200);
      expect(await worker.ended, worker.said()).toEqual({ code: 0, signal: null });
      clearInterval(watching);
      expect(worker.said()).toMatch(/^failed \S+ E_MEDIA_LIMIT/m);
      console.info(`F15: the worker held ${Math.round(mostKb / 1024)} MB at most`);
      expect(mostKb).toBeLessThan(512 * 1024);
      expect(await scored(plant)).toBe(1);
      await assertInvariants(plant, { givenUp: 1 });
    },
    LIMIT_MS,
  );
});

describe('F21: S3 breaks off, lies and changes', () => {
  const faults: S3Fault[] = ['slow-down', 'reset-midway', 'truncated', 'wrong-length', 'replaced', 'html'];

  it(
    'scores whole recordings of one version only',
    async () => {
      await using s3 = await startFaultS3();
      await using plant = await server.plant(s3Of(s3));
      for (const at of faults.keys()) s3.objects.set(`calls/call-${at}.wav`, recordingBytes(at + 1));
      s3.objects.set('calls/gone.wav', recordingBytes(50));
      s3.replacement = recordingBytes(99);
      {
        await using installation = await plant.open();
        await importInto(installation, 's3://b/calls', { isRefresh: false, by: 'test' });
      }
      // in key order: one fault for the first try of each, then all is well; the last is gone before it is fetched
      s3.objects.delete('calls/gone.wav');
      const [slow, reset, cut, length, replaced, html] = faults;
      s3.faults.get.push(...[slow, reset, cut, length, replaced, html].filter((one) => one !== undefined));
      await plant.drain({}, 120_000);
      const known = new Set(
        [...s3.objects.values()].map((bytes) => createHash('sha256').update(bytes).digest('hex')),
      );
      const hashes = await plant.sql<{ hash: string }>(
        'select content_hash as hash from calls where content_hash is not null',
      );
      expect(
        hashes.filter(({ hash }) => !known.has(hash)),
        'mixed or half bytes',
      ).toEqual([]);
      expect(await scored(plant)).toBe(faults.length);
      await assertInvariants(plant, { givenUp: 1 });
    },
    LIMIT_MS,
  );
});

describe('F22: S3 lists in circles', () => {
  it(
    'takes every key of many pages once, also when read twice, and refuses a page that repeats',
    async () => {
      await using s3 = await startFaultS3();
      await using plant = await server.plant(s3Of(s3));
      for (let at = 0; at < 1003; at++)
        s3.objects.set(`calls/call-${String(at).padStart(5, '0')}.wav`, Buffer.from('x'));
      await using installation = await plant.open();
      const read = () => importInto(installation, 's3://b/calls', { isRefresh: false, by: 'test' });
      s3.faults.list.push('slow-down');
      expect((await read()).taken).toBe(1003);
      const before = s3.pages;
      await read();
      expect(await plant.sql('select 1 from calls')).toHaveLength(1003);
      expect(await plant.sql(`select 1 from pgboss.job where name = 'calls'`)).toHaveLength(1003);
      expect(s3.pages - before).toBe(2);
      s3.faults.list.push('same-page', 'same-page', 'same-page', 'same-page');
      await expect(read()).rejects.toMatchObject({ code: 'E_SOURCE' });
    },
    LIMIT_MS,
  );
});

describe('F33: a decoder that hangs and ignores SIGTERM', () => {
  it(
    'is killed with all it started when the worker is told to stop',
    async () => {
      await using plant = await server.plant();
      await plant.addCalls(1);
      mkdirSync(plant.dataDir, { recursive: true });
      const stub = join(plant.dataDir, 'hanging-ffmpeg');
      writeFileSync(
        stub,
        '#!/bin/sh\ncase " $* " in *" -i "*) ;; *) exec ffmpeg "$@" ;; esac\ntrap "" TERM\nsleep 300 &\nwhile :; do sleep 1; done\n',
      );
      chmodSync(stub, 0o755);
      const worker = plant.worker({}, { FFMPEG_PATH: stub });
      const running = () => execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).includes(`${stub} `);
      await expect.poll(running, { timeout: 60_000 }).toBe(true);
      worker.child.kill('SIGTERM');
      expect(await worker.ended, worker.said()).toEqual({ code: 0, signal: null });
      await plant.drain();
      expect(await scored(plant)).toBe(1);
      expect(await plant.sql('select 1 from calls where attempt > 1')).toEqual([]);
      await assertInvariants(plant);
    },
    LIMIT_MS,
  );
});

describe('F34: no file descriptors are left', () => {
  it(
    'a worker that runs out fails its calls as retryable, pauses, and does them once there are some again',
    async () => {
      await using plant = await server.plant({ EARMARK_CONCURRENCY: '2' });
      await plant.addCalls(3);
      const worker = plant.worker({ shell: 'ulimit -n 256; exec "$@"' }, { FAULT_DESCRIPTORS: '8' });
      expect(await worker.ended, worker.said()).toEqual({ code: 0, signal: null });
      expect(worker.said()).toMatch(/^retried \S+ E_DESCRIPTORS/m);
      expect(await scored(plant)).toBe(3);
      await assertInvariants(plant);
    },
    LIMIT_MS,
  );

  it(
    'a worker with 64 of them ends its calls and does not crash',
    async () => {
      await using plant = await server.plant({ EARMARK_CONCURRENCY: '8' });
      await plant.addCalls(8);
      const worker = plant.worker({ shell: 'ulimit -n 64; exec "$@"' });
      const { code, signal } = await worker.ended;
      expect({ code, signal }, worker.said()).toEqual({ code: 0, signal: null });
      await plant.drain();
      expect(await scored(plant)).toBe(8);
      await assertInvariants(plant, { unsettled: 8 });
    },
    LIMIT_MS,
  );
});
