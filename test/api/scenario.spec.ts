import { fingerprint } from '@fordela/domain';
import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

const callId = demoRound().call.id;
const longMs = 120_000;

interface Outcome {
  readonly scenario?: {
    readonly id: string;
    readonly name: string;
    readonly note: string;
    readonly version: number;
    readonly allocationRecordId: string;
    readonly allocation: {
      readonly grantedSek: number;
      readonly funded: readonly { readonly applicationId: string }[];
    };
  };
  readonly refusals?: readonly { readonly code: string; readonly path: readonly string[] }[];
}

const fields = `... on Refused { refusals { code path } }
  ... on ScenarioSaved { scenario { id name note version allocationRecordId allocation { grantedSek funded { applicationId } } } }`;

describeOnDatabase('scenarios', () => {
  const api = useTestApi();
  const save = async (name: string, options: object, more: object = {}) =>
    (
      await api().data<{ saveScenario: Outcome }>(
        `mutation($input: ScenarioInput!) { saveScenario(input: $input) { ${fields} } }`,
        {
          input: { callId, name, options, ...more },
        },
      )
    ).saveScenario;
  const rename = async (input: object) =>
    (
      await api().data<{ renameScenario: Outcome }>(
        `mutation($input: ScenarioRenameInput!) { renameScenario(input: $input) { ${fields} } }`,
        { input },
      )
    ).renameScenario;
  const codes = ({ refusals }: Outcome) => refusals?.map(({ code, path }) => [code, path.join('.')]);

  let many: NonNullable<Outcome['scenario']>;
  let large: NonNullable<Outcome['scenario']>;
  beforeAll(async () => {
    many = (await save('Många små', { objective: 'sum_of_value' })).scenario!;
    large = (await save('  Få stora ', { objective: 'value_times_money' }, { note: 'Jämförs på nämnden' })).scenario!;
  }, longMs);

  it('are kept with their name, note and allocation', async () => {
    expect([many.allocation.grantedSek, large.allocation.grantedSek]).toEqual([21_000_000, 23_450_000]);
    expect([large.name, large.note, large.version]).toEqual(['Få stora', 'Jämförs på nämnden', 1]);
    const { call } = await api().data<{ call: { scenarios: { name: string }[] } }>(
      `{ call(id: "${callId}") { scenarios { name } } }`,
    );
    expect(call.scenarios.map(({ name }) => name)).toEqual(['Många små', 'Få stora']);
  });

  it(
    'rest on a record that says all it takes to compute them again',
    async () => {
      const { scenario } = await api().data<{
        scenario: {
          evaluationRecord: { kind: string; problem: object };
          allocation: { problem: object; inputFingerprint: string };
        };
      }>(
        `query($id: ID!) { scenario(id: $id) { evaluationRecord { kind problem } allocation { problem inputFingerprint } } }`,
        { id: many.id },
      );
      const { engineRecord } = await api().data<{
        engineRecord: { kind: string; problem: object; problemFingerprint: string; engineVersion: string };
      }>(`query($id: ID!) { engineRecord(id: $id) { kind problem problemFingerprint engineVersion } }`, {
        id: many.allocationRecordId,
      });
      expect(engineRecord.kind).toBe('allocation');
      expect(engineRecord.problemFingerprint).toBe(fingerprint(engineRecord.problem));
      expect(fingerprint(engineRecord.problem)).toBe(fingerprint(scenario.allocation.problem));
      const { allocateProblem } = await api().data<{ allocateProblem: { results: { outcome: { choice: object } }[] } }>(
        'query($problem: Json!) { allocateProblem(problem: $problem) { ... on AllocationAnswer { results { outcome } } } }',
        { problem: engineRecord.problem },
      );
      expect(Object.keys(allocateProblem.results[0]!.outcome.choice).sort()).toEqual(
        many.allocation.funded.map(({ applicationId }) => applicationId),
      );
      expect(scenario.evaluationRecord.kind).toBe('evaluation');
    },
    longMs,
  );

  it(
    'stay as they were computed when the call changes afterwards',
    async () => {
      await api().rounds.change(callId, (round) => ({
        ...round!,
        budgetFrames: round!.budgetFrames.map((frame) => ({ ...frame, reservedSek: frame.frameSek })),
      }));
      const { scenario } = await api().data<{ scenario: { allocation: { grantedSek: number } } }>(
        `query($id: ID!) { scenario(id: $id) { allocation { grantedSek } } }`,
        { id: many.id },
      );
      expect(scenario.allocation.grantedSek).toBe(21_000_000);
      await api().rounds.save(demoRound());
    },
    longMs,
  );

  it('are compared: money per group, and who enters and leaves against the first', async () => {
    const { compareScenarios } = await api().data<{
      compareScenarios: {
        scenarios: {
          scenario: { name: string };
          enters: { applicationId: string }[];
          leaves: { applicationId: string }[];
          inBoth: number;
          grantedDifferenceSek: number;
        }[];
        dimensions: {
          dimension: string;
          groups: { group: string; name: string; shares: { amountSek: number; perInhabitantSek: number | null }[] }[];
        }[];
      };
    }>(
      `query($ids: [ID!]!) { compareScenarios(ids: $ids) { ... on ScenarioComparison {
        scenarios { scenario { name } enters { applicationId } leaves { applicationId } inBoth grantedDifferenceSek }
        dimensions { dimension groups { group name shares { amountSek perInhabitantSek } } } } } }`,
      { ids: [many.id, large.id] },
    );
    const [first, second] = compareScenarios.scenarios;
    expect([first!.enters, first!.leaves, first!.inBoth]).toEqual([[], [], 19]);
    const number = ({ applicationId }: { applicationId: string }) => Number(applicationId.slice(-3));
    expect(second!.enters.map(number)).toEqual([1, 2, 4, 9, 23, 31]);
    expect(second!.leaves).toHaveLength(14);
    expect([second!.inBoth, second!.grantedDifferenceSek]).toEqual([5, 2_450_000]);
    expect(compareScenarios.dimensions.map(({ dimension }) => dimension)).toEqual([
      'ownerGroup',
      'phase',
      'theme',
      'municipality',
    ]);
    const sums = compareScenarios.dimensions[0]!.groups.reduce(
      (sum, { shares }) => shares.map((share, index) => (sum[index] ?? 0) + share.amountSek),
      [] as number[],
    );
    expect(sums).toEqual([21_000_000, 23_450_000]);
    const eskilstuna = compareScenarios.dimensions[3]!.groups.find(({ group }) => group === '0484')!;
    expect(eskilstuna.name).toBe('Eskilstuna');
    expect(eskilstuna.shares[0]!.perInhabitantSek).toBeCloseTo(eskilstuna.shares[0]!.amountSek / 107_918, 9);
  });

  it('are not compared when there is one, or one is not there', async () => {
    const compare = async (ids: string[]) =>
      (
        await api().data<{ compareScenarios: Outcome }>(
          `query($ids: [ID!]!) { compareScenarios(ids: $ids) { ... on Refused { refusals { code path } } } }`,
          { ids },
        )
      ).compareScenarios;
    expect(codes(await compare([many.id]))).toEqual([['comparison-size', 'ids']]);
    expect(codes(await compare([many.id, 'NONE']))).toEqual([['scenario-unknown', 'ids.1']]);
  });

  it(
    'have names of their own',
    async () => {
      expect(codes(await save('Många små', { objective: 'sum_of_value' }))).toEqual([['scenario-name-taken', 'name']]);
      expect(codes(await save('  ', { objective: 'sum_of_value' }))).toEqual([['name-missing', 'name']]);
      expect(codes(await save('x'.repeat(201), { objective: 'sum_of_value' }))).toEqual([['text-too-long', 'name']]);
      expect(codes(await save('Nytt', {}))).toEqual([['objective-missing', 'options.objective']]);
      expect(codes(await rename({ id: large.id, name: 'Många små', expectedVersion: 1 }))).toEqual([
        ['scenario-name-taken', 'name'],
      ]);
    },
    longMs,
  );

  it('are renamed and deleted by whoever saw the version there is', async () => {
    const renamed = await rename({ id: large.id, name: 'Koncentrerat', expectedVersion: 1 });
    expect(renamed.scenario).toMatchObject({ name: 'Koncentrerat', note: 'Jämförs på nämnden', version: 2 });
    expect(codes(await rename({ id: large.id, name: 'Annat', expectedVersion: 1 }))).toEqual([
      ['stale', 'expectedVersion'],
    ]);
    const remove = async (expectedVersion: number) =>
      (
        await api().data<{ deleteScenario: Outcome & { id?: string } }>(
          `mutation($id: ID!, $expectedVersion: Int!) { deleteScenario(id: $id, expectedVersion: $expectedVersion) { ... on ScenarioDeleted { id } ... on Refused { refusals { code path } } } }`,
          { id: large.id, expectedVersion },
        )
      ).deleteScenario;
    expect(codes(await remove(1))).toEqual([['stale', 'expectedVersion']]);
    expect((await remove(2)).id).toBe(large.id);
    expect(codes(await remove(2))).toEqual([['scenario-unknown', 'id']]);
    const { engineRecord } = await api().data<{ engineRecord: object | null }>(
      `query($id: ID!) { engineRecord(id: $id) { id } }`,
      { id: large.allocationRecordId },
    );
    expect(engineRecord).not.toBeNull();
  });
});
