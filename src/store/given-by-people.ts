import type { Kysely } from 'kysely';
import type { Note } from '../domain/note.ts';
import type { Notes, RoleChoices } from '../domain/store-ports.ts';
import { markNoted } from './call-facts.ts';
import { cleanText } from './clean-text.ts';
import { inTransaction } from './in-transaction.ts';
import { isUuid } from './is-uuid.ts';
import { fromKept, hashText, toKept } from './kept-json.ts';
import type { Database } from './schema.ts';

async function newestNote(db: Kysely<Database>, callId: string) {
  const notes = db.selectFrom('notes').selectAll().where('call_id', '=', callId);
  return await notes.orderBy('id', 'desc').limit(1).executeTakeFirst();
}

async function putNote(db: Kysely<Database>, callId: string, note: Note, from: string): Promise<boolean> {
  await db.selectFrom('calls').select('id').where('id', '=', callId).forUpdate().executeTakeFirstOrThrow();
  const body = toKept(note);
  const hash = hashText(body);
  if ((await newestNote(db, callId))?.body_hash === hash) return false;
  const row = { call_id: callId, body, body_hash: hash, given_by: cleanText(from) };
  await db.insertInto('notes').values(row).execute();
  await markNoted(db, callId);
  return true;
}

/** Notes kept in the given database or transaction. */
export function createNotes(db: Kysely<Database>): Notes {
  return {
    put: (callId, note, from) => inTransaction(db, (tx) => putNote(tx, callId, note, from)),
    async current(callId) {
      if (!isUuid(callId)) return null;
      const row = await newestNote(db, callId);
      if (row === undefined) return null;
      return { note: fromKept<Note>(row.body), from: row.given_by, createdAt: row.created_at.toISOString() };
    },
  };
}

/** Role choices kept in the given database or transaction. */
export function createRoleChoices(db: Kysely<Database>): RoleChoices {
  return {
    async choose(callId, { agent, reason, by }) {
      const row = { call_id: callId, agent, reason: cleanText(reason), chosen_by: cleanText(by) };
      await db.insertInto('role_choices').values(row).execute();
    },
    async current(callId) {
      if (!isUuid(callId)) return null;
      const choices = db.selectFrom('role_choices').selectAll().where('call_id', '=', callId);
      const row = await choices.orderBy('id', 'desc').limit(1).executeTakeFirst();
      if (row === undefined) return null;
      const agent = row.agent as 'left' | 'right';
      return { agent, reason: row.reason, by: row.chosen_by, createdAt: row.created_at.toISOString() };
    },
  };
}
