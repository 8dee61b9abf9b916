import { Alert, Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { CallResponse } from '../../api/contract.ts';
import { useTexts } from '../text/use-texts.tsx';

const RoleDialog = lazy(() => import('./role-dialog.tsx'));

/** True where a recording has a side for each party, so that the sides can be swapped. */
export function canSwapRoles({ layout, duplicateOf }: Pick<CallResponse, 'layout' | 'duplicateOf'>): boolean {
  return duplicateOf === null && (layout === 'two-party' || layout === 'one-party');
}

/** The button that opens the dialog for swapping the roles, and word that it was done. */
export function RoleSwap({ call }: { call: CallResponse }) {
  const texts = useTexts();
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  const done = () => {
    setOpen(false);
    setDone(true);
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArrowsExchange size={14} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {texts.roles.swap}
      </Button>
      {isDone && (
        <Alert p="xs" mt="xs" color="indigo" role="status">
          {texts.roles.done}
        </Alert>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <RoleDialog
            callId={call.id}
            present={call.roles?.agent ?? null}
            onClose={() => setOpen(false)}
            onDone={done}
          />
        </Suspense>
      )}
    </>
  );
}
