import { accept, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import type { AllocationProblem } from '../../problem/allocation-problem';
import { fraction, fractionOf } from '../../problem/fraction';
import { checkedRecord, type PortfolioRecord } from '../portfolio-record';
import { narrowed, type WeightHalfSpace } from '../weights/weight-region';
import { meanWeights, weightSimplices } from '../weights/weight-simplices';
import { bestLine, meanOf, quantileOf, type Distribution, type Line } from './distribution';
import { binaryEntropy } from './funding-probability';
import { bestChoice, expectedTotals, OptimaSampler, withTotals, type SampledOptimum } from './sample-optima';
import {
  uncertainValues,
  type UncertainScore,
  type UncertaintyOptions,
  type UncertainValues,
} from './uncertain-values';

/** A question whether Σ coefficients · weight ≥ constant. */
export interface WeightQuestionInput {
  readonly id?: string;
  readonly coefficients: Readonly<Record<string, number | string>>;
  readonly constant?: number | string;
}

export interface InformationOptions extends UncertaintyOptions {
  /** Ask of every pair of named values which of the two weighs more. */
  readonly pairs: boolean;
  readonly questions: readonly WeightQuestionInput[];
  /** Samples for the entropies; 0 leaves them out. */
  readonly samples: number;
  readonly seed: number;
}

/** Something that could be found out before deciding, and what knowing it is worth. */
export interface InformationQuestion {
  readonly id: string;
  readonly kind: 'score' | 'weights';
  readonly project: string | null;
  readonly value: string | null;
  /** Exact: how much better, on average, the portfolio chosen after the answer is than the one chosen now. In value units. */
  readonly expectedGain: number;
  /** Exact: the probability that the answer changes which portfolio is best. */
  readonly changeProbability: number;
  /** Estimated: how many bits of the uncertainty over who is funded the answer removes on average; null without samples. */
  readonly entropyReductionBits: number | null;
  /** What such an estimate shows where nothing is to be learnt, from sampling alone. */
  readonly entropyNoiseBits: number | null;
}

export interface InformationOutcome {
  readonly bestOnAverage: PortfolioRecord;
  readonly expectedValue: number;
  readonly questions: readonly InformationQuestion[];
  readonly decisionEntropyBits: number | null;
  readonly samples: number;
  readonly seed: number;
}

/** Two values of a weight question, or the classes of a score's answer. */
interface Classed {
  readonly question: Omit<InformationQuestion, 'entropyReductionBits' | 'entropyNoiseBits'>;
  readonly classes: number;
  readonly classOf: (sample: SampledOptimum) => number;
}

/**
 * Which missing rating or clearer weight would settle most.
 *
 * Rule    The value of a portfolio is linear in each score and in the weights, so what is expected after an answer is the value at
 *         conditional means. A score: the best values with each level of its project forced are lines in the score, and the mean of
 *         their largest is integrated exactly. A weight question: each side's mean weights and probability come from its exact
 *         volume. Gains are never negative; several answers together can be worth more or less than their sum.
 * Edges   Null when no portfolio keeps the limits. A question whose answer is already known is left out.
 * Source  Raiffa & Schlaifer (1961), expected value of partial perfect information; Howard, IEEE Trans. SSC 2 (1966).
 */
export function valueOfInformation(
  problem: AllocationProblem,
  options: InformationOptions,
  path: Path,
  shouldStop?: () => boolean,
): Result<InformationOutcome | null> {
  const read = uncertainValues(problem, options, path);
  if (!read.ok) return read;
  const uncertain = read.value;
  const halfSpaces = weightQuestions(uncertain, options, path);
  if (!halfSpaces.ok) return halfSpaces;
  if (!uncertain.structure.feasible) return accept(null);
  const totals = expectedTotals(uncertain);
  const now = bestChoice(withTotals(uncertain, totals));
  if (now.choices.length < uncertain.structure.columns.length) return accept(null);
  const asked = [
    ...scoreQuestions(uncertain, totals, now.choices),
    ...halfSpaces.value.flatMap((halfSpace) => weightQuestion(uncertain, halfSpace, now)),
  ];
  const drawn: SampledOptimum[] = [];
  const sampler = new OptimaSampler(uncertain, options.seed, now.choices);
  for (let index = 0; index < options.samples && !shouldStop?.(); index++) drawn.push(sampler.sample(index));
  const funded = drawn.map(({ choices }) =>
    choices.map((option, b) => (uncertain.structure.columns[b]?.[option] ?? -1) >= 0),
  );
  const before = drawn.length > 0 ? entropy(funded) : null;
  const questions = asked.map(({ question, classes, classOf }): InformationQuestion => {
    if (before === null) return { ...question, entropyReductionBits: null, entropyNoiseBits: null };
    const groups = Array.from({ length: classes }, () => [] as boolean[][]);
    drawn.forEach((sample, s) => groups[classOf(sample)]?.push(funded[s] as boolean[]));
    const after = groups.reduce((sum, group) => sum + (group.length / drawn.length) * entropy(group), 0);
    const open = (funded[0] ?? []).filter(
      (_, b) => funded.some((own) => own[b]) && funded.some((own) => !own[b]),
    ).length;
    const noise = ((classes - 1) * open) / (2 * Math.LN2 * drawn.length);
    return { ...question, entropyReductionBits: Math.max(0, before - after), entropyNoiseBits: noise };
  });
  return accept({
    bestOnAverage: checkedRecord(problem, uncertain.structure.portfolioOf(now.choices)),
    expectedValue: now.value / unitOf(uncertain),
    questions: questions.sort(
      (a, b) =>
        b.expectedGain - a.expectedGain ||
        (b.entropyReductionBits ?? 0) - (a.entropyReductionBits ?? 0) ||
        (a.id < b.id ? -1 : 1),
    ),
    decisionEntropyBits: before,
    samples: drawn.length,
    seed: options.seed,
  });
}

const unitOf = ({ scale, problem }: UncertainValues): number => scale * problem.valueScale;

function weightQuestions(
  uncertain: UncertainValues,
  options: InformationOptions,
  path: Path,
): Result<readonly WeightHalfSpace[]> {
  const { names } = uncertain.region;
  const refusals: Refusal[] = [];
  const pairs = options.pairs
    ? names.flatMap((a, i) =>
        names.slice(i + 1).map((b) => ({
          id: `${a} ≥ ${b}`,
          coefficients: names.map((name) => fraction(name === a ? 1 : name === b ? -1 : 0)),
        })),
      )
    : [];
  const stated = options.questions.map(({ id, coefficients, constant = 0 }, k): WeightHalfSpace => {
    const place = [...path, 'questions', k];
    for (const name of Object.keys(coefficients))
      if (!names.includes(name))
        refusals.push(
          refusal('allocation-unknown-value', [...place, 'coefficients', name], { value: name, choices: names }),
        );
    const exact = (value: number | string) => fractionOf(value) ?? fraction(0);
    const least = exact(constant);
    return {
      id: id ?? `question-${k + 1}`,
      coefficients: names.map((name) => {
        const own = exact(coefficients[name] ?? 0);
        return fraction(
          own.numerator * least.denominator - least.numerator * own.denominator,
          own.denominator * least.denominator,
        );
      }),
    };
  });
  return refusals.length > 0 ? refuse(refusals) : accept([...pairs, ...stated]);
}

/** What each side of a weight question is worth; nothing when one side cannot be, or only on an edge. */
function weightQuestion(
  uncertain: UncertainValues,
  halfSpace: WeightHalfSpace,
  now: { readonly choices: readonly number[]; readonly value: number },
): readonly Classed[] {
  const opposite = {
    ...halfSpace,
    coefficients: halfSpace.coefficients.map(({ numerator, denominator }) => ({ numerator: -numerator, denominator })),
  };
  const dimension = uncertain.parts.simplices[0]?.length;
  const sides = [halfSpace, opposite].map((side) => {
    const region = narrowed(uncertain.region, side);
    const parts = region && weightSimplices(region);
    return parts && parts.simplices[0]?.length === dimension ? parts : null;
  });
  const whole = sides.reduce((sum, side) => sum + (side?.volume ?? 0), 0);
  if (sides.some((side) => side === null) || !(whole > 0)) return [];
  let [after, changes] = [0, 0];
  for (const side of sides) {
    if (!side) continue;
    const totals = expectedTotals(uncertain, meanWeights(side));
    const best = bestChoice(withTotals(uncertain, totals));
    const usual = valueOf(uncertain, totals, now.choices);
    const probability = side.volume / whole;
    after += probability * (best.value - usual);
    if (best.value > usual) changes += probability;
  }
  const coefficients = halfSpace.coefficients.map(
    ({ numerator, denominator }) => Number(numerator) / Number(denominator),
  );
  return [
    {
      question: {
        id: halfSpace.id,
        kind: 'weights',
        project: null,
        value: null,
        expectedGain: after / unitOf(uncertain),
        changeProbability: changes,
      },
      classes: 2,
      classOf: ({ weights }) =>
        coefficients.reduce((sum, entry, i) => sum + entry * (weights[i] as number), 0) >= 0 ? 1 : 0,
    },
  ];
}

const valueOf = ({ structure }: UncertainValues, totals: Float64Array, choices: readonly number[]): number =>
  structure.columns.reduce((sum, columns, b) => {
    const column = columns[choices[b] as number] as number;
    return column < 0 ? sum : sum + (totals[column] as number);
  }, 0);

function scoreQuestions(uncertain: UncertainValues, totals: Float64Array, now: readonly number[]): readonly Classed[] {
  const forced = new Map<number, readonly (number | null)[]>();
  const bestsOf = (block: number): readonly (number | null)[] => {
    const known = forced.get(block);
    if (known) return known;
    const bests = (uncertain.structure.columns[block] ?? []).map((_, o) => bestWith(uncertain, totals, block, o));
    forced.set(block, bests);
    return bests;
  };
  return uncertain.scores.flatMap((score) => {
    const own = new Set(score.levels.map(({ column }) => column));
    const block = uncertain.structure.columns.findIndex((columns) => columns.some((column) => own.has(column)));
    if (block < 0) return [];
    return [
      scoreQuestion(uncertain, score, uncertain.structure.columns[block] ?? [], bestsOf(block), now[block] as number),
    ];
  });
}

/** The best value when a block takes one option; null when that cannot be. */
function bestWith(uncertain: UncertainValues, totals: Float64Array, block: number, option: number): number | null {
  const model = withTotals(uncertain, totals);
  const best = bestChoice({
    ...model,
    blocks: model.blocks.map(({ options }, b) => ({
      options: b === block ? options.slice(option, option + 1) : options,
    })),
  });
  return best.choices.length < model.blocks.length ? null : best.value;
}

function scoreQuestion(
  uncertain: UncertainValues,
  score: UncertainScore,
  columns: readonly number[],
  bests: readonly (number | null)[],
  chosen: number,
): Classed {
  const unit = unitOf(uncertain);
  const weight = uncertain.meanWeights[score.nameIndex] as number;
  const mean = meanOf(score.distribution);
  const slopes = new Map(score.levels.map(({ column, slope }) => [column, slope]));
  const possible = columns.flatMap((column, o) => (bests[o] === null ? [] : [o]));
  // The option chosen now comes first: where it ties with another, knowing the answer changes nothing.
  const order = [chosen, ...possible.filter((o) => o !== chosen)];
  const lines = order.map((o): Line => {
    const slope = (weight * (slopes.get(columns[o] as number) ?? 0)) / uncertain.problem.valueScale;
    return { intercept: (bests[o] as number) / unit - slope * mean, slope };
  });
  const best = bestLine(lines, score.distribution);
  const usual = Math.max(...lines.map(({ intercept, slope }) => intercept + slope * mean));
  const { classes, classOf } = answerClasses(score.distribution);
  const index = uncertain.scores.indexOf(score);
  return {
    question: {
      id: `${score.project}: ${score.name}`,
      kind: 'score',
      project: score.project,
      value: score.name,
      expectedGain: Math.max(0, best.mean - usual),
      changeProbability: 1 - (best.probabilities[0] as number),
    },
    classes,
    classOf: ({ scores }) => classOf(scores[index] as number),
  };
}

/** How a score's answers are told apart for the entropies: each outcome of a list, or below and above the median. */
function answerClasses(distribution: Distribution): {
  readonly classes: number;
  readonly classOf: (x: number) => number;
} {
  if (distribution.kind === 'discrete') {
    const values = distribution.outcomes.map(({ value }) => value);
    return { classes: values.length, classOf: (x) => values.indexOf(x) };
  }
  const median = quantileOf(distribution, 0.5);
  return { classes: 2, classOf: (x) => (x < median ? 0 : 1) };
}

/** Sum over the blocks of the entropy of being funded. */
function entropy(samples: readonly (readonly boolean[])[]): number {
  const [first] = samples;
  if (!first) return 0;
  return first.reduce((sum, _, b) => sum + binaryEntropy(samples.filter((own) => own[b]).length / samples.length), 0);
}
