import {
  accept,
  at,
  fingerprint,
  refusal,
  refuse,
  type RatedCriterion,
  type Refusal,
  type Result,
  type Round,
} from '@fordela/domain';
import type { Conventions, Observation } from '../evaluate/task';
import type { TieConvention } from '../methods/common/ranks';
import {
  aggregateRatings,
  aggregationFaults,
  type AggregatedRating,
  type OutOfScalePolicy,
  type RatingAggregation,
} from '../reviewers/aggregate-ratings';
import { mean, median } from '../reviewers/numbers/summaries';
import type { FormulaEngine } from '../structure/formula/formula-engine';
import type { GapPolicy } from '../structure/numeric-table';
import { computedValues } from './computed-values';
import { ratingObservations, reviewerUse, type ReviewerUse } from './rating-use';
import { roundJudgements } from './round-judgements';

/** The conventions a round is scored under. Every one changes answers; none is hidden. */
export interface RoundScoringOptions {
  readonly aggregation: RatingAggregation;
  readonly trimShare: number;
  readonly outOfScale: OutOfScalePolicy;
  /** A computed criterion outside its scale counts as the nearest end (reported), or is refused. */
  readonly computedOutOfScale: 'clip' | 'refuse';
  /** An application without any usable rating on a criterion; see `GapPolicy`. */
  readonly missing: GapPolicy;
  readonly ties: TieConvention;
}

/** What the product uses unless told otherwise, always stated in the result. */
export const standardRoundScoring: RoundScoringOptions = {
  aggregation: 'mean',
  trimShare: 0.2,
  outOfScale: 'leave-out',
  computedOutOfScale: 'clip',
  missing: 'renormalise-weights',
  ties: 'competition',
};

/** A round made ready: everything but the weights. Plain JSON; re-weighting it is quick (`weightTable`). */
export interface PreparedRound {
  readonly applicationIds: readonly string[];
  readonly criteria: readonly RatedCriterion[];
  /** Applications × criteria: aggregated rating or computed figure; null where there is none. */
  readonly performances: readonly (readonly (number | null)[])[];
  /** Applications × criteria: 0 worst to 1 best; null only where the weights are to be shared among the rest. */
  readonly values: readonly (readonly (number | null)[])[];
  /** Applications × criteria: who counted; null for computed criteria. */
  readonly ratings: readonly (readonly (AggregatedRating | null)[])[];
  readonly reviewers: readonly (readonly ReviewerUse[])[];
  readonly observations: readonly Observation[];
  readonly options: RoundScoringOptions;
  readonly conventions: Conventions;
  /** SHA-256 of all that the figures rest on: criteria, ratings, reviewers' ids, applications, actors, municipalities and options. */
  readonly inputFingerprint: string;
}

/**
 * A round's value table: ratings aggregated, computed criteria worked out, everything scaled to 0–1.
 *
 * Rule    value = (performance − worst end of the scale) / (best end − worst end). Declared conflicts are left out (of the whole
 *         application), as is "cannot judge"; missing is not zero.
 * Edges   Applications without any value at all stay null throughout under `renormalise-weights` and get no score.
 * Errors  Refusals: `round-no-applications`, `round-no-criteria`, `rating-scale-empty`, `rating-repeated`, `rating-out-of-scale` and
 *         `performance-missing` where the options say refuse, `performance-out-of-scale` for computed ones; formulas' own.
 */
export function prepareRound(
  round: Round,
  options: RoundScoringOptions,
  formulas: FormulaEngine | null,
): Result<PreparedRound> {
  if (round.applications.length === 0) return refuse([refusal('round-no-applications', ['applications'])]);
  if (round.criteria.length === 0) return refuse([refusal('round-no-criteria', ['criteria'])]);
  const { byApplication, unused, repeated } = roundJudgements(round);
  const refusals: Refusal[] = [
    ...optionFaults(round, options),
    ...repeated.map((index) => refusal('rating-repeated', ['ratings', index], namesOf(round, index))),
  ];
  if (refusals.length > 0) return refuse(refusals);
  const computed = computedValues(round, options.computedOutOfScale, formulas);
  const ratings = aggregatedTable(round, byApplication, options);
  if (!computed.ok || !ratings.ok)
    return refuse([...(computed.ok ? [] : computed.refusal), ...(ratings.ok ? [] : ratings.refusal)]);

  const performances = round.applications.map((_, i) =>
    round.criteria.map((criterion, j) =>
      criterion.kind === 'computed' ? at(at(computed.value.table, i), j) : (at(at(ratings.value, i), j)?.value ?? null),
    ),
  );
  const columns = round.criteria.map((criterion, j) =>
    valueColumn(
      criterion,
      performances.map((row) => at(row, j)),
      options.missing,
    ),
  );
  const gaps = gapObservations(round, performances, ratings.value);
  // What the policy could not fill: everything under `refuse`, and means and medians of a criterion nobody has a figure on.
  const unfilled = gaps.filter(
    ({ i, j }) => options.missing !== 'renormalise-weights' && at(at(columns, j), i) === null,
  );
  if (unfilled.length > 0) return refuse(unfilled.map(({ code, path, params }) => refusal(code, path, params)));
  return accept({
    applicationIds: round.applications.map((application) => application.id),
    criteria: round.criteria,
    performances,
    values: round.applications.map((_, i) => columns.map((column) => at(column, i))),
    ratings: ratings.value,
    reviewers: round.applications.map((application) =>
      (byApplication.get(application.id) ?? []).map((entry) => reviewerUse(entry, round.criteria)),
    ),
    observations: [
      ...unused.map((index) => ({ code: 'rating-unused', path: ['ratings', index], params: namesOf(round, index) })),
      ...computed.value.observations,
      ...ratingObservations(round, byApplication, ratings.value),
      ...constantObservations(round, performances),
      ...gaps.map(({ code, path, params }) => ({ code, path, params })),
    ],
    options,
    conventions: conventionsOf(options),
    inputFingerprint: fingerprint({
      criteria: round.criteria,
      ratings: round.ratings,
      reviewers: round.reviewers.map((reviewer) => reviewer.id),
      applications: round.applications,
      actors: round.actors,
      municipalities: round.municipalities,
      options,
    }),
  });
}

function optionFaults(round: Pick<Round, 'criteria'>, options: RoundScoringOptions): readonly Refusal[] {
  const trim = aggregationFaults({ ...options, scaleMin: 0, scaleMax: 1 });
  const scales = round.criteria.flatMap(({ id, scaleMin, scaleMax }, j) =>
    scaleMin < scaleMax
      ? []
      : [
          refusal('rating-scale-empty', ['criteria', j], {
            criterion: id,
            min: String(scaleMin),
            max: String(scaleMax),
          }),
        ],
  );
  return [...trim, ...scales];
}

type RatingsTable = readonly (readonly (AggregatedRating | null)[])[];

/** Every application's ratings on every rated criterion, aggregated. Refusals point at the rating. */
function aggregatedTable(
  round: Pick<Round, 'applications' | 'criteria'>,
  byApplication: ReturnType<typeof roundJudgements>['byApplication'],
  options: RoundScoringOptions,
): Result<RatingsTable> {
  const refusals: Refusal[] = [];
  const table = round.applications.map((application) =>
    round.criteria.map((criterion, j): AggregatedRating | null => {
      if (criterion.kind === 'computed') return null;
      const reviewers = byApplication.get(application.id) ?? [];
      const judgements = reviewers
        .map((entry) => entry.byCriterion.get(criterion.id))
        .filter((found) => found !== undefined);
      const { scaleMin, scaleMax } = criterion;
      const aggregated = aggregateRatings(judgements, { ...options, scaleMin, scaleMax });
      if (aggregated.ok) return aggregated.value;
      for (const { code, path, params } of aggregated.refusal) {
        const index = judgements[Number(path[0])]?.index ?? null;
        const place = index === null ? ['criteria', j] : ['ratings', index];
        refusals.push(refusal(code, place, { application: application.id, criterion: criterion.id, ...params }));
      }
      return null;
    }),
  );
  return refusals.length > 0 ? refuse(refusals) : accept(table);
}

/** Criteria on which every application has the same figure: they cannot tell them apart. */
function constantObservations(
  round: Pick<Round, 'criteria'>,
  performances: readonly (readonly (number | null)[])[],
): readonly Observation[] {
  return round.criteria.flatMap((criterion, j) => {
    const column = performances.map((row) => at(row, j));
    const value = at(column, 0);
    return column.length > 1 && value !== null && column.every((other) => other === value)
      ? [{ code: 'criterion-constant', path: ['criteria', j], params: { criterion: criterion.id, value } }]
      : [];
  });
}

/** Applications without a figure on a criterion: nobody could judge it, or there is none. */
function gapObservations(
  round: Pick<Round, 'applications' | 'criteria'>,
  performances: readonly (readonly (number | null)[])[],
  ratings: RatingsTable,
): readonly (Observation & { readonly i: number; readonly j: number })[] {
  return round.criteria.flatMap((criterion, j) =>
    performances.flatMap((row, i) => {
      if (at(row, j) !== null) return [];
      const judged = at(at(ratings, i), j);
      const unable = judged !== null && judged.cannotJudge.length > 0 && judged.missing.length === 0;
      const code = unable ? 'performance-not-judged' : 'performance-missing';
      const params = { alternative: at(round.applications, i).id, criterion: criterion.id };
      return [{ code, path: ['applications', i], params, i, j }];
    }),
  );
}

function conventionsOf(options: RoundScoringOptions): Conventions {
  return {
    aggregation: options.aggregation,
    ...(options.aggregation === 'trimmed-mean' ? { trimShare: options.trimShare } : {}),
    outOfScale: options.outOfScale,
    computedOutOfScale: options.computedOutOfScale,
    missing: options.missing,
    ties: options.ties,
    conflicts: 'leave-out-of-application',
    contributions: 'add-exactly-in-criterion-order',
  };
}

const namesOf = ({ ratings }: Pick<Round, 'ratings'>, index: number) => {
  const { applicationId, reviewerId, criterionId } = at(ratings, index);
  return { application: applicationId, reviewer: reviewerId, criterion: criterionId };
};

/** One criterion's performances as values; gaps by the policy. */
function valueColumn(
  criterion: RatedCriterion,
  column: readonly (number | null)[],
  missing: GapPolicy,
): readonly (number | null)[] {
  const { scaleMin, scaleMax, direction } = criterion;
  const [worst, best] = direction === 'maximise' ? [scaleMin, scaleMax] : [scaleMax, scaleMin];
  const known = column.filter((value) => value !== null);
  const fill: Record<GapPolicy, number | null> = {
    refuse: null,
    'renormalise-weights': null,
    worst,
    best,
    mean: mean(known),
    median: median(known),
  };
  return column.map((performance) => {
    const filled = performance ?? fill[missing];
    return filled === null ? null : (Math.min(scaleMax, Math.max(scaleMin, filled)) - worst) / (best - worst);
  });
}
