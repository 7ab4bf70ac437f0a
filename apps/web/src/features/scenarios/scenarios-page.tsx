import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { policyTexts } from '@fordela/wording';
import { useCall } from '../../data/call';
import { useComparison, useScenarios, type ScenarioSummary } from '../../data/scenarios';
import { useSpeech } from '../../ui/language';
import { Page } from '../../ui/page';
import { Empty, Failure, Loading } from '../../ui/states';
import { Comparison } from './comparison';

/** Two stored allocations side by side. Which two stands in the address, so that the comparison can be sent to a colleague. */
export function ScenariosPage() {
  const { texts, language } = useSpeech();
  const call = useCall();
  const scenarios = useScenarios(call.data?.id);
  const search = useSearch({ from: '/scenarier' });
  const list = scenarios.data ?? [];
  const [first, second] = [search.a ?? list[0]?.id, search.b ?? list[1]?.id];
  return (
    <Page title={texts.scenariosTitle} intro={texts.scenariosIntro}>
      {scenarios.isPending && <Loading />}
      {scenarios.isError && <Failure error={scenarios.error} retry={() => void scenarios.refetch()} />}
      {scenarios.data && list.length === 0 && <Empty>{texts.noScenarios}</Empty>}
      {list.length > 0 && (
        <section className="card row">
          <Choice name="a" scenarios={list} chosen={first} />
          <Choice name="b" scenarios={list} chosen={second} />
        </section>
      )}
      {first && second && first !== second && <Compared ids={[first, second]} />}
      <p>
        <Link to="/vagval" search={(previous) => (previous.lang === 'en' ? { lang: 'en' } : {})}>
          {policyTexts[language].longTerm}
        </Link>
      </p>
    </Page>
  );
}

function Choice({
  name,
  scenarios,
  chosen,
}: {
  readonly name: 'a' | 'b';
  readonly scenarios: readonly ScenarioSummary[];
  readonly chosen: string | undefined;
}) {
  const { texts } = useSpeech();
  const navigate = useNavigate({ from: '/scenarier' });
  return (
    <label>
      {`${texts.scenario} ${name.toUpperCase()}`}
      <br />
      <select
        value={chosen ?? ''}
        onChange={(event) =>
          void navigate({ search: (previous) => ({ ...previous, [name]: event.target.value }), replace: true })
        }
      >
        {!chosen && <option value="">{texts.chooseScenario}</option>}
        {scenarios.map((scenario) => (
          <option key={scenario.id} value={scenario.id}>
            {scenario.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Compared({ ids }: { readonly ids: readonly [string, string] }) {
  const { language } = useSpeech();
  const comparison = useComparison(ids, language);
  if (comparison.isPending) return <Loading />;
  if (comparison.isError) return <Failure error={comparison.error} retry={() => void comparison.refetch()} />;
  return <Comparison comparison={comparison.data} />;
}
