import { ownerGroupOf, type Round } from '@fordela/domain';
import { swedishSortKey } from '../../apps/api/src/platform/swedish-sort-key';
import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

interface Page {
  readonly applications: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  };
}

const pageQuery = `query($callId: ID!, $first: Int!, $after: String, $filter: ApplicationFilter, $orderBy: ApplicationOrder) {
  applications(callId: $callId, first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id } }
  }
}`;

describeOnDatabase('reading applications', () => {
  const api = useTestApi();
  const demo = demoRound();
  const callId = demo.call.id;
  type Application = Round['applications'][number];

  const page = async (variables: object) =>
    (await api().data<Page>(pageQuery, { callId, first: 100, ...variables })).applications;
  const ids = async (filter: object) => (await page({ filter })).edges.map(({ node }) => node.id);
  const expected = (keep: (application: Application) => boolean) => demo.applications.filter(keep).map(({ id }) => id);
  const actors = new Map(demo.actors.map((actor) => [actor.id, actor]));

  /** Every page from the first to the last. */
  async function readThrough(first: number, orderBy: object): Promise<string[]> {
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { edges, pageInfo } = await page({ first, after, orderBy });
      seen.push(...edges.map(({ node }) => node.id));
      if (!pageInfo.hasNextPage) return seen;
      expect(edges).toHaveLength(first);
      after = pageInfo.endCursor;
    }
  }

  const keys: Readonly<Record<string, (application: Application) => string | number>> = {
    case_id: () => '',
    title: ({ project }) => swedishSortKey(project.title),
    requested: ({ requestedSek }) => requestedSek,
    total_cost: ({ project }) => project.totalCostSek,
    received: ({ receivedDate }) => receivedDate ?? '',
  };

  it.each(Object.keys(keys).flatMap((field) => [1, -1].map((sign) => [field, sign] as const)))(
    'gives the whole list once, in order, whatever the page size: %s %i',
    async (field, sign) => {
      const key = keys[field]!;
      const sorted = [...demo.applications].sort((a, b) => {
        const [left, right] = [key(a), key(b)];
        return sign * (left < right ? -1 : left > right ? 1 : a.id < b.id ? -1 : 1);
      });
      const orderBy = { field, direction: sign > 0 ? 'ascending' : 'descending' };
      for (const first of [5, 41, 42, 100])
        expect(await readThrough(first, orderBy)).toEqual(sorted.map(({ id }) => id));
    },
  );

  it('sorts titles as Swedish does: å, ä and ö last, capitals and accents aside', () => {
    const titles = ['Öl', 'zon', 'Ål', 'café', 'Ärta', 'Cafe B', 'abc'];
    const sorted = [...titles].sort((a, b) => (swedishSortKey(a) < swedishSortKey(b) ? -1 : 1));
    expect(sorted).toEqual(['abc', 'café', 'Cafe B', 'zon', 'Ål', 'Ärta', 'Öl']);
  });

  it('filters by what the application says', async () => {
    expect(await ids({ ownerGroups: ['municipal', 'region_own'] })).toEqual(
      expected(({ project }) => ownerGroupOf(actors.get(project.leadPartnerId)!) !== 'other'),
    );
    expect(await ids({ projectTypes: ['prestudy'] })).toEqual(
      expected(({ project }) => project.projectType === 'prestudy'),
    );
    expect(await ids({ themes: ['early_phase'] })).toEqual(
      expected(({ project }) => project.themes.includes('early_phase')),
    );
    expect(await ids({ municipalityCodes: ['0428', '0488'] })).toEqual(
      expected(({ project }) => project.municipalityCodes.some((code) => ['0428', '0488'].includes(code))),
    );
    expect(await ids({ strategyPriorityIds: ['P5'] })).toEqual(
      expected(({ project }) => project.strategyPriorityId === 'P5'),
    );
    expect(await ids({ leadPartnerIds: ['MDU'] })).toEqual(expected(({ project }) => project.leadPartnerId === 'MDU'));
    expect(await ids({ requested: { min: 1000000, max: 2600000 } })).toEqual(
      expected(({ requestedSek }) => requestedSek >= 1000000 && requestedSek <= 2600000),
    );
  });

  it('finds words in case id, title, summary and lead partner, whatever their capitals', async () => {
    const text = ({ id, project }: Application) =>
      swedishSortKey([id, project.title, project.summary, actors.get(project.leadPartnerId)!.name].join('\n'));
    for (const search of ['GRANTS office', 'sörmland', 'SRM-26-017', 'Mälardalens universitet', "%_'"])
      expect(await ids({ search })).toEqual(
        expected((application) =>
          swedishSortKey(search)
            .split(/\s+/)
            .every((word) => text(application).includes(word)),
        ),
      );
  });

  it('filters by what the rules find', async () => {
    const { findings } = await api().data<{ findings: { applicationId: string; severity: string }[] }>(
      `query($callId: ID!) { findings(callId: $callId) { applicationId severity } }`,
      { callId },
    );
    const found = new Set(findings.map(({ applicationId }) => applicationId));
    const stopped = new Set(
      findings.filter(({ severity }) => severity === 'error').map(({ applicationId }) => applicationId),
    );
    expect(stopped.size).toBeGreaterThan(5);
    expect(await ids({ hasFinding: true })).toEqual(expected(({ id }) => found.has(id)));
    expect(await ids({ hasFinding: false })).toEqual(expected(({ id }) => !found.has(id)));
    expect(await ids({ findingSeverities: ['error'] })).toEqual(expected(({ id }) => stopped.has(id)));
    expect(await ids({ findingSeverities: ['error'], hasFinding: false })).toEqual([]);
  });

  it('combines conditions, and counts what meets them all', async () => {
    const filter = { ownerGroups: ['municipal'], requested: { min: 1000000 } };
    const { totalCount, edges } = await page({ filter, first: 2 });
    const all = expected(
      ({ project, requestedSek }) =>
        ownerGroupOf(actors.get(project.leadPartnerId)!) === 'municipal' && requestedSek >= 1000000,
    );
    expect(totalCount).toBe(all.length);
    expect(edges.map(({ node }) => node.id)).toEqual(all.slice(0, 2));
  });

  it('refuses a cursor of another order, one that is not ours, and a page too large', async () => {
    const { pageInfo } = await page({ first: 3 });
    const ask = (variables: object) => api().ask(pageQuery, { callId, first: 5, ...variables });
    for (const variables of [
      { after: pageInfo.endCursor, orderBy: { field: 'title' } },
      { after: 'not ours' },
      { after: Buffer.from('["case_id ascending"]').toString('base64url') },
    ])
      expect((await ask(variables)).errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_INPUT',
        reason: 'cursor-invalid',
      });
    for (const first of [0, -1, 101])
      expect((await ask({ first })).errors?.[0]?.extensions).toMatchObject({
        code: 'BAD_INPUT',
        reason: 'page-size-out-of-range',
      });
  });

  it('pages through the actors', async () => {
    interface Actors {
      readonly actors: { totalCount: number; pageInfo: { endCursor: string }; edges: { node: { id: string } }[] };
    }
    const query =
      'query($after: String) { actors(first: 20, after: $after) { totalCount pageInfo { endCursor } edges { node { id } } } }';
    const first = (await api().data<Actors>(query)).actors;
    const second = (await api().data<Actors>(query, { after: first.pageInfo.endCursor })).actors;
    expect([...first.edges, ...second.edges].map(({ node }) => node.id)).toEqual(demo.actors.map(({ id }) => id));
    expect(first.totalCount).toBe(demo.actors.length);
  });

  it('answers what is not there with null, not with an error', async () => {
    const { call, application, actor, municipality } = await api().data<Record<string, null>>(
      '{ call(id: "X") { id } application(id: "X") { id } actor(id: "X") { id } municipality(code: "X") { code } }',
    );
    expect([call, application, actor, municipality]).toEqual([null, null, null, null]);
  });

  describe('costs a fixed number of statements', () => {
    const levels = [
      'id',
      'id project { title }',
      'id project { title partners { costSharePct } }',
      'id project { title partners { costSharePct actor { name } } leadPartner { name } }',
      'id project { title partners { costSharePct actor { name municipality { name } } } phases { costs { amountSek } } }',
      `id requested { amountSek } findings { ruleId } dependencies { to { project { title } } }
       ratings { rating reviewer { name affiliation { name } } criterion { nameSv } } call { budgetFrames { year } }
       project {
         title ownerGroup ownerParts { share } strategyPriority { nameSv } receivingActor { name } stateAidUndertaking { name }
         municipalities { name neighbours { name } } costs { amountSek } applications { id }
         partners { costSharePct actor { name municipality { name } deMinimisAid { amountEur } } }
         phases { costs { amountSek } } financing { amounts { amountSek } financier { name } }
       }`,
    ];
    const count = async (fields: string, first: number): Promise<number> => {
      api().statements.length = 0;
      await api().data(
        `query($callId: ID!) { applications(callId: $callId, first: ${first}) { edges { node { ${fields} } } } }`,
        {
          callId,
        },
      );
      return api().statements.length;
    };

    it.each(levels.map((fields, level) => [level, fields] as const))(
      'at level %i, for 2 applications as for 40',
      async (level, fields) => {
        const few = await count(fields, 2);
        const many = await count(fields, 40);
        // One for the page and one for each field that leads further, however many it leads from. Fields that happen to ask in the
        // same moment share theirs, so the widest query may come to a few less. 19 of the last are the round of the findings.
        const most = [1, 2, 3, 5, 7, 50][level]!;
        expect(few).toBeLessThanOrEqual(most);
        expect(many).toBeLessThanOrEqual(most);
        if (level < 4) expect(many).toBe(few);
      },
    );
  });
});
