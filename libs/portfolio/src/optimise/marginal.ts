import { refusal, refuse, accept, splitByLargestRemainder, type Path, type Result } from '@fordela/domain';
import type {
  AllocationProblem,
  FundingLevel,
  Objective,
  PortfolioProject,
  SolverSettings,
} from '../problem/allocation-problem';
import {
  addFractions,
  compareFractions,
  fraction,
  multiplyFractions,
  roundToDecimals,
  type Fraction,
} from '../problem/fraction';
import { partAt } from '../problem/read-projects';
import { checkPortfolio } from './check-portfolio';
import type { Choice } from './choice';
import { constraintsOf, type ConstraintSystem } from './constraints';
import { valueWeights } from './objective-program';
import { choiceOf, modelOf, type Forced } from './program';
import { columnsOfProject, denseWeights, isBroken, rowsAtGrant } from './rows-at-grant';
import { solveModel, type SolveContext, type SolveRecord } from './solve-model';

/** The level a partly funded marginal project appears to have. */
export const marginalLevel = 'marginal';

/** The best portfolio when one project may get any whole number of units. `problem` has that grant as a level of its project. */
export interface MarginalOptimum {
  readonly problem: AllocationProblem;
  readonly choice: Choice | null;
  /** The project funded in part; null when the best portfolio needs none. */
  readonly project: string | null;
  /** Objective in value units, exact; the marginal project's part may be a fraction of a unit. */
  readonly objective: Fraction | null;
  readonly bound: Fraction | null;
  readonly status: SolveRecord['status'];
  readonly record: SolveRecord;
}

type Sum = Extract<Objective, { name: 'sum_of_value' }>;

/** Marginal part-funding follows value in proportion to money, so it is defined for `sum_of_value` alone. */
export function marginalObjective(objective: Objective, path: Path): Result<Sum> {
  return objective.name === 'sum_of_value'
    ? accept(objective)
    : refuse([refusal('allocation-marginal-objective', path, { objective: objective.name })]);
}

/**
 * The best portfolio in which at most one project is funded in part: with any whole number of money units from its smallest
 * useful grant (or 1) up to its request.
 *
 * Rule    For each candidate in turn the others are all or nothing and its grant t is a whole number; every limit it counts in
 *         by money takes its share cost × t / request exactly (the rows are multiplied out), limits by count take it whole. The
 *         value of t follows the project's partial-value rule. Candidates that cannot beat the best so far are cut short.
 * Rounding  Of the grant, each year or source gets its part by largest remainder or, if that would break a limit, rounded down.
 * Edges   Interval values count at their point. A project with stated levels is cut between its smallest useful grant and its last level.
 * Source  The "break item" of the continuous knapsack problem: Dantzig, Operations Research 5 (1957) 266–277.
 */
export async function optimiseMarginal(
  problem: AllocationProblem,
  objective: Sum,
  settings: SolverSettings,
  context: SolveContext,
  forced: Forced = {},
): Promise<MarginalOptimum> {
  const system = constraintsOf(problem);
  const values = valueWeights(system, objective.of).map((value, j) =>
    system.columns[j]?.kind === 'level' ? value - objective.penaltyPerGrant : value,
  );
  const base = { auxiliaries: [], rows: [], offset: 0, scale: 1, sign: 1 as const, valueGrid: 1 };
  const whole = await solveModel(modelOf(system, { ...base, weights: values }, [], forced), settings, context);
  let best: MarginalOptimum = {
    problem,
    choice: whole.values && choiceOf(system, whole.values),
    project: null,
    objective: whole.objective === null ? null : fraction(whole.objective),
    bound: whole.bound === null ? null : fraction(whole.bound),
    status: whole.status,
    record: whole,
  };
  let proven = whole.status === 'optimal' || whole.status === 'infeasible';
  let bound = best.objective;
  for (const project of problem.projects) {
    const candidate = candidateOf(system, project, objective, forced);
    if (!candidate) continue;
    const found = await solveCandidate(system, candidate, values, settings, context, forced, best.objective);
    if (found.record.status !== 'optimal' && found.record.status !== 'infeasible') proven = false;
    if (!found.grant || found.objective === null) continue;
    if (best.objective !== null && compareFractions(found.objective, best.objective) <= 0) continue;
    if (bound === null || compareFractions(found.objective, bound) > 0) bound = found.objective;
    const made = withGrant(problem, candidate, found.choice, found.grant);
    if (!made) continue;
    const lost = multiplyFractions(candidate.slope, fraction(made.grant - found.grant));
    const reached = addFractions(found.objective, lost);
    if (best.objective !== null && compareFractions(reached, best.objective) <= 0) continue;
    best = { ...best, ...made, project: project.id, objective: reached, record: found.record };
  }
  if (best.objective === null || bound === null) return { ...best, status: proven ? 'infeasible' : 'unknown' };
  const optimal = proven && compareFractions(bound, best.objective) === 0;
  return { ...best, bound: proven ? bound : null, status: optimal ? 'optimal' : 'feasible' };
}

/** Splitting a grant over years and groups in whole units may overstep a limit by a unit; this many fewer are tried. */
const roundingTries = 4;

interface Candidate {
  readonly project: PortfolioProject;
  readonly top: FundingLevel;
  readonly smallest: number;
  readonly largest: number;
  /** Value of the whole request, before the penalty. */
  readonly full: number;
  /** Value of a grant t: start + slope·(t − smallest), before the penalty. */
  readonly start: Fraction;
  readonly slope: Fraction;
}

function candidateOf(
  system: ConstraintSystem,
  project: PortfolioProject,
  objective: Sum,
  forced: Forced,
): Candidate | null {
  const top = project.levels.at(-1);
  if (!top || project.alreadyDone || project.excluded || forced.out?.includes(project.id)) return null;
  if (typeof forced.in?.[project.id] === 'string') return null;
  const smallest = Math.max(project.smallestUseful ?? 1, system.problem.minimumGrant ?? 0, 1);
  const largest = top.money - 1;
  if (smallest > largest) return null;
  const full = (objective.of === 'value' ? top.value : top.values[objective.of])?.point ?? 0;
  const at = (grant: number) =>
    multiplyFractions(fraction(full), partAt(project.partialValue, grant, project.smallestUseful ?? 0, top.money));
  const start = at(smallest);
  const rise = addFractions(at(largest), multiplyFractions(start, fraction(-1)));
  const slope = largest > smallest ? multiplyFractions(rise, fraction(1, largest - smallest)) : fraction(0);
  return { project, top, smallest, largest, full, start, slope };
}

async function solveCandidate(
  system: ConstraintSystem,
  candidate: Candidate,
  values: Float64Array,
  settings: SolverSettings,
  context: SolveContext,
  forced: Forced,
  toBeat: Fraction | null,
): Promise<{
  readonly record: SolveRecord;
  readonly choice: Choice;
  readonly grant: number | null;
  readonly objective: Fraction | null;
}> {
  const { own, top: topColumn } = columnsOfProject(system, candidate.project);
  const grantColumn = system.columns.length;
  const rows = rowsAtGrant(system, candidate.project);
  const { scale, valueUnit } = commonScale(candidate, values);
  const weights = values.map((value, j) => (own.includes(j) ? 0 : Math.round((value * scale) / valueUnit)));
  const slope = Number(roundToDecimals(multiplyFractions(candidate.slope, fraction(scale, valueUnit)), 0));
  const model = modelOf(
    {
      ...system,
      rows: rows.filter(({ grantWeight, row }) => grantWeight === 0 && row.entries.length > 0).map(({ row }) => row),
    },
    {
      weights,
      auxiliaries: [
        { lower: candidate.smallest, upper: candidate.largest, objective: slope, preference: slope > 0 ? 1 : -1 },
      ],
      rows: rows
        .filter(({ grantWeight }) => grantWeight !== 0)
        .map(({ row, grantWeight }) => ({
          auxiliary: 0,
          coefficient: grantWeight,
          weights: denseWeights(row.entries, system.columns.length),
          lower: row.lower,
          upper: row.upper,
        })),
      offset: 0,
      scale: 1,
      sign: 1,
      valueGrid: 1,
    },
    [],
    { in: withoutKey(forced.in ?? {}, candidate.project.id), out: forced.out ?? [] },
  );
  const impossible = rows.some(isBroken);
  for (const j of own) model.upper[j] = 0;
  const penalty = (values[topColumn] as number) - candidate.full;
  const constant = addFractions(candidate.start, fraction(penalty));
  const atLeast = toBeat === null || valueUnit !== 1 ? undefined : threshold(toBeat, constant, candidate, scale, slope);
  const empty = { choice: {}, grant: null, objective: null };
  if (impossible) return { ...empty, record: noRecord };
  const record = await solveModel(model, { ...settings, gap: 0 }, context, atLeast === undefined ? {} : { atLeast });
  if (!record.values) return { ...empty, record };
  const grant = record.values[grantColumn] as number;
  const others = record.values.reduce(
    (sum, chosen, j) => (j < grantColumn ? sum + chosen * (values[j] as number) : sum),
    0,
  );
  const gained = addFractions(constant, multiplyFractions(candidate.slope, fraction(grant - candidate.smallest)));
  return { record, choice: choiceOf(system, record.values), grant, objective: addFractions(fraction(others), gained) };
}

const noRecord: SolveRecord = {
  status: 'infeasible',
  method: 'branch-and-bound',
  methodVersion: '',
  objective: null,
  bound: null,
  values: null,
  nodes: 0,
};

const withoutKey = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([own]) => own !== key));

/**
 * The number everything is multiplied by so that the value of one unit of money is whole: the slope's denominator, unless that
 * would leave 2^50; then values are counted in coarser units.
 */
function commonScale(
  candidate: Candidate,
  values: Float64Array,
): { readonly scale: number; readonly valueUnit: number } {
  const scale = Number(candidate.slope.denominator);
  const total = values.reduce((sum, value) => sum + Math.abs(value), 0) * 2;
  let valueUnit = 1;
  while ((total * scale) / valueUnit > 2 ** 50) valueUnit *= 10;
  return { scale, valueUnit };
}

/** The least model objective that beats the best so far by anything. */
function threshold(toBeat: Fraction, constant: Fraction, candidate: Candidate, scale: number, slope: number): number {
  const missing = addFractions(toBeat, multiplyFractions(constant, fraction(-1)));
  const scaled = multiplyFractions(missing, fraction(scale));
  return Number(roundToDecimals(scaled, 0)) + slope * candidate.smallest;
}

/** The problem with the grant as a level of its project, and the portfolio that uses it; null if no rounding keeps every limit. */
function withGrant(
  problem: AllocationProblem,
  candidate: Candidate,
  others: Choice,
  largest: number,
): (Pick<MarginalOptimum, 'problem' | 'choice'> & { readonly grant: number }) | null {
  for (let grant = largest; grant > largest - roundingTries && grant >= candidate.smallest; grant -= 1) {
    const made = withExactGrant(problem, candidate, others, grant);
    if (made) return { ...made, grant };
  }
  return null;
}

function withExactGrant(
  problem: AllocationProblem,
  candidate: Candidate,
  others: Choice,
  grant: number,
): Pick<MarginalOptimum, 'problem' | 'choice'> | null {
  const { project, top } = candidate;
  const ids = Object.keys(top.costs);
  const amounts = ids.map((id) => top.costs[id] ?? 0);
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const isMoneyOnly = total === top.money;
  const down = amounts.map((amount) => Number((BigInt(amount) * BigInt(grant)) / BigInt(top.money)));
  const even = isMoneyOnly ? splitByLargestRemainder(grant, amounts) : down;
  for (const pieces of [even, down]) {
    const costs = Object.fromEntries(ids.map((id, k) => [id, pieces[k] as number]));
    const money = isMoneyOnly ? pieces.reduce((sum, piece) => sum + piece, 0) : Math.floor(grant);
    const level = levelAt(project, top, grant, costs, money);
    const levels = [...project.levels.filter((own) => own !== top), level, top];
    const projects = problem.projects.map((own) => (own === project ? { ...project, levels } : own));
    const made = { ...problem, projects };
    const choice = { ...others, [project.id]: marginalLevel };
    if (checkPortfolio(made, choice).length === 0) return { problem: made, choice };
  }
  return null;
}

function levelAt(
  project: PortfolioProject,
  top: FundingLevel,
  grant: number,
  costs: Readonly<Record<string, number>>,
  money: number,
): FundingLevel {
  const part = partAt(project.partialValue, grant, project.smallestUseful ?? 0, top.money);
  const scale = (units: number) => Number(roundToDecimals(multiplyFractions(fraction(units), part), 0));
  const scored = (value: FundingLevel['value']) => ({
    low: scale(value.low),
    point: scale(value.point),
    high: scale(value.high),
  });
  return {
    ...top,
    id: marginalLevel,
    costs,
    money,
    value: scored(top.value),
    values: Object.fromEntries(Object.entries(top.values).map(([name, value]) => [name, scored(value)])),
  };
}
