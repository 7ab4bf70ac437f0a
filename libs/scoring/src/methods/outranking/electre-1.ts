import type { Direction } from '../../problem/criterion';
import { circuits, kernel, type Edges } from './graph';

/**
 * What a lead is divided by in the discordance: `largest-range` the largest range of any criterion (Roy 1968: all on one scale);
 * `own-range` the range of the criterion itself; `pair` the largest difference between the two alternatives on any criterion
 * (Hwang & Yoon 1981, on the weighted table).
 */
export const discordanceScales = ['largest-range', 'own-range', 'pair'] as const;
export type DiscordanceScale = (typeof discordanceScales)[number];

export interface ElectreOneResult {
  /** c(a, b): weight of the criteria on which a is at least as good as b, over all weight; null on the diagonal. */
  readonly concordance: readonly (readonly (number | null)[])[];
  /** d(a, b): the largest lead of b over a on one criterion, divided as the scale says; null on the diagonal. */
  readonly discordance: readonly (readonly (number | null)[])[];
  readonly outranks: Edges;
  readonly kernel: readonly number[];
  /** Nobody outranks them. */
  readonly notOutranked: readonly number[];
  /** Circuits of more than one alternative. */
  readonly circuits: readonly (readonly number[])[];
  readonly concordanceThreshold: number;
  readonly discordanceThreshold: number;
  /** Σ c(a, ·) − Σ c(·, a), and the same of d: higher concordance and lower discordance are better. */
  readonly netConcordance: readonly number[];
  readonly netDiscordance: readonly number[];
}

/**
 * ELECTRE I: a outranks b when enough weight agrees and no criterion disagrees too much; the kernel is the choice.
 *
 * Shapes  values: m × n; weights, directions: n. Thresholds in [0, 1], or `mean`: the mean over all ordered pairs.
 * Edges   A criterion without range cannot disagree. With scale `pair` the leads are taken on the weighted table.
 * Source  Roy 1968, RIRO 2:57–75; Hwang & Yoon 1981, pp. 115–127; van Delft & Nijkamp 1977 (net indices).
 */
export function electreOne(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  directions: readonly Direction[],
  options: {
    readonly concordance: number | 'mean';
    readonly discordance: number | 'mean';
    readonly scale: DiscordanceScale;
  },
): ElectreOneResult {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const facing = values.map((row) => row.map((value, j) => (directions[j] === 'maximise' ? value : -value)));
  const pairs = <T>(of: (a: number, b: number) => T) =>
    values.map((_, a) => values.map((_, b) => (a === b ? null : of(a, b))));
  const concordance = pairs(
    (a, b) => weights.reduce((sum, weight, j) => (facing[a]![j]! >= facing[b]![j]! ? sum + weight : sum), 0) / total,
  );
  const discordance = pairs(discordanceOf(facing, weights, options.scale));
  const concordanceThreshold = options.concordance === 'mean' ? meanOf(concordance) : options.concordance;
  const discordanceThreshold = options.discordance === 'mean' ? meanOf(discordance) : options.discordance;
  const outranks = values.map((_, a) =>
    values.map(
      (_, b) =>
        a !== b &&
        concordance[a]![b]! >= concordanceThreshold - 1e-12 &&
        discordance[a]![b]! <= discordanceThreshold + 1e-12,
    ),
  );
  return {
    concordance,
    discordance,
    outranks,
    kernel: kernel(outranks),
    notOutranked: values.map((_, i) => i).filter((b) => !outranks.some((row) => row[b])),
    circuits: circuits(outranks).filter(({ length }) => length > 1),
    concordanceThreshold,
    discordanceThreshold,
    netConcordance: netOf(concordance),
    netDiscordance: netOf(discordance),
  };
}

function discordanceOf(facing: readonly (readonly number[])[], weights: readonly number[], scale: DiscordanceScale) {
  const ranges = weights.map((_, j) => {
    const column = facing.map((row) => row[j]!);
    return Math.max(...column) - Math.min(...column);
  });
  const largest = Math.max(0, ...ranges);
  return (a: number, b: number): number => {
    const leads = facing[b]!.map((value, j) => (value - facing[a]![j]!) * (scale === 'pair' ? weights[j]! : 1));
    const pair = Math.max(...leads.map(Math.abs));
    const divided = leads.map((lead, j) => {
      const divisor = scale === 'own-range' ? ranges[j]! : scale === 'pair' ? pair : largest;
      return divisor === 0 ? 0 : lead / divisor;
    });
    return Math.max(0, ...divided);
  };
}

const sum = (xs: readonly (number | null)[]): number => xs.reduce<number>((total, x) => total + (x ?? 0), 0);

function meanOf(table: readonly (readonly (number | null)[])[]): number {
  return sum(table.map(sum)) / Math.max(1, table.length * (table.length - 1));
}

function netOf(table: readonly (readonly (number | null)[])[]): readonly number[] {
  return table.map((row, a) => sum(row) - sum(table.map((other) => other[a]!)));
}
