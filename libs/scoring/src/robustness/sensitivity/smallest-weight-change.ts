import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import type { LinearStatement } from '../../weights/statements/linear-statement';
import { nearestPoint, normOf, type Norm, type Row } from '../linear/nearest-point';
import { fundedBy, type MoneyLine } from '../smaa/money-line';
import { orderOf, scoreOf, weightLine, weightsAt } from './weight-line';
import { additiveFaults, rankingSteps } from './weight-stability';

/** Other weights, as near as possible to the ones now, under which something is otherwise. */
export interface WeightChange {
  readonly weights: readonly number[];
  /** New weight minus the one now, per criterion. */
  readonly change: readonly number[];
  readonly norm: Norm;
  readonly distance: number;
}

/** What a search for the smallest lifting change found. */
export interface LiftAnswer {
  /** The smallest change found; null when none was: with proof `exact`, because no weights do it. */
  readonly change: WeightChange | null;
  /** `exact`: no smaller change does it. `bounded`: the search was cut short. */
  readonly proof: 'exact' | 'bounded';
  /** No change smaller than this does it; null when nothing does. */
  readonly atLeast: number | null;
}

export interface ChangeOptions {
  readonly norm: Norm;
  /** What the new weights must also satisfy, besides w ≥ 0 and Σ w = 1. */
  readonly statements?: readonly LinearStatement[];
  /** Cells of the weight space looked at before the search is cut short; default 2000. */
  readonly mostCells?: number;
}

/**
 * The smallest change of weights that lets one alternative catch up with another. At the weights returned the two scores are equal;
 * a step further along the same line and the order is the other one.
 *
 * Shapes  values: m × n; weights: n summing to 1; pair: [the one behind, the one ahead].
 * Edges   Value null when no weights do it: the one behind is then behind for every weight that the statements allow.
 * Errors  Those of `weightStability`; `change-already-so` when it is not behind; `change-unknown-alternative`.
 * Source  Triantaphyllou & Sánchez, Decision Sciences 28 (1997), for one weight; here all weights at once by linear and quadratic
 *         programming.
 * @example smallestWeightSwap([[1, 0], [0, 1]], [0.6, 0.4], [1, 0], { norm: 'sum' }) // => weights [0.5, 0.5], distance 0.2
 */
export function smallestWeightSwap(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  pair: readonly [behind: number, ahead: number],
  options: ChangeOptions,
): Result<WeightChange | null> {
  const faults = changeFaults(values, weights, pair);
  if (faults.length > 0) return refuse(faults);
  const [behind, ahead] = pair;
  const order = orderOf(values.map((row) => scoreOf(row, weights)));
  if (order.indexOf(behind) < order.indexOf(ahead)) return refuse([refusal('change-already-so', ['pair'])]);
  const rows = [...regionRows(weights.length, options.statements ?? []), catchUp(values, behind, ahead)];
  const nearest = nearestPoint(weights, rows, options.norm);
  return accept(nearest && changeTo(weights, nearest.point, options.norm));
}

/**
 * The smallest change of weights that lifts an alternative above the money line. At the weights returned it stands just at the line:
 * equal scores are counted in its favour.
 *
 * Rule    Branch and bound over who stands before whom: in each cell of the weight space in which the orders that matter are settled,
 *         the nearest weights are found exactly; cells further away than the best found are never opened.
 * Edges   A search cut short says so and gives its bound.
 * Errors  As for `smallestWeightSwap`.
 */
export function smallestWeightLift(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  alternative: number,
  line: MoneyLine,
  options: ChangeOptions,
): Result<LiftAnswer> {
  const faults = changeFaults(values, weights, [alternative]);
  if (faults.length > 0) return refuse(faults);
  if (fundedBy(line, orderOf(values.map((row) => scoreOf(row, weights))))[alternative])
    return refuse([refusal('change-already-so', ['alternative'])]);
  return accept(new LiftSearch(values, weights, alternative, line, options).run());
}

function changeFaults(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  alternatives: readonly number[],
): Refusal[] {
  const unknown = alternatives.filter((i) => !(Number.isInteger(i) && i >= 0 && i < values.length));
  return [
    ...additiveFaults(values, weights),
    ...unknown.map((i) => refusal('change-unknown-alternative', [], { alternative: String(i) })),
  ];
}

/** w ≥ 0, Σ w = 1 and the statements. */
function regionRows(criteria: number, statements: readonly LinearStatement[]): readonly Row[] {
  const unit = (c: number) => Array.from({ length: criteria }, (_, k) => (k === c ? 1 : 0));
  return [
    { coefficients: new Array<number>(criteria).fill(1), rhs: 1, equality: true },
    ...Array.from({ length: criteria }, (_, c) => ({ coefficients: unit(c), rhs: 0, equality: false })),
    ...statements.map(({ coefficients, relation, rhs }) => ({
      coefficients: relation === '<=' ? coefficients.map((a) => -a) : coefficients,
      rhs: relation === '<=' ? -rhs : rhs,
      equality: relation === '=',
    })),
  ];
}

const catchUp = (values: readonly (readonly number[])[], behind: number, ahead: number): Row => ({
  coefficients: values[behind]!.map((value, c) => value - values[ahead]![c]!),
  rhs: 0,
  equality: false,
});

/** Tiny negative weights that rounding leaves are 0. */
function changeTo(weights: readonly number[], point: readonly number[], norm: Norm): WeightChange {
  const moved = point.map((w) => Math.max(0, w));
  const change = moved.map((w, c) => w - weights[c]!);
  return { weights: moved, change, norm, distance: normOf(change, norm) };
}

/** Scores that differ by less than this are equal at weights found by a linear program. */
const equalWithin = 1e-9;

/** A cell of the weight space: `before[k]` stands at least as high as `after[k]`; and the nearest weights in it. */
interface Cell {
  readonly pairs: readonly (readonly [before: number, after: number])[];
  readonly point: readonly number[];
  readonly distance: number;
}

class LiftSearch {
  private readonly region: readonly Row[];
  private readonly orderNow: readonly number[];
  private readonly swapDistances = new Map<number, number>();
  private best: { readonly point: readonly number[]; readonly distance: number } | null = null;

  constructor(
    private readonly values: readonly (readonly number[])[],
    private readonly weights: readonly number[],
    private readonly target: number,
    private readonly line: MoneyLine,
    private readonly options: ChangeOptions,
  ) {
    this.region = regionRows(weights.length, options.statements ?? []);
    this.orderNow = orderOf(values.map((row) => scoreOf(row, weights)));
  }

  run(): LiftAnswer {
    const root = this.cell([]);
    if (!root || this.isHopeless([])) return { change: null, proof: 'exact', atLeast: null };
    this.trySingleWeights();
    this.dive(root);
    const open: Cell[] = [root];
    const mostCells = this.options.mostCells ?? 2000;
    for (let looked = 0; open.length > 0; looked++) {
      const nearest = open.reduce((least, cell, k) => (cell.distance < open[least]!.distance ? k : least), 0);
      const cell = open.splice(nearest, 1)[0]!;
      if (this.best && cell.distance >= this.best.distance - 1e-12) break;
      if (looked >= mostCells) return this.answer('bounded', cell.distance);
      const order = this.rankingAt(cell);
      if (fundedBy(this.line, order)[this.target]) {
        this.best = cell;
        break;
      }
      const pair = this.openPair(cell, order);
      if (!pair) continue;
      for (const oriented of [pair, [pair[1], pair[0]] as const]) {
        const child = this.isHopeless([...cell.pairs, oriented]) ? null : this.cell([...cell.pairs, oriented]);
        if (child && (!this.best || child.distance < this.best.distance)) open.push(child);
      }
    }
    return this.answer('exact', 0);
  }

  private answer(proof: 'exact' | 'bounded', bound: number): LiftAnswer {
    const change = this.best && changeTo(this.weights, this.best.point, this.options.norm);
    if (proof === 'exact') return { change, proof, atLeast: change && change.distance };
    return { change, proof, atLeast: change ? Math.min(bound, change.distance) : bound };
  }

  /** A first answer to measure others against: the nearest weight of each criterion alone, exact along its line. */
  private trySingleWeights(): void {
    this.weights.forEach((_, criterion) => {
      const line = weightLine(this.values, this.weights, criterion);
      if (!line.movable) return;
      for (const direction of [1, -1] as const) {
        for (const step of rankingSteps(line, direction)) {
          if (!fundedBy(this.line, step.order)[this.target]) continue;
          const point = weightsAt(this.weights, criterion, step.weight);
          const distance = normOf(
            point.map((w, c) => w - this.weights[c]!),
            this.options.norm,
          );
          if (this.allowed(point) && (!this.best || distance < this.best.distance)) this.best = { point, distance };
          break;
        }
      }
    });
  }

  /** Another first answer: put the target before whatever stands in its way, one after the other, as long as weights allow it. */
  private dive(root: Cell): void {
    for (let cell: Cell | null = root; cell;) {
      const order = this.rankingAt(cell);
      if (fundedBy(this.line, order)[this.target]) {
        if (!this.best || cell.distance < this.best.distance) this.best = cell;
        return;
      }
      const pair = this.openPair(cell, order);
      if (!pair) return;
      const preferred: Cell | null = this.cell([...cell.pairs, pair]);
      const other: Cell['pairs'] = [...cell.pairs, [pair[1], pair[0]]];
      cell = preferred ?? (this.isHopeless(other) ? null : this.cell(other));
    }
  }

  private allowed(point: readonly number[]): boolean {
    return this.region.every(({ coefficients, rhs, equality }) => {
      const gap = scoreOf(coefficients, point) - rhs;
      return equality ? Math.abs(gap) <= equalWithin : gap >= -equalWithin;
    });
  }

  private cell(pairs: Cell['pairs']): Cell | null {
    const rows = pairs.map(([before, after]) => catchUp(this.values, before, after));
    const nearest = nearestPoint(this.weights, [...this.region, ...rows], this.options.norm);
    return nearest && { pairs, ...nearest };
  }

  /** The ranking at the cell's nearest weights: equal scores in the order settled, then in the target's favour, then by index. */
  private rankingAt({ pairs, point }: Cell): readonly number[] {
    const scores = this.values.map((row) => scoreOf(row, point));
    const settled = (a: number, b: number) => pairs.some(([before, after]) => before === a && after === b);
    return scores
      .map((_, i) => i)
      .sort((a, b) => {
        if (Math.abs(scores[a]! - scores[b]!) > equalWithin) return scores[b]! - scores[a]!;
        if (settled(a, b)) return -1;
        if (settled(b, a)) return 1;
        if (a === this.target || b === this.target) return a === this.target ? -1 : 1;
        return a - b;
      });
  }

  /**
   * The pair to settle next: what stands in the target's way first; then others that could change who is funded. Pairs that no
   * weights nearer than the best answer can put in the other order are settled as they are now.
   */
  private openPair({ pairs }: Cell, order: readonly number[]): readonly [number, number] | null {
    const isOpen = (a: number, b: number) =>
      !pairs.some(([x, y]) => (x === a && y === b) || (x === b && y === a)) && this.canSwap(a, b);
    const { target } = this;
    const place = order.indexOf(target);
    const funded = fundedBy(this.line, order);
    const inTheWay = order.slice(0, place).filter((i) => isOpen(target, i));
    const rival = inTheWay.find((i) => funded[i]) ?? inTheWay[0];
    if (rival !== undefined) return [target, rival];
    // Under a count or a line that stops, only who stands before the target matters, not in which order.
    if (this.line.kind === 'count' || this.line.rule === 'stop') return null;
    for (let second = 1; second < place; second++)
      for (let first = second - 1; first >= 0; first--)
        if (isOpen(order[first]!, order[second]!)) return [order[second]!, order[first]!];
    const below = order.slice(place + 1).find((i) => isOpen(target, i));
    return below === undefined ? null : [below, target];
  }

  /** Can weights nearer than the best answer put the two in the other order than now? */
  private canSwap(a: number, b: number): boolean {
    if (!this.best) return true;
    const [ahead, behind] = this.orderNow.indexOf(a) < this.orderNow.indexOf(b) ? [a, b] : [b, a];
    const key = ahead * this.values.length + behind;
    let distance = this.swapDistances.get(key);
    if (distance === undefined) {
      const rows = [...this.region, catchUp(this.values, behind, ahead)];
      distance = nearestPoint(this.weights, rows, this.options.norm)?.distance ?? Infinity;
      this.swapDistances.set(key, distance);
    }
    return distance < this.best.distance;
  }

  /**
   * True when those settled to stand before the target keep it from being funded whatever else: too many of them, or too costly.
   * Under a line that skips, one that costs no more than the target is funded whenever the target is, so only those count.
   */
  private isHopeless(pairs: Cell['pairs']): boolean {
    const { line, target } = this;
    const before = pairs.filter(([, after]) => after === target).map(([first]) => first);
    if (line.kind === 'count') return before.length >= line.count;
    const own = line.costs[target]!;
    const certain = before.filter((i) => line.rule === 'stop' || line.costs[i]! <= own);
    return certain.reduce((sum, i) => sum + line.costs[i]!, own) > line.budget;
  }
}
