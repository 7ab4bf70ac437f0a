import { accept, invariant, InvariantError, refusal, refuse, type Path, type Result } from '@fordela/domain';
import { choiceKey, type Choice } from '../optimise/choice';
import { constraintsOf, type ConstraintSystem } from '../optimise/constraints';
import type { ObjectiveProgram } from '../optimise/objective-program';
import { choiceOf, modelOf, pointOf, type ExtraRow } from '../optimise/program';
import { solveModel, type SolveContext, type SolveRecord } from '../optimise/solve-model';
import type { AllocationProblem, SolverSettings } from '../problem/allocation-problem';
import { coreOfPortfolios } from './core-index';
import type { MipModel } from '../solver/mip-solver';
import { compileAims, type AimInput, type NamedAim } from './efficient-aims';
import { describeFrontier, type EfficientOutcome, type FrontierPoint } from './efficient-portfolios';
import { checkedRecord } from './portfolio-record';
import { ZoneSet } from './search/zone-set';

export interface RepeatedSolvingOptions {
  readonly aims?: readonly AimInput[];
  readonly equal: 'all' | 'one';
  /** Most solves of the single-objective problem. */
  readonly solveLimit: number;
}

/**
 * The efficient portfolios by solving one optimisation problem per point and per empty part of the search region: the second
 * method, with an established solver, against which the search is checked.
 *
 * Rule    Take a box of the search region; maximise the sum of the aims above its corner. A portfolio found is efficient and
 *         splits the boxes; none found closes the box. Equal portfolios: the same values again, without those already found.
 * Errors  efficient-solver-needs-linear-aims for aims that are not sums (maximin, regret, equality).
 * Source  The ε-constraint method over a search region: Klamroth, Lacour & Vanderpooten (2015); Dächert & Klamroth (2015).
 */
export async function efficientByRepeatedSolving(
  problem: AllocationProblem,
  options: RepeatedSolvingOptions,
  settings: SolverSettings,
  context: SolveContext,
  path: Path,
): Promise<Result<EfficientOutcome>> {
  if (problem.marginalPartFunding) return refuse([refusal('efficient-no-marginal', path)]);
  const system = constraintsOf(problem);
  const compiled = compileAims(system, options.aims, [...path, 'aims']);
  if (!compiled.ok) return compiled;
  const { named, aims, quantities, shown } = compiled.value;
  if (aims.some((aim) => aim.kind !== 'linear'))
    return refuse([refusal('efficient-solver-needs-linear-aims', [...path, 'aims'])]);
  const run = new RepeatedSolving(
    system,
    aims.map((aim) => quantities[aim.kind === 'linear' ? aim.quantity : 0] as Float64Array),
    { ...settings, method: 'highs', gap: 0 },
    context,
    options,
  );
  const found = await run.run();
  const frontier = found.points
    .map(({ values, choices }): FrontierPoint => ({
      values: values.map((value, k) => shown(k, value)),
      supported: null,
      portfolioCount: choices.length,
      portfolios: choices.map((choice) => checkedRecord(problem, choice)),
    }))
    .sort((a, b) => compareValues(a.values, b.values, named));
  const all = found.points.flatMap(({ choices }) => choices);
  return accept({
    ...describeFrontier(named, frontier, found.complete),
    projects: found.complete ? coreOfPortfolios(problem, all) : [],
    proof: null,
    statesVisited: null,
    solves: run.solves,
  });
}

/** Best first in the first aim, then the second, … */
function compareValues(a: readonly number[], b: readonly number[], named: readonly NamedAim[]): number {
  for (const [k, { direction }] of named.entries()) {
    const difference = (b[k] as number) - (a[k] as number);
    if (difference !== 0) return direction === 'most' ? difference : -difference;
  }
  return 0;
}

interface FoundPoint {
  readonly values: readonly number[];
  readonly choices: Choice[];
}

class RepeatedSolving {
  solves = 0;
  private readonly columns: number;

  constructor(
    private readonly system: ConstraintSystem,
    private readonly weights: readonly Float64Array[],
    private readonly settings: SolverSettings,
    private readonly context: SolveContext,
    private readonly options: RepeatedSolvingOptions,
  ) {
    this.columns = system.columns.length;
  }

  async run(): Promise<{ readonly complete: boolean; readonly points: readonly FoundPoint[] }> {
    const least = this.weights.map((own) => own.reduce((sum, weight) => sum + Math.min(0, weight), 0));
    const most = this.weights.map((own) => own.reduce((sum, weight) => sum + Math.max(0, weight), 0));
    const units = this.weights.map((_, k) => this.weights.map((__, i) => (i === k ? 1 : 0)));
    const zones = new ZoneSet(
      least.map((value) => value - 1),
      most,
      least.map(() => 1),
      units,
    );
    const points: FoundPoint[] = [];
    const closed = new Set<number>();
    for (;;) {
      const box = zones.livingBoxIds().find((id) => !closed.has(id));
      if (box === undefined) break;
      if (this.solves >= this.options.solveLimit || this.context.shouldStop?.()) return { complete: false, points };
      const corner = zones.needs.slice(box * this.weights.length, (box + 1) * this.weights.length);
      const choice = await this.solve(
        this.weights.map((weights, k) => ({ weights, lower: corner[k] as number, upper: Infinity })),
      );
      if (choice === 'unproven') return { complete: false, points };
      if (choice === null) {
        closed.add(box);
        continue;
      }
      const values = this.valuesOf(choice);
      invariant(zones.insert(values), `a solve returned a point already dominated: ${values.join()}`);
      points.push({ values, choices: [choice] });
    }
    if (this.options.equal === 'all')
      for (const point of points) if (!(await this.addEqual(point))) return { complete: false, points };
    const byKey = (a: Choice, b: Choice) => (choiceKey(a) < choiceKey(b) ? -1 : 1);
    return { complete: true, points: points.map((point) => ({ ...point, choices: [...point.choices].sort(byKey) })) };
  }

  /** Every other portfolio with the point's values. */
  private async addEqual({ values, choices }: FoundPoint): Promise<boolean> {
    const same: ExtraRow[] = this.weights.map((weights, k) => ({
      weights,
      lower: values[k] as number,
      upper: values[k] as number,
    }));
    const others: ExtraRow[] = choices.map((choice) => this.without(choice));
    for (;;) {
      if (this.solves >= this.options.solveLimit) return false;
      const choice = await this.solve([...same, ...others]);
      if (choice === 'unproven') return false;
      if (choice === null) return true;
      choices.push(choice);
      others.push(this.without(choice));
    }
  }

  /** A row that leaves out exactly one portfolio. */
  private without(choice: Choice): ExtraRow {
    const point = pointOf(this.system, choice, this.columns);
    const isLevel = (j: number) => this.system.columns[j]?.kind === 'level';
    const weights = Float64Array.from(point, (value, j) => (isLevel(j) ? (value === 1 ? 1 : -1) : 0));
    const ones = point.reduce((sum, value, j) => (isLevel(j) ? sum + value : sum), 0);
    return { weights, lower: -Infinity, upper: ones - 1 };
  }

  private async solve(rows: readonly ExtraRow[]): Promise<Choice | null | 'unproven'> {
    this.solves += 1;
    const weights = new Float64Array(this.columns);
    for (const own of this.weights) own.forEach((weight, j) => (weights[j] = (weights[j] as number) + weight));
    const program: ObjectiveProgram = {
      weights,
      auxiliaries: [],
      rows: [],
      offset: 0,
      scale: 1,
      sign: 1,
      valueGrid: 1,
    };
    const model = modelOf(this.system, program, rows);
    // Rows with one left side are merged; HiGHS takes crossed bounds for an error, not for "nothing fits".
    if (model.rowLower.some((lower, i) => lower > (model.rowUpper[i] as number))) return null;
    const record = await this.recordOf(model);
    if (record === 'unproven') return record;
    if (record.status === 'infeasible') return null;
    if (record.status !== 'optimal' || !record.values) return 'unproven';
    return choiceOf(this.system, record.values);
  }

  /** The solver gives up with an error on numbers of very different size: then nothing is proven. */
  private async recordOf(model: MipModel): Promise<SolveRecord | 'unproven'> {
    try {
      return await solveModel(model, this.settings, this.context);
    } catch (error) {
      if (error instanceof InvariantError) throw error;
      return 'unproven';
    }
  }

  private valuesOf(choice: Choice): number[] {
    const point = pointOf(this.system, choice, this.columns);
    return this.weights.map((own) => own.reduce((sum, weight, j) => sum + weight * (point[j] as number), 0));
  }
}
