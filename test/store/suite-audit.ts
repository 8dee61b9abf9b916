import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AuditEntry } from '../../src/domain/audit.ts';
import type { Store } from '../../src/store/open-store.ts';

const entry = (number: number): AuditEntry => ({
  actor: { kind: 'person', id: `p-${number}` },
  action: 'note-filed',
  object: { kind: 'call', id: `c-${number}` },
  details: { number },
});

const ROWS = 9;

/** The hash-chained audit, the same on every database. */
export function testAudit(openOwn: () => Promise<{ store: Store; dataDir: string; close(): Promise<void> }>) {
  describe('the audit', () => {
    let own: Awaited<ReturnType<typeof openOwn>>;
    let store: Store;
    let anchor = '';
    beforeAll(async () => {
      own = await openOwn();
      store = own.store;
      anchor = join(own.dataDir, 'audit-anchor.txt');
      for (let number = 1; number <= ROWS; number++) await store.audit.append(entry(number));
      return () => own.close();
    });

    const run = async (sql: string) => (await store.executeSql(sql)).rows as Record<string, string>[];

    /** Does harm as the owner of the database could, looks, and takes it back. */
    async function faultAfter(...harm: string[]) {
      await run('create table kept_log as select * from audit_log');
      await run('create table kept_head as select * from audit_head');
      const kept = await readFile(anchor, 'utf8');
      await run('alter table audit_log disable trigger user');
      await run('alter table audit_head disable trigger user');
      try {
        for (const statement of harm) {
          if (statement.startsWith('anchor:')) await writeFile(anchor, statement.slice(7));
          else await run(statement);
        }
        return (await store.audit.verify()).fault;
      } finally {
        await run('delete from audit_log');
        await run('insert into audit_log select * from kept_log');
        await run('delete from audit_head');
        await run('insert into audit_head select * from kept_head');
        await run('drop table kept_log');
        await run('drop table kept_head');
        await run('alter table audit_log enable trigger user');
        await run('alter table audit_head enable trigger user');
        await writeFile(anchor, kept);
      }
    }

    /** SQL that computes all hashes from a row on anew, as somebody would who knows how they are made. */
    const rehashed = `do $$ declare r record; before text; begin
      before := repeat('0', 64);
      for r in select * from audit_log order by seq loop
        before := encode(sha256(convert_to(before || chr(10) || r.body, 'UTF8')), 'hex');
        update audit_log set hash = before, previous_hash = coalesce(
          (select hash from audit_log where seq = r.seq - 1), repeat('0', 64)) where seq = r.seq;
      end loop;
      update audit_head set hash = before, rows = (select count(*) from audit_log);
    end $$`;

    test('is whole as it was written, and every row is anchored', async () => {
      expect(await store.audit.verify()).toMatchObject({
        fault: null,
        anchored: ROWS,
        head: { rows: ROWS },
      });
      const [newest] = await store.audit.list({}, { limit: 1, before: null });
      expect(newest).toMatchObject({ seq: ROWS, ...entry(ROWS) });
      const older = await store.audit.list({ action: 'note-filed' }, { limit: 2, before: 5 });
      expect(older.map(({ seq }) => seq)).toEqual([4, 3]);
      expect(await store.audit.list({ object: 'c-3' }, { limit: 9, before: null })).toHaveLength(1);
    });

    test.each([
      "update audit_log set action = 'x'",
      'delete from audit_log',
      'truncate audit_log',
      'delete from audit_head',
      'update audit_head set rows = 3',
    ])('the database refuses: %s', async (statement) => {
      await expect(run(statement)).rejects.toMatchObject({ code: 'E_STORE' });
    });

    test('finds any edit, and names the row', async () => {
      const edits = [
        `update audit_log set body = replace(body, 'p-4', 'p-5') where seq = 4`,
        `update audit_log set body = body || ' ' where seq = 4`,
        `update audit_log set hash = repeat('a', 64) where seq = 4`,
        `update audit_log set actor_id = 'p-5' where seq = 4`,
        `update audit_log set action = 'exported' where seq = 4`,
        `update audit_log set at = at + interval '1 second' where seq = 4`,
        `update audit_log set object_id = null where seq = 4`,
      ];
      for (const edit of edits) expect(await faultAfter(edit)).toEqual({ seq: 4, kind: 'edited' });
      const unlinked = `update audit_log set previous_hash = repeat('b', 64) where seq = 4`;
      expect((await faultAfter(unlinked))?.seq).toBe(4);
    });

    test('finds rows that were dropped: in the middle, at the start, at the end, and all of them', async () => {
      expect(await faultAfter('delete from audit_log where seq = 3')).toEqual({ seq: 3, kind: 'missing' });
      expect(await faultAfter('delete from audit_log where seq = 1')).toEqual({ seq: 1, kind: 'missing' });
      expect(await faultAfter('delete from audit_log where seq > 7')).toEqual({ seq: 8, kind: 'missing' });
      expect(await faultAfter('delete from audit_log', 'delete from audit_head')).toEqual({
        seq: 1,
        kind: 'missing',
      });
    });

    test('finds a dropped end whose head was set back with it', async () => {
      const headBack =
        'update audit_head set rows = l.rows, hash = l.hash from (select seq as rows, hash from audit_log where seq = 7) l';
      const fault = await faultAfter('delete from audit_log where seq > 7', headBack);
      expect(fault).toEqual({ seq: 8, kind: 'missing' });
    });

    test('finds rows that changed places, were put in, or were closed up over a gap', async () => {
      const swap = `update audit_log l set body = o.body from audit_log o
        where (l.seq, o.seq) in ((4, 5), (5, 4))`;
      expect((await faultAfter(swap))?.seq).toBe(4);
      const renumber = [
        'update audit_log set seq = 100 where seq = 4',
        'update audit_log set seq = 4 where seq = 5',
        'update audit_log set seq = 5 where seq = 100',
      ];
      expect(await faultAfter(...renumber)).toEqual({ seq: 4, kind: 'reordered' });
      const closeUp = [
        'delete from audit_log where seq = 4',
        ...[5, 6, 7, 8, 9].map((seq) => `update audit_log set seq = ${seq - 1} where seq = ${seq}`),
      ];
      expect((await faultAfter(...closeUp))?.seq).toBe(4);
      const putIn = `insert into audit_log select 10, body, hash, repeat('c', 64), at, actor_kind, actor_id, action from audit_log where seq = 9`;
      expect((await faultAfter(putIn))?.seq).toBe(10);
    });

    test('finds an edit whose hashes were all computed anew, by the anchor', async () => {
      const edit = `update audit_log set body = replace(body, 'p-4', 'p-5'), actor_id = 'p-5' where seq = 4`;
      expect(await faultAfter(edit, rehashed)).toEqual({ seq: 4, kind: 'rewritten' });
      expect(await faultAfter(rehashed)).toBeNull();
      // without the anchor nothing inside of the database can tell
      expect(await faultAfter(edit, rehashed, 'anchor:')).toBeNull();
    });

    test('finds the same by a head that was noted before, without the anchor', async () => {
      const { head } = await store.audit.verify();
      const kept = await readFile(anchor, 'utf8');
      await writeFile(anchor, '');
      expect((await store.audit.verify(head)).fault).toBeNull();
      const other = { rows: head.rows, hash: 'd'.repeat(64) };
      expect((await store.audit.verify(other)).fault).toEqual({ seq: ROWS, kind: 'rewritten' });
      const longer = { rows: head.rows + 4, hash: head.hash };
      expect((await store.audit.verify(longer)).fault).toEqual({ seq: ROWS + 1, kind: 'missing' });
      await writeFile(anchor, kept);
    });

    test('takes no words, only codes', async () => {
      const because = { ...entry(1), details: { because: 'Frau Li called about the loan' } };
      await expect(store.audit.append(because)).rejects.toMatchObject({ code: 'E_INTERNAL' });
      const name = { ...entry(1), object: { kind: 'call', id: '李雷' } };
      await expect(store.audit.append(name)).rejects.toMatchObject({ code: 'E_INTERNAL' });
    });

    test('keeps nothing of a transaction that was rolled back, and numbers many at once without a gap', async () => {
      const failed = store.transaction(async (parts) => {
        await parts.audit.append(entry(50));
        throw new Error('no');
      });
      await expect(failed).rejects.toThrow('no');
      await Promise.all(
        Array.from({ length: 12 }, (_, number) =>
          number % 2 === 0
            ? store.audit.append(entry(number))
            : store.transaction((parts) => parts.audit.append(entry(number))),
        ),
      );
      expect(await store.audit.verify()).toMatchObject({ fault: null, anchored: ROWS + 12 });
    });
  });
}
