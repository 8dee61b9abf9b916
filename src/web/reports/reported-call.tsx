import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { PointResponse } from '../../api/contract-reports.ts';
import { useWording } from '../text/use-texts.tsx';
import { useReportTexts } from './report-texts.ts';

type Reported = Omit<PointResponse['calls'][number], 'verdict' | 'reason'>;

/** When a call was, and the way to it for who may open it. */
export function CallLink({ call, criterion }: { call: Reported; criterion?: string | undefined }) {
  const texts = useReportTexts();
  const { formats } = useWording();
  if (!call.canOpen) return <span title={texts.point.cannotOpen}>{formats.dateTime(call.at)}</span>;
  const place = criterion === undefined ? '' : `?criterion=${encodeURIComponent(criterion)}`;
  return (
    <Anchor component={Link} href={`/calls/${call.callId}${place}`}>
      {formats.dateTime(call.at)}
    </Anchor>
  );
}

/** Who made a call. */
export const agentOf = ({ agent, agentName }: { agent: string | null; agentName: string | null }): string =>
  agentName ?? agent ?? '';

/** Whose call it was, where the reader may know. */
export const customerOf = ({ customer, customerName }: Reported): string => customerName ?? customer ?? '';
