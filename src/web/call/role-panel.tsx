import { Text } from '@mantine/core';
import type { CallResponse } from '../../api/contract.ts';
import { useWording } from '../text/use-texts.tsx';
import { canSwapRoles, RoleSwap } from './role-swap.tsx';

/** Who is taken for the agent, from what and how surely, with the way to correct it. */
export function RolePanel({ call }: { call: CallResponse }) {
  const { texts, formats } = useWording();
  const { roles } = call;
  const certainty = roles?.isCertain ? texts.roles.certain : texts.roles.uncertain;
  return (
    <section className="about-block" aria-labelledby="roles-title">
      <h3 id="roles-title">{texts.roles.title}</h3>
      <Text size="sm" mb="xs">
        {roles?.agent
          ? `${texts.roles.agentOn(texts.roles[roles.agent])} · ${texts.roles.from[roles.from]} · ${certainty} (${texts.roles.confidence} ${formats.percent(roles.confidence)})`
          : texts.roles.none}
      </Text>
      {canSwapRoles(call) && <RoleSwap call={call} />}
    </section>
  );
}
