import { Alert, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CallResponse } from '../../api/contract.ts';
import type { AcousticsResponse } from '../../api/contract-acoustics.ts';
import type { ScorecardResponse } from '../../api/contract-scorecards.ts';
import { useWording } from '../text/use-texts.tsx';
import { HistoryList } from './history-list.tsx';
import { useWhoName } from './overlap-list.tsx';
import { Provenance } from './provenance.tsx';
import { RolePanel } from './role-panel.tsx';

function useCallFacts(call: CallResponse): [name: string, value: ReactNode][] {
  const { texts, formats } = useWording();
  const { metadata, recording } = call;
  const recordingLine =
    recording && `${recording.codec}, ${recording.channels} × ${recording.sampleRateHz} Hz`;
  return [
    [texts.call.callId, call.callId],
    [texts.call.started, call.startedAt && formats.dateTime(call.startedAt)],
    [texts.call.duration, call.durationMs !== null && formats.clock(call.durationMs)],
    [texts.list.agent, call.agent && [call.agent.name, call.agent.id].filter(Boolean).join(' · ')],
    [texts.call.team, call.team],
    [texts.call.customer, call.customerId],
    [texts.call.company, metadata.company],
    [texts.call.direction, call.direction && texts.directions[call.direction]],
    [texts.call.kind, call.kind && (texts.kinds[call.kind] ?? call.kind)],
    [texts.call.rings, metadata.rings],
    [texts.call.language, call.language && texts.languages[call.language]],
    [texts.call.source, `${call.source} ${call.key}`],
    ['', recordingLine && `${recordingLine}, ${formats.bytes(call.sizeBytes)}`],
    [texts.call.layout, call.layout && texts.call.layouts[call.layout]],
    [texts.provenance.flags, recording?.flags.map((flag) => texts.signalFlags[flag] ?? flag).join(', ')],
  ];
}

function TalkShare({ acoustics }: { acoustics: AcousticsResponse }) {
  const { texts, formats } = useWording();
  const nameOf = useWhoName();
  const shares = Object.entries(acoustics.talkShare) as [Parameters<typeof nameOf>[0], number][];
  if (shares.length === 0) return null;
  return (
    <div>
      <dt>{texts.call.talkShare}</dt>
      <dd>{shares.map(([who, share]) => `${nameOf(who)} ${formats.percent(share)}`).join(' · ')}</dd>
    </div>
  );
}

/** What was wrong in the files given for a call, with the place and what to do. */
export function CallProblems({ call }: { call: CallResponse }) {
  if (call.problems.length === 0) return null;
  return (
    <Alert color="yellow" p="xs" mb="sm">
      {call.problems.map((problem) => (
        <Text key={`${problem.file} ${problem.path ?? ''} ${problem.message}`} size="xs">
          {problem.file}
          {problem.line !== undefined && `:${problem.line}`} {problem.path}: {problem.message}.{' '}
          {problem.remedy}
        </Text>
      ))}
    </Alert>
  );
}

interface AboutPanelProps {
  readonly call: CallResponse;
  readonly acoustics: AcousticsResponse | undefined;
  readonly scorecard: ScorecardResponse | undefined;
  /** The scorecard shown, by id; undefined is the current one. */
  readonly shown: string | undefined;
}

/** All that is known of the call besides its score: facts, roles, earlier scorecards, and what went in. */
export function AboutPanel({ call, acoustics, scorecard, shown }: AboutPanelProps) {
  const facts = useCallFacts(call);
  return (
    <>
      <CallProblems call={call} />
      <dl className="facts">
        {facts.map(([name, value]) =>
          value === null || value === undefined || value === false || value === '' ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
        {acoustics && <TalkShare acoustics={acoustics} />}
      </dl>
      <RolePanel call={call} />
      <HistoryList call={call.id} shown={shown} />
      {scorecard && <Provenance scorecard={scorecard} />}
    </>
  );
}
