/** Small dense linear algebra over arrays of rows. For sizes of tens, where clarity beats speed. */

export const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
};

/** Solves a square system by Gaussian elimination with partial pivoting; null when the matrix is singular. */
export function solveSquare(matrix: readonly (readonly number[])[], rhs: readonly number[]): number[] | null {
  const n = matrix.length;
  const rows = matrix.map((row, r) => [...row, rhs[r] as number]);
  const size = Math.max(...rows.flatMap((row) => row.slice(0, n).map(Math.abs)), 0);
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let r = column + 1; r < n; r++) if (Math.abs(rows[r]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = r;
    if (Math.abs(rows[pivot]![column]!) <= 1e-13 * size) return null;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let r = column + 1; r < n; r++) {
      const factor = rows[r]![column]! / rows[column]![column]!;
      if (factor !== 0) for (let k = column; k <= n; k++) rows[r]![k]! -= factor * rows[column]![k]!;
    }
  }
  const solution = new Array<number>(n).fill(0);
  for (let r = n - 1; r >= 0; r--) {
    let rest = rows[r]![n]!;
    for (let k = r + 1; k < n; k++) rest -= rows[r]![k]! * solution[k]!;
    solution[r] = rest / rows[r]![r]!;
  }
  return solution;
}

/**
 * Lower triangular L with L Lᵀ = matrix + ridge·I, the ridge being 1e-12 of the mean diagonal: a matrix that is only just
 * positive definite still gets its factor. Null when it is not positive definite.
 */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] | null {
  const n = matrix.length;
  const ridge = (1e-12 * matrix.reduce((sum, row, k) => sum + row[k]!, 0)) / n;
  const lower = matrix.map(() => new Array<number>(n).fill(0));
  for (let r = 0; r < n; r++) {
    for (let c = 0; c <= r; c++) {
      let rest = matrix[r]![c]! + (r === c ? ridge : 0);
      for (let k = 0; k < c; k++) rest -= lower[r]![k]! * lower[c]![k]!;
      if (r !== c) lower[r]![c] = rest / lower[c]![c]!;
      else if (rest > 0) lower[r]![c] = Math.sqrt(rest);
      else return null;
    }
  }
  return lower;
}
