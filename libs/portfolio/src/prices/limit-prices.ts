import type { AllocationProblem, Objective, SolverSettings } from '../problem/allocation-problem';
import { changedProblem, limitsOf, type ProblemChange } from '../explain/changed-problem';
import { aimsSideBySide, priceOf } from '../explain/price';
import { differenceOf, sameAims, type Difference } from '../explain/verified-change';
import type { Choice } from '../optimise/choice';
import { describeLimit, type DescribedLimit } from '../optimise/describe-limit';
import type { LimitRef } from '../optimise/limit-ref';
import { optimiserFor, type Optimum } from '../optimise/optimise';
import { portfolioReport } from '../optimise/portfolio-report';
import type { SolveContext } from '../optimise/solve-model';
import { fromUnits } from '../problem/fraction';

/** A solved problem, without its models. */
type Solved = Pick<Optimum, 'status' | 'choice' | 'aims' | 'record'>;

/** What a limit costs: the present optimum against the one without it. */
export interface LimitPrice extends DescribedLimit, Difference {
  /** What the first aim loses by the limit, in its own unit; null when the problem without it could not be proven. */
  readonly price: number | null;
  readonly aims: ReturnType<typeof aimsSideBySide>;
  readonly status: Optimum['status'];
  /** Money (or grants) of the limit that the present optimum leaves unused; null for limits without a quantity. */
  readonly unused: number | null;
  /** What loosening the limit by one step is worth; null for limits that are not money. */
  readonly perStep: StepValue | null;
}

/** The gain of the first aim when a money limit is loosened by `step`. Found by solving anew: exact, also where it is 0. */
export interface StepValue extends Difference {
  readonly step: number;
  readonly gain: number | null;
  readonly status: Optimum['status'];
}

/** The price of all the limits of one dimension at once: of a whole split, say. */
export interface DimensionPrice extends Difference {
  readonly dimension: string;
  readonly limits: readonly LimitRef[];
  readonly price: number | null;
  readonly status: Optimum['status'];
}

export const pricedLimitKinds = [
  'ceiling',
  'group-limit',
  'grants',
  'minimum-grant',
  'link',
  'joint-limit',
  'must-fund',
  'excluded',
] as const;
export type PricedLimitKind = (typeof pricedLimitKinds)[number];

export interface LimitPriceOptions {
  /** Which kinds of limits have their price found. */
  readonly kinds: readonly PricedLimitKind[];
  /** In money units: how far each money limit is loosened for `perStep`. */
  readonly stepUnits: number;
}

/**
 * The price of each limit, each found by leaving it out and solving anew to the proven optimum.
 *
 * Rule    price = best without the limit − best with it, in the direction of the objective, never below 0. A ceiling or a group's
 *         most is loosened upwards, a group's least downwards and not below 0.
 * Slack   Projects are whole, so `unused` says nothing of the price, unlike the shadow price of a linear program: a limit with money left
 *         can cost when every better portfolio lies beyond it, and one without any left may cost nothing. A limit has a price exactly when
 *         every best portfolio without it breaks it.
 * Shares  A limit stated as a share of the budget is an amount, fixed when the problem is read: it stays where it is while the ceiling
 *         of the budget is loosened or left out. A limit stated as a share of what is spent moves with what is spent.
 * Cost    One solve for each limit, one more for each that is money, one for each dimension with two limits or more.
 */
export async function limitPrices(
  problem: AllocationProblem,
  objective: Objective,
  { kinds, stepUnits }: LimitPriceOptions,
  present: { readonly optimum: Solved; readonly choice: Choice },
  settings: SolverSettings,
  context: SolveContext,
): Promise<{ readonly limits: readonly LimitPrice[]; readonly dimensions: readonly DimensionPrice[] }> {
  const solve = async (changes: readonly ProblemChange[]): Promise<Optimum> => {
    const changed = changes.reduce(changedProblem, problem);
    const { solve: best } = await optimiserFor(changed, objective, settings, context);
    return best();
  };
  const measured = ({ optimum, choice }: typeof present, other: Solved) => ({
    status: other.status,
    price: other.status === 'optimal' ? priceOf(other, optimum) : null,
    ...changeBetween(problem, optimum, choice, other),
  });
  const limits: LimitPrice[] = [];
  for (const limit of limitsOf(problem).filter(({ kind }) => kinds.includes(kind))) {
    const without = await solve([{ kind: 'without', limit }]);
    limits.push({
      ...describeLimit(problem, limit),
      ...measured(present, without),
      aims: aimsSideBySide(without, present.optimum),
      unused: unusedOf(problem, present.choice, limit),
      perStep: await stepValue(limit),
    });
  }
  const dimensions: DimensionPrice[] = [];
  const byDimension = new Map<string, LimitRef[]>();
  for (const { limit } of limits)
    if (limit.kind === 'group-limit') {
      const dimension = problem.groupLimits.find(({ id }) => id === limit.id)?.dimension ?? '';
      byDimension.set(dimension, [...(byDimension.get(dimension) ?? []), limit]);
    }
  for (const [dimension, own] of byDimension)
    if (own.length > 1) {
      const without = await solve(own.map((limit): ProblemChange => ({ kind: 'without', limit })));
      dimensions.push({ dimension, limits: own, ...measured(present, without) });
    }
  return { limits, dimensions };

  async function stepValue(limit: LimitRef): Promise<StepValue | null> {
    const change = loosening(problem, limit, stepUnits);
    if (!change) return null;
    const { price, ...rest } = measured(present, await solve([change]));
    return { step: fromUnits(stepUnits, problem.moneyScale), gain: price, ...rest };
  }
}

/** Who enters and leaves; nobody when the other portfolio is no better, since then the present one is as good. */
function changeBetween(problem: AllocationProblem, optimum: Solved, choice: Choice, other: Solved): Difference {
  const isSame = !other.choice || sameAims(optimum, other);
  return isSame ? { entering: [], leaving: [] } : differenceOf(problem, choice, other.choice ?? {});
}

function loosening(problem: AllocationProblem, limit: LimitRef, step: number): ProblemChange | null {
  if (limit.kind === 'ceiling') {
    const ceiling = problem.ceilings.find(({ id }) => id === limit.id);
    return ceiling && ceiling.kind !== 'other' ? { kind: 'ceiling', id: limit.id, by: step } : null;
  }
  if (limit.kind !== 'group-limit') return null;
  const own = problem.groupLimits.find(({ id }) => id === limit.id);
  const bound = own?.[limit.side];
  if (own?.measure !== 'money' || bound?.kind !== 'amount') return null;
  const by = limit.side === 'max' ? step : -Math.min(step, bound.amount);
  return { kind: 'group-limit', id: limit.id, side: limit.side, by };
}

function unusedOf(problem: AllocationProblem, choice: Choice, limit: LimitRef): number | null {
  const report = portfolioReport(problem, choice);
  if (limit.kind === 'ceiling') return report.ceilings.find(({ id }) => id === limit.id)?.left ?? null;
  if (limit.kind === 'grants') {
    const count = problem.grants[limit.side];
    return count === null ? null : Math.abs(count - report.grants);
  }
  if (limit.kind !== 'group-limit') return null;
  const own = report.groupLimits.find(({ id }) => id === limit.id);
  const bound = own?.[limit.side] ?? null;
  return own && bound !== null ? Math.abs(bound - own.used) : null;
}
