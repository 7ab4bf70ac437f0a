import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

const demo = demoRound();
const callId = demo.call.id;
const application = demo.applications.find(({ id }) => id === 'SRM-26-001')!;

interface Outcome {
  readonly __typename: string;
  readonly refusals?: readonly { readonly code: string; readonly path: readonly string[] }[];
}
interface Saved extends Outcome {
  readonly earlierGrants?: readonly { readonly id: string; readonly version: number; readonly amountSek: number }[];
}
const codes = ({ refusals }: Outcome) => refusals?.map(({ code, path }) => [code, path.join('.')]);
const refused = '__typename ... on Refused { refusals { code path } }';

describeOnDatabase('the envelope', () => {
  const api = useTestApi(demo, new Date('2028-01-31T12:00:00Z'));
  beforeEach(async () => {
    for (const table of ['grant_decision', 'grant_event', 'earlier_grant', 'prefinancing_capacity'])
      await api().unitOfWork.run((tx) => tx.query(`DELETE FROM ${table}`));
  });
  const decide = (changes: object = {}) =>
    api().data(`mutation($input: GrantDecisionInput!) { recordDecision(input: $input) { ${refused} } }`, {
      input: {
        ...{ applicationId: application.id, kind: 'granted', amounts: application.requested, expectedVersion: 0 },
        ...{ decidedDate: '2026-06-15', decidedBy: 'Nämnden', recordedBy: 'Handläggare H', ...changes },
      },
    });
  const envelope = async (extra = '') =>
    (
      await api().data<{ envelope: { year: number; payments: Record<string, number> }[] }>(
        `{ envelope(callId: "${callId}" ${extra}) { year payments { decidedSek freeSek } } }`,
      )
    ).envelope;
  const save = async (grants: object[]) =>
    (
      await api().data<{ saveEarlierGrants: Saved }>(
        `mutation($grants: [EarlierGrantInput!]!) { saveEarlierGrants(grants: $grants) { ${refused}
          ... on EarlierGrantsSaved { earlierGrants { id version amountSek } } } }`,
        { grants },
      )
    ).saveEarlierGrants;
  const own = {
    id: 'G1',
    year: 2024,
    title: 'Eget',
    ownerGroup: 'region_own',
    amountSek: 300,
    source: 'Årsredovisning',
  };

  it('rebalances within the year, and lets a new allocation use what came back', async () => {
    await decide({});
    const ask = async (returns: object[], reuses: object[] = []) =>
      (
        await api().data<{ rebalance: Outcome & { releasedSek?: object[] } }>(
          `query($returns: [MovedMoneyInput!]!, $reuses: [MovedMoneyInput!]!) { rebalance(callId: "${callId}", returns: $returns, reuses: $reuses) { ${refused}
            ... on Rebalanced { releasedSek { year amountSek } after { year payments { freeSek } } before { year payments { freeSek } } } } }`,
          { returns, reuses },
        )
      ).rebalance;
    const back = { applicationId: application.id, year: 2027, amountSek: 200_000 };
    expect(codes(await ask([{ ...back, amountSek: 99_000_000 }]))).toEqual([
      ['rebalance-above-grant', 'returns.0.amountSek'],
    ]);
    expect(codes(await ask([back], [{ applicationId: 'NONE', year: 2027, amountSek: 1 }]))).toEqual([
      ['application-unknown', 'reuses.0.applicationId'],
    ]);
    // Back to itself and 1 krona more than it asked for, or more than what came back to another.
    expect(codes(await ask([], [{ ...back, amountSek: 1 }]))).toEqual([
      ['rebalance-above-request', 'reuses.0.amountSek'],
    ]);
    const { releasedSek } = await ask([back], [{ applicationId: 'SRM-26-002', year: 2027, amountSek: 50_000 }]);
    expect(releasedSek).toEqual([{ year: 2027, amountSek: 150_000 }]);
    const granted = async (released: unknown) =>
      (
        await api().data<{ allocation: { budgetSek: number; ceilings: { ceilingSek: number }[] } }>(
          `query($o: AllocationOptionsInput!) { allocation(callId: "${callId}", options: $o) { ... on Allocation { value } } }`,
          { o: { objective: 'value_times_money', releasedSek: released } },
        )
      ).allocation as unknown as { value: number };
    expect((await granted([{ year: 2027, amountSek: 3_000_000 }])).value).toBeGreaterThan((await granted([])).value);
  });

  it('says what may lapse, by how the money will really be paid', async () => {
    await decide({});
    const { lapse } = await api().data<{ lapse: Record<string, number>[] }>(
      `{ lapse(callId: "${callId}", profile: lagged, carryOverPercent: 3) { year roomSek usedSek carriedSek lapsesSek shortSek } }`,
    );
    for (const percent of [-50, 250]) {
      const { errors } = await api().ask(`{ lapse(callId: "${callId}", carryOverPercent: ${percent}) { year } }`);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT' });
    }
    for (const year of lapse)
      expect(year['roomSek']).toBe(year['usedSek']! + year['carriedSek']! + year['lapsesSek']! - year['shortSek']!);
  });

  it('follows the region’s own share over the years', async () => {
    const saved = await save([own, { ...own, id: 'G2', title: 'Kommunalt', ownerGroup: 'municipal', amountSek: 100 }]);
    expect(saved.__typename).toBe('EarlierGrantsSaved');
    await decide({});
    const { ownerShares } = await api().data<{
      ownerShares: {
        year: number;
        totalSek: number;
        grants: number;
        herfindahl: number;
        groups: { share: number; amountSek: number }[];
      }[];
    }>(
      '{ ownerShares { year totalSek grants herfindahl topFiveShare medianSek groups { ownerGroup amountSek share } } }',
    );
    expect(ownerShares[0]).toMatchObject({ year: 2024, totalSek: 400, grants: 2, herfindahl: 0.625, medianSek: 200 });
    expect(ownerShares[0]!.groups[0]!.share).toBe(0.75);
    for (const { totalSek, groups } of ownerShares)
      expect(groups.reduce((sum, { amountSek }) => sum + amountSek, 0)).toBe(totalSek);
  });

  it('tells the second of two officers who enter an earlier grant, and lets a wrong one be taken away', async () => {
    expect((await save([own])).earlierGrants).toMatchObject([{ id: 'G1', version: 1 }]);
    expect(codes(await save([{ ...own, amountSek: 1 }]))).toEqual([['stale', 'grants.0.expectedVersion']]);
    const two = [
      { ...own, id: 'G2' },
      { ...own, amountSek: 400, expectedVersion: 1 },
    ];
    expect((await save(two)).earlierGrants).toMatchObject([
      { id: 'G1', version: 2, amountSek: 400 },
      { id: 'G2', version: 1 },
    ]);
    const both = await Promise.all([save([{ ...own, id: 'G3' }]), save([{ ...own, id: 'G3', amountSek: 5 }])]);
    expect(both.flatMap((outcome) => codes(outcome) ?? [])).toEqual([['stale', 'grants.0.expectedVersion']]);
    const remove = async (version: number) =>
      (
        await api().data<{ deleteEarlierGrant: Saved }>(
          `mutation { deleteEarlierGrant(id: "G1", expectedVersion: ${version}) { ${refused} ... on EarlierGrantsSaved { earlierGrants { id } } } }`,
        )
      ).deleteEarlierGrant;
    expect(codes(await remove(1))).toEqual([['stale', 'expectedVersion']]);
    expect((await remove(2)).earlierGrants).toEqual([{ id: 'G2' }, { id: 'G3' }]);
    expect(codes(await remove(2))).toEqual([['earlier-grant-unknown', 'id']]);
  });

  it('saves earlier grants all or none, and only of years that have been', async () => {
    const faults = [
      own,
      { ...own, id: 'G2', year: -5 },
      { ...own, id: 'G3', year: 2029 },
      { ...own, id: 'G1', title: ' ' },
    ];
    expect(codes(await save(faults))).toEqual([
      ['earlier-grant-year', 'grants.1.year'],
      ['earlier-grant-year', 'grants.2.year'],
      ['text-missing', 'grants.3.title'],
      ['earlier-grant-twice', 'grants.3.id'],
    ]);
    const { earlierGrants } = await api().data<{ earlierGrants: object[] }>('{ earlierGrants { id } }');
    expect(earlierGrants).toEqual([]);
  });

  it('takes the capacity only of an actor in the register', async () => {
    const { setPrefinancingCapacity } = await api().data<{ setPrefinancingCapacity: Outcome }>(
      `mutation { setPrefinancingCapacity(input: { actorId: "NONE", capacitySek: 1, statedDate: "2026-05-01", source: "X" }) { ${refused} } }`,
    );
    expect(codes(setPrefinancingCapacity)).toEqual([['actor-not-in-register', 'actorId']]);
  });

  it('forecasts who lies out with how much, against what they can', async () => {
    await decide({});
    await api().data(
      `mutation { setPrefinancingCapacity(input: { actorId: "${application.project.leadPartnerId}", capacitySek: 1000, statedDate: "2026-05-01", source: "Ekonomichefen" }) { __typename } }`,
    );
    const { liquidity } = await api().data<{
      liquidity: {
        actors: { actorId: string; peakPrefinancingSek: number; aboveCapacitySek: number; months: object[] }[];
        basis: { source: string; advanceCeilingSek: number | null }[];
      };
    }>(
      `{ liquidity(callId: "${callId}") { ... on Refused { refusals { code path } } ... on LiquidityForecast {
        actors { actorId name peakPrefinancingSek peakMonth capacitySek aboveCapacitySek months { month cumulativeSek } } basis { source pays basis advanceCeilingSek } } } }`,
    );
    const lead = liquidity.actors.find(({ actorId }) => actorId === application.project.leadPartnerId)!;
    expect(lead.peakPrefinancingSek).toBeGreaterThan(1000);
    expect(lead.aboveCapacitySek).toBe(lead.peakPrefinancingSek - 1000);
    expect(liquidity.basis.find(({ source }) => source === 'state_1_1')?.advanceCeilingSek).toBe(400_000);
    const asked = (choices: string) =>
      api().data<{
        liquidity: Outcome & { profile?: string; actors?: { actorId: string; peakPrefinancingSek: number }[] };
      }>(
        `{ liquidity(callId: "${callId}", ${choices}) { ${refused} ... on LiquidityForecast { profile lagMonths paidTo forwardMonths actors { actorId peakPrefinancingSek } } } }`,
      );
    const { liquidity: late } = await asked('profile: lagged, lagMonths: 24, paidTo: lead, forwardMonths: 1');
    expect(late).toMatchObject({ profile: 'lagged', lagMonths: 24, paidTo: 'lead', forwardMonths: 1 });
    const later = late.actors!.find(({ actorId }) => actorId === application.project.leadPartnerId)!;
    expect(later.peakPrefinancingSek).not.toBe(lead.peakPrefinancingSek);
    expect(codes((await asked('profile: lagged, lagMonths: 25')).liquidity)).toEqual([
      ['liquidity-delay-out-of-range', 'lagMonths'],
    ]);
  });

  it('looks at a scenario as at decisions', async () => {
    const { saveScenario } = await api().data<{
      saveScenario: { scenario: { id: string; allocation: { grantedSek: number } } };
    }>(
      `mutation { saveScenario(input: { callId: "${callId}", name: "För ramen", options: { objective: sum_of_value } }) {
        ... on ScenarioSaved { scenario { id allocation { grantedSek } } } } }`,
    );
    const { id, allocation } = saveScenario.scenario;
    const years = await envelope(`, scenarioId: "${id}"`);
    expect(years.reduce((sum, { payments }) => sum + payments['decidedSek']!, 0)).toBe(allocation.grantedSek);
    expect(years.every(({ payments }) => payments['freeSek']! >= 0)).toBe(true);
    const { errors } = await api().ask(`{ envelope(callId: "${callId}", scenarioId: "none") { year } }`);
    expect(errors?.[0]?.extensions?.['code']).toBe('NOT_FOUND');
  });
});
