import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

interface Outcome {
  readonly refusals?: readonly {
    readonly code: string;
    readonly path: readonly string[];
    readonly messageSv: string;
  }[];
}
const refused = '... on Refused { refusals { code path messageSv } }';
const codes = ({ refusals }: Outcome) => refusals?.map(({ code, path }) => [code, path.join('.')]);

describeOnDatabase('the registers', () => {
  const api = useTestApi(demoRound(), new Date('2026-11-27T12:00:00Z'));
  const demo = demoRound();
  const mutate = async <Saved>(name: string, type: string, parts: string, input: object) =>
    (
      await api().data<Record<string, Outcome & Saved>>(
        `mutation($input: ${type}!) { ${name}(input: $input) { ${refused} ${parts} } }`,
        { input },
      )
    )[name]!;

  describe('an actor', () => {
    interface Actor {
      readonly actor?: { readonly version: number; readonly roles: readonly object[] };
    }
    const parts = `... on ActorSaved { actor { id name actorType furtherTypes legalForm version parent { id }
      roles { role cyclePhases themes municipalityCodes note } } }`;
    const save = (input: object) => mutate<Actor>('saveActor', 'ActorInput', parts, input);
    const mitc = {
      id: 'MITC',
      name: ' MITC ',
      actorType: 'business_support',
      legalForm: 'cooperation_centre',
      municipalityCode: '0484',
    };
    const roles = [
      { role: 'intermediary', cyclePhases: ['foresight_idea', 'application'], themes: ['industry'], note: ' ' },
      { role: 'testing', municipalityCodes: ['0484'] },
    ];

    it('is changed with its types and roles, one version on', async () => {
      const saved = await save({ ...mitc, furtherTypes: ['industry_cluster'], roles, expectedVersion: 1 });
      expect(saved.actor).toEqual({
        id: 'MITC',
        name: 'MITC',
        actorType: 'business_support',
        furtherTypes: ['industry_cluster'],
        legalForm: 'cooperation_centre',
        version: 2,
        parent: null,
        roles: [
          {
            role: 'intermediary',
            cyclePhases: ['foresight_idea', 'application'],
            themes: ['industry'],
            municipalityCodes: [],
            note: null,
          },
          { role: 'testing', cyclePhases: [], themes: [], municipalityCodes: ['0484'], note: null },
        ],
      });
    });

    it('counts a version when only a role is taken away, and none when nothing differs', async () => {
      const input = { ...mitc, furtherTypes: ['industry_cluster'], roles: [roles[0]] };
      expect((await save({ ...input, expectedVersion: 2 })).actor).toMatchObject({ version: 3 });
      expect((await save({ ...input, expectedVersion: 3 })).actor).toMatchObject({ version: 3 });
    });

    it('is not overwritten by somebody who saw an earlier version', async () => {
      const stale = await save({ ...mitc, name: 'Annat', expectedVersion: 1 });
      expect(codes(stale)).toEqual([['stale', 'expectedVersion']]);
      const { actor } = await api().data<{ actor: object }>('{ actor(id: "MITC") { name roles { role } } }');
      expect(actor).toEqual({ name: 'MITC', roles: [{ role: 'intermediary' }] });
    });

    it('may be new, and is refused with every reason and its place', async () => {
      const isNew = { ...mitc, id: 'NY-1', name: 'Ny', parentActorId: 'MITC' };
      expect((await save(isNew)).actor).toMatchObject({ id: 'NY-1', version: 1, parent: { id: 'MITC' } });
      expect(codes(await save(isNew))).toEqual([['stale', 'expectedVersion']]);
      const wrong = {
        ...mitc,
        parentActorId: 'NY-1',
        municipalityCode: '9999',
        name: 'x'.repeat(201),
        expectedVersion: 3,
      };
      const outcome = await save(wrong);
      expect(codes(outcome)).toEqual([
        ['text-too-long', 'name'],
        ['actor-own-parent', 'parentActorId'],
        ['municipality-not-in-register', 'municipalityCode'],
      ]);
      expect(outcome.refusals![1]!.messageSv).toContain('MITC kan inte höra till NY-1');
    });

    it('is saved by one of two who save it at once, new or not', async () => {
      const both = async (input: object) => {
        const outcomes = await Promise.all([save(input), save({ ...input, name: 'Den andra' })]);
        return outcomes.map((outcome) => codes(outcome)?.[0]?.[0] ?? 'saved').sort();
      };
      const { actor } = await api().data<{ actor: { version: number } }>('{ actor(id: "ALMI") { version } }');
      const almi = { id: 'ALMI', name: 'Almi', actorType: 'business_support', legalForm: 'company' };
      expect(await both({ ...almi, expectedVersion: actor.version })).toEqual(['saved', 'stale']);
      expect(await both({ ...almi, id: 'ALDRIG-SEDD' })).toEqual(['saved', 'stale']);
    });

    it('leaves the round as scoring and allocation see it', async () => {
      const round = await api().rounds.load(demo.call.id);
      expect(round.actors.find(({ id }) => id === 'MITC')).toEqual({
        ...demo.actors.find(({ id }) => id === 'MITC'),
        name: 'MITC',
        provenance: null,
        note: null,
      });
      expect(round.municipalities).toEqual(demo.municipalities);
      expect(round.call).toEqual(demo.call);
    });

    it('is loaded with its roles in as many statements for one as for all', async () => {
      const count = async (first: number) => {
        api().statements.length = 0;
        await api().data(`{ actors(first: ${first}) { edges { node { furtherTypes roles { role } } } } }`);
        return api().statements.length;
      };
      expect(await count(30)).toBe(await count(1));
    });
  });

  describe('a municipality', () => {
    const parts = '... on MunicipalitySaved { municipality { code name population populationDate sizeClass version } }';
    const save = (input: object) =>
      mutate<{ municipality?: object }>('saveMunicipality', 'MunicipalityInput', parts, input);

    it('is sized by its inhabitants', async () => {
      const input = {
        code: '0461',
        name: 'Gnesta',
        population: 20_000,
        populationDate: '2025-12-31',
        neighbourCodes: ['0480'],
      };
      expect((await save({ ...input, expectedVersion: 1 })).municipality).toEqual({
        code: '0461',
        name: 'Gnesta',
        population: 20_000,
        populationDate: '2025-12-31',
        sizeClass: 'medium',
        version: 2,
      });
      expect(codes(await save({ ...input, expectedVersion: 1 }))).toEqual([['stale', 'expectedVersion']]);
      const wrong = { ...input, population: 0, populationDate: '9999-01-01', neighbourCodes: ['0461', '1'] };
      expect(codes(await save({ ...wrong, expectedVersion: 2 }))).toEqual([
        ['population-not-positive', 'population'],
        ['date-in-future', 'populationDate'],
        ['municipality-own-neighbour', 'neighbourCodes.0'],
        ['municipality-not-in-register', 'neighbourCodes.1'],
      ]);
    });
  });

  describe('a call', () => {
    const parts = `... on CallSaved { call { id name firstKnownDate openingDate closingDate isExample version
      before: status(asOf: "2027-07-31") on: status(asOf: "2027-08-01") after: status(asOf: "2027-10-01") } }`;
    const save = (input: object) => mutate<{ call?: object }>('saveCall', 'CallInput', parts, input);
    const autumn = {
      id: 'CALL-2027-H',
      name: 'Hösten 2027',
      openingDate: '2027-08-01',
      closingDate: '2027-09-30',
      decisionDate: '2027-12-15',
    };

    it('may be new, and stands by its dates', async () => {
      expect((await save(autumn)).call).toEqual({
        id: 'CALL-2027-H',
        name: 'Hösten 2027',
        firstKnownDate: null,
        openingDate: '2027-08-01',
        closingDate: '2027-09-30',
        isExample: false,
        version: 1,
        before: 'upcoming',
        on: 'open',
        after: 'expired',
      });
      expect((await save({ ...autumn, firstKnownDate: '2027-01-15', expectedVersion: 1 })).call).toMatchObject({
        firstKnownDate: '2027-01-15',
        version: 2,
      });
    });

    it('keeps the mark of the demonstration portfolio', async () => {
      const { id, name, decisionDate } = demo.call;
      expect((await save({ id, name, decisionDate, expectedVersion: 1 })).call).toMatchObject({ isExample: true });
    });

    it('is refused with every reason and its place', async () => {
      expect(codes(await save({ ...autumn, expectedVersion: 1 }))).toEqual([['stale', 'expectedVersion']]);
      const outcome = await save({ ...autumn, id: 'a b', closingDate: '2027-07-01', decisionDate: '2027-07-01' });
      expect(codes(outcome)).toEqual([
        ['key-form', 'id'],
        ['call-dates-order', 'closingDate'],
        ['call-dates-order', 'decisionDate'],
      ]);
      expect(outcome.refusals![1]!.messageSv).toBe(
        'Sista ansökningsdagen (2027-07-01) ligger före första ansökningsdagen (2027-08-01). Rätta en av dem.',
      );
    });
  });
});
