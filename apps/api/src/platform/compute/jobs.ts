import { allocate, highsSolver, type MipSolver } from '@fordela/portfolio';
import { evaluate, loadFormulaEngine } from '@fordela/scoring';

let loading: Promise<MipSolver> | null = null;
/** Loaded once in each thread. */
const solver = () => (loading ??= highsSolver());

/**
 * The heavy work the service hands to its worker threads, by name. Each takes one JSON value and returns another; nothing else
 * crosses to a thread. Pure functions of the libraries, with the solver and the formula engine put in.
 */
export const jobs = {
  evaluate: async (problem: unknown) => evaluate(problem, await loadFormulaEngine()),
  allocate: async (problem: unknown) => allocate(problem, { solver: await solver() }),
};

export type Jobs = typeof jobs;
export type JobName = keyof Jobs;
export type JobInput<Name extends JobName> = Parameters<Jobs[Name]>[0];
export type JobOutput<Name extends JobName> = Awaited<ReturnType<Jobs[Name]>>;
