import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../text/use-texts.tsx';
import { ColourSwitch } from './colour-switch.tsx';
import { LanguageSwitch } from './language-switch.tsx';

/** The bar above every page, and the skip link past it. */
export function AppFrame({ children }: { children: ReactNode }) {
  const texts = useTexts();
  return (
    <>
      <a className="skip-link" href="#content">
        {texts.skipToContent}
      </a>
      <header className="app-bar">
        <Group gap="lg" wrap="nowrap">
          <Link href="/calls" className="brand">
            <img src="/icon.svg" alt="" width={24} height={24} />
            Earmark
          </Link>
          <nav aria-label="Earmark">
            <Link href="/calls" className={(isActive) => (isActive ? 'nav-link is-active' : 'nav-link')}>
              {texts.nav.calls}
            </Link>
          </nav>
        </Group>
        <Group gap={6} wrap="nowrap">
          <LanguageSwitch />
          <ColourSwitch />
        </Group>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
