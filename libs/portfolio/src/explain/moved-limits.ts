import type { ConstraintRow, ConstraintSystem } from '../optimise/constraints';
import { countsInTotal, inProportion, totalOfCeilings, type ProblemChange } from './changed-problem';

/** Changes that move the bounds of limits and nothing else. */
export type LimitChange = Extract<ProblemChange, { kind: 'ceiling' | 'all-ceilings' | 'group-limit' | 'grants' }>;

/**
 * The compiled limits after a change of their bounds: what compiling the changed problem gives, without doing so. The rows keep
 * their order and their left sides.
 */
export function movedLimits(system: ConstraintSystem, change: LimitChange): ConstraintSystem {
  const shift = shiftUnder(system, change);
  const rows = system.rows.map((row) => {
    const by = shift(row);
    return by === 0 ? row : { ...row, lower: row.lower + by, upper: row.upper + by };
  });
  return { ...system, rows };
}

/** How far each row's bound moves; a bound that is not there (±∞) stays where it is. */
function shiftUnder({ problem }: ConstraintSystem, change: LimitChange): (row: ConstraintRow) => number {
  switch (change.kind) {
    case 'ceiling':
      return ({ origin }) => (origin?.kind === 'ceiling' && origin.id === change.id ? change.by : 0);
    case 'all-ceilings': {
      const total = totalOfCeilings(problem);
      const money = new Set(problem.ceilings.filter(({ kind }) => countsInTotal(kind)).map(({ id }) => id));
      return ({ origin, upper }) =>
        origin?.kind === 'ceiling' && money.has(origin.id) ? inProportion(upper, change.by, total) : 0;
    }
    case 'group-limit':
      return ({ origin }) =>
        origin?.kind === 'group-limit' && origin.id === change.id && origin.side === change.side ? change.by : 0;
    case 'grants':
      return ({ origin }) => (origin?.kind === 'grants' && origin.side === change.side ? change.by : 0);
  }
}

/** Does a change move the bounds of limits and nothing else? */
export function movesLimitsOnly(change: ProblemChange): change is LimitChange {
  return ['ceiling', 'all-ceilings', 'group-limit', 'grants'].includes(change.kind);
}
