import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCall } from '../../data/call';
import { useSplitSweep } from '../../data/split-sweep';
import { useSpeech } from '../../ui/language';
import { Page } from '../../ui/page';
import { Failure, Loading } from '../../ui/states';
import { AllocationChoices } from './allocation-choices';
import { CertaintySection } from './certainty-section';
import { Explanations } from './explanations';
import { FairRulesSection } from './fair-rules-section';
import { SaveScenario } from './save-scenario';
import { Split } from './split';

/** The split slider: the proven best allocation at every share for the region's own projects, and what each share costs. */
export function AllocationPage() {
  const { texts, language } = useSpeech();
  const call = useCall();
  const search = useSearch({ from: '/fordelning' });
  const navigate = useNavigate({ from: '/fordelning' });
  const objective = search.mal ?? 'sum_of_value';
  const attribution = search.rakna ?? 'partner_budget';
  const sweep = useSplitSweep(call.data?.id, objective, attribution, language);
  const share = search.andel ?? 50;
  return (
    <Page title={texts.allocationTitle} intro={texts.allocationIntro}>
      <AllocationChoices
        objective={objective}
        attribution={attribution}
        onObjective={(mal) =>
          void navigate({
            search: (previous) => ({ ...previous, mal: mal === 'sum_of_value' ? undefined : mal }),
            replace: true,
          })
        }
        onAttribution={(rakna) =>
          void navigate({
            search: (previous) => ({ ...previous, rakna: rakna === 'partner_budget' ? undefined : rakna }),
            replace: true,
          })
        }
      />
      {(call.isPending || sweep.isPending) && <Loading text={texts.computing} />}
      {sweep.isError && <Failure error={sweep.error} retry={() => void sweep.refetch()} />}
      {sweep.data && (
        <Split
          sweep={sweep.data}
          share={share}
          onShare={(andel) => void navigate({ search: (previous) => ({ ...previous, andel }), replace: true })}
        />
      )}
      {sweep.data && call.data && (
        <>
          <Explanations callId={call.data.id} share={share} objective={objective} attribution={attribution} />
          <CertaintySection callId={call.data.id} share={share} objective={objective} attribution={attribution} />
          <FairRulesSection callId={call.data.id} share={share} objective={objective} attribution={attribution} />
          <SaveScenario callId={call.data.id} share={share} objective={objective} attribution={attribution} />
        </>
      )}
    </Page>
  );
}
