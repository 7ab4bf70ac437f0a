import { useNavigate, useSearch } from '@tanstack/react-router';
import { formatDay, overviewTexts } from '@fordela/wording';
import { basisOf, useBasisChoices, type Basis } from '../../data/basis';
import { useCall, type Call } from '../../data/call';
import { useOverview, type Overview } from '../../data/overview';
import { BasisChoice } from '../../ui/basis-choice';
import { useSpeech } from '../../ui/language';
import { Page } from '../../ui/page';
import { Empty, Failure, Loading } from '../../ui/states';
import { AttentionCard } from './attention-card';
import { CoverageCard } from './coverage-card';
import { MoneyCard } from './money-card';
import { MunicipalityCard } from './municipality-card';
import { OwnShareCard } from './own-share-card';
import { SharesCard } from './shares-card';

/** The picture of a call on one screen: money, shares, the plan, and what needs attention. Read in two minutes, printed on two pages. */
export function OverviewPage() {
  const { language } = useSpeech();
  const say = overviewTexts[language];
  const { underlag } = useSearch({ from: '/lagesbild' });
  const navigate = useNavigate({ from: '/lagesbild' });
  const call = useCall();
  const choices = useBasisChoices(call.data?.id);
  const basis = choices.data && basisOf(underlag, choices.data);
  const overview = useOverview(call.data?.id, basis, language);
  const broken = [call, choices, overview].find(({ isError }) => isError);
  return (
    <Page title={say.title} intro={say.intro}>
      {basis && choices.data && (
        <BasisChoice
          basis={basis}
          choices={choices.data}
          isChosen={underlag !== undefined}
          onChoose={(asked) => void navigate({ search: (before) => ({ ...before, underlag: asked }), replace: true })}
        />
      )}
      {broken && <Failure error={broken.error} retry={() => void broken.refetch()} />}
      {!broken && !overview.data && <Loading />}
      {overview.data && call.data && basis && <Picture overview={overview.data} call={call.data} basis={basis} />}
    </Page>
  );
}

function Picture({
  overview,
  call,
  basis,
}: {
  readonly overview: Overview;
  readonly call: Call;
  readonly basis: Basis;
}) {
  const { language, sek, texts } = useSpeech();
  const say = overviewTexts[language];
  const { coverage, attention } = overview;
  const { applicationIds, grantSek, isExample, kind } = coverage.basis;
  return (
    <>
      <p role="status" aria-label={say.title} className="lead">
        <strong>
          {say.basisSums[kind](applicationIds.length, sek(grantSek))} {say.ofRound(sek(call.availableSek))}
        </strong>{' '}
        <span className="soft">
          {say.dataOf(call.name, formatDay(attention.asOf, language))} {texts.productClaim}
        </span>{' '}
        {isExample && <span className="badge warning">{say.example}</span>}
      </p>
      <p>
        <button type="button" onClick={() => window.print()}>
          {say.print}
        </button>
      </p>
      {applicationIds.length === 0 && <Empty>{say.nothingInBasis}</Empty>}
      <div className="columns two">
        <AttentionCard attention={attention} />
        <MoneyCard callId={call.id} basis={basis} />
      </div>
      <SharesCard overview={overview} />
      <div className="columns two">
        <MunicipalityCard overview={overview} />
        <OwnShareCard />
      </div>
      <CoverageCard overview={overview} />
    </>
  );
}
