import WaveSurfer from 'wavesurfer.js';
import RegionsPlugin from 'wavesurfer.js/plugins/regions';
import type { Lane, LaneMark } from './lanes.ts';

type Regions = ReturnType<typeof RegionsPlugin.create>;

const LANE_HEIGHT_PX = 46;
/** Exponent that lifts quiet speech into sight; the same for both lanes, so that they still compare. */
const SHAPE = 0.6;

/** Where lanes are drawn, over which audio element, and how long the recording is. */
export interface WaveformTarget {
  readonly container: HTMLElement;
  readonly audio: HTMLAudioElement;
  readonly lanes: readonly Lane[];
  readonly durationMs: number;
  /** The reader went to a time by pointer. */
  onSeek(timeMs: number): void;
  /** The reader clicked a mark. */
  onMark(key: string): void;
}

/** A drawn waveform. */
export interface DrawnWaveform {
  showMarks(marks: readonly LaneMark[], nameOf: (mark: LaneMark) => string): void;
  /** 1 shows the whole call; 4 a quarter of it. */
  zoom(factor: number): void;
  destroy(): void;
}

function drawMark(regions: Regions, mark: LaneMark, name: string, color: string): void {
  const region = regions.addRegion({
    id: mark.key,
    start: mark.startMs / 1000,
    end: Math.max(mark.endMs, mark.startMs + 60) / 1000,
    color,
    drag: false,
    resize: false,
    ...(mark.lane === null ? {} : { channelIdx: mark.lane }),
  });
  if (region.element) {
    region.element.title = name;
    region.element.setAttribute('part', `region ${mark.layer}`);
    region.element.dataset.layer = mark.layer;
  }
}

function createWave({ container, audio, lanes, durationMs }: WaveformTarget, regions: Regions): WaveSurfer {
  const style = getComputedStyle(container);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const shapes = lanes.map((lane) => lane.peaks.map((peak) => peak ** SHAPE));
  const tops = shapes.map((shape) => shape.reduce((top, peak) => Math.max(top, peak), 0));
  return WaveSurfer.create({
    container,
    media: audio,
    peaks: shapes,
    duration: durationMs / 1000,
    height: LANE_HEIGHT_PX,
    maxPeak: Math.max(0.05, ...tops),
    cursorWidth: 2,
    cursorColor: colour('--wave-cursor'),
    barWidth: 2,
    barGap: 1,
    barRadius: 1,
    dragToSeek: true,
    splitChannels: lanes.map(({ owner }) => ({
      height: LANE_HEIGHT_PX,
      waveColor: colour(`--wave-${owner}`),
      progressColor: colour(`--wave-${owner}-played`),
    })),
    plugins: [regions],
  });
}

/** Draws one waveform a lane, without reading the sound itself: peaks and length are given. */
export function drawWaveform(target: WaveformTarget): DrawnWaveform {
  const { container, durationMs } = target;
  const style = getComputedStyle(container);
  const colour = (layer: string) => style.getPropertyValue(`--mark-${layer}`).trim();
  const regions = RegionsPlugin.create();
  const wave = createWave(target, regions);
  wave.on('interaction', (seconds) => target.onSeek(seconds * 1000));
  regions.on('region-clicked', (region, event) => {
    event.stopPropagation();
    target.onMark(region.id);
  });
  const ready = new Promise<void>((resolve) => wave.once('ready', () => resolve()));
  let isGone = false;
  return {
    showMarks(marks, nameOf) {
      void ready.then(() => {
        if (isGone) return;
        regions.clearRegions();
        for (const mark of marks) drawMark(regions, mark, nameOf(mark), colour(mark.layer));
      });
    },
    zoom(factor) {
      void ready.then(() => {
        if (!isGone) wave.zoom(factor === 1 ? 0 : (container.clientWidth / (durationMs / 1000)) * factor);
      });
    },
    destroy() {
      isGone = true;
      wave.destroy();
    },
  };
}
