import { accept, at, type Result, type Round } from '@fordela/domain';
import { decisionProblemFormat, type DecisionProblemInput } from '../problem/decision-problem';
import type { FormulaEngine } from '../structure/formula/formula-engine';
import { prepareRound, type RoundScoringOptions } from './prepare-round';
import { projectVariables } from './project-variables';
import { weightTable, type WeightsById } from './weight-table';

/**
 * A round as a decision-problem file, so that the command line reproduces the product's scores without a database: `evaluate` of
 * the file gives the scores of `scoreRound`, to the last bit.
 *
 * Rule    Rated criteria hold the aggregated ratings, computed ones their formula and the project variables it uses. What
 *         concerns single reviewers (conflicts, missing ratings) has been decided before and is not in the file.
 * Edges   Applications without any value are left out: there is nothing to compute with.
 * Errors  Refusals of `prepareRound` and `weightTable`.
 */
export function decisionProblemOf(
  round: Round,
  options: RoundScoringOptions,
  weights: WeightsById | null = null,
  formulas: FormulaEngine | null = null,
): Result<DecisionProblemInput> {
  const prepared = prepareRound(round, options, formulas);
  if (!prepared.ok) return prepared;
  const weighted = weightTable(prepared.value, weights);
  if (!weighted.ok) return weighted;
  const { criteria, performances } = prepared.value;
  const kept = round.applications
    .map((application, i) => ({ application, i }))
    .filter(({ i }) => weighted.value.scores[i] !== null);
  const unjudged = new Set(
    prepared.value.observations
      .filter(({ code }) => code === 'performance-not-judged')
      .map(({ params }) => `${params.alternative}|${params.criterion}`),
  );
  const cellOf = (i: number, j: number) =>
    at(at(performances, i), j) ??
    (unjudged.has(`${at(round.applications, i).id}|${at(criteria, j).id}`) ? ('cannot_judge' as const) : null);
  const used = new Set(
    criteria.flatMap((criterion) => {
      const compiled = criterion.formula === null ? null : formulas?.compile(criterion.formula, []);
      return criterion.kind === 'computed' && compiled?.ok ? compiled.value.variables : [];
    }),
  );
  const data = Object.fromEntries(
    kept.map(({ application }) => {
      const all: Readonly<Record<string, number | null>> = projectVariables(application, round);
      return [application.id, Object.fromEntries([...used].map((name) => [name, all[name] ?? null]))];
    }),
  );
  return accept({
    format: decisionProblemFormat,
    title: round.call.name,
    criteria: criteria.map((criterion) => ({
      id: criterion.id,
      name: criterion.nameSv,
      direction: criterion.direction,
      scale: { min: criterion.scaleMin, max: criterion.scaleMax },
      ...(criterion.kind === 'computed' && criterion.formula !== null ? { formula: criterion.formula } : {}),
    })),
    alternatives: kept.map(({ application }) => ({ id: application.id, name: application.project.title })),
    performances: Object.fromEntries(
      kept.map(({ application, i }) => [
        application.id,
        Object.fromEntries(
          criteria.flatMap((criterion, j) => (criterion.kind === 'rated' ? [[criterion.id, cellOf(i, j)]] : [])),
        ),
      ]),
    ),
    ...(used.size > 0 ? { data } : {}),
    weights: Object.fromEntries(criteria.map((criterion, j) => [criterion.id, at(weighted.value.weights, j)])),
    normaliseWeights: false,
    tasks: [{ task: 'additive-value', missing: options.missing, cannotJudge: options.missing, ties: options.ties }],
  });
}
