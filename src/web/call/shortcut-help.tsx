import { Kbd, Modal } from '@mantine/core';
import { useReviewTexts } from '../review/review-texts.ts';
import { useTexts } from '../text/use-texts.tsx';

interface ShortcutHelpProps {
  /** Whether the keys that decide are of any use to the reader. */
  readonly isReviewer: boolean;
  onClose(): void;
}

/** The keys of the call page, in a dialog. */
export default function ShortcutHelp({ isReviewer, onClose }: ShortcutHelpProps) {
  const texts = useTexts();
  const { shortcuts } = texts;
  const { keys: reviewing } = useReviewTexts();
  const rows: [keys: string[], what: string][] = [
    [[shortcuts.space], shortcuts.playPause],
    [['j'], shortcuts.nextTurn],
    [['k'], shortcuts.previousTurn],
    [['n'], shortcuts.nextEvidence],
    [['p'], shortcuts.previousEvidence],
    [['←', '→'], shortcuts.seekFive],
    [[shortcuts.shift, '←', '→'], shortcuts.seekOne],
    [['?'], shortcuts.help],
  ];
  const reviewRows: typeof rows = [
    [['c'], reviewing.confirm],
    [['o'], reviewing.override],
    [['x'], reviewing.notApplicable],
    [['w'], reviewing.withdraw],
    [['d'], reviewing.next],
    [['u'], reviewing.previous],
    [['m'], reviewing.comment],
    [['f'], reviewing.finalise],
    [['g'], reviewing.nextCall],
  ];
  return (
    <Modal opened onClose={onClose} title={shortcuts.title} closeButtonProps={{ 'aria-label': texts.close }}>
      <dl className="shortcuts">
        {[...rows, ...(isReviewer ? reviewRows : [])].map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
