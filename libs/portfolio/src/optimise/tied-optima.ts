import type { SolverSettings } from '../problem/allocation-problem';
import { collectEquals } from '../solver/exact/collect-equals';
import { choiceKey, type Choice } from './choice';
import type { ConstraintSystem } from './constraints';
import { moneyWeights, objectiveProgram } from './objective-program';
import type { Optimum, Optimiser } from './optimise';
import { choiceOf, pointOf } from './program';
import { solveModel, without, type SolveContext } from './solve-model';

export interface TiedOptima {
  /** Portfolios equally good in every aim, the chosen one first, then in the order of the tie rule. */
  readonly choices: readonly Choice[];
  /** False when there are more, or when that is not known. */
  readonly complete: boolean;
}

/**
 * The portfolios tied for the optimum, the first `most` of them, in the order of the tie rule: least money, then the ids of the
 * funded projects compared one by one in their order.
 *
 * Rule    With the own method: one search that keeps every branch able to reach the optimum. With HiGHS: the optimum is cut off and
 *         the model solved again until the objective falls.
 * Edges   More ties than asked for: the first choice is still the one with least money, found by a further solve.
 */
export async function tiedOptima(
  optimiser: Optimiser,
  optimum: Optimum,
  most: number,
  settings: SolverSettings,
  context: SolveContext,
): Promise<TiedOptima> {
  const { system } = optimiser;
  const target = optimum.record.objective;
  if (optimum.choice === null || target === null || optimum.status !== 'optimal')
    return { choices: optimum.choice ? [optimum.choice] : [], complete: false };
  const found =
    settings.method === 'highs'
      ? await byCuttingOff(system, optimum, most, settings, context)
      : byOneSearch(system, optimum, most, settings, context);
  const choices = [...found.choices];
  if (!found.complete) choices.push(await cheapest(optimum, system, settings, context));
  const unique = [...new Map([optimum.choice, ...choices].map((choice) => [choiceKey(choice), choice])).values()];
  const money = moneyWeights(system);
  const costs = new Map(unique.map((choice) => [choice, moneyOf(system, money, choice)]));
  unique.sort((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0) || compareChoices(system, a, b));
  return { choices: unique.slice(0, most), complete: found.complete };
}

function byOneSearch(
  system: ConstraintSystem,
  optimum: Optimum,
  most: number,
  settings: SolverSettings,
  context: SolveContext,
): TiedOptima {
  const { points, complete } = collectEquals(optimum.model, optimum.record.objective ?? 0, most, {
    effortLimit: settings.effortLimit,
    ...(context.shouldStop && { shouldStop: context.shouldStop }),
  });
  return { choices: points.map((point) => choiceOf(system, point)), complete };
}

async function byCuttingOff(
  system: ConstraintSystem,
  optimum: Optimum,
  most: number,
  settings: SolverSettings,
  context: SolveContext,
): Promise<TiedOptima> {
  const choices: Choice[] = [];
  let { model, record } = optimum;
  for (;;) {
    if (record.objective === null || record.values === null || record.objective < (optimum.record.objective ?? 0))
      return { choices, complete: record.status !== 'unknown' };
    if (choices.length === most) return { choices, complete: false };
    choices.push(choiceOf(system, record.values));
    model = without(model, record.values);
    record = await solveModel(model, settings, context);
  }
}

/** The least expensive of the tied optima: the last model again, with its objective held. */
async function cheapest(
  optimum: Optimum,
  system: ConstraintSystem,
  settings: SolverSettings,
  context: SolveContext,
): Promise<Choice> {
  const { model, record } = optimum;
  const { weights } = objectiveProgram(system, { name: 'least_money' });
  const objective = new Float64Array(model.columns);
  objective.set(weights);
  const held = Int32Array.from(model.objective.keys()).filter((j) => model.objective[j] !== 0);
  const next = {
    ...model,
    objective,
    rows: model.rows + 1,
    rowLower: Float64Array.of(...model.rowLower, record.objective ?? 0),
    rowUpper: Float64Array.of(...model.rowUpper, Infinity),
    starts: Int32Array.of(...model.starts, model.indices.length + held.length),
    indices: Int32Array.from([...model.indices, ...held]),
    coefficients: Float64Array.from([...model.coefficients, ...Array.from(held, (j) => model.objective[j] as number)]),
  };
  const solved = await solveModel(next, settings, context, { start: record.values });
  return solved.values ? choiceOf(system, solved.values) : (optimum.choice ?? {});
}

function moneyOf(system: ConstraintSystem, money: Float64Array, choice: Choice): number {
  const point = pointOf(system, choice, system.columns.length);
  return point.reduce((sum, chosen, j) => sum + chosen * (money[j] as number), 0);
}

/** By the first project, in the order of ids, that one funds and the other does not: the one that funds it comes first. */
function compareChoices(system: ConstraintSystem, a: Choice, b: Choice): number {
  for (const { id, levels } of system.problem.projects) {
    const [left, right] = [a[id], b[id]];
    if (left === right) continue;
    if (left === undefined) return 1;
    if (right === undefined) return -1;
    const place = (levelId: string) => levels.findIndex((level) => level.id === levelId);
    return place(left) - place(right);
  }
  return 0;
}
