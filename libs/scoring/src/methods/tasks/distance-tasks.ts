import { accept, refusal, refuse } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask } from '../../evaluate/task';
import { normalisationShape, normalised } from '../common/normalised';
import { methodShape } from '../common/options';
import { criteriaTable, rankedAnswer } from '../common/outcome';
import { prepare } from '../common/prepare';
import { rankBy } from '../common/ranks';
import { topsis, topsisMetrics } from '../distance/topsis';
import { vikor } from '../distance/vikor';

const topsisTask = (): RegisteredTask =>
  defineTask({
    name: 'topsis',
    version: '1',
    options: () =>
      z.strictObject({ ...methodShape(), ...normalisationShape(), metric: z.enum(topsisMetrics).optional() }),
    run: (problem, options, context) => {
      const prepared = prepare(problem, options, context);
      if (!prepared.ok) return prepared;
      const table = normalised(prepared.value, options, { normalisation: 'vector', inversion: 'keep' });
      if (!table.ok) return table;
      const metric = options.metric ?? 'euclidean';
      const { weights, directions, criterionIds } = prepared.value;
      // After an inversion every column is to be maximised; with `keep` the ideal itself heeds the direction.
      const facing =
        table.value.conventions.inversion === 'keep' ? directions : directions.map(() => 'maximise' as const);
      const result = topsis(table.value.table, weights, facing, metric);
      if (!result) return refuse([refusal('method-no-spread', context.path, { method: 'topsis' })]);
      return accept(
        rankedAnswer(prepared.value, {
          method: 'topsis',
          scores: result.closeness,
          best: 'highest',
          rankReversal: 'possible',
          conventions: { ...table.value.conventions, metric },
          extra: result.toIdeal.map((toIdeal, i) => ({ toIdeal, toAntiIdeal: result.toAntiIdeal[i]! })),
          tables: () => ({
            normalised: criteriaTable(prepared.value, table.value.table),
            weighted: criteriaTable(prepared.value, result.weighted),
            ideals: { rows: ['ideal', 'anti-ideal'], columns: criterionIds, values: [result.ideal, result.antiIdeal] },
          }),
        }),
      );
    },
  });

const vikorTask = (): RegisteredTask =>
  defineTask({
    name: 'vikor',
    version: '1',
    options: () =>
      z.strictObject({
        ...methodShape(),
        v: z.number().min(0).max(1).optional(),
        requiredAdvantage: z.number().min(0).optional(),
      }),
    run: (problem, options, context) => {
      const prepared = prepare(problem, options, context);
      if (!prepared.ok) return prepared;
      const v = options.v ?? 0.5;
      const { alternativeIds: ids, values, weights, directions, ties, tieTolerance: tolerance } = prepared.value;
      const result = vikor(ids, values, weights, directions, {
        v,
        requiredAdvantage: options.requiredAdvantage,
        tolerance,
      });
      const ranksOf = (xs: readonly number[]) => rankBy(ids, xs, { best: 'lowest', ties, tolerance }).ranks;
      const [rankS, rankR] = [ranksOf(result.s), ranksOf(result.r)];
      const answer = rankedAnswer(prepared.value, {
        method: 'vikor',
        scores: result.q,
        best: 'lowest',
        rankReversal: 'possible',
        conventions: { v, normalisation: 'min-max', constantCriterion: 'adds-nothing' },
        extra: result.s.map((s, i) => ({ s, r: result.r[i]!, q: result.q[i]!, rankS: rankS[i]!, rankR: rankR[i]! })),
      });
      const { advantage, requiredAdvantage, acceptableAdvantage, acceptableStability } = result;
      const compromise = {
        advantage,
        requiredAdvantage,
        acceptableAdvantage,
        acceptableStability,
        set: result.compromise.map((i) => ids[i]!),
      };
      return accept({ ...answer, outcome: { ...answer.outcome, compromise } });
    },
  });

export const distanceTasks = (): readonly RegisteredTask[] => [topsisTask(), vikorTask()];
