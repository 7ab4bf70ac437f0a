import { accept, refuse, type Refusal } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask } from '../../evaluate/task';
import { directionOf, directionSchema } from '../../problem/criterion';
import { numericTable } from '../../structure/numeric-table';
import { scenarioDecision, scenarioRules } from '../scenario/scenario-rules';

/** Decision rules under uncertainty about scenarios: alternatives are the actions, criteria the scenarios. */
export const scenarioTask = (): RegisteredTask =>
  defineTask({
    name: 'scenario-decision',
    version: '1',
    options: () =>
      z.strictObject({
        direction: directionSchema().optional(),
        probabilities: z.union([z.array(z.number()), z.record(z.string(), z.number())]).optional(),
        optimism: z.number().optional(),
        rules: z.array(z.enum(scenarioRules)).min(1).optional(),
      }),
    run: (problem, { direction = 'maximise', probabilities, optimism = 0.5, rules }, context) => {
      const table = numericTable(
        problem,
        { missing: 'refuse', cannotJudge: 'refuse', uncertain: 'refuse' },
        context.formulas,
      );
      if (!table.ok) return table;
      const { alternativeIds: ids, criterionIds: scenarios, values } = table.value;
      const listed =
        Array.isArray(probabilities) || !probabilities
          ? probabilities
          : scenarios.map((id) => probabilities[id] ?? NaN);
      const result = scenarioDecision(values as readonly (readonly number[])[], {
        direction: directionOf(direction),
        probabilities: listed,
        optimism,
        rules,
      });
      if (!result.ok)
        return refuse(
          result.refusal.map((one): Refusal => ({
            ...one,
            path: one.path[0] === 'table' ? ['matrix', ...one.path.slice(1)] : [...context.path, ...one.path],
          })),
        );
      return accept({
        method: 'scenario-decision',
        conventions: { direction: directionOf(direction), optimism, tiesWithin: 1e-12 },
        observations: [],
        outcome: {
          rules: result.value.rules.map(({ figures, chosen, ...rest }) => ({
            ...rest,
            figures: figures.map((figure, i) => ({ alternative: ids[i]!, figure })),
            chosen: chosen.map((i) => ids[i]!),
          })),
          regrets: { rows: ids, columns: scenarios, values: result.value.regrets },
        },
      });
    },
  });
