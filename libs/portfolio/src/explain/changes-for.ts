import { at } from '@fordela/domain';
import type { PortfolioProject } from '../problem/allocation-problem';
import type { Choice } from '../optimise/choice';
import { fromUnits } from '../problem/fraction';
import { describeLimit } from '../optimise/describe-limit';
import type { LimitRef } from '../optimise/limit-ref';
import type { Optimum } from '../optimise/optimise';
import type { Forced } from '../optimise/program';
import { limitsOf, partOfLevel, totalOfCeilings, type ProblemChange } from './changed-problem';
import { bisectChange } from './bisect-change';
import { moveAllCeilings, moveOf, type LimitMove } from './change-finder';
import type { KnownPortfolio } from './known-portfolios';
import { leastLoosening, leastTightening } from './limit-changes';
import { movedLimits, movesLimitsOnly } from './moved-limits';
import { choiceOf } from '../optimise/program';
import { projectParams } from './price';
import type { ReasonBench } from './reasons';
import { differenceOf, standingUnder, type Change } from './verified-change';
import { weightSteps, type WeightLine } from './weight-line';

export const changeKinds = [
  'score',
  'cost',
  'ceiling',
  'all-ceilings',
  'group-limit',
  'grants',
  'weight',
  'without-limit',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/**
 * The smallest changes that would bring a project in (or out, when the demand is to leave it out).
 *
 * Rule    Counted as turned when some best portfolio of the changed problem meets the demand. For linear objectives each smallest
 *         change is found exactly; for the others by bisection (`smallest` then says false). Every change is verified on the changed
 *         problem, solved anew, and where it is called smallest the next smaller one is shown not to do it.
 */
export async function changesFor(
  bench: ReasonBench,
  project: PortfolioProject,
  demand: Forced,
  forced: Optimum | null,
  kinds: readonly ChangeKind[],
): Promise<readonly Change[]> {
  const search = new ChangeSearch(bench, project, demand, forced);
  const changes: (Change | null)[] = [];
  for (const kind of changeKinds) {
    if (!kinds.includes(kind)) continue;
    changes.push(...(await search.changesOf(kind)));
  }
  return changes.filter((change) => change !== null);
}

/** The ends of a line's segments on one side of now, the nearest first, with the best objective there. */
function endsOnSide(line: WeightLine, side: 1 | -1, room: number) {
  return line.segments
    .flatMap((segment) => [segment.from, segment.to].map((step) => ({ step, segment, away: side * (step - line.now) })))
    .filter(({ away }) => away > 0 && away <= room)
    .sort((a, b) => a.away - b.away)
    .map(({ step, segment, away }) => ({ step, away, top: line.top(segment, step) }));
}

/** How far a weight moves until one of these portfolios is a best one; Infinity when it never is. */
function knownDistance(line: WeightLine, own: readonly KnownPortfolio[]): number {
  const distances = ([1, -1] as const).map(
    (side) =>
      endsOnSide(line, side, Infinity).find(({ step, top }) => own.some((known) => line.worthOf(known, step) >= top))
        ?.away ?? Infinity,
  );
  return Math.min(...distances);
}

function bestKnown(line: WeightLine, own: readonly KnownPortfolio[], step: number): KnownPortfolio | null {
  let best: KnownPortfolio | null = null;
  for (const known of own) if (!best || line.worthOf(known, step) > line.worthOf(best, step)) best = known;
  return best;
}

class ChangeSearch {
  private readonly wantsIn: boolean;

  constructor(
    private readonly bench: ReasonBench,
    private readonly project: PortfolioProject,
    private readonly demand: Forced,
    /** The best portfolio that meets the demand now; null when the limits forbid it. */
    private readonly forced: Optimum | null,
  ) {
    this.wantsIn = demand.in !== undefined;
  }

  async changesOf(kind: ChangeKind): Promise<readonly (Change | null)[]> {
    const { problem } = this.bench;
    switch (kind) {
      case 'score':
        return [await this.score()];
      case 'cost':
        return [await this.cost()];
      case 'ceiling': {
        const changes: (Change | null)[] = [];
        for (const { id, resourceIds } of problem.ceilings) {
          const touches = this.project.levels.some(({ costs }) =>
            resourceIds.some((resource) => (costs[resource] ?? 0) > 0),
          );
          if (touches) changes.push(await this.limit({ kind: 'ceiling', id }));
        }
        return changes;
      }
      case 'all-ceilings':
        return problem.ceilings.filter((ceiling) => ceiling.kind !== 'other').length > 1
          ? [await this.allCeilings()]
          : [];
      case 'group-limit':
      case 'grants': {
        const changes: (Change | null)[] = [];
        for (const limit of limitsOf(problem))
          if (limit.kind === kind && this.isAmount(limit)) changes.push(await this.limit(limit));
        return changes;
      }
      case 'weight':
        return [this.wantsIn || this.forced ? await this.weight() : null];
      case 'without-limit': {
        const changes: (Change | null)[] = [];
        for (const limit of limitsOf(problem)) if (this.couldBeDropped(limit)) changes.push(await this.without(limit));
        return changes;
      }
    }
  }

  private isAmount(limit: LimitRef): boolean {
    if (limit.kind !== 'group-limit') return true;
    return this.bench.problem.groupLimits.find(({ id }) => id === limit.id)?.[limit.side]?.kind === 'amount';
  }

  /** Limits whose absence is worth trying: those that name the project, and shares of what is spent. */
  private couldBeDropped(limit: LimitRef): boolean {
    const { problem, choice } = this.bench;
    const { id } = this.project;
    switch (limit.kind) {
      case 'link': {
        const link = problem.links.find((own) => own.id === limit.id);
        return link !== undefined && JSON.stringify(Object.values(link)).includes(JSON.stringify(id));
      }
      case 'joint-limit':
        return problem.jointLimits.some((own) => own.id === limit.id && own.uses.some((use) => use.projectId === id));
      case 'minimum-grant':
        return this.wantsIn;
      case 'must-fund':
        return this.wantsIn && choice[limit.project] !== undefined;
      case 'group-limit':
        return !this.isAmount(limit);
      default:
        return false;
    }
  }

  /** The change of the project's own value; linear objectives only. */
  private async score(): Promise<Change | null> {
    const { bench, project, forced } = this;
    const { objective, optimiser, problem } = bench;
    if (!bench.finder || !forced || (objective.name !== 'sum_of_value' && objective.name !== 'value_times_money'))
      return null;
    const best = bench.optimum.record.objective ?? 0;
    const grid = optimiser.program?.valueGrid ?? 1;
    const without = forced.record.objective ?? 0;
    const needed: number[] = [];
    let step = 1;
    for (const level of project.levels) {
      const wanted = this.demand.in?.[project.id];
      if (this.wantsIn && wanted !== true && wanted !== level.id) continue;
      const own = await optimiser.solve({ forced: { in: { [project.id]: level.id } } });
      if (own.record.objective === null) continue;
      const gap = this.wantsIn ? best - own.record.objective : own.record.objective - without;
      const factor = objective.name === 'value_times_money' ? level.money : 1;
      const part = partOfLevel(project, level);
      if (!this.wantsIn && gap <= 0) continue;
      if (factor === 0 || part.numerator === 0n) {
        if (this.wantsIn) continue;
        return null;
      }
      const steps = Math.ceil(gap / factor) * grid;
      const units = (gridSteps: number) => Math.ceil((gridSteps * Number(part.denominator)) / Number(part.numerator));
      needed.push(units(steps));
      if (grid > 1) step = Math.max(step, units(grid));
    }
    const least = needed.length === 0 ? 0 : this.wantsIn ? Math.min(...needed) : Math.max(...needed);
    if (least <= 0) return null;
    const sign = this.wantsIn ? 1 : -1;
    const change = (units: number): ProblemChange => ({ kind: 'score', project: project.id, by: sign * units });
    const top = at(project.levels, project.levels.length - 1);
    const shown = (units: number) => fromUnits(units, problem.valueScale);
    const byCriterion = Object.entries(problem.weights ?? {}).flatMap(([criterion, weight]) =>
      Number(weight) > 0 && objective.of === 'value' ? [criterion, (sign * shown(least)) / Number(weight)] : [],
    );
    return this.verified(
      'score',
      'change-score',
      { byCriterion },
      change,
      least,
      { from: shown(top.value.point), to: shown(top.value.point + sign * least), by: shown(sign * least) },
      // Values that are counted on a coarser grid turn anywhere within one step of it.
      step - 1,
    );
  }

  /** The change of what the project costs, every year in proportion. */
  private async cost(): Promise<Change | null> {
    const { bench, project } = this;
    const { objective, problem, finder } = bench;
    const top = at(project.levels, project.levels.length - 1);
    if (top.money <= 1) return null;
    const ceiling = Math.max(top.money, ...problem.ceilings.map(({ limit }) => limit));
    const most = this.wantsIn ? top.money - 1 : Math.min(Number.MAX_SAFE_INTEGER, 2 * ceiling + top.money);
    const floor = Math.max(1, problem.minimumGrant ?? 0);
    let grant: number | null | undefined;
    const isExact = objective.name === 'sum_of_value' || objective.name === 'value_times_money';
    let isLeast = false;
    if (finder && isExact && project.levels.length === 1) {
      // Past the largest grant that is funded none is; one below it may fall out too, where a dearer project can stand better.
      isLeast = this.wantsIn || (objective.name === 'sum_of_value' && finder.onlyTightens(project));
      const without = this.wantsIn ? bench.optimum.record.objective : (this.forced?.record.objective ?? null);
      if (without === null) return null;
      const target = this.wantsIn ? without : without + 1;
      grant = finder.largestGrant(project, objective, this.wantsIn ? floor : top.money, most, target);
      if (!this.wantsIn && typeof grant === 'number') grant = grant >= most ? null : grant + 1;
    } else {
      const room = this.wantsIn ? top.money - floor : most - top.money;
      const moved = await bisectChange(bench, this.demand, (by) => this.costChange(top.money, by), room);
      grant = moved === null ? null : this.wantsIn ? top.money - moved : top.money + moved;
    }
    if (grant === null || grant === undefined) return null;
    const by = Math.abs(top.money - grant);
    const shown = (units: number) => fromUnits(units, problem.moneyScale);
    const change = await this.verified(
      'cost',
      'change-cost',
      {},
      (units) => this.costChange(top.money, units),
      by,
      { from: shown(top.money), to: shown(grant), by: shown(grant - top.money) },
      // Each year's cost is rounded down to whole units, so that a few fewer may do as well.
      Object.keys(top.costs).length,
    );
    return change && !isLeast ? { ...change, smallest: false } : change;
  }

  private costChange(money: number, by: number): ProblemChange {
    return { kind: 'cost', project: this.project.id, grant: this.wantsIn ? money - by : money + by };
  }

  /** The change of one ceiling, group limit or number of grants: looser to bring the project in, tighter to drop it. */
  private async limit(limit: LimitRef): Promise<Change | null> {
    const { problem } = this.bench;
    const bound = this.boundOf(limit);
    if (bound === null) return null;
    const loosens = this.wantsIn;
    const sign =
      (limit.kind !== 'ceiling' && limit.kind !== 'excluded' && 'side' in limit && limit.side === 'min' ? -1 : 1) *
      (loosens ? 1 : -1);
    const change = (by: number): ProblemChange => {
      if (limit.kind === 'ceiling') return { kind: 'ceiling', id: limit.id, by: sign * by };
      if (limit.kind === 'group-limit') return { kind: 'group-limit', id: limit.id, side: limit.side, by: sign * by };
      return { kind: 'grants', side: limit.kind === 'grants' ? limit.side : 'max', by: sign * by };
    };
    const most = loosens ? (sign < 0 ? bound : this.wholeDemand()) : sign < 0 ? bound : this.wholeDemand();
    const by = await this.find(moveOf(limit), change, most);
    if (by === null) return null;
    const isCount =
      limit.kind === 'grants' ||
      (limit.kind === 'group-limit' &&
        problem.groupLimits.some(({ id, measure }) => id === limit.id && measure === 'count'));
    const shown = (units: number) => (isCount ? units : fromUnits(units, problem.moneyScale));
    const { code, params } = describeLimit(problem, limit);
    const kind = limit.kind === 'ceiling' || limit.kind === 'group-limit' ? limit.kind : 'grants';
    return this.verified(kind, 'change-limit', { limitCode: code, ...params }, change, by, {
      from: shown(bound),
      to: shown(bound + sign * by),
      by: shown(sign * by),
    });
  }

  private async allCeilings(): Promise<Change | null> {
    const { problem, optimiser } = this.bench;
    const total = totalOfCeilings(problem);
    const sign = this.wantsIn ? 1 : -1;
    const change = (by: number): ProblemChange => ({ kind: 'all-ceilings', by: sign * by });
    const by = await this.find(
      moveAllCeilings(optimiser.system),
      change,
      this.wantsIn ? 10 * this.wholeDemand() : total,
    );
    if (by === null) return null;
    const shown = (units: number) => fromUnits(units, problem.moneyScale);
    const smallest = Math.min(
      ...problem.ceilings.filter(({ kind, limit }) => kind !== 'other' && limit > 0).map(({ limit }) => limit),
    );
    return this.verified(
      'all-ceilings',
      'change-all-ceilings',
      { part: total > 0 ? (sign * by) / total : null },
      change,
      by,
      { from: shown(total), to: shown(total + sign * by), by: shown(sign * by) },
      Math.ceil(total / smallest),
    );
  }

  /** The least δ that turns the project's fate, exactly where the objective is linear. */
  private async find(move: LimitMove, change: (by: number) => ProblemChange, most: number): Promise<number | null> {
    const { finder } = this.bench;
    if (!finder) return bisectChange(this.bench, this.demand, change, most);
    return this.wantsIn
      ? leastLoosening(this.bench, finder, this.demand, move, change, most)
      : leastTightening(this.bench, finder, this.project, this.forced?.record.objective ?? null, move, change, most);
  }

  private boundOf(limit: LimitRef): number | null {
    const { problem } = this.bench;
    if (limit.kind === 'ceiling') return problem.ceilings.find(({ id }) => id === limit.id)?.limit ?? null;
    if (limit.kind === 'grants') return problem.grants[limit.side];
    if (limit.kind !== 'group-limit') return null;
    const bound = problem.groupLimits.find(({ id }) => id === limit.id)?.[limit.side];
    return bound?.kind === 'amount' ? bound.amount : null;
  }

  /** No ceiling can bind above this: everything requested, or the number of projects for counts. */
  private wholeDemand(): number {
    const { projects } = this.bench.problem;
    return projects.reduce((sum, { levels }) => sum + (levels.at(-1)?.money ?? 0), 0) + projects.length;
  }

  /** The smallest move of one criterion's weight, the others keeping their proportions; over all criteria. */
  private async weight(): Promise<Change | null> {
    const { weightLines, known } = this.bench;
    const own = known?.allowed(this.demand) ?? [];
    // No farther than what is known to do it.
    const sure = Math.min(...weightLines.map((line) => knownDistance(line, own)));
    let best: { line: WeightLine; step: number } | null = null;
    for (const line of weightLines) {
      const room: number = best ? Math.abs(best.step - best.line.now) - 1 : sure;
      const step = this.nearestStep(line, room, own);
      if (step !== null) best = { line, step };
    }
    if (!best) return null;
    const { line, step } = best;
    const { problem } = this.bench;
    const sign = Math.sign(step - line.now);
    const change = (by: number): ProblemChange => line.change(line.now + sign * by);
    const [from, to] = [Number(problem.weights?.[line.criterion]), line.weightAt(step)];
    const share = to / line.weightAt(weightSteps);
    const by = Math.abs(step - line.now);
    return this.verified('weight', 'change-weight', { criterion: line.criterion, share }, change, by, {
      from,
      to,
      by: to - from,
    });
  }

  /** The step nearest to now, within `room` on either side, at which some best portfolio meets the demand. */
  private nearestStep(line: WeightLine, room: number, own: readonly KnownPortfolio[]): number | null {
    const bound = this.forced?.record.bound ?? null;
    const now = bound === null ? line.best(line.now, this.demand) : line.mostNow(bound);
    if (now === null) return null;
    const found = ([1, -1] as const)
      .map((side) => this.nearestOnSide(line, side, room, now, own))
      .filter((step) => step !== null);
    return found.sort((a, b) => Math.abs(a - line.now) - Math.abs(b - line.now) || a - b)[0] ?? null;
  }

  /**
   * Between two ends of a segment the best is linear and the best that meets the demand convex, so the two can first meet only at an
   * end. Being convex, the latter also lies below its chord from any earlier step to any later: most ends need no solve.
   */
  private nearestOnSide(
    line: WeightLine,
    side: 1 | -1,
    room: number,
    now: number,
    own: readonly KnownPortfolio[],
  ): number | null {
    const ends = endsOnSide(line, side, room);
    const sure = ends.findIndex((end) => own.some((known) => line.worthOf(known, end.step) >= end.top));
    const reach = sure >= 0 ? ends.slice(0, sure + 1) : ends;
    const last = reach.at(-1);
    if (!last) return null;
    const far = sure >= 0 ? last.top : line.best(last.step, this.demand, undefined, bestKnown(line, own, last.step));
    if (far === null) return null;
    let [near, most] = [0, now];
    for (const { step, top, away } of reach) {
      if (step === last.step) return far >= top ? step : null;
      const chord = most + ((far - most) * (away - near)) / (last.away - near);
      if (chord < top - 1) continue;
      if (line.best(step, this.demand, top) !== null) return step;
      [near, most] = [away, Math.min(chord, top - 1)];
    }
    return null;
  }

  private meets(choice: Choice): boolean {
    return this.wantsIn ? this.meetsIn(choice[this.project.id]) : choice[this.project.id] === undefined;
  }

  private meetsIn(level: string | undefined): boolean {
    const wanted = this.demand.in?.[this.project.id];
    return level !== undefined && (wanted === true || wanted === level);
  }

  private async without(limit: LimitRef): Promise<Change | null> {
    const { bench } = this;
    const { problem, objective, settings, context } = bench;
    const standing = await standingUnder(
      problem,
      { kind: 'without', limit },
      objective,
      settings,
      context,
      this.demand,
      [bench.choice],
    );
    if (!standing?.inSomeOptimum) return null;
    const { code, params } = describeLimit(problem, limit);
    return {
      kind: 'without-limit',
      code: 'change-without-limit',
      params: { ...projectParams(problem, this.project.id), limitCode: code, ...params },
      from: null,
      to: null,
      by: null,
      smallest: true,
      within: 0,
      verified: true,
      ...differenceOf(problem, bench.choice, standing.choice ?? {}),
    };
  }

  /** Portfolios that may be the best under a change. */
  private knownUnder(change: ProblemChange): readonly Choice[] {
    const { known, optimiser, choice } = this.bench;
    if (!known || !movesLimitsOnly(change)) return [choice];
    const { system } = optimiser;
    const best = known.best(movedLimits(system, change).rows, {});
    return best ? [choice, choiceOf(system, best.point)] : [choice];
  }

  /** Solves the changed problem anew, and the one changed by a step less. Null when it does not hold after all. */
  private async verified(
    kind: Change['kind'],
    code: string,
    params: Change['params'],
    change: (by: number) => ProblemChange,
    by: number,
    shown: Pick<Change, 'from' | 'to' | 'by'>,
    rounding = 0,
  ): Promise<Change | null> {
    const { problem, objective, settings, context, choice, finder } = this.bench;
    const check = (units: number, expected: 'in' | 'not-in') => {
      const known = this.knownUnder(change(units));
      return standingUnder(problem, change(units), objective, settings, context, this.demand, known, expected);
    };
    const standing = await check(by, 'in');
    if (!standing?.inSomeOptimum) return null;
    const below = by > rounding + 1 ? await check(by - rounding - 1, 'not-in') : { inSomeOptimum: false };
    return {
      kind,
      code,
      params: { ...projectParams(problem, this.project.id), ...params, ...shown },
      ...shown,
      smallest: finder !== null && below !== undefined && !below.inSomeOptimum,
      within: fromUnits(rounding, kind === 'score' ? problem.valueScale : problem.moneyScale),
      verified: true,
      ...differenceOf(problem, choice, standing.choice ?? {}),
    };
  }
}
