import { Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useEffectEvent, useMemo, useState } from 'react';
import type { CallResponse } from '../../api/contract.ts';
import type { AcousticsResponse } from '../../api/contract-acoustics.ts';
import type { ScorecardResponse } from '../../api/contract-scorecards.ts';
import type { Transcript } from '../../domain/transcript.ts';
import { CommentPanel } from '../review/comment-panel.tsx';
import { ReviewBar } from '../review/review-bar.tsx';
import { ReviewProvider, useReview } from '../review/review-context.tsx';
import { useReviewTexts } from '../review/review-texts.ts';
import { useReviewKeys } from '../review/use-review-keys.ts';
import { useTexts } from '../text/use-texts.tsx';
import { AboutPanel } from './about-panel.tsx';
import { CriteriaPanel } from './criteria-panel.tsx';
import { marksByTurn } from './moments.ts';
import { NotePanel } from './note-panel.tsx';
import { OverlapList } from './overlap-list.tsx';
import { PlayerPanel } from './player-panel.tsx';
import { TranscriptPanel } from './transcript-panel.tsx';
import { useDeskKeys } from './use-desk-keys.ts';

const ShortcutHelp = lazy(() => import('./shortcut-help.tsx'));

interface CallDeskProps {
  readonly call: CallResponse;
  readonly scorecard: ScorecardResponse | undefined;
  readonly transcript: Transcript | undefined;
  readonly acoustics: AcousticsResponse | undefined;
  readonly shown: string | undefined;
}

/** Width from which transcript and criteria stand side by side. */
const WIDE = '(min-width: 62em)';

const noMarks: ReturnType<typeof marksByTurn> = new Map();

function TabBar({ isWide, hasOverlaps }: { isWide: boolean; hasOverlaps: number | null }) {
  const texts = useTexts();
  const { comments } = useReviewTexts();
  const written = useReview()?.state?.comments.length ?? 0;
  return (
    <Tabs.List>
      <Tabs.Tab value="criteria">{texts.call.criteria}</Tabs.Tab>
      {!isWide && <Tabs.Tab value="transcript">{texts.call.transcript}</Tabs.Tab>}
      <Tabs.Tab value="overlaps">
        {texts.call.overlaps}
        {hasOverlaps !== null && <span className="tab-count">{hasOverlaps}</span>}
      </Tabs.Tab>
      <Tabs.Tab value="comments">
        {comments.tab}
        {written > 0 && <span className="tab-count">{written}</span>}
      </Tabs.Tab>
      <Tabs.Tab value="note">{texts.call.note}</Tabs.Tab>
      <Tabs.Tab value="about">{texts.call.about}</Tabs.Tab>
    </Tabs.List>
  );
}

function Desk(props: CallDeskProps) {
  const { call, scorecard, transcript, acoustics, shown } = props;
  const isWide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false }) ?? true;
  const [tab, setTab] = useState('criteria');
  const [isHelpOpen, setHelpOpen] = useState(false);
  const showCriteria = useEffectEvent(() => setTab('criteria'));
  const keys = useReviewKeys(setTab);
  useDeskKeys({
    ...{ transcript, scorecard, showCriteria, review: keys.onKey },
    showHelp: () => setHelpOpen(true),
  });
  const marks = useMemo(() => (scorecard ? marksByTurn(scorecard) : noMarks), [scorecard]);
  const spoken = <TranscriptPanel transcript={transcript} marks={marks} />;
  const isShown = isWide && tab === 'transcript' ? 'criteria' : tab;
  return (
    <>
      <PlayerPanel call={call} acoustics={acoustics} scorecard={scorecard} isOld={shown !== undefined} />
      <ReviewBar finaliseAsked={keys.finaliseAsked} nextAsked={keys.nextAsked} />
      <div className="desk">
        {isWide && spoken}
        <Tabs
          className="panel findings"
          value={isShown}
          onChange={(value) => setTab(value ?? 'criteria')}
          keepMounted={false}
        >
          <TabBar isWide={isWide} hasOverlaps={acoustics?.overlaps.length ?? null} />
          <Tabs.Panel value="criteria">
            <CriteriaPanel scorecard={scorecard} />
          </Tabs.Panel>
          {!isWide && <Tabs.Panel value="transcript">{spoken}</Tabs.Panel>}
          <Tabs.Panel value="overlaps" className="panel-body">
            {acoustics && <OverlapList acoustics={acoustics} />}
          </Tabs.Panel>
          <Tabs.Panel value="comments" className="panel-body">
            <CommentPanel />
          </Tabs.Panel>
          <Tabs.Panel value="note" className="panel-body">
            <NotePanel call={call} />
          </Tabs.Panel>
          <Tabs.Panel value="about" className="panel-body">
            <AboutPanel call={call} acoustics={acoustics} scorecard={scorecard} shown={shown} />
          </Tabs.Panel>
        </Tabs>
      </div>
      {isHelpOpen && (
        <Suspense fallback={null}>
          <ShortcutHelp isReviewer={keys.isReviewer} onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

/** The reviewer's desk: the recording on top, what was said beside what was found, and what people say of it. */
export function CallDesk(props: CallDeskProps) {
  const { call, scorecard } = props;
  return (
    <ReviewProvider call={call} scorecard={scorecard}>
      <Desk {...props} />
    </ReviewProvider>
  );
}
