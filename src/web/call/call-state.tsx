import { Alert, Loader, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { CallResponse } from '../../api/contract.ts';
import { isInWork } from '../queries.ts';
import { useWording } from '../text/use-texts.tsx';
import { canSwapRoles, RoleSwap } from './role-swap.tsx';

function StageList({ call }: { call: CallResponse }) {
  const { texts } = useWording();
  return (
    <ol className="stages">
      {call.stages.map((stage) => (
        <li key={stage.stage} data-state={stage.state}>
          {texts.stages[stage.stage] ?? stage.stage}
        </li>
      ))}
    </ol>
  );
}

/** Says where the call stands when it is not simply scored: in work, failed, a duplicate, not scored yet, or unsure who is who. */
export function CallState({ call }: { call: CallResponse }) {
  const { texts } = useWording();
  if (isInWork(call.status)) {
    return (
      <Alert color="indigo" icon={<Loader size={16} />} title={texts.statuses[call.status]} role="status">
        <Text size="sm">{texts.call.inWork}</Text>
        <StageList call={call} />
      </Alert>
    );
  }
  if (call.error) {
    const { stage, code, message, remedy } = call.error;
    return (
      <Alert color="red" title={texts.call.failed} role="alert">
        <Text size="sm">
          {stage && `${texts.list.failedAt} ${texts.stages[stage] ?? stage}: `}
          {message} <code>{code}</code>
        </Text>
        {remedy && (
          <Text size="sm">
            {texts.call.remedy}: {remedy}
          </Text>
        )}
      </Alert>
    );
  }
  if (call.duplicateOf) {
    return (
      <Alert color="gray" title={texts.statuses.duplicate}>
        <Link href={`/calls/${call.duplicateOf}`}>{texts.list.duplicateOf}</Link>
      </Alert>
    );
  }
  if (!call.scorecardId) return <Alert color="gray">{texts.call.notYet}</Alert>;
  if (call.roles && !call.roles.isCertain && canSwapRoles(call)) {
    return (
      <Alert color="yellow" p="xs" title={texts.roles.unsure}>
        <RoleSwap call={call} />
      </Alert>
    );
  }
  return null;
}
