import { at, invariant } from '@fordela/domain';
import type { Choice } from '../optimise/choice';
import { countsIn } from '../optimise/group-money';
import type { ConstraintRow, ConstraintSystem } from '../optimise/constraints';
import type { Optimiser } from '../optimise/optimise';

/** The best a set of groups can do with any amount of money: one curve answers every split. */
export interface GroupCurve {
  /** Most whole objective units with at most so many money units. */
  readonly best: (money: number) => number;
  /** The portfolio that reaches it with least money; among those, the one that funds the earliest ids. */
  readonly choice: (money: number) => Choice;
}

export interface GroupCurves {
  /** One for each set of groups, in their order. */
  readonly curves: readonly GroupCurve[];
  /** Money up to which the curves are known, at least what was asked for. */
  readonly most: number;
}

/** Table entries a sweep may work through and keep: about a second and 200 MB. */
const mostEntries = 200_000_000;

/**
 * The curves of sets of groups, by dynamic programming, where the problem falls apart into them: nothing but money ties projects
 * together. Null where something else does, where the objective is no sum over grants, or where the table would be too large.
 *
 * Rule    f_S(m) = the most objective with at most m of money for the projects of S, each at most at one level (multiple-choice
 *         knapsack). Then the best under pots m₁ … mₖ is f₁(m₁) + … + fₖ(mₖ).
 * Shapes  `sets`: disjoint; every project that could be funded counts with all its money in exactly one of them.
 * Source  Kellerer, Pferschy & Pisinger, Knapsack Problems (2004), sections 2.3 and 11.5.
 */
export function groupCurves(
  optimiser: Optimiser,
  dimension: string,
  sets: readonly (readonly string[])[],
  most: number,
): GroupCurves | null {
  const { system, program } = optimiser;
  if (!program || program.auxiliaries.length > 0 || program.rows.length > 0) return null;
  const banned = tiedOnlyByMoney(system, most);
  if (!banned) return null;
  const items = system.columns.flatMap((column, j) => {
    const worth = at(program.weights, j);
    return column.kind === 'level' && worth > 0 && !banned.has(j) ? [{ j, worth, ...column }] : [];
  });
  const bySet: (typeof items)[] = sets.map(() => []);
  for (const item of items) {
    const counts = sets.map((groups) => countsIn(item.project, item.level, dimension, groups, 'money', null));
    const home = counts.findIndex((money) => money > 0 || (item.level.money === 0 && money === 0));
    if (home < 0 || counts.some((money, index) => money !== (index === home ? item.level.money : 0))) return null;
    bySet[home]?.push(item);
  }
  const unit = Math.max(
    1,
    items.reduce((common, { level }) => gcd(common, level.money), 0),
  );
  const size = Math.floor(most / unit) + 1;
  const projects = new Set(items.map(({ project }) => project.id)).size;
  if (size * Math.max(items.length, projects) > mostEntries) return null;
  return { most, curves: bySet.map((own) => curveOf(own, unit, size)) };
}

interface Item {
  readonly worth: number;
  readonly project: { readonly id: string };
  readonly level: { readonly id: string; readonly money: number };
}

function curveOf(items: readonly Item[], unit: number, size: number): GroupCurve {
  const ids = [...new Set(items.map(({ project }) => project.id))];
  const best = new Float64Array(size);
  const taken = ids.map(() => new Uint8Array(size));
  // The first id is decided last, so that walking back meets it first and keeps it wherever it can stay.
  for (let k = ids.length - 1; k >= 0; k -= 1) {
    const levels = items.filter(({ project }) => project.id === ids[k]);
    invariant(levels.length < 256, `${ids[k]} has too many levels for the table`);
    const row = at(taken, k);
    for (let money = size - 1; money >= 0; money -= 1) {
      let [most, by] = [best[money] as number, 0];
      for (let l = 0; l < levels.length; l += 1) {
        const { worth, level } = levels[l] as Item;
        const left = money - level.money / unit;
        if (left < 0) continue;
        const value = (best[left] as number) + worth;
        if (value >= most) [most, by] = [value, l + 1];
      }
      best[money] = most;
      row[money] = by;
    }
  }
  const indexOf = (money: number) => Math.min(size - 1, Math.floor(money / unit));
  return {
    best: (money) => at(best, indexOf(money)),
    choice: (money) => {
      let left = indexOf(money);
      const reached = at(best, left);
      while (left > 0 && best[left - 1] === reached) left -= 1;
      const choice: Record<string, string> = {};
      ids.forEach((id, k) => {
        const by = at(at(taken, k), left);
        if (by === 0) return;
        const { level } = at(
          items.filter(({ project }) => project.id === id),
          by - 1,
        );
        choice[id] = level.id;
        left -= level.money / unit;
      });
      return choice;
    },
  };
}

/** The columns that are excluded, when nothing but one ceiling of money ties the others together; null otherwise. */
function tiedOnlyByMoney(system: ConstraintSystem, most: number): ReadonlySet<number> | null {
  const banned = new Set<number>();
  let ceilings = 0;
  for (const row of system.rows) {
    if (row.origin === null) {
      if (!isOneLevelEach(system, row)) return null;
    } else if (row.origin.kind === 'excluded') for (const [j] of row.entries) banned.add(j);
    else if (row.origin.kind === 'ceiling') {
      ceilings += 1;
      if (ceilings > 1 || row.upper < most || row.lower !== -Infinity || !isMoney(system, row)) return null;
    } else return null;
  }
  return system.columns.every(({ kind }) => kind === 'level') ? banned : null;
}

const isOneLevelEach = ({ columns }: ConstraintSystem, { entries, lower, upper }: ConstraintRow) => {
  const projects = new Set(
    entries.map(([j]) => {
      const column = at(columns, j);
      return column.kind === 'level' ? column.project.id : null;
    }),
  );
  return projects.size === 1 && upper === 1 && lower <= 0 && entries.every(([, coefficient]) => coefficient === 1);
};

/** Every decision counts in the ceiling with exactly its money. */
function isMoney({ columns }: ConstraintSystem, { entries }: ConstraintRow): boolean {
  const counted = new Map(entries);
  return columns.every((column, j) => column.kind === 'level' && (counted.get(j) ?? 0) === column.level.money);
}

function gcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}
