import { allocate, allocationSelfTest, highsSolver, type MipSolver } from '@fordela/portfolio';
import { accept, invariant, selfTestOf, type Result, type Round } from '@fordela/domain';
import {
  decisionProblemOf,
  evaluate,
  loadFormulaEngine,
  parseDecisionProblem,
  prepareRound,
  reviewerReport,
  reviewerReportTasks,
  reviewerScores,
  scoreRound,
  selfTest,
  standardReviewerReport,
  tasksOfRound,
  weightTable,
  type RoundScoringOptions,
  type WeightsById,
} from '@fordela/scoring';

import type { CommaFiles } from './intake/comma-files';
import { previewCommaFiles } from './intake/comma-preview';
import { previewSheet } from './intake/sheet/preview-sheet';
import type { SheetImportOptions } from './intake/sheet/preview.types';

let loading: Promise<MipSolver> | null = null;
/** Loaded once in each thread. */
const solver = () => (loading ??= highsSolver());

interface SheetJob {
  readonly bytes: Uint8Array;
  readonly round: Round;
  readonly options: SheetImportOptions;
}

interface CommaJob {
  readonly files: CommaFiles;
  readonly current: Round | null;
}

/** mathjs is only loaded for a round that has a formula to read. */
const formulasFor = (round: Round) =>
  round.criteria.some((criterion) => criterion.kind === 'computed') ? loadFormulaEngine() : null;

interface ScoringJob {
  readonly round: Round;
  readonly options: RoundScoringOptions;
  readonly weights: WeightsById | null;
}

interface RoundTasksJob extends ScoringJob {
  readonly tasks: unknown;
}

/** A round's own problem with other tasks, and its answer. */
async function evaluateRound({ round, options, weights, tasks }: RoundTasksJob) {
  const formulas = await formulasFor(round);
  const problem = tasksOfRound(round, options, weights, tasks, formulas);
  if (!problem.ok) return problem;
  const evaluation = evaluate(problem.value, formulas);
  return evaluation.ok ? accept({ problem: problem.value, evaluation: evaluation.value }) : evaluation;
}

interface ReportJob extends ScoringJob {
  /** How many applications can be funded. */
  readonly places: number;
}

/** How far a round's reviewers agree, with the problem that gives the same figures. */
async function reviewerReportOf({ round, options, weights, places }: ReportJob) {
  const formulas = await formulasFor(round);
  const prepared = prepareRound(round, options, formulas);
  if (!prepared.ok) return prepared;
  const report = reviewerReport(prepared.value, { ...standardReviewerReport, places }, weights);
  if (!report.ok) return report;
  const weighted = weightTable(prepared.value, weights);
  if (!weighted.ok) return weighted;
  const tasks = reviewerReportTasks(prepared.value, weighted.value.weights, report.value);
  const problem = tasksOfRound(round, options, weights, tasks, formulas);
  if (!problem.ok) return problem;
  const { inputFingerprint } = valueOf(parseDecisionProblem(problem.value));
  return accept({ report: report.value, problem: problem.value, inputFingerprint });
}

/** What a problem of our own making must come to. */
function valueOf<Value>(result: Result<Value>): Value {
  invariant(result.ok, 'a problem made of a round is a decision problem');
  return result.value;
}

/** What each reviewer alone would score, for the rules in which reviewers are the voters. */
async function reviewersOfRound({ round, options, weights }: ScoringJob) {
  const prepared = prepareRound(round, options, await formulasFor(round));
  if (!prepared.ok) return prepared;
  const weighted = weightTable(prepared.value, weights);
  return weighted.ok ? accept(reviewerScores(prepared.value, weighted.value.weights)) : weighted;
}

/**
 * The heavy work the service hands to its worker threads, by name. Each takes one JSON value and returns another; nothing else
 * crosses to a thread. Pure functions, with the solver and the formula engine put in.
 */
export const jobs = {
  evaluate: async (problem: unknown) =>
    evaluate(problem, JSON.stringify(problem).includes('"formula"') ? await loadFormulaEngine() : null),
  evaluateRound,
  reviewersOfRound,
  reviewerReportOf,
  selfTest: async (_: null) => selfTestOf([...selfTest().cases, ...(await allocationSelfTest(await solver())).cases]),
  scoreRound: async ({ round, options, weights }: ScoringJob) =>
    scoreRound(round, options, weights, await formulasFor(round)),
  decisionProblemOf: async ({ round, options, weights }: ScoringJob) =>
    decisionProblemOf(round, options, weights, await formulasFor(round)),
  previewSheet: ({ bytes, round, options }: SheetJob) => previewSheet(bytes, round, options),
  previewCommaFiles: ({ files, current }: CommaJob) => previewCommaFiles(files, current),
  allocate: async (problem: unknown) => allocate(problem, { solver: await solver() }),
};

export type Jobs = typeof jobs;
