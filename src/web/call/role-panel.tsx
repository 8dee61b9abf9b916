import { Alert, Button, Text } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { CallResponse } from '../../api/contract.ts';
import { useWording } from '../text/use-texts.tsx';

const RoleDialog = lazy(() => import('./role-dialog.tsx'));

/** Who is taken for the agent, from what and how surely, with the way to correct it. */
export function RolePanel({ call }: { call: CallResponse }) {
  const { texts, formats } = useWording();
  const [isOpen, setOpen] = useState(false);
  const [isDone, setDone] = useState(false);
  const { roles, layout } = call;
  const canSwap = layout === 'two-party' || layout === 'one-party';
  const certainty = roles?.isCertain ? texts.roles.certain : texts.roles.uncertain;
  return (
    <section className="about-block" aria-labelledby="roles-title">
      <h3 id="roles-title">{texts.roles.title}</h3>
      {roles?.agent ? (
        <Text size="sm">
          {texts.roles.agentOn(texts.roles[roles.agent])} · {texts.roles.from[roles.from]} · {certainty} (
          {texts.roles.confidence} {formats.percent(roles.confidence)})
        </Text>
      ) : (
        <Text size="sm">{texts.roles.none}</Text>
      )}
      {canSwap && (
        <Button
          size="xs"
          variant="default"
          mt="xs"
          leftSection={<IconArrowsExchange size={14} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {texts.roles.swap}
        </Button>
      )}
      {isDone && (
        <Alert mt="xs" p="xs" color="indigo" role="status">
          {texts.roles.done}
        </Alert>
      )}
      {isOpen && (
        <Suspense fallback={null}>
          <RoleDialog
            callId={call.id}
            present={roles?.agent ?? null}
            onClose={() => setOpen(false)}
            onDone={() => {
              setOpen(false);
              setDone(true);
            }}
          />
        </Suspense>
      )}
    </section>
  );
}
