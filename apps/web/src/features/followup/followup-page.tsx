import { useNavigate, useSearch } from '@tanstack/react-router';
import { followUpTexts } from '@fordela/wording';
import { basisOf, useBasisChoices } from '../../data/basis';
import { useCall } from '../../data/call';
import { useFollowUp, useProjectsFollowed, type FollowUpAnswer, type Followed } from '../../data/follow-up';
import { BasisChoice } from '../../ui/basis-choice';
import { useSpeech } from '../../ui/language';
import { Page } from '../../ui/page';
import { PageContents } from '../../ui/page-contents';
import { Failure, Loading } from '../../ui/states';
import { Indicators } from './indicators';
import { Lessons } from './lessons';
import { Reports } from './reports';
import { Risks } from './risks';
import { Sexes } from './sexes';
import { Standings } from './standings';

/** How the projects go and what will be left: results, reports, risks, lessons, and who takes part. */
export function FollowUpPage() {
  const { language } = useSpeech();
  const say = followUpTexts[language];
  const { underlag } = useSearch({ from: '/uppfoljning' });
  const navigate = useNavigate({ from: '/uppfoljning' });
  const call = useCall();
  const choices = useBasisChoices(call.data?.id);
  const basis = choices.data && basisOf(underlag, choices.data);
  const followUp = useFollowUp(call.data?.id, basis, language);
  const followed = useProjectsFollowed(call.data?.id);
  const broken = [call, choices, followUp, followed].find(({ isError }) => isError);
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
      {!broken && (!followUp.data || !followed.data) && <Loading />}
      {followUp.data && followed.data && <Parts answer={followUp.data} followed={followed.data} />}
    </Page>
  );
}

function Parts({ answer, followed }: { readonly answer: FollowUpAnswer; readonly followed: Followed }) {
  const { language } = useSpeech();
  const say = followUpTexts[language];
  const { followUp, atRisk, sexes, overdue } = answer;
  const { counts, projects, asOf } = followUp;
  return (
    <>
      <p role="status" aria-label={say.title}>
        <strong>{say.answer(projects.length, counts.late, counts.overdueReports, atRisk.atRisk)}</strong>{' '}
        <span className="soft">{say.seenFrom(asOf)}</span>
      </p>
      <PageContents
        label={say.onThisPage}
        items={[
          { id: 'standings', text: say.standingTitle },
          { id: 'indicators', text: say.indicatorTitle },
          { id: 'reports', text: say.reportTitle },
          { id: 'risks', text: say.riskTitle },
          { id: 'lessons', text: say.lessonTitle },
          { id: 'sexes', text: say.sexTitle },
        ]}
      />
      <Standings followUp={followUp} />
      <Indicators projects={projects} followed={followed} />
      <Reports projects={projects} followed={followed} overdue={overdue} asOf={asOf} />
      <Risks atRisk={atRisk} followed={followed} />
      <Lessons followed={followed} />
      <Sexes sexes={sexes} followed={followed} />
    </>
  );
}
