import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** An identity provider on loopback that signs in whoever it is told to. */
export interface OidcIssuer extends AsyncDisposable {
  readonly url: string;
  /** What the next ID token claims, over the usual claims. */
  claims: Record<string, unknown>;
  /** Changes the ID token before it is sent. */
  spoil: (token: string) => string;
  /** What a browser would bring back from the provider to the callback. */
  approve(authorizationAddress: string): string;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Starts an issuer of one client; a code is good once and only with the verifier of its challenge. */
export async function startIssuer(clientId: string): Promise<OidcIssuer> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const asked = new Map<string, URLSearchParams>();
  let url = '';

  const idToken = (nonce: string | null): string => {
    const nowS = Math.floor(Date.now() / 1000);
    const usual = { iss: url, aud: clientId, sub: 'u-1', iat: nowS, exp: nowS + 60, nonce };
    const body = `${encode({ alg: 'RS256', kid: 'k' })}.${encode({ ...usual, ...issuer.claims })}`;
    return issuer.spoil(`${body}.${sign('sha256', Buffer.from(body), privateKey).toString('base64url')}`);
  };

  async function exchange(request: IncomingMessage): Promise<[number, unknown]> {
    const form = new URLSearchParams(await text(request));
    const authorization = asked.get(form.get('code') ?? '');
    asked.delete(form.get('code') ?? '');
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isRight =
      authorization?.get('code_challenge') === challenge &&
      authorization.get('code_challenge_method') === 'S256' &&
      authorization.get('redirect_uri') === form.get('redirect_uri');
    if (!isRight) return [400, { error: 'invalid_grant' }];
    const token = idToken(authorization.get('nonce'));
    return [200, { access_token: 'a', token_type: 'bearer', id_token: token }];
  }

  async function answer(request: IncomingMessage): Promise<[number, unknown]> {
    if (request.url === '/token') return await exchange(request);
    if (request.url === '/jwks')
      return [200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256' }] }];
    if (request.url !== '/.well-known/openid-configuration') return [404, {}];
    return [
      200,
      {
        ...{ issuer: url, authorization_endpoint: `${url}/authorize`, token_endpoint: `${url}/token` },
        ...{
          jwks_uri: `${url}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
        },
        ...{ id_token_signing_alg_values_supported: ['RS256'], code_challenge_methods_supported: ['S256'] },
        token_endpoint_auth_methods_supported: ['client_secret_post'],
      },
    ];
  }

  const server = createServer(async (request, response) => {
    const [status, body] = await answer(request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const issuer: OidcIssuer = {
    url,
    claims: {},
    spoil: (token) => token,
    approve(authorizationAddress) {
      const { searchParams } = new URL(authorizationAddress);
      const code = randomUUID();
      asked.set(code, searchParams);
      const back = new URL(searchParams.get('redirect_uri') ?? '');
      back.searchParams.set('code', code);
      back.searchParams.set('state', searchParams.get('state') ?? '');
      return back.href;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return issuer;
}
