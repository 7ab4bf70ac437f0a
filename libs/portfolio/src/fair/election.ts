import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import { Fraction } from './fraction';

/** Something that may be funded, in an election about money. */
export interface ElectionProject {
  readonly id: string;
  readonly cost: Fraction;
  readonly categories: readonly string[];
  readonly targets: readonly string[];
}

/**
 * One voter's wishes: a person, a municipality, an owner or a reviewer.
 * `weight` equal voters with the same wishes may share one ballot; a municipality may count as its inhabitants.
 */
export interface Ballot {
  readonly voterId: string;
  readonly weight: number;
  /** Indexes of the projects named, each once; in order of preference when the ballots are ordinal. */
  readonly projects: readonly number[];
  /** Points per named project, beside `projects`; null when the ballot only approves or ranks. */
  readonly utilities: readonly Fraction[] | null;
}

export const ballotKinds = ['approval', 'ordinal', 'cumulative', 'scoring'] as const;
export type BallotKind = (typeof ballotKinds)[number];

/** Projects with costs, one sum of money, and voters: what the fair rules decide on. */
export interface Election {
  readonly budget: Fraction;
  readonly ballotKind: BallotKind;
  readonly projects: readonly ElectionProject[];
  readonly ballots: readonly Ballot[];
}

/** A number as people and files write it: `12`, `0.9`, `"0,9"`, `"2/3"`. Read exactly, numbers by their decimal text. */
export type Written = string | number;

/** An election as plain JSON, with ids instead of indexes. */
export interface ElectionInput {
  readonly budget: Written;
  /** `approval` when left out. */
  readonly ballotKind?: BallotKind;
  readonly projects: readonly {
    readonly id: string;
    readonly cost: Written;
    readonly categories?: readonly string[];
    readonly targets?: readonly string[];
  }[];
  readonly ballots: readonly BallotInput[];
}

export interface BallotInput {
  /** `voter 1`, `voter 2`… when left out. */
  readonly voterId?: string;
  /** 1 when left out. */
  readonly weight?: number;
  /** Ids of the projects, in order of preference when ordinal. */
  readonly projects: readonly string[];
  /** Points beside `projects`; only and always for cumulative and scoring ballots. */
  readonly utilities?: readonly Written[];
}

/**
 * The election that plain JSON describes, checked.
 *
 * Rules   Ids are unique; costs, points and the budget are ≥ 0; weights are whole numbers ≥ 1; a ballot names known projects, each
 *         once; points stand beside every project of a cumulative or scoring ballot and nowhere else; at least one voter.
 * Errors  All refusals at once, each with its place in the input.
 * @example electionOf({ budget: 1, projects: [{ id: 'a', cost: 1 }], ballots: [{ projects: ['a'] }] }).ok // => true
 */
export function electionOf(input: ElectionInput): Result<Election> {
  const refusals: Refusal[] = [];
  const ballotKind = input.ballotKind ?? 'approval';
  const budget = nonNegative(input.budget, ['budget'], refusals);
  const indexOf = new Map<string, number>();
  const projects = input.projects.map((project, index): ElectionProject => {
    if (indexOf.has(project.id))
      refusals.push(refusal('fair-duplicate-project', ['projects', index, 'id'], { id: project.id }));
    else indexOf.set(project.id, index);
    return {
      id: project.id,
      cost: nonNegative(project.cost, ['projects', index, 'cost'], refusals),
      categories: project.categories ?? [],
      targets: project.targets ?? [],
    };
  });
  if (input.ballots.length === 0) refusals.push(refusal('fair-no-voters', ['ballots']));
  const voters = new Set<string>();
  const ballots = input.ballots.map((ballot, index) => {
    const read = readBallot(ballot, index, ballotKind, indexOf, refusals);
    if (voters.has(read.voterId))
      refusals.push(refusal('fair-duplicate-voter', ['ballots', index, 'voterId'], { id: read.voterId }));
    voters.add(read.voterId);
    return read;
  });
  return refusals.length > 0 ? refuse(refusals) : accept({ budget, ballotKind, projects, ballots });
}

function readBallot(
  ballot: BallotInput,
  index: number,
  kind: BallotKind,
  indexOf: ReadonlyMap<string, number>,
  refusals: Refusal[],
): Ballot {
  const path = ['ballots', index];
  const weight = ballot.weight ?? 1;
  if (!(Number.isSafeInteger(weight) && weight >= 1))
    refusals.push(refusal('fair-weight-not-whole', [...path, 'weight'], { weight: String(weight) }));
  const wantsUtilities = kind === 'cumulative' || kind === 'scoring';
  if (wantsUtilities !== (ballot.utilities !== undefined))
    refusals.push(refusal(wantsUtilities ? 'fair-points-missing' : 'fair-points-unexpected', path, { kind }));
  else if (ballot.utilities && ballot.utilities.length !== ballot.projects.length)
    refusals.push(
      refusal('fair-points-count', [...path, 'utilities'], {
        points: ballot.utilities.length,
        projects: ballot.projects.length,
      }),
    );
  const seen = new Set<number>();
  const projects = ballot.projects.map((id, place) => {
    const project = indexOf.get(id);
    if (project === undefined) refusals.push(refusal('fair-unknown-project', [...path, 'projects', place], { id }));
    else if (seen.has(project)) refusals.push(refusal('fair-project-twice', [...path, 'projects', place], { id }));
    seen.add(project ?? -1);
    return project ?? 0;
  });
  const utilities =
    ballot.utilities?.map((points, place) => nonNegative(points, [...path, 'utilities', place], refusals)) ?? null;
  return { voterId: ballot.voterId ?? `voter ${index + 1}`, weight, projects, utilities };
}

function nonNegative(written: Written, path: readonly (string | number)[], refusals: Refusal[]): Fraction {
  const value = Fraction.parse(written);
  if (value && value.sign() >= 0) return value;
  refusals.push(refusal('fair-not-an-amount', path, { value: String(written) }));
  return Fraction.zero;
}

/** The number of voters, each ballot counted with its weight. */
export function votersIn(election: Pick<Election, 'ballots'>): number {
  return election.ballots.reduce((total, ballot) => total + ballot.weight, 0);
}

/** The summed cost of the projects with the given indexes. */
export function costOf(election: Pick<Election, 'projects'>, indexes: Iterable<number>): Fraction {
  let total = Fraction.zero;
  for (const index of indexes) total = total.plus((election.projects[index] as ElectionProject).cost);
  return total;
}

/** The ids of the projects with the given indexes, in the same order. */
export function idsOf(election: Pick<Election, 'projects'>, indexes: Iterable<number>): readonly string[] {
  return Array.from(indexes, (index) => (election.projects[index] as ElectionProject).id);
}
