import { accept, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask } from '../../evaluate/task';
import { cellPath, type DecisionProblem } from '../../problem/decision-problem';
import { boundsOf, boundsOption, type Bounds } from '../common/bounds-option';
import { normalisationShape, normalised } from '../common/normalised';
import { methodShape, rankingShape, tableShape } from '../common/options';
import { criteriaTable, rankedAnswer } from '../common/outcome';
import { perCriterionOption, spreadOption } from '../common/per-criterion-option';
import { prepare, type Prepared } from '../common/prepare';
import { rankBy } from '../common/ranks';
import { signRefusals } from '../common/sign-checks';
import { characteristicObjects, comet, mostCharacteristicObjects, preferencesOfRanks } from '../ratio/comet';
import { ervd, lmaw, lopm, rafsi, ram, rim, type PropertyLimit } from '../ratio/reference-methods';
import { simus } from '../ratio/simus';
import { electreOne } from '../outranking/electre-1';
import { electreTwo } from '../outranking/electre-2';

const isNumber = (value: unknown): value is number => typeof value === 'number';
const numberPerCriterion = () => z.union([z.number(), z.array(z.number()), z.record(z.string(), z.number())]);

/** Refusals for performances outside their bounds. */
function outside(problem: DecisionProblem, { values }: Prepared, bounds: readonly Bounds[]): readonly Refusal[] {
  return values.flatMap((row, i) =>
    row.flatMap((value, j) => {
      const [min, max] = bounds[j]!;
      if (value >= min && value <= max) return [];
      const params = { alternative: problem.alternatives[i]!.id, criterion: problem.criteria[j]!.id, value, min, max };
      return [refusal('performance-out-of-bounds', cellPath(problem, i, j), params)];
    }),
  );
}

/** One number for each criterion, all of them stated. */
function numbersOf(given: unknown, ids: readonly string[], path: Path): Result<readonly number[]> {
  const spread = spreadOption<number, null>(given as number, isNumber, ids, null, path);
  if (!spread.ok) return spread;
  const absent = ids.filter((_, j) => spread.value[j] === null);
  return absent.length > 0
    ? refuse([refusal('weights-incomplete', path, { ids: absent })])
    : accept(spread.value as readonly number[]);
}

const rimTask = (): RegisteredTask =>
  defineTask({
    name: 'rim',
    version: '1',
    options: () =>
      z.strictObject({
        ...methodShape(),
        bounds: boundsOption(),
        ideal: perCriterionOption(z.union([z.number(), z.tuple([z.number(), z.number()])])).optional(),
      }),
    run: (problem, options, context) => {
      const prepared = prepare(problem, options, context);
      if (!prepared.ok) return prepared;
      const { criterionIds: ids, directions, values, weights } = prepared.value;
      const bounds = boundsOf(options.bounds as readonly Bounds[], problem, context.path);
      if (!bounds.ok) return bounds;
      const beyond = outside(problem, prepared.value, bounds.value);
      if (beyond.length > 0) return refuse(beyond);
      // A list of two numbers for two criteria is one number each, not one range for both.
      const isRange = (value: unknown): value is number | Bounds => isNumber(value);
      const path = [...context.path, 'ideal'];
      const given = spreadOption<number | Bounds, null>(options.ideal as readonly Bounds[], isRange, ids, null, path);
      if (!given.ok) return given;
      const ideals = ids.map((_, j): Bounds => {
        const best = bounds.value[j]![directions[j] === 'maximise' ? 1 : 0];
        const ideal = given.value[j] ?? best;
        return isNumber(ideal) ? [ideal, ideal] : ideal;
      });
      const wrong = ids.filter((_, j) => {
        const [[low, high], [from, to]] = [bounds.value[j]!, ideals[j]!];
        return !(low <= from && from <= to && to <= high);
      });
      if (wrong.length > 0) return refuse([refusal('ideal-outside-bounds', path, { criteria: wrong })]);
      const { nearness, toIdeal, toAntiIdeal, score } = rim(values, weights, bounds.value, ideals);
      return accept(
        rankedAnswer(prepared.value, {
          method: 'rim',
          scores: score,
          best: 'highest',
          rankReversal: 'impossible',
          extra: toIdeal.map((plus, i) => ({ toIdeal: plus, toAntiIdeal: toAntiIdeal[i]! })),
          tables: () => ({ nearness: criteriaTable(prepared.value, nearness) }),
        }),
      );
    },
  });

const ervdTask = (): RegisteredTask =>
  defineTask({
    name: 'ervd',
    version: '1',
    options: () =>
      z.strictObject({
        ...methodShape(),
        reference: numberPerCriterion(),
        lambda: z.number().positive().optional(),
        alpha: z.number().positive().optional(),
      }),
    run: (problem, options, context) => {
      const prepared = prepare(problem, options, context);
      if (!prepared.ok) return prepared;
      const { criterionIds, values, weights, directions } = prepared.value;
      const reference = numbersOf(options.reference, criterionIds, [...context.path, 'reference']);
      if (!reference.ok) return reference;
      const wrong = signRefusals(prepared.value, values, 'positive');
      if (wrong.length > 0) return refuse(wrong);
      const [lambda, alpha] = [options.lambda ?? 2.25, options.alpha ?? 0.88];
      const { worth, toBest, toWorst, score } = ervd(values, weights, directions, reference.value, lambda, alpha);
      if (!score.every(Number.isFinite)) return refuse([refusal('method-no-spread', context.path, { method: 'ervd' })]);
      return accept(
        rankedAnswer(prepared.value, {
          method: 'ervd',
          scores: score,
          best: 'highest',
          rankReversal: 'possible',
          conventions: { lambda, alpha, normalisation: 'sum' },
          extra: toBest.map((plus, i) => ({ toBest: plus, toWorst: toWorst[i]! })),
          tables: () => ({ worth: criteriaTable(prepared.value, worth) }),
        }),
      );
    },
  });

const ramTask = (): RegisteredTask =>
  defineTask({
    name: 'ram',
    version: '1',
    options: () => z.strictObject({ ...methodShape(), ...normalisationShape() }),
    run: (problem, options, context) => {
      const prepared = prepare(problem, options, context);
      if (!prepared.ok) return prepared;
      const negative = signRefusals(prepared.value, prepared.value.values, 'non-negative');
      if (negative.length > 0) return refuse(negative);
      const table = normalised(prepared.value, options, { normalisation: 'sum', inversion: 'keep' });
      if (!table.ok) return table;
      const { weights, directions } = prepared.value;
      const facing =
        table.value.conventions['inversion'] === 'keep' ? directions : directions.map(() => 'maximise' as const);
      const { benefit, cost, score } = ram(table.value.table, weights, facing);
      return accept(
        rankedAnswer(prepared.value, {
          method: 'ram',
          scores: score,
          best: 'highest',
          rankReversal: 'possible',
          conventions: table.value.conventions,
          extra: benefit.map((b, i) => ({ benefit: b, cost: cost[i]! })),
          tables: () => ({ normalised: criteriaTable(prepared.value, table.value.table) }),
        }),
      );
    },
  });

const rafsiTask = (): RegisteredTask =>
  defineTask({
    name: 'rafsi',
    version: '1',
    options: () =>
      z.strictObject({
        ...methodShape(),
        bounds: boundsOption(),
        interval: z.tuple([z.number().positive(), z.number().positive()]).optional(),
      }),
    run: (problem, options, context) => {
      const prepared = prepare(problem, options, context);
      if (!prepared.ok) return prepared;
      const bounds = boundsOf(options.bounds as readonly Bounds[], problem, context.path);
      if (!bounds.ok) return bounds;
      const beyond = outside(problem, prepared.value, bounds.value);
      if (beyond.length > 0) return refuse(beyond);
      const interval = options.interval ?? [1, 6];
      if (interval[0] >= interval[1])
        return refuse([
          refusal('value-range-empty', [...context.path, 'interval'], { worst: interval[0], best: interval[1] }),
        ]);
      const { values, weights, directions } = prepared.value;
      const { mapped, score } = rafsi(values, weights, directions, bounds.value, interval);
      return accept(
        rankedAnswer(prepared.value, {
          method: 'rafsi',
          scores: score,
          best: 'highest',
          rankReversal: 'impossible',
          conventions: { interval: `${interval[0]} to ${interval[1]}` },
          tables: () => ({ mapped: criteriaTable(prepared.value, mapped) }),
        }),
      );
    },
  });

const lmawTask = (): RegisteredTask =>
  defineTask({
    name: 'lmaw',
    version: '1',
    options: () => z.strictObject(methodShape()),
    run: (problem, options, context) => {
      const prepared = prepare(problem, options, context);
      if (!prepared.ok) return prepared;
      const { values, weights, directions } = prepared.value;
      const wrong = signRefusals(prepared.value, values, 'positive');
      if (wrong.length > 0) return refuse(wrong);
      const { weighted, score } = lmaw(values, weights, directions);
      return accept(
        rankedAnswer(prepared.value, {
          method: 'lmaw',
          scores: score,
          best: 'highest',
          rankReversal: 'possible',
          tables: () => ({ weighted: criteriaTable(prepared.value, weighted) }),
        }),
      );
    },
  });

const limitSchema = () =>
  z.union([
    z.strictObject({ lower: z.number().positive() }),
    z.strictObject({ upper: z.number().positive() }),
    z.strictObject({ target: z.number().positive() }),
  ]);

const lopmTask = (): RegisteredTask =>
  defineTask({
    name: 'lopm',
    version: '1',
    options: () =>
      z.strictObject({
        ...methodShape(),
        limits: z.union([z.array(limitSchema()), z.record(z.string(), limitSchema())]),
      }),
    run: (problem, options, context) => {
      const prepared = prepare(problem, options, context);
      if (!prepared.ok) return prepared;
      const { criterionIds: ids, values, weights } = prepared.value;
      const path = [...context.path, 'limits'];
      const never = (_: unknown): _ is z.infer<ReturnType<typeof limitSchema>> => false;
      const given = spreadOption<z.infer<ReturnType<typeof limitSchema>>, null>(options.limits, never, ids, null, path);
      if (!given.ok) return given;
      const absent = ids.filter((_, j) => given.value[j] === null);
      if (absent.length > 0) return refuse([refusal('weights-incomplete', path, { ids: absent })]);
      const wrong = signRefusals(prepared.value, values, 'positive');
      if (wrong.length > 0) return refuse(wrong);
      const limits = given.value.map((limit): PropertyLimit => {
        const [[kind, value]] = Object.entries(limit!) as [[PropertyLimit['kind'], number]];
        return { kind, limit: value };
      });
      const { merit, score } = lopm(values, weights, limits);
      return accept(
        rankedAnswer(prepared.value, {
          method: 'lopm',
          scores: score,
          best: 'lowest',
          rankReversal: 'impossible',
          tables: () => ({ merit: criteriaTable(prepared.value, merit) }),
        }),
      );
    },
  });

const simusTask = (): RegisteredTask =>
  defineTask({
    name: 'simus',
    version: '1',
    options: () =>
      z.strictObject({
        ...tableShape(),
        ...rankingShape(),
        limits: z.union([z.array(z.union([z.number(), z.null()])), z.record(z.string(), z.number())]).optional(),
        rankBy: z.enum(['participation', 'net-dominance']).optional(),
      }),
    run: (problem, options, context) => {
      const prepared = prepare(problem, { ...options, weights: 'equal' }, context);
      if (!prepared.ok) return prepared;
      const { criterionIds: ids, alternativeIds, values, directions } = prepared.value;
      const never = (_: unknown): _ is number | null => false;
      const given = spreadOption<number | null, null>(options.limits, never, ids, null, [...context.path, 'limits']);
      if (!given.ok) return given;
      const limits = ids.map((_, j) => {
        const column = values.map((row) => row[j]!);
        return given.value[j] ?? (directions[j] === 'maximise' ? Math.max(...column) : Math.min(...column));
      });
      const result = simus(alternativeIds, values, directions, limits);
      const rankByKey = options.rankBy ?? 'participation';
      const { outcome, ...answer } = rankedAnswer(prepared.value, {
        method: 'simus',
        scores: rankByKey === 'participation' ? result.participation : result.netDominance,
        best: 'highest',
        rankReversal: 'possible',
        conventions: { weights: 'none', rankBy: rankByKey, severalOptima: 'lower-ids-first' },
        extra: result.participation.map((participation, i) => ({
          participation,
          netDominance: result.netDominance[i]!,
        })),
      });
      const failed = ids.flatMap((criterion, j) =>
        result.failures[j]
          ? [
              {
                code: 'simus-stage-without-optimum',
                path: prepared.value.columnPaths[j]!,
                params: { criterion, status: result.failures[j]! },
              },
            ]
          : [],
      );
      return accept({
        ...answer,
        observations: [...answer.observations, ...failed],
        outcome: {
          scores: outcome.scores,
          ranking: outcome.ranking,
          limits: ids.map((criterion, j) => ({ criterion, limit: limits[j]! })),
          stages: { rows: ids, columns: alternativeIds, values: result.stages },
        },
      });
    },
  });

const level = () => z.number().min(0).max(1).optional();

const electreTwoTask = (): RegisteredTask =>
  defineTask({
    name: 'electre-2',
    version: '1',
    options: () =>
      z.strictObject({
        ...methodShape(),
        ...normalisationShape(),
        p0: level(),
        p1: level(),
        p2: level(),
        q0: level(),
        q1: level(),
      }),
    run: (problem, options, context) => {
      const prepared = prepare(problem, options, context);
      if (!prepared.ok) return prepared;
      const table = normalised(prepared.value, options, { normalisation: 'none', inversion: 'keep' });
      if (!table.ok) return table;
      const { alternativeIds: ids, weights, directions } = prepared.value;
      const levels = {
        p0: options.p0 ?? 0.65,
        p1: options.p1 ?? 0.5,
        p2: options.p2 ?? 0.35,
        q0: options.q0 ?? 0.65,
        q1: options.q1 ?? 0.35,
      };
      if (!(levels.p0 >= levels.p1 && levels.p1 >= levels.p2 && levels.q0 >= levels.q1))
        return refuse([refusal('electre-2-levels-crossed', context.path, levels)]);
      const facing =
        table.value.conventions['inversion'] === 'keep' ? directions : directions.map(() => 'maximise' as const);
      const { concordance, discordance } = electreOne(table.value.table, weights, facing, {
        concordance: 1,
        discordance: 0,
        scale: 'largest-range',
      });
      const { strong, weak, forward, reverse, mean } = electreTwo(concordance, discordance, levels);
      const named = (edges: readonly (readonly boolean[])[]) =>
        ids.flatMap((a, i) => ids.flatMap((b, j) => (edges[i]![j] ? [[a, b]] : [])));
      const answer = rankedAnswer(prepared.value, {
        method: 'electre-2',
        scores: mean,
        best: 'lowest',
        rankReversal: 'possible',
        conventions: { ...table.value.conventions, ...levels, score: 'mean-of-forward-and-reverse-place' },
        extra: ids.map((_, i) => ({ forward: forward[i]!, reverse: reverse[i]! })),
        tables: () => ({
          concordance: { rows: ids, columns: ids, values: concordance },
          discordance: { rows: ids, columns: ids, values: discordance },
        }),
      });
      return accept({ ...answer, outcome: { ...answer.outcome, strong: named(strong), weak: named(weak) } });
    },
  });

/** COMET: `expert` is a method that ranks the characteristic objects, or their preferences are stated. */
const cometTask = (methods: () => readonly RegisteredTask[]): RegisteredTask =>
  defineTask({
    name: 'comet',
    version: '1',
    options: () =>
      z.strictObject({
        ...methodShape(),
        characteristic: z.union([
          z.array(z.array(z.number()).min(2)),
          z.record(z.string(), z.array(z.number()).min(2)),
        ]),
        expert: z.looseObject({ task: z.string().min(1) }).optional(),
        preferences: z.array(z.number()).optional(),
      }),
    run: (problem, options, context) => {
      const prepared = prepare(
        problem,
        { ...options, weights: options.weights ?? (problem.weights ? undefined : 'equal') },
        context,
      );
      if (!prepared.ok) return prepared;
      const { criterionIds: ids, values } = prepared.value;
      const path = [...context.path, 'characteristic'];
      const never = (_: unknown): _ is readonly number[] => false;
      const levels = spreadOption<readonly number[], null>(options.characteristic, never, ids, null, path);
      if (!levels.ok) return levels;
      const characteristic = levels.value.map((list) => list ?? []);
      const wrong = ids.filter((_, j) => {
        const list = characteristic[j]!;
        return list.length < 2 || list.some((value, k) => k > 0 && value <= list[k - 1]!);
      });
      if (wrong.length > 0) return refuse([refusal('comet-values-out-of-order', path, { criteria: wrong })]);
      const beyond = outside(
        problem,
        prepared.value,
        characteristic.map((list): Bounds => [list[0]!, list.at(-1)!]),
      );
      if (beyond.length > 0) return refuse(beyond);
      const count = characteristic.reduce((product, list) => product * list.length, 1);
      if (count > mostCharacteristicObjects)
        return refuse([refusal('comet-too-many-objects', path, { count, most: mostCharacteristicObjects })]);
      const objects = characteristicObjects(characteristic);
      const judged = options.preferences
        ? statedPreferences(options.preferences, objects.length, [...context.path, 'preferences'])
        : expertPreferences(
            methods(),
            problem,
            objects,
            prepared.value,
            options.expert,
            context.path,
            context.formulas,
          );
      if (!judged.ok) return judged;
      return accept(
        rankedAnswer(prepared.value, {
          method: 'comet',
          scores: comet(values, characteristic, judged.value),
          best: 'highest',
          rankReversal: 'impossible',
          conventions: { expert: options.preferences ? 'stated' : options.expert!.task, objects: objects.length },
          tables: () => ({
            objects: {
              rows: objects.map((_, k) => `o${k + 1}`),
              columns: [...ids, 'preference'],
              values: objects.map((object, k) => [...object, judged.value[k]!]),
            },
          }),
        }),
      );
    },
  });

function statedPreferences(preferences: readonly number[], count: number, path: Path): Result<readonly number[]> {
  return preferences.length === count
    ? accept(preferences)
    : refuse([refusal('option-length', path, { length: preferences.length, expected: count })]);
}

/** Ranks the characteristic objects by another method, and spaces their preferences evenly from 0 to 1. */
function expertPreferences(
  methods: readonly RegisteredTask[],
  problem: DecisionProblem,
  objects: readonly (readonly number[])[],
  { weights, tieTolerance }: Prepared,
  expert: { readonly task: string } | undefined,
  path: Path,
  formulas: Parameters<RegisteredTask['run']>[2]['formulas'],
): Result<readonly number[]> {
  const { task: name, ...options } = expert ?? { task: '' };
  const place = [...path, 'expert'];
  const method = methods.find((candidate) => candidate.name === name);
  if (!method) {
    const choices = methods.map((candidate) => candidate.name);
    return refuse([refusal('problem-unknown-task', [...place, 'task'], { task: name, choices })]);
  }
  const ids = objects.map((_, k) => `o${k + 1}`);
  const inner: DecisionProblem = {
    ...problem,
    criteria: problem.criteria.map((criterion) => ({ ...criterion, formula: null })),
    alternatives: ids.map((id) => ({ id, name: null })),
    performances: objects.map((object) => object.map((value) => ({ kind: 'number', value }))),
    weights: { method: 'direct', values: [...weights] },
    normaliseWeights: false,
  };
  const answer = method.run(inner, options, { path: place, formulas });
  if (!answer.ok) return answer;
  const { scores } = answer.value.outcome as { readonly scores?: readonly { readonly score: number }[] };
  const best = answer.value.conventions['best'];
  if (!scores || (best !== 'highest' && best !== 'lowest'))
    return refuse([refusal('compare-needs-ranking', [...place, 'task'], { task: name })]);
  const ranks = rankBy(
    ids,
    scores.map(({ score }) => score),
    { best, ties: 'dense', tolerance: tieTolerance },
  ).ranks;
  return accept(preferencesOfRanks(ranks));
}

/** Methods with stated reference points, and those that run others inside. */
export const referenceTasks = (methods: () => readonly RegisteredTask[]): readonly RegisteredTask[] => [
  electreTwoTask(),
  rimTask(),
  ervdTask(),
  ramTask(),
  rafsiTask(),
  lmawTask(),
  lopmTask(),
  simusTask(),
  cometTask(methods),
];
