import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useMe } from '../session/use-me.ts';
import { WhoMenu } from '../session/who-menu.tsx';
import { useTexts } from '../text/use-texts.tsx';
import { ColourSwitch } from './colour-switch.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { navigation } from './navigation.ts';

/** The bar above every page, and the skip link past it. */
export function AppFrame({ children }: { children: ReactNode }) {
  const texts = useTexts();
  const me = useMe();
  const [location] = useLocation();
  const entries = navigation.filter(({ action }) => me?.actions.includes(action));
  return (
    <>
      <a className="skip-link" href="#content">
        {texts.skipToContent}
      </a>
      <header className="app-bar">
        <Group gap="lg" wrap="nowrap">
          <Link href="/" className="brand">
            <img src="/icon.svg" alt="" width={24} height={24} />
            Earmark
          </Link>
          <nav aria-label={texts.nav.pages}>
            {entries.map(({ href, name }) => (
              <Link
                key={href}
                href={href}
                className={(isActive) =>
                  isActive || location.startsWith(`${href}/`) ? 'nav-link is-active' : 'nav-link'
                }
              >
                {name(texts)}
              </Link>
            ))}
          </nav>
        </Group>
        <Group gap={6} wrap="nowrap">
          <LanguageSwitch />
          <ColourSwitch />
          <WhoMenu />
        </Group>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
