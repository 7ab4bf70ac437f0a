import { accept, type Path, type Result } from '@fordela/domain';
import type { AllocationProblem } from '../../problem/allocation-problem';
import { checkedRecord, type PortfolioRecord } from '../portfolio-record';
import { bestChoice, expectedTotals, OptimaSampler, withTotals } from './sample-optima';
import { uncertainValues, type UncertaintyOptions, type UncertainValues } from './uncertain-values';

/** Whole-numbered counts over a range of samples: ranges worked out anywhere add up to the same bytes. */
export interface OptimaCounts {
  readonly samples: number;
  readonly unproven: number;
  /** In how many samples each option is in the best portfolio, by block. */
  readonly options: readonly (readonly number[])[];
  /** How often each portfolio was best, by its options. */
  readonly portfolios: Readonly<Record<string, number>>;
  /** Sum and sum of squares of (best value − value of the portfolio that is best on average), in whole units, as decimal text. */
  readonly regretSum: string;
  readonly regretSquares: string;
}

export interface SampleRange {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

export interface FundingProbability {
  readonly project: string;
  /** Share of the samples in which the project is in the best portfolio, with its standard error. */
  readonly probability: number;
  readonly standardError: number;
  readonly levels: Readonly<Record<string, number>>;
}

export interface ProbabilityOutcome {
  readonly samples: number;
  readonly seed: number;
  readonly uncertainScores: number;
  readonly weightCorners: number;
  readonly projects: readonly FundingProbability[];
  /** The portfolios most often best. */
  readonly portfolios: readonly (PortfolioRecord & { readonly probability: number; readonly standardError: number })[];
  readonly distinctPortfolios: number;
  /** The best portfolio when everything uncertain is at its mean, and how often it is best. */
  readonly bestOnAverage: PortfolioRecord & { readonly probability: number; readonly expectedValue: number };
  /** Sum over projects of the uncertainty whether it is funded, in bits. */
  readonly decisionEntropyBits: number;
  /** What knowing everything would add to the value on average, with its standard error. */
  readonly perfectInformationValue: number;
  readonly perfectInformationError: number;
  readonly unprovenSamples: number;
  readonly counts: OptimaCounts;
}

/** Counts over samples from..to−1. Null when no portfolio keeps the limits. */
export function optimaCounts(
  uncertain: UncertainValues,
  range: SampleRange,
  shouldStop?: () => boolean,
): OptimaCounts | null {
  if (!uncertain.structure.feasible) return null;
  const average = bestChoice(withTotals(uncertain, expectedTotals(uncertain)));
  if (average.choices.length === 0 && uncertain.structure.columns.length > 0) return null;
  const sampler = new OptimaSampler(uncertain, range.seed, average.choices);
  const options = uncertain.structure.columns.map((columns) => columns.map(() => 0));
  const portfolios: Record<string, number> = {};
  let [samples, unproven, regretSum, regretSquares] = [0, 0, 0n, 0n];
  for (let index = range.from; index < range.to; index++) {
    if (shouldStop?.()) break;
    const drawn = sampler.sample(index);
    samples += 1;
    if (!drawn.proven) unproven += 1;
    drawn.choices.forEach((option, b) => {
      const own = options[b] as number[];
      own[option] = (own[option] as number) + 1;
    });
    const key = drawn.choices.join();
    portfolios[key] = (portfolios[key] ?? 0) + 1;
    const regret = BigInt(drawn.value - drawn.comparedValue);
    regretSum += regret;
    regretSquares += regret * regret;
  }
  return {
    samples,
    unproven,
    options,
    portfolios: inKeyOrder(portfolios),
    regretSum: String(regretSum),
    regretSquares: String(regretSquares),
  };
}

const inKeyOrder = (counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Counts of two ranges together; the order does not matter. */
export function mergeOptimaCounts(a: OptimaCounts, b: OptimaCounts): OptimaCounts {
  const portfolios: Record<string, number> = { ...a.portfolios };
  for (const [key, count] of Object.entries(b.portfolios)) portfolios[key] = (portfolios[key] ?? 0) + count;
  return {
    samples: a.samples + b.samples,
    unproven: a.unproven + b.unproven,
    options: a.options.map((own, i) => own.map((count, o) => count + (b.options[i]?.[o] ?? 0))),
    portfolios: inKeyOrder(portfolios),
    regretSum: String(BigInt(a.regretSum) + BigInt(b.regretSum)),
    regretSquares: String(BigInt(a.regretSquares) + BigInt(b.regretSquares)),
  };
}

/**
 * How probable it is that each project is in the best portfolio when weights, scores and reviewers are uncertain.
 *
 * Method  For every sample weights and scores are drawn and the problem is solved exactly under all its limits. Sample k depends on
 *         the seed and k only, and results are whole counts: ranges of samples can be divided between workers.
 * Errors  Those of `uncertainValues`. Null outcome when no portfolio keeps the limits.
 * Source  In the manner of SMAA (Lahdelma, Hokkanen & Salminen, EJOR 106, 1998) for portfolios; expected value of perfect
 *         information: Raiffa & Schlaifer, Applied Statistical Decision Theory (1961).
 */
export function fundingProbability(
  problem: AllocationProblem,
  options: UncertaintyOptions,
  range: SampleRange,
  listed: number,
  path: Path,
  shouldStop?: () => boolean,
): Result<ProbabilityOutcome | null> {
  const uncertain = uncertainValues(problem, options, path);
  if (!uncertain.ok) return uncertain;
  const counts = optimaCounts(uncertain.value, range, shouldStop);
  return accept(counts && probabilityOutcome(uncertain.value, counts, range.seed, listed));
}

/** The answer that counts over any number of ranges lead to. */
export function probabilityOutcome(
  uncertain: UncertainValues,
  counts: OptimaCounts,
  seed: number,
  listed: number,
): ProbabilityOutcome {
  const { problem, system, structure } = uncertain;
  const { samples } = counts;
  const share = (count: number) => (samples > 0 ? count / samples : 0);
  const errorOf = (p: number) => (samples > 0 ? Math.sqrt((p * (1 - p)) / samples) : 0);
  const levels = new Map<string, Record<string, number>>(problem.projects.map(({ id }) => [id, {}]));
  structure.columns.forEach((columns, b) =>
    columns.forEach((place, o) => {
      const column = system.columns[place];
      const own = column?.kind === 'level' ? levels.get(column.project.id) : undefined;
      if (own && column?.kind === 'level') own[column.level.id] = share(counts.options[b]?.[o] ?? 0);
    }),
  );
  const projects = problem.projects
    .filter(({ alreadyDone }) => !alreadyDone)
    .map(({ id }): FundingProbability => {
      const own = levels.get(id) ?? {};
      const probability = Math.min(
        1,
        Object.values(own).reduce((sum, p) => sum + p, 0),
      );
      return { project: id, probability, standardError: errorOf(probability), levels: own };
    });
  const ranked = Object.entries(counts.portfolios).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const recordOf = (key: string) =>
    checkedRecord(problem, structure.portfolioOf(key === '' ? [] : key.split(',').map(Number)));
  const average = bestChoice(withTotals(uncertain, expectedTotals(uncertain)));
  const unit = uncertain.scale * problem.valueScale;
  const mean = samples > 0 ? Number(BigInt(counts.regretSum)) / samples / unit : 0;
  const meanSquare = samples > 0 ? Number(BigInt(counts.regretSquares)) / samples / unit / unit : 0;
  return {
    samples,
    seed,
    uncertainScores: uncertain.scores.length,
    weightCorners: uncertain.region.corners.length,
    projects,
    portfolios: ranked.slice(0, listed).map(([key, count]) => {
      const probability = share(count);
      return { ...recordOf(key), probability, standardError: errorOf(probability) };
    }),
    distinctPortfolios: ranked.length,
    bestOnAverage: {
      ...recordOf(average.choices.join()),
      probability: share(counts.portfolios[average.choices.join()] ?? 0),
      expectedValue: average.value / unit,
    },
    decisionEntropyBits: projects.reduce((sum, { probability }) => sum + binaryEntropy(probability), 0),
    perfectInformationValue: mean,
    perfectInformationError: samples > 1 ? Math.sqrt(Math.max(0, meanSquare - mean * mean) / (samples - 1)) : 0,
    unprovenSamples: counts.unproven,
    counts,
  };
}

/** Entropy of a yes with probability p, in bits. */
export const binaryEntropy = (p: number): number =>
  p <= 0 || p >= 1 ? 0 : -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
