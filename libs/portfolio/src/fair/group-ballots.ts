import { invariant } from '@fordela/domain';
import type { Ballot } from './election';
import { isSupport } from './satisfaction';

/** Groups of equal ballots, as flat arrays: group g supports `groupProject[groupStart[g]]` to before `groupStart[g + 1]`. */
export interface GroupedBallots {
  readonly groupOf: Int32Array;
  readonly weight: Float64Array;
  readonly totalWeight: number;
  readonly groupStart: Int32Array;
  readonly groupProject: Int32Array;
  /** Beside `groupProject`; null when all are 1. */
  readonly amounts: readonly bigint[] | null;
}

/** After so many ballots it is known whether looking for equal ones pays: hardly any were found = stop looking. */
const trial = 4096;

/**
 * Puts equal ballots together, groups in the order of their first ballot.
 *
 * Shapes  counts: per project, whether it is worth anything; amountsOf: whole amounts of a ballot, beside its projects, or null for 1 each.
 * Rule    Projects that are worth nothing, in general or to this voter, are left out. When fewer than a fifth of the first
 *         4,096 ballots equal an earlier one, every ballot is a group of its own: the rules do not mind, and long lists of
 *         ballots that differ are read faster.
 * Errors  InvariantError when there are more than 2^53 voters.
 */
export function groupBallots(
  ballots: readonly Ballot[],
  counts: readonly boolean[],
  amountsOf: ((ballotIndex: number) => readonly bigint[]) | null,
): GroupedBallots {
  const groupOf = new Int32Array(ballots.length);
  const groupStart = new Int32Array(ballots.length + 1);
  let groupProject = new Int32Array(8 * ballots.length + 64);
  const amounts: bigint[] | null = amountsOf ? [] : null;
  const weight = new Float64Array(ballots.length);
  const known = new BallotTable(Math.min(ballots.length, trial), groupStart, amounts);
  const isPlain = !amountsOf && counts.every(Boolean);
  let groups = 0;
  let totalWeight = 0;
  let isLooking = true;
  for (let index = 0; index < ballots.length; index++) {
    const ballot = ballots[index]!;
    // The ballot is written behind the last group; it stays there only if no group equals it.
    const start = groupStart[groups]!;
    let end = start;
    const { projects, utilities } = ballot;
    if (end + projects.length > groupProject.length) {
      const larger = new Int32Array(2 * groupProject.length + projects.length);
      larger.set(groupProject);
      groupProject = larger;
    }
    const own = amountsOf?.(index);
    if (isPlain && !utilities)
      for (let place = 0; place < projects.length; place++) groupProject[end++] = projects[place]!;
    else
      for (let place = 0; place < projects.length; place++) {
        const project = projects[place]!;
        if (!counts[project] || !isSupport(ballot, place) || own?.[place] === 0n) continue;
        groupProject[end] = project;
        if (amounts) amounts[end] = own![place]!;
        end += 1;
      }
    if (index === trial && isLooking && groups > 0.8 * trial) {
      // Begin again without looking, so that no group is larger than its ballot.
      isLooking = false;
      groups = totalWeight = 0;
      index = -1;
      weight.fill(0, 0, trial);
      continue;
    }
    let group = -1;
    if (isLooking) {
      sortEntries(groupProject, amounts, start, end);
      group = known.find(groupProject, start, end, groups);
    }
    if (group < 0) {
      group = groups++;
      groupStart[groups] = end;
    }
    groupOf[index] = group;
    weight[group] = weight[group]! + ballot.weight;
    totalWeight += ballot.weight;
  }
  invariant(totalWeight <= Number.MAX_SAFE_INTEGER, 'too many voters to count');
  const used = groupStart[groups]!;
  return {
    groupOf,
    totalWeight,
    groupStart: groupStart.slice(0, groups + 1),
    groupProject: groupProject.slice(0, used),
    weight: weight.slice(0, groups),
    amounts: amounts && amounts.slice(0, used),
  };
}

/** Insertion sort by project: ballots are short. */
function sortEntries(projects: Int32Array, amounts: bigint[] | null, start: number, end: number): void {
  for (let from = start + 1; from < end; from++) {
    const project = projects[from]!;
    const amount = amounts?.[from];
    let at = from;
    for (; at > start && projects[at - 1]! > project; at--) {
      projects[at] = projects[at - 1]!;
      if (amounts) amounts[at] = amounts[at - 1]!;
    }
    projects[at] = project;
    if (amounts) amounts[at] = amount!;
  }
}

/** Hash table of groups, open addressing, over the flat arrays themselves. Grows as groups come. */
class BallotTable {
  private slots: Int32Array;
  private hashes: Int32Array;

  constructor(
    expected: number,
    private readonly groupStart: Int32Array,
    private readonly amounts: bigint[] | null,
  ) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(8, expected * 2)));
    this.slots = new Int32Array(size).fill(-1);
    this.hashes = new Int32Array(size);
  }

  /** The group equal to the entries; −1 when there is none, and then they are known as group `next` from now on. */
  find(projects: Int32Array, start: number, end: number, next: number): number {
    if (next * 2 > this.slots.length) this.grow();
    const hash = this.hashOf(projects, start, end);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (; this.slots[slot]! >= 0; slot = (slot + 1) & mask)
      if (this.hashes[slot] === hash && this.equals(projects, this.slots[slot]!, start, end)) return this.slots[slot]!;
    this.slots[slot] = next;
    this.hashes[slot] = hash;
    return -1;
  }

  private hashOf(projects: Int32Array, start: number, end: number): number {
    let hash = 2166136261 ^ (end - start);
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ projects[at]!, 16777619);
      if (this.amounts) hash = Math.imul(hash ^ Number(BigInt.asUintN(31, this.amounts[at]!)), 16777619);
      hash ^= hash >>> 15;
    }
    return hash | 0;
  }

  private equals(projects: Int32Array, group: number, start: number, end: number): boolean {
    const first = this.groupStart[group]!;
    if (this.groupStart[group + 1]! - first !== end - start) return false;
    for (let step = 0; step < end - start; step++) {
      if (projects[first + step] !== projects[start + step]) return false;
      if (this.amounts && this.amounts[first + step] !== this.amounts[start + step]) return false;
    }
    return true;
  }

  private grow(): void {
    const [slots, hashes] = [this.slots, this.hashes];
    this.slots = new Int32Array(slots.length * 2).fill(-1);
    this.hashes = new Int32Array(slots.length * 2);
    const mask = this.slots.length - 1;
    for (let old = 0; old < slots.length; old++) {
      if (slots[old]! < 0) continue;
      let slot = hashes[old]! & mask;
      while (this.slots[slot]! >= 0) slot = (slot + 1) & mask;
      this.slots[slot] = slots[old]!;
      this.hashes[slot] = hashes[old]!;
    }
  }
}
