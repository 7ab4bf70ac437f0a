import type { AllocationProblem, Ceiling, GroupLimit } from '../problem/allocation-problem';
import { fromUnits } from '../problem/fraction';
import { activeSynergies } from './check-portfolio';
import { fundedIn, type Choice } from './choice';
import { countsIn, moneyByGroup, moneyOn } from './group-money';

export interface FundedProject {
  readonly project: string;
  readonly name: string | null;
  readonly level: string;
  /** False when less than the request is granted. */
  readonly full: boolean;
  readonly money: number;
  readonly costs: Readonly<Record<string, number>>;
  readonly value: number;
}

export interface GroupTotal {
  readonly group: string;
  readonly money: number;
  readonly grants: number;
  /** Of the money this portfolio spends; null when it spends nothing. */
  readonly shareOfSpent: number | null;
  /** Of the problem's budget; null when it has none. */
  readonly shareOfBudget: number | null;
}

/** A portfolio as the reader meets it: amounts in kronor, values in the file's unit. */
export interface PortfolioReport {
  readonly funded: readonly FundedProject[];
  readonly notFunded: readonly string[];
  readonly grants: number;
  readonly money: number;
  readonly value: number;
  readonly values: Readonly<Record<string, number>>;
  readonly synergies: readonly string[];
  readonly ceilings: readonly {
    readonly id: string;
    readonly kind: Ceiling['kind'];
    readonly year: number | null;
    readonly limit: number;
    readonly used: number;
    readonly left: number;
  }[];
  readonly groups: Readonly<Record<string, readonly GroupTotal[]>>;
  readonly groupLimits: readonly {
    readonly id: string;
    readonly measure: GroupLimit['measure'];
    readonly used: number;
    readonly min: number | null;
    readonly max: number | null;
  }[];
}

/** Everything a portfolio adds up to, from whole numbers. Groups of a tagged dimension overlap, so their shares may pass 1. */
export function portfolioReport(problem: AllocationProblem, choice: Choice): PortfolioReport {
  const { moneyScale, valueScale } = problem;
  const funded = fundedIn(problem, choice);
  const synergies = activeSynergies(problem, choice);
  const money = (units: number) => fromUnits(units, moneyScale);
  const parts = [...funded.map(({ level }) => level), ...synergies];
  const totalMoney = parts.reduce((sum, part) => sum + part.money, 0);
  const sumOf = (own: (level: (typeof funded)[number]['level']) => number, extra: (index: number) => number) =>
    funded.reduce((sum, { level }) => sum + own(level), 0) + synergies.reduce((sum, _, index) => sum + extra(index), 0);
  return {
    funded: funded.map(({ project, level }) => ({
      project: project.id,
      name: project.name,
      level: level.id,
      full: level.id === project.levels.at(-1)?.id,
      money: money(level.money),
      costs: Object.fromEntries(Object.entries(level.costs).map(([id, amount]) => [id, money(amount)])),
      value: fromUnits(level.value.point, valueScale),
    })),
    notFunded: problem.projects
      .filter(({ id, alreadyDone }) => !alreadyDone && choice[id] === undefined)
      .map(({ id }) => id),
    grants: funded.length,
    money: money(totalMoney),
    value: fromUnits(
      sumOf(
        (level) => level.value.point,
        (index) => synergies[index]?.value ?? 0,
      ),
      valueScale,
    ),
    values: Object.fromEntries(
      problem.valueNames.map((name) => [
        name,
        fromUnits(
          sumOf(
            (level) => level.values[name]?.point ?? 0,
            (index) => synergies[index]?.values[name] ?? 0,
          ),
          valueScale,
        ),
      ]),
    ),
    synergies: synergies.map(({ id }) => id),
    ceilings: problem.ceilings.map(({ id, kind, year, limit, resourceIds }) => {
      const used = parts.reduce((sum, part) => sum + moneyOn(part.costs, part.money, resourceIds), 0);
      return { id, kind, year, limit: money(limit), used: money(used), left: money(limit - used) };
    }),
    groups: Object.fromEntries(
      Object.entries(problem.dimensions).map(([dimension, groups]) => [
        dimension,
        groups.map((group): GroupTotal => {
          const own = groupUse(problem, choice, { dimension, groups: [group], measure: 'money', resourceIds: null });
          return {
            group,
            money: money(own),
            grants: groupUse(problem, choice, { dimension, groups: [group], measure: 'count', resourceIds: null }),
            shareOfSpent: totalMoney > 0 ? own / totalMoney : null,
            shareOfBudget: problem.budget ? own / problem.budget : null,
          };
        }),
      ]),
    ),
    groupLimits: problem.groupLimits.map((limit) => {
      const shown = (units: number) => (limit.measure === 'money' ? money(units) : units);
      const spent = parts.reduce((sum, part) => sum + moneyOn(part.costs, part.money, limit.resourceIds), 0);
      const bound = (side: 'min' | 'max') => {
        const own = limit[side];
        if (!own) return null;
        return shown(own.kind === 'amount' ? own.amount : (own.share.numerator * spent) / own.share.denominator);
      };
      return {
        id: limit.id,
        measure: limit.measure,
        used: shown(groupUse(problem, choice, limit)),
        min: bound('min'),
        max: bound('max'),
      };
    }),
  };
}

/** What a portfolio counts in some groups: money units or grants. */
export function groupUse(
  problem: AllocationProblem,
  choice: Choice,
  of: Pick<GroupLimit, 'dimension' | 'groups' | 'measure' | 'resourceIds'>,
): number {
  const own = fundedIn(problem, choice).reduce(
    (sum, { project, level }) => sum + countsIn(project, level, of.dimension, of.groups, of.measure, of.resourceIds),
    0,
  );
  if (of.measure === 'count') return own;
  return activeSynergies(problem, choice).reduce((sum, synergy) => {
    const byGroup = moneyByGroup(synergy.groups[of.dimension], moneyOn(synergy.costs, synergy.money, of.resourceIds));
    return of.groups.reduce((total, group) => total + (byGroup.get(group) ?? 0), sum);
  }, own);
}
