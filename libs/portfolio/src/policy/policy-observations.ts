import type { Path } from '@fordela/domain';
import type { Observation } from '../problem/allocation-problem';
import { assumptionNames, type Assumptions } from './assumptions';
import type { PolicyComparison, PolicySettings } from './policy-simulation';
import { usualPolicies } from './usual-policies';

/**
 * What is to be said beside a comparison, in this order: that it is a model, and what the model leaves out; what each policy leads to; which
 * assumptions turn the order; every assumption with where it comes from.
 */
export function policyObservations(
  { policies, best, sensitivity }: PolicyComparison,
  assumptions: Assumptions,
  { years, draws }: PolicySettings,
  path: Path,
): readonly Observation[] {
  const named = (id: string) => {
    const policy = policies.find(({ policy: own }) => own.id === id)?.policy;
    return { policy: id, name: policy?.name ?? null, isUsual: policy !== undefined && usualPolicies.includes(policy) };
  };
  return [
    { code: 'policy-model-not-forecast', path, params: { assumptions: assumptionNames.length } },
    { code: 'policy-model-leaves-out', path, params: {} },
    ...policies.map(({ policy, externalSek, leastPer10000, aheadIn, aheadInterval }): Observation => ({
      code: draws === 0 ? 'policy-outcome-likeliest' : 'policy-outcome',
      path,
      params: {
        ...{ ...named(policy.id), years, draws, isBest: policy.id === best },
        ...{ externalSek: externalSek.likely, p5: externalSek.p5, p95: externalSek.p95 },
        ...{ leastPer10000: leastPer10000.likely, leastP5: leastPer10000.p5, leastP95: leastPer10000.p95 },
        ...{ aheadIn, aheadLow: aheadInterval?.low ?? null, aheadHigh: aheadInterval?.high ?? null },
      },
    })),
    ...sensitivity.flatMap(({ assumption, ends }) =>
      ends
        .filter((end) => end.best !== best)
        .map(({ value, best: other }): Observation => ({
          code: 'policy-assumption-turns',
          path,
          params: { assumption, value, likely: assumptions[assumption].likely, ...named(other) },
        })),
    ),
    ...assumptionNames.map((assumption): Observation => {
      const { low, likely, high, unit, reportSections, figure, source } = assumptions[assumption];
      return {
        code: 'policy-assumption',
        path,
        params: { assumption, low, likely, high, unit, reportSections, figure, source },
      };
    }),
  ];
}
