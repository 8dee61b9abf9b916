import type { Kysely } from 'kysely';
import type { PublishedStandard, PublishedStandards } from '../domain/published-standard.ts';
import type { Database } from './schema.ts';

/** Published standards kept in the given database or transaction. */
export function createPublishedStandards(db: Kysely<Database>): PublishedStandards {
  const rows = () =>
    db.selectFrom('standards').select(['standard_id', 'version', 'hash', 'body', 'published_by']);
  return {
    async publish({ id, version, hash, body, by }) {
      const row = { standard_id: id, version, hash, body, published_by: by };
      await db.insertInto('standards').values(row).execute();
    },
    async find(id, version) {
      const found = rows().where('standard_id', '=', id).where('version', '=', version);
      const row = await found.executeTakeFirst();
      return row ? toPublished(row) : null;
    },
    async versions(id) {
      const found = rows().where('standard_id', '=', id).orderBy('created_at').orderBy('version');
      return (await found.execute()).map(toPublished);
    },
  };
}

function toPublished(row: {
  standard_id: string;
  version: string;
  hash: string;
  body: string;
  published_by: string;
}): PublishedStandard {
  const { standard_id: id, version, hash, body, published_by: by } = row;
  return { id, version, hash, body, by };
}
