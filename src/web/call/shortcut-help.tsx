import { Kbd, Modal } from '@mantine/core';
import { useTexts } from '../text/use-texts.tsx';

/** The keys of the call page, in a dialog. */
export default function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const texts = useTexts();
  const { shortcuts } = texts;
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
  return (
    <Modal opened onClose={onClose} title={shortcuts.title} closeButtonProps={{ 'aria-label': texts.close }}>
      <dl className="shortcuts">
        {rows.map(([keys, what]) => (
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
