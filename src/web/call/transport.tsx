import { ActionIcon, Group, NativeSelect } from '@mantine/core';
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconRewindBackward5,
  IconRewindForward5,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWording } from '../text/use-texts.tsx';
import type { PlayerState } from './player.ts';
import { usePlayback, usePlayerState } from './player-context.tsx';

const rates = ['0.75', '1', '1.25', '1.5', '1.75', '2'];
const tenths = (state: PlayerState) => Math.floor(state.timeMs / 100) * 100;
const isPlayingNow = (state: PlayerState) => state.isPlaying;
const rateOf = (state: PlayerState) => state.rate;

function TransportButton(props: {
  label: string;
  onClick: () => void;
  isDisabled?: boolean;
  children: ReactNode;
}) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
      disabled={props.isDisabled ?? false}
    >
      {props.children}
    </ActionIcon>
  );
}

function PlayButton() {
  const { texts } = useWording();
  const { player } = usePlayback();
  const isPlaying = usePlayerState(isPlayingNow);
  const Icon = isPlaying ? IconPlayerPauseFilled : IconPlayerPlayFilled;
  return (
    <ActionIcon
      size={40}
      radius="xl"
      aria-label={isPlaying ? texts.player.pause : texts.player.play}
      onClick={() => player?.toggle()}
      disabled={!player}
    >
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
}

function Clock({ durationMs }: { durationMs: number }) {
  const { formats } = useWording();
  const timeMs = usePlayerState(tenths);
  return (
    <span className="clock" role="timer">
      <b data-testid="clock">{formats.moment(timeMs)}</b> / {formats.clock(durationMs)}
    </span>
  );
}

function RateChoice() {
  const { texts } = useWording();
  const { player } = usePlayback();
  const rate = usePlayerState(rateOf);
  return (
    <NativeSelect
      size="xs"
      w={84}
      aria-label={texts.player.speed}
      value={String(rate)}
      data={rates.map((value) => ({ value, label: `${value}×` }))}
      onChange={(event) => player?.setRate(Number(event.currentTarget.value))}
    />
  );
}

/** What plays, stops, jumps and zooms, with the time. */
export function Transport(props: { durationMs: number; zoom: number; onZoom?: (zoom: number) => void }) {
  const { texts } = useWording();
  const { player } = usePlayback();
  const { zoom, onZoom } = props;
  return (
    <Group gap="xs" className="transport">
      <TransportButton label={texts.player.back} onClick={() => player?.nudge(-5000)}>
        <IconRewindBackward5 size={20} aria-hidden />
      </TransportButton>
      <PlayButton />
      <TransportButton label={texts.player.forward} onClick={() => player?.nudge(5000)}>
        <IconRewindForward5 size={20} aria-hidden />
      </TransportButton>
      <Clock durationMs={props.durationMs} />
      <RateChoice />
      {onZoom && (
        <Group gap={0} className="zoom">
          <TransportButton
            label={texts.player.zoomOut}
            onClick={() => onZoom(zoom / 2)}
            isDisabled={zoom <= 1}
          >
            <IconZoomOut size={18} aria-hidden />
          </TransportButton>
          <TransportButton
            label={texts.player.zoomIn}
            onClick={() => onZoom(zoom * 2)}
            isDisabled={zoom >= 32}
          >
            <IconZoomIn size={18} aria-hidden />
          </TransportButton>
        </Group>
      )}
    </Group>
  );
}
