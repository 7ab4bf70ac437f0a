import type { Ballot, Election } from './election';
import { Fraction, leastCommonMultiple } from './fraction';
import { groupBallots } from './group-ballots';
import { worthOf, type SatisfactionMeasure } from './satisfaction';

/**
 * Who supports what, as flat arrays: the form in which the rules for large elections work. Equal ballots stand as one group.
 *
 * Money is counted in whole money units (`moneyUnits` to one krona), so that every cost is a whole number. The worth of a
 * project to a member of a group is `scale` (a whole number per project) × `amount` (a whole number per group and project) /
 * `worthUnits`. Everything a rule compares is exact in these whole numbers; the doubles beside them are for finding fast what
 * then is verified.
 */
export interface Support {
  readonly projectCount: number;
  readonly groupCount: number;
  readonly moneyUnits: bigint;
  /** Per project, in money units. */
  readonly cost: readonly bigint[];
  readonly scale: readonly bigint[];
  readonly worthUnits: bigint;
  /** Voters in each group. */
  readonly weight: Float64Array;
  readonly totalWeight: number;
  /** Group of each ballot. */
  readonly groupOf: Int32Array;
  /** What a group supports: places `groupStart[g]` to before `groupStart[g + 1]` of `groupProject` and `amount`. */
  readonly groupStart: Int32Array;
  readonly groupProject: Int32Array;
  /** Null when all amounts are 1. */
  readonly amount: Float64Array | null;
  /** The exact amounts where some are beyond doubles; else null and `amount` is exact. */
  readonly exactAmount: readonly bigint[] | null;
  /** Who supports a project: places `projectStart[p]` to before `projectStart[p + 1]` of `projectGroup`. */
  readonly projectStart: Int32Array;
  readonly projectGroup: Int32Array;
  /** Beside `projectGroup`: voters in the group (null when all are 1), and its amount for the project (null when all are 1). */
  readonly supporterWeight: Float64Array | null;
  readonly supporterAmount: Float64Array | null;
  /** Beside `projectGroup`, with `exactAmount` only: the place of the entry in it. */
  readonly supporterPlace: Int32Array | null;
}

/** The exact amount at a place of `groupProject`. */
export function exactAmountAt({ amount, exactAmount }: Support, place: number): bigint {
  return exactAmount ? exactAmount[place]! : amount ? BigInt(amount[place]!) : 1n;
}

/** The exact amount at a place of `projectGroup`. */
export function supporterExactAmount(support: Support, at: number): bigint {
  if (support.supporterPlace) return exactAmountAt(support, support.supporterPlace[at]!);
  return support.supporterAmount ? BigInt(support.supporterAmount[at]!) : 1n;
}

/** A money amount of the election in money units: exact, so it may be a fraction of a unit. */
export function inMoneyUnits(support: Pick<Support, 'moneyUnits'>, amount: Fraction): Fraction {
  return amount.times(support.moneyUnits);
}

/** The groups that support a project. */
export function supportersOf(support: Support, project: number): Int32Array {
  return support.projectGroup.subarray(support.projectStart[project]!, support.projectStart[project + 1]!);
}

/** Scales as doubles, the largest being 1: only their ratios matter, and whole numbers may be too long for doubles. */
export function relativeScales(support: Support): Float64Array {
  let largest = 1n;
  for (const scale of support.scale) if (scale > largest) largest = scale;
  return Float64Array.from(support.scale, (scale) => Fraction.of(scale, largest).toNumber());
}

/**
 * The flat form of an election under a satisfaction measure.
 *
 * Rule    A project that is worth nothing to a voter is not supported by that voter.
 * Errors  InvariantError when the number of voters is beyond 2^53, or the measure does not suit the ballots.
 * Cost    O(entries): 100,000 ballots in some tens of milliseconds.
 */
export function supportOf(election: Election, measure: SatisfactionMeasure): Support {
  const { scale, amounts } = worthOf(election, measure);
  const moneyUnits = leastCommonMultiple(election.projects.map((project) => project.cost.denominator));
  const scaleUnits = leastCommonMultiple(scale.map((value) => value.denominator));
  const whole = amounts ? wholeNumbers(election, amounts) : null;
  const counts = scale.map((value) => value.sign() > 0);
  const grouped = groupBallots(election.ballots, counts, whole && whole.of);
  const { amounts: groupAmounts, ...groups } = grouped;
  const amount = groupAmounts && Float64Array.from(groupAmounts, Number);
  const exactAmount = whole && !whole.fitDoubles ? groupAmounts : null;
  return {
    projectCount: election.projects.length,
    groupCount: groups.weight.length,
    moneyUnits,
    cost: election.projects.map((project) => project.cost.times(moneyUnits).numerator),
    scale: scale.map((value) => value.times(scaleUnits).numerator),
    worthUnits: scaleUnits * (whole?.units ?? 1n),
    ...groups,
    amount,
    exactAmount,
    ...transposed(election.projects.length, groups, amount, exactAmount !== null),
  };
}

interface WholeAmounts {
  readonly units: bigint;
  readonly of: (ballotIndex: number) => readonly bigint[];
  readonly fitDoubles: boolean;
}

function wholeNumbers(election: Election, amounts: (ballot: Ballot) => readonly Fraction[]): WholeAmounts {
  const all = election.ballots.map(amounts);
  const units = leastCommonMultiple(new Set(all.flatMap((list) => list.map((value) => value.denominator))));
  const whole = all.map((list) => list.map((value) => value.times(units).numerator));
  // Sums of weight × amount over all voters must stay exact in doubles.
  const voters = election.ballots.reduce((total, ballot) => total + BigInt(ballot.weight), 0n);
  let largest = 0n;
  for (const list of whole) for (const value of list) if (value > largest) largest = value;
  return { units, of: (index) => whole[index]!, fitDoubles: largest * voters < 2n ** 53n };
}

/** The same entries by project, groups rising: so that a walk over supporters reads memory in order. */
function transposed(
  projectCount: number,
  { groupStart, groupProject, weight }: Pick<Support, 'groupStart' | 'groupProject' | 'weight'>,
  amount: Float64Array | null,
  withPlaces: boolean,
): Pick<Support, 'projectStart' | 'projectGroup' | 'supporterWeight' | 'supporterAmount' | 'supporterPlace'> {
  const projectStart = new Int32Array(projectCount + 1);
  for (let place = 0; place < groupProject.length; place++) {
    const next = groupProject[place]! + 1;
    projectStart[next] = projectStart[next]! + 1;
  }
  for (let p = 0; p < projectCount; p++) projectStart[p + 1] = projectStart[p + 1]! + projectStart[p]!;
  const next = projectStart.slice();
  const projectGroup = new Int32Array(groupProject.length);
  const supporterWeight = weight.some((count) => count !== 1) ? new Float64Array(groupProject.length) : null;
  const supporterAmount = amount && new Float64Array(groupProject.length);
  const supporterPlace = withPlaces ? new Int32Array(groupProject.length) : null;
  for (let group = 0; group + 1 < groupStart.length; group++)
    for (let place = groupStart[group]!; place < groupStart[group + 1]!; place++) {
      const project = groupProject[place]!;
      const at = next[project]!;
      next[project] = at + 1;
      projectGroup[at] = group;
      if (supporterWeight) supporterWeight[at] = weight[group]!;
      if (supporterAmount) supporterAmount[at] = amount[place]!;
      if (supporterPlace) supporterPlace[at] = place;
    }
  return { projectStart, projectGroup, supporterWeight, supporterAmount, supporterPlace };
}
