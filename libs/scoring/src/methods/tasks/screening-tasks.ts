import { accept, refusal, refuse, type Refusal } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask } from '../../evaluate/task';
import { rankingShape, tableShape } from '../common/options';
import { criteriaTable, rankedAnswer } from '../common/outcome';
import { perCriterionOption, spreadOption } from '../common/per-criterion-option';
import { prepare } from '../common/prepare';
import { rankBy } from '../common/ranks';
import { decisionRules } from '../screening/decision-rules';
import { lexicographicOrder } from '../screening/lexicographic';

const isNumber = (value: unknown): value is number => typeof value === 'number';

const lexicographicTask = (): RegisteredTask =>
  defineTask({
    name: 'lexicographic',
    version: '1',
    options: () =>
      z.strictObject({
        ...tableShape(),
        ...rankingShape(),
        order: z.array(z.string()).min(1),
        indifference: perCriterionOption(z.number().min(0)).optional(),
      }),
    run: (problem, options, context) => {
      const prepared = prepare(problem, { ...options, weights: 'equal' }, context);
      if (!prepared.ok) return prepared;
      const { criterionIds: ids, alternativeIds, values, directions } = prepared.value;
      const refusals: Refusal[] = options.order.flatMap((id, k) => {
        const path = [...context.path, 'order', k];
        if (!ids.includes(id)) return [refusal('option-unknown-criterion', path, { id })];
        return options.order.indexOf(id) < k ? [refusal('weights-ranked-twice', path, { id })] : [];
      });
      const indifference = spreadOption(options.indifference, isNumber, ids, 0, [...context.path, 'indifference']);
      if (!indifference.ok) return indifference;
      if (refusals.length > 0) return refuse(refusals);
      const order = options.order.map((id) => ids.indexOf(id));
      const { classes, decidedBy } = lexicographicOrder(values, directions, order, indifference.value);
      const place = alternativeIds.map((_, i) => classes.findIndex((members) => members.includes(i)) + 1);
      const { outcome, ...answer } = rankedAnswer(prepared.value, {
        method: 'lexicographic',
        scores: place,
        best: 'lowest',
        rankReversal: indifference.value.every((value) => value === 0) ? 'impossible' : 'possible',
        conventions: { weights: 'none', score: 'place-of-the-class' },
        extra: decidedBy.map((criterion) => ({ decidedBy: criterion === null ? null : ids[criterion]! })),
      });
      return accept({ ...answer, outcome: { scores: outcome.scores, ranking: outcome.ranking, order: options.order } });
    },
  });

const satisficingTask = (): RegisteredTask =>
  defineTask({
    name: 'satisficing',
    version: '1',
    options: () =>
      z.strictObject({
        ...tableShape(),
        ...rankingShape(),
        levels: z.record(z.string(), z.number()),
        mode: z.enum(['conjunctive', 'disjunctive']).optional(),
      }),
    run: (problem, options, context) => {
      const prepared = prepare(problem, { ...options, weights: 'equal' }, context);
      if (!prepared.ok) return prepared;
      const { criterionIds: ids, values, directions } = prepared.value;
      const levels = spreadOption<number, null>(options.levels, (_): _ is number => false, ids, null, [
        ...context.path,
        'levels',
      ]);
      if (!levels.ok) return levels;
      const mode = options.mode ?? 'conjunctive';
      const judged = ids.map((_, j) => j).filter((j) => levels.value[j] !== null);
      if (judged.length === 0) return refuse([refusal('satisficing-no-level', [...context.path, 'levels'])]);
      const shortfall = (i: number, j: number) => {
        const gap = levels.value[j]! - values[i]![j]!;
        return directions[j] === 'maximise' ? gap : -gap;
      };
      const rows = values.map((_, i) => {
        const failed = judged.filter((j) => shortfall(i, j) > 0);
        const satisfied = mode === 'conjunctive' ? failed.length === 0 : failed.length < judged.length;
        return {
          satisfied,
          met: judged.filter((j) => !failed.includes(j)).map((j) => ids[j]!),
          failed: failed.map((j) => ({ criterion: ids[j]!, level: levels.value[j]!, shortfall: shortfall(i, j) })),
        };
      });
      const { outcome, ...answer } = rankedAnswer(prepared.value, {
        method: 'satisficing',
        scores: rows.map(({ met }) => met.length),
        best: 'highest',
        rankReversal: 'impossible',
        conventions: { weights: 'none', mode, score: 'number-of-levels-met' },
        extra: rows,
      });
      const satisfied = outcome.scores.filter((row) => row.satisfied).map(({ alternative }) => alternative);
      return accept({ ...answer, outcome: { scores: outcome.scores, ranking: outcome.ranking, satisfied } });
    },
  });

/** Criteria are scenarios, weights (if any) their probabilities. */
const decisionRulesTask = (): RegisteredTask =>
  defineTask({
    name: 'decision-rules',
    version: '1',
    options: () =>
      z.strictObject({
        ...tableShape(),
        ...rankingShape(),
        probabilities: z.union([z.array(z.number().min(0)), z.record(z.string(), z.number().min(0))]).optional(),
        optimism: z.number().min(0).max(1).optional(),
      }),
    run: (problem, options, context) => {
      const { probabilities: written, ...rest } = options;
      const weights = written === undefined ? ('equal' as const) : { method: 'direct' as const, values: written };
      const prepared = prepare(problem, { ...rest, weights }, context, 'probabilities');
      if (!prepared.ok) return prepared;
      const {
        values,
        directions,
        weights: chances,
        alternativeIds: ids,
        criterionIds,
        ties,
        tieTolerance: tolerance,
      } = prepared.value;
      if (directions.some((direction) => direction !== directions[0]))
        return refuse([refusal('decision-rules-mixed-directions', ['criteria'])]);
      const losses = directions[0] === 'minimise';
      const gains = losses ? values.map((row) => row.map((x) => (x === 0 ? 0 : -x))) : values;
      const optimism = options.optimism ?? 0.5;
      const rules = decisionRules(gains, written === undefined ? null : chances, optimism);
      const byRule = (
        ['laplace', 'maximin', 'maximax', 'hurwicz', 'savage', 'expectedValue', 'expectedRegret'] as const
      ).flatMap((rule) => {
        const figures = rules[rule];
        if (!figures) return [];
        const regret = rule === 'savage' || rule === 'expectedRegret';
        const ranked = rankBy(ids, figures, { best: regret ? 'lowest' : 'highest', ties, tolerance });
        return [
          {
            rule,
            best: ranked.groups[0] ?? [],
            values: ids.map((alternative, i) => ({ alternative, value: figures[i]!, rank: ranked.ranks[i]! })),
          },
        ];
      });
      const { weights: _, weightScale: __, ...conventions } = prepared.value.conventions;
      return accept({
        method: 'decision-rules',
        conventions: { ...conventions, optimism, values: losses ? 'losses-with-their-sign-turned' : 'gains' },
        observations: prepared.value.observations,
        outcome: {
          rules: byRule,
          probabilities:
            written === undefined ? null : criterionIds.map((scenario, j) => ({ scenario, probability: chances[j]! })),
          regrets: criteriaTable(prepared.value, rules.regrets),
        },
      });
    },
  });

export const screeningTasks = (): readonly RegisteredTask[] => [
  lexicographicTask(),
  satisficingTask(),
  decisionRulesTask(),
];
