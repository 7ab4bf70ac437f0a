import { at } from '@fordela/domain';
import type { AllocationProblem, Objective, PortfolioProject, SolverSettings } from '../problem/allocation-problem';
import type { Choice } from '../optimise/choice';
import type { Conflict } from '../optimise/conflict';
import type { Forced } from '../optimise/program';
import type { SolveContext } from '../optimise/solve-model';
import { ChangeFinder } from './change-finder';
import { changesFor, type ChangeKind, type UnsettledChange } from './changes-for';
import { KnownPortfolios } from './known-portfolios';

import type { OtherWay } from './other-way';
import { aimsSideBySide, priceOf } from './price';
import { differenceOf, sameAims, standingUnder, type Change } from './verified-change';
import {
  blockedBy,
  statedOptimiser,
  type MarginalGrant,
  type StatedOptimiser,
  type StatedOptimum,
} from './stated-optimiser';
import { Walks } from './walks';
import { weightLine, type WeightLine } from './weight-line';

/**
 * `funded`, `funded-in-part` (less than requested), `not-funded`. `tied`: not funded, but in another portfolio that is just as good.
 * `impossible`: the limits do not allow it at all; `indispensable`: they do not allow leaving it out. `excluded`, `must-fund`,
 * `done`: by a stated decision.
 */
export type Fate =
  | 'funded'
  | 'funded-in-part'
  | 'not-funded'
  | 'tied'
  | 'impossible'
  | 'indispensable'
  | 'excluded'
  | 'must-fund'
  | 'done';

export interface Reason {
  readonly project: string;
  readonly name: string | null;
  readonly fate: Fate;
  readonly level: string | null;
  /** Of the decision, for what is excluded or must be funded. */
  readonly decision: string | null;
  /** What the best portfolio loses when the project is forced the other way; the first aim's loss, in its unit. */
  readonly price: number | null;
  readonly aims: readonly {
    readonly aim: Objective['name'];
    readonly free: number | null;
    readonly forced: number | null;
  }[];
  /** The best portfolio with the project forced the other way. */
  readonly otherwise: Choice | null;
  /** What the project cut in part gets in that portfolio; only under `partialGrants: "marginal"`. */
  readonly otherwiseMarginal?: MarginalGrant | null;
  /** For one not funded: the funded ones that stand in its place. For one funded: what leaves along with it. */
  readonly leaving: readonly string[];
  /** What enters beside it, or instead of it. */
  readonly entering: readonly string[];
  /** For `impossible` and `indispensable`: the limits that decide it. For `excluded`: null. */
  readonly blockedBy: Conflict | null;
  /** For `excluded`: would it be in a best portfolio without the exclusion? */
  readonly fundedWithoutDecision: boolean | null;
  readonly changes: readonly Change[];
  /** Changes whose search ran out of effort; left out when there are none. */
  readonly unsettled?: readonly UnsettledChange[];
}

export interface ReasonRequest {
  readonly projects: readonly string[] | null;
  readonly kinds: readonly ChangeKind[];
}

/** What reasons are worked out from, made once for all projects. */
export interface ReasonBench {
  readonly problem: AllocationProblem;
  readonly objective: Objective;
  readonly settings: SolverSettings;
  readonly context: SolveContext;
  readonly optimiser: StatedOptimiser;
  readonly optimum: StatedOptimum;
  readonly choice: Choice;
  /** Null for objectives that are not linear: changes are then found by bisection. */
  readonly finder: ChangeFinder | null;
  /** The portfolios met so far; null where `finder` is. */
  readonly known: KnownPortfolios | null;
  readonly weightLines: readonly WeightLine[];
}

/** Prepares the bench around a proven optimum. */
export async function reasonBench(
  problem: AllocationProblem,
  objective: Objective,
  settings: SolverSettings,
  context: SolveContext,
  optimum: StatedOptimum,
  choice: Choice,
  kinds: readonly ChangeKind[],
): Promise<ReasonBench> {
  const optimiser = await statedOptimiser(problem, objective, settings, context);
  const isLinear = optimiser.program !== null && optimiser.program.auxiliaries.length === 0;
  const { system, program } = optimiser;
  const known = isLinear && program ? new KnownPortfolios(system, program) : null;
  known?.add(optimum.record.values);
  const finder = known && program ? new ChangeFinder(system, program, settings, known) : null;
  const weightLines: WeightLine[] = [];
  for (const criterion of kinds.includes('weight') ? Object.keys(problem.weights ?? {}) : []) {
    const line = known && program && weightLine(problem, system, objective, criterion, settings, program, known);
    if (line) weightLines.push(line);
  }
  return { problem, objective, settings, context, optimiser, optimum, choice, finder, known, weightLines };
}

/**
 * Why each of these projects is funded or not, and the smallest changes that would turn it, each found and then verified by
 * re-solving. The answer for a project is the same whoever else is asked about, as long as no search runs out of effort.
 */
export async function reasonsFor(
  bench: ReasonBench,
  projects: readonly PortfolioProject[],
  kinds: readonly ChangeKind[],
): Promise<readonly Reason[]> {
  const standings: Standing[] = [];
  for (const project of projects) standings.push(await standingOf(bench, project));
  const walks = new Walks(standings.flatMap(({ way }) => way ?? []));
  const reasons: Reason[] = [];
  for (const { reason, way } of standings)
    if (!way) reasons.push(reason);
    else {
      const { changes, unsettled } = await changesFor(way, kinds, walks);
      reasons.push({ ...reason, changes, ...(unsettled.length > 0 && { unsettled }) });
    }
  return reasons;
}

/** A project's reason without its changes; `way` is what they are looked for by, null where none can turn its fate. */
interface Standing {
  readonly reason: Reason;
  readonly way: OtherWay | null;
}

async function standingOf(bench: ReasonBench, project: PortfolioProject): Promise<Standing> {
  const { choice, problem } = bench;
  const level = choice[project.id] ?? null;
  const base: Reason = {
    project: project.id,
    name: project.name,
    fate: 'not-funded',
    level,
    decision: project.mustFund?.reason ?? project.excluded?.reason ?? null,
    price: null,
    aims: [],
    otherwise: null,
    leaving: [],
    entering: [],
    blockedBy: null,
    fundedWithoutDecision: null,
    changes: [],
  };
  const standing = (reason: Partial<Reason>, way: OtherWay | null = null) => ({ reason: { ...base, ...reason }, way });
  if (project.alreadyDone) return standing({ fate: 'done' });
  if (project.excluded)
    return standing({ fate: 'excluded', fundedWithoutDecision: await withoutExclusion(bench, project) });
  const isFull = level !== null && level === at(project.levels, project.levels.length - 1).id;
  const demand: Forced = isFull
    ? { out: [project.id] }
    : { in: { [project.id]: level === null ? true : at(project.levels, project.levels.length - 1).id } };
  const present = level === null ? 'not-funded' : isFull ? 'funded' : 'funded-in-part';
  const forced = await bench.optimiser.solve({ forced: demand });
  bench.known?.add(forced.record.values);
  const way: OtherWay = { bench, project, demand, wantsIn: !isFull, forced };
  if (forced.status === 'infeasible') {
    const conflict = await blockedBy(problem, bench.objective, bench.settings, bench.context, demand);
    if (isFull) return standing({ fate: project.mustFund ? 'must-fund' : 'indispensable', blockedBy: conflict });
    return standing({ fate: level === null ? 'impossible' : present, blockedBy: conflict }, { ...way, forced: null });
  }
  const isTied = forced.status === 'optimal' && sameAims(forced, bench.optimum);
  const reason: Partial<Reason> = {
    ...differenceOf(problem, choice, forced.choice ?? {}),
    fate: project.mustFund ? 'must-fund' : isTied && level === null ? 'tied' : present,
    price: priceOf(bench.optimum, forced),
    aims: aimsSideBySide(bench.optimum, forced),
    otherwise: forced.choice,
    ...(problem.marginalPartFunding && { otherwiseMarginal: forced.marginal }),
  };
  return standing(reason, isTied || project.mustFund ? null : way);
}

async function withoutExclusion(bench: ReasonBench, project: PortfolioProject): Promise<boolean | null> {
  const { problem, objective, settings, context } = bench;
  const standing = await standingUnder(
    problem,
    { kind: 'without', limit: { kind: 'excluded', project: project.id } },
    objective,
    settings,
    context,
    { in: { [project.id]: true } },
  );
  return standing?.inSomeOptimum ?? null;
}
