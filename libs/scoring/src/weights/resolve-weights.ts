import { accept, invariant, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import type { Observation } from '../evaluate/task';
import type { CriterionNode } from '../problem/criterion';
import type { DecisionProblem } from '../problem/decision-problem';
import { elicitedWeights, type ElicitationScope, type WeightReport } from './elicited-weights';
import { statementWeights } from './statements/statement-weights';
import type { WeightSpec } from './weight-spec';

/** The weights a method uses, where they came from, and what is to be said about them. */
export interface ResolvedWeights {
  /** One per criterion (leaf), in tree order. */
  readonly weights: readonly number[];
  /** `direct`, `ahp`, … or `tree` when they are products of local weights. */
  readonly method: string;
  readonly scaled: 'to-sum-1' | 'as-stated';
  /** One report for the whole, or one per group of the tree (null id: the top). */
  readonly reports: readonly { readonly group: string | null; readonly report: WeightReport }[];
  readonly observations: readonly Observation[];
}

export interface WeightRequest {
  /** Weights named by the task; null: those of the problem. */
  readonly spec: WeightSpec | null;
  readonly specPath: Path;
  readonly normalise: boolean | null;
  /** The table that computed weights are taken from; null when there is none. */
  readonly table: ElicitationScope['table'];
}

/**
 * The global weight of every criterion.
 *
 * Rule    The task's weights, else the problem's, are of the criteria (leaves). Without either, each group's children share the
 *         group's weight by their own `weight` (relative to their siblings) or by the group's `childWeights`: global = product.
 * Edges   An only child takes all of its group's weight. `normalise: false` keeps direct weights, and top-level tree weights, as stated.
 * Errors  `weights-missing`, `weights-partly-missing`, `weights-twice`, and those of the methods.
 */
export function resolveWeights(problem: DecisionProblem, request: WeightRequest): Result<ResolvedWeights> {
  const spec = request.spec ?? problem.weights;
  const path = request.spec ? request.specPath : ['weights'];
  const normalise = request.normalise ?? problem.normaliseWeights;
  if (!spec) return treeWeights(problem, normalise, request.table);
  const elicited =
    spec.method === 'statements'
      ? statementWeights(spec, problem.tree, path)
      : elicitedWeights(spec, { ids: problem.criteria.map(({ id }) => id), path, normalise, table: request.table });
  if (!elicited.ok) return elicited;
  const { weights, report, observations } = elicited.value;
  return accept({
    weights,
    method: spec.method,
    scaled: spec.method === 'direct' && normalise === false ? 'as-stated' : 'to-sum-1',
    reports: [{ group: null, report }],
    observations,
  });
}

function treeWeights(
  problem: DecisionProblem,
  normalise: boolean | null,
  table: ElicitationScope['table'],
): Result<ResolvedWeights> {
  const global = new Map<string, number>();
  const refusals: Refusal[] = [];
  const reports: { group: string | null; report: WeightReport }[] = [];
  const observations: Observation[] = [];
  const share = (parent: CriterionNode | null, children: readonly CriterionNode[], weight: number): void => {
    const local = localWeights(parent, children, parent === null ? normalise : true, tableOf(problem, children, table));
    if (!local.ok) {
      refusals.push(...local.refusal);
      return;
    }
    if (local.value.report) reports.push({ group: parent?.id ?? null, report: local.value.report });
    observations.push(...local.value.observations);
    children.forEach((child, index) => {
      const product = weight * local.value.weights[index]!;
      if (child.children.length > 0) share(child, child.children, product);
      else global.set(child.id, product);
    });
  };
  share(null, problem.tree, 1);
  if (refusals.length > 0) return refuse(refusals);
  const weights = problem.criteria.map(({ id }) => {
    const weight = global.get(id);
    invariant(weight !== undefined, `criterion ${id} has no global weight`);
    return weight;
  });
  return accept({
    weights,
    method: 'tree',
    scaled: normalise === false ? 'as-stated' : 'to-sum-1',
    reports,
    observations,
  });
}

interface LocalWeights {
  readonly weights: readonly number[];
  readonly report: WeightReport | null;
  readonly observations: readonly Observation[];
}

function localWeights(
  parent: CriterionNode | null,
  children: readonly CriterionNode[],
  normalise: boolean | null,
  table: ElicitationScope['table'],
): Result<LocalWeights> {
  const path = parent ? parent.path : ['criteria'];
  const stated = children.filter(({ weight }) => weight !== null);
  if (parent?.childWeights) {
    if (stated.length > 0) return refuse([refusal('weights-twice', [...path, 'childWeights'], { group: parent.id })]);
    const ids = children.map(({ id }) => id);
    return elicitedWeights(parent.childWeights, { ids, path: [...path, 'childWeights'], normalise: true, table });
  }
  if (stated.length === 0 && children.length === 1 && parent)
    return accept({ weights: [1], report: null, observations: [] });
  if (stated.length === 0)
    return refuse([refusal('weights-missing', parent ? path : ['weights'], { group: parent?.id ?? null })]);
  const without = children.filter(({ weight }) => weight === null);
  if (without.length > 0)
    return refuse(
      without.map(({ id, path: place }) => refusal('weights-partly-missing', [...place, 'weight'], { id })),
    );
  const negative = children.filter(({ weight }) => !(weight! >= 0));
  if (negative.length > 0)
    return refuse(
      negative.map(({ id, weight, path: place }) =>
        refusal('weights-negative', [...place, 'weight'], { id, value: weight! }),
      ),
    );
  const total = children.reduce((sum, { weight }) => sum + weight!, 0);
  if (!(total > 0 && total < Infinity)) return refuse([refusal('weights-unusable-total', path, { total })]);
  const weights = children.map(({ weight }) => (normalise === false ? weight! : weight! / total));
  return accept({ weights, report: null, observations: [] });
}

/** The columns of a group's children, when all of them are measured themselves; null otherwise. */
function tableOf(
  problem: DecisionProblem,
  children: readonly CriterionNode[],
  table: ElicitationScope['table'],
): ElicitationScope['table'] {
  const columns = children.map(({ id }) => problem.criteria.findIndex((criterion) => criterion.id === id));
  if (!table || columns.includes(-1)) return null;
  return {
    values: table.values.map((row) => columns.map((j) => row[j]!)),
    directions: columns.map((j) => table.directions[j]!),
    columnPaths: columns.map((j) => table.columnPaths[j]!),
  };
}
