import type { RatedCriterion, Rating, Result } from '@fordela/domain';
import { smallApplication, smallRound } from '../../../domain/src/rules/small-round.fixture';
import { evaluate } from '../evaluate/evaluate';
import type { ExpectedRanks } from '../reviewers/expected-rank/expected-rank';
import type { StrictnessModel } from '../reviewers/strictness/strictness-model';
import { prepareRound, standardRoundScoring } from './prepare-round';
import { reviewerReport, standardReviewerReport } from './reviewer-report';
import { reviewerReportTasks } from './reviewer-report-tasks';
import { criterionTable, reviewerIdsOf, reviewerScoreTable } from './reviewer-tables';
import { tasksOfRound } from './tasks-of-round';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const criterion = (id: string, weight: number, changes: Partial<RatedCriterion> = {}): RatedCriterion => ({
  id,
  key: id,
  nameSv: id,
  nameEn: id,
  question: null,
  reportReference: null,
  weight,
  kind: 'rated',
  formula: null,
  scaleMin: 1,
  scaleMax: 5,
  direction: 'maximise',
  ...changes,
});
const ids = ['A', 'B', 'C', 'D'];
/** Rows: application, reviewer, ratings on C1 and C2 (C2 to minimise). R3 is two grades stricter on C1. */
const given: readonly (readonly [string, string, number | null, number | null])[] = [
  ['A', 'R1', 5, 1],
  ['A', 'R2', 5, 2],
  ['A', 'R3', 3, 1],
  ['B', 'R1', 4, 2],
  ['B', 'R2', 4, 2],
  ['B', 'R3', 1, 3],
  ['C', 'R1', 3, 3],
  ['C', 'R2', 2, 5],
  ['C', 'R3', 1, 3],
  ['D', 'R1', 4, null],
  ['D', 'R2', 3, 4],
];
const ratings: Rating[] = given.flatMap(([applicationId, reviewerId, one, two]) =>
  [one, two].map((rating, j) => ({
    applicationId,
    reviewerId,
    criterionId: `C${j + 1}`,
    rating,
    cannotJudge: false,
    conflictDeclared: applicationId === 'B' && reviewerId === 'R2',
    comment: null,
  })),
);
const round = smallRound(
  ids.map((id) => smallApplication({ id }, { id })),
  {
    criteria: [criterion('C1', 3), criterion('C2', 1, { direction: 'minimise' })],
    ratings,
  },
);
const prepared = value(prepareRound(round, standardRoundScoring, null));

describe('reviewer tables of a round', () => {
  it('hold what counts, reviewers in id order', () => {
    expect(reviewerIdsOf(prepared)).toEqual(['R1', 'R2', 'R3']);
    expect(criterionTable(prepared, 0)).toEqual([
      [5, 5, 3],
      [4, null, 1],
      [3, 2, 1],
      [4, 3, null],
    ]);
    expect(criterionTable(prepared, 1)[3]).toEqual([null, 4, null]);
  });
  it('give the score of each reviewer alone (hand calculation)', () => {
    const table = reviewerScoreTable(prepared, [0.75, 0.25]);
    expect(table[0]).toEqual([1, 0.75 + 0.25 * 0.75, 0.75 * 0.5 + 0.25]);
    expect(table[1]?.[1]).toBeNull();
    expect(table[3]).toEqual([0.75, 0.75 * 0.5 + 0.25 * 0.25, null]);
    expect(reviewerScoreTable(prepared, [0, 1])[3]).toEqual([null, 0.25, null]);
  });
});

describe('reviewer report', () => {
  const report = value(
    reviewerReport(prepared, { ...standardReviewerReport, minimumRatings: 3, places: 2, latticePoints: 64 }),
  );
  it('finds the strict reviewer, and takes nothing off silently', () => {
    const strict = report.profiles.find((profile) => profile.reviewerId === 'R3');
    expect(strict?.meanDeviation).toBeLessThan(-0.2);
    const model = value(report.strictness);
    const effects = model.reviewers.map((reviewer) => reviewer.applied);
    expect(effects.indexOf(Math.min(...effects))).toBe(2);
    // D was never rated by the strict one: adjusting narrows its lead.
    const [b, d] = ['B', 'D'].map((id) => model.units.find((unit) => unit.unitId === id));
    expect((d?.adjustedMean as number) - (b?.adjustedMean as number)).toBeLessThan(
      (d?.rawMean as number) - (b?.rawMean as number),
    );
    expect(report.options.minimumRatings).toBe(3);
  });
  it('measures agreement on each criterion and orders applications by disagreement', () => {
    expect(report.criteria.map((entry) => entry.criterionId)).toEqual(['C1', 'C2']);
    const [first, second] = report.criteria.map((entry) => value(entry.alpha).alpha) as [number, number];
    expect(first).toBeLessThan(second); // the strict reviewer spoils C1
    const byId = new Map(report.applications.map((entry) => [entry.applicationId, entry]));
    const contested = report.mostContestedFirst.map((id) => byId.get(id)?.disagreement as number);
    expect([...contested].sort((a, b) => b - a)).toEqual(contested);
    expect(report.mostContestedFirst[0]).toBe('B'); // 4 against 1 on the heavier criterion
    // B: sd of 4 and 1 is 3/√2 on a span of 4; sd of 2 and 3 is 1/√2.
    expect(byId.get('B')?.disagreement).toBeCloseTo(0.75 * (3 / Math.SQRT2 / 4) + 0.25 * (1 / Math.SQRT2 / 4), 12);
    // What the strict reviewer explains goes when strictness is taken off; nothing is explained of D, rated by the other two.
    const model = value(report.strictness);
    const applied = (id: string) => model.reviewers.find(({ reviewerId }) => reviewerId === id)?.applied as number;
    const [high, low] = [0.75 * 0.75 + 0.25 * 0.75 - applied('R1'), 0.25 * 0.5 - applied('R3')];
    expect(byId.get('B')?.scoresWithoutStrictness?.standardDeviation).toBeCloseTo(
      Math.abs(high - low) / Math.SQRT2,
      12,
    );
    expect(byId.get('B')?.scoresWithoutStrictness?.standardDeviation).toBeLessThan(
      byId.get('B')?.scores.standardDeviation as number,
    );
    expect(byId.get('D')?.criteria[1]).toMatchObject({ criterionId: 'C2', count: 1, standardDeviation: null });
  });
  it('ranks by expectation and draws the zone', () => {
    const ranks = value(report.expectedRanks);
    expect(ranks.order[0]).toBe('A');
    expect(ranks.units.reduce((sum, unit) => sum + unit.expectedRank, 0)).toBeCloseTo(10, 9);
    const zone = value(
      report.zone as Result<{ accepted: readonly string[]; zone: readonly string[]; rejected: readonly string[] }>,
    );
    expect([...zone.accepted, ...zone.zone, ...zone.rejected].sort()).toEqual(ids);
  });
  it('is given again by its tasks, without the round', () => {
    const tasks = reviewerReportTasks(prepared, [0.75, 0.25], report);
    const answer = value(evaluate(value(tasksOfRound(round, standardRoundScoring, null, tasks))));
    const outcome = <Outcome>(task: string, label: string | null = null) =>
      answer.results.find((entry) => entry.task === task && entry.label === label)?.outcome as Outcome;
    expect(outcome<StrictnessModel>('reviewer-strictness').reviewers).toEqual(value(report.strictness).reviewers);
    const ranks = outcome<ExpectedRanks & { zone: object }>('expected-ranks');
    expect(ranks.units.map(({ expectedRank }) => expectedRank)).toEqual(
      value(report.expectedRanks).units.map(({ expectedRank }) => expectedRank),
    );
    expect(ranks.zone).toEqual(value(report.zone as Result<object>));
    expect(outcome<{ alpha: number }>('krippendorff-alpha', 'C2').alpha).toBe(value(report.criteria[1]!.alpha).alpha);
  });
  it('carries the refusals of the parts that cannot be computed', () => {
    const alone = value(
      prepareRound(
        { ...round, ratings: ratings.filter((rating) => rating.reviewerId === 'R1') },
        standardRoundScoring,
        null,
      ),
    );
    const poor = value(reviewerReport(alone, standardReviewerReport));
    expect(poor.strictness.ok).toBe(false);
    expect(poor.criteria.map((entry) => entry.alpha.ok)).toEqual([false, false]);
    expect(poor.zone).toBeNull();
    expect(poor.applications.map((entry) => entry.disagreement)).toEqual([null, null, null, null]);
    expect(poor.applications.map((entry) => entry.scoresWithoutStrictness)).toEqual([null, null, null, null]);
    expect(reviewerReport(prepared, standardReviewerReport, { C1: -1 }).ok).toBe(false);
  });
});
