import { SegmentedControl } from '@mantine/core';
import type { Language } from '../../domain/call.ts';
import { useWording } from '../text/use-texts.tsx';

const choices = [
  { value: 'en', label: 'EN' },
  { value: 'zh', label: '中文' },
] satisfies { value: Language; label: string }[];

/** Switches the pages between English and 中文; the address stays as it is. */
export function LanguageSwitch() {
  const { language, setLanguage, texts } = useWording();
  return (
    <SegmentedControl
      size="xs"
      aria-label={texts.nav.language}
      data={choices}
      value={language}
      onChange={setLanguage}
    />
  );
}
