import canonicalize from 'canonicalize';
import type { Kysely, Selectable } from 'kysely';
import type { AuditCheck, AuditFault, AuditHead, AuditRow } from '../domain/audit.ts';
import type { AuditAnchor } from './audit-anchor.ts';
import { hashOfRow } from './audit-hash.ts';
import { fromKept } from './kept-json.ts';
import type { Database } from './schema.ts';
import type { AuditLogTable } from './schema-people.ts';

const BATCH = 1000;
/** The hash before the first row. */
const NOTHING = '0'.repeat(64);

type Row = Selectable<AuditLogTable>;

/** The body of a row when it is canonical JSON, else null. */
function readBody(body: string): AuditRow | null {
  try {
    const parsed = fromKept<AuditRow>(body);
    return canonicalize(parsed) === body ? parsed : null;
  } catch {
    return null;
  }
}

/** True when the columns to look for say the same as the body. */
function agrees(row: Row, body: AuditRow): boolean {
  return (
    row.at.getTime() === new Date(body.at).getTime() &&
    row.actor_kind === body.actor.kind &&
    row.actor_id === body.actor.id &&
    row.action === body.action &&
    row.object_kind === (body.object?.kind ?? null) &&
    row.object_id === (body.object?.id ?? null)
  );
}

function faultOf(row: Row, expected: number, previousHash: string): AuditFault | null {
  if (row.seq !== expected) return { seq: expected, kind: 'missing' };
  const body = readBody(row.body);
  if (body === null || hashOfRow(row.previous_hash, row.body) !== row.hash) {
    return { seq: expected, kind: 'edited' };
  }
  if (body.seq !== expected) return { seq: expected, kind: 'reordered' };
  if (row.previous_hash !== previousHash) return { seq: expected, kind: 'unlinked' };
  return agrees(row, body) ? null : { seq: expected, kind: 'edited' };
}

interface Walk {
  readonly end: AuditHead;
  readonly fault: AuditFault | null;
  readonly anchored: number;
}

/** Reads every row once, against its neighbour and against the anchor. */
async function walk(db: Kysely<Database>, known: ReadonlyMap<number, string>): Promise<Walk> {
  let end: AuditHead = { rows: 0, hash: NOTHING };
  let anchored = 0;
  for (;;) {
    const from = db.selectFrom('audit_log').selectAll().where('seq', '>', end.rows);
    const rows = await from.orderBy('seq').limit(BATCH).execute();
    for (const row of rows) {
      const mark = known.get(end.rows + 1);
      const fault = faultOf(row, end.rows + 1, end.hash);
      if (fault !== null) return { end, fault, anchored };
      if (mark !== undefined && mark !== row.hash) {
        return { end, fault: { seq: row.seq, kind: 'rewritten' }, anchored };
      }
      if (mark !== undefined) anchored++;
      end = { rows: row.seq, hash: row.hash };
    }
    if (rows.length < BATCH) return { end, fault: null, anchored };
  }
}

/** What the end of the log should be by the head row, the anchor and whatever head was noted before. */
function faultAtEnd(end: AuditHead, head: AuditHead | undefined, last: number): AuditFault | null {
  if (last > end.rows) return { seq: end.rows + 1, kind: 'missing' };
  if (head === undefined || head.rows < end.rows) return { seq: end.rows, kind: 'head-differs' };
  if (head.rows > end.rows) return { seq: end.rows + 1, kind: 'missing' };
  return head.hash === end.hash ? null : { seq: end.rows, kind: 'head-differs' };
}

/**
 * Checks the whole audit and names the first bad row. Inside the database each row is checked against the one before
 * and against the head; what was rewritten from some row on with fresh hashes, or cut off with its head, differs
 * from the anchor or from a head that was noted before.
 */
export async function verifyAudit(
  db: Kysely<Database>,
  anchor: AuditAnchor,
  noted: AuditHead | undefined,
): Promise<AuditCheck> {
  // the head first: what is appended while reading is not missed by it
  const head = await db.selectFrom('audit_head').select(['rows', 'hash']).executeTakeFirst();
  const marks = await anchor.marks();
  const all = noted === undefined ? marks : [...marks, { seq: noted.rows, hash: noted.hash }];
  const known = new Map<number, string>();
  for (const { seq, hash } of all) {
    const before = known.get(seq);
    // two hashes of one row: one of them was rewritten, and neither can stand
    known.set(seq, before === undefined || before === hash ? hash : 'two');
  }
  const { end, fault, anchored } = await walk(db, known);
  let last = 0;
  for (const seq of known.keys()) last = Math.max(last, seq);
  const found = fault ?? faultAtEnd(end, await headNow(db, head, end), last);
  return { head: end, fault: found, anchored };
}

/** The head to compare with: rows may have been appended between reading it and reading the last of them. */
async function headNow(db: Kysely<Database>, before: AuditHead | undefined, end: AuditHead) {
  if (before === undefined || before.rows >= end.rows) return before;
  const now = await db.selectFrom('audit_head').select(['rows', 'hash']).executeTakeFirst();
  return now === undefined || now.rows < end.rows ? now : end;
}
