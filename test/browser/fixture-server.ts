import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { CallRow } from '../../src/api/contract.ts';
import { callOf, fixtureId, fixtureStandard, rows, scorecards } from './fixture-calls.ts';
import { acousticsOf, DURATION_MS, filedNote, transcriptOf } from './fixture-parts.ts';
import { makePeaks, makeStereoWav } from './fixture-sound.ts';

/** A request the pages made. */
export interface SeenRequest {
  readonly method: string;
  readonly url: URL;
  readonly range: string | undefined;
  readonly body: string;
}

/** A server that answers like the API from fixtures, over real HTTP; every text may be changed on the way out. */
export interface FixtureServer extends AsyncDisposable {
  readonly url: string;
  readonly seen: SeenRequest[];
  /** Status to answer list requests with instead of rows; null is usual. */
  failListsWith: number | null;
  /** Changes each JSON body before it is sent. */
  disturb: (body: unknown) => unknown;
}

/** Most bytes of sound one answer holds, so that a far seek must ask again. */
const MOST_BYTES = 300_000;

const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self'; object-src 'none'; base-uri 'none'";
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

const spansOf = (language: 'en' | 'zh', party: string) =>
  transcriptOf(language)
    .turns.filter((turn) => turn.party === party)
    .map(({ startMs, endMs }) => [startMs, endMs] as const);
const soundOf = (language: 'en' | 'zh') =>
  [spansOf(language, 'agent'), spansOf(language, 'customer'), DURATION_MS] as const;
const sounds = { en: makeStereoWav(...soundOf('en')), zh: makeStereoWav(...soundOf('zh')) };

function matches(row: CallRow, query: URLSearchParams): boolean {
  const is = (name: string, value: string | null | undefined) =>
    !query.has(name) || query.get(name) === value;
  const verdict = query.get('verdict')?.split(':') ?? [];
  return (
    is('agent', row.agent?.id) &&
    is('team', row.team) &&
    is('status', row.status) &&
    is('language', row.language) &&
    is('critical', String(row.criticalFailures.length > 0)) &&
    is('needsPerson', String(row.needsPerson.length > 0)) &&
    JSON.stringify(row)
      .toLowerCase()
      .includes((query.get('q') ?? '').toLowerCase()) &&
    (verdict.length === 0 ||
      row.strip.some(
        (mark) => mark.verdict === verdict.at(-1) && [mark.criterion, undefined].includes(verdict.at(-2)),
      ))
  );
}

function listCalls(query: URLSearchParams) {
  const from = Number(query.get('cursor') ?? 0);
  const found = rows.filter((row) => matches(row, query));
  const next = from + 50;
  return { calls: found.slice(from, next), nextCursor: next < found.length ? String(next) : null };
}

function answerCall(row: CallRow, part: string): unknown {
  const transcript = transcriptOf(row.language);
  switch (part) {
    case '':
      return callOf(row);
    case 'transcript':
      return transcript;
    case 'acoustics':
      return acousticsOf(transcript);
    case 'peaks':
      return makePeaks(...soundOf(transcript.language));
    case 'note':
      return filedNote;
    case 'review':
      return {
        ...{ scorecardId: row.scorecardId, entries: [], comments: [], finalised: null, disputes: [] },
        ...{ preview: null, unheard: [], may: { review: false, dispute: false } },
      };
    case 'scorecards': {
      const cards = [...scorecards.values()].filter(({ meta }) => meta.id === row.scorecardId);
      return { scorecards: cards.map((card) => ({ ...card, ...card.meta, strip: row.strip })) };
    }
    default:
      return undefined;
  }
}

function answer(path: string[], query: URLSearchParams): unknown {
  const [room, id = '', part = ''] = path;
  if (room === 'calls' && id === '') return listCalls(query);
  if (room === 'me') {
    return {
      name: 'local',
      kind: 'local',
      scopes: ['*'],
      person: null,
      actions: ['see-calls', 'hear-calls'],
    };
  }
  if (room === 'standards') return { standards: [fixtureStandard] };
  if (room === 'teams')
    return {
      teams: [
        { team: 'North', calls: 42 },
        { team: '华东', calls: 22 },
      ],
    };
  if (room === 'agents')
    return {
      agents: [
        { id: 'a-07', name: 'Dana Reed', team: 'North', calls: 42 },
        { id: 'a-11', name: '陈晓雨', team: '华东', calls: 22 },
      ],
    };
  if (room === 'scorecards') return [...scorecards.values()].find(({ meta }) => meta.id === id);
  const row = rows.find((candidate) => candidate.id === id);
  return room === 'calls' && row ? answerCall(row, part) : undefined;
}

function sendAudio(request: IncomingMessage, response: ServerResponse, sound: Buffer): void {
  const match = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
  const start = match ? Number(match[1]) : 0;
  const last = match ? Math.min(start + MOST_BYTES, sound.length) - 1 : sound.length - 1;
  const end = match?.[2] ? Math.min(Number(match[2]), last) : last;
  response.writeHead(match ? 206 : 200, {
    'content-type': 'audio/wav',
    'accept-ranges': 'bytes',
    'content-length': end - start + 1,
    ...(match ? { 'content-range': `bytes ${start}-${end}/${sound.length}` } : {}),
  });
  response.end(sound.subarray(start, end + 1));
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const failure = (code: string, message: string, remedy: string) => ({ error: { code, message, remedy } });

async function sendPage(response: ServerResponse, dist: string, pathname: string): Promise<void> {
  const name = extname(pathname) === '' ? '/index.html' : pathname;
  const bytes = await readFile(join(dist, name)).catch(() => null);
  response.writeHead(bytes ? 200 : 404, {
    'content-type': types[extname(name)] ?? 'application/octet-stream',
    'content-security-policy': POLICY,
  });
  response.end(bytes ?? undefined);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Serves the built pages in `dist` with the fixtures behind them, on a free port of loopback. */
export async function startFixtureServer(dist: string): Promise<FixtureServer> {
  const state: Omit<FixtureServer, 'url' | typeof Symbol.asyncDispose> = {
    seen: [],
    failListsWith: null,
    disturb: (body) => body,
  };
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://fixture');
    if (!url.pathname.startsWith('/api/v1/')) return sendPage(response, dist, url.pathname);
    const body = await readBody(request);
    state.seen.push({ method: request.method ?? '', url, range: request.headers.range, body });
    const path = url.pathname.slice('/api/v1/'.length).split('/');
    if (state.failListsWith !== null && path.length === 1 && path[0] === 'calls')
      return sendJson(response, state.failListsWith, failure('E_STORE', 'the database is away', 'Start it.'));
    if (path[2] === 'audio') {
      const row = rows.find(({ id }) => id === path[1]);
      return sendAudio(request, response, sounds[row?.language ?? 'en']);
    }
    if (request.method !== 'GET')
      return sendJson(response, 200, { id: path[1], scorecardId: fixtureId(1001) });
    const found = answer(path, url.searchParams);
    if (found === undefined)
      return sendJson(response, 404, failure('E_NOT_FOUND', 'no such call', 'Look in the list.'));
    sendJson(response, 200, state.disturb(structuredClone(found)));
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return Object.assign(state, { url: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: close });
}
