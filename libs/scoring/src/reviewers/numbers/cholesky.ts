import { invariant } from '@fordela/domain';

/** The lower triangle L of a symmetric positive definite matrix A = L·Lᵀ, row by row in one array of size². */
export interface Cholesky {
  readonly size: number;
  readonly lower: Float64Array;
  /** The natural logarithm of A's determinant. */
  readonly logDeterminant: number;
}

/**
 * Factorises a symmetric positive definite matrix given by rows in one array (only its lower triangle is read).
 *
 * Edges   size 0 gives an empty factor with log determinant 0.
 * Errors  InvariantError when the matrix is not positive definite: the matrices here are, by construction.
 */
export function cholesky(matrix: Float64Array, size: number): Cholesky {
  const lower = new Float64Array(size * size);
  let logDeterminant = 0;
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * size + j] as number;
      for (let k = 0; k < j; k += 1) sum -= (lower[i * size + k] as number) * (lower[j * size + k] as number);
      if (i !== j) {
        lower[i * size + j] = sum / (lower[j * size + j] as number);
        continue;
      }
      invariant(sum > 0, 'matrix is not positive definite');
      lower[i * size + i] = Math.sqrt(sum);
      logDeterminant += Math.log(sum);
    }
  return { size, lower, logDeterminant };
}

/** Solves L·x = b. */
export function forwardSolve({ size, lower }: Cholesky, right: ArrayLike<number>): Float64Array {
  const x = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    let sum = right[i] as number;
    for (let k = 0; k < i; k += 1) sum -= (lower[i * size + k] as number) * (x[k] as number);
    x[i] = sum / (lower[i * size + i] as number);
  }
  return x;
}

/** Solves Lᵀ·x = b. */
export function backwardSolve({ size, lower }: Cholesky, right: ArrayLike<number>): Float64Array {
  const x = new Float64Array(size);
  for (let i = size - 1; i >= 0; i -= 1) {
    let sum = right[i] as number;
    for (let k = i + 1; k < size; k += 1) sum -= (lower[k * size + i] as number) * (x[k] as number);
    x[i] = sum / (lower[i * size + i] as number);
  }
  return x;
}

/** Solves A·x = b. */
export function choleskySolve(factor: Cholesky, right: ArrayLike<number>): Float64Array {
  return backwardSolve(factor, forwardSolve(factor, right));
}
