import canonicalize from 'canonicalize';
import { type Kysely, sql } from 'kysely';
import type { AuditEntry, AuditLog, AuditRow } from '../domain/audit.ts';
import { EarmarkError } from '../errors.ts';
import type { AuditAnchor, AuditMark } from './audit-anchor.ts';
import { hashOfRow } from './audit-hash.ts';
import { inTransaction } from './in-transaction.ts';
import { fromKept } from './kept-json.ts';
import type { Database } from './schema.ts';
import { verifyAudit } from './verify-audit.ts';

/** What a detail may hold: a code, an id, a count, a list of them. Words of people have spaces. */
const codes = /^[\w.,:/+=@-]{0,200}$/;

function requireCodes({ actor, action, object, details }: AuditEntry): void {
  const texts = [actor.id ?? '', action, object?.kind ?? '', object?.id ?? ''];
  const given = Object.entries(details).flatMap(([name, value]) => [name, String(value)]);
  if ([...texts, ...given].every((text) => codes.test(text))) return;
  throw new EarmarkError('E_INTERNAL', `the audit of ${action} would hold more than codes`);
}

async function append(db: Kysely<Database>, entry: AuditEntry): Promise<{ row: AuditRow; mark: AuditMark }> {
  requireCodes(entry);
  // the lock on the head makes appending wait its turn until this transaction has ended
  const head = await db
    .selectFrom('audit_head')
    .select(['rows', 'hash'])
    .select(
      sql<string>`to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as('at'),
    )
    .forUpdate()
    .executeTakeFirst();
  if (head === undefined) {
    throw new EarmarkError('E_STORE', 'the head of the audit is gone', {
      remedy: 'run `earmark audit verify`',
    });
  }
  const seq = head.rows + 1;
  const { actor, action, object, details } = entry;
  const row = { seq, at: head.at, actor, action, object, details };
  const body = canonicalize(row) ?? '';
  const hash = hashOfRow(head.hash, body);
  await db
    .insertInto('audit_log')
    .values({
      ...{ seq, body, hash, previous_hash: head.hash, at: head.at, action },
      ...{ actor_kind: actor.kind, actor_id: actor.id },
      ...{ object_kind: object?.kind ?? null, object_id: object?.id ?? null },
    })
    .execute();
  await db.updateTable('audit_head').set({ rows: seq, hash }).execute();
  return { row, mark: { seq, hash } };
}

/** The audit in the given database or transaction; `committed` is told of each row once it is kept for good. */
export function createAuditLog(
  db: Kysely<Database>,
  anchor: AuditAnchor,
  committed: (mark: AuditMark) => Promise<void>,
): AuditLog {
  return {
    async append(entry) {
      const { row, mark } = await inTransaction(db, (tx) => append(tx, entry));
      await committed(mark);
      return row;
    },
    async list({ action, actor, object }, { limit, before }) {
      let rows = db.selectFrom('audit_log').select('body');
      if (action !== undefined) rows = rows.where('action', '=', action);
      if (actor !== undefined) rows = rows.where('actor_id', '=', actor);
      if (object !== undefined) rows = rows.where('object_id', '=', object);
      if (before !== null) rows = rows.where('seq', '<', before);
      const found = await rows.orderBy('seq', 'desc').limit(limit).execute();
      return found.map(({ body }) => fromKept<AuditRow>(body));
    },
    verify: (known) => verifyAudit(db, anchor, known),
  };
}
