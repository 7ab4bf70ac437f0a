import { useState } from 'react';
import { useRankingTrust } from '../../data/ranking-trust';
import type { RankingDoubt } from '../../gql/types';
import { AskedSection, useAsked } from '../../ui/asked-section';
import { useSpeech } from '../../ui/language';
import { AgreementTable, ContestedTable, PlacesTable, SlackTable } from './ranking-trust-tables';

const doubts = ['near', 'order', 'any'] as const satisfies readonly RankingDoubt[];

/** How far the ranking can be trusted, worked out when asked for: disagreement of the reviewers, and doubt of the weights. */
export function RankingTrust({ callId }: { readonly callId: string }) {
  const { texts, language } = useSpeech();
  const [doubt, setDoubt] = useState<RankingDoubt>('near');
  const { asked, ask } = useAsked(doubt);
  const trust = useRankingTrust(callId, asked, language);
  return (
    <AskedSection
      id="trust"
      title={texts.trustTitle}
      intro={texts.trustIntro}
      choice={{
        ...{ label: texts.rankingDoubt, value: doubt, names: texts.rankingDoubts, order: doubts },
        onChange: setDoubt,
      }}
      askText={texts.askTrust}
      isAsked={asked !== null}
      onAsk={ask}
      answer={trust}
    >
      {({ contested, places, criteria, weights }) => (
        <div className="columns two">
          <ContestedTable rows={contested} />
          <PlacesTable rows={places} />
          <AgreementTable rows={criteria} />
          <SlackTable rows={weights} />
        </div>
      )}
    </AskedSection>
  );
}
