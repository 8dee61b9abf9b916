import { useState } from 'react';

function readDraft(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? '';
  } catch {
    return ''; // storage may be forbidden: then a draft lives as long as the page
  }
}

function keepDraft(key: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // kept on this page only
  }
}

/** A text being written that outlives a reload of the page; an empty one is forgotten. */
export function useKeptDraft(name: string): readonly [string, (text: string) => void] {
  const key = `earmark.draft.${name}`;
  const [text, setText] = useState(() => readDraft(key));
  const change = (next: string) => {
    setText(next);
    keepDraft(key, next);
  };
  return [text, change];
}
