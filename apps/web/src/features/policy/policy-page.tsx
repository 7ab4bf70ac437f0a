import { useNavigate, useSearch } from '@tanstack/react-router';
import { policyTexts, sentence } from '@fordela/wording';
import { useCall } from '../../data/call';
import { namedOwn, usePolicyModel, usePolicySimulation, type PolicyModel } from '../../data/policy';
import { chosenPolicies, ownPolicyOf, usualYears, type PolicySearch } from '../../data/policy-choice';
import { useSpeech } from '../../ui/language';
import { Page } from '../../ui/page';
import { Empty, Failure, Loading } from '../../ui/states';
import { AssumptionsSection } from './assumptions-section';
import { CapacitySection } from './capacity-section';
import { ExternalSection } from './external-section';
import { Findings } from './findings';
import { PolicyChoice } from './policy-choice';

/** Policies for the money compared over years by a model whose every assumption can be changed. A model, and said to be one throughout. */
export function PolicyPage() {
  const { texts, language } = useSpeech();
  const say = policyTexts[language];
  const call = useCall();
  const model = usePolicyModel(language);
  return (
    <Page title={say.title} intro={say.intro}>
      {(call.isPending || model.isPending) && <Loading />}
      {call.isError && <Failure error={call.error} retry={() => void call.refetch()} />}
      {model.isError && <Failure error={model.error} retry={() => void model.refetch()} />}
      {call.data === null && <Empty>{texts.nothingHere}</Empty>}
      {call.data && model.data && <Comparison callId={call.data.id} model={model.data} />}
    </Page>
  );
}

function Comparison({ callId, model }: { readonly callId: string; readonly model: PolicyModel }) {
  const { language } = useSpeech();
  const say = policyTexts[language];
  const search = useSearch({ from: '/vagval' });
  const navigate = useNavigate({ from: '/vagval' });
  const put = (change: { readonly [Key in keyof PolicySearch]?: PolicySearch[Key] | undefined }) =>
    void navigate({ search: (previous) => ({ ...previous, ...change }) as PolicySearch, replace: true });

  const own = ownPolicyOf(search.egen);
  // A policy keeps its place, and with it its colour and mark, whichever others are chosen.
  const known = [...model.policies, ...(own ? [namedOwn(own, language)] : [])].map((policy, index) => ({
    ...policy,
    index,
  }));
  const ids = chosenPolicies(
    search.val,
    known.map(({ id }) => id),
  );
  const compared = known.filter(({ id }) => ids.includes(id));
  const changed = search.antag ?? {};
  const years = search.ar ?? usualYears;
  const asks = compared.length >= 2;
  const asked = usePolicySimulation(
    asks ? { callId, policies: compared, assumptions: changed, yearlySek: search.kronor ?? null, years } : null,
    language,
  );
  const { simulation = null, refusals = [] } = (asks && asked.data) || {};
  const shown = simulation
    ? known.flatMap((policy) => {
        const outcome = simulation.policies.find(({ id }) => id === policy.id);
        return outcome ? [{ ...policy, outcome }] : [];
      })
    : [];
  return (
    <>
      <section className="notice model" aria-labelledby="model-mark">
        <h2 id="model-mark">{say.modelMark}</h2>
        <p>{sentence('policy-model-not-forecast', { assumptions: model.assumptions.length }, language)}</p>
        <p>
          {sentence('policy-model-leaves-out', {}, language)} <a href="#assumptions">{say.seeAssumptions}</a>
        </p>
      </section>
      <PolicyChoice
        known={known}
        chosen={ids}
        own={own}
        years={years}
        yearlySek={search.kronor ?? null}
        usedSek={simulation?.yearlySek ?? null}
        refusals={refusals}
        onChange={put}
      />
      {!asks && <Empty>{say.chooseTwo}</Empty>}
      {asks && asked.isPending && <Loading text={say.computing} />}
      {asks && asked.isError && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {refusals.length > 0 && (
        <div className="notice error" role="alert">
          <strong>{say.refusedTitle}</strong>
          <ul>
            {refusals.map(({ place, sentence: reason }) => (
              <li key={place + reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
      {simulation && shown.length >= 2 && (
        // The figures of the last question stay in their place, faded, until the next are there: nothing jumps under the reader.
        <div aria-busy={asked.isPlaceholderData} className={asked.isPlaceholderData ? 'aged' : undefined}>
          {asked.isPlaceholderData && (
            <p className="overlay-note" role="status">
              {say.computing}
            </p>
          )}
          <Findings simulation={simulation} policies={shown} model={model} changed={changed} />
          <ExternalSection policies={shown} years={simulation.years} />
          <CapacitySection
            policies={shown}
            measure={search.matt ?? 'per10000'}
            onMeasure={(measure) => put({ matt: measure === 'fte' ? measure : undefined })}
          />
        </div>
      )}
      <AssumptionsSection
        assumptions={model.assumptions}
        changed={changed}
        refusals={refusals}
        turning={new Set(simulation?.turns.map(({ assumption }) => assumption))}
        onChange={(next) => put({ antag: Object.keys(next).length > 0 ? next : undefined })}
      />
    </>
  );
}
