import { assumptionNames, usualPolicies, type PolicySimulationOutcome } from '@fordela/portfolio';
import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { solvedLocally } from '../support/solved-locally';
import { useTestApi } from '../support/test-api';

const demo = demoRound();
const callId = demo.call.id;

interface Band {
  readonly likely: number;
  readonly p5: number | null;
  readonly p95: number | null;
}
interface Simulation {
  readonly refusals?: readonly {
    readonly code: string;
    readonly path: readonly string[];
    readonly messageSv: string;
    readonly messageEn: string;
  }[];
  readonly isForecast: boolean;
  readonly isExample: boolean;
  readonly cautionSv: string;
  readonly cautionEn: string;
  readonly yearlySek: number;
  readonly policies: readonly {
    readonly id: string;
    readonly nameSv: string;
    readonly externalSek: Band;
    readonly leastPer10000: Band;
    readonly behindBestSek: Band;
    readonly aheadIn: number | null;
    readonly years: readonly { readonly year: number; readonly externalBand: Band; readonly capacityBand: Band }[];
    readonly municipalities: readonly { readonly code: string; readonly name: string; readonly capacityFte: Band }[];
  }[];
  readonly bestId: string;
  readonly turns: readonly { readonly assumption: string; readonly bestId: string }[];
  readonly assumptions: readonly {
    readonly name: string;
    readonly nameSv: string;
    readonly likely: number;
    readonly unitSv: string;
    readonly figure: string;
    readonly source: string | null;
  }[];
  readonly observations: readonly { readonly code: string }[];
  readonly problem: { readonly tasks: readonly { readonly yearlySek: number }[] };
}

describeOnDatabase('policies compared by the model', () => {
  const api = useTestApi();
  const band = '{ likely p5 p95 }';
  const simulate = async (args = '', of = callId) =>
    (
      await api().data<{ policySimulation: Simulation }>(
        `{ policySimulation(callId: "${of}", draws: 60, years: 5${args}) { ... on Refused { refusals { code path messageSv messageEn } }
          ... on PolicySimulation { isForecast isExample cautionSv cautionEn yearlySek bestId
            policies { id nameSv externalSek ${band} leastPer10000 ${band} behindBestSek ${band} aheadIn years { year externalBand ${band} capacityBand ${band} } municipalities { code name capacityFte ${band} } }
            turns { assumption bestId } assumptions { name nameSv likely unitSv figure source } observations { code } problem } } }`,
      )
    ).policySimulation;

  it('gives the figures that its problem gives without a database, and says that it is a model', async () => {
    const answer = await simulate();
    const local = await solvedLocally<PolicySimulationOutcome>(answer.problem);
    expect(answer.isForecast).toBe(false);
    expect(answer.isExample).toBe(true);
    expect(answer.cautionSv).toContain('ingen prognos');
    expect(answer.cautionEn).toContain('not a forecast');
    expect(answer.observations[0]).toEqual({ code: 'policy-model-not-forecast' });
    expect(answer.bestId).toBe(local.best);
    expect(
      answer.policies.map(({ externalSek, leastPer10000, behindBestSek, aheadIn, years }) => ({
        ...{ externalSek, leastPer10000, behindBestSek, aheadIn, years },
      })),
    ).toEqual(
      local.policies.map(({ externalSek, leastPer10000, behindBestSek, aheadIn, years }) => ({
        externalSek: withoutMedian(externalSek),
        leastPer10000: withoutMedian(leastPer10000),
        behindBestSek: withoutMedian(behindBestSek),
        aheadIn,
        years: years.map(({ year, externalBand, capacityBand }) => ({
          year,
          externalBand: withoutMedian(externalBand),
          capacityBand: withoutMedian(capacityBand),
        })),
      })),
    );
    expect(answer.policies.map(({ id }) => id)).toEqual(usualPolicies.map(({ id }) => id));
    expect(answer.policies[0]!.nameSv).toBe('Jämn blandning');
    for (const { externalSek, years, municipalities } of answer.policies) {
      expect(externalSek.p5!).toBeLessThanOrEqual(externalSek.p95!);
      expect(years.map(({ year }) => year)).toEqual([1, 2, 3, 4, 5]);
      expect(municipalities.map(({ name }) => name).sort()).toEqual(demo.municipalities.map(({ name }) => name).sort());
    }
    expect(answer.assumptions.map(({ name }) => name)).toEqual(assumptionNames);
    expect(answer.assumptions.every(({ figure, nameSv, unitSv }) => figure === 'assumed' && nameSv && unitSv)).toBe(
      true,
    );
  });

  it('says what it compares and assumes before anything is asked of it', async () => {
    const fields = 'id nameSv nameEn use { early shared implementation } run { region municipal other } grants';
    const { policyModel } = await api().data<{
      policyModel: Pick<Simulation, 'assumptions'> & { readonly policies: readonly object[] };
    }>(`{ policyModel { policies { ${fields} } assumptions { name nameSv likely unitSv figure source } } }`);
    expect(policyModel.assumptions).toEqual((await simulate()).assumptions);
    expect(policyModel.policies[1]).toEqual({
      ...{ id: 'thin', nameSv: 'Jämn blandning, tunt spridd', nameEn: 'Even mix, spread thin', grants: 40 },
      use: { early: 1, shared: 1, implementation: 1 },
      run: { region: 1, municipal: 1, other: 1 },
    });
    expect(policyModel.policies).toHaveLength(usualPolicies.length);
  });

  it('takes the money of the call, or what is stated', async () => {
    const frames = demo.budgetFrames.map(({ frameSek }) => frameSek);
    const mean = Math.floor(frames.reduce((sum, frame) => sum + frame, 0) / frames.length);
    expect((await simulate()).yearlySek).toBe(mean);
    const none = await simulate(', yearlySek: 0');
    expect(none.yearlySek).toBe(0);
    // Without money all policies are one.
    expect(new Set(none.policies.map(({ externalSek }) => externalSek.likely)).size).toBe(1);
  });

  it('takes other policies, assumptions and starts', async () => {
    const few = '{ id: "even", use: { early: 1 }, run: { municipal: 1 }, grants: 5 }';
    const many = '{ id: "many", name: "Många små", use: { early: 1 }, run: { municipal: 1 }, grants: 200 }';
    const { policies, assumptions } = await simulate(
      `, policies: [${few}, ${many}], assumptions: [{ name: "attrition", low: 0.1, likely: 0.1, high: 0.1, source: "egen räkning" }]
       , municipalities: [{ code: "0480", capacityFte: 40 }]`,
    );
    // A stated policy is not taken for the usual one of the same id.
    expect(policies.map(({ nameSv }) => nameSv)).toEqual(['even', 'Många små']);
    // 200 grants a year cost more to administer than there is money.
    expect(policies[0]!.externalSek.likely).toBeGreaterThan(policies[1]!.externalSek.likely);
    expect(assumptions.find(({ name }) => name === 'attrition')).toMatchObject({
      likely: 0.1,
      figure: 'stated',
      source: 'egen räkning',
    });
    const nykoping = policies[0]!.municipalities.find(({ code }) => code === '0480')!;
    expect(nykoping.capacityFte.likely).toBeGreaterThan(20);
  });

  it('gives no bands without draws', async () => {
    const { policySimulation } = await api().data<{ policySimulation: Simulation }>(
      `{ policySimulation(callId: "${callId}", draws: 0, years: 2) { ... on PolicySimulation { policies { id externalSek ${band} aheadIn } } } }`,
    );
    for (const { externalSek, aheadIn } of policySimulation.policies)
      expect([externalSek.p5, externalSek.p95, aheadIn]).toEqual([null, null, null]);
  });

  it('refuses what it cannot use, in words and with the place in the question', async () => {
    const refused = async (args: string) => {
      const { refusals } = await simulate(args);
      for (const { messageSv, messageEn } of refusals ?? []) {
        expect(messageSv).toMatch(/^[\p{Lu}\d”−-].+\.$/su);
        expect(messageEn).toMatch(/^[\p{Lu}\d"“-].+\.$/su);
      }
      return refusals?.map(({ code, path }) => [code, path.join('.')]);
    };
    const assumption = (name: string, figures: string) => `, assumptions: [{ name: "${name}", ${figures} }]`;
    expect(await refused(', yearlySek: -1')).toEqual([['number-outside-range', 'yearlySek']]);
    expect(await refused(', seed: -1')).toEqual([['policy-seed', 'seed']]);
    expect(await refused(assumption('attrition', 'low: 0.3, likely: 0.1, high: 0.2'))).toEqual([
      ['policy-assumption-interval', 'assumptions.0'],
    ]);
    expect(await refused(assumption('luck', 'low: 1, likely: 1, high: 1'))).toEqual([
      ['policy-unknown-assumption', 'assumptions.0'],
    ]);
    expect(await refused(', policies: [{ id: "a", use: {}, run: { other: 1 }, grants: 1 }]')).toEqual([
      ['policy-without-parts', 'policies.0.use'],
    ]);
    expect(await refused(', policies: [{ id: "a", use: { early: -1 }, run: { other: 1 }, grants: 1 }]')).toEqual([
      ['number-outside-range', 'policies.0.use.early'],
    ]);
    expect(await refused(', municipalities: [{ code: "9999" }]')).toEqual([
      ['municipality-unknown', 'municipalities.0.code'],
    ]);
    await api().data(
      'mutation { saveCall(input: { id: "EMPTY", name: "Tom", decisionDate: "2027-01-01" }) { __typename } }',
    );
    const { policySimulation: empty } = await api().data<{ policySimulation: Simulation }>(
      '{ policySimulation(callId: "EMPTY") { ... on Refused { refusals { code path } } } }',
    );
    expect(empty.refusals).toEqual([{ code: 'policy-yearly-missing', path: ['yearlySek'] }]);
  });
});

const withoutMedian = ({ likely, p5, p95 }: Band): Band => ({ likely, p5, p95 });
