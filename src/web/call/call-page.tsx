import '../styles/desk.css';
import '../styles/call.css';
import '../styles/scorecard.css';
import '../styles/review.css';
import { Alert, Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { CallResponse } from '../../api/contract.ts';
import { apiClient } from '../api-client.ts';
import { partQueries, useCall } from '../queries.ts';
import { ErrorNotice } from '../shell/error-notice.tsx';
import { PageLoading } from '../shell/page-loading.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { useTexts } from '../text/use-texts.tsx';
import { CallDesk } from './call-desk.tsx';
import { CallHeader, useCallName } from './call-header.tsx';
import { CallState } from './call-state.tsx';
import { PlaybackProvider } from './player-context.tsx';

function OldScorecardNotice({ call }: { call: string }) {
  const texts = useTexts();
  return (
    <Alert color="yellow" p="xs" mb="sm" role="status">
      {texts.history.old}{' '}
      <Anchor component={Link} href={`/calls/${call}`} size="sm">
        {texts.history.toCurrent}
      </Anchor>
    </Alert>
  );
}

function LoadedCall({ call }: { call: CallResponse }) {
  const [search] = useSearchParams();
  const asked = search.get('scorecard') ?? undefined;
  const scorecardId = asked ?? call.scorecardId ?? undefined;
  const isOld = asked !== undefined && asked !== call.scorecardId;
  const enabled = scorecardId !== undefined;
  const scorecard = useQuery({ ...partQueries.scorecard(scorecardId ?? ''), enabled });
  const transcript = useQuery({
    ...partQueries.transcript(call.id, scorecardId),
    enabled: call.has.transcript,
  });
  const acoustics = useQuery({ ...partQueries.acoustics(call.id, scorecardId), enabled: call.has.acoustics });
  const url = useMemo(() => (call.has.audio ? apiClient.audioUrl(call.id) : null), [call.has.audio, call.id]);
  const failed = [scorecard, transcript, acoustics].find(({ error }) => error !== null);
  return (
    <div className="page call-page">
      <CallHeader call={call} scorecard={scorecard.data} />
      <CallState call={call} />
      {isOld && <OldScorecardNotice call={call.id} />}
      {failed?.error && <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />}
      <PlaybackProvider url={url}>
        <CallDesk
          call={call}
          scorecard={scorecard.data}
          transcript={transcript.data}
          acoustics={acoustics.data}
          shown={isOld ? asked : undefined}
        />
      </PlaybackProvider>
    </div>
  );
}

/** One call: its recording, what was said, and every verdict with the evidence to hear. */
export default function CallPage({ id }: { id: string }) {
  const call = useCall(id);
  usePageTitle(useCallName(call.data));
  if (call.data) return <LoadedCall call={call.data} />;
  if (call.error) {
    return (
      <div className="page">
        <ErrorNotice error={call.error} onRetry={() => void call.refetch()} />
      </div>
    );
  }
  return <PageLoading />;
}
