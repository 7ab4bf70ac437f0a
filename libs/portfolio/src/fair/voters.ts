import { accept, refusal, refuse, type Path, type Result } from '@fordela/domain';
import type { AllocationProblem } from '../problem/allocation-problem';
import { moneyByGroup } from '../optimise/group-money';
import type { Ballot, BallotKind } from './election';
import { Fraction } from './fraction';
import type { Candidate } from './portfolio-admission';

/**
 * Who votes.
 *
 * - `ballots`: the problem's own.
 * - `groups`: every group of a dimension (municipality, owner group) is a voter that wishes what it has a part in.
 * - `values`: every named value (a reviewer's or stakeholder's score, a criterion) is a voter.
 */
export type VotersChoice =
  | { readonly from: 'ballots' }
  | {
      readonly from: 'groups';
      readonly dimension: string;
      /** Groups that vote; null = all that occur. A group without any project is a voter too, when named. */
      readonly groups: readonly string[] | null;
      /** Each group counts once, or as many times as it has inhabitants. */
      readonly weight: 'equal' | 'inhabitants';
      /** What a group's wish for a project is worth: yes or no, its part of the money, or its part of the value. */
      readonly wishes: 'approval' | 'money' | 'value';
    }
  | {
      readonly from: 'values';
      readonly names: readonly string[] | null;
      /** The value itself as points; or approval of what reaches `approveAtLeast`. */
      readonly wishes: 'value' | 'approval';
      readonly approveAtLeast: Fraction | null;
    };

/** Ballots as the rules read them. */
export interface Voters {
  readonly ballotKind: BallotKind;
  readonly ballots: readonly Ballot[];
}

/**
 * The ballots of the chosen voters about the candidates.
 *
 * Rule    Money in parts is divided by largest remainder; value in the same parts. A tag (a project with several groups in full) counts in full
 *         for each. Negative values are refused: a rule of shares has no use for a wish against.
 * Errors  fair-no-ballots, fair-unknown-dimension, fair-unknown-group, fair-unknown-value, fair-no-inhabitants, fair-negative-value,
 *         fair-threshold-missing, fair-no-voters.
 */
export function votersOf(
  problem: AllocationProblem,
  candidates: readonly Candidate[],
  choice: VotersChoice,
  path: Path,
): Result<Voters> {
  const voters =
    choice.from === 'ballots'
      ? fromBallots(problem, candidates, path)
      : choice.from === 'groups'
        ? fromGroups(problem, candidates, choice, path)
        : fromValues(problem, candidates, choice, path);
  if (voters.ok && voters.value.ballots.length === 0) return refuse([refusal('fair-no-voters', path)]);
  return voters;
}

function fromBallots(problem: AllocationProblem, candidates: readonly Candidate[], path: Path): Result<Voters> {
  if (!problem.ballots) return refuse([refusal('fair-no-ballots', path)]);
  const { type, voters } = problem.ballots;
  const indexOf = new Map(candidates.map(({ project }, index) => [project.id, index]));
  const known = (ids: readonly string[]) => ids.flatMap((id) => indexOf.get(id) ?? []);
  const ballots = voters.map((voter): Ballot => {
    const base = { voterId: voter.id, weight: voter.count };
    if (type === 'approval') return { ...base, projects: known(voter.approves), utilities: null };
    if (type === 'ranking') return { ...base, projects: known(voter.ranking), utilities: null };
    const ids = Object.keys(voter.utilities).filter((id) => indexOf.has(id));
    const utilities = ids.map((id) => Fraction.of(voter.utilities[id]!, problem.valueScale));
    return { ...base, projects: known(ids), utilities };
  });
  const ballotKind = type === 'approval' ? 'approval' : type === 'ranking' ? 'ordinal' : 'scoring';
  return accept({ ballotKind, ballots });
}

function fromGroups(
  problem: AllocationProblem,
  candidates: readonly Candidate[],
  choice: Extract<VotersChoice, { from: 'groups' }>,
  path: Path,
): Result<Voters> {
  const { dimension, wishes, weight } = choice;
  const occurring = problem.dimensions[dimension];
  if (!occurring) {
    const choices = Object.keys(problem.dimensions);
    return refuse([refusal('fair-unknown-dimension', [...path, 'dimension'], { dimension, choices })]);
  }
  const inhabitants = problem.populations[dimension] ?? {};
  const groups = choice.groups ?? occurring;
  const problems = groups.flatMap((group, index) => {
    if (!occurring.includes(group) && inhabitants[group] === undefined)
      return [refusal('fair-unknown-group', [...path, 'groups', index], { group, dimension })];
    const count = inhabitants[group];
    return weight === 'inhabitants' && !(Number.isSafeInteger(count) && (count as number) >= 1)
      ? [refusal('fair-no-inhabitants', [...path, 'weight'], { group, dimension })]
      : [];
  });
  if (problems.length > 0) return refuse(problems);
  const worth = candidates.map(({ project, level }) => {
    const membership = project.groups[dimension];
    const parts = membership?.parts.reduce((sum, { part }) => sum + part, 0) ?? 0;
    const money = moneyByGroup(membership, level.money);
    return new Map(
      (membership?.parts ?? []).map(({ group, part }) => {
        const value = Fraction.of(level.value.point, problem.valueScale);
        const share = membership?.mode === 'tags' ? Fraction.one : decimal(part).over(decimal(parts));
        const points = wishes === 'money' ? Fraction.of(money.get(group) ?? 0, problem.moneyScale) : value.times(share);
        return [group, wishes === 'approval' ? Fraction.one : points] as const;
      }),
    );
  });
  return ballotsOf(
    groups.map((group) => ({
      voterId: group,
      weight: weight === 'inhabitants' ? (inhabitants[group] as number) : 1,
      wish: (candidate) => worth[candidate]!.get(group) ?? null,
    })),
    candidates,
    wishes === 'approval',
    path,
  );
}

function fromValues(
  problem: AllocationProblem,
  candidates: readonly Candidate[],
  choice: Extract<VotersChoice, { from: 'values' }>,
  path: Path,
): Result<Voters> {
  const names = choice.names ?? problem.valueNames;
  const unknown = names.flatMap((name, index) =>
    problem.valueNames.includes(name)
      ? []
      : [refusal('fair-unknown-value', [...path, 'names', index], { value: name, choices: problem.valueNames })],
  );
  const least = choice.approveAtLeast;
  if (choice.wishes === 'approval' && !least)
    return refuse([...unknown, refusal('fair-threshold-missing', [...path, 'approveAtLeast'])]);
  if (unknown.length > 0) return refuse(unknown);
  return ballotsOf(
    names.map((name) => ({
      voterId: name,
      weight: 1,
      wish: (candidate) => {
        const value = Fraction.of(candidates[candidate]!.level.values[name]?.point ?? 0, problem.valueScale);
        return least === null || choice.wishes === 'value' ? value : value.compare(least) >= 0 ? Fraction.one : null;
      },
    })),
    candidates,
    choice.wishes === 'approval',
    path,
  );
}

interface Wisher {
  readonly voterId: string;
  readonly weight: number;
  readonly wish: (candidate: number) => Fraction | null;
}

function ballotsOf(
  wishers: readonly Wisher[],
  candidates: readonly Candidate[],
  isApproval: boolean,
  path: Path,
): Result<Voters> {
  const problems: ReturnType<typeof refusal>[] = [];
  const ballots = wishers.map(({ voterId, weight, wish }): Ballot => {
    const entries = candidates.flatMap(({ project }, index) => {
      const worth = wish(index);
      if (worth && worth.sign() < 0)
        problems.push(refusal('fair-negative-value', path, { voter: voterId, project: project.id }));
      return worth && worth.sign() > 0 ? [{ index, worth }] : [];
    });
    const utilities = isApproval ? null : entries.map(({ worth }) => worth);
    return { voterId, weight, projects: entries.map(({ index }) => index), utilities };
  });
  return problems.length > 0 ? refuse(problems) : accept({ ballotKind: isApproval ? 'approval' : 'scoring', ballots });
}

const decimal = (value: number): Fraction => Fraction.parse(value) ?? Fraction.zero;
