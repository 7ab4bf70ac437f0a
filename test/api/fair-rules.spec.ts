import { portfolioShares, type OptimiseOutcome } from '@fordela/portfolio';
import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { solvedLocally } from '../support/solved-locally';
import { useTestApi } from '../support/test-api';

const demo = demoRound();
const callId = demo.call.id;

interface Group {
  readonly name: string;
  readonly group: string;
  readonly amountSek: number;
  readonly perInhabitantSek: number | null;
}
interface Rule {
  readonly rule: string;
  readonly nameSv: string;
  readonly applications: readonly { readonly applicationId: string; readonly title: string }[];
  readonly entering: readonly { readonly applicationId: string }[];
  readonly leaving: readonly { readonly applicationId: string }[];
  readonly grants: number;
  readonly grantedSek: number;
  readonly unusedSek: number;
  readonly value: number;
  readonly valueLost: number;
  readonly valueLostShare: number;
  readonly satisfaction: { readonly voters: number };
  readonly grantSpread: { readonly gini: number; readonly herfindahl: number; readonly topFiveShare: number };
  readonly municipalities: {
    readonly emptyHandedShare: number;
    readonly giniPerInhabitant: number;
    readonly perInhabitantSek: number;
    readonly groups: readonly Group[];
  };
  readonly ownerGroups: { readonly groups: readonly { readonly group: string; readonly amountSek: number }[] };
  readonly againstEarlierYears: { readonly years: readonly number[]; readonly herfindahlChange: number } | null;
}
interface Answer {
  readonly optimum: Rule;
  readonly rules: readonly Rule[];
  readonly problem: object;
  readonly refusals?: readonly { readonly code: string; readonly path: readonly string[] }[];
}

const portfolio = `rule nameSv nameEn applications { applicationId title } entering { applicationId } leaving { applicationId } grants grantedSek unusedSek
  value valueLost valueLostShare satisfaction { voters mean least shareSatisfied gini } grantSpread { count gini herfindahl topFiveShare }
  municipalities { emptyHandedShare emptyHandedInhabitantsShare perInhabitantSek giniPerInhabitant groups { group name amountSek share perInhabitantSek } }
  ownerGroups { groups { group amountSek } } leads { spread { herfindahl topFiveShare } } againstEarlierYears { years herfindahlChange giniChange neverServed }`;

describeOnDatabase('fair rules beside the optimum', () => {
  const api = useTestApi();
  const ask = async (voters = 'municipalities', options: object = { objective: 'sum_of_value' }) =>
    (
      await api().data<{ fairRules: Answer }>(
        `query($o: AllocationOptionsInput!, $v: FairVoters!) { fairRules(callId: "${callId}", options: $o, voters: $v) {
          ... on Refused { refusals { code path } }
          ... on FairRules { voters certificate { status } optimum { ${portfolio} } rules { ${portfolio} } problem } } }`,
        { o: options, v: voters },
      )
    ).fairRules;
  const ids = (list: readonly { readonly applicationId: string }[]) => list.map(({ applicationId }) => applicationId);

  it('fund what the engine says without a database, and lose value to the optimum', async () => {
    const { optimum, rules, problem } = await ask();
    const local = await solvedLocally<{ rules: { name: string; selected: string[]; value: number }[] }>(problem);
    expect(rules.map(({ rule, applications, value }) => [rule, ids(applications), value])).toEqual(
      local.rules.filter(({ name }) => name !== 'optimum').map(({ name, selected, value }) => [name, selected, value]),
    );
    const best = await solvedLocally<OptimiseOutcome>({ ...problem, tasks: [{ task: 'optimise' }] });
    expect(ids(optimum.applications)).toEqual(best.portfolio!.funded.map(({ project }) => project));
    expect([optimum.valueLost, optimum.valueLostShare]).toEqual([0, 0]);
    for (const { value, valueLost, valueLostShare, grantedSek, unusedSek } of rules) {
      expect(valueLost).toBeGreaterThanOrEqual(-1e-9);
      expect(value + valueLost).toBeCloseTo(optimum.value, 9);
      expect(valueLostShare).toBeCloseTo(valueLost / optimum.value, 12);
      expect(grantedSek + unusedSek).toBe(24_000_000);
    }
  });

  it('tell who enters and leaves against the optimum, by title', async () => {
    const { optimum, rules } = await ask();
    for (const { applications, entering, leaving } of rules) {
      const after = ids(optimum.applications).filter((id) => !ids(leaving).includes(id));
      expect([...after, ...ids(entering)].sort()).toEqual(ids(applications).sort());
    }
    const titles = new Map(demo.applications.map(({ id, project }) => [id, project.title]));
    expect(optimum.applications.every(({ applicationId, title }) => titles.get(applicationId) === title)).toBe(true);
  });

  it('measure how the money is spread, municipality by municipality', async () => {
    const { optimum } = await ask();
    const grants = optimum.applications.map(({ applicationId }) => ({
      applicationId,
      grantedSek: demo.applications.find(({ id }) => id === applicationId)!.requestedSek,
    }));
    const shares = portfolioShares(demo, grants, 'partner_budget').municipalities;
    const { groups, emptyHandedShare, perInhabitantSek } = optimum.municipalities;
    const expected = new Map(shares.map(({ group, amountSek }) => [group, amountSek]));
    // What an allocation shows of the same grants, to the krona: both divide by `splitOverGroups`.
    for (const { group, amountSek } of groups) expect(amountSek).toBe(expected.get(group) ?? 0);
    const owners = portfolioShares(demo, grants, 'partner_budget').ownerGroups;
    expect(owners.map(({ group, amountSek }) => [group, amountSek]).sort()).toEqual(
      optimum.ownerGroups.groups.map(({ group, amountSek }) => [group, amountSek]).sort(),
    );
    expect(groups.map(({ name }) => name)).toContain('Vingåker');
    expect(emptyHandedShare).toBe(groups.filter(({ amountSek }) => amountSek === 0).length / groups.length);
    const inhabitants = demo.municipalities.reduce((sum, { population }) => sum + population, 0);
    expect(perInhabitantSek).toBeCloseTo(groups.reduce((sum, { amountSek }) => sum + amountSek, 0) / inhabitants, 9);
    // By the definitions, from the grants themselves.
    const amounts = grants.map(({ grantedSek }) => grantedSek).sort((a, b) => b - a);
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    expect(optimum.grantSpread.topFiveShare).toBeCloseTo(
      amounts.slice(0, 5).reduce((sum, own) => sum + own, 0) / total,
      12,
    );
    expect(optimum.grantSpread.herfindahl).toBeCloseTo(
      amounts.reduce((sum, own) => sum + (own / total) ** 2, 0),
      12,
    );
    const differences = amounts.flatMap((a) => amounts.map((b) => Math.abs(a - b)));
    const gini = differences.reduce((sum, own) => sum + own, 0) / (2 * amounts.length * total);
    expect(optimum.grantSpread.gini).toBeCloseTo(gini, 12);
  });

  it('let owner groups or reviewers be the voters', async () => {
    expect((await ask('owner_groups')).optimum.satisfaction.voters).toBe(3);
    expect((await ask('reviewers')).optimum.satisfaction.voters).toBe(demo.reviewers.length);
  });

  it('compare with earlier years once there are any', async () => {
    expect((await ask()).optimum.againstEarlierYears).toBeNull();
    const grant = { title: 'Tidigare', ownerGroup: 'municipal', amountSek: 5_000_000, source: 'Årsredovisning' };
    await api().data('mutation($g: [EarlierGrantInput!]!) { saveEarlierGrants(grants: $g) { __typename } }', {
      g: [{ ...grant, id: 'T-1', year: 2024 }],
    });
    const { againstEarlierYears } = (await ask()).optimum;
    expect(againstEarlierYears!.years).toEqual([2024]);
    // One group had everything: this year's money is less concentrated.
    expect(againstEarlierYears!.herfindahlChange).toBeLessThan(0);
  });

  it('are refused when no portfolio keeps the limits', async () => {
    const limits = [
      { dimension: 'ownerGroup', groups: ['region_own'], minSek: 20_000_000 },
      { dimension: 'ownerGroup', groups: ['region_own'], maxSek: 1_000_000 },
    ];
    const { refusals } = await ask('municipalities', { objective: 'sum_of_value', limits });
    expect(refusals).toEqual([{ code: 'allocation-infeasible', path: ['options'] }]);
  });
});
