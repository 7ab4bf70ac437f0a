import type { RandomIndexTable } from '../weight-spec';
import type { PairwiseMatrix } from './pairwise-matrix';
import { pairwisePriorities, principalEigenvector } from './priorities';
import { randomIndex } from './random-index';

/** The judgement whose correction would help most, and what it would have to be. */
export interface HurtingJudgement {
  readonly row: string;
  readonly column: string;
  readonly stated: number;
  /** What the other judgements together imply for this pair. */
  readonly consistent: number;
  /** Consistency ratio if it were stated so. */
  readonly ratioThen: number;
}

/** How well the judgements of a pairwise matrix agree with each other. */
export interface PairwiseConsistency {
  readonly lambdaMax: number;
  readonly consistencyIndex: number;
  /** Null when the table has no index for this size. 0 for one or two items: two cannot disagree. */
  readonly consistencyRatio: number | null;
  readonly randomIndexTable: RandomIndexTable;
  readonly randomIndex: number | null;
  /** Geometric consistency index; its usual limits are 0.31 (n = 3), 0.35 (n = 4), 0.37 (n > 4). Null for n < 3. */
  readonly geometricConsistencyIndex: number | null;
  readonly congruence: number | null;
  readonly dissonance: number | null;
  readonly koczkodaj: number | null;
  /** True when the ratio is at most 0.10, Saaty's limit. */
  readonly acceptable: boolean;
  /** Null for n < 3 or a perfectly consistent matrix. */
  readonly worst: HurtingJudgement | null;
}

/**
 * Consistency measures of a pairwise matrix.
 *
 * Rules   CI = (λmax − n)/(n − 1); CR = CI / RI. GCI: Aguarón & Moreno-Jiménez 2003, EJOR 147:137–145. Congruence and dissonance
 *         (means over pairs): Siraj, Mikhailov & Keane 2015, EJOR 247:507–514. Koczkodaj 1993: the worst triad.
 * Worst   For each pair, the value implied by all the other judgements (Harker 1987: the pair left out); the pair whose
 *         replacement gives the lowest ratio. Ties: the first in row order.
 */
export function pairwiseConsistency(
  matrix: PairwiseMatrix,
  ids: readonly string[],
  table: RandomIndexTable,
): PairwiseConsistency {
  const n = matrix.length;
  const index = randomIndex(n, table);
  const lambdaMax = n < 3 ? n : principalEigenvector(matrix).value;
  const consistencyIndex = consistencyIndexOf(matrix);
  const consistencyRatio = ratio(consistencyIndex, index);
  return {
    lambdaMax,
    consistencyIndex,
    consistencyRatio,
    randomIndexTable: table,
    randomIndex: index,
    geometricConsistencyIndex: n < 3 ? null : geometricIndex(matrix),
    congruence: n < 3 ? null : overTriads(matrix, (direct, indirect) => Math.abs(direct - indirect)),
    dissonance: n < 3 ? null : overTriads(matrix, (direct, indirect) => Number(direct * indirect < 0)),
    koczkodaj: n < 3 ? null : koczkodaj(matrix),
    acceptable: consistencyRatio === null || consistencyRatio <= 0.1,
    worst: n < 3 || consistencyIndex < 1e-12 ? null : worstJudgement(matrix, ids, index),
  };
}

function consistencyIndexOf(matrix: PairwiseMatrix): number {
  const n = matrix.length;
  return n < 3 ? 0 : Math.max(0, (principalEigenvector(matrix).value - n) / (n - 1));
}

function ratio(consistencyIndex: number, index: number | null): number | null {
  if (index === null) return null;
  return index === 0 ? 0 : consistencyIndex / index;
}

function geometricIndex(matrix: PairwiseMatrix): number {
  const n = matrix.length;
  const weights = pairwisePriorities(matrix, 'geometric-mean');
  let sum = 0;
  for (let i = 0; i < n; i += 1)
    for (let j = i + 1; j < n; j += 1) sum += Math.log((matrix[i]![j]! * weights[j]!) / weights[i]!) ** 2;
  return (2 * sum) / ((n - 1) * (n - 2));
}

/** Mean over the pairs of the mean over the third items of a measure of log a[i][j] against log a[i][k]·a[k][j]. */
function overTriads(matrix: PairwiseMatrix, measure: (direct: number, indirect: number) => number): number {
  const n = matrix.length;
  let sum = 0;
  for (let i = 0; i < n; i += 1)
    for (let j = i + 1; j < n; j += 1)
      for (let k = 0; k < n; k += 1)
        if (k !== i && k !== j) sum += measure(Math.log(matrix[i]![j]!), Math.log(matrix[i]![k]! * matrix[k]![j]!));
  return sum / (n - 2) / ((n * (n - 1)) / 2);
}

function koczkodaj(matrix: PairwiseMatrix): number {
  const n = matrix.length;
  let worst = 0;
  for (let i = 0; i < n; i += 1)
    for (let j = i + 1; j < n; j += 1)
      for (let k = j + 1; k < n; k += 1) {
        const turn = matrix[i]![k]! / (matrix[i]![j]! * matrix[j]![k]!);
        worst = Math.max(worst, Math.min(Math.abs(1 - turn), Math.abs(1 - 1 / turn)));
      }
  return worst;
}

function worstJudgement(matrix: PairwiseMatrix, ids: readonly string[], index: number | null): HurtingJudgement | null {
  let best: HurtingJudgement | null = null;
  for (let i = 0; i < matrix.length; i += 1)
    for (let j = i + 1; j < matrix.length; j += 1) {
      const consistent = impliedJudgement(matrix, i, j);
      const replaced = matrix.map((row, a) =>
        row.map((value, b) => (a === i && b === j ? consistent : a === j && b === i ? 1 / consistent : value)),
      );
      const ratioThen = ratio(consistencyIndexOf(replaced), index) ?? consistencyIndexOf(replaced);
      if (best === null || ratioThen < best.ratioThen - 1e-12)
        best = { row: ids[i]!, column: ids[j]!, stated: matrix[i]![j]!, consistent, ratioThen };
    }
  return best;
}

/** w[i]/w[j] of the matrix with the pair left out (0 in its place, its diagonal entries one higher). */
function impliedJudgement(matrix: PairwiseMatrix, i: number, j: number): number {
  const without = matrix.map((row, a) =>
    row.map((value, b) => {
      if ((a === i && b === j) || (a === j && b === i)) return 0;
      return a === b && (a === i || a === j) ? value + 1 : value;
    }),
  );
  const { vector } = principalEigenvector(without);
  return vector[i]! / vector[j]!;
}
