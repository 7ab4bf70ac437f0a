import type { Path } from '@fordela/domain';
import type { AllocationProblem, BallotType, Voter, WeightInformation } from './allocation-problem';
import { compareFractions, decimalTextOf } from './fraction';
import type { ProblemFile, VoterInput } from './problem-file';
import { sortedIds, type Reading } from './reading';

/** Ballots, from any of the ways a file may give them. Voters keep the file's order; ids are filled in as v1, v2, … */
export function readBallots(
  file: ProblemFile,
  projectIds: ReadonlySet<string>,
  reading: Reading,
): AllocationProblem['ballots'] {
  const { ballots } = file;
  if (ballots === undefined) return null;
  const isFull = !Array.isArray(ballots);
  const listed = (isFull ? ballots.voters : ballots).map((ballot): VoterInput =>
    Array.isArray(ballot) ? { approves: ballot } : ballot,
  );
  const base: Path = isFull ? ['ballots', 'voters'] : ['ballots'];
  const voters = listed.map((voter, index) => readVoter(voter, index, [...base, index], projectIds, reading));
  const seen = new Set<string>();
  for (const [index, { id }] of voters.entries()) {
    if (seen.has(id)) reading.refuse('allocation-duplicate-id', [...base, index, 'id'], { id });
    seen.add(id);
  }
  const type: BallotType = isFull
    ? ballots.type
    : listed.some((voter) => voter.utilities)
      ? 'utility'
      : listed.some((voter) => voter.ranking)
        ? 'ranking'
        : 'approval';
  return { type, voters };
}

function readVoter(
  input: VoterInput,
  index: number,
  path: Path,
  projectIds: ReadonlySet<string>,
  reading: Reading,
): Voter {
  const check = (id: string, place: Path) => {
    if (!projectIds.has(id)) reading.refuse('allocation-unknown-project', place, { project: id });
  };
  for (const key of ['approves', 'ranking'] as const)
    for (const [place, id] of (input[key] ?? []).entries()) check(String(id), [...path, key, place]);
  const utilities: Record<string, number> = {};
  for (const [id, utility] of Object.entries(input.utilities ?? {})) {
    const place = [...path, 'utilities', id];
    check(id, place);
    const exact = reading.exact(utility, place);
    utilities[id] = reading.value(exact);
  }
  const ranking = (input.ranking ?? []).map(String);
  if (new Set(ranking).size < ranking.length)
    reading.refuse('allocation-duplicate-id', [...path, 'ranking'], { id: index });
  return {
    id: input.id === undefined ? `v${index + 1}` : String(input.id),
    count: input.count ?? 1,
    approves: sortedIds((input.approves ?? []).map(String)),
    utilities,
    ranking,
    group: input.group === undefined ? null : String(input.group),
  };
}

/** What is known of the weights of the named values; weights are ≥ 0 and sum to 1 whatever is stated. */
export function readWeightInformation(
  file: ProblemFile,
  valueNames: readonly string[],
  reading: Reading,
): WeightInformation | null {
  const input = file.weightInformation;
  if (!input) return null;
  const check = (name: string, path: Path) => {
    if (!valueNames.includes(name))
      reading.refuse('allocation-unknown-value', path, { value: name, choices: valueNames });
  };
  const values = input.values ?? valueNames;
  for (const [index, name] of values.entries()) check(name, ['weightInformation', 'values', index]);
  const order = (input.order ?? []).map((entry) => (Array.isArray(entry) ? sortedIds(entry) : [entry]));
  for (const [index, names] of order.entries())
    for (const name of names) check(name, ['weightInformation', 'order', index]);
  const bounds = Object.fromEntries(
    Object.entries(input.bounds ?? {}).map(([name, [low, high]]) => {
      const path: Path = ['weightInformation', 'bounds', name];
      check(name, path);
      const ends = [reading.exact(low, [...path, 0]), reading.exact(high, [...path, 1])] as const;
      if (compareFractions(ends[0], ends[1]) > 0)
        reading.refuse('allocation-interval-reversed', path, { low: String(low), high: String(high) });
      return [name, [decimalTextOf(ends[0]), decimalTextOf(ends[1])] as const];
    }),
  );
  const statements = (input.statements ?? []).map((statement, index) => {
    const path: Path = ['weightInformation', 'statements', index];
    for (const name of Object.keys(statement.coefficients)) check(name, [...path, 'coefficients', name]);
    return {
      id: statement.id ?? `statement-${index + 1}`,
      relation: statement.relation,
      coefficients: Object.fromEntries(
        Object.entries(statement.coefficients).map(([name, value]) => [
          name,
          decimalTextOf(reading.exact(value, [...path, 'coefficients', name])),
        ]),
      ),
      constant: decimalTextOf(reading.exact(statement.constant ?? 0, [...path, 'constant'])),
    };
  });
  return { values: sortedIds(values), order, bounds, statements };
}
