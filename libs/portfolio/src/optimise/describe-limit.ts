import type { Params } from '@fordela/domain';
import type { AllocationProblem, LimitBound, Resource } from '../problem/allocation-problem';
import { fromUnits } from '../problem/fraction';
import type { LimitRef } from './limit-ref';

/** A limit with the figures its sentence needs. `code` has its wording in libs/wording. */
export interface DescribedLimit {
  readonly limit: LimitRef;
  readonly code: string;
  readonly params: Params;
}

/** The code and figures of a limit, in the reader's units (kronor, shares, counts). */
export function describeLimit(problem: AllocationProblem, limit: LimitRef): DescribedLimit {
  const money = (units: number) => fromUnits(units, problem.moneyScale);
  switch (limit.kind) {
    case 'ceiling': {
      const ceiling = problem.ceilings.find(({ id }) => id === limit.id);
      const params = {
        id: limit.id,
        year: ceiling?.year ?? null,
        limit: money(ceiling?.limit ?? 0),
        ...scopeOf(problem, ceiling?.resourceIds ?? [], ceiling?.kind === 'carry-over'),
      };
      return { limit, code: `limit-ceiling-${ceiling?.kind ?? 'payments'}`, params };
    }
    case 'group-limit': {
      const own = problem.groupLimits.find(({ id }) => id === limit.id);
      const bound = own?.[limit.side] ?? null;
      const scope = own?.resourceIds ? scopeOf(problem, own.resourceIds) : { years: [], sources: [] };
      const common = { id: limit.id, dimension: own?.dimension ?? '', groups: own?.groups ?? [], ...scope };
      return { limit, ...describeBound(bound, limit.side, own?.measure ?? 'money', common, money) };
    }
    case 'grants':
      return { limit, code: `limit-grants-${limit.side}`, params: { count: problem.grants[limit.side] } };
    case 'minimum-grant':
      return { limit, code: 'limit-minimum-grant', params: { amount: money(problem.minimumGrant ?? 0) } };
    case 'link': {
      const link = problem.links.find(({ id }) => id === limit.id);
      if (!link) return { limit, code: 'limit-link-choose', params: { id: limit.id } };
      const code = `limit-link-${link.type.replaceAll('_', '-')}`;
      switch (link.type) {
        case 'requires':
          return { limit, code, params: { from: link.from, to: link.to } };
        case 'requires_one_of':
          return { limit, code, params: { from: link.from, anyOf: link.anyOf } };
        case 'mutually_exclusive':
          return { limit, code, params: { projects: link.projects } };
        case 'choose':
          return { limit, code, params: { projects: link.projects, min: link.min, max: link.max } };
        case 'sequence':
          return { limit, code, params: { first: link.first, then: link.then } };
      }
      break;
    }
    case 'joint-limit': {
      const joint = problem.jointLimits.find(({ id }) => id === limit.id);
      const own = (units: number) => fromUnits(units, joint?.scale ?? 1);
      const params = {
        id: limit.id,
        limit: own(joint?.limit ?? 0),
        history: own(joint?.history ?? 0),
        unit: joint?.unit ?? '',
        projects: joint?.uses.map(({ projectId }) => projectId) ?? [],
      };
      return { limit, code: 'limit-joint', params };
    }
    case 'must-fund':
    case 'excluded': {
      const project = problem.projects.find(({ id }) => id === limit.project);
      const decision = limit.kind === 'must-fund' ? project?.mustFund : project?.excluded;
      return {
        limit,
        code: `limit-${limit.kind}`,
        params: { project: limit.project, reason: decision?.reason ?? null },
      };
    }
  }
}

/** The years and the sources of some resources; [] where they are all that the problem has (years can be told all the same). */
function scopeOf(problem: AllocationProblem, resourceIds: readonly string[], tellsAllYears = false) {
  const money = problem.resources.filter(({ unit }) => unit === 'money');
  const own = money.filter(({ id }) => resourceIds.includes(id));
  const distinct = <T>(values: readonly (T | null)[]) => [...new Set(values.filter((value) => value !== null))];
  const part = <T>(of: (resource: Resource) => T | null, tellsAll: boolean): readonly T[] => {
    const [some, all] = [distinct(own.map(of)), distinct(money.map(of))];
    const isOfSome = own.every((resource) => of(resource) !== null) && some.length < all.length;
    return tellsAll || isOfSome ? some : [];
  };
  return { years: part(({ year }) => year, tellsAllYears), sources: part(({ source }) => source, false) };
}

function describeBound(
  bound: LimitBound | null,
  side: 'min' | 'max',
  measure: 'money' | 'count',
  common: Params,
  money: (units: number) => number,
): { readonly code: string; readonly params: Params } {
  if (measure === 'count')
    return {
      code: `limit-group-count-${side}`,
      params: { ...common, count: bound?.kind === 'amount' ? bound.amount : 0 },
    };
  if (bound?.kind === 'share-of-spent')
    return {
      code: `limit-group-share-of-spent-${side}`,
      params: { ...common, share: bound.share.numerator / bound.share.denominator },
    };
  const share = bound?.shareOfBudget ?? null;
  const amount = money(bound?.amount ?? 0);
  return share
    ? {
        code: `limit-group-share-of-budget-${side}`,
        params: { ...common, amount, share: share.numerator / share.denominator },
      }
    : { code: `limit-group-money-${side}`, params: { ...common, amount } };
}
