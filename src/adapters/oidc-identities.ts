import * as oidc from 'openid-client';
import type { IdentityProvider } from '../domain/identity-provider.ts';
import type { Identity } from '../domain/people-ports.ts';
import type { Role } from '../domain/person.ts';
import { EarmarkError } from '../errors.ts';

/** How to reach an OpenID Connect provider, and what its groups mean here. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** What the pages call it. */
  readonly name: string;
  /** Claim of the ID token that lists roles or groups; a dot goes into an object, e.g. `realm_access.roles`. */
  readonly rolesClaim: string;
  /** Role by value of that claim; values that are not in here mean nothing. */
  readonly roleByValue: ReadonlyMap<string, readonly Role[]>;
}

const TIMEOUT_SECONDS = 10;

const isLoopback = ({ hostname }: URL): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);

function claimAt(claims: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
    return isObject ? (value as Record<string, unknown>)[name] : undefined;
  }, claims);
}

function rolesOf(claims: oidc.IDToken, settings: OidcSettings): Role[] {
  const found = claimAt(claims, settings.rolesClaim);
  const values = Array.isArray(found) ? found : [found];
  const roles = values.flatMap((value) => settings.roleByValue.get(String(value)) ?? []);
  return [...new Set(roles)];
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

function toIdentity(claims: oidc.IDToken, settings: OidcSettings): Identity {
  const login = textOf(claims.preferred_username) ?? textOf(claims.email) ?? claims.sub;
  const name = textOf(claims.name) ?? login;
  return { subject: `${claims.iss} ${claims.sub}`, login, name, roles: rolesOf(claims, settings) };
}

/** Authorization code with PKCE, state and nonce; the provider is looked up when it is first needed. */
export function oidcIdentities(settings: OidcSettings): IdentityProvider {
  let found: Promise<oidc.Configuration> | null = null;

  async function discover(): Promise<oidc.Configuration> {
    const issuer = new URL(settings.issuer);
    // plain HTTP only where nobody can listen: a provider on this machine, as in tests
    const execute = isLoopback(issuer) ? [oidc.allowInsecureRequests] : [];
    const options = { execute, timeout: TIMEOUT_SECONDS };
    return await oidc.discovery(issuer, settings.clientId, settings.clientSecret, undefined, options);
  }

  async function configuration(): Promise<oidc.Configuration> {
    found ??= discover();
    try {
      return await found;
    } catch (cause) {
      found = null;
      throw new EarmarkError('E_PROVIDER', 'the identity provider cannot be reached', {
        cause,
        isRetryable: true,
        remedy: 'check EARMARK_OIDC_ISSUER',
      });
    }
  }

  return {
    name: settings.name,
    async begin(redirectUri) {
      const config = await configuration();
      const verifier = oidc.randomPKCECodeVerifier();
      const check = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier };
      const address = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid profile email',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: check.state,
        nonce: check.nonce,
      });
      return { address: address.href, check };
    },
    async finish(address, check) {
      const config = await configuration();
      try {
        const tokens = await oidc.authorizationCodeGrant(config, new URL(address), {
          pkceCodeVerifier: check.verifier,
          expectedState: check.state,
          expectedNonce: check.nonce,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined) throw new Error('no ID token');
        return toIdentity(claims, settings);
      } catch (cause) {
        throw new EarmarkError('E_UNAUTHORISED', 'the identity provider did not vouch for this sign-in', {
          cause,
          remedy: 'sign in once more',
        });
      }
    },
  };
}
