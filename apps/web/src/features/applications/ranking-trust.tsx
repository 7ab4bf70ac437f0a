import { useState } from 'react';
import { useRankingTrust } from '../../data/ranking-trust';
import type { RankingDoubt } from '../../gql/types';
import { useSpeech } from '../../ui/language';
import { Failure, Loading } from '../../ui/states';
import { AgreementTable, ContestedTable, PlacesTable, SlackTable } from './ranking-trust-tables';

const doubts = ['near', 'order', 'any'] as const satisfies readonly RankingDoubt[];

/** How far the ranking can be trusted, worked out when asked for: disagreement of the reviewers, and doubt of the weights. */
export function RankingTrust({ callId }: { readonly callId: string }) {
  const { texts, language } = useSpeech();
  const [doubt, setDoubt] = useState<RankingDoubt>('near');
  const [asked, setAsked] = useState<RankingDoubt | null>(null);
  const isAsked = asked === doubt;
  const trust = useRankingTrust(callId, isAsked ? asked : null, language);
  return (
    <section className="card" aria-labelledby="trust-heading">
      <h2 id="trust-heading">{texts.trustTitle}</h2>
      <p>{texts.trustIntro}</p>
      <div className="row field">
        <label>
          {texts.rankingDoubt}
          <br />
          <select value={doubt} onChange={(event) => setDoubt(event.target.value as RankingDoubt)}>
            {doubts.map((name) => (
              <option key={name} value={name}>
                {texts.rankingDoubts[name]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="primary"
          aria-disabled={isAsked && !trust.isError}
          onClick={() => setAsked(doubt)}
        >
          {texts.askTrust}
        </button>
      </div>
      {isAsked && trust.isPending && <Loading text={texts.certaintyWait} />}
      {isAsked && trust.isError && <Failure error={trust.error} retry={() => void trust.refetch()} />}
      {isAsked && trust.data && (
        <div className="columns two">
          <ContestedTable rows={trust.data.contested} />
          <PlacesTable rows={trust.data.places} />
          <AgreementTable rows={trust.data.criteria} />
          <SlackTable rows={trust.data.weights} />
        </div>
      )}
    </section>
  );
}
