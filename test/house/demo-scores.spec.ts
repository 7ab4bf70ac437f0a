import {
  decisionProblemOf,
  evaluate,
  prepareRound,
  reviewerReport,
  scoreRound,
  standardReviewerReport,
  standardRoundScoring,
  weightTable,
} from '@fordela/scoring';
import type { Result } from '@fordela/domain';
import { demoRound } from '../support/demo-round';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** The demonstration portfolio through the additive model: declared conflicts out, mean rating scaled 0–1, example weights. */
describe('scores of the demonstration portfolio', () => {
  const round = demoRound();
  const scored = value(scoreRound(round, standardRoundScoring));
  const application = (id: string) => scored.applications.find((entry) => entry.applicationId === id);
  const noted = (code: string) =>
    scored.observations.filter((entry) => entry.code === code).map(({ params }) => params);

  it('equals a plain calculation from the ratings', () => {
    for (const { applicationId, score } of scored.applications) {
      let expected = 0;
      for (const criterion of round.criteria) {
        const counted = round.ratings.filter(
          (entry) =>
            entry.applicationId === applicationId &&
            entry.criterionId === criterion.id &&
            !entry.conflictDeclared &&
            entry.rating !== null &&
            entry.rating >= 1 &&
            entry.rating <= 5,
        );
        const mean = counted.reduce((sum, entry) => sum + (entry.rating as number), 0) / counted.length;
        expected += (criterion.weight * (mean - 1)) / 4;
      }
      expect(score).toBeCloseTo(expected, 12);
    }
    expect(scored.applications).toHaveLength(42);
  });
  it('names the conflict, the rating outside the scale and the missing ratings, and nothing else of the kind', () => {
    expect(noted('rating-conflict-left-out')).toEqual([{ application: 'SRM-26-004', reviewer: 'R05', ratings: 8 }]);
    expect(noted('rating-out-of-scale')).toMatchObject([{ application: 'SRM-26-033', value: 6, min: 1, max: 5 }]);
    const missing = noted('rating-not-given');
    expect(missing).toHaveLength(2);
    expect(new Set(missing.map((params) => `${params.application} ${params.reviewer}`)).size).toBe(1);
    expect(missing[0]?.application).toBe('SRM-26-039');
    expect(noted('performance-missing')).toEqual([]);
    expect(application('SRM-26-025')?.reviewers).toHaveLength(2);
    expect(application('SRM-26-004')?.criteria[0]?.ratings?.conflicted).toEqual(['R05']);
  });
  it('gives the same scores from its decision-problem file, as on the command line', () => {
    const file: unknown = JSON.parse(JSON.stringify(value(decisionProblemOf(round, standardRoundScoring))));
    const outcome = value(evaluate(file)).results[0]?.outcome as {
      scores: { alternative: string; score: number; rank: number }[];
    };
    expect(outcome.scores.map((entry) => [entry.alternative, entry.score, entry.rank])).toEqual(
      scored.applications.map((entry) => [entry.applicationId, entry.score, entry.rank]),
    );
  });
  it('is ranked again under other weights without preparing again', () => {
    const prepared = value(prepareRound(round, standardRoundScoring, null));
    const table = value(weightTable(prepared, { C8: 1 }));
    const byResilience = prepared.applicationIds.filter((_, i) => table.ranks[i] === 1);
    const best = prepared.performances.map((row) => row[7] as number);
    expect(byResilience).toEqual(prepared.applicationIds.filter((_, i) => best[i] === Math.max(...best)));
  });
  it('has reviewers who overlap enough to compare, and a report on them', () => {
    const prepared = value(prepareRound(round, standardRoundScoring, null));
    const options = { ...standardReviewerReport, places: 15, gridPoints: 16, latticePoints: 64 };
    const report = value(reviewerReport(prepared, options));
    expect(report.reviewerIds).toEqual(['R01', 'R02', 'R03', 'R04', 'R05', 'R06', 'R07']);
    expect(report.criteria.every(({ alpha }) => alpha.ok && alpha.value.alpha > 0)).toBe(true);
    expect(value(report.strictness).parts).toHaveLength(1);
    const ranks = value(report.expectedRanks);
    expect(ranks.units.reduce((sum, unit) => sum + unit.expectedRank, 0)).toBeCloseTo((42 * 43) / 2, 6);
    // R05's conflicted ratings of 004 are nowhere in it.
    expect(report.applications.find((entry) => entry.applicationId === 'SRM-26-004')?.scores.count).toBe(2);
    expect(report.applications.find((entry) => entry.applicationId === 'SRM-26-025')?.scores.count).toBe(2);
  });
});
