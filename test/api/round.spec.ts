import { canonicalJson, fingerprint, type Round } from '@fordela/domain';
import { RoundRepository } from '../../apps/api/src/round/round.repository';
import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

/** The same on every database and every machine: a change here is a change of the data or of their form. */
const demoFingerprint = '6b476c4b5d49391cd64122c27aa4f1787fe8c9e39119359facf4e94344f9674d';

describeOnDatabase('a round in the database', () => {
  const api = useTestApi();
  const demo = demoRound();
  beforeEach(() => api().rounds.save(demo));

  const load = () => api().rounds.load(demo.call.id);
  const withApplication = (
    change: (application: Round['applications'][number]) => Round['applications'][number],
  ): Round => ({
    ...demo,
    applications: demo.applications.map((application, index) => (index === 0 ? change(application) : application)),
  });

  it('comes back as the bytes that went in, the same in every database', async () => {
    const stored = await load();
    expect(canonicalJson(stored)).toBe(canonicalJson(demo));
    expect(fingerprint(stored)).toBe(demoFingerprint);
  });

  it('is left alone when it is saved again', async () => {
    const saved = await api().rounds.save(demo);
    expect(saved.newApplicationIds).toEqual([]);
    expect(saved.changedApplicationIds).toEqual([]);
    expect(saved.unchangedApplicationIds).toHaveLength(42);
    const touched = Object.values(saved.rows).map((rows) => rows.inserted + rows.updated + rows.removed);
    expect(touched.every((count) => count === 0)).toBe(true);
  });

  it('updates what differs, and only that', async () => {
    const saved = await api().rounds.save(
      withApplication((application) => ({ ...application, project: { ...application.project, title: 'Nytt namn' } })),
    );
    expect(saved.changedApplicationIds).toEqual(['SRM-26-001']);
    expect(saved.rows.projects).toEqual({ inserted: 0, updated: 1, unchanged: 41, removed: 0 });
    expect(saved.rows.ratings.updated).toBe(0);
    expect((await load()).applications[0]!.project.title).toBe('Nytt namn');
  });

  it('removes the rows of an application that are no longer in it, of that application only', async () => {
    const saved = await api().rounds.save(
      withApplication((application) => ({
        ...application,
        requested: application.requested.slice(1),
        project: { ...application.project, phases: application.project.phases.slice(0, 2), financing: [] },
      })),
    );
    expect(saved.rows.phases.removed).toBe(demo.applications[0]!.project.phases.length - 2);
    expect(saved.rows.requests.removed).toBe(1);
    const stored = await load();
    expect(stored.applications[0]!.project.financing).toEqual([]);
    expect(canonicalJson(stored.applications.slice(1))).toBe(canonicalJson(demo.applications.slice(1)));
  });

  it('keeps applications and registers that a later file does not mention', async () => {
    await api().rounds.save({
      ...demo,
      applications: demo.applications.slice(0, 3),
      actors: demo.actors.slice(),
      ratings: [],
    });
    const stored = await load();
    expect(stored.applications).toHaveLength(42);
    // The ratings of the three saved applications are gone with the round that says they have none; the others' stay.
    const rated = new Set(stored.ratings.map((rating) => rating.applicationId));
    expect(rated.has('SRM-26-003')).toBe(false);
    expect(rated.has('SRM-26-004')).toBe(true);
  });

  it('holds what an application states wrongly, so that the rules can tell', async () => {
    const { applications, dependencies, ratings } = await load();
    const known = new Set(demo.municipalities.map((municipality) => municipality.code));
    const wrong = applications.filter(({ project }) => project.municipalityCodes.some((code) => !known.has(code)));
    expect(wrong.map(({ id }) => id)).toEqual(['SRM-26-033']);
    const ids = new Set(applications.map(({ id }) => id));
    expect(dependencies.filter((link) => !ids.has(link.toApplicationId)).map((link) => link.fromApplicationId)).toEqual(
      ['SRM-26-037'],
    );
    expect(ratings.filter((rating) => rating.rating === 6)).toHaveLength(1);
  });

  it('takes money to the last exact whole number, and back', async () => {
    const most = Number.MAX_SAFE_INTEGER;
    await api().rounds.save(
      withApplication((application) => ({ ...application, requestedSek: most, advanceRequestedSek: -most })),
    );
    const { applications } = await load();
    expect([applications[0]!.requestedSek, applications[0]!.advanceRequestedSek]).toEqual([most, -most]);
  });

  it('saves all or nothing', async () => {
    const broken = withApplication((application) => ({
      ...application,
      project: { ...application.project, title: 'Half saved', leadPartnerId: 'NOBODY' },
    }));
    await expect(api().rounds.save(broken)).rejects.toThrow('project_lead_partner_fk');
    expect(canonicalJson(await load())).toBe(canonicalJson(demo));
  });

  it('is loaded in as many statements as there are tables, however many applications it has', async () => {
    api().statements.length = 0;
    await load();
    expect(api().statements).toHaveLength(19);
  });

  it('is one thing: a part that is not of its call is not in it', async () => {
    const other: Round = {
      ...demo,
      call: { ...demo.call, id: 'CALL-2027-V', name: 'Another', isExample: false },
      applications: demo.applications.slice(0, 1).map((application) => ({
        ...application,
        id: 'SRM-27-001',
        callId: 'CALL-2027-V',
        project: { ...application.project, id: 'SRM-27-001' },
      })),
      dependencies: [],
      ratings: [],
    };
    await api().rounds.save(other);
    expect(canonicalJson(await load())).toBe(canonicalJson(demo));
    expect((await api().rounds.load('CALL-2027-V')).applications).toHaveLength(1);
  });

  it('is absent, or said to be, when there is no such call', async () => {
    expect(await api().rounds.find('NONE')).toBeNull();
    await expect(api().rounds.load('NONE')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('gives a saved version to what people edit, and a new one only when it changes', async () => {
    const versions = () =>
      api().unitOfWork.read((tx) => tx.query<{ version: number }[]>('SELECT DISTINCT version FROM budget_frame'));
    const repository = new RoundRepository();
    const before = await versions();
    await api().unitOfWork.run((tx) => repository.save(tx, demo));
    expect(await versions()).toEqual(before);
  });
});
