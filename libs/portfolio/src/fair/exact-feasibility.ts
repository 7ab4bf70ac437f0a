import { Fraction, leastCommonMultiple } from './fraction';

/** Σ coefficients × variables relation constant. Variables not listed have coefficient 0. */
export interface LinearRow {
  readonly coefficients: ReadonlyMap<number, Fraction>;
  readonly relation: '<=' | '=' | '>=';
  readonly constant: Fraction;
}

/**
 * Non-negative values of the variables that satisfy every row, or null when there are none: exact, so that "none" is a proof.
 *
 * How     First phase of the simplex method by whole-number pivots (every division is exact), Bland's rule, so it always ends.
 * Cost    Dense: for some hundred rows. Larger systems belong to the established solver.
 * Source  Bland, New Finite Pivoting Rules (1977); Edmonds, Systems of Distinct Representatives and Linear Algebra (1967).
 * @example exactFeasibility(1, [{ coefficients: new Map([[0, Fraction.of(2)]]), relation: '=', constant: Fraction.one }]) // => [1/2]
 */
export function exactFeasibility(variables: number, rows: readonly LinearRow[]): readonly Fraction[] | null {
  const tableau = tableauOf(variables, rows);
  const { cells, basis, costs, columns } = tableau;
  let pivotBefore = 1n;
  for (;;) {
    const entering = costs.findIndex((cost, column) => column < columns && cost < 0n);
    if (entering < 0) break;
    let leaving = -1;
    for (let row = 0; row < cells.length; row++) {
      const here = cells[row]!;
      if (here[entering]! <= 0n) continue;
      if (leaving < 0) {
        leaving = row;
        continue;
      }
      const best = cells[leaving]!;
      const [left, right] = [here[columns]! * best[entering]!, best[columns]! * here[entering]!];
      if (left < right || (left === right && basis[row]! < basis[leaving]!)) leaving = row;
    }
    // The sum of artificial variables is bounded below by 0, so some row always limits the entering variable.
    const pivotRow = cells[leaving]!;
    const pivot = pivotRow[entering]!;
    for (const row of [...cells, costs]) {
      if (row === pivotRow) continue;
      const factor = row[entering]!;
      for (let column = 0; column <= columns; column++)
        row[column] = (row[column]! * pivot - factor * pivotRow[column]!) / pivotBefore;
    }
    basis[leaving] = entering;
    pivotBefore = pivot;
  }
  // The last cell of the cost row is minus the sum of the artificial variables.
  if (costs[columns] !== 0n) return null;
  const values = Array.from({ length: variables }, () => Fraction.zero);
  basis.forEach((variable, row) => {
    if (variable < variables) values[variable] = Fraction.of(cells[row]![columns]!, pivotBefore);
  });
  return values;
}

/** Rows as whole numbers with slack and artificial variables; the constant in the last column. Artificial ones never enter again. */
function tableauOf(variables: number, rows: readonly LinearRow[]) {
  const whole = rows.map(({ coefficients, relation, constant }) => {
    const scale = leastCommonMultiple([constant, ...coefficients.values()].map((value) => value.denominator));
    const sign = constant.sign() < 0 ? -1n : 1n;
    const turned = sign > 0n || relation === '=' ? relation : relation === '<=' ? '>=' : '<=';
    return {
      entries: [...coefficients].map(([column, value]) => [column, value.times(sign * scale).numerator] as const),
      relation: turned,
      constant: constant.times(sign * scale).numerator,
    };
  });
  const slacks = whole.filter(({ relation }) => relation !== '=').length;
  const columns = variables + slacks;
  const costs = Array.from({ length: columns + 1 }, () => 0n);
  const basis: number[] = [];
  let slack = variables;
  const cells = whole.map(({ entries, relation, constant }, index) => {
    const row = Array.from({ length: columns + 1 }, () => 0n);
    for (const [column, value] of entries) row[column] = row[column]! + value;
    row[columns] = constant;
    if (relation !== '=') row[slack] = relation === '<=' ? 1n : -1n;
    const isArtificial = relation !== '<=';
    basis.push(isArtificial ? columns + 1 + index : slack);
    if (relation !== '=') slack += 1;
    if (isArtificial) row.forEach((value, column) => (costs[column] = costs[column]! - value));
    return row;
  });
  return { cells, basis, costs, columns };
}
