const SIGN_IN = '/sign-in';

/** The page to open after signing in, as the address asks for it; only a page of these. */
export function wantedPage(search: string): string {
  const to = new URLSearchParams(search).get('to') ?? '/';
  return /^\/(?![/\\])[^\\]*$/.test(to) && !to.startsWith(SIGN_IN) && !to.startsWith('/api') ? to : '/';
}

/** Leaves for the sign-in page, which leads back here. */
export function goToSignIn(): void {
  const { pathname, search, hash } = window.location;
  if (pathname === SIGN_IN) return;
  window.location.assign(`${SIGN_IN}?to=${encodeURIComponent(pathname + search + hash)}`);
}
