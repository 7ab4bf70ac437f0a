import {
  evaluate,
  type ExpectedRanks,
  type ReviewerProfile,
  type Spread,
  type StrictnessModel,
} from '@fordela/scoring';
import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

const demo = demoRound();
const callId = demo.call.id;

interface Agreement {
  readonly refusals?: readonly {
    readonly code: string;
    readonly path: readonly string[];
    readonly messageEn: string;
  }[];
  readonly places: number;
  readonly criteria: readonly { readonly criterionId: string; readonly alpha: number | null }[];
  readonly applications: readonly {
    readonly applicationId: string;
    readonly disagreement: number | null;
    readonly scores: { readonly count: number; readonly standardDeviation: number | null };
    readonly criteria: readonly {
      readonly criterionId: string;
      readonly count: number;
      readonly range: number | null;
    }[];
    readonly strictnessShare: number | null;
    readonly cause: string | null;
    readonly rawRank: number | null;
    readonly adjustedRank: number | null;
    readonly expectedRank: number | null;
    readonly aboveLine: number | null;
    readonly zone: string | null;
    readonly betterThanNext: number | null;
  }[];
  readonly discussFirst: readonly { readonly applicationId: string }[];
  readonly reviewers: readonly {
    readonly reviewerId: string;
    readonly name: string;
    readonly effect: number | null;
    readonly meanDeviation: number | null;
    readonly stance: string | null;
  }[];
  readonly observations: readonly {
    readonly code: string;
    readonly path: readonly string[];
    readonly messageSv: string;
  }[];
  readonly problem: object;
}

describeOnDatabase('agreement of the reviewers of a call', () => {
  const api = useTestApi();
  const agreement = async (args = '', of = callId) =>
    (
      await api().data<{ reviewerAgreement: Agreement }>(
        `{ reviewerAgreement(callId: "${of}"${args}) { ... on Refused { refusals { code path messageEn } }
          ... on ReviewerAgreement { places criteria { criterionId alpha meanDeviation comparedApplications }
            applications { applicationId disagreement scores { count standardDeviation } criteria { criterionId count range }
              strictnessShare cause rawRank adjustedRank expectedRank aboveLine zone betterThanNext }
            discussFirst { applicationId } reviewers { reviewerId name effect meanDeviation stance }
            observations { code path messageSv } problem } } }`,
      )
    ).reviewerAgreement;

  it('gives the figures that its problem gives without a database', async () => {
    const answer = await agreement();
    const local = evaluate(answer.problem);
    if (!local.ok) throw new Error(JSON.stringify(local.refusal));
    const outcome = <Outcome>(task: string, label: string | null = null) =>
      local.value.results.find((own) => own.task === task && own.label === label)!.outcome as Outcome;
    for (const { criterionId, alpha } of answer.criteria)
      expect(outcome<{ alpha: number }>('krippendorff-alpha', criterionId).alpha).toBe(alpha);
    const ranks = outcome<ExpectedRanks>('expected-ranks');
    const strictness = outcome<StrictnessModel>('reviewer-strictness');
    const spreads = outcome<{ units: readonly (Omit<Spread, 'unit'> & { unit: string })[] }>('rating-spread', 'scores');
    for (const own of answer.applications) {
      expect(ranks.units.find(({ unitId }) => unitId === own.applicationId)!.expectedRank).toBe(own.expectedRank);
      expect(strictness.units.find(({ unitId }) => unitId === own.applicationId)).toMatchObject({
        rawRank: own.rawRank,
        adjustedRank: own.adjustedRank,
      });
      expect(spreads.units.find(({ unit }) => unit === own.applicationId)).toMatchObject(own.scores);
    }
    const profiles = outcome<{ reviewers: readonly (Omit<ReviewerProfile, 'reviewer'> & { reviewer: string })[] }>(
      'reviewer-profiles',
    );
    for (const own of answer.reviewers) {
      expect(profiles.reviewers.find(({ reviewer }) => reviewer === own.reviewerId)!.meanDeviation).toBe(
        own.meanDeviation,
      );
      expect(strictness.reviewers.find(({ reviewerId }) => reviewerId === own.reviewerId)!.effect).toBe(own.effect);
    }
  });

  it('says where the disagreement is, and whether it is a strict reviewer or the application', async () => {
    const { applications, criteria, reviewers, discussFirst } = await agreement();
    expect(applications).toHaveLength(42);
    const sizes = applications.map(({ disagreement }) => disagreement ?? -1);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    const alphas = criteria.map(({ alpha }) => alpha!);
    expect(alphas).toEqual([...alphas].sort((a, b) => a - b));
    expect(criteria).toHaveLength(8);
    // R04 is the only one whose strictness is beyond its own uncertainty.
    expect(reviewers.filter(({ stance }) => stance === 'strict').map(({ reviewerId }) => reviewerId)).toEqual(['R04']);
    expect(reviewers[0]).toMatchObject({
      reviewerId: 'R04',
      name: demo.reviewers.find(({ id }) => id === 'R04')!.name,
    });
    const causes = new Set(applications.map(({ cause }) => cause));
    expect(causes).toContain('strictness');
    expect(causes).toContain('application');
    for (const { strictnessShare, cause } of applications)
      expect(cause).toBe(strictnessShare === null ? null : strictnessShare >= 0.5 ? 'strictness' : 'application');
    // A declared conflict counts nowhere.
    const conflicted = applications.find(({ applicationId }) => applicationId === 'SRM-26-004')!;
    expect(conflicted.scores.count).toBe(2);
    expect(conflicted.criteria.every(({ count }) => count === 2)).toBe(true);
    const undecided = applications.filter(({ zone }) => zone === 'random_selection');
    expect(discussFirst.map(({ applicationId }) => applicationId)).toEqual(
      undecided.map(({ applicationId }) => applicationId),
    );
    expect(undecided.length).toBeGreaterThan(0);
  });

  it('draws the line where the money ends, or where it is told to', async () => {
    const own = await agreement();
    const sum = (list: Agreement['applications']) => list.reduce((total, { aboveLine }) => total + aboveLine!, 0);
    // So many have a rank above the line, whoever they are; the distribution of ranks is integrated to a few thousandths.
    expect(sum(own.applications)).toBeCloseTo(own.places, 1);
    const five = await agreement(', places: 5');
    expect(five.places).toBe(5);
    expect(sum(five.applications)).toBeCloseTo(5, 1);
    const all = await agreement(', places: 42');
    expect(all.applications.every(({ zone }) => zone === 'accepted')).toBe(true);
    const probabilities = own.applications.flatMap(({ betterThanNext }) => betterThanNext ?? []);
    expect(probabilities).toHaveLength(41);
    expect(probabilities.every((p) => p >= 0.5 && p <= 1)).toBe(true);
  });

  it('weighs the criteria as it is told to', async () => {
    const { applications } = await agreement(', weights: [{ criterionId: "C3", weight: 1 }]');
    for (const { disagreement, criteria } of applications) {
      const { range, count } = criteria.find(({ criterionId }) => criterionId === 'C3')!;
      expect(disagreement === null).toBe(range === null);
      // With two ratings the sample standard deviation is the range over √2; the scale goes from 1 to 5.
      if (count === 2) expect(disagreement!).toBeCloseTo(range! / Math.SQRT2 / 4, 12);
    }
  });

  it('refuses what it cannot use, and says what cannot be computed', async () => {
    expect((await agreement(', places: 0')).refusals).toEqual([
      {
        code: 'number-outside-range',
        path: ['places'],
        messageEn: '0 cannot be used here. State a number from 1 to 42.',
      },
    ]);
    expect((await agreement(', places: 43')).refusals).toMatchObject([{ path: ['places'] }]);
    expect((await agreement(', weights: [{ criterionId: "C9", weight: 1 }]')).refusals?.length).toBe(1);
    await api().data(
      'mutation { saveCall(input: { id: "EMPTY", name: "Tom", decisionDate: "2027-01-01" }) { __typename } }',
    );
    const empty = await agreement('', 'EMPTY');
    expect(empty.refusals).toMatchObject([{ code: 'round-no-applications' }]);
    expect(
      (await api().ask('{ reviewerAgreement(callId: "NONE") { __typename } }')).errors?.[0]?.extensions?.['code'],
    ).toBe('NOT_FOUND');
  });
});
