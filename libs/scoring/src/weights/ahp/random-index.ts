import type { RandomIndexTable } from '../weight-spec';

/**
 * Mean consistency index of random reciprocal matrices, by size (index 0 = size 1). The tables differ in how many matrices
 * were drawn, so a consistency ratio means something only together with the table's name.
 *
 * Sources saaty-1980: The Analytic Hierarchy Process, p. 21 (sizes to 15). saaty-tran-2007: Saaty & Tran 2007, Math. Comput. Modelling
 *         46:962–975 (to 10). alonso-lamata-2006: Int. J. Uncertainty, Fuzziness 14:445–459, 100,000 matrices (to 15).
 */
const tables: Readonly<Record<RandomIndexTable, readonly number[]>> = {
  'saaty-1980': [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59],
  'saaty-tran-2007': [0, 0, 0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49],
  'alonso-lamata-2006': [
    0, 0, 0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499, 1.4854, 1.5141, 1.5365, 1.5551, 1.5713, 1.5838,
  ],
};

/** The random index of a matrix size; null when the table does not reach that far. */
export function randomIndex(size: number, table: RandomIndexTable): number | null {
  return tables[table][size - 1] ?? null;
}
