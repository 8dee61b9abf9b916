import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveApp } from '../../src/api/serve.ts';
import { bodyOf, type MadeApp, makeApp } from './made-app.ts';

let made: MadeApp;
beforeAll(async () => {
  made = await makeApp();
});
afterAll(() => made[Symbol.asyncDispose]());

const statusOf = async (response: Response | Promise<Response>) => (await response).status;

describe('who may ask', () => {
  test('nobody without a valid token', async () => {
    const expired = await made.store.tokens.issue('old', { kind: 'token', scopes: ['*'], lifeMs: -1000 });
    const revoked = await made.store.tokens.issue('gone', { kind: 'token', scopes: ['*'], lifeMs: null });
    await made.store.tokens.revoke(revoked.id);
    const good = await made.issueToken(['*']);
    // a JSON web token signed by nobody: {"alg":"none"}
    const unsigned = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.';
    for (const token of [
      null,
      '',
      'x',
      expired.secret,
      revoked.secret,
      `${good}x`,
      good.slice(1),
      unsigned,
    ]) {
      const response = await made.send('/api/v1/calls', { token });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
    }
    expect(await statusOf(made.send('/api/v1/calls', { token: good }))).toBe(200);
  });

  test('a token revoked in the middle is refused at the next request', async () => {
    const { id, secret } = await made.store.tokens.issue('t', { kind: 'token', scopes: ['*'], lifeMs: null });
    expect(await statusOf(made.send('/api/v1/me', { token: secret }))).toBe(200);
    await made.store.tokens.revoke(id);
    expect(await statusOf(made.send('/api/v1/me', { token: secret }))).toBe(401);
  });

  test('a token does what its scopes allow, and nothing else', async () => {
    const token = await made.issueToken(['read']);
    const id = await made.addCall({ verdicts: { greeting: 'met' } });
    const headers = { 'content-type': 'application/json' };
    const body = '{"agent": "left", "reason": "r"}';
    expect(await statusOf(made.send(`/api/v1/calls/${id}`, { token }))).toBe(200);
    const swap = made.send(`/api/v1/calls/${id}/roles`, { method: 'POST', token, headers, body });
    expect(await statusOf(swap)).toBe(403);
    const begin = { method: 'POST', token, headers, body: '{"source": "s3://a"}' };
    expect(await statusOf(made.send('/api/v1/imports', begin))).toBe(403);
    const writer = await made.issueToken(['write']);
    expect(await statusOf(made.send('/api/v1/calls', { token: writer }))).toBe(403);
  });

  test('what headers claim of the sender counts for nothing', async () => {
    const headers = { 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '127.0.0.1', forwarded: 'for=127.0.0.1' };
    expect(await statusOf(made.send('/api/v1/calls', { token: null, headers }))).toBe(401);
  });
});

describe('the local user', () => {
  const open = async (headers: Record<string, string> = {}, url = 'http://127.0.0.1:8420/') =>
    await made.with({ localUser: '本机用户' }).request(url, { headers });
  const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';

  test('is signed in by opening the pages on this machine', async () => {
    const response = await open();
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/i);
    const cookie = cookieOf(response);
    const me = await open({ cookie }, 'http://127.0.0.1:8420/api/v1/me');
    expect(await bodyOf(me)).toMatchObject({ name: '本机用户', kind: 'local', scopes: ['*'] });
    expect((await open({ cookie })).headers.get('set-cookie')).toBeNull();
    expect(await statusOf(open({}, 'http://127.0.0.1:8420/api/v1/me'))).toBe(401);
  });

  test('is nobody under another host name, nor behind a proxy', async () => {
    expect(await statusOf(open({}, 'http://rebound.example:8420/'))).toBe(403);
    expect(await statusOf(open({}, 'http://127.0.0.1.rebound.example/'))).toBe(403);
    expect(cookieOf(await open({ 'x-forwarded-for': '203.0.113.5' }))).toBe('');
    expect(cookieOf(await made.send('/', { token: null }))).toBe('');
  });

  test('changes nothing on behalf of another site', async () => {
    const cookie = cookieOf(await open());
    const id = await made.addCall({ verdicts: { note: 'met' } });
    const put = async (headers: Record<string, string>) =>
      await made.with({ localUser: 'u' }).request(`http://127.0.0.1:8420/api/v1/calls/${id}/note`, {
        method: 'PUT',
        body: '{"text": "x"}',
        headers: { cookie, 'content-type': 'application/json', ...headers },
      });
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:9', 'http://localhost:8420']) {
      expect(await statusOf(put({ origin }))).toBe(403);
    }
    expect(await statusOf(put({}))).toBe(403);
    expect(await statusOf(put({ origin: 'http://127.0.0.1:8420', 'x-http-method-override': 'DELETE' }))).toBe(
      403,
    );
    expect(await statusOf(put({ origin: 'http://127.0.0.1:8420' }))).toBe(200);
  });

  test('cannot use the session as a token, nor a token as the session', async () => {
    const session = cookieOf(await open()).split('=')[1] ?? '';
    expect(session).not.toBe('');
    expect(await statusOf(made.send('/api/v1/me', { token: session }))).toBe(401);
    const cookie = `earmark_session=${await made.issueToken(['*'])}`;
    expect(await statusOf(made.send('/api/v1/me', { token: null, headers: { cookie } }))).toBe(401);
  });
});

describe('the pages', () => {
  test('are served whole, under a policy that runs no inline script', async () => {
    const index = await made.send('/calls/abc', { token: null });
    expect(await index.text()).toContain('<title>Earmark</title>');
    const policy = index.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    const script = await made.send('/assets/index-abc.js', {
      token: null,
      headers: { 'accept-encoding': 'gzip' },
    });
    expect(script.headers.get('content-type')).toContain('javascript');
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('content-encoding')).toBe('gzip');
  });

  test('answer an address they do not know as not there', async () => {
    for (const path of ['/admin', '/%2e%2e/%2e%2e/etc/passwd']) {
      const response = await made.send(path, { token: null });
      expect([response.status, await response.text()]).toEqual([
        404,
        expect.stringContaining('<title>Earmark'),
      ]);
    }
  });

  test.each([
    '/secret.key',
    '/assets/../secret.key',
    '/assets/%2e%2e/secret.key',
    '/assets/..%2fsecret.key',
    '//admin',
    '/%5C..%5Csecret.key',
    '/assets/missing.js',
    '/index.php',
    '/api',
    '/api/v1',
    '/api/v2/calls',
    '/api/v1/none',
  ])('have nothing at %s', async (path) => {
    const response = await made.send(`http://localhost${path}`);
    expect([response.status, (await bodyOf(response)).error.code]).toEqual([404, 'E_NOT_FOUND']);
  });
});

describe('the server', () => {
  test('listens on a free port, ends what is under way, and then is gone', async () => {
    const serving = await serveApp(made.with({}), { host: '127.0.0.1', port: 0 });
    const { port } = new URL(serving.url);
    expect(await statusOf(fetch(`${serving.url}/healthz`))).toBe(200);
    await expect(serveApp(made.with({}), { host: '127.0.0.1', port: Number(port) })).rejects.toMatchObject({
      code: 'E_USAGE',
      remedy: expect.stringContaining('EARMARK_PORT'),
    });
    await serving.close();
    await expect(fetch(`${serving.url}/healthz`)).rejects.toThrow();
  });

  test('signs the local user in over a real connection', async () => {
    const app = made.with({ localUser: 'u' });
    const serving = await serveApp(app, { host: '127.0.0.1', port: 0 });
    const cookie = (await fetch(serving.url)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const id = await made.addCall({ verdicts: { tone: 'met' }, hasAudio: true });
    const audio = `${serving.url}/api/v1/calls/${id}/audio`;
    const part = await fetch(audio, { headers: { cookie, range: 'bytes=10-19' } });
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 10]);
    await serving.close();
  });

  test('closes the file of a listener who leaves in the middle', async () => {
    const endless = new Readable({ read: () => void endless.push(Buffer.alloc(65_536)) });
    const artifacts = { ...made.artifacts, size: async () => 1e9, open: async () => endless };
    const serving = await serveApp(made.with({ artifacts }), { host: '127.0.0.1', port: 0 });
    const id = await made.addCall({ verdicts: { tone: 'met' }, hasAudio: true });
    const headers = { authorization: `Bearer ${await made.issueToken(['read'])}` };
    const leaving = new AbortController();
    const audio = `${serving.url}/api/v1/calls/${id}/audio`;
    await (await fetch(audio, { headers, signal: leaving.signal })).body?.getReader().read();
    expect(endless.destroyed).toBe(false);
    leaving.abort();
    await expect.poll(() => endless.destroyed).toBe(true);
    await serving.close();
  });

  test('cuts a body that comes byte by byte, and headers that are too long', async () => {
    const serving = await serveApp(made.with({}), { host: '127.0.0.1', port: 0, requestTimeoutMs: 300 });
    const { port } = new URL(serving.url);
    const token = await made.issueToken(['*']);
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1');
      let said = '';
      socket.on('data', (data) => {
        said += data;
      });
      socket.once('close', () => resolve(said));
      socket.once('error', () => undefined);
      const head = ['POST /api/v1/imports HTTP/1.1', 'Host: 127.0.0.1', `Authorization: Bearer ${token}`];
      const length = ['Content-Type: application/json', 'Content-Length: 1000', '', '{'];
      socket.write([...head, ...length].join('\r\n'));
    });
    expect(answer.split('\r\n')[0] ?? '').toMatch(/^(HTTP\/1\.1 408 .*|)$/);
    const headers = { 'x-long': 'x'.repeat(100_000) };
    expect(await statusOf(fetch(`${serving.url}/healthz`, { headers }))).toBe(431);
    await serving.close();
  });
});
