import { at, invariant } from '@fordela/domain';
import type { Choice } from './choice';
import type { ConstraintRow, ConstraintSystem, DecisionColumn } from './constraints';
import { countsIn } from './group-money';
import type { ObjectiveProgram } from './objective-program';

/** The best a set of groups can do with any amount of money: one table answers every amount. Money in whole units of `unit`. */
export interface GroupCurve {
  /** Most whole objective units with exactly so much money; −∞ where no portfolio costs that. */
  readonly exactly: Float64Array;
  /** Most whole objective units with at most so much money. */
  readonly atMost: Float64Array;
  /** The least money that reaches `atMost`. */
  readonly least: Int32Array;
  /** The portfolio behind `exactly[money]`; among those of equal worth, the one that keeps the earliest ids. */
  readonly choice: (money: number) => Choice;
}

export interface GroupCurves {
  /** Money units in one unit of the tables. */
  readonly unit: number;
  /** One for each set of groups, in their order; each known for 0 … most/unit. */
  readonly curves: readonly GroupCurve[];
}

/** Table entries that may be worked through (about three seconds), and bytes that may be kept. */
const [mostEntries, mostBytes] = [2_000_000_000, 400_000_000];

/**
 * The curves of sets of groups by dynamic programming, up to `most` money; null where the tables would be too large, or where a
 * project's money does not count in exactly one of the sets.
 *
 * Rule    f(m) = the most objective with exactly m of money, each project at most at one level (multiple-choice knapsack).
 * Shapes  `sets`: disjoint sets of groups of the dimension.
 * Edges   A grant that is worth nothing is only kept where a set must reach a sum (`worthless`), and only when that needs it.
 * Source  Kellerer, Pferschy & Pisinger, Knapsack Problems (2004), sections 2.3 and 11.5.
 */
export function groupCurves(
  { columns }: ConstraintSystem,
  program: ObjectiveProgram,
  banned: ReadonlySet<number>,
  dimension: string | null,
  sets: readonly (readonly string[])[],
  most: number,
  worthless: 'left-out' | 'kept',
): GroupCurves | null {
  const bySet: Item[][] = sets.map(() => []);
  for (const [j, column] of columns.entries()) {
    const worth = at(program.weights, j);
    if (column.kind !== 'level' || banned.has(j) || column.level.money > most) continue;
    if (worth <= 0 && worthless === 'left-out') continue;
    const home = homeOf(column, dimension, sets);
    if (home === null) return null;
    bySet[home]?.push({ worth, project: column.project.id, level: column.level.id, money: column.level.money });
  }
  const items = bySet.flat();
  const unit = Math.max(
    1,
    items.reduce((common, { money }) => gcd(common, money), 0),
  );
  const size = Math.floor(most / unit) + 1;
  const projects = new Set(items.map(({ project }) => project)).size;
  const bytes = items.length > projects ? projects * size : (projects * size) / 8;
  if (size * items.length > mostEntries || bytes + 20 * size * sets.length > mostBytes) return null;
  return { unit, curves: bySet.map((own) => curveOf(own, unit, size)) };
}

interface Item {
  readonly worth: number;
  readonly project: string;
  readonly level: string;
  readonly money: number;
}

/** The one set a decision's money counts in; null when it counts in several, in part, or in none. */
function homeOf(
  { project, level }: Extract<DecisionColumn, { kind: 'level' }>,
  dimension: string | null,
  sets: readonly (readonly string[])[],
): number | null {
  if (dimension === null) return 0;
  const counts = sets.map((groups) => countsIn(project, level, dimension, groups, 'money', null));
  const home = level.money === 0 ? 0 : counts.findIndex((money) => money > 0);
  return home >= 0 && counts.every((money, index) => money === (index === home ? level.money : 0)) ? home : null;
}

function curveOf(items: readonly Item[], unit: number, size: number): GroupCurve {
  const ids = [...new Set(items.map(({ project }) => project))];
  const byProject = ids.map((id) => items.filter(({ project }) => project === id));
  const exactly = new Float64Array(size).fill(-Infinity);
  exactly[0] = 0;
  const taken = byProject.map((levels) => (levels.length === 1 ? new Bits(size) : new Uint8Array(size)));
  // The first id is decided last, so that walking back meets it first and keeps it wherever it can stay.
  for (let k = ids.length - 1; k >= 0; k -= 1) {
    const [levels, row] = [at(byProject, k), at(taken, k)];
    if (row instanceof Bits) addOne(exactly, row, at(levels, 0), unit);
    else addLevels(exactly, row, levels, unit);
  }
  const [atMost, least] = [exactly.slice(), new Int32Array(size)];
  for (let money = 1; money < size; money += 1) {
    if ((atMost[money] as number) > (atMost[money - 1] as number)) least[money] = money;
    else [atMost[money], least[money]] = [atMost[money - 1] as number, least[money - 1] as number];
  }
  const choice = (money: number): Choice => {
    let left = money;
    const chosen: Record<string, string> = {};
    ids.forEach((id, k) => {
      const row = at(taken, k);
      const by = row instanceof Bits ? row.get(left) : (row[left] as number);
      if (by === 0) return;
      const item = at(at(byProject, k), by - 1);
      chosen[id] = item.level;
      left -= item.money / unit;
    });
    invariant(left === 0, 'walking back through a table ends at no money');
    return chosen;
  };
  return { exactly, atMost, least, choice };
}

/** Equal is good enough for a grant that is worth something: then the earlier id stays. */
const isBetter = (value: number, than: number, worth: number) =>
  value > than || (worth > 0 && value === than && value > -Infinity);

function addOne(exactly: Float64Array, row: Bits, { money, worth }: Item, unit: number): void {
  const cost = money / unit;
  for (let m = exactly.length - 1; m >= cost; m -= 1) {
    const value = (exactly[m - cost] as number) + worth;
    if (isBetter(value, exactly[m] as number, worth)) {
      exactly[m] = value;
      row.set(m);
    }
  }
}

function addLevels(exactly: Float64Array, row: Uint8Array, levels: readonly Item[], unit: number): void {
  invariant(levels.length < 256, 'a project has too many levels for the table');
  for (let m = exactly.length - 1; m >= 0; m -= 1) {
    let [best, by] = [exactly[m] as number, 0];
    levels.forEach(({ money, worth }, l) => {
      const left = m - money / unit;
      if (left < 0) return;
      const value = (exactly[left] as number) + worth;
      if (isBetter(value, best, worth)) [best, by] = [value, l + 1];
    });
    exactly[m] = best;
    row[m] = by;
  }
}

/** A row of yes and no, eight to the byte. */
class Bits {
  private readonly bytes: Uint8Array;

  constructor(size: number) {
    this.bytes = new Uint8Array((size + 7) >> 3);
  }

  set(index: number): void {
    this.bytes[index >> 3] = (this.bytes[index >> 3] as number) | (1 << (index & 7));
  }

  get(index: number): number {
    return ((this.bytes[index >> 3] as number) >> (index & 7)) & 1;
  }
}

/** The one ceiling of money, and limits of groups' money, that tie a problem's projects together. */
export interface MoneyTies {
  /** The ceiling in money units; null when there is none. */
  readonly ceiling: number | null;
  /** Rows that are limits of groups. */
  readonly groupRows: readonly ConstraintRow[];
  /** Columns that are excluded. */
  readonly banned: ReadonlySet<number>;
}

/** What ties the projects together, when it is nothing but money; null otherwise. */
export function moneyTies(system: ConstraintSystem): MoneyTies | null {
  const banned = new Set<number>();
  const groupRows: ConstraintRow[] = [];
  let ceiling: number | null = null;
  for (const row of system.rows) {
    if (row.origin === null) {
      if (!isOneLevelEach(system, row)) return null;
    } else if (row.origin.kind === 'excluded') for (const [j] of row.entries) banned.add(j);
    else if (row.origin.kind === 'group-limit') groupRows.push(row);
    else if (row.origin.kind !== 'ceiling' || ceiling !== null || row.lower !== -Infinity || !isMoney(system, row))
      return null;
    else ceiling = row.upper;
  }
  return system.columns.every(({ kind }) => kind === 'level') ? { ceiling, groupRows, banned } : null;
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

/** Every decision counts in the row with exactly its money. */
function isMoney({ columns }: ConstraintSystem, { entries }: ConstraintRow): boolean {
  const counted = new Map(entries);
  return columns.every((column, j) => column.kind === 'level' && (counted.get(j) ?? 0) === column.level.money);
}

function gcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}
