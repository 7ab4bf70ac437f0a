import type { EqualSharesRun } from './equal-shares-run';
import type { Fraction } from './fraction';
import { relativeScales, type Support } from './support';

/**
 * How many steps the voters' endowment may rise so that every run up to the step before funds exactly what this run funds, in the same
 * order. At least 1, which says nothing.
 *
 * Why  The budget increase may take a million small steps when few voters share millions of kronor. All quantities of a run are linear in
 *      the endowment as long as the same voters can pay in full, and what a rival's supporters would pay is concave in it: tangents give
 *      a range in which nothing can change.
 * Exact  Doubles with a margin against the change: a range may come out too short, never too long. A tie gives 1.
 */
export function stepsWithoutChange(
  support: Support,
  run: EqualSharesRun,
  step: Fraction,
  alreadyFunded: readonly number[],
): number {
  const units = Number(support.moneyUnits);
  const endowment = run.endowment.toNumber() * units;
  const replay = new Replay(support, endowment, run.rounds.length);
  const gone = new Set([...alreadyFunded, ...run.chosen.slice(0, run.chosen.length - run.rounds.length)]);
  const barredFrom = new Map(
    run.passedOver.filter(({ blocked }) => blocked.permanent).map((p) => [p.project, p.round]),
  );
  const rivalsIn = (round: number) =>
    Array.from(support.cost, (_, project) => project).filter(
      (project) =>
        !gone.has(project) &&
        (barredFrom.get(project) ?? Infinity) > round &&
        support.projectStart[project] !== support.projectStart[project + 1],
    );
  for (const [index, { project, approximatePayment }] of run.rounds.entries()) {
    gone.add(project);
    replay.round(project, approximatePayment, rivalsIn(index));
    if (replay.horizon <= 0) return 1;
  }
  for (const rival of rivalsIn(run.rounds.length)) replay.keepUnaffordable(rival);
  const steps = (replay.horizon * (1 - 2 ** -20)) / (step.toNumber() * units);
  return steps >= 1 ? Math.min(Math.floor(steps) + 1, 2 ** 40) : 1;
}

/** The run again in doubles: each group's money and how fast it grows with the endowment. */
class Replay {
  /** How far the endowment may rise for all that was seen so far to stay as it is. */
  horizon = Infinity;
  private readonly money: Float64Array;
  private readonly growth: Float64Array;
  private readonly scale: Float64Array;
  private readonly error: number;

  constructor(
    private readonly support: Support,
    endowment: number,
    rounds: number,
  ) {
    this.money = new Float64Array(support.groupCount).fill(endowment);
    this.growth = new Float64Array(support.groupCount).fill(1);
    this.scale = relativeScales(support);
    this.error = endowment * (rounds + 4) * 2 ** -48;
  }

  private limit(room: number, pace: number): void {
    if (pace > 0) this.horizon = Math.min(this.horizon, Math.max(0, room - this.error) / pace);
  }

  round(project: number, price: number, rivals: readonly number[]): void {
    const { weight, supporterAmount, projectStart, projectGroup } = this.support;
    const unitsAt = (at: number) => (supporterAmount ? supporterAmount[at]! : 1);
    let [poorGrowth, richAmount] = [0, 0];
    for (let at = projectStart[project]!; at < projectStart[project + 1]!; at++) {
      const group = projectGroup[at]!;
      const due = price * unitsAt(at);
      if (this.money[group]! < due - this.error) poorGrowth += weight[group]! * this.growth[group]!;
      else richAmount += weight[group]! * unitsAt(at);
    }
    const pace = -poorGrowth / richAmount;
    for (const rival of rivals)
      this.keepDearer(
        rival,
        (price / this.scale[project]!) * this.scale[rival]!,
        (pace / this.scale[project]!) * this.scale[rival]!,
      );
    for (let at = projectStart[project]!; at < projectStart[project + 1]!; at++) {
      const group = projectGroup[at]!;
      const units = unitsAt(at);
      const left = this.money[group]! - price * units;
      const leftPace = this.growth[group]! - pace * units;
      if (left < -this.error) this.limit(-left, leftPace);
      else this.limit(left, -leftPace);
      this.money[group] = left < -this.error ? 0 : Math.max(0, left);
      this.growth[group] = left < -this.error ? 0 : leftPace;
    }
  }

  /** The rival's supporters must go on lacking what it costs at the winner's price. */
  private keepDearer(rival: number, price: number, pace: number): void {
    const { weight, supporterAmount, projectStart, projectGroup } = this.support;
    const unitsAt = (at: number) => (supporterAmount ? supporterAmount[at]! : 1);
    let [paid, growth, heads] = [0, 0, 0];
    for (let at = projectStart[rival]!; at < projectStart[rival + 1]!; at++) {
      const group = projectGroup[at]!;
      const due = price * unitsAt(at);
      const isPoor = this.money[group]! < due;
      heads += weight[group]!;
      paid += weight[group]! * (isPoor ? this.money[group]! : due);
      growth += weight[group]! * (isPoor ? this.growth[group]! : pace * unitsAt(at));
    }
    this.keepBelowCost(rival, paid, growth, heads);
  }

  keepUnaffordable(rival: number): void {
    const { weight, projectStart, projectGroup } = this.support;
    let [money, growth, heads] = [0, 0, 0];
    for (let at = projectStart[rival]!; at < projectStart[rival + 1]!; at++) {
      const group = projectGroup[at]!;
      heads += weight[group]!;
      money += weight[group]! * this.money[group]!;
      growth += weight[group]! * this.growth[group]!;
    }
    this.keepBelowCost(rival, money, growth, heads);
  }

  private keepBelowCost(rival: number, paid: number, growth: number, heads: number): void {
    const cost = Number(this.support.cost[rival]!);
    const terms = this.support.projectStart[rival + 1]! - this.support.projectStart[rival]!;
    const room = cost - paid - heads * this.error - terms * 2 ** -48 * (cost + paid);
    if (room <= 0) this.horizon = 0;
    else if (growth > 0) this.horizon = Math.min(this.horizon, room / growth);
  }
}
