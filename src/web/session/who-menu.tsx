import { Button, Stack, Text } from '@mantine/core';
import { IconUserCircle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { MeResponse } from '../../api/contract-catalogue.ts';
import { useTexts } from '../text/use-texts.tsx';
import { useMe, useSignOut } from './use-me.ts';

/** Closes an open `details` when somebody clicks elsewhere or presses Escape. */
function useClosing() {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: Event) => {
      const menu = ref.current;
      const isEscape = event instanceof KeyboardEvent && event.key === 'Escape';
      const isElsewhere = event.type === 'pointerdown' && !menu?.contains(event.target as Node);
      if (menu?.open && (isEscape || isElsewhere)) menu.open = false;
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);
  return ref;
}

function WhoIsThis({ me }: { me: MeResponse }) {
  const texts = useTexts();
  const signOut = useSignOut();
  const { person } = me;
  const roleNames = person?.roles.map((role) => texts.personRoles[role]).join(', ');
  return (
    <Stack gap={6} className="who-panel">
      <Text size="sm" fw={600}>
        {person?.name ?? texts.signIn.local}
      </Text>
      {person && (
        <Text size="xs" c="dimmed">
          {roleNames || texts.people.noRole}
          {person.teams.length > 0 && ` · ${person.teams.join(', ')}`}
        </Text>
      )}
      {person ? (
        <Button size="xs" variant="default" loading={signOut.isPending} onClick={() => signOut.mutate()}>
          {texts.signIn.signOut}
        </Button>
      ) : (
        <Button size="xs" variant="default" component="a" href="/sign-in">
          {texts.signIn.title}
        </Button>
      )}
    </Stack>
  );
}

/** Who is signed in, and the way out. */
export function WhoMenu() {
  const texts = useTexts();
  const me = useMe();
  const menu = useClosing();
  if (me === undefined) return null;
  const name = me.person?.name ?? texts.signIn.local;
  return (
    <details className="who-menu" ref={menu}>
      <summary aria-label={`${texts.signIn.who} ${name}`}>
        <IconUserCircle size={20} aria-hidden />
        <span className="who-name">{name}</span>
      </summary>
      <WhoIsThis me={me} />
    </details>
  );
}
