import { Injectable } from '@nestjs/common';
import { accept, refusal, refuse, type Refusal, type Result, type Round } from '@fordela/domain';
import { engineVersion, fundedDownRanking, type ReviewerReport } from '@fordela/scoring';
import { namedIn } from '../allocation/allocation.service';
import { wordedObservations } from '../platform/graphql/observation.types';
import { RoundService } from '../round/round.service';
import { scoringChoice, ScoringService } from '../scoring/scoring.service';
import type {
  ApplicationAgreement,
  CriterionAgreement,
  DisagreementCause,
  RatingSpread,
  ReviewerAgreement,
  ReviewerAgreementArgs,
  ReviewerProfileRow,
  ReviewerStance,
} from './reviewer-agreement.types';

/** Two-sided 95 % of a normal distribution: nearer to 0 than this many standard errors, nothing is said of a reviewer. */
const tellingErrors = 1.96;
/** From this part of the spread on, strictness is called the cause. */
const tellingShare = 0.5;

/** How far the reviewers of a call agree. */
@Injectable()
export class ReviewerAgreementService {
  constructor(
    private readonly rounds: RoundService,
    private readonly scoring: ScoringService,
  ) {}

  /** Refused when weights or conventions cannot be used. AppError NOT_FOUND when there is no such call. */
  async ofCall({ callId, places: stated, weights, policy }: ReviewerAgreementArgs): Promise<Result<ReviewerAgreement>> {
    const choice = scoringChoice(policy, weights);
    if (!choice.ok) return choice;
    const round = await this.rounds.load(callId);
    const most = Math.max(1, round.applications.length);
    if (stated !== null && stated !== undefined && (stated < 1 || stated > most))
      return refuse([refusal('number-outside-range', ['places'], { value: stated, least: 1, most })]);
    const scores = await this.scoring.ofRound(round, choice.value);
    if (!scores.ok) return scores;
    const places = stated ?? fundedDownRanking(round, scores.value.ranking.flat()).length;
    const answered = await this.scoring.reviewerReportOf(round, choice.value, places);
    if (!answered.ok) return answered;
    const { report, problem, inputFingerprint } = answered.value;
    return accept({
      callId,
      isExample: round.call.isExample,
      engineVersion,
      inputFingerprint,
      conventions: {
        ...report.options,
        ...scores.value.conventions,
        difference: report.options.difference.kind,
        stance: `effect beyond ${tellingErrors} standard errors`,
        cause: `strictness from ${tellingShare} of the spread`,
      },
      observations: wordedObservations(notComputed(report)),
      problem,
      places,
      criteria: criteriaOf(round, report),
      applications: applicationsOf(round, report, places),
      discussFirst: discussFirst(report).map(namedIn(round)),
      reviewers: reviewersOf(round, report),
    });
  }
}

/** Parts that could not be computed, with the reasons, as observations; criteria by their place. */
const notComputed = ({ criteria, strictness, expectedRanks }: ReviewerReport): readonly Refusal[] => [
  ...criteria.flatMap(({ criterionId, alpha }) =>
    alpha.ok ? [] : alpha.refusal.map((entry) => ({ ...entry, path: ['criteria', criterionId, 'alpha'] })),
  ),
  ...(strictness.ok ? [] : strictness.refusal.map((entry) => ({ ...entry, path: ['strictness'] }))),
  ...(expectedRanks.ok ? [] : expectedRanks.refusal.map((entry) => ({ ...entry, path: ['expectedRanks'] }))),
];

const spreadOf = ({ count, mean, lowest, highest, range, standardDeviation }: RatingSpread): RatingSpread => ({
  count,
  mean,
  lowest,
  highest,
  range,
  standardDeviation,
});

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

function criteriaOf(round: Round, { criteria, applications }: ReviewerReport): readonly CriterionAgreement[] {
  const rows = criteria.map(({ criterionId, alpha }, index): CriterionAgreement => {
    const criterion = round.criteria.find(({ id }) => id === criterionId);
    const deviations = applications.flatMap(({ criteria: spreads }) => spreads[index]?.standardDeviation ?? []);
    return {
      criterionId,
      nameSv: criterion?.nameSv ?? criterionId,
      nameEn: criterion?.nameEn ?? criterionId,
      alpha: alpha.ok ? alpha.value.alpha : null,
      comparedApplications: deviations.length,
      meanDeviation: meanOf(deviations),
    };
  });
  // Alpha is at most 1: those without one come last; equal ones keep the order of the call.
  return rows.sort((a, b) => (a.alpha ?? 2) - (b.alpha ?? 2));
}

function applicationsOf(round: Round, report: ReviewerReport, places: number): readonly ApplicationAgreement[] {
  const named = namedIn(round);
  const byId = new Map(report.applications.map((own) => [own.applicationId, own]));
  const adjusted = new Map(report.strictness.ok ? report.strictness.value.units.map((own) => [own.unitId, own]) : []);
  const ranks = report.expectedRanks.ok ? report.expectedRanks.value : null;
  const zones = new Map(report.zone?.ok ? report.zone.value.units.map(({ unitId, group }) => [unitId, group]) : []);
  const columns = new Map(ranks?.units.map(({ unitId }, column) => [unitId, column]));
  return report.mostContestedFirst.map((applicationId): ApplicationAgreement => {
    const own = byId.get(applicationId)!;
    const unit = adjusted.get(applicationId);
    const column = columns.get(applicationId);
    const ranked = column === undefined ? undefined : ranks?.units[column];
    const next = ranks?.order[ranks.order.indexOf(applicationId) + 1];
    const share = strictnessShare(own);
    return {
      ...named(applicationId),
      disagreement: own.disagreement,
      scores: spreadOf(own.scores),
      criteria: own.criteria.map(({ criterionId, ...spread }) => ({ criterionId, ...spreadOf(spread) })),
      strictnessShare: share,
      cause: share === null ? null : causeOf(share),
      rawMean: unit?.rawMean ?? own.scores.mean,
      adjustedMean: unit?.adjustedMean ?? null,
      rawRank: unit?.rawRank ?? null,
      adjustedRank: unit?.adjustedRank ?? null,
      expectedRank: ranked?.expectedRank ?? null,
      rankLow: ranked?.rankLow ?? null,
      rankHigh: ranked?.rankHigh ?? null,
      aboveLine: ranked
        ? ranked.rankProbabilities.slice(0, places).reduce((sum, probability) => sum + probability, 0)
        : null,
      zone: zones.get(applicationId) ?? null,
      betterThanNext:
        column === undefined || next === undefined ? null : (ranks?.better[column]?.[columns.get(next)!] ?? null),
    };
  });
}

/** Null where there is no spread to explain, or no model of strictness. */
function strictnessShare({ scores, scoresWithoutStrictness }: ReviewerReport['applications'][number]): number | null {
  const before = scores.standardDeviation;
  const after = scoresWithoutStrictness?.standardDeviation ?? null;
  return before === null || after === null || before === 0 ? null : 1 - after / before;
}

const causeOf = (share: number): DisagreementCause => (share >= tellingShare ? 'strictness' : 'application');

/** Those in the zone at the line; most contested first. */
function discussFirst({ zone, mostContestedFirst }: ReviewerReport): readonly string[] {
  const undecided = new Set(zone?.ok ? zone.value.zone : []);
  return mostContestedFirst.filter((id) => undecided.has(id));
}

function reviewersOf(round: Round, { profiles, strictness }: ReviewerReport): readonly ReviewerProfileRow[] {
  const names = new Map(round.reviewers.map(({ id, name }) => [id, name]));
  const effects = new Map(strictness.ok ? strictness.value.reviewers.map((own) => [own.reviewerId, own]) : []);
  const rows = profiles.map(
    ({ reviewerId, ratings, mean, compared, meanDeviation, meanDistance }): ReviewerProfileRow => {
      const own = effects.get(reviewerId);
      return {
        reviewerId,
        name: names.get(reviewerId) ?? reviewerId,
        ratings,
        mean,
        compared,
        meanDeviation,
        meanDistance,
        effect: own?.effect ?? null,
        standardError: own?.standardError ?? null,
        stance: own ? stanceOf(own.effect, own.standardError) : null,
      };
    },
  );
  const leniency = ({ effect, meanDeviation }: ReviewerProfileRow) => effect ?? meanDeviation ?? 0;
  return rows.sort((a, b) => leniency(a) - leniency(b));
}

function stanceOf(effect: number, standardError: number): ReviewerStance {
  if (Math.abs(effect) <= tellingErrors * standardError) return 'neither';
  return effect < 0 ? 'strict' : 'lenient';
}
