import { accept, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask } from '../../evaluate/task';
import { methodShape } from '../common/options';
import { criteriaTable, pairTable, rankedAnswer } from '../common/outcome';
import { isNumberOrNull, perCriterionOption, spreadOption } from '../common/per-criterion-option';
import { prepare } from '../common/prepare';
import { rankBy } from '../common/ranks';
import { preferenceFunctionSchema, preferenceTypes, type PreferenceFunction } from '../outranking/preference-function';
import { promethee } from '../outranking/promethee';

type Written = PreferenceFunction | PreferenceFunction['type'];
const written = () => z.union([z.enum(preferenceTypes), preferenceFunctionSchema()]);
const threshold = () => perCriterionOption(z.union([z.number().min(0), z.null()])).optional();
const isWritten = (value: unknown): value is Written =>
  typeof value === 'string' ||
  (typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string');

const options = () =>
  z.strictObject({
    ...methodShape(),
    functions: perCriterionOption(written()),
    q: threshold(),
    p: threshold(),
    s: threshold(),
  });
type Options = z.infer<ReturnType<typeof options>>;

/** The preference function of each criterion, from full objects or from names with the thresholds in `q`, `p`, `s`. */
function functionsOf(given: Options, ids: readonly string[], path: Path): Result<readonly PreferenceFunction[]> {
  const names = spreadOption<Written, null>(given.functions as Written, isWritten, ids, null, [...path, 'functions']);
  if (!names.ok) return names;
  const thresholds = (['q', 'p', 's'] as const).map((key) =>
    spreadOption<number | null, null>(given[key], isNumberOrNull, ids, null, [...path, key]),
  );
  const wrong = thresholds.find((result) => !result.ok);
  if (wrong && !wrong.ok) return wrong;
  const [q, p, s] = thresholds.map((result) => (result.ok ? result.value : [])) as [Column, Column, Column];
  const refusals: Refusal[] = [];
  const functions = ids.map((id, j) => {
    const name = names.value[j]!;
    const made = name === null ? null : completed(name, { q: q[j]!, p: p[j]!, s: s[j]! });
    if (!made) refusals.push(refusal('promethee-threshold-missing', [...path, 'functions'], { criterion: id }));
    else if ('q' in made && 'p' in made && made.q > made.p)
      refusals.push(
        refusal('promethee-thresholds-crossed', [...path, 'functions'], { criterion: id, q: made.q, p: made.p }),
      );
    return made;
  });
  return refusals.length > 0 ? refuse(refusals) : accept(functions as readonly PreferenceFunction[]);
}

type Column = readonly (number | null)[];

/** A named function with its thresholds; null when one it needs is missing. */
function completed(
  name: Written,
  { q, p, s }: { readonly q: number | null; readonly p: number | null; readonly s: number | null },
): PreferenceFunction | null {
  if (typeof name !== 'string') return name;
  switch (name) {
    case 'usual':
      return { type: name };
    case 'u-shape':
      return q === null ? null : { type: name, q };
    case 'v-shape':
      return p === null ? null : { type: name, p };
    case 'gaussian':
      return s === null || s === 0 ? null : { type: name, s };
    default:
      return q === null || p === null ? null : { type: name, q, p };
  }
}

export const prometheeTask = (): RegisteredTask =>
  defineTask({
    name: 'promethee',
    version: '1',
    options,
    run: (problem, given, context) => {
      const prepared = prepare(problem, given, context);
      if (!prepared.ok) return prepared;
      const { alternativeIds, criterionIds, values, weights, directions, ties, tieTolerance } = prepared.value;
      const functions = functionsOf(given, criterionIds, context.path);
      if (!functions.ok) return functions;
      if (alternativeIds.length < 2)
        return refuse([refusal('method-needs-two-alternatives', context.path, { method: 'promethee' })]);
      const result = promethee(values, weights, directions, functions.value, tieTolerance);
      const ranks = (flows: readonly number[], best: 'highest' | 'lowest') =>
        rankBy(alternativeIds, flows, { best, ties, tolerance: tieTolerance }).ranks;
      const [byPositive, byNegative] = [ranks(result.positiveFlow, 'highest'), ranks(result.negativeFlow, 'lowest')];
      const answer = rankedAnswer(prepared.value, {
        method: 'promethee',
        scores: result.netFlow,
        best: 'highest',
        rankReversal: 'possible',
        conventions: { netFlow: 'outgoing-minus-incoming', contributions: 'add-exactly-in-criterion-order' },
        contributions: result.parts.map((row, i) =>
          criterionIds.map((criterion, j) => ({
            criterion,
            weight: weights[j]!,
            value: result.criterionFlows[i]![j]!,
            contribution: row[j]!,
          })),
        ),
        extra: alternativeIds.map((_, i) => ({
          positiveFlow: result.positiveFlow[i]!,
          negativeFlow: result.negativeFlow[i]!,
          netFlow: result.netFlow[i]!,
          rankByPositiveFlow: byPositive[i]!,
          rankByNegativeFlow: byNegative[i]!,
        })),
        tables: () => ({
          preferences: pairTable(prepared.value, result.preferences),
          criterionFlows: criteriaTable(prepared.value, result.criterionFlows),
        }),
      });
      const partialRanking = pairTable(prepared.value, result.relations);
      const incomparable = alternativeIds.flatMap((a, i) =>
        alternativeIds.slice(i + 1).flatMap((b, k) => (result.relations[i]![i + 1 + k] === 'R' ? [[a, b]] : [])),
      );
      return accept({
        ...answer,
        outcome: { ...answer.outcome, functions: functions.value, partialRanking, incomparable },
      });
    },
  });
