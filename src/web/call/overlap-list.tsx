import { Chip, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { AcousticsResponse } from '../../api/contract-acoustics.ts';
import type { OverlapClass } from '../../domain/acoustics.ts';
import { useWording } from '../text/use-texts.tsx';
import { overlapKey } from './lanes.ts';
import { PlayMoment } from './play-moment.tsx';

type HeardOverlap = AcousticsResponse['overlaps'][number];

const classes: readonly OverlapClass[] = [
  'interruption',
  'simultaneous-start',
  'turn-end',
  'backchannel',
  'unclear',
];

/** A party or a channel by its name in the language of the pages. */
export function useWhoName(): (who: HeardOverlap['floor']) => string {
  const { texts } = useWording();
  const names = { ...texts.parties, ...texts.sides };
  return (who) => names[who];
}

function OverlapLine({ overlap, index }: { overlap: HeardOverlap; index: number }) {
  const { texts, formats } = useWording();
  const nameOf = useWhoName();
  const name = texts.overlap.classes[overlap.class];
  const lengthMs = overlap.endMs - overlap.startMs;
  return (
    <li className="overlap-line">
      <span className="legend-swatch" data-layer={overlap.class} aria-hidden />
      <b>{name}</b>
      <PlayMoment
        span={{ key: overlapKey(index), startMs: overlap.startMs, endMs: overlap.endMs }}
        label={name}
        text={formats.moment(overlap.startMs)}
      />
      <span className="dim">{formats.number(lengthMs / 1000)} s</span>
      <span className="overlap-who">
        {texts.overlap.heldFloor(nameOf(overlap.floor))} · {texts.overlap.cameIn(nameOf(overlap.incoming))} ·{' '}
        {texts.overlap.outcomes[overlap.outcome]}
      </span>
    </li>
  );
}

/** Every time two spoke at once: its class, who held the floor, how it ended, and one click to hear it. */
export function OverlapList({ acoustics }: { acoustics: AcousticsResponse }) {
  const { texts } = useWording();
  const [only, setOnly] = useState<OverlapClass | null>(null);
  const isTelling = acoustics.layout === 'two-party';
  if (!isTelling && acoustics.overlaps.length === 0)
    return <Text size="sm">{texts.overlap.notMeasured}</Text>;
  if (acoustics.overlaps.length === 0) return <Text size="sm">{texts.overlap.none}</Text>;
  const indexed = acoustics.overlaps.map((overlap, index) => ({ overlap, index }));
  const shown = indexed.filter(({ overlap }) => only === null || overlap.class === only);
  const present = classes.filter((name) => acoustics.overlaps.some((overlap) => overlap.class === name));
  return (
    <>
      {acoustics.timing === 'words' && (
        <Text size="xs" c="dimmed">
          {texts.overlap.coarse}
        </Text>
      )}
      <Group gap={6} mb="xs">
        <Chip size="xs" radius="sm" checked={only === null} onChange={() => setOnly(null)}>
          {texts.overlap.all} {acoustics.overlaps.length}
        </Chip>
        {present.map((name) => (
          <Chip key={name} size="xs" radius="sm" checked={only === name} onChange={() => setOnly(name)}>
            {texts.overlap.classes[name]}{' '}
            {acoustics.overlaps.filter((overlap) => overlap.class === name).length}
          </Chip>
        ))}
      </Group>
      <ul className="overlap-list">
        {shown.map(({ overlap, index }) => (
          <OverlapLine key={overlapKey(index)} overlap={overlap} index={index} />
        ))}
      </ul>
    </>
  );
}
