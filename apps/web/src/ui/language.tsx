import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react';
import {
  formatList,
  formatNumber,
  formatSek,
  formatSekShort,
  formatShare,
  webTexts,
  type Language,
  type WebTexts,
} from '@fordela/wording';

interface Speech {
  readonly language: Language;
  readonly texts: WebTexts;
  readonly sek: (amountSek: number) => string;
  readonly sekShort: (amountSek: number) => string;
  readonly share: (share: number) => string;
  readonly number: (value: number, decimals?: number) => string;
  readonly list: (names: readonly string[]) => string;
}

const SpeechContext = createContext<Speech | null>(null);

/** Gives the screens their texts and figures in one language, and marks the document with it. */
export function SpeechProvider({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speech = useMemo<Speech>(
    () => ({
      language,
      texts: webTexts[language],
      sek: (amount) => formatSek(amount, language),
      sekShort: (amount) => formatSekShort(amount, language),
      share: (share) => formatShare(share, language),
      number: (value, decimals) => formatNumber(value, language, decimals),
      list: (names) => formatList(names, language),
    }),
    [language],
  );
  return <SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>;
}

/** The texts and number formats of the reader's language. */
export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error('useSpeech outside SpeechProvider');
  return speech;
}
