import { accept, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import { z } from 'zod';
import type { ConstraintSystem } from '../optimise/constraints';
import { countsIn, moneyByGroup } from '../optimise/group-money';
import { objectiveProgram, valueWeights, type SimpleObjective } from '../optimise/objective-program';
import type { AllocationProblem } from '../problem/allocation-problem';
import { objectiveSchema } from '../problem/problem-file';
import { ownValue } from '../problem/read-objective';
import { sortedIds } from '../problem/reading';
import { taskObjective } from '../problem/task-objective';
import { choiceModelOf } from './choice-model-of';
import type { Quantity } from './choice-model-of';
import type { ChoiceAim } from './search/choice-model';
import { efficientChoices } from './search/efficient-choices';

/** One of several aims of an efficient set, as the file may state it. A text is the name of a value, or a plain objective. */
export const aimSchema = () =>
  z.union([
    objectiveSchema(),
    z.strictObject({
      objective: z.literal('group_money'),
      dimension: z.string().min(1),
      groups: z.array(z.union([z.string().min(1), z.number()])).min(1),
      direction: z.enum(['most', 'least']).optional(),
    }),
    z.strictObject({ objective: z.literal('grants'), direction: z.enum(['most', 'least']).optional() }),
    z.string().min(1),
  ]);
export type AimInput = z.infer<ReturnType<typeof aimSchema>>;

/** An aim as the answer names it. */
export interface NamedAim {
  readonly name: string;
  readonly objective: SimpleObjective['name'] | 'group_money' | 'grants';
  readonly unit: 'value' | 'value_money' | 'money' | 'money_per_inhabitant' | 'count';
  readonly direction: 'most' | 'least';
}

/** Aims ready for the search, with the way back to the reader's numbers. */
export interface CompiledAims {
  readonly named: readonly NamedAim[];
  readonly quantities: readonly Quantity[];
  readonly aims: readonly ChoiceAim[];
  readonly constants: readonly number[];
  /** The search's value of aim k as the reader's number. */
  readonly shown: (k: number, value: number) => number;
  /** Common multiplier that makes every aim's values whole. */
  readonly wholeBy: readonly number[];
}

interface OwnAim {
  readonly named: NamedAim;
  readonly aim: ChoiceAim;
  readonly sign: 1 | -1;
  readonly scale: number;
  readonly offset: number;
}

const namePath = (path: Path, k: number): Path => [...path, k];

/**
 * Reads the aims of an efficient set: any of the problem's objectives but ratios and lexicographic orders, the money of some
 * groups, and the number of grants. Without aims: every named value, or the value and the money when there are none.
 */
export function compileAims(
  system: ConstraintSystem,
  inputs: readonly AimInput[] | undefined,
  path: Path,
): Result<CompiledAims> {
  const { problem } = system;
  const builder = new QuantityList();
  const refusals: Refusal[] = [];
  const own: OwnAim[] = [];
  (inputs ?? usualAims(problem)).forEach((input, k) => {
    const aim = compileAim(system, input, builder, namePath(path, k));
    if (aim.ok) own.push(aim.value);
    else refusals.push(...aim.refusal);
  });
  if (refusals.length > 0) return refuse(refusals);
  return accept({
    named: own.map(({ named }) => named),
    quantities: builder.quantities,
    aims: own.map(({ aim }) => aim),
    constants: builder.constants,
    shown: (k, value) => {
      const { sign, scale, offset } = own[k] as OwnAim;
      return (sign * (value + offset)) / scale + 0;
    },
    wholeBy: own.map(({ aim }) => ('per' in aim && aim.per.some((per) => per !== 1) ? 1e6 : 1)),
  });
}

function usualAims(problem: AllocationProblem): readonly AimInput[] {
  return problem.valueNames.length > 1 ? problem.valueNames : [ownValue, 'least_money'];
}

/** Quantities gathered for all aims, each column weight vector once. */
class QuantityList {
  readonly quantities: Float64Array[] = [];
  readonly constants: number[] = [];

  add(weights: Float64Array, constant = 0): number {
    this.constants.push(constant);
    return this.quantities.push(weights) - 1;
  }
}

function compileAim(system: ConstraintSystem, input: AimInput, list: QuantityList, path: Path): Result<OwnAim> {
  const { problem } = system;
  const plain = typeof input === 'string';
  const byKind = plain || Array.isArray(input) ? null : input;
  if (byKind?.objective === 'group_money') return groupMoneyAim(system, byKind, list, path);
  if (byKind?.objective === 'grants') {
    const sign = byKind.direction === 'most' ? 1 : -1;
    const weights = Float64Array.from(system.columns, (column) => (column.kind === 'level' ? sign : 0));
    const direction = byKind.direction ?? 'least';
    return accept({
      named: { name: 'grants', objective: 'grants', unit: 'count', direction },
      aim: { kind: 'linear', quantity: list.add(weights) },
      ...{ sign, scale: 1, offset: 0 },
    });
  }
  const isObjective = plain && objectiveSchema().safeParse(input).success;
  const stated = plain && !isObjective ? { objective: 'sum_of_value' as const, of: input } : input;
  const objective = taskObjective(problem, stated as z.infer<ReturnType<typeof objectiveSchema>>, path);
  if (!objective.ok) return objective;
  const { value } = objective;
  if (value.name === 'value_per_krona' || value.name === 'lexicographic')
    return refuse([refusal('efficient-aim-not-possible', path, { objective: value.name })]);
  return accept(compileObjective(system, value, list));
}

function compileObjective(system: ConstraintSystem, objective: SimpleObjective, list: QuantityList): OwnAim {
  const { moneyScale, valueScale } = system.problem;
  switch (objective.name) {
    case 'sum_of_value':
    case 'value_times_money':
    case 'least_money':
    case 'fewest_changes': {
      const { weights, offset, scale, sign } = objectiveProgram(system, objective);
      const name = 'of' in objective ? objective.of : objective.name;
      const unit = {
        sum_of_value: 'value',
        value_times_money: 'value_money',
        least_money: 'money',
        fewest_changes: 'count',
      } as const;
      return {
        named: {
          name: objective.name === 'value_times_money' ? `${name} × money` : name,
          objective: objective.name,
          unit: unit[objective.name],
          direction: sign === 1 ? 'most' : 'least',
        },
        aim: { kind: 'linear', quantity: list.add(weights) },
        ...{ sign, scale, offset },
      };
    }
    case 'maximin':
    case 'minimax_regret': {
      const penalised = (name: string) =>
        valueWeights(system, name).map((value, j) =>
          system.columns[j]?.kind === 'level' ? value - objective.penaltyPerGrant : value,
        );
      const weights = objective.over.map(penalised);
      // The regret of a value is its best less what is reached: a constant below each sum.
      const bests = objective.name === 'maximin' ? weights.map(() => 0) : weights.map((own) => bestOf(system, own));
      const quantities = weights.map((own, i) => list.add(own, -(bests[i] ?? 0)));
      const isMaximin = objective.name === 'maximin';
      return {
        named: {
          name: objective.name,
          objective: objective.name,
          unit: 'value',
          direction: isMaximin ? 'most' : 'least',
        },
        aim: { kind: 'smallest', quantities, per: quantities.map(() => 1) },
        ...{ sign: isMaximin ? 1 : (-1 as const), scale: valueScale, offset: 0 },
      };
    }
    case 'most_equal': {
      const { measure, dimension, groups, per, targets } = objective.equality;
      const quantities = groups.map((group) => list.add(groupMoney(system, dimension, [group])));
      const perHead = per.some((divisor) => divisor !== 1);
      return {
        named: {
          name: `${measure} ${dimension}`,
          objective: 'most_equal',
          unit: perHead && measure !== 'distance_to_targets' ? 'money_per_inhabitant' : 'money',
          direction: measure === 'smallest_group' ? 'most' : 'least',
        },
        aim:
          measure === 'distance_to_targets'
            ? { kind: 'distance', quantities, targets }
            : { kind: measure === 'spread' ? 'spread' : 'smallest', quantities, per },
        ...{ sign: measure === 'smallest_group' ? 1 : (-1 as const), scale: moneyScale, offset: 0 },
      };
    }
  }
}

function groupMoneyAim(
  system: ConstraintSystem,
  input: Extract<AimInput, { objective: 'group_money' }>,
  list: QuantityList,
  path: Path,
): Result<OwnAim> {
  const { dimensions, moneyScale } = system.problem;
  const known = dimensions[input.dimension];
  if (!known)
    return refuse([
      refusal('allocation-unknown-dimension', [...path, 'dimension'], {
        dimension: input.dimension,
        choices: Object.keys(dimensions),
      }),
    ]);
  const groups = sortedIds(input.groups.map(String));
  const unknown = groups.find((group) => !known.includes(group));
  if (unknown !== undefined)
    return refuse([refusal('efficient-unknown-group', [...path, 'groups'], { group: unknown, choices: known })]);
  const direction = input.direction ?? 'most';
  const sign = direction === 'most' ? 1 : -1;
  const weights = groupMoney(system, input.dimension, groups).map((money) => sign * money);
  return accept({
    named: {
      name: `money ${input.dimension}: ${groups.join(', ')}`,
      objective: 'group_money',
      unit: 'money',
      direction,
    },
    aim: { kind: 'linear', quantity: list.add(weights) },
    ...{ sign, scale: moneyScale, offset: 0 },
  });
}

/** Money that each decision brings to the groups together. */
function groupMoney(system: ConstraintSystem, dimension: string, groups: readonly string[]): Float64Array {
  return Float64Array.from(system.columns, (column) => {
    if (column.kind === 'level') return countsIn(column.project, column.level, dimension, groups, 'money', null);
    const synergy = system.problem.synergies[column.index];
    const byGroup = moneyByGroup(synergy?.groups[dimension], synergy?.money ?? 0);
    return groups.reduce((sum, group) => sum + (byGroup.get(group) ?? 0), 0);
  });
}

/** The largest sum of the weights under the limits; null when no portfolio keeps them. */
function bestOf(system: ConstraintSystem, weights: Quantity): number | null {
  const compiled = choiceModelOf(system, [weights], [{ kind: 'linear', quantity: 0 }]);
  if (!compiled.feasible) return null;
  const answer = efficientChoices(compiled.model, { equal: 'one', stateLimit: Infinity, mostPerPoint: 1 });
  return answer.points[0]?.values[0] ?? null;
}
