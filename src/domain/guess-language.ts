import type { Language } from './call.ts';

/** The language texts are written in: Mandarin when a fifth of their characters and words are Chinese. */
export function guessLanguage(texts: readonly { readonly text: string }[]): Language {
  let han = 0;
  let words = 0;
  for (const { text } of texts) {
    han += text.match(/\p{Script=Han}/gu)?.length ?? 0;
    words += text.match(/[A-Za-z]+/g)?.length ?? 0;
  }
  return han > 0 && han >= (han + words) / 5 ? 'zh' : 'en';
}
