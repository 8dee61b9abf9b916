import type { RowKind } from '../../src/api/route-access.ts';
import { type Role, roles } from '../../src/domain/person.ts';
import type { MadeApp } from './made-app.ts';

/** Whose a call is, seen from the people of the walk: all of them agent `own` of team North. */
export const kinds = ['own', 'own-unfinished', 'team', 'assigned', 'foreign'] as const;
export type Whose = (typeof kinds)[number];

const places: Readonly<Record<Whose, { agent: string; team: string }>> = {
  own: { agent: 'own', team: 'West' },
  'own-unfinished': { agent: 'own', team: 'West' },
  team: { agent: 'colleague', team: 'North' },
  assigned: { agent: 'somebody', team: 'West' },
  foreign: { agent: 'stranger', team: 'South' },
};

/** The calls of the walk and the people who ask for them. */
export interface AccessRows {
  readonly calls: Readonly<Record<Whose, string>>;
  readonly scorecards: Readonly<Record<Whose, string>>;
  readonly disputes: Readonly<Record<Whose, string>>;
  readonly assignments: Readonly<Record<Whose, string>>;
  readonly importId: string;
  /** The cookie of a person with this role alone, or with none. */
  readonly cookies: Readonly<Record<Role | 'nobody', string>>;
  readonly people: Readonly<Record<Role | 'nobody', string>>;
}

const acoustics = {
  ...{ version: 1 as const, durationMs: 1000, layout: 'two-party' as const, timing: 'audio' as const },
  ...{
    parties: {},
    overlaps: [],
    silences: [],
    talkShare: { left: 0.5, right: 0.5 },
    responseMs: {},
    flags: [],
  },
};

async function addCall(made: MadeApp, whose: Whose): Promise<[string, string]> {
  const verdicts = { greeting: 'met' } as const;
  const transcript = { version: 1 as const, language: 'zh' as const, turns: [] };
  const parts = { transcript, acoustics, layout: 'two-party' as const };
  const id = await made.addCall({ ...places[whose], verdicts, hasAudio: true, facts: parts });
  await made.store.notes.put(id, { version: 1, text: 'x', fields: {} }, 'file');
  return [id, (await made.store.calls.get(id))?.scorecardId ?? ''];
}

async function addPeople(made: MadeApp) {
  const cookies: Record<string, string> = {};
  const people: Record<string, string> = {};
  for (const role of [...roles, 'nobody'] as const) {
    const agents = role === 'agent' ? ['own'] : [];
    const person = { login: `walk-${role}`, name: role, teams: ['North'], agents };
    const id = await made.store.people.add({ ...person, roles: role === 'nobody' ? [] : [role] });
    people[role] = id;
    cookies[role] = `earmark_session=${(await made.store.sessions.begin(id)).secret}`;
  }
  return { cookies, people } as Pick<AccessRows, 'cookies' | 'people'>;
}

/** An open dispute about a call; for the walk it matters only whose call that is. */
async function addDispute(made: MadeApp, calls: Record<string, string>, whose: Whose, agent: string) {
  const insert = `insert into disputes
    (call_id, finalisation_id, criterion, round, expected, old_verdict, reason, raised_by, raised_by_name, due_at)
    select $1, id, 'tone', 1, 'met', 'unmet', 'x', $2, 'walk', now() from finalisations where call_id = $3 returning id`;
  const { rows } = await made.store.executeSql(insert, [calls[whose], agent, calls.own]);
  return (rows as { id: string }[])[0]?.id ?? '';
}

/** Gives a call to the reviewer of the walk, or to somebody else. */
async function addAssignment(
  made: MadeApp,
  call: string,
  people: AccessRows['people'],
  isReviewers: boolean,
) {
  const assign = `insert into assignments (call_id, assignee, reason, created_by) values ($1, $2, 'random', 'walk') returning id`;
  const assignee = isReviewers ? people.reviewer : people.administrator;
  const { rows } = await made.store.executeSql(assign, [call, assignee]);
  return (rows as { id: string }[])[0]?.id ?? '';
}

/** Adds a call of every kind and a person of every role. */
export async function addAccessRows(made: MadeApp): Promise<AccessRows> {
  const { cookies, people } = await addPeople(made);
  const calls: Record<string, string> = {};
  const scorecards: Record<string, string> = {};
  for (const whose of kinds) [calls[whose], scorecards[whose]] = await addCall(made, whose);
  const finalise = `insert into finalisations (call_id, scorecard_id, body, coverage, by_name) values ($1, $2, $3, 1, 'walk')`;
  const body = JSON.stringify({ verdicts: [], total: null, coverage: 1, criticalFailures: [] });
  await made.store.executeSql(finalise, [calls.own, scorecards.own, body]);
  const disputes: Record<string, string> = {};
  for (const whose of kinds) disputes[whose] = await addDispute(made, calls, whose, people.agent);
  const assignments: Record<string, string> = {};
  for (const whose of kinds) {
    assignments[whose] = await addAssignment(made, calls[whose] ?? '', people, whose === 'assigned');
  }
  const importId = await made.store.imports.begin('s3://a', 'walk');
  return { calls, scorecards, disputes, assignments, importId, cookies, people } as AccessRows;
}

/** What stands for `:id` in the address of a route, for a row of each kind; a new kind of row needs a line here. */
export function idOf(rows: AccessRows, row: RowKind, whose: Whose): string {
  const ids: Readonly<Record<RowKind, string>> = {
    none: 'none',
    listed: 'none',
    call: rows.calls[whose],
    scorecard: rows.scorecards[whose],
    dispute: rows.disputes[whose],
    assignment: rows.assignments[whose],
    import: rows.importId,
    person: rows.people.nobody,
  };
  return ids[row];
}
