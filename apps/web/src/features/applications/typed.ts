import { useState } from 'react';

/** The conditions as they are typed, one per line. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The day it is where the reader is. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE').format(new Date());

/**
 * What is being typed over what is stored: kept whatever the service answers and whatever others record meanwhile, until `forget`.
 * `expectedVersion` is the version that was shown when the typing began, so that a newer one is never overwritten unseen;
 * `acceptNewer` makes it the one shown now.
 */
export function useDraft<Draft extends object>(stored: Draft, version: number) {
  const [typed, setTyped] = useState<{ readonly draft: Draft; readonly version: number | null } | null>(null);
  return {
    draft: typed?.draft ?? stored,
    expectedVersion: typed?.version ?? version,
    change: (part: Partial<Draft>) =>
      setTyped((before) => ({
        draft: { ...(before?.draft ?? stored), ...part },
        version: before?.version ?? version,
      })),
    forget: () => setTyped(null),
    acceptNewer: () => setTyped((before) => before && { ...before, version: null }),
  };
}
