import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

interface Refused {
  readonly refusals?: readonly { readonly code: string; readonly path: readonly string[] }[];
}
const codes = ({ refusals }: Refused) => refusals?.map(({ code, path }) => [code, path.join('.')]);
const refused = '... on Refused { refusals { code path } }';
const ownPlan = readFileSync(resolve(__dirname, '../../demo/data/report-frame.json'), 'utf8');

interface Coverage extends Refused {
  readonly basis: { readonly kind: string; readonly applicationIds: readonly string[]; readonly grantSek: number };
  readonly items: readonly {
    readonly kind: string;
    readonly id: string;
    readonly grantSek: number;
    readonly applications: readonly { readonly id: string }[];
  }[];
  readonly uncovered: Readonly<Record<'need' | 'gap' | 'recommendation' | 'priority', readonly string[]>>;
  readonly needsByPhase: readonly { readonly isNeeded: boolean; readonly applicationIds: readonly string[] }[];
  readonly unknownTags: readonly { readonly id: string }[];
  readonly shares: { readonly phases: readonly { readonly group: string; readonly amountSek: number }[] };
}

describeOnDatabase('coverage of the plan', () => {
  const api = useTestApi();
  const demo = demoRound();
  const callId = demo.call.id;
  const coverage = async (scenarioId: string | null, of = callId) =>
    (
      await api().data<{ coverage: Coverage }>(
        `query($callId: ID!, $scenarioId: ID) { coverage(callId: $callId, scenarioId: $scenarioId) { ${refused} ... on Coverage {
          basis { kind applicationIds grantSek } items { kind id grantSek applications { id } }
          uncovered { need gap recommendation priority } needsByPhase { isNeeded applicationIds }
          unknownTags { id } shares { phases { group amountSek } } } } }`,
        { callId: of, scenarioId },
      )
    ).coverage;
  const saveScenario = async () => {
    const { saveScenario: saved } = await api().data<{ saveScenario: { scenario: { id: string } } }>(
      `mutation($input: ScenarioInput!) { saveScenario(input: $input) { ... on ScenarioSaved { scenario { id } } } }`,
      { input: { callId, name: 'Bästa', options: { objective: 'sum_of_value' } } },
    );
    return saved.scenario.id;
  };

  it('shows the plan: sixteen needs, eight gaps, nine recommendations', async () => {
    const { reportFrame } = await api().data<{
      reportFrame: { needs: object[]; gaps: object[]; recommendations: object[] } & Record<string, unknown>;
    }>(
      '{ reportFrame { source version topRecommendationIds needs { id kind phases } gaps { id answerSv } recommendations { id gapIds } } }',
    );
    expect(reportFrame).toMatchObject({ version: null, topRecommendationIds: ['5.2.1', '5.2.3', '5.2.8'] });
    expect([reportFrame.needs.length, reportFrame.gaps.length, reportFrame.recommendations.length]).toEqual([16, 8, 9]);
  });

  it('says of all applications what they answer, and what nobody does', async () => {
    const all = await coverage(null);
    expect(all.basis).toMatchObject({ kind: 'all_applications', grantSek: 63_720_000 });
    expect(all.items).toHaveLength(16 + 8 + 9 + 5);
    expect(all.uncovered).toEqual({ need: ['R2'], gap: [], recommendation: [], priority: [] });
    expect(all.needsByPhase).toHaveLength(16 * 4);
    expect(all.unknownTags.map(({ id }) => id)).toEqual(['5.3.5', '5.3.6']);
    expect(all.shares.phases.reduce((sum, phase) => sum + phase.amountSek, 0)).toBe(63_720_000);
    const p1 = all.items.find(({ kind, id }) => kind === 'priority' && id === 'P1')!;
    const own = demo.applications.filter(({ project }) => project.strategyPriorityId === 'P1');
    expect(p1.applications.map(({ id }) => id)).toEqual(own.map(({ id }) => id));
    expect(p1.grantSek).toBe(own.reduce((sum, { requestedSek }) => sum + requestedSek, 0));
  });

  it('says of a scenario what it funds of the plan', async () => {
    const scenarioId = await saveScenario();
    const some = await coverage(scenarioId);
    expect(some.basis.kind).toBe('scenario');
    expect(some.basis.applicationIds.length).toBeLessThan(42);
    expect(some.basis.grantSek).toBeLessThanOrEqual(24_000_000);
    const all = await coverage(null);
    some.items.forEach((item, index) => expect(item.grantSek).toBeLessThanOrEqual(all.items[index]!.grantSek));
    expect(some.uncovered.need).toEqual(expect.arrayContaining([...all.uncovered.need]));
    await api().data(
      'mutation { saveCall(input: { id: "OTHER", name: "Annan", decisionDate: "2027-01-01" }) { __typename } }',
    );
    expect(codes(await coverage(scenarioId, 'OTHER'))).toEqual([['scenario-other-call', 'scenarioId']]);
    expect(codes(await coverage('NONE'))).toEqual([['scenario-unknown', 'scenarioId']]);
    expect((await api().ask('{ coverage(callId: "NONE") { __typename } }')).errors?.[0]?.extensions?.['code']).toBe(
      'NOT_FOUND',
    );
  });

  it('says of what has been decided what it answers', async () => {
    const decided = async (scenarioId: string | null = null) =>
      (
        await api().data<{ coverage: Coverage }>(
          `query($scenarioId: ID) { coverage(callId: "${callId}", basis: decided, scenarioId: $scenarioId) { ${refused} ... on Coverage {
            basis { kind applicationIds grantSek } uncovered { need gap recommendation priority } } } }`,
          { scenarioId },
        )
      ).coverage;
    expect((await decided()).basis).toEqual({ kind: 'decided', applicationIds: [], grantSek: 0 });
    await api().data(
      `mutation { recordDecision(input: { applicationId: "SRM-26-001", kind: granted, amounts: [{ year: 2027, amountSek: 500000 }],
        decidedDate: "2026-06-15", decidedBy: "Nämnden", recordedBy: "H", expectedVersion: 0 }) { __typename } }`,
    );
    const one = await decided();
    expect(one.basis).toEqual({ kind: 'decided', applicationIds: ['SRM-26-001'], grantSek: 500_000 });
    expect(one.uncovered.priority).toEqual(['P1', 'P2', 'P3', 'P4']);
    expect(codes(await decided('S'))).toEqual([['scenario-not-basis', 'scenarioId']]);
    const { coverage: missing } = await api().data<{ coverage: Coverage }>(
      `{ coverage(callId: "${callId}", basis: scenario) { ${refused} } }`,
    );
    expect(codes(missing)).toEqual([['scenario-missing', 'scenarioId']]);
  });

  it('says who takes part, and when one type dominates', async () => {
    interface Types {
      readonly participation: Refused & {
        readonly types: readonly { readonly actorType: string; readonly grantSek: number }[];
        readonly unknownSek: number;
        readonly dominantType: string | null;
        readonly absentTypes: readonly string[];
      };
    }
    const ask = async (dominantShare: number) =>
      (
        await api().data<Types>(
          `query($share: Float!) { participation(callId: "${callId}", dominantShare: $share) { ${refused} ... on Participation {
            types { actorType grantSek leading takingPart byRole { role grantSek } } unknownSek absentTypes dominantType concentration } } }`,
          { share: dominantShare },
        )
      ).participation;
    const half = await ask(0.5);
    expect(half.types.map(({ actorType }) => actorType)).toEqual([
      'public',
      'business_support',
      'academia',
      'civil_society',
      'industry_cluster',
    ]);
    expect(half.types.reduce((sum, type) => sum + type.grantSek, half.unknownSek)).toBe(63_720_000);
    expect(half.dominantType).toBe('public');
    expect((await ask(0.99)).dominantType).toBeNull();
    expect(codes(await ask(1.1))).toEqual([['share-out-of-range', 'dominantShare']]);
  });

  it('maps the actors: what they say they do beside what they are seen doing', async () => {
    await api().data(
      `mutation { saveActor(input: { id: "MDU", name: "MDU", actorType: academia, legalForm: university, municipalityCode: "0484",
        roles: [{ role: research, cyclePhases: [foresight_idea], themes: ["energy"] }], expectedVersion: 1 }) { __typename } }`,
    );
    interface Map {
      readonly actorMap: {
        readonly actors: readonly { readonly actor: { readonly id: string }; readonly leadsApplicationIds: string[] }[];
        readonly rolesByPhase: readonly {
          readonly role: string;
          readonly cyclePhase: string;
          readonly actorIds: string[];
        }[];
        readonly byTheme: readonly { readonly theme: string; readonly statedActorIds: string[] }[];
        readonly byMunicipality: readonly { readonly municipalityCode: string; readonly seatedActorIds: string[] }[];
      };
    }
    const { actorMap } = await api().data<Map>(
      `{ actorMap(callId: "${callId}") { ... on ActorMap { actors { actor { id } leadsApplicationIds } rolesByPhase { role cyclePhase actorIds }
        byTheme { theme statedActorIds } byMunicipality { municipalityCode seatedActorIds } } } }`,
    );
    expect(actorMap.actors).toHaveLength(demo.actors.length);
    const leads = demo.applications.filter(({ project }) => project.leadPartnerId === 'MDU').map(({ id }) => id);
    expect(actorMap.actors.find(({ actor }) => actor.id === 'MDU')?.leadsApplicationIds).toEqual(leads);
    const holders = actorMap.rolesByPhase.filter(({ actorIds }) => actorIds.length > 0);
    expect(holders).toEqual([{ role: 'research', cyclePhase: 'foresight_idea', actorIds: ['MDU'] }]);
    expect(actorMap.byTheme.find(({ theme }) => theme === 'energy')?.statedActorIds).toEqual(['MDU']);
    expect(actorMap.byMunicipality.find((place) => place.municipalityCode === '0484')?.seatedActorIds).toContain('MDU');
  });

  it('takes another plan in the place of its own, once', async () => {
    const save = async (text: string, expectedVersion: number | null) =>
      (
        await api().data<{ saveReportFrame: Refused & { reportFrame?: object } }>(
          `mutation($input: ReportFrameInput!) { saveReportFrame(input: $input) { ${refused} ... on ReportFrameSaved { reportFrame { version gaps { id } } } } }`,
          { input: { text, expectedVersion } },
        )
      ).saveReportFrame;
    expect(codes(await save('{', null))).toEqual([['report-frame-unreadable', 'text']]);
    expect(codes(await save(ownPlan.replace('"id": "S2"', '"id": ""'), null))).toEqual([
      ['report-frame-wrong', 'text.needs.1.id'],
    ]);
    expect((await coverage(null)).items).toHaveLength(38);
    const other = JSON.stringify({ ...(JSON.parse(ownPlan) as object), gaps: [{ id: 1, name_sv: 'Ett gap' }] });
    expect((await save(other, null)).reportFrame).toEqual({ version: 1, gaps: [{ id: '1' }] });
    expect(codes(await save(other, null))).toEqual([['stale', 'expectedVersion']]);
    expect((await coverage(null)).items).toHaveLength(31);
  });
});
