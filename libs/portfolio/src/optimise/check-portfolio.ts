import type { AllocationProblem, LimitBound, Synergy } from '../problem/allocation-problem';
import { fundedIn, type Choice } from './choice';
import { countsIn, moneyByGroup, moneyOn } from './group-money';
import type { LimitRef } from './limit-ref';

/** A limit a portfolio breaks: how much it holds and how much it may (at most, or at least). Money units, counts, or own units. */
export interface BrokenLimit {
  readonly limit: LimitRef;
  readonly used: bigint;
  readonly atMost: bigint | null;
  readonly atLeast: bigint | null;
}

/** The synergies whose condition the portfolio (with what is already done) meets. */
export function activeSynergies(problem: AllocationProblem, choice: Choice): readonly Synergy[] {
  const done = new Set(problem.projects.filter((project) => project.alreadyDone).map((project) => project.id));
  const holds = (id: string) => choice[id] !== undefined || done.has(id);
  return problem.synergies.filter((synergy) => synergy.projects.filter(holds).length >= synergy.atLeast);
}

/**
 * Checks a portfolio against every limit of the problem in whole numbers, from the problem itself and not from any model of it:
 * the last word on every portfolio the engine returns.
 *
 * Shapes  choice: level id by project id. Returns the broken limits, in the order ceilings, groups, grants, links, joint, decisions.
 * Errors  InvariantError when the choice names a level that does not exist.
 */
export function checkPortfolio(problem: AllocationProblem, choice: Choice): readonly BrokenLimit[] {
  const funded = fundedIn(problem, choice);
  const synergies = activeSynergies(problem, choice);
  const broken: BrokenLimit[] = [];
  const atMost = (limit: LimitRef, used: bigint, most: bigint) => {
    if (used > most) broken.push({ limit, used, atMost: most, atLeast: null });
  };
  const atLeast = (limit: LimitRef, used: bigint, least: bigint) => {
    if (used < least) broken.push({ limit, used, atMost: null, atLeast: least });
  };
  const costOn = (resourceIds: readonly string[] | null) =>
    [...funded.map(({ level }) => level), ...synergies].reduce(
      (sum, { costs, money }) => sum + BigInt(moneyOn(costs, money, resourceIds)),
      0n,
    );
  for (const { id, resourceIds, limit } of problem.ceilings)
    atMost({ kind: 'ceiling', id }, costOn(resourceIds), BigInt(limit));
  for (const limit of problem.groupLimits) {
    const ofProjects = funded.reduce(
      (sum, { project, level }) =>
        sum + BigInt(countsIn(project, level, limit.dimension, limit.groups, limit.measure, limit.resourceIds)),
      0n,
    );
    const ofSynergies =
      limit.measure === 'count'
        ? 0n
        : synergies.reduce((sum, synergy) => {
            const change = moneyOn(synergy.costs, synergy.money, limit.resourceIds);
            const byGroup = moneyByGroup(synergy.groups[limit.dimension], change);
            return limit.groups.reduce((total, group) => total + BigInt(byGroup.get(group) ?? 0), sum);
          }, 0n);
    const used = ofProjects + ofSynergies;
    for (const side of ['min', 'max'] as const) {
      const bound: LimitBound | null = limit[side];
      if (!bound) continue;
      const ref: LimitRef = { kind: 'group-limit', id: limit.id, side };
      const keep = side === 'min' ? atLeast : atMost;
      if (bound.kind === 'amount') keep(ref, used, BigInt(bound.amount));
      else {
        const { numerator, denominator } = bound.share;
        const scaled = BigInt(numerator) * costOn(limit.resourceIds);
        const holds = side === 'min' ? used * BigInt(denominator) >= scaled : used * BigInt(denominator) <= scaled;
        if (!holds)
          keep(
            ref,
            used,
            side === 'min' ? (scaled + BigInt(denominator) - 1n) / BigInt(denominator) : scaled / BigInt(denominator),
          );
      }
    }
  }
  const count = BigInt(funded.length);
  if (problem.grants.min !== null) atLeast({ kind: 'grants', side: 'min' }, count, BigInt(problem.grants.min));
  if (problem.grants.max !== null) atMost({ kind: 'grants', side: 'max' }, count, BigInt(problem.grants.max));
  const { minimumGrant } = problem;
  if (minimumGrant !== null)
    for (const { level } of funded) atLeast({ kind: 'minimum-grant' }, BigInt(level.money), BigInt(minimumGrant));
  checkLinks(problem, choice, atMost, atLeast);
  for (const { id, limit, history, uses } of problem.jointLimits) {
    const used = uses.reduce((sum, use) => (choice[use.projectId] === undefined ? sum : sum + BigInt(use.amount)), 0n);
    if (used > 0n) atMost({ kind: 'joint-limit', id }, used + BigInt(history), BigInt(limit));
  }
  for (const project of problem.projects) {
    const granted = choice[project.id] === undefined ? 0n : 1n;
    if (project.alreadyDone || project.excluded) atMost({ kind: 'excluded', project: project.id }, granted, 0n);
    else if (project.mustFund) atLeast({ kind: 'must-fund', project: project.id }, granted, 1n);
  }
  return broken;
}

type Keep = (limit: LimitRef, used: bigint, bound: bigint) => void;

function checkLinks(problem: AllocationProblem, choice: Choice, atMost: Keep, atLeast: Keep): void {
  const byId = new Map(problem.projects.map((project) => [project.id, project]));
  const holds = (id: string) => choice[id] !== undefined || byId.get(id)?.alreadyDone === true;
  const count = (ids: readonly string[]) => BigInt(ids.filter(holds).length);
  // What is already done cannot be undone: too much of it only bars further grants.
  const grantsOne = (ids: readonly string[]) => ids.some((id) => choice[id] !== undefined);
  const roundOf = (id: string) => {
    const project = byId.get(id);
    const levelId = choice[id];
    if (project?.alreadyDone) return 0;
    return project?.levels.find((level) => level.id === levelId)?.round ?? Infinity;
  };
  for (const link of problem.links) {
    const ref: LimitRef = { kind: 'link', id: link.id };
    switch (link.type) {
      case 'requires':
        if (choice[link.from] !== undefined) atLeast(ref, count([link.to]), 1n);
        break;
      case 'requires_one_of':
        if (choice[link.from] !== undefined) atLeast(ref, count(link.anyOf), 1n);
        break;
      case 'mutually_exclusive':
        if (grantsOne(link.projects)) atMost(ref, count(link.projects), 1n);
        break;
      case 'choose':
        if (link.min !== null) atLeast(ref, count(link.projects), BigInt(link.min));
        if (link.max !== null && grantsOne(link.projects)) atMost(ref, count(link.projects), BigInt(link.max));
        break;
      case 'sequence':
        if (choice[link.then] !== undefined) atLeast(ref, roundOf(link.first) < roundOf(link.then) ? 1n : 0n, 1n);
        break;
    }
  }
}
