import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

const demo = demoRound();
const callId = demo.call.id;
const application = demo.applications.find(({ id }) => id === 'SRM-26-001')!;
const by = 'Handläggare H';

interface Chosen {
  readonly funded: readonly {
    readonly applicationId: string;
    readonly years: readonly { readonly year: number; readonly amountSek: number }[];
  }[];
}
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
  const api = useTestApi(demo, new Date('2028-01-31T12:00:00Z'));
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
    const later = { decidedDate: '2027-02-01', expectedVersion: 1 };
    expect(codes(await decide({ ...later, amounts: [{ year: 2027, amountSek: 499_999 }] }))).toEqual([
      ['grant-has-events', 'amounts'],
    ]);
    expect(codes(await decide({ ...later, kind: 'rejected', amounts: [], reason: 'Ångrat' }))).toEqual([
      ['grant-has-events', 'amounts'],
    ]);
  });

  it('lets nothing happen to a grant before it is decided, or ahead of today', async () => {
    expect(codes(await decide({ decidedDate: '2028-02-01' }))).toEqual([['date-in-future', 'decidedDate']]);
    await decide({});
    const advance = { kind: 'advance', paidSek: 400_000, expectedVersion: 0 };
    expect(codes(await happen({ ...advance, date: '2026-06-14' }))).toEqual([['grant-event-before-decision', 'date']]);
    expect(codes(await happen({ ...advance, date: '2062-09-01' }))).toEqual([['date-in-future', 'date']]);
    expect((await happen({ ...advance, date: '2026-06-15' })).account).toMatchObject({ paidSek: 400_000 });
    // 400,000 kr is more than half of what would be left.
    const smaller = await decide({ amounts: [{ year: 2027, amountSek: 400_001 }], expectedVersion: 1 });
    expect(codes(smaller)).toEqual([['grant-below-advance', 'amounts']]);
    expect(smaller.refusals![0]!.messageSv).toContain('Registrera en återbetalning först');
    expect(
      (await decide({ amounts: [{ year: 2027, amountSek: 800_000 }], expectedVersion: 1 })).decision,
    ).toBeDefined();
  });

  it('keeps the cost the grant was decided on, whatever the project is said to cost later', async () => {
    await decide({});
    const claim = { kind: 'claim', date: '2027-01-15', reportedCostSek: 1_000_000, approvedCostSek: 1_000_000 };
    await api().rounds.change(callId, (round) => ({
      ...round!,
      applications: round!.applications.map((item) =>
        item.id === application.id ? { ...item, project: { ...item.project, totalCostSek: 1_000_000 } } : item,
      ),
    }));
    const settled = await happen({ ...claim, paidSek: 0, expectedVersion: 0 });
    await api().rounds.save(demo);
    const { requestedSek, project } = application;
    expect(settled.account).toMatchObject({ earnedSek: Math.floor((requestedSek * 1_000_000) / project.totalCostSek) });
  });

  it('is decided on a scenario of the call, and departs from it only with a reason', async () => {
    expect(codes(await decide({ scenarioId: 'NONE' }))).toEqual([['scenario-unknown', 'scenarioId']]);
    const { saveScenario } = await api().data<{ saveScenario: { scenario: { id: string; allocation: Chosen } } }>(
      `mutation { saveScenario(input: { callId: "${callId}", name: "Inför nämnden", options: { objective: sum_of_value } }) {
        ... on ScenarioSaved { scenario { id allocation { funded { applicationId years { year amountSek } } } } } } }`,
    );
    const { id: scenarioId, allocation } = saveScenario.scenario;
    const [first] = allocation.funded;
    const asRecommended = { scenarioId, applicationId: first!.applicationId, amounts: first!.years };
    expect(codes(await decide({ ...asRecommended, amounts: first!.years.slice(1) }))).toEqual([
      ['decision-departs-without-reason', 'reason'],
    ]);
    expect((await decide(asRecommended)).decision).toMatchObject({ no: 1 });
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
    await decide({ kind: 'rejected', amounts: [], reason: 'Ryms inte.', expectedVersion: 1 });
    const rejected = await plan();
    expect(rejected.total).toMatchObject({ appliedSek: 0 });
    expect(rejected.total['withoutSourceSek']).toBe(application.requestedSek + before.total['withoutSourceSek']!);
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
});
