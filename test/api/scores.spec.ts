import { standardRoundScoring, scoreRound } from '@fordela/scoring';
import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

const demo = demoRound();
const callId = demo.call.id;
const longMs = 60_000;

interface ScoresAnswer {
  readonly scores: {
    readonly __typename: string;
    readonly inputFingerprint: string;
    readonly applications: readonly {
      readonly applicationId: string;
      readonly score: number | null;
      readonly rank: number | null;
      readonly missingRatings: number;
      readonly excludedRatings: number;
      readonly criteria: readonly {
        readonly contribution: number;
        readonly conflicted: readonly string[];
        readonly outOfScale: readonly object[];
      }[];
      readonly application: { readonly project: { readonly title: string } };
    }[];
    readonly problem: object;
    readonly refusals?: readonly { readonly code: string; readonly path: readonly string[] }[];
  };
}

const query = `query($callId: ID!, $weights: [TrialWeightInput!], $policy: ScoringPolicyInput) {
  scores(callId: $callId, weights: $weights, policy: $policy) {
    __typename
    ... on Scores {
      isExample inputFingerprint problem
      applications {
        applicationId score rank missingRatings excludedRatings application { project { title } }
        criteria { contribution conflicted outOfScale { reviewerId } }
      }
    }
    ... on Refused { refusals { code path } }
  }
}`;

describeOnDatabase('scores of stored applications', () => {
  const api = useTestApi();
  const scores = async (variables: object = {}) =>
    (await api().data<ScoresAnswer>(query, { callId, ...variables })).scores;

  it(
    'are those of the engine, to the last bit, from the stored round',
    async () => {
      const expected = scoreRound(demo, standardRoundScoring);
      const answer = await scores();
      if (!expected.ok) throw new Error('the demo must be scorable');
      expect(answer.inputFingerprint).toBe(expected.value.inputFingerprint);
      expect(answer.applications.map(({ applicationId, score, rank }) => [applicationId, score, rank])).toEqual(
        expected.value.applications.map(({ applicationId, score, rank }) => [applicationId, score, rank]),
      );
    },
    longMs,
  );

  it(
    'are the sums of their contributions, and say what was left out',
    async () => {
      const { applications } = await scores();
      for (const { score, criteria } of applications)
        expect(criteria.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(score);
      const of = (id: string) => applications.find(({ applicationId }) => applicationId === id)!;
      // 004 has a declared conflict on all eight criteria, 033 a rating of 6, 039 two ratings missing.
      expect(of('SRM-26-004').excludedRatings).toBe(8);
      expect(of('SRM-26-033').excludedRatings).toBe(1);
      expect(of('SRM-26-039').missingRatings).toBe(2);
      expect(of('SRM-26-001').application.project.title).toBe('Lättviktigt projektstöd Sörmland');
    },
    longMs,
  );

  it(
    'come with a problem that gives the same scores without a database',
    async () => {
      const { problem, applications } = await scores();
      const { evaluateProblem } = await api().data<{
        evaluateProblem: { results: { outcome: { scores: { alternative: string; score: number }[] } }[] };
      }>(
        'query($problem: Json!) { evaluateProblem(problem: $problem) { ... on Evaluation { results { task outcome } } } }',
        { problem },
      );
      const again = new Map(
        evaluateProblem.results[0]!.outcome.scores.map(({ alternative, score }) => [alternative, score]),
      );
      for (const { applicationId, score } of applications)
        expect([applicationId, again.get(applicationId) ?? null]).toEqual([applicationId, score]);
    },
    longMs,
  );

  it(
    'follow weights and conventions that are tried, without storing them',
    async () => {
      const before = await scores();
      const alone = await scores({
        weights: [{ criterionId: 'C1', weight: 3 }],
        policy: { aggregation: 'median', ties: 'dense' },
      });
      expect(
        alone.applications.every(({ criteria }) => criteria.slice(1).every(({ contribution }) => contribution === 0)),
      ).toBe(true);
      expect(alone.inputFingerprint).not.toBe(before.inputFingerprint);
      expect((await scores()).inputFingerprint).toBe(before.inputFingerprint);
    },
    longMs,
  );

  it(
    'are refused with the place when weights or conventions cannot be used',
    async () => {
      const codes = async (variables: object) =>
        (await scores(variables)).refusals?.map(({ code, path }) => [code, path.join('.')]);
      expect(await codes({ weights: [{ criterionId: 'C9', weight: 1 }] })).toEqual([
        ['weights-unknown-criterion', 'weights.C9'],
      ]);
      expect(await codes({ weights: [{ criterionId: 'C1', weight: -1 }] })).toEqual([
        ['weights-negative', 'weights.C1'],
      ]);
      expect(await codes({ weights: [] })).toEqual([['weights-unusable-total', 'weights']]);
      expect(
        await codes({
          weights: [
            { criterionId: 'C1', weight: 1 },
            { criterionId: 'C1', weight: 2 },
          ],
        }),
      ).toEqual([['criterion-twice', 'weights.1']]);
      expect((await codes({ policy: { outOfScale: 'refuse' } }))?.[0]?.[0]).toBe('rating-out-of-scale');
    },
    longMs,
  );

  it('of a call that is not there are an error', async () => {
    const { errors } = await api().ask(query, { callId: 'NONE' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
  });

  it(
    'change with the ratings they rest on',
    async () => {
      const before = await scores();
      const low = demo.ratings.find(
        ({ rating, conflictDeclared, criterionId }) => rating === 1 && !conflictDeclared && criterionId === 'C1',
      )!;
      const { applicationId, reviewerId, criterionId } = low;
      const { recordRating } = await api().data<{ recordRating: { __typename: string } }>(
        'mutation($input: RatingInput!) { recordRating(input: $input) { __typename } }',
        { input: { applicationId, reviewerId, criterionId, rating: 5, expectedVersion: 1 } },
      );
      expect(recordRating.__typename).toBe('RatingRecorded');
      const after = await scores();
      const of = (answer: ScoresAnswer['scores']) =>
        answer.applications.find((scored) => scored.applicationId === applicationId)!.score!;
      expect(of(after)).toBeGreaterThan(of(before));
    },
    longMs,
  );

  it(
    'tell every fault of a problem with its place',
    async () => {
      const { evaluateProblem } = await api().data<{
        evaluateProblem: { refusals: { code: string; path: string[] }[] };
      }>('{ evaluateProblem(problem: { matrix: [[1]], bogus: 1 }) { ... on Refused { refusals { code path } } } }');
      expect(evaluateProblem.refusals).toEqual([{ code: 'problem-unknown-key', path: ['bogus'] }]);
    },
    longMs,
  );
});
