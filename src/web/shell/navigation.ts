import type { Action } from '../../domain/access-rules.ts';
import type { Texts } from '../text/english.ts';

/** A page of the bar: shown to whoever may do what it is for. */
export interface NavigationEntry {
  readonly href: string;
  readonly action: Action;
  name(texts: Texts): string;
}

/** The pages in the bar, in order; the first a reader may use is that reader's start. */
export const navigation: readonly NavigationEntry[] = [
  { href: '/calls', action: 'see-calls', name: (texts) => texts.nav.calls },
  { href: '/review', action: 'review-calls', name: (texts) => texts.nav.review },
  { href: '/reports', action: 'see-figures', name: (texts) => texts.nav.reports },
  { href: '/users', action: 'manage-people', name: (texts) => texts.nav.people },
  { href: '/audit', action: 'see-audit', name: (texts) => texts.nav.audit },
];
