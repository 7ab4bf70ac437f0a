import { votersIn, type Election } from '../fair/election';
import { Fraction } from '../fair/fraction';
import { isSupport, satisfactions, type SatisfactionMeasure } from '../fair/satisfaction';
import { giniExact, type Weighted } from './gini';

/** How satisfied the voters are with what is funded. Weights count as that many voters. */
export interface SatisfactionStatistics {
  readonly voters: number;
  readonly mean: number;
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** Part of the voters who support at least one funded project; the rest go empty-handed. */
  readonly shareSatisfied: number;
  readonly gini: number;
  readonly exact: { readonly mean: Fraction; readonly shareSatisfied: Fraction; readonly gini: Fraction };
}

/**
 * Statistics of the voters' satisfaction with a set of projects, under a measure.
 *
 * Edges   The median of an even number of voters is the mean of the two in the middle. Gini is 0 when nobody has anything.
 * Source  pabutools, analysis of voter satisfaction.
 */
export function satisfactionStatistics(
  election: Election,
  funded: Iterable<number>,
  measure: SatisfactionMeasure,
): SatisfactionStatistics {
  const set = new Set(funded);
  const units = gather(election, satisfactions(election, set, measure));
  const voters = votersIn(election);
  const total = units.reduce((sum, { value, weight }) => sum.plus(value.times(weight)), Fraction.zero);
  const satisfied = election.ballots
    .filter((ballot) => ballot.projects.some((project, place) => set.has(project) && isSupport(ballot, place)))
    .reduce((count, ballot) => count + ballot.weight, 0);
  const exact = {
    mean: total.over(voters),
    shareSatisfied: Fraction.of(satisfied, voters),
    gini: giniExact(units) ?? Fraction.zero,
  };
  const middle = valueAt(units, Math.floor((voters - 1) / 2))
    .plus(valueAt(units, Math.floor(voters / 2)))
    .over(2);
  return {
    voters,
    mean: exact.mean.toNumber(),
    median: middle.toNumber(),
    least: valueAt(units, 0).toNumber(),
    most: valueAt(units, voters - 1).toNumber(),
    shareSatisfied: exact.shareSatisfied.toNumber(),
    gini: exact.gini.toNumber(),
    exact,
  };
}

/** Shares of the voters by satisfaction, in equal steps from 0 to `top`; those above `top` are in the last step. */
export function satisfactionHistogram(
  election: Election,
  funded: Iterable<number>,
  measure: SatisfactionMeasure,
  top: Fraction,
  steps: number,
): readonly number[] {
  const counts = Array.from({ length: steps }, () => 0);
  satisfactions(election, funded, measure).forEach((value, index) => {
    const step = Math.min(steps - 1, Number(value.times(steps).over(top).floor()));
    counts[step] = counts[step]! + election.ballots[index]!.weight;
  });
  return counts.map((count) => count / votersIn(election));
}

function gather(election: Election, values: readonly Fraction[]): readonly Weighted<Fraction>[] {
  const byText = new Map<string, { value: Fraction; weight: number }>();
  values.forEach((value, index) => {
    const unit = byText.get(value.toString()) ?? { value, weight: 0 };
    unit.weight += election.ballots[index]!.weight;
    byText.set(value.toString(), unit);
  });
  return [...byText.values()].sort((a, b) => a.value.compare(b.value));
}

function valueAt(units: readonly Weighted<Fraction>[], rank: number): Fraction {
  let passed = 0;
  for (const { value, weight } of units) {
    passed += weight;
    if (rank < passed) return value;
  }
  return Fraction.zero;
}
