import { useState } from 'react';
import { discussTexts } from '@fordela/wording';
import { useRankingTrust } from '../../data/ranking-trust';
import type { RankingDoubt } from '../../gql/types';
import { AskedSection, useAsked } from '../../ui/asked-section';
import { useSpeech } from '../../ui/language';
import { NeighbouringPairs } from './neighbouring-pairs';
import { AgreementTable, ContestedTable, PlacesTable, SlackTable } from './ranking-trust-tables';
import { ReviewerProfiles } from './reviewer-profiles';
import { ToDiscuss } from './to-discuss';
import { TryWeight } from './try-weight';

const doubts = ['near', 'order', 'any'] as const satisfies readonly RankingDoubt[];

/** How far the ranking can be trusted, worked out when asked for: disagreement of the reviewers, and doubt of the weights. */
export function RankingTrust({ callId }: { readonly callId: string }) {
  const { texts, language } = useSpeech();
  const say = discussTexts[language];
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
      {(answer) => (
        <>
          <ToDiscuss trust={answer} />
          <div className="columns two">
            <ContestedTable rows={answer.contested} />
            <PlacesTable rows={answer.places} />
            <AgreementTable rows={answer.criteria} />
            <SlackTable rows={answer.weights} />
          </div>
          <details>
            <summary>{say.reviewersTitle}</summary>
            <ReviewerProfiles rows={answer.reviewers} />
          </details>
          <details>
            <summary>{say.pairsTitle}</summary>
            <NeighbouringPairs rows={answer.neighbours} />
          </details>
          <details>
            <summary>{say.tryTitle}</summary>
            <TryWeight callId={callId} weights={answer.weights} />
          </details>
        </>
      )}
    </AskedSection>
  );
}
