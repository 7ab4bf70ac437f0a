// W7: all reasons of a problem, each change found and verified by solving anew. The demonstration call with all its limits, and 200
// projects of W3 with group limits, with and without years and links.
import { createRequire } from 'node:module';
import { budgetOf, workload } from './workloads.mjs';

const require = createRequire(import.meta.url);
require('../../test/support/typescript-hook.cjs');
const { demoRound } = require('../../test/support/demo-round.ts');
const { checkRound, deMinimisJointLimits, defaultRuleBook } = require('../../libs/domain/src/index.ts');
const { allocationProblemOf } = require('../../libs/portfolio/src/round/allocation-problem-of.ts');

/** The 42 applications as the service asks about them: value by criterion with weights, what the rules stop left out, joint aid. */
export function demoFile(objective, changes) {
  const round = demoRound();
  const { applications, criteria, ratings } = round;
  const meanOf = (applicationId, criterionId) => {
    const own = ratings.filter(
      (rating) =>
        rating.applicationId === applicationId &&
        rating.criterionId === criterionId &&
        rating.rating !== null &&
        !rating.conflictDeclared,
    );
    return (own.reduce((sum, { rating }) => sum + rating, 0) / own.length - 1) / 4;
  };
  const values = Object.fromEntries(
    applications.map(({ id }) => {
      const byCriterion = Object.fromEntries(criteria.map((criterion) => [criterion.id, meanOf(id, criterion.id)]));
      return [
        id,
        { value: criteria.reduce((sum, own) => sum + own.weight * byCriterion[own.id], 0), values: byCriterion },
      ];
    }),
  );
  const stopped = checkRound(round, defaultRuleBook).filter(
    ({ severity, applicationId }) => severity === 'error' && applicationId,
  );
  const made = allocationProblemOf(round, values, {
    objective,
    ownerAttribution: 'partner_budget',
    partialGrants: 'all_or_nothing',
    sequences: 'report',
    excluded: [...new Set(stopped.map(({ applicationId }) => applicationId))].map((applicationId) => ({
      applicationId,
      reason: 'error',
    })),
    mustFund: [],
    limits: [
      { id: 'own', dimension: 'ownerGroup', group: 'region_own', maxShare: 0.6 },
      { id: 'municipal', dimension: 'ownerGroup', group: 'municipal', minShare: 0.1 },
    ],
    deMinimis: deMinimisJointLimits(round, defaultRuleBook, round.call.decisionDate),
    grants: null,
    minimumGrantSek: null,
    weights: Object.fromEntries(criteria.map(({ id, weight }) => [id, weight])),
    tasks: [{ task: 'reasons', ...(changes && { changes }) }],
  });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value.problem;
}

/** W3 of 200 projects as a problem file: a budget, shares for three groups and, when `linked`, years, prerequisites and exclusions. */
export function selectionFile(linked, changes) {
  const load = workload(200, 42, 200);
  const budget = budgetOf(load);
  const id = (i) => `p${String(i).padStart(3, '0')}`;
  const names = ['region', 'municipality', 'other'];
  const shares = [
    [30, 55],
    [30, 60],
    [0, 15],
  ];
  const years = load.years.map((_, k) => String(2026 + k));
  return {
    ceilings: [{ id: 'all', ceiling: budget }],
    ...(linked && {
      years: load.years.map((own, k) => ({
        year: 2026 + k,
        ceiling: Math.floor(([38, 42, 44][k] * own.reduce((sum, cost) => sum + cost, 0)) / 100),
      })),
      requires: load.requires.map(([a, b]) => [id(a), id(b)]),
      exclusive: load.exclusive.map((set) => set.map(id)),
    }),
    projects: load.costs.map((cost, i) => ({
      id: id(i),
      value: load.values.u[i],
      cost: linked ? Object.fromEntries(years.map((year, k) => [year, load.years[k][i]])) : cost,
      groups: { owner: names[load.groups[i]] },
    })),
    limits: shares.map(([low, high], g) => ({
      id: names[g],
      dimension: 'owner',
      group: names[g],
      min: Math.ceil((low * budget) / 100),
      max: Math.floor((high * budget) / 100),
    })),
    tasks: [{ task: 'reasons', ...(changes && { changes }) }],
  };
}

/** Throws unless every change was verified by solving anew, and every project asked about has its reason. */
export function checkReasons(what, file, { reasons }) {
  if (reasons.length !== file.projects.length) throw new Error(`${what}: ${reasons.length} reasons`);
  const unverified = reasons.flatMap(({ changes }) => changes).filter(({ verified }) => !verified);
  if (unverified.length > 0) throw new Error(`${what}: ${unverified.length} changes not verified`);
}
