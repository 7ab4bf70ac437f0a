import { invariant } from '@fordela/domain';
import type { PortfolioProject } from '../problem/allocation-problem';
import type { ConstraintRow, ConstraintSystem } from './constraints';

/** A row in which one project stands with a grant t that is free: Σ entries·decision + grantWeight·t within the bounds. */
export interface RowAtGrant {
  readonly row: ConstraintRow;
  readonly grantWeight: number;
}

/** The columns of a project's levels, the last of them its request. InvariantError for a project already done. */
export function columnsOfProject(system: ConstraintSystem, project: PortfolioProject) {
  const own = system.columnsOf.get(project.id) ?? [];
  const top = own.at(-1);
  invariant(top !== undefined, `project ${project.id} has no decision`);
  return { own, top };
}

/**
 * The problem's rows when a project is certain to be funded with t money units instead of by its levels. Rows that count money are
 * multiplied by its request, so that its share cost × t / request is whole; rows that count projects take it as funded.
 */
export function rowsAtGrant(system: ConstraintSystem, project: PortfolioProject): readonly RowAtGrant[] {
  const { own, top } = columnsOfProject(system, project);
  const request = project.levels.at(-1)?.money ?? 0;
  return system.rows.map((row): RowAtGrant => {
    const weight = row.entries.find(([j]) => j === top)?.[1] ?? 0;
    const others = row.entries.filter(([j]) => !own.includes(j));
    if (weight === 0) return { row: { ...row, entries: others }, grantWeight: 0 };
    if (!countsByMoney(system, row))
      return {
        row: { ...row, entries: others, lower: row.lower - weight, upper: row.upper - weight },
        grantWeight: 0,
      };
    const entries = others.map(([j, a]) => [j, a * request] as const);
    return { row: { ...row, entries, lower: row.lower * request, upper: row.upper * request }, grantWeight: weight };
  });
}

const countsByMoney = (system: ConstraintSystem, { origin }: ConstraintRow): boolean => {
  if (origin?.kind === 'ceiling') return true;
  if (origin?.kind !== 'group-limit') return false;
  return system.problem.groupLimits.find(({ id }) => id === origin.id)?.measure === 'money';
};

/** True when a row without decisions left cannot hold. */
export const isBroken = ({ row, grantWeight }: RowAtGrant): boolean =>
  grantWeight === 0 && row.entries.length === 0 && (row.lower > 0 || row.upper < 0);

export function denseWeights(entries: ConstraintRow['entries'], length: number): Float64Array {
  const weights = new Float64Array(length);
  for (const [j, a] of entries) weights[j] = a;
  return weights;
}
