import type { Identity } from './people-ports.ts';

/** What has to be remembered between leaving for the identity provider and coming back. */
export interface IdentityCheck {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** A system that knows who people are (OpenID Connect). */
export interface IdentityProvider {
  /** What the pages call it. */
  readonly name: string;
  /** Where to send the browser, and what its answer will be checked against. */
  begin(redirectUri: string): Promise<{ address: string; check: IdentityCheck }>;
  /**
   * Who came back, by the address the browser was sent to. Throws `E_UNAUTHORISED` when the answer is not to this
   * check or not from this provider, `E_PROVIDER` when it cannot be asked.
   */
  finish(address: string, check: IdentityCheck): Promise<Identity>;
}
