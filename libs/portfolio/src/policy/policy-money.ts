import { at } from '@fordela/domain';
import type { AssumptionValues } from './assumptions';
import { projectRunners, type Policy } from './policy-model';

/** A year's money as the model lets it work. */
export interface PolicyMoney {
  /** Buys shared staff, kronor a year. */
  readonly sharedSek: number;
  readonly byMunicipality: readonly MunicipalityMoney[];
}

/** What reaches one municipality, kronor a year, not rounded: `earlySek` and `implementationSek` work there, `grantSek` was granted. */
export interface MunicipalityMoney {
  readonly earlySek: number;
  readonly implementationSek: number;
  readonly grantSek: number;
}

/**
 * How a year's 1:1 money reaches municipalities under a policy: a function of the staff they have that year.
 *
 * Rule    The money less the overhead of its grants is divided by the policy's parts over uses and runners. The grants reach grants ×
 *         municipalities per grant, the last one in part. What the region and others run reaches them alike, those with least staff first; what
 *         municipalities run goes by the staff there is to ask for it, those with most first: that is the spiral. Of what is granted, a runner's uptake works.
 * Ties    Municipalities with equal staff (within 1e-9 FTE) are reached alike: at the margin each in the same part. No place in the list counts.
 * Edges   No grants reach nobody: nothing is granted. Nobody has staff: what municipalities run reaches those within reach alike. `grantSek` sums to
 *         the money less the overhead, up to rounding of doubles: a model's flow is not rounded to kronor.
 */
export function policyMoney(
  policy: Policy,
  yearlySek: number,
  values: AssumptionValues,
): (capacities: readonly number[]) => PolicyMoney {
  const available = Math.max(0, yearlySek - policy.grants * values.overheadPerGrant);
  const use = shares(policy.use);
  const run = shares(policy.run);
  const uptake = { region: values.uptakeRegion, municipal: values.uptakeMunicipal, other: values.uptakeOther };
  const reach = policy.grants * values.municipalitiesPerGrant;
  return (capacities) => {
    const even = inProportion(reachedParts(capacities, reach, 'least-staff-first'));
    const byStaff = inProportion(staffWithin(capacities, reachedParts(capacities, reach, 'most-staff-first')));
    const parts = { region: even, municipal: byStaff, other: even };
    const sumOverRunners = (weight: (runner: (typeof projectRunners)[number]) => number, i: number) =>
      projectRunners.reduce((sum, runner) => sum + run[runner] * weight(runner) * at(parts[runner], i), 0);
    const working = capacities.map((_, i) => available * sumOverRunners((runner) => uptake[runner], i));
    return {
      sharedSek: use.shared * working.reduce((sum, sek) => sum + sek, 0),
      byMunicipality: working.map((sek, i) => ({
        earlySek: use.early * sek,
        implementationSek: use.implementation * sek,
        grantSek: available * sumOverRunners(() => 1, i),
      })),
    };
  };
}

/** Staff closer than this are equal, FTE. */
const equalFte = 1e-9;

/** How much of each municipality the grants reach, 0 to 1; the parts sum to `reach` or to all municipalities. */
function reachedParts(
  capacities: readonly number[],
  reach: number,
  order: 'most-staff-first' | 'least-staff-first',
): readonly number[] {
  const sign = order === 'most-staff-first' ? -1 : 1;
  const sorted = capacities.map((_, i) => i).sort((a, b) => sign * (at(capacities, a) - at(capacities, b)));
  const parts = capacities.map(() => 0);
  let left = reach;
  for (let start = 0; start < sorted.length && left > 0;) {
    const staff = at(capacities, at(sorted, start));
    let end = start + 1;
    while (end < sorted.length && Math.abs(at(capacities, at(sorted, end)) - staff) <= equalFte) end += 1;
    const part = Math.min(1, left / (end - start));
    for (const i of sorted.slice(start, end)) parts[i] = part;
    left -= part * (end - start);
    start = end;
  }
  return parts;
}

/** Staff of the municipalities within reach; the reach itself where none of them has any. */
function staffWithin(capacities: readonly number[], parts: readonly number[]): readonly number[] {
  const staff = parts.map((part, i) => part * at(capacities, i));
  return staff.some((own) => own > 0) ? staff : parts;
}

function inProportion(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? weights.map((weight) => weight / total) : weights;
}

function shares<Name extends string>(parts: Readonly<Record<Name, number>>): Readonly<Record<Name, number>> {
  const names = Object.keys(parts) as Name[];
  const scaled = inProportion(names.map((name) => parts[name]));
  return Object.fromEntries(names.map((name, k) => [name, at(scaled, k)])) as Record<Name, number>;
}
