import { availableSek } from '@fordela/domain';
import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

const demo = demoRound();
const callId = demo.call.id;
const longMs = 120_000;

interface Grant {
  readonly applicationId: string;
  readonly grantedSek: number;
  readonly years: readonly { readonly year: number; readonly amountSek: number }[];
}
interface AllocationAnswer {
  readonly certificate: { readonly status: string; readonly gap: number; readonly recheckedInWholeNumbers: boolean };
  readonly grantedSek: number;
  readonly unusedSek: number;
  readonly value: number;
  readonly funded: readonly Grant[];
  readonly notFunded: readonly string[];
  readonly leftOut: readonly { readonly applicationId: string; readonly reason: string }[];
  readonly shares: Readonly<Record<string, readonly { readonly group: string; readonly amountSek: number }[]>>;
  readonly conflict: readonly { readonly messageSv: string }[] | null;
  readonly problem: object;
  readonly refusals?: readonly { readonly code: string; readonly path: readonly string[] }[];
}

const query = `query($callId: ID!, $options: AllocationOptionsInput!) {
  allocation(callId: $callId, options: $options) {
    ... on Allocation {
      certificate { status gap recheckedInWholeNumbers } grantedSek unusedSek value problem notFunded
      funded { applicationId grantedSek years { year amountSek } } leftOut { applicationId reason } conflict { messageSv }
      shares { ownerGroups { group amountSek } years { group amountSek } municipalities { group amountSek } phases { group amountSek } }
    }
    ... on Refused { refusals { code path } }
  }
}`;

describeOnDatabase('allocation of stored applications', () => {
  const api = useTestApi();
  const allocate = async (options: object) =>
    (await api().data<{ allocation: AllocationAnswer }>(query, { callId, options })).allocation;
  const numbers = ({ funded }: AllocationAnswer) => funded.map(({ applicationId }) => Number(applicationId.slice(-3)));

  // The demo's own plausibility check (demo/README.md): two objectives, two very different portfolios.
  it(
    'by the sum of scores is the proven optimum of 19 small grants',
    async () => {
      const answer = await allocate({ objective: 'sum_of_value' });
      expect(answer.certificate).toEqual({ status: 'optimal', gap: 0, recheckedInWholeNumbers: true });
      expect(numbers(answer)).toEqual([5, 6, 7, 8, 10, 11, 12, 13, 14, 17, 19, 22, 24, 26, 27, 29, 32, 35, 40]);
      expect([answer.grantedSek, answer.unusedSek]).toEqual([21_000_000, 3_000_000]);
    },
    longMs,
  );

  it(
    'by score × money is the proven optimum of 11 large ones',
    async () => {
      const answer = await allocate({ objective: 'value_times_money' });
      expect(numbers(answer)).toEqual([1, 2, 4, 8, 9, 11, 13, 22, 23, 31, 35]);
      expect(answer.grantedSek).toBe(23_450_000);
    },
    longMs,
  );

  it(
    'keeps every yearly ceiling to the krona, and its shares sum to the whole',
    async () => {
      const { funded, grantedSek, shares } = await allocate({ objective: 'value_times_money' });
      for (const frame of demo.budgetFrames) {
        const paid = funded
          .flatMap(({ years }) => years)
          .filter(({ year }) => year === frame.year)
          .reduce((sum, { amountSek }) => sum + amountSek, 0);
        expect(paid).toBeLessThanOrEqual(availableSek(frame));
        expect(shares['years']!.find(({ group }) => group === String(frame.year))!.amountSek).toBe(paid);
      }
      for (const dimension of ['ownerGroups', 'phases', 'municipalities', 'years'])
        expect(shares[dimension]!.reduce((sum, { amountSek }) => sum + amountSek, 0)).toBe(grantedSek);
    },
    longMs,
  );

  it(
    'leaves out what the rules stop, with the rules, unless told not to',
    async () => {
      const gated = await allocate({ objective: 'sum_of_value' });
      expect(gated.leftOut).toHaveLength(11);
      expect(gated.leftOut[0]).toEqual({ applicationId: 'SRM-26-015', reason: 'ineligible: de_minimis_exceeded' });
      const all = await allocate({ objective: 'sum_of_value', excludeIneligible: false });
      expect(all.leftOut.map(({ applicationId }) => applicationId)).not.toContain('SRM-26-042');
      expect(all.value).toBeGreaterThanOrEqual(gated.value);
      const accounted = [
        ...all.funded.map(({ applicationId }) => applicationId),
        ...all.notFunded,
        ...all.leftOut.map(({ applicationId }) => applicationId),
      ];
      expect(accounted.sort()).toEqual(demo.applications.map(({ id }) => id));
    },
    longMs,
  );

  it(
    'does as it is told about single applications and groups',
    async () => {
      const free = await allocate({ objective: 'sum_of_value' });
      const pinned = await allocate({
        objective: 'sum_of_value',
        mustFund: [{ applicationId: 'SRM-26-001', reason: 'Nämndens beslut' }],
        excluded: [{ applicationId: 'SRM-26-008', reason: 'Återkallad' }],
        limits: [{ dimension: 'ownerGroup', groups: ['municipal'], minShare: 0.4, of: 'spent' }],
        maxGrants: 12,
      });
      expect(numbers(pinned)).toContain(1);
      expect(numbers(pinned)).not.toContain(8);
      expect(pinned.leftOut).toContainEqual({ applicationId: 'SRM-26-008', reason: 'Återkallad' });
      expect(pinned.funded.length).toBeLessThanOrEqual(12);
      expect(pinned.value).toBeLessThan(free.value);
      const municipal = pinned.shares['ownerGroups']!.find(({ group }) => group === 'municipal')!.amountSek;
      expect(municipal).toBeGreaterThanOrEqual(0.4 * pinned.grantedSek);
    },
    longMs,
  );

  it(
    'says which limits cannot hold together when none can be found',
    async () => {
      const answer = await allocate({
        objective: 'sum_of_value',
        limits: [
          { dimension: 'ownerGroup', groups: ['region_own'], minSek: 20_000_000 },
          { dimension: 'ownerGroup', groups: ['region_own'], maxSek: 1_000_000 },
        ],
      });
      expect(answer.certificate.status).toBe('infeasible');
      expect(answer.funded).toEqual([]);
      expect(answer.conflict!.length).toBeGreaterThan(0);
    },
    longMs,
  );

  it(
    'never presets the objective, and tells every fault with its place',
    async () => {
      const codes = async (options: object) =>
        (await allocate(options)).refusals?.map(({ code, path }) => [code, path.join('.')]);
      expect(await codes({})).toEqual([['objective-missing', 'objective']]);
      expect(await codes({ objective: 'sum_of_value', objectiveDetail: {} })).toEqual([
        ['objective-twice', 'objectiveDetail'],
      ]);
      expect(
        (await codes({ objective: 'sum_of_value', excluded: [{ applicationId: 'X', reason: 'y' }] }))?.[0]?.[0],
      ).toBe('round-unknown-application');
      expect((await codes({ objectiveDetail: { objective: 'no such' } }))?.length).toBeGreaterThan(0);
    },
    longMs,
  );

  it(
    'comes with a problem that gives the same without a database',
    async () => {
      const { problem, value } = await allocate({ objective: 'sum_of_value' });
      const { allocateProblem } = await api().data<{
        allocateProblem: { results: { outcome: { certificate: { objective: number } } }[] };
      }>(
        'query($problem: Json!) { allocateProblem(problem: $problem) { ... on AllocationAnswer { results { outcome } } } }',
        { problem },
      );
      expect(allocateProblem.results[0]!.outcome.certificate.objective).toBe(value);
    },
    longMs,
  );

  it(
    'sweeps every split: the free optimum is the best point, and each step tells who enters and leaves',
    async () => {
      interface Point {
        readonly share: number;
        readonly value: number | null;
        readonly price: number | null;
        readonly funded: readonly { readonly applicationId: string }[];
        readonly groups: readonly { readonly group: string; readonly amountSek: number }[];
        readonly againstFree: {
          readonly entering: readonly { readonly applicationId: string }[];
          readonly leaving: readonly { readonly applicationId: string }[];
        };
      }
      const { splitSweep } = await api().data<{
        splitSweep: {
          budgetSek: number;
          free: { value: number; funded: { applicationId: string }[] };
          points: Point[];
          kinks: number[];
        };
      }>(
        `query($callId: ID!) { splitSweep(callId: $callId, steps: 10, options: { objective: sum_of_value }) { ... on SplitSweep {
         budgetSek kinks free { value funded { applicationId } }
         points { share value price funded { applicationId } groups { group amountSek } againstFree { entering { applicationId } leaving { applicationId } } } } } }`,
        { callId },
      );
      expect(splitSweep.budgetSek).toBe(24_000_000);
      expect(splitSweep.points.map(({ share }) => share)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
      const free = splitSweep.free.funded.map(({ applicationId }) => applicationId);
      for (const { share, value, price, funded, groups, againstFree } of splitSweep.points) {
        expect(value).toBeLessThanOrEqual(splitSweep.free.value);
        expect(price).toBeCloseTo(splitSweep.free.value - value!, 9);
        expect(groups.find(({ group }) => group === 'region_own')!.amountSek).toBeLessThanOrEqual(share * 24_000_000);
        const entering = againstFree.entering.map(({ applicationId }) => applicationId);
        const leaving = againstFree.leaving.map(({ applicationId }) => applicationId);
        const ids = free.filter((id) => !leaving.includes(id)).concat(entering);
        expect(ids.sort()).toEqual(funded.map(({ applicationId }) => applicationId).sort());
      }
    },
    longMs,
  );

  it(
    'refuses a sweep of no steps or too many',
    async () => {
      const { splitSweep } = await api().data<{ splitSweep: { refusals: { code: string }[] } }>(
        `{ splitSweep(callId: "${callId}", steps: 0, options: { objective: sum_of_value }) { ... on Refused { refusals { code } } } }`,
      );
      expect(splitSweep.refusals).toEqual([{ code: 'sweep-steps' }]);
    },
    longMs,
  );
});
