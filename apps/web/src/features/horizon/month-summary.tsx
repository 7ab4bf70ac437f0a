import { useState } from 'react';
import { horizonTexts } from '@fordela/wording';
import { useMonthLetter } from '../../data/horizon';
import { useSpeech } from '../../ui/language';
import { printOnly } from '../../ui/print';
import { Failure, Loading } from '../../ui/states';

/** The month's summary as text to read, print or paste. */
export function MonthSummary({ month: firstMonth }: { readonly month: string }) {
  const { language } = useSpeech();
  const say = horizonTexts[language];
  const [month, setMonth] = useState(firstMonth);
  const [isCopied, setIsCopied] = useState(false);
  const letter = useMonthLetter(month, language);
  return (
    <section className="card" id="month" aria-labelledby="month-heading">
      <h2 id="month-heading">{say.monthTitle}</h2>
      <p className="soft">{say.monthHelp}</p>
      <div className="row">
        <label>
          {say.month}
          <br />
          <input
            type="month"
            value={month}
            onChange={(event) => {
              setMonth(event.target.value);
              setIsCopied(false);
            }}
          />
        </label>
        <button type="button" disabled={!letter.data} onClick={() => printOnly('month')}>
          {say.print}
        </button>
        <button
          type="button"
          disabled={!letter.data}
          onClick={() => {
            void navigator.clipboard.writeText(letter.data?.text ?? '').then(() => setIsCopied(true));
          }}
        >
          {say.copy}
        </button>
        <p role="status" aria-label={say.copy}>
          {isCopied && say.copied}
        </p>
      </div>
      {letter.isLoading && <Loading />}
      {letter.isError && <Failure error={letter.error} retry={() => void letter.refetch()} />}
      {letter.data && (
        <article className="letter">
          <h3>{letter.data.subject}</h3>
          {letter.data.sections.map(({ heading, lines }) => (
            <section key={heading}>
              <h4>{heading}</h4>
              <ul>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </section>
          ))}
        </article>
      )}
    </section>
  );
}
