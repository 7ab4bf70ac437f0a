import { accept, at, refusal, refuse, type Result } from '@fordela/domain';
import { isSeed, SampleStream } from '../../kernel/sample-stream';
import { sortedQuantile } from '../numbers/summaries';
import { alphaOfCounts, unitCounts, type AlphaOptions } from './krippendorff-alpha';
import type { RatingTable, RatingValue } from './rating-table';

export interface BootstrapOptions {
  readonly draws: number;
  readonly seed: number;
  readonly confidence: number;
}

/** How surely alpha is known, by drawing as many units again, with replacement. */
export interface AlphaInterval {
  readonly low: number;
  readonly high: number;
  readonly standardError: number;
  readonly confidence: number;
  readonly draws: number;
  readonly seed: number;
  /** Draws in which every rating was the same value, so that alpha does not exist; left out of the limits. */
  readonly undefinedDraws: number;
  /** Share of the defined draws with an alpha below these often used thresholds. */
  readonly below: readonly { readonly threshold: number; readonly share: number }[];
}

/** Krippendorff's customary thresholds: tentative conclusions from 0.667, reliable ones from 0.8. */
const thresholds = [0.667, 0.8];

/**
 * A percentile interval of Krippendorff's alpha over bootstrap draws of whole units.
 *
 * Rule    Draw d takes as many pairable units as there are, with replacement, by the random numbers of (seed, d): the same seed
 *         gives the same interval, whatever the order in which draws are made. Limits are type-7 percentiles.
 * Errors  Refusals: as `krippendorffAlpha`; `bootstrap-draws`, `seed-not-whole`, `confidence-out-of-range`;
 *         `alpha-bootstrap-undefined` when no draw has an alpha.
 * Source  Efron & Tibshirani, An Introduction to the Bootstrap (1993), ch. 13; units as in Zapf et al., BMC Medical Research
 *         Methodology 16 (2016) 93.
 */
export function alphaBootstrap(
  table: RatingTable<RatingValue>,
  options: AlphaOptions,
  bootstrap: BootstrapOptions,
): Result<AlphaInterval> {
  const { draws, seed, confidence } = bootstrap;
  if (!Number.isInteger(draws) || draws < 100 || draws > 100_000)
    return refuse([refusal('bootstrap-draws', ['draws'], { draws: String(draws), lowest: 100, highest: 100_000 })]);
  if (!isSeed(seed)) return refuse([refusal('seed-not-whole', ['seed'], { seed: String(seed) })]);
  if (!(confidence > 0 && confidence < 1))
    return refuse([refusal('confidence-out-of-range', ['confidence'], { confidence: String(confidence) })]);
  const units = unitCounts(table, options);
  if (!units.ok) return units;
  const { counts, values } = units.value;
  const stream = new SampleStream(seed, 'draw');
  const alphas: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    stream.startSample(draw);
    const drawn = counts.map(() => at(counts, stream.below(counts.length)));
    const alpha = alphaOfCounts(drawn, values, options.difference);
    if (alpha) alphas.push(alpha.alpha);
  }
  if (alphas.length === 0) return refuse([refusal('alpha-bootstrap-undefined', [], { draws })]);
  const sorted = alphas.sort((a, b) => a - b);
  const centre = sorted.reduce((sum, alpha) => sum + alpha, 0) / sorted.length;
  const squares = sorted.reduce((sum, alpha) => sum + (alpha - centre) ** 2, 0);
  return accept({
    low: sortedQuantile(sorted, (1 - confidence) / 2),
    high: sortedQuantile(sorted, (1 + confidence) / 2),
    standardError: Math.sqrt(squares / Math.max(1, sorted.length - 1)),
    confidence,
    draws,
    seed,
    undefinedDraws: draws - sorted.length,
    below: thresholds.map((threshold) => ({
      threshold,
      share: sorted.filter((alpha) => alpha < threshold).length / sorted.length,
    })),
  });
}
