import { type Kysely, sql } from 'kysely';
import type { AnyAcoustics, Publication, ScorecardOrigin } from '../domain/call-record.ts';
import type { Scorecard } from '../domain/scorecard.ts';
import type { KeptScorecard, Scorecards } from '../domain/store-ports.ts';
import type { Transcript } from '../domain/transcript.ts';
import type { Transcription } from '../domain/transcription.ts';
import { EarmarkError } from '../errors.ts';
import { rememberNote } from './call-facts.ts';
import { cleanText } from './clean-text.ts';
import { inTransaction } from './in-transaction.ts';
import { isUuid } from './is-uuid.ts';
import { fromKept, hashText, toKept } from './kept-json.ts';
import { recountCall } from './report-counts.ts';
import type { Database } from './schema.ts';

const now = sql<string>`clock_timestamp()`;
const columns = ['id', 'call_id', 'is_current', 'body', 'origin', 'created_at'] as const;

interface CallWords {
  readonly agent_id: string | null;
  readonly team: string | null;
  readonly kind: string | null;
  readonly started_at: Date | null;
}

async function keepPart(db: Kysely<Database>, value: unknown): Promise<string | null> {
  if (value === null) return null;
  const body = toKept(value);
  const hash = hashText(body);
  const ifNew = db.insertInto('parts').values({ hash, body });
  await ifNew.onConflict((conflict) => conflict.doNothing()).execute();
  return hash;
}

/** Whose work the words and the verdicts are, in short: trends break where it changes. */
function engineOf({ transcriber, judge }: ScorecardOrigin): string {
  const models = [transcriber, judge].map((one) =>
    one ? `${one.provider}/${one.modelReported ?? one.model}` : '-',
  );
  return cleanText(models.join(' + '));
}

async function keepScorecard(db: Kysely<Database>, callId: string, given: Publication, body: string) {
  const { scorecard, facts, origin } = given;
  const critical = new Set(scorecard.criteria.filter((one) => one.critical).map((one) => one.id));
  const strip = scorecard.criteria.map(({ id, verdict }) => ({
    criterion: id,
    verdict,
    critical: critical.has(id),
  }));
  return await db
    .insertInto('scorecards')
    .values({
      call_id: callId,
      is_current: true,
      body,
      body_hash: hashText(body),
      origin: toKept(origin),
      standard_id: scorecard.standard.id,
      standard_version: scorecard.standard.version,
      standard_hash: scorecard.standard.hash,
      total: scorecard.total,
      coverage: scorecard.coverage,
      not_scored: scorecard.notScored === null ? null : toKept(scorecard.notScored),
      critical_failures: toKept(scorecard.criticalFailures),
      needs_person: toKept(scorecard.needsPerson),
      strip: toKept(strip),
      transcript_part: await keepPart(db, facts.transcript),
      acoustics_part: await keepPart(db, facts.acoustics),
      transcription_part: await keepPart(db, facts.transcription),
      engine: engineOf(origin),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
}

async function keepVerdicts(
  db: Kysely<Database>,
  id: string,
  callId: string,
  call: CallWords,
  of: Scorecard,
) {
  if (of.criteria.length === 0) return;
  const shared = {
    scorecard_id: id,
    call_id: callId,
    is_current: true,
    agent_id: call.agent_id,
    team: call.team,
    language: of.language,
    call_kind: call.kind,
    standard_id: of.standard.id,
    standard_version: of.standard.version,
    started_at: call.started_at?.toISOString() ?? null,
  };
  const rows = of.criteria.map((one) => ({
    ...shared,
    criterion: one.id,
    verdict: one.verdict,
    score: one.score,
    weight: one.weight,
    critical: one.critical,
    method: one.method,
    reason_code: cleanText(one.reason.code),
  }));
  await db.insertInto('verdicts').values(rows).execute();
}

async function finishCall(db: Kysely<Database>, callId: string, id: string, given: Publication) {
  const { scorecard, facts } = given;
  await db
    .updateTable('calls')
    .set({
      status: scorecard.notScored === null ? 'scored' : 'not-scored',
      failure: null,
      crashes: 0,
      gave_up_at: null,
      language: facts.language,
      duration_ms: facts.durationMs,
      layout: facts.layout,
      roles: facts.roles === null ? null : toKept(facts.roles),
      recording: facts.recording === null ? null : toKept(facts.recording),
      scorecard_id: id,
      standard_id: scorecard.standard.id,
      has_critical: scorecard.criticalFailures.length > 0,
      needs_person: scorecard.needsPerson.length > 0,
      updated_at: now,
    })
    .where('id', '=', callId)
    .execute();
}

async function publish(db: Kysely<Database>, callId: string, given: Publication) {
  // the lock on the call makes two publishers of one call take turns
  const call = await db
    .selectFrom('calls')
    .select(['agent_id', 'team', 'kind', 'started_at', 'scorecard_id'])
    .where('id', '=', callId)
    .forUpdate()
    .executeTakeFirst();
  if (call === undefined) throw new EarmarkError('E_NOT_FOUND', `no call ${callId}`);
  const body = toKept(given.scorecard);
  const current = await db
    .selectFrom('scorecards')
    .select(['id', 'body_hash'])
    .where('call_id', '=', callId)
    .where('is_current', '=', true)
    .executeTakeFirst();
  if (given.noted !== undefined) await rememberNote(db, callId, given.noted);
  if (current?.body_hash === hashText(body)) {
    await finishCall(db, callId, current.id, given);
    return { id: current.id, isNew: false };
  }
  const past = { is_current: false };
  await db
    .updateTable('scorecards')
    .set(past)
    .where('call_id', '=', callId)
    .where('is_current', '=', true)
    .execute();
  await db
    .updateTable('verdicts')
    .set(past)
    .where('call_id', '=', callId)
    .where('is_current', '=', true)
    .execute();
  const { id } = await keepScorecard(db, callId, given, body);
  await keepVerdicts(db, id, callId, call, given.scorecard);
  await finishCall(db, callId, id, given);
  // last, since calls of one agent wait for each other here
  await recountCall(db, { added: id, removed: current?.id ?? null });
  return { id, isNew: true };
}

function toKeptScorecard(row: {
  id: string;
  call_id: string;
  is_current: boolean;
  body: string;
  origin: string;
  created_at: Date;
}): KeptScorecard {
  return {
    id: row.id,
    callRecordId: row.call_id,
    isCurrent: row.is_current,
    scorecard: fromKept<Scorecard>(row.body),
    origin: fromKept<ScorecardOrigin>(row.origin),
    createdAt: row.created_at.toISOString(),
  };
}

async function readPart<T>(
  db: Kysely<Database>,
  scorecardId: string,
  column: 'transcript_part' | 'acoustics_part' | 'transcription_part',
): Promise<T | null> {
  if (!isUuid(scorecardId)) return null;
  const row = await db
    .selectFrom('scorecards')
    .innerJoin('parts', 'parts.hash', `scorecards.${column}`)
    .select('parts.body')
    .where('scorecards.id', '=', scorecardId)
    .executeTakeFirst();
  return row ? fromKept<T>(row.body) : null;
}

/** Scorecards kept in the given database or transaction. */
export function createScorecards(db: Kysely<Database>): Scorecards {
  return {
    publish: (callId, publication) => inTransaction(db, (tx) => publish(tx, callId, publication)),
    async get(id) {
      if (!isUuid(id)) return null;
      const row = await db.selectFrom('scorecards').select(columns).where('id', '=', id).executeTakeFirst();
      return row ? toKeptScorecard(row) : null;
    },
    async history(callId) {
      if (!isUuid(callId)) return [];
      const rows = db.selectFrom('scorecards').select(columns).where('call_id', '=', callId);
      const newestFirst = rows.orderBy('created_at', 'desc').orderBy('id', 'desc');
      return (await newestFirst.execute()).map(toKeptScorecard);
    },
    transcript: (id) => readPart<Transcript>(db, id, 'transcript_part'),
    acoustics: (id) => readPart<AnyAcoustics>(db, id, 'acoustics_part'),
    transcription: (id) => readPart<Transcription>(db, id, 'transcription_part'),
    async parts(id) {
      const found = db.selectFrom('scorecards').select(['transcript_part', 'acoustics_part']);
      const row = isUuid(id) ? await found.where('id', '=', id).executeTakeFirst() : undefined;
      return {
        transcript: (row?.transcript_part ?? null) !== null,
        acoustics: (row?.acoustics_part ?? null) !== null,
      };
    },
  };
}
