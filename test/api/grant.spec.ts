import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

const demo = demoRound();
const callId = demo.call.id;
const application = demo.applications.find(({ id }) => id === 'SRM-26-001')!;
const by = 'Handläggare H';

interface Outcome {
  readonly __typename: string;
  readonly refusals?: readonly {
    readonly code: string;
    readonly path: readonly string[];
    readonly messageSv: string;
  }[];
  readonly decision?: { readonly no: number };
  readonly account?: Record<string, number>;
}
const codes = ({ refusals }: Outcome) => refusals?.map(({ code, path }) => [code, path.join('.')]);
const refused = '__typename ... on Refused { refusals { code path messageSv } }';

describeOnDatabase('decisions and the money that follows', () => {
  const api = useTestApi();
  beforeEach(async () => {
    for (const table of ['grant_decision', 'grant_event', 'earlier_grant', 'prefinancing_capacity'])
      await api().unitOfWork.run((tx) => tx.query(`DELETE FROM ${table}`));
  });
  const decide = async (input: object) =>
    (
      await api().data<{ recordDecision: Outcome }>(
        `mutation($input: GrantDecisionInput!) { recordDecision(input: $input) { ${refused}
          ... on DecisionRecorded { decision { no kind amounts { year amountSek } decidedBy minutesReference } } } }`,
        {
          input: {
            ...{
              applicationId: application.id,
              kind: 'granted',
              amounts: application.requested,
              decidedDate: '2026-06-15',
            },
            ...{
              decidedBy: 'Regionala utvecklingsnämnden',
              minutesReference: 'RUN § 41',
              recordedBy: by,
              expectedVersion: 0,
            },
            ...input,
          },
        },
      )
    ).recordDecision;
  const happen = async (input: object) =>
    (
      await api().data<{ recordGrantEvent: Outcome }>(
        `mutation($input: GrantEventInput!) { recordGrantEvent(input: $input) { ${refused}
          ... on GrantEventRecorded { event { no } account { grantedSek earnedSek paidSek payableSek leftSek advanceSek unearnedSek } } } }`,
        { input: { applicationId: application.id, recordedBy: by, ...input } },
      )
    ).recordGrantEvent;
  const envelope = async (extra = '') =>
    (
      await api().data<{
        envelope: { year: number; payments: Record<string, number>; outstanding: Record<string, number> }[];
      }>(
        `{ envelope(callId: "${callId}" ${extra}) { year hasFrame payments { limitSek earlierSek decidedSek reservedSek freeSek }
          commitments { limitSek freeSek } outstanding { earlierSek decidedSek reservedSek } } }`,
      )
    ).envelope;

  it('records what people decided, and the envelope takes it up to the krona', async () => {
    const before = await envelope();
    expect((await decide({})).decision).toMatchObject({ no: 1, kind: 'granted', minutesReference: 'RUN § 41' });
    const after = await envelope();
    for (const [index, { year, payments }] of after.entries()) {
      const asked = application.requested.find((entry) => entry.year === year)?.amountSek ?? 0;
      expect(payments['decidedSek']! - before[index]!.payments['decidedSek']!).toBe(asked);
      expect(payments['limitSek']).toBe(
        payments['earlierSek']! + payments['decidedSek']! + payments['reservedSek']! + payments['freeSek']!,
      );
    }
    const later = after.slice(1).reduce((sum, { payments }) => sum + payments['decidedSek']!, 0);
    expect(after[0]!.outstanding['decidedSek']).toBe(later);
  });

  it('keeps every decision, lets the last one count, and refuses one made from an older view', async () => {
    await decide({});
    expect(codes(await decide({}))).toEqual([['stale', 'expectedVersion']]);
    expect(codes(await decide({ kind: 'rejected', amounts: [], expectedVersion: 1 }))).toEqual([
      ['decision-reason-missing', 'reason'],
    ]);
    await decide({ kind: 'rejected', amounts: [], reason: 'Inga pengar kvar.', expectedVersion: 1 });
    const { application: shown } = await api().data<{
      application: { grantDecisions: { kind: string }[]; grantAccount: object | null };
    }>(
      `{ application(id: "${application.id}") { grantDecisions { kind amounts { year } } grantAccount { grantedSek } } }`,
    );
    expect(shown.grantDecisions.map(({ kind }) => kind)).toEqual(['granted', 'rejected']);
    expect(shown.grantAccount).toBeNull();
    expect((await envelope()).every(({ payments }) => payments['decidedSek'] === 0)).toBe(true);
  });

  it('refuses more than was asked for, and more than is free without a reason', async () => {
    const [first] = demo.budgetFrames;
    expect(codes(await decide({ amounts: [{ year: first!.year, amountSek: application.requestedSek + 1 }] }))).toEqual([
      ['decision-above-request', 'amounts'],
      ['decision-above-free', 'amounts'],
    ]);
    const all = { amounts: [{ year: first!.year, amountSek: application.requestedSek }] };
    expect(codes(await decide(all))).toEqual([['decision-above-free', 'amounts']]);
    expect((await decide({ ...all, aboveFrameReason: 'Reserven tas i anspråk.' })).decision).toMatchObject({ no: 1 });
  });

  it('pays an advance within the rules, and claims on accumulated approved cost', async () => {
    expect(codes(await happen({ kind: 'advance', date: '2026-09-01', paidSek: 1, expectedVersion: 0 }))).toEqual([
      ['grant-not-decided', 'applicationId'],
    ]);
    await decide({});
    const tooMuch = await happen({ kind: 'advance', date: '2026-09-01', paidSek: 400_001, expectedVersion: 0 });
    expect(codes(tooMuch)).toEqual([['advance-above-ceiling', 'paidSek']]);
    expect(tooMuch.refusals![0]!.messageSv).toContain('Högst 400');
    const paid = await happen({ kind: 'advance', date: '2026-09-01', paidSek: 400_000, expectedVersion: 0 });
    expect(paid.account).toMatchObject({ paidSek: 400_000, unearnedSek: 400_000, payableSek: 0 });
    const claim = {
      kind: 'claim',
      date: '2027-01-15',
      reportedCostSek: 1_200_000,
      approvedCostSek: 1_000_000,
      expectedVersion: 1,
    };
    expect(codes(await happen({ ...claim, paidSek: 100_001 }))).toEqual([['claim-above-earned', 'paidSek']]);
    expect((await happen({ ...claim, paidSek: 100_000 })).account).toMatchObject({
      earnedSek: 500_000,
      paidSek: 500_000,
      payableSek: 0,
    });
    expect(codes(await happen({ ...claim, expectedVersion: 1 }))).toEqual([['stale', 'expectedVersion']]);
    expect(codes(await decide({ amounts: [{ year: 2027, amountSek: 499_999 }], expectedVersion: 1 }))).toEqual([
      ['grant-has-events', 'amounts'],
    ]);
  });

  it('plans each project’s money with the decided grant in the place of what was asked for', async () => {
    const plan = async () =>
      (
        await api().data<{ application: { moneyPlan: { total: Record<string, number>; cells: object[] } } }>(
          `{ application(id: "${application.id}") { moneyPlan { cells { sourceType year kind status amountSek }
            years { year costSek securedSek withoutSourceSek } total { costSek securedSek appliedSek intendedSek withoutSourceSek surplusSek } } } }`,
        )
      ).application.moneyPlan;
    const before = await plan();
    await decide({ amounts: [{ year: 2027, amountSek: 100_000 }] });
    const after = await plan();
    expect(after.total['securedSek']! - before.total['securedSek']!).toBe(100_000);
    expect(after.total['withoutSourceSek']).toBe(
      application.requestedSek - 100_000 + before.total['withoutSourceSek']!,
    );
    for (const { total } of [before, after])
      expect(total['costSek']).toBe(
        total['securedSek']! +
          total['appliedSek']! +
          total['intendedSek']! +
          total['withoutSourceSek']! -
          total['surplusSek']!,
      );
  });

  it('costs as many statements for one application as for all', async () => {
    await decide({});
    const ask = async (first: number) => {
      api().statements.length = 0;
      await api().data(
        `{ applications(callId: "${callId}", first: ${first}) { edges { node { grantDecisions { kind } grantEvents { kind } grantAccount { paidSek } moneyPlan { total { costSek } } } } } }`,
      );
      return api().statements.length;
    };
    expect(await ask(42)).toBe(await ask(1));
  });

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
    for (const year of lapse)
      expect(year['roomSek']).toBe(year['usedSek']! + year['carriedSek']! + year['lapsesSek']! - year['shortSek']!);
  });

  it('follows the region’s own share over the years', async () => {
    const saved = await api().data<{ saveEarlierGrants: Outcome }>(
      `mutation($g: [EarlierGrantInput!]!) { saveEarlierGrants(grants: $g) { ${refused} ... on EarlierGrantsSaved { earlierGrants { id version } } } }`,
      {
        g: [
          {
            id: 'G1',
            year: 2024,
            title: 'Eget',
            ownerGroup: 'region_own',
            amountSek: 300,
            source: 'Årsredovisning 2024',
          },
          {
            id: 'G2',
            year: 2024,
            title: 'Kommunalt',
            ownerGroup: 'municipal',
            amountSek: 100,
            source: 'Årsredovisning 2024',
          },
        ],
      },
    );
    expect(saved.saveEarlierGrants.__typename).toBe('EarlierGrantsSaved');
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
