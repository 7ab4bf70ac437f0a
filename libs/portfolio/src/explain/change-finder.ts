import type { Objective, PortfolioProject, SolverSettings } from '../problem/allocation-problem';
import type { ConstraintRow, ConstraintSystem } from '../optimise/constraints';
import type { LimitRef } from '../optimise/limit-ref';
import type { ObjectiveProgram } from '../optimise/objective-program';
import { baseModelOf, modelOf, variedModel, type ExtraRow } from '../optimise/program';
import { columnsOfProject, denseWeights, isBroken, rowsAtGrant } from '../optimise/rows-at-grant';
import { limitKey } from '../optimise/limit-ref';
import { ownValue } from '../problem/read-objective';
import { solveExactly } from '../solver/exact/solve-exactly';
import type { MipModel } from '../solver/mip-solver';
import { countsInTotal, totalOfCeilings } from './changed-problem';
import { demandRows, type Demand } from './demand';
import { Effort } from './effort';
import type { KnownPortfolios } from './known-portfolios';

/**
 * A limit with a free change δ: factor·(Σ entries) − weight·δ ≤ factor·upper, or factor·(Σ entries) + weight·δ ≥ factor·lower.
 * Weight 1, factor 1: δ loosens that limit by δ.
 */
export interface FreeLimit {
  readonly factor: number;
  readonly weight: number;
}

/** Which limits a change of one number moves, and how far each. */
export type LimitMove = (row: ConstraintRow) => FreeLimit | null;

/** One ceiling, group limit or number of grants alone. */
export const moveOf = (limit: LimitRef): LimitMove => {
  const key = limitKey(limit);
  return ({ origin }) => (origin && limitKey(origin) === key ? { factor: 1, weight: 1 } : null);
};

/** All money ceilings in proportion to themselves; δ is the change of their total. */
export function moveAllCeilings(system: ConstraintSystem): LimitMove {
  const { problem } = system;
  const total = totalOfCeilings(problem);
  const money = problem.ceilings.filter(({ kind }) => countsInTotal(kind));
  const common = money.reduce((divisor, { limit }) => gcd(divisor, limit), total) || 1;
  const limits = new Map(money.map(({ id, limit }) => [id, limit / common]));
  return ({ origin }) => {
    const limit = origin?.kind === 'ceiling' ? limits.get(origin.id) : undefined;
    return limit === undefined || limit === 0 ? null : { factor: total / common, weight: limit };
  };
}

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

/** A change of a limit that was looked for: how much, and a portfolio that shows it. */
export interface FoundChange {
  readonly by: number;
  /** One entry per decision, 0 or 1. */
  readonly point: Float64Array;
}

/** Looks for the least or largest change with which a portfolio of a given worth exists. Linear objectives only. */
export class ChangeFinder {
  constructor(
    readonly system: ConstraintSystem,
    readonly program: ObjectiveProgram,
    private readonly settings: SolverSettings,
    /** Read for what to start from; what is found is added. */
    private readonly known: KnownPortfolios,
  ) {}

  /**
   * Makes ready to ask, for one limit, for the least (or largest) δ in [0, most] for which some portfolio that meets a demand
   * reaches the objective `target`. The answer: null when none does, undefined when `effort` ran out.
   */
  limitChange(
    move: LimitMove,
    sense: 'least' | 'largest',
    most: number,
    effort: Effort,
  ): (target: number, demand: Demand) => FoundChange | null | undefined {
    const { system, program } = this.freed(move, sense, most);
    const base = baseModelOf(system, program);
    return (target, demand) => {
      let start = this.knownAtLimits(move, sense, target, demand);
      if (!start && sense === 'least') {
        const farthest = this.reachingAt(move, most, target, demand, effort);
        if (!farthest) return farthest;
        start = farthest;
      }
      const rows = [this.worth(target), ...demandRows(system, demand)];
      return this.solve(variedModel(base, system, rows, demand.forced), start, effort);
    };
  }

  /**
   * A portfolio that meets a demand and reaches a worth once the limits have moved by δ; null when there is none, which a search for
   * the best worth sees sooner than one for the least δ.
   */
  private reachingAt(
    move: LimitMove,
    delta: number,
    target: number,
    demand: Demand,
    effort: Effort,
  ): Float64Array | null | undefined {
    const rows = this.system.rows.map((row) => {
      const free = move(row);
      const by = free ? Math.floor((free.weight * delta) / free.factor) : 0;
      return { ...row, lower: row.lower - by, upper: row.upper + by };
    });
    const model = modelOf({ ...this.system, rows }, this.program, demandRows(this.system, demand), demand.forced);
    const answer = effort.spend((effortLimit) => solveExactly(model, { gap: 0, effortLimit, atLeast: target }));
    this.known.add(answer.values);
    if (answer.status === 'infeasible') return null;
    return answer.values ?? undefined;
  }

  /** The system without the limits that move, and the program of a free δ in those that do. */
  private freed(move: LimitMove, sense: 'least' | 'largest', most: number) {
    const moved: { row: ConstraintRow; free: FreeLimit }[] = [];
    const rows = this.system.rows.filter((row) => {
      const free = move(row);
      if (free) moved.push({ row, free });
      return !free;
    });
    const tightens = sense === 'largest';
    const program: ObjectiveProgram = {
      weights: new Float64Array(this.system.columns.length),
      auxiliaries: [{ lower: 0, upper: most, objective: tightens ? 1 : -1 }],
      rows: moved.map(({ row, free }) => {
        const weights = denseWeights(
          row.entries.map(([j, a]) => [j, a * free.factor] as const),
          this.system.columns.length,
        );
        const sign = (row.upper === Infinity ? 1 : -1) * (tightens ? -1 : 1);
        return {
          auxiliary: 0,
          coefficient: sign * free.weight,
          weights,
          lower: row.lower * free.factor,
          upper: row.upper * free.factor,
        };
      }),
      offset: 0,
      scale: 1,
      sign: 1,
      valueGrid: 1,
    };
    return { system: { ...this.system, rows }, program };
  }

  /**
   * The known portfolio that asks for the least loosening, or stands the most tightening; null when none is known.
   */
  private knownAtLimits(
    move: LimitMove,
    sense: 'least' | 'largest',
    target: number,
    demand: Demand,
  ): Float64Array | null {
    const { rows } = this.system;
    const moves = rows.map(move);
    let best: Float64Array | null = null;
    let bestRoom = -Infinity;
    for (const { point, activities } of this.known.reaching(demand, target)) {
      let room = Infinity;
      for (let i = 0; i < rows.length && room > bestRoom; i += 1) {
        const { lower, upper } = rows[i] as ConstraintRow;
        const sum = activities[i] as number;
        const free = moves[i];
        const left = Math.min(upper - sum, sum - lower);
        if (free) room = Math.min(room, (left * free.factor) / free.weight);
        else if (left < 0) room = -Infinity;
      }
      if (sense === 'largest' && room < 0) continue;
      if (room > bestRoom) [best, bestRoom] = [point, room];
    }
    return best;
  }

  /**
   * The largest grant t in [least, most] with which a project can be funded (its value as it is, or in proportion for objectives
   * that count money) in a portfolio that reaches the objective `target`; null when none does.
   */
  largestGrant(
    project: PortfolioProject,
    objective: Objective,
    least: number,
    most: number,
    target: number,
  ): number | null | undefined {
    const { own, top } = columnsOfProject(this.system, project);
    const request = project.levels.at(-1)?.money ?? 0;
    const atGrant = rowsAtGrant(this.system, project);
    if (request <= 0 || least > most || atGrant.some(isBroken)) return null;
    const weight = this.program.weights[top] as number;
    const others = this.program.weights.map((own_, j) => (own.includes(j) ? 0 : own_));
    const perUnit = this.perMoneyUnit(project, objective);
    const worth: ExtraRow = {
      weights: others,
      auxiliaryWeights: [perUnit],
      lower: target - (weight - perUnit * request),
      upper: Infinity,
    };
    const program: ObjectiveProgram = {
      weights: new Float64Array(this.system.columns.length),
      auxiliaries: [{ lower: least, upper: most, objective: 1 }],
      rows: atGrant
        .filter(({ grantWeight }) => grantWeight !== 0)
        .map(({ row, grantWeight }) => ({
          auxiliary: 0,
          coefficient: grantWeight,
          weights: denseWeights(row.entries, this.system.columns.length),
          lower: row.lower,
          upper: row.upper,
        })),
      offset: 0,
      scale: 1,
      sign: 1,
      valueGrid: 1,
    };
    const rows = atGrant
      .filter(({ grantWeight, row }) => grantWeight === 0 && row.entries.length > 0)
      .map(({ row }) => row);
    const model = modelOf({ ...this.system, rows }, program, [worth], { out: [project.id] });
    const found = this.solve(model, null, new Effort(this.settings));
    return found && found.by;
  }

  /** Does a larger grant of the project only make limits harder to keep? Not so for least amounts and for shares of what is spent. */
  onlyTightens(project: PortfolioProject): boolean {
    return rowsAtGrant(this.system, project).every(
      ({ row, grantWeight }) =>
        grantWeight === 0 || (grantWeight > 0 ? row.lower === -Infinity : row.upper === Infinity),
    );
  }

  /** What one money unit of the project's grant adds to the objective: its value where values are multiplied by money, else 0. */
  private perMoneyUnit(project: PortfolioProject, objective: Objective): number {
    if (objective.name !== 'value_times_money') return 0;
    const level = project.levels.at(-1);
    const value = objective.of === ownValue ? level?.value : level?.values[objective.of];
    return Math.round((value?.point ?? 0) / this.program.valueGrid);
  }

  private worth(target: number): ExtraRow {
    return { weights: this.program.weights, lower: target, upper: Infinity };
  }

  /** The best value of the one auxiliary column of a model, which stands behind the decisions. */
  private solve(model: MipModel, known: Float64Array | null, effort: Effort): FoundChange | null | undefined {
    const start = known && new Float64Array(model.columns);
    start?.set(known ?? []);
    const answer = effort.spend((effortLimit) => solveExactly(model, { gap: 0, effortLimit, ...(start && { start }) }));
    this.known.add(answer.values);
    if (answer.status === 'infeasible') return null;
    if (answer.status !== 'optimal' || answer.values === null) return undefined;
    const decisions = this.system.columns.length;
    return { by: answer.values[decisions] as number, point: answer.values.subarray(0, decisions) };
  }
}
