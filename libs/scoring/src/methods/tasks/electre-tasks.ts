import { accept, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask } from '../../evaluate/task';
import { normalisationShape, normalised } from '../common/normalised';
import { methodShape } from '../common/options';
import { criteriaTable, pairTable, rankedAnswer } from '../common/outcome';
import { perCriterionOption, spreadOption } from '../common/per-criterion-option';
import { prepare, type Prepared } from '../common/prepare';
import { ranksOf } from '../common/ranks';
import { credibilityOf, type PseudoCriterion, type Threshold } from '../outranking/credibility';
import { distillation, finalRelations, usualDiscrimination } from '../outranking/distillation';
import { discordanceScales, electreOne } from '../outranking/electre-1';
import { electreTri, pessimisticRules } from '../outranking/electre-tri';

const limit = () => z.union([z.number().min(0).max(1), z.literal('mean')]);

const electreOneTask = (): RegisteredTask =>
  defineTask({
    name: 'electre-1',
    version: '1',
    options: () =>
      z.strictObject({
        ...methodShape(),
        ...normalisationShape(),
        concordance: limit(),
        discordance: limit(),
        discordanceScale: z.enum(discordanceScales).optional(),
      }),
    run: (problem, options, context) => {
      const prepared = prepare(problem, options, context);
      if (!prepared.ok) return prepared;
      const table = normalised(prepared.value, options, { normalisation: 'none', inversion: 'keep' });
      if (!table.ok) return table;
      const { alternativeIds: ids, weights, directions } = prepared.value;
      const scale = options.discordanceScale ?? 'largest-range';
      const facing =
        table.value.conventions.inversion === 'keep' ? directions : directions.map(() => 'maximise' as const);
      const { concordance, discordance } = options;
      const result = electreOne(table.value.table, weights, facing, { concordance, discordance, scale });
      const named = (indexes: readonly number[]) => indexes.map((i) => ids[i]!);
      return accept({
        method: 'electre-1',
        conventions: {
          ...prepared.value.conventions,
          ...table.value.conventions,
          discordanceScale: scale,
          circuits: 'taken-together',
          rankReversal: 'possible',
        },
        observations: prepared.value.observations,
        outcome: {
          kernel: named(result.kernel),
          notOutranked: named(result.notOutranked),
          circuits: result.circuits.map(named),
          outranks: ids.flatMap((a, i) => ids.flatMap((b, j) => (result.outranks[i]![j] ? [[a, b]] : []))),
          concordanceThreshold: result.concordanceThreshold,
          discordanceThreshold: result.discordanceThreshold,
          concordance: pairTable(prepared.value, result.concordance),
          discordance: pairTable(prepared.value, result.discordance),
          netIndices: ids.map((alternative, i) => ({
            alternative,
            netConcordance: result.netConcordance[i]!,
            netDiscordance: result.netDiscordance[i]!,
          })),
        },
      });
    },
  });

const thresholdSchema = () =>
  z.union([z.number().min(0), z.null(), z.strictObject({ constant: z.number(), slope: z.number() })]);
type Written = z.infer<ReturnType<typeof thresholdSchema>>;
const isWritten = (value: unknown): value is Written =>
  value === null || typeof value === 'number' || (typeof value === 'object' && value !== null && 'slope' in value);

const thresholdsShape = () => ({
  q: perCriterionOption(thresholdSchema()).optional(),
  p: perCriterionOption(thresholdSchema()).optional(),
  v: perCriterionOption(thresholdSchema()).optional(),
  thresholdsAt: z.enum(['direct', 'inverse']).optional(),
});
type ThresholdOptions = z.infer<z.ZodObject<ReturnType<typeof thresholdsShape>>>;

const zero: Threshold = { constant: 0, slope: 0 };
const thresholdOf = (written: Written, absent: Threshold | null): Threshold | null =>
  written === null ? absent : typeof written === 'number' ? { constant: written, slope: 0 } : written;

/** Pseudo-criteria from q, p, v; without q it is 0, without p it is q, without v there is no veto. */
function pseudoCriteria(prepared: Prepared, options: ThresholdOptions, path: Path): Result<readonly PseudoCriterion[]> {
  const { criterionIds, directions, weights } = prepared;
  const [q, p, v] = (['q', 'p', 'v'] as const).map((key) =>
    spreadOption<Written, null>(options[key] as Written, isWritten, criterionIds, null, [...path, key]),
  ) as [Spread, Spread, Spread];
  for (const spread of [q, p, v]) if (!spread.ok) return spread;
  const refusals: Refusal[] = [];
  const criteria = criterionIds.map((criterion, j): PseudoCriterion => {
    const [writtenQ, writtenP, writtenV] = [q, p, v].map((spread) => (spread.ok ? spread.value[j]! : null)) as [
      Written,
      Written,
      Written,
    ];
    const indifference = thresholdOf(writtenQ, zero)!;
    const preference = thresholdOf(writtenP, indifference)!;
    const veto = thresholdOf(writtenV, null);
    const crossed =
      (constantOnly(indifference, preference) && indifference.constant > preference.constant) ||
      (veto && constantOnly(preference, veto) && preference.constant > veto.constant);
    if (crossed)
      refusals.push(
        refusal('electre-thresholds-crossed', path, {
          criterion,
          q: indifference.constant,
          p: preference.constant,
          v: veto?.constant ?? null,
        }),
      );
    const mode = options.thresholdsAt ?? 'direct';
    return { direction: directions[j]!, weight: weights[j]!, q: indifference, p: preference, v: veto, mode };
  });
  return refusals.length > 0 ? refuse(refusals) : accept(criteria);
}

type Spread = Result<readonly Written[]>;
const constantOnly = (a: Threshold, b: Threshold): boolean => a.slope === 0 && b.slope === 0;

const electreThreeTask = (): RegisteredTask =>
  defineTask({
    name: 'electre-3',
    version: '1',
    options: () =>
      z.strictObject({
        ...methodShape(),
        ...thresholdsShape(),
        discrimination: z.strictObject({ constant: z.number(), slope: z.number() }).optional(),
      }),
    run: (problem, options, context) => {
      const prepared = prepare(problem, options, context);
      if (!prepared.ok) return prepared;
      const criteria = pseudoCriteria(prepared.value, options, context.path);
      if (!criteria.ok) return criteria;
      const { values, alternativeIds: ids, ties } = prepared.value;
      const pairs = values.map((a) => values.map((b) => credibilityOf(a, b, criteria.value)));
      const credibility = pairs.map((row) => row.map((pair) => pair.credibility));
      const discrimination = options.discrimination ?? usualDiscrimination;
      const classes = (['descending', 'ascending'] as const).map((way) =>
        distillation(credibility, way, discrimination),
      );
      const [descending, ascending] = classes as [readonly (readonly number[])[], readonly (readonly number[])[]];
      const [down, up] = [placeOf(descending, ids.length), placeOf(ascending, ids.length)];
      const relations = finalRelations(down, up);
      // The final order counts, for each alternative, how many are ahead of it in the intersection: incomparable ones can share a place.
      const ahead = relations.map((row) => row.filter((relation) => relation === 'P-').length);
      const answer = rankedAnswer(prepared.value, {
        method: 'electre-3',
        scores: ahead,
        best: 'lowest',
        rankReversal: 'possible',
        conventions: {
          score: 'number-of-alternatives-ahead-in-the-final-preorder',
          discrimination: `${discrimination.constant} + ${discrimination.slope} λ`,
          thresholdsAt: options.thresholdsAt ?? 'direct',
        },
        extra: ids.map((_, i) => ({
          rankDescending: ranksOf(descending, ids.length, ties)[i]!,
          rankAscending: ranksOf(ascending, ids.length, ties)[i]!,
        })),
        tables: () => ({
          concordance: pairTable(
            prepared.value,
            pairs.map((row, i) => row.map((pair, j) => (i === j ? null : pair.concordance))),
          ),
        }),
      });
      const named = (groups: readonly (readonly number[])[]) => groups.map((group) => group.map((i) => ids[i]!));
      return accept({
        ...answer,
        outcome: {
          ...answer.outcome,
          credibility: pairTable(
            prepared.value,
            credibility.map((row, i) => row.map((value, j) => (i === j ? null : value))),
          ),
          descending: named(descending),
          ascending: named(ascending),
          finalPreorder: pairTable(prepared.value, relations),
        },
      });
    },
  });

/** Position (0 = first) of each index in a list of classes. */
function placeOf(classes: readonly (readonly number[])[], count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => classes.findIndex((group) => group.includes(i)));
}

const profileSchema = () =>
  z.strictObject({
    id: z.string().min(1).optional(),
    performances: z.union([z.array(z.number()), z.record(z.string(), z.number())]),
    ...thresholdsShape(),
  });

const electreTriTask = (): RegisteredTask =>
  defineTask({
    name: 'electre-tri',
    version: '1',
    options: () =>
      z.strictObject({
        ...methodShape(),
        ...thresholdsShape(),
        categories: z.array(z.string().min(1)).min(2),
        profiles: z.array(profileSchema()).min(1),
        cut: z.number().min(0.5).max(1),
        pessimistic: z.enum(pessimisticRules).optional(),
      }),
    run: (problem, options, context) => {
      const prepared = prepare(problem, options, context);
      if (!prepared.ok) return prepared;
      const { categories, profiles, cut, pessimistic = 'outranks' } = options;
      if (categories.length !== profiles.length + 1)
        return refuse([
          refusal('electre-tri-categories', [...context.path, 'categories'], {
            categories: categories.length,
            expected: profiles.length + 1,
          }),
        ]);
      const { alternativeIds, criterionIds, values } = prepared.value;
      const refusals: Refusal[] = [];
      const read = profiles.map((profile, h) => {
        const path = [...context.path, 'profiles', h];
        const row = spreadOption<number, null>(
          profile.performances as readonly number[],
          (value): value is number => typeof value === 'number',
          criterionIds,
          null,
          [...path, 'performances'],
        );
        const merged = {
          ...options,
          ...Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined)),
        };
        const criteria = pseudoCriteria(prepared.value, merged, path);
        if (!row.ok) refusals.push(...row.refusal);
        else if (row.value.includes(null))
          refusals.push(refusal('electre-tri-profile-incomplete', [...path, 'performances']));
        if (!criteria.ok) refusals.push(...criteria.refusal);
        return { row: row.ok ? (row.value as readonly number[]) : [], criteria: criteria.ok ? criteria.value : [] };
      });
      if (refusals.length === 0)
        refusals.push(
          ...disorder(
            prepared.value,
            read.map(({ row }) => row),
            context.path,
          ),
        );
      if (refusals.length > 0) return refuse(refusals);
      const assigned = electreTri(
        values,
        read.map(({ row }) => row),
        read.map(({ criteria }) => criteria),
        cut,
        pessimistic,
      );
      const profileIds = profiles.map(({ id }, h) => id ?? `b${h + 1}`);
      return accept({
        method: 'electre-tri',
        conventions: {
          ...prepared.value.conventions,
          cut,
          pessimistic,
          categories: 'worst-first',
          rankReversal: 'impossible',
        },
        observations: prepared.value.observations,
        outcome: {
          assignments: alternativeIds.map((alternative, i) => ({
            alternative,
            pessimistic: categories[assigned[i]!.pessimistic]!,
            optimistic: categories[assigned[i]!.optimistic]!,
          })),
          credibilityToProfiles: {
            rows: alternativeIds,
            columns: profileIds,
            values: assigned.map(({ toProfile }) => toProfile),
          },
          credibilityFromProfiles: {
            rows: alternativeIds,
            columns: profileIds,
            values: assigned.map(({ fromProfile }) => fromProfile),
          },
          profiles: criteriaTable(
            { alternativeIds: profileIds, criterionIds },
            read.map(({ row }) => row),
          ),
        },
      });
    },
  });

/** Each profile must be at least as good as the one before on every criterion. */
function disorder(prepared: Prepared, rows: readonly (readonly number[])[], path: Path): readonly Refusal[] {
  return rows.slice(1).flatMap((row, h) =>
    prepared.criterionIds.flatMap((criterion, j) => {
      const rise = (row[j]! - rows[h]![j]!) * (prepared.directions[j] === 'maximise' ? 1 : -1);
      return rise >= 0
        ? []
        : [refusal('electre-tri-profiles-out-of-order', [...path, 'profiles', h + 1], { criterion })];
    }),
  );
}

export const electreTasks = (): readonly RegisteredTask[] => [electreOneTask(), electreThreeTask(), electreTriTask()];
