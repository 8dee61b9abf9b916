import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import type { Language, Localized } from '../../domain/call.ts';
import { chinese } from './chinese.ts';
import { english, type Texts } from './english.ts';
import { createFormats, type Formats } from './formats.ts';

interface Wording {
  readonly language: Language;
  readonly texts: Texts;
  readonly formats: Formats;
  setLanguage(language: Language): void;
}

const WordingContext = createContext<Wording | null>(null);
const STORAGE_KEY = 'earmark.language';
const tags: Record<Language, string> = { en: 'en', zh: 'zh-CN' };

function storedLanguage(): Language | null {
  try {
    const stored = localStorage.getItem(STORAGE_KEY);
    return stored === 'zh' || stored === 'en' ? stored : null;
  } catch {
    return null; // storage may be forbidden; the browser's own language then decides
  }
}

const preferredLanguage = (): Language =>
  storedLanguage() ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

/** Gives everything below it the texts of one language and remembers the choice in this browser. */
export function WordingProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState<Language>(preferredLanguage);
  useEffect(() => {
    document.documentElement.lang = tags[language];
  }, [language]);
  const setLanguage = (next: Language) => {
    choose(next);
    try {
      localStorage.setItem(STORAGE_KEY, next);
    } catch {
      // kept for this page only
    }
  };
  const texts = language === 'zh' ? chinese : english;
  const wording = { language, texts, formats: createFormats(tags[language]), setLanguage };
  return <WordingContext value={wording}>{children}</WordingContext>;
}

/** The language of the pages with its texts and formats; throws outside of a `WordingProvider`. */
export function useWording(): Wording {
  const wording = use(WordingContext);
  if (wording === null) throw new Error('useWording is called outside of WordingProvider');
  return wording;
}

/** Only the texts, for components that need nothing else. */
export function useTexts(): Texts {
  return useWording().texts;
}

/** Picks the reader's language out of a text the server sends in both. */
export function useLocalized(): (text: Localized) => string {
  const { language } = useWording();
  return (text) => text[language];
}
