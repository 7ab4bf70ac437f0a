import { invariant } from '@fordela/domain';
import type { Ballot, Election } from './election';
import { Fraction, leastCommonMultiple } from './fraction';
import { isSupport, worthOf, type SatisfactionMeasure } from './satisfaction';

/**
 * Who supports what, as flat arrays: the form in which the rules for large elections work. Equal ballots stand as one group.
 *
 * Money is counted in whole money units (`moneyUnits` to one krona), so that every cost is a whole number. The worth of a project to a
 * member of a group is `scale` (a whole number per project) × `amount` (a whole number per group and project), up to a
 * factor common to all projects. Everything a rule compares is exact in these whole numbers; the doubles beside them are
 * for finding fast what then is verified.
 */
export interface Support {
  readonly projectCount: number;
  readonly groupCount: number;
  readonly moneyUnits: bigint;
  /** Per project, in money units. */
  readonly cost: readonly bigint[];
  readonly scale: readonly bigint[];
  /** Worth = scale × amount / worthUnits. */
  readonly worthUnits: bigint;
  /** Voters in each group. */
  readonly weight: Float64Array;
  readonly totalWeight: number;
  /** Group of each ballot. */
  readonly groupOf: Int32Array;
  /** What a group supports: places `groupStart[g]` to `groupStart[g + 1]` of `groupProject` and `amount`. */
  readonly groupStart: Int32Array;
  readonly groupProject: Int32Array;
  readonly amount: Float64Array;
  /** The exact amounts where some are beyond doubles; else null and `amount` is exact. */
  readonly exactAmount: readonly bigint[] | null;
  /** Who supports a project: places `projectStart[p]` to `projectStart[p + 1]` of `projectGroup` and `projectPlace`. */
  readonly projectStart: Int32Array;
  readonly projectGroup: Int32Array;
  /** The place in `groupProject` and `amount` of each entry of `projectGroup`. */
  readonly projectPlace: Int32Array;
}

/** The exact amount at a place of `groupProject`. */
export function exactAmountAt(support: Support, place: number): bigint {
  return support.exactAmount ? (support.exactAmount[place] as bigint) : BigInt(support.amount[place] as number);
}

/** A money amount of the election in money units: exact, so it may be a fraction of a unit. */
export function inMoneyUnits(support: Pick<Support, 'moneyUnits'>, amount: Fraction): Fraction {
  return amount.times(support.moneyUnits);
}

/**
 * The flat form of an election under a satisfaction measure.
 *
 * Rule    A project that is worth nothing to a voter is not supported by that voter. Ballots with equal support share a group,
 *         groups in order of their first ballot.
 * Errors  InvariantError when the number of voters is beyond 2^53.
 * Cost    O(entries), with a hash table of its own: 100,000 ballots in some tens of milliseconds.
 */
export function supportOf(election: Election, measure: SatisfactionMeasure): Support {
  const { scale, amounts } = worthOf(election, measure);
  const moneyUnits = leastCommonMultiple(election.projects.map((project) => project.cost.denominator));
  const scaleUnits = leastCommonMultiple(scale.map((value) => value.denominator));
  const wholeAmounts = amounts ? wholeNumbers(election, amounts) : null;
  const grouped = groupBallots(election.ballots, scale, wholeAmounts);
  const byProject = transpose(election.projects.length, grouped.groupStart, grouped.groupProject);
  return {
    projectCount: election.projects.length,
    groupCount: grouped.weight.length,
    moneyUnits,
    cost: election.projects.map((project) => project.cost.times(moneyUnits).numerator),
    scale: scale.map((value) => value.times(scaleUnits).numerator),
    worthUnits: scaleUnits * (wholeAmounts?.units ?? 1n),
    ...grouped,
    ...byProject,
  };
}

interface WholeAmounts {
  readonly units: bigint;
  readonly of: (ballotIndex: number) => readonly bigint[];
  readonly fitDoubles: boolean;
}

function wholeNumbers(election: Election, amounts: (ballot: Ballot) => readonly Fraction[]): WholeAmounts {
  const all = election.ballots.map(amounts);
  const denominators = new Set(all.flatMap((list) => list.map((value) => value.denominator)));
  const units = leastCommonMultiple(denominators);
  const whole = all.map((list) => list.map((value) => value.times(units).numerator));
  // Sums of weight × amount over all voters must stay exact in doubles.
  const voters = election.ballots.reduce((total, ballot) => total + BigInt(ballot.weight), 0n);
  let largest = 0n;
  for (const list of whole) for (const value of list) if (value > largest) largest = value;
  return { units, of: (index) => whole[index] as readonly bigint[], fitDoubles: largest * voters < 2n ** 53n };
}

type Grouped = Pick<
  Support,
  'weight' | 'totalWeight' | 'groupOf' | 'groupStart' | 'groupProject' | 'amount' | 'exactAmount'
>;

function groupBallots(ballots: readonly Ballot[], scale: readonly Fraction[], whole: WholeAmounts | null): Grouped {
  const entries = ballots.reduce((total, ballot) => total + ballot.projects.length, 0);
  const groupOf = new Int32Array(ballots.length);
  const groupStart = new Int32Array(ballots.length + 1);
  const groupProject = new Int32Array(entries);
  const exact: bigint[] | null = whole ? [] : null;
  const weight = new Float64Array(ballots.length);
  const counts = scale.map((value) => value.sign() > 0);
  const tableSize = 2 ** Math.ceil(Math.log2(Math.max(8, ballots.length * 2)));
  const table = new Int32Array(tableSize).fill(-1);
  let [groups, totalWeight] = [0, 0];
  ballots.forEach((ballot, index) => {
    // The ballot is written behind the last group; it stays there only if no group equals it.
    const start = groupStart[groups] as number;
    let end = start;
    const amounts = whole?.of(index);
    for (let place = 0; place < ballot.projects.length; place++) {
      const project = ballot.projects[place] as number;
      if (!counts[project] || !isSupport(ballot, place) || amounts?.[place] === 0n) continue;
      let at = end++;
      while (at > start && groupProject[at - 1]! > project) {
        groupProject[at] = groupProject[at - 1]!;
        if (exact) exact[at] = exact[at - 1]!;
        at -= 1;
      }
      groupProject[at] = project;
      if (exact) exact[at] = amounts?.[place] as bigint;
    }
    let hash = 2166136261 ^ (end - start);
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ groupProject[at]!, 16777619);
      if (exact) hash = Math.imul(hash ^ Number(BigInt.asUintN(31, exact[at]!)), 16777619);
      hash ^= hash >>> 15;
    }
    let slot = hash & (tableSize - 1);
    while (table[slot]! >= 0) {
      if (sameGroup(table[slot] as number, start, end)) break;
      slot = (slot + 1) & (tableSize - 1);
    }
    let group = table[slot] as number;
    if (group < 0) {
      group = groups++;
      table[slot] = group;
      groupStart[groups] = end;
    }
    groupOf[index] = group;
    weight[group] = weight[group]! + ballot.weight;
    totalWeight += ballot.weight;
  });
  invariant(totalWeight <= Number.MAX_SAFE_INTEGER, 'too many voters to count');

  function sameGroup(group: number, start: number, end: number): boolean {
    const first = groupStart[group] as number;
    if (groupStart[group + 1]! - first !== end - start) return false;
    for (let step = 0; step < end - start; step++) {
      if (groupProject[first + step] !== groupProject[start + step]) return false;
      if (exact && exact[first + step] !== exact[start + step]) return false;
    }
    return true;
  }

  const used = groupStart[groups] as number;
  const amount = new Float64Array(used).fill(1);
  if (exact) for (let at = 0; at < used; at++) amount[at] = Number(exact[at]);
  return {
    groupOf,
    totalWeight,
    groupStart: groupStart.slice(0, groups + 1),
    groupProject: groupProject.slice(0, used),
    weight: weight.slice(0, groups),
    amount,
    exactAmount: exact && whole && !whole.fitDoubles ? exact.slice(0, used) : null,
  };
}

function transpose(projectCount: number, groupStart: Int32Array, groupProject: Int32Array) {
  const projectStart = new Int32Array(projectCount + 1);
  for (const project of groupProject) projectStart[project + 1] = projectStart[project + 1]! + 1;
  for (let p = 0; p < projectCount; p++) projectStart[p + 1] = projectStart[p + 1]! + projectStart[p]!;
  const next = projectStart.slice();
  const projectGroup = new Int32Array(groupProject.length);
  const projectPlace = new Int32Array(groupProject.length);
  for (let group = 0; group + 1 < groupStart.length; group++)
    for (let place = groupStart[group] as number; place < groupStart[group + 1]!; place++) {
      const project = groupProject[place]!;
      const at = next[project] as number;
      next[project] = at + 1;
      projectGroup[at] = group;
      projectPlace[at] = place;
    }
  return { projectStart, projectGroup, projectPlace };
}

/** Scales as doubles, the largest being 1: only their ratios matter, and whole numbers may be too long for doubles. */
export function relativeScales(support: Support): Float64Array {
  let largest = 1n;
  for (const scale of support.scale) if (scale > largest) largest = scale;
  return Float64Array.from(support.scale, (scale) => Fraction.of(scale, largest).toNumber());
}
