import { useEffect } from 'react';

/** What a reviewer does by one key. */
const reviewKeys = {
  c: 'confirm',
  o: 'override',
  x: 'not-applicable',
  w: 'withdraw',
  d: 'next',
  u: 'previous',
  m: 'comment',
  f: 'finalise',
  g: 'next-call',
} as const;
export type ReviewKey = (typeof reviewKeys)[keyof typeof reviewKeys];

const isReviewKey = (key: string): key is keyof typeof reviewKeys => Object.hasOwn(reviewKeys, key);

/** What the keys of the call page do. */
export interface CallKeys {
  toggle(): void;
  nudge(byMs: number): void;
  stepTurn(by: 1 | -1): void;
  stepEvidence(by: 1 | -1): void;
  showHelp(): void;
  /** Does what a reviewer's key is for; false where there is nothing to review. */
  review(key: ReviewKey): boolean;
}

const typing = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]';
const pressable = 'button, a[href], summary, [role="tab"], [role="radio"], [role="slider"]';

function runKey(event: KeyboardEvent, keys: CallKeys): boolean {
  const stepMs = event.shiftKey ? 1_000 : 5_000;
  switch (event.key) {
    case ' ':
      keys.toggle();
      return true;
    case 'ArrowLeft':
      keys.nudge(-stepMs);
      return true;
    case 'ArrowRight':
      keys.nudge(stepMs);
      return true;
    case 'j':
    case 'k':
      keys.stepTurn(event.key === 'j' ? 1 : -1);
      return true;
    case 'n':
    case 'p':
      keys.stepEvidence(event.key === 'n' ? 1 : -1);
      return true;
    case '?':
      keys.showHelp();
      return true;
    default:
      return isReviewKey(event.key) && keys.review(reviewKeys[event.key]);
  }
}

/**
 * Listens for the page's keys while it is shown. Keys meant for a field, a dialog, a tab list or a button reached by the
 * keyboard stay theirs; a button that was only clicked does not keep the space bar.
 */
export function useCallKeyboard(keys: CallKeys): void {
  useEffect(() => {
    let wasReachedByPointer = true;
    const onPointer = () => {
      wasReachedByPointer = true;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Tab') wasReachedByPointer = false;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest(typing)) return;
      const isArrow = event.key.startsWith('Arrow');
      if (isArrow && target.closest('[role="tablist"], [role="radiogroup"], [role="slider"]')) return;
      if (event.key === ' ' && !wasReachedByPointer && target.closest(pressable)) return;
      if (runKey(event, keys)) event.preventDefault();
    };
    document.addEventListener('pointerdown', onPointer, true);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer, true);
      document.removeEventListener('keydown', onKey);
    };
  }, [keys]);
}
