import type { ReactNode } from 'react';
import { useSpeech } from './language';

/** What is shown while figures are on their way. */
export function Loading({ text }: { readonly text?: string }) {
  const { texts } = useSpeech();
  return (
    <p className="loading" role="status">
      {text ?? texts.loading}
    </p>
  );
}

/** What is shown when they did not come: what happened, and what to do. */
export function Failure({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const { texts } = useSpeech();
  return (
    <div className="notice error" role="alert">
      <p>
        <strong>{texts.failed}</strong> {error instanceof Error ? error.message : String(error)}
      </p>
      {retry && (
        <button type="button" onClick={retry}>
          {texts.tryAgain}
        </button>
      )}
    </div>
  );
}

/** What is shown where there is nothing yet. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="notice info">{children}</p>;
}
