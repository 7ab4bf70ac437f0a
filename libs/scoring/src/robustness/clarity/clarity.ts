import { accept, refusal, refuse, type Result } from '@fordela/domain';
import { fundedBy } from '../smaa/money-line';
import { SampleRanking } from '../smaa/sample-ranking';
import type { SmaaModel } from '../smaa/smaa-model';

/**
 * Something that could be found out. `order`: whether one weight is at least another. `weight`: in which part of its range a weight
 * lies; the parts are equally likely. `score`: in which part of its distribution an uncertain score (of `model.uncertain`) lies.
 */
export type ClarityQuestion =
  | { readonly of: 'order'; readonly more: number; readonly less: number }
  | { readonly of: 'weight'; readonly criterion: number; readonly cuts: readonly number[] }
  | { readonly of: 'score'; readonly uncertain: number; readonly parts: number };

/** Whose uncertainty is to fall: who is first, who is above the money line, or each alternative's rank. */
export const clarityMeasures = ['first', 'funded', 'ranks'] as const;
export type ClarityMeasure = (typeof clarityMeasures)[number];

/** What is drawn and asked. Plain JSON and typed arrays. */
export interface ClarityModel {
  readonly model: SmaaModel;
  readonly questions: readonly ClarityQuestion[];
  readonly measure: ClarityMeasure;
}

/** Draws looked at to find the cuts of a weight's range. */
const pilotDraws = 2000;
/** More counts than this are not kept. */
const mostCounts = 20_000_000;

/**
 * A model with every question that could be asked of it: the order of each pair of weights, the part of each weight, the part of
 * each uncertain score. Questions with one possible answer are left out.
 *
 * Shapes  model: made with `separateIntervals`, else interval scores are not asked about. parts: into how many equally likely parts
 *         a weight or score would be settled.
 * Errors  `clarity-parts` unless 2 ≤ parts ≤ 16; `clarity-needs-line`; `clarity-too-large`.
 */
export function clarityModel(model: SmaaModel, measure: ClarityMeasure, parts = 4): Result<ClarityModel> {
  if (!(Number.isInteger(parts) && parts >= 2 && parts <= 16))
    return refuse([refusal('clarity-parts', ['parts'], { parts: String(parts) })]);
  if (measure === 'funded' && !model.line) return refuse([refusal('clarity-needs-line', ['measure'])]);
  const questions = [
    ...weightQuestions(model, parts),
    ...model.uncertain.flatMap((cell, uncertain): ClarityQuestion[] =>
      cell.kind === 'normal' && cell.parameters[1] === 0 ? [] : [{ of: 'score', uncertain, parts }],
    ),
  ];
  const made = { model, questions, measure };
  const { total } = layout(made);
  if (total > mostCounts) return refuse([refusal('clarity-too-large', [], { counts: total, most: mostCounts })]);
  return accept(made);
}

function weightQuestions(model: SmaaModel, parts: number): readonly ClarityQuestion[] {
  const { criteria } = model;
  if (model.space.dimensions === 0) return [];
  const ranking = new SampleRanking(model);
  const draws = Array.from({ length: pilotDraws }, (_, sample) => {
    ranking.drawWeights(sample);
    return [...ranking.weights];
  });
  const questions: ClarityQuestion[] = [];
  for (let more = 0; more < criteria; more++)
    for (let less = more + 1; less < criteria; less++) {
      const yes = draws.filter((weights) => weights[more]! >= weights[less]!).length;
      if (yes > 0 && yes < pilotDraws) questions.push({ of: 'order', more, less });
    }
  for (let criterion = 0; criterion < criteria; criterion++) {
    const sorted = draws.map((weights) => weights[criterion]!).sort((a, b) => a - b);
    if (sorted.at(-1)! - sorted[0]! < 1e-9) continue;
    const cuts = Array.from({ length: parts - 1 }, (_, k) => sorted[Math.floor(((k + 1) * pilotDraws) / parts)]!);
    questions.push({ of: 'weight', criterion, cuts });
  }
  return questions;
}

/** How many answers a question has. */
const answersTo = (question: ClarityQuestion): number =>
  question.of === 'order' ? 2 : question.of === 'weight' ? question.cuts.length + 1 : question.parts;

/** Where in the counts each question begins; per answer: how often it came, then one count per outcome. */
function layout({ model, questions, measure }: ClarityModel) {
  const { alternatives } = model;
  const outcomes = measure === 'ranks' ? alternatives * alternatives : alternatives;
  const starts: number[] = [];
  let total = 1 + outcomes;
  for (const question of questions) {
    starts.push(total);
    total += answersTo(question) * (1 + outcomes);
  }
  return { outcomes, starts, total };
}

/** Counts outcomes by answer in the draws from ≤ k < to. Whole numbers: parts add up. */
export function clarityChunk(clarity: ClarityModel, from: number, to: number): Uint32Array {
  const { model, questions, measure } = clarity;
  const { outcomes, starts, total } = layout(clarity);
  const counts = new Uint32Array(total);
  const ranking = new SampleRanking(model);
  for (let sample = from; sample < to; sample++) {
    ranking.draw(sample);
    const happened = outcomesOf(model, measure, ranking.order);
    const add = (start: number) => {
      counts[start]!++;
      for (const outcome of happened) counts[start + 1 + outcome]!++;
    };
    add(0);
    questions.forEach((question, q) => add(starts[q]! + answerIn(question, ranking) * (1 + outcomes)));
  }
  return counts;
}

function outcomesOf(model: SmaaModel, measure: ClarityMeasure, order: Int32Array): readonly number[] {
  if (measure === 'first') return [order[0]!];
  if (measure === 'ranks') return Array.from(order, (alternative, place) => alternative * model.alternatives + place);
  return fundedBy(model.line!, order).flatMap((funded, i) => (funded ? [i] : []));
}

function answerIn(question: ClarityQuestion, { weights, levels }: SampleRanking): number {
  switch (question.of) {
    case 'order':
      return weights[question.more]! >= weights[question.less]! ? 1 : 0;
    case 'weight':
      return question.cuts.filter((cut) => weights[question.criterion]! >= cut).length;
    case 'score':
      return Math.floor(levels[question.uncertain]! * question.parts);
  }
}

/** What settling a question is expected to do. */
export interface ClarityValue {
  readonly question: ClarityQuestion;
  /** Bits of entropy expected to be left once it is settled, and how many fewer that is than now. */
  readonly expectedEntropy: number;
  readonly reduction: number;
  /** How often each answer came. */
  readonly answers: readonly number[];
}

export interface ClarityAnswer {
  readonly measure: ClarityMeasure;
  readonly draws: number;
  /** Bits: of who is first; or the sum over alternatives of the bits of being funded, or of the rank. */
  readonly entropyNow: number;
  /** Largest reduction first. */
  readonly questions: readonly ClarityValue[];
}

/**
 * Which question, once settled, is expected to reduce the entropy most: the expected value of clarity.
 *
 * Rule    Entropy is estimated from shares with Miller and Madow's correction for the bias of few draws, so that a question of no
 *         importance has an expected reduction of about 0 (it can come out slightly negative).
 * Ties    Equal reductions keep the order of the questions.
 * Source  Mutual information: Cover & Thomas, Elements of Information Theory (2006), 2.4; Miller (1955) for the correction.
 */
export function clarityAnswer(clarity: ClarityModel, counts: Uint32Array): ClarityAnswer {
  const { questions, measure, model } = clarity;
  const { outcomes, starts } = layout(clarity);
  const entropyAt = (start: number) =>
    entropyOf(counts.subarray(start + 1, start + 1 + outcomes), counts[start]!, measure, model.alternatives);
  const draws = counts[0]!;
  const entropyNow = entropyAt(0);
  const valued = questions.map((question, q): ClarityValue => {
    const places = Array.from({ length: answersTo(question) }, (_, a) => starts[q]! + a * (1 + outcomes));
    const expectedEntropy = places.reduce((sum, start) => sum + (counts[start]! / draws) * entropyAt(start), 0);
    const answers = places.map((start) => counts[start]!);
    return { question, expectedEntropy, reduction: entropyNow - expectedEntropy, answers };
  });
  return { measure, draws, entropyNow, questions: valued.sort((a, b) => b.reduction - a.reduction) };
}

function entropyOf(counts: Uint32Array, draws: number, measure: ClarityMeasure, alternatives: number): number {
  if (draws === 0) return 0;
  if (measure === 'first') return corrected(counts, draws);
  let sum = 0;
  for (let i = 0; i < alternatives; i++)
    sum += corrected(
      measure === 'ranks'
        ? counts.subarray(i * alternatives, (i + 1) * alternatives)
        : [counts[i]!, draws - counts[i]!],
      draws,
    );
  return sum;
}

/** Entropy in bits of shares, plus (outcomes seen − 1) / 2N nats. */
function corrected(counts: ArrayLike<number>, draws: number): number {
  let bits = 0;
  let seen = 0;
  for (let k = 0; k < counts.length; k++) {
    if (counts[k] === 0) continue;
    const share = counts[k]! / draws;
    bits -= share * Math.log2(share);
    seen++;
  }
  return bits + (seen - 1) / (2 * draws * Math.LN2);
}
