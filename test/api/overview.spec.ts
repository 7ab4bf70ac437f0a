import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

interface Attention {
  readonly refusals?: readonly { readonly code: string; readonly path: readonly string[] }[];
  readonly basis: { readonly kind: string };
  readonly asOf: string;
  readonly items: readonly {
    readonly code: string;
    readonly messageSv: string;
    readonly screen: string;
    readonly applicationIds: readonly string[];
  }[];
}

describeOnDatabase('what needs attention', () => {
  const api = useTestApi(demoRound(), new Date('2026-11-27T12:00:00Z'));
  const callId = demoRound().call.id;
  const attention = async (args = '') =>
    (
      await api().data<{ attention: Attention }>(
        `{ attention(callId: "${callId}"${args}) { ... on Refused { refusals { code path } } ... on Attention {
          basis { kind } asOf items { code messageSv messageEn screen applicationIds } } } }`,
      )
    ).attention;

  it('says the same as the screens it leads to, the gravest first', async () => {
    const made = await attention();
    expect(made).toMatchObject({ basis: { kind: 'all_applications' }, asOf: '2026-11-27' });
    const { resultsAtRisk, gates } = await api().data<{
      resultsAtRisk: { atRisk: number };
      gates: readonly { applicationId: string; isBlocked: boolean }[];
    }>(
      `{ resultsAtRisk(callId: "${callId}") { ... on ResultsAtRisk { atRisk } } gates(callId: "${callId}") { applicationId isBlocked } }`,
    );
    const item = (code: string) => made.items.find((entry) => entry.code === code);
    expect(item('attention-results-at-risk')?.applicationIds).toHaveLength(resultsAtRisk.atRisk);
    expect(item('attention-stopped')?.applicationIds).toEqual(
      gates
        .filter(({ isBlocked }) => isBlocked)
        .map(({ applicationId }) => applicationId)
        .sort(),
    );
    expect(item('attention-plan-uncovered')?.messageSv).toContain('R2 Ekonomiska marginaler');
    expect(made.items[0]?.code).toBe('attention-stopped');
    expect(made.items[0]?.screen).toBe('applications');
  });

  it('has nothing to say of projects while nothing is decided', async () => {
    const { items, basis } = await attention(', basis: decided');
    expect(basis.kind).toBe('decided');
    expect(items.flatMap(({ applicationIds }) => applicationIds)).toEqual([]);
  });

  it('is refused for a scenario that is not there', async () => {
    const { refusals } = await attention(', scenarioId: "NONE"');
    expect(refusals?.map(({ code, path }) => [code, path.join('.')])).toEqual([['scenario-unknown', 'scenarioId']]);
  });
});
