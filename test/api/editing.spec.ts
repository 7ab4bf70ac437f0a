import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

interface Outcome {
  readonly __typename: string;
  readonly refusals?: readonly {
    readonly code: string;
    readonly path: readonly string[];
    readonly params: object;
    readonly messageSv: string;
  }[];
}

const refused = '__typename ... on Refused { refusals { code path params messageSv } }';
const callId = demoRound().call.id;

describeOnDatabase('editing', () => {
  const api = useTestApi();
  const codes = (outcome: Outcome) => outcome.refusals?.map(({ code, path }) => [code, path.join('.')]);

  describe('a rating', () => {
    const mutation = `mutation($input: RatingInput!) { recordRating(input: $input) {
      ${refused} ... on RatingRecorded { rating { rating cannotJudge conflictDeclared comment version reviewer { name } criterion { id } } } } }`;
    const record = async (input: object) =>
      (
        await api().data<{ recordRating: Outcome & { rating?: Record<string, unknown> } }>(mutation, {
          input: { applicationId: 'SRM-26-001', reviewerId: 'R01', criterionId: 'C1', ...input },
        })
      ).recordRating;

    it('is changed by whoever saw the version there is, and counted', async () => {
      const first = await record({ rating: 2, comment: 'Svagare än det ser ut', expectedVersion: 1 });
      expect(first.rating).toEqual({
        rating: 2,
        cannotJudge: false,
        conflictDeclared: false,
        comment: 'Svagare än det ser ut',
        version: 2,
        reviewer: { name: 'Granskare 1' },
        criterion: { id: 'C1' },
      });
      expect((await record({ rating: 3, expectedVersion: 2 })).rating).toMatchObject({
        rating: 3,
        comment: null,
        version: 3,
      });
    });

    it('is not overwritten by somebody who saw an earlier version', async () => {
      const before = await api().data('{ application(id: "SRM-26-001") { ratings { rating version } } }');
      const outcome = await record({ rating: 5, expectedVersion: 1 });
      expect(codes(outcome)).toEqual([['stale', 'expectedVersion']]);
      expect(outcome.refusals![0]).toMatchObject({
        params: { expected: 1, current: 3 },
        messageSv: expect.stringContaining('Någon annan'),
      });
      expect(await api().data('{ application(id: "SRM-26-001") { ratings { rating version } } }')).toEqual(before);
    });

    it('may be new; then nobody may have been before', async () => {
      const isNew = { applicationId: 'SRM-26-001', reviewerId: 'R05', criterionId: 'C2', rating: 4 };
      expect((await record(isNew)).rating).toMatchObject({ version: 1 });
      expect(codes(await record(isNew))).toEqual([['stale', 'expectedVersion']]);
    });

    it('may be "cannot judge" or taken back, which is not zero', async () => {
      expect((await record({ criterionId: 'C3', cannotJudge: true, expectedVersion: 1 })).rating).toMatchObject({
        rating: null,
        cannotJudge: true,
      });
      expect((await record({ criterionId: 'C3', rating: null, expectedVersion: 2 })).rating).toMatchObject({
        rating: null,
        cannotJudge: false,
      });
    });

    it('is refused with every reason and its place', async () => {
      expect(codes(await record({ applicationId: 'NONE', rating: 1 }))).toEqual([
        ['application-unknown', 'applicationId'],
      ]);
      expect(codes(await record({ reviewerId: 'R99', criterionId: 'C9', rating: 3 }))).toEqual([
        ['reviewer-unknown', 'reviewerId'],
        ['criterion-unknown', 'criterionId'],
      ]);
      expect(codes(await record({ rating: 6, cannotJudge: true, expectedVersion: 3 }))).toEqual([
        ['rating-outside-scale', 'rating'],
        ['rating-and-cannot-judge', 'cannotJudge'],
      ]);
      expect(codes(await record({ rating: 0.99, expectedVersion: 3 }))).toEqual([['rating-outside-scale', 'rating']]);
    });
  });

  describe('weights', () => {
    const mutation = `mutation($weights: [WeightInput!]!) { setWeights(callId: "${callId}", weights: $weights) {
      ${refused} ... on WeightsSaved { criteria { id weight version } } } }`;
    const set = async (weights: object[]) =>
      (
        await api().data<{ setWeights: Outcome & { criteria?: { id: string; weight: number; version: number }[] } }>(
          mutation,
          { weights },
        )
      ).setWeights;

    it('change together; those not mentioned keep theirs and their version', async () => {
      const { criteria } = await set([
        { criterionId: 'C1', weight: 0.3, expectedVersion: 1 },
        { criterionId: 'C2', weight: 0, expectedVersion: 1 },
      ]);
      expect(criteria!.slice(0, 3)).toEqual([
        { id: 'C1', weight: 0.3, version: 2 },
        { id: 'C2', weight: 0, version: 2 },
        { id: 'C3', weight: 0.15, version: 1 },
      ]);
    });

    it('are saved all or none', async () => {
      const outcome = await set([
        { criterionId: 'C3', weight: 0.5, expectedVersion: 1 },
        { criterionId: 'C1', weight: -1, expectedVersion: 1 },
        { criterionId: 'C9', weight: 1, expectedVersion: 1 },
        { criterionId: 'C3', weight: 1, expectedVersion: 1 },
      ]);
      expect(codes(outcome)).toEqual([
        ['stale', 'weights.1.expectedVersion'],
        ['weight-negative', 'weights.1.weight'],
        ['criterion-unknown', 'weights.2.criterionId'],
        ['criterion-twice', 'weights.3.criterionId'],
      ]);
      const { criteria } = await api().data<{ criteria: { id: string; weight: number }[] }>(
        `{ criteria(callId: "${callId}") { id weight } }`,
      );
      expect(criteria[2]).toEqual({ id: 'C3', weight: 0.15 });
    });

    it('cannot all be zero', async () => {
      const { criteria } = await api().data<{ criteria: { id: string; version: number }[] }>(
        `{ criteria(callId: "${callId}") { id version } }`,
      );
      const zero = criteria.map(({ id, version }) => ({ criterionId: id, weight: 0, expectedVersion: version }));
      expect(codes(await set(zero))).toEqual([['weights-all-zero', 'weights']]);
    });
  });

  describe('a budget frame', () => {
    const mutation = `mutation($input: BudgetFrameInput!) { setBudgetFrame(input: $input) {
      ${refused} ... on BudgetFrameSaved { budgetFrame { year frameSek availableSek commitmentAuthorisationSek version } } } }`;
    const set = async (input: object) =>
      (
        await api().data<{ setBudgetFrame: Outcome & { budgetFrame?: object } }>(mutation, {
          input: { callId, year: 2027, frameSek: 24000000, alreadyCommittedSek: 0, reservedSek: 0, ...input },
        })
      ).setBudgetFrame;

    it('is changed, and may be over-committed', async () => {
      expect((await set({ alreadyCommittedSek: 30000000, expectedVersion: 1 })).budgetFrame).toEqual({
        year: 2027,
        frameSek: 24000000,
        availableSek: -6000000,
        commitmentAuthorisationSek: null,
        version: 2,
      });
      expect(codes(await set({ expectedVersion: 1 }))).toEqual([['stale', 'expectedVersion']]);
    });

    it('may be a new year; money is exact to the last whole number', async () => {
      const most = Number.MAX_SAFE_INTEGER;
      expect((await set({ year: 2031, frameSek: most, commitmentAuthorisationSek: 0 })).budgetFrame).toMatchObject({
        frameSek: most,
        availableSek: most,
        commitmentAuthorisationSek: 0,
        version: 1,
      });
    });

    it('is refused with every reason and its place', async () => {
      expect(codes(await set({ callId: 'NONE', year: 26, frameSek: -1, commitmentAuthorisationSek: -1 }))).toEqual([
        ['year-out-of-range', 'year'],
        ['amount-negative', 'frameSek'],
        ['amount-negative', 'commitmentAuthorisationSek'],
        ['call-unknown', 'callId'],
      ]);
    });

    it.each(['1.5', '9007199254740992', '-9007199254740992', '"1000"', '1e3', 'true'])(
      'refuses %s as money',
      async (amount) => {
        const { errors } = await api().ask(
          `mutation { setBudgetFrame(input: { callId: "${callId}", year: 2026, frameSek: ${amount}, alreadyCommittedSek: 0, reservedSek: 0 }) { __typename } }`,
        );
        // 1e3 is a whole number written as a fraction: it is taken for what it is worth.
        if (amount === '1e3') expect(errors).toBeUndefined();
        else
          expect(errors?.[0]).toMatchObject({
            message: expect.stringContaining('whole number'),
            extensions: { code: 'BAD_INPUT' },
          });
      },
    );
  });
});
