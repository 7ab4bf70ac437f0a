import { constraintsOf, type ConstraintRow } from '../optimise/constraints';
import type { LimitRef } from '../optimise/limit-ref';
import type { AllocationProblem, FundingLevel, PortfolioProject } from '../problem/allocation-problem';
import type { Admission, Blocked } from './rule';

/** A project a rule may fund, at the one level it would get. */
export interface Candidate {
  readonly project: PortfolioProject;
  readonly level: FundingLevel;
}

/** The problem's limits, seen by a rule that adds one project at a time. Candidates are told by their place in the list. */
export interface PortfolioAdmission {
  readonly admit: Admission;
  /** Limits that a set of candidates does not keep, such as a minimum not reached. */
  readonly unmet: (chosen: readonly number[]) => readonly LimitRef[];
}

/** Codes of the bars, by kind of limit; worded in libs/wording. */
const codes: Readonly<Record<LimitRef['kind'], string>> = {
  ceiling: 'fair-barred-by-ceiling',
  'group-limit': 'fair-barred-by-group-limit',
  grants: 'fair-barred-by-number-of-grants',
  'minimum-grant': 'fair-barred-by-minimum-grant',
  link: 'fair-barred-by-link',
  'joint-limit': 'fair-barred-by-joint-limit',
  'must-fund': 'fair-barred-by-decision',
  excluded: 'fair-barred-by-decision',
};

/**
 * Turns a problem's limits into the question a rule asks before it funds a project.
 *
 * Rule    A project may join when no limit that was kept is broken and none that was exceeded is exceeded further. A bar is permanent when no
 *         other candidate could lift it. Minimum amounts do not bar anything on the way; `unmet` tells of them at the end.
 *         Synergies count in money as soon as enough of their projects are chosen.
 *         Limits that the rule `keeps` itself bar nothing: a rule ends, or tries again, by its own word when the budget is reached.
 * Cost    O(entries of the rows) for each new set of chosen projects, then the candidate's rows only.
 */
export function portfolioAdmission(
  problem: AllocationProblem,
  candidates: readonly Candidate[],
  keeps: (limit: LimitRef) => boolean = () => false,
): PortfolioAdmission {
  const system = constraintsOf(problem);
  const columnOf = candidates.map(({ project, level }) =>
    system.columns.findIndex(
      (column) => column.kind === 'level' && column.project.id === project.id && column.level.id === level.id,
    ),
  );
  const candidateOf = new Map(columnOf.map((column, candidate) => [column, candidate]));
  const rows = system.rows.filter((row): row is ConstraintRow & { origin: LimitRef } => row.origin !== null);
  const synergyColumn = system.columns.findIndex((column) => column.kind === 'synergy');
  const done = new Set(problem.projects.filter((project) => project.alreadyDone).map((project) => project.id));
  const placeOf = new Map(candidates.map(({ project }, candidate) => [project.id, candidate]));
  const synergies = problem.synergies.map((synergy, index) => ({
    column: synergyColumn + index,
    members: new Set(synergy.projects.flatMap((id) => placeOf.get(id) ?? [])),
    needed: synergy.atLeast - synergy.projects.filter((id) => done.has(id)).length,
  }));

  const columnsFor = (chosen: readonly number[]): ReadonlySet<number> => {
    const columns = new Set(chosen.map((candidate) => columnOf[candidate]!));
    for (const { column, members, needed } of synergies)
      if (chosen.filter((candidate) => members.has(candidate)).length >= needed) columns.add(column);
    return columns;
  };
  const activity = (row: ConstraintRow, columns: ReadonlySet<number>): number =>
    row.entries.reduce((sum, [column, coefficient]) => (columns.has(column) ? sum + coefficient : sum), 0);

  let known: { chosen: readonly number[]; columns: ReadonlySet<number>; sums: readonly number[] } | null = null;
  const stateOf = (chosen: readonly number[]) => {
    const isSame = known?.chosen.length === chosen.length && chosen.every((value, at) => value === known?.chosen[at]);
    if (!known || !isSame) {
      const columns = columnsFor(chosen);
      known = { chosen: [...chosen], columns, sums: rows.map((row) => activity(row, columns)) };
    }
    return known;
  };

  const touched = new Map<number, { index: number; coefficient: number }[]>();
  for (const [index, row] of rows.entries())
    for (const [column, coefficient] of row.entries)
      touched.set(column, (touched.get(column) ?? []).concat({ index, coefficient }));

  const admit: Admission = (chosen, candidate): Blocked | null => {
    const { columns, sums } = stateOf(chosen);
    const joining = [columnOf[candidate]!];
    for (const { column, members, needed } of synergies)
      if (members.has(candidate) && !columns.has(column))
        if (chosen.filter((other) => members.has(other)).length + 1 >= needed) joining.push(column);
    const changes = new Map<number, number>();
    for (const column of joining)
      for (const { index, coefficient } of touched.get(column) ?? [])
        changes.set(index, (changes.get(index) ?? 0) + coefficient);
    for (const [index, change] of [...changes].sort(([a], [b]) => a - b)) {
      const row = rows[index]!;
      if (keeps(row.origin)) continue;
      const [before, then] = [sums[index]!, sums[index]! + change];
      const isOver = then > row.upper && change > 0;
      const isUnder = before >= row.lower && then < row.lower;
      if (!isOver && !isUnder) continue;
      const canLift = row.entries.some(
        ([column, coefficient]) =>
          (isOver ? coefficient < 0 : coefficient > 0) &&
          !columns.has(column) &&
          !joining.includes(column) &&
          (candidateOf.has(column) || system.columns[column]?.kind === 'synergy'),
      );
      return { code: codes[row.origin.kind], params: paramsOf(row.origin), permanent: !canLift };
    }
    return null;
  };
  const unmet = (chosen: readonly number[]): readonly LimitRef[] => {
    const { sums } = stateOf(chosen);
    return rows.filter((row, index) => sums[index]! < row.lower || sums[index]! > row.upper).map((row) => row.origin);
  };
  return { admit, unmet };
}

/** A limit as the parameters of a sentence. */
export function paramsOf(limit: LimitRef): Readonly<Record<string, string>> {
  return {
    kind: limit.kind,
    ...('id' in limit && { id: limit.id }),
    ...('side' in limit && { side: limit.side }),
    ...('project' in limit && { project: limit.project }),
  };
}
