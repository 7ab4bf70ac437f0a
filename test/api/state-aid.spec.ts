import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

const callId = demoRound().call.id;

describeOnDatabase('de minimis aid', () => {
  const api = useTestApi();
  const record = async (input: object) =>
    (
      await api().data<{
        recordDeMinimisAid: { amountEur?: number; sekPerEur?: number; refusals?: { code: string; path: string[] }[] };
      }>(
        `mutation($input: DeMinimisAidInput!) { recordDeMinimisAid(input: $input) {
          ... on Refused { refusals { code path } } ... on DeMinimisAidRecorded { amountEur sekPerEur } } }`,
        { input: { undertakingActorId: 'EX-VERK', grantedDate: '2026-05-20', granter: 'Almi', ...input } },
      )
    ).recordDeMinimisAid;
  const codes = async (input: object) =>
    (await record(input)).refusals?.map(({ code, path }) => [code, path.join('.')]);

  it('stated in kronor counts in euro at the rate of the day it was granted, and reaches the joint ceiling', async () => {
    expect(await codes({ amountSek: 500_000 })).toEqual([['exchange-rate-missing', 'grantedDate']]);
    const { about } = await api().data<{ about: { ruleBookVersion: string } }>('{ about { ruleBookVersion } }');
    await api().data(
      `mutation($input: RuleFigureInput!) { setRuleFigure(input: $input) { __typename ... on Refused { refusals { code } } } }`,
      {
        input: {
          ...{
            parameterId: 'sek_per_eur',
            value: 10,
            validFrom: '2026-05-01',
            validTo: '2026-05-31',
            scope: 'eu_law',
            reason: 'Månadens kurs',
          },
          ...{
            source: { citation: 'InforEuro maj 2026', text: 'Exempelkurs' },
            madeBy: 'H',
            expectedVersion: about.ruleBookVersion,
          },
        },
      },
    );
    const before = await constraints();
    expect(await record({ amountSek: 500_000 })).toEqual({ amountEur: 50_000, sekPerEur: 10 });
    const after = await constraints();
    expect(after.find((limit) => limit.id === 'de-minimis EX-VERK')?.history).toBe(
      before.find((limit) => limit.id === 'de-minimis EX-VERK')!.history + 50_000,
    );
  });

  it('is refused without one amount, a granter, or an undertaking', async () => {
    expect(await codes({})).toEqual([['aid-one-amount', 'amountSek']]);
    expect(await codes({ amountEur: 5, amountSek: 5 })).toEqual([['aid-one-amount', 'amountEur']]);
    expect(await codes({ amountEur: -5 })).toEqual([['aid-one-amount', 'amountEur']]);
    expect(await codes({ amountEur: 5, granter: ' ' })).toEqual([['text-missing', 'granter']]);
    expect(await codes({ amountEur: 5, undertakingActorId: 'NONE' })).toEqual([
      ['actor-not-in-register', 'undertakingActorId'],
    ]);
  });

  async function constraints() {
    const { allocation } = await api().data<{
      allocation: { problem: { jointLimits: { id: string; history: number }[] } };
    }>(`{ allocation(callId: "${callId}", options: { objective: sum_of_value }) { ... on Allocation { problem } } }`);
    return allocation.problem.jointLimits;
  }
});
