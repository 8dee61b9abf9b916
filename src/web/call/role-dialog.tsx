import { Button, Group, Modal, Radio, Text, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useSetRoles } from '../queries.ts';
import { ErrorNotice } from '../shell/error-notice.tsx';
import { useTexts } from '../text/use-texts.tsx';

type Side = 'left' | 'right';

interface RoleDialogProps {
  readonly callId: string;
  /** The channel now taken for the agent's. */
  readonly present: Side | null;
  onClose(): void;
  onDone(): void;
}

/** Asks which channel is the agent's and why, then has the call scored again. */
export default function RoleDialog({ callId, present, onClose, onDone }: RoleDialogProps) {
  const texts = useTexts();
  const setRoles = useSetRoles(callId);
  const [agent, setAgent] = useState<Side>(present === 'left' ? 'right' : 'left');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() !== '') setRoles.mutate({ agent, reason: reason.trim() }, { onSuccess: onDone });
  };
  return (
    <Modal opened onClose={onClose} title={texts.roles.swap} closeButtonProps={{ 'aria-label': texts.close }}>
      <form onSubmit={submit}>
        <Text size="sm">{texts.roles.swapLead}</Text>
        <Radio.Group
          value={agent}
          onChange={(value) => setAgent(value as Side)}
          aria-label={texts.roles.title}
        >
          <Group gap="md" my="sm">
            <Radio value="left" label={texts.roles.agentOn(texts.roles.left)} />
            <Radio value="right" label={texts.roles.agentOn(texts.roles.right)} />
          </Group>
        </Radio.Group>
        <Textarea
          label={texts.roles.reason}
          description={texts.roles.reasonHint}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isMissing ? texts.roles.reasonMissing : undefined}
          maxLength={1000}
          autosize
          minRows={2}
          withAsterisk
          data-autofocus
        />
        {setRoles.error && <ErrorNotice error={setRoles.error} />}
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" loading={setRoles.isPending}>
            {texts.roles.confirm}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
