import { invariant, type Round } from '@fordela/domain';
import {
  assumptionNames,
  usualAssumptions,
  usualPolicies,
  type Assumptions,
  type PolicyRun,
  type PolicySimulationOutcome,
} from '@fordela/portfolio';
import { assumptionUnitWords, assumptionWords, sentence, usualPolicyWords } from '@fordela/wording';
import type { ModelAssumption, PolicyModel, PolicySimulation, SimulatedPolicy } from './policy-simulation.types';

type Shown = Pick<
  PolicySimulation,
  'isForecast' | 'cautionSv' | 'cautionEn' | 'policies' | 'bestId' | 'turns' | 'assumptions'
>;

/** What the model answered, with the names of policies, municipalities and assumptions. `areUsual`: the policies were not stated. */
export function simulationOf(
  round: Round,
  { policies, best, sensitivity, assumptions }: PolicySimulationOutcome,
  areUsual: boolean,
): Shown {
  const caution = (language: 'sv' | 'en') =>
    sentence('policy-model-not-forecast', { assumptions: assumptionNames.length }, language);
  return {
    isForecast: false,
    cautionSv: caution('sv'),
    cautionEn: caution('en'),
    policies: policies.map((run) => simulated(round, run, areUsual)),
    bestId: best,
    turns: sensitivity.flatMap(({ assumption, ends }) =>
      ends
        .filter((end) => end.best !== best)
        .map(({ value, best: bestId, lead }) => ({ assumption, value, bestId, leadSek: lead })),
    ),
    assumptions: named(assumptions),
  };
}

/** What the model compares and assumes unless it is told otherwise. */
export const usualModel = (): PolicyModel => ({
  policies: usualPolicies.map(({ id, use, run, grants }) => {
    const words = usualPolicyWords[id];
    invariant(words, `the policy ${id} has words`);
    return { id, nameSv: words.sv, nameEn: words.en, use, run, grants };
  }),
  assumptions: named(usualAssumptions),
});

const named = (assumptions: Assumptions): readonly ModelAssumption[] =>
  assumptionNames.map((name) => {
    const { unit, ...own } = assumptions[name];
    const [words, units] = [assumptionWords[name], assumptionUnitWords[unit]];
    invariant(words && units, `the assumption ${name} has words`);
    return { ...own, name, nameSv: words.sv, nameEn: words.en, unitSv: units.sv, unitEn: units.en };
  });

function simulated(
  round: Round,
  { policy, aheadInterval, municipalities, ...run }: PolicyRun,
  isUsual: boolean,
): SimulatedPolicy {
  const { id, name, use, run: runners, grants } = policy;
  const names = new Map(round.municipalities.map((own) => [own.code, own.name]));
  // A usual policy has its name in both languages; one that was stated has the name it was given.
  const usual = isUsual ? usualPolicyWords[id] : undefined;
  return {
    ...run,
    id,
    nameSv: name ?? usual?.sv ?? id,
    nameEn: name ?? usual?.en ?? id,
    use,
    run: runners,
    grants,
    aheadLow: aheadInterval?.low ?? null,
    aheadHigh: aheadInterval?.high ?? null,
    municipalities: municipalities.map(({ id: code, ...own }) => ({ ...own, code, name: names.get(code) ?? code })),
  };
}
