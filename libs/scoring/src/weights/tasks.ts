import { accept, refusal, refuse } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask } from '../evaluate/task';
import { tableShape, weightShape } from '../methods/common/options';
import type { CriterionNode } from '../problem/criterion';
import type { DecisionProblem } from '../problem/decision-problem';
import { numericTable } from '../structure/numeric-table';
import { impliedCriterionIds } from './implied-criteria';
import { resolveWeights } from './resolve-weights';
import { weightSpecOf, type WeightSpec } from './weight-spec';

/** The problem with the criteria that the weights speak of, when the file names none. */
function withImpliedCriteria(problem: DecisionProblem, spec: WeightSpec | null): DecisionProblem {
  if (problem.criteria.length > 0 || !spec) return problem;
  const ids = impliedCriterionIds(spec);
  return {
    ...problem,
    tree: ids.map((id) => ({ id, name: null, weight: null, childWeights: null, children: [], path: ['weights'] })),
    criteria: ids.map((id) => ({
      id,
      name: null,
      direction: 'maximise',
      groupIds: [],
      value: null,
      scale: null,
      formula: null,
      unit: null,
      path: ['weights'],
    })),
  };
}

/** Every group's weight: the sum of its criteria's. */
function groupWeights(
  tree: readonly CriterionNode[],
  ofLeaf: ReadonlyMap<string, number>,
): readonly { readonly group: string; readonly weight: number }[] {
  const groups: { group: string; weight: number }[] = [];
  const visit = (node: CriterionNode): number => {
    if (node.children.length === 0) return ofLeaf.get(node.id) ?? 0;
    const entry = { group: node.id, weight: 0 };
    groups.push(entry);
    entry.weight = node.children.reduce((sum, child) => sum + visit(child), 0);
    return entry.weight;
  };
  tree.forEach(visit);
  return groups;
}

const weightsTask = (): RegisteredTask =>
  defineTask({
    name: 'weights',
    version: '1',
    options: () => {
      const { detail: _, ...policies } = tableShape();
      return z.strictObject({ ...policies, ...weightShape() });
    },
    run: (given, options, context) => {
      const spec = options.weights === undefined ? null : weightSpecOf(options.weights);
      const problem = withImpliedCriteria(given, spec ?? given.weights);
      if (problem.criteria.length === 0) return refuse([refusal('criteria-missing', ['criteria'])]);
      const policies = {
        missing: options.missing ?? ('refuse' as const),
        cannotJudge: options.cannotJudge ?? ('refuse' as const),
        uncertain: options.uncertain ?? ('refuse' as const),
      };
      const table = problem.performances ? numericTable(problem, policies, context.formulas) : null;
      const complete = table?.ok && table.value.values.every((row) => row.every((value) => value !== null));
      const request = {
        spec,
        specPath: [...context.path, 'weights'],
        normalise: options.normaliseWeights ?? null,
        table: complete
          ? {
              values: table.value.values as readonly (readonly number[])[],
              directions: table.value.directions,
              columnPaths: problem.criteria.map(({ path }) => path),
            }
          : null,
      };
      const resolved = resolveWeights(problem, request);
      // Judged weights do not need the table; if computed ones fail for want of it, say what is wrong with the table.
      if (!resolved.ok)
        return table && !table.ok && resolved.refusal.some(({ code }) => code === 'weights-need-table')
          ? table
          : resolved;
      const { weights, method, scaled, reports, observations } = resolved.value;
      const byId = new Map(problem.criteria.map(({ id }, j) => [id, weights[j]!]));
      return accept({
        method: `weights-${method}`,
        conventions: { weights: method, weightScale: scaled, ...(problem.performances ? policies : {}) },
        observations: [...(table?.ok ? table.value.observations : []), ...observations],
        outcome: {
          weights: problem.criteria.map(({ id }) => ({ criterion: id, weight: byId.get(id)! })),
          groups: groupWeights(problem.tree, byId),
          reports,
        },
      });
    },
  });

/** Tasks that answer with weights. */
export const weightTasks = (): readonly RegisteredTask[] => [weightsTask()];
