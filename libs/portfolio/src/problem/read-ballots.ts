import type { Path } from '@fordela/domain';
import type { AllocationProblem, BallotType, Voter } from './allocation-problem';
import type { BallotOfFile, ProblemFile, VoterInput } from './problem-file';
import { sortedIds, type Reading } from './reading';

/** Pabulib's names of ballots, and what they are called here. */
const typeNames: Readonly<Record<string, BallotType>> = {
  cumulative: 'utility',
  scoring: 'utility',
  ordinal: 'ranking',
};

/** What stands in the plain lists of a file: ids of projects, or a figure for each project in the order of the projects. */
type ListMeaning = 'approved' | 'ranked' | 'marks' | 'points';

interface Written {
  readonly ballot: BallotOfFile;
  readonly id?: string;
  readonly path: Path;
}

/**
 * Ballots, from any of the ways a file may give them. Voters keep the file's order; ids are filled in as v1, v2, …
 *
 * Rule    A plain list is approved ids, or what the stated type says: ranked ids, or points in the order of the projects. Lists of 0 and 1
 *         alone, as long as there are projects, are marks in that order, unless a project is called 0.
 * Errors  `allocation-ballot-rows` when the lists can only be points and no type says so.
 */
export function readBallots(
  { ballots }: ProblemFile,
  projectIds: readonly string[],
  reading: Reading,
): AllocationProblem['ballots'] {
  if (ballots === undefined) return null;
  const full = isFull(ballots) ? ballots : null;
  const given = full ? full.voters : (ballots as Exclude<typeof ballots, FullBallots>);
  const base: Path = full ? ['ballots', 'voters'] : ['ballots'];
  const written: readonly Written[] = Array.isArray(given)
    ? given.map((ballot, index) => ({ ballot, path: [...base, index] }))
    : Object.entries(given).map(([id, ballot]) => ({ ballot, id, path: [...base, id] }));
  const lists = written.flatMap(({ ballot }) => (Array.isArray(ballot) ? [ballot] : []));
  const stated = full ? (typeNames[full.type] ?? (full.type as BallotType)) : null;
  const known = new Set(projectIds);
  if (stated === null && arePoints(lists, known)) {
    reading.refuse('allocation-ballot-rows', base, {});
    return null;
  }
  const meaning = meaningOf(lists, stated, projectIds);
  const voters = written.map(({ ballot, id, path }, index) => {
    const input = Array.isArray(ballot) ? ofList(ballot, meaning, projectIds, path, reading) : ofObject(ballot);
    const isIds = Array.isArray(ballot) && (meaning === 'approved' || meaning === 'ranked');
    const placeOf = (key: string, ...rest: Path) => (isIds ? [...path, ...rest] : [...path, key, ...rest]);
    return readVoter(id === undefined ? input : { id, ...input }, index, placeOf, known, reading);
  });
  const seen = new Set<string>();
  for (const [index, { id }] of voters.entries()) {
    if (seen.has(id)) reading.refuse('allocation-duplicate-id', [...base, index, 'id'], { id });
    seen.add(id);
  }
  return { type: stated ?? typeOf(voters), voters };
}

type FullBallots = Extract<NonNullable<ProblemFile['ballots']>, { type: string; voters: unknown }>;

const isFull = (ballots: object): ballots is FullBallots =>
  'type' in ballots && typeof ballots.type === 'string' && 'voters' in ballots;

const typeOf = (voters: readonly Voter[]): BallotType =>
  voters.some((voter) => Object.keys(voter.utilities).length > 0)
    ? 'utility'
    : voters.some((voter) => voter.ranking.length > 0)
      ? 'ranking'
      : 'approval';

type List = readonly (string | number)[];

const areRows = (lists: readonly List[], length: number) =>
  lists.length > 0 && length > 0 && lists.every((list) => list.length === length);

function meaningOf(lists: readonly List[], stated: BallotType | null, projectIds: readonly string[]): ListMeaning {
  if (stated === 'utility') return 'points';
  if (stated === 'ranking') return 'ranked';
  const areMarks = areRows(lists, projectIds.length) && lists.every((list) => list.every((x) => x === 0 || x === 1));
  return areMarks && !projectIds.includes('0') ? 'marks' : 'approved';
}

/** Rows of numbers, one for each project, of which some are more than marks and no project's id. */
const arePoints = (lists: readonly List[], projectIds: ReadonlySet<string>) =>
  areRows(lists, projectIds.size) &&
  lists.every((list) => list.every((cell) => typeof cell === 'number')) &&
  lists.some((list) => list.some((cell) => cell !== 0 && cell !== 1 && !projectIds.has(String(cell))));

function ofList(
  list: (string | number)[],
  meaning: ListMeaning,
  projectIds: readonly string[],
  path: Path,
  reading: Reading,
): VoterInput {
  if (meaning === 'approved') return { approves: list };
  if (meaning === 'ranked') return { ranking: list };
  if (list.length !== projectIds.length)
    reading.refuse('allocation-column-length', path, {
      column: path.join('.'),
      length: list.length,
      expected: projectIds.length,
    });
  if (meaning === 'marks') return { approves: projectIds.filter((_, index) => list[index] === 1) };
  return { utilities: Object.fromEntries(projectIds.map((id, index) => [id, list[index] ?? 0])) };
}

const voterKeys = ['id', 'count', 'approves', 'utilities', 'ranking', 'group'];

/** A ballot written as points by project has no key of a voter's; the schema lets nothing else through. */
const ofObject = (ballot: Exclude<BallotOfFile, unknown[]>): VoterInput =>
  Object.keys(ballot).every((key) => voterKeys.includes(key))
    ? (ballot as VoterInput)
    : { utilities: ballot as Record<string, number | string> };

function readVoter(
  input: VoterInput,
  index: number,
  placeOf: (key: string, ...rest: Path) => Path,
  projectIds: ReadonlySet<string>,
  reading: Reading,
): Voter {
  const check = (id: string, place: Path) => {
    if (!projectIds.has(id)) reading.refuse('allocation-unknown-project', place, { project: id });
  };
  for (const key of ['approves', 'ranking'] as const)
    for (const [place, id] of (input[key] ?? []).entries()) check(String(id), placeOf(key, place));
  const utilities: Record<string, number> = {};
  for (const [id, utility] of Object.entries(input.utilities ?? {})) {
    const place = placeOf('utilities', id);
    check(id, place);
    utilities[id] = reading.value(reading.exact(utility, place));
  }
  const ranking = (input.ranking ?? []).map(String);
  if (new Set(ranking).size < ranking.length)
    reading.refuse('allocation-duplicate-id', placeOf('ranking'), { id: index });
  return {
    id: input.id === undefined ? `v${index + 1}` : String(input.id),
    count: input.count ?? 1,
    approves: sortedIds((input.approves ?? []).map(String)),
    utilities,
    ranking,
    group: input.group === undefined ? null : String(input.group),
  };
}
