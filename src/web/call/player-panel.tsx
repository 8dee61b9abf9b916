import { Alert, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { CallResponse } from '../../api/contract.ts';
import type { AcousticsResponse } from '../../api/contract-acoustics.ts';
import type { Scorecard } from '../../domain/scorecard.ts';
import { partQueries } from '../queries.ts';
import { useTexts } from '../text/use-texts.tsx';
import { type LaneMark, laneMarks, lanesOf } from './lanes.ts';
import { MarkLegend } from './mark-legend.tsx';
import type { PlayerState } from './player.ts';
import { usePlayerState } from './player-context.tsx';
import { PositionSlider } from './position-slider.tsx';
import { Transport } from './transport.tsx';
import { Waveform } from './waveform.tsx';

interface PlayerPanelProps {
  readonly call: CallResponse;
  readonly acoustics: AcousticsResponse | undefined;
  readonly scorecard: Scorecard | undefined;
  /** An earlier scorecard is shown: its roles may have been others, so lanes carry the names of channels. */
  readonly isOld: boolean;
}

const hasFailedNow = (state: PlayerState) => state.hasFailed;

function useLanes({ call, acoustics, scorecard, isOld }: PlayerPanelProps) {
  const peaks = useQuery({ ...partQueries.peaks(call.id), enabled: call.has.audio });
  const roles = isOld || !call.roles?.isCertain ? null : call.roles;
  const lanes = useMemo(() => (peaks.data ? lanesOf(peaks.data, roles) : null), [peaks.data, roles]);
  const durationMs = peaks.data?.durationMs ?? call.durationMs ?? 0;
  const marks = useMemo(
    () => laneMarks(lanes ?? [], durationMs, acoustics, scorecard),
    [lanes, durationMs, acoustics, scorecard],
  );
  return { lanes, marks, durationMs, isMissing: peaks.isError };
}

/** The recording: a lane a party with its marks, and what plays it. */
export function PlayerPanel(props: PlayerPanelProps) {
  const texts = useTexts();
  const [zoom, setZoom] = useState(1);
  const [hidden, setHidden] = useState<ReadonlySet<LaneMark['layer']>>(new Set());
  const { lanes, marks, isMissing, durationMs } = useLanes(props);
  const hasFailed = usePlayerState(hasFailedNow);
  const shown = useMemo(() => marks.filter(({ layer }) => !hidden.has(layer)), [marks, hidden]);
  if (!props.call.has.audio) {
    return (
      <section className="player" aria-label={texts.player.region}>
        <Text size="sm" c="dimmed">
          {texts.player.noAudio}
        </Text>
      </section>
    );
  }
  return (
    <section className="player" aria-label={texts.player.region}>
      {lanes && <Waveform lanes={lanes} marks={shown} durationMs={durationMs} zoom={zoom} />}
      {!lanes && !isMissing && <div className="waveform-blank" aria-hidden />}
      {isMissing && (
        <>
          <Text size="xs" c="dimmed">
            {texts.player.noPeaks}
          </Text>
          <PositionSlider durationMs={durationMs} />
        </>
      )}
      {hasFailed && (
        <Alert color="red" p="xs" role="alert">
          {texts.player.failed}
        </Alert>
      )}
      <div className="player-controls">
        <Transport durationMs={durationMs} zoom={zoom} {...(lanes ? { onZoom: setZoom } : {})} />
        <MarkLegend marks={marks} hidden={hidden} onChange={setHidden} />
      </div>
    </section>
  );
}
