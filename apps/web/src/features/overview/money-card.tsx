import { Link } from '@tanstack/react-router';
import { overviewTexts } from '@fordela/wording';
import type { Basis } from '../../data/basis';
import { useEnvelope } from '../../data/envelope';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';
import { Failure, Loading } from '../../ui/states';

const columns = ['limitSek', 'earlierSek', 'decidedSek', 'reservedSek', 'freeSek'] as const;

/** Money used against the frame of each year: the same numbers as the screen Ramen. */
export function MoneyCard({ callId, basis }: { readonly callId: string; readonly basis: Basis }) {
  const { texts, language, sekShort } = useSpeech();
  const say = overviewTexts[language];
  const envelope = useEnvelope(callId, basis.scenarioId, 'as_decided');
  return (
    <section className="card" aria-labelledby="money-heading">
      <h2 id="money-heading">{say.moneyTitle}</h2>
      {envelope.isPending && <Loading />}
      {envelope.isError && <Failure error={envelope.error} retry={() => void envelope.refetch()} />}
      {envelope.data && (
        <ScrollBox label={say.moneyTitle}>
          <table>
            <caption className="visually-hidden">{say.moneyTitle}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.year}</th>
                {columns.map((name) => (
                  <th key={name} scope="col" className="number wrap">
                    {texts.envelopeColumns[name]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {envelope.data.map(({ year, payments }) => (
                <tr key={year}>
                  <th scope="row">{year}</th>
                  {columns.map((name) => (
                    <td key={name} className="number">
                      {sekShort(payments[name])}
                      {name === 'freeSek' && payments[name] < 0 && (
                        <span className="badge error">{texts.envelopeOver}</span>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      <p className="soft">
        {say.moneyHelp} {basis.kind === 'all_applications' && say.moneyHelpAll}
      </p>
      <p>
        <Link to="/ramen" search={(before) => (before.lang ? { lang: before.lang } : {})}>
          {say.openEnvelope}
        </Link>
      </p>
    </section>
  );
}
