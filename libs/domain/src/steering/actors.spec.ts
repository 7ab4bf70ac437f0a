import fc from 'fast-check';
import type { ActorRoleEntry } from '../register/actor-role';
import { smallApplication, smallRound } from '../rules/small-round.fixture';
import { actorMap } from './actor-map';
import { participation } from './participation';

const joint = smallApplication(
  { id: 'A-2' },
  {
    leadPartnerId: 'F1',
    partners: [
      { actorId: 'F1', role: 'lead_partner', costSharePct: 50 },
      { actorId: 'K1', role: 'project_partner', costSharePct: 25 },
      { actorId: 'NONE', role: 'project_partner', costSharePct: 25 },
    ],
    themes: ['energy'],
  },
);
const round = smallRound([smallApplication(), joint]);
const of = (result: ReturnType<typeof participation>, type: string) =>
  result.types.find(({ actorType }) => actorType === type);

describe('participation', () => {
  it('splits the money by type and role, and says who is absent and who dominates', () => {
    const grants = new Map([
      ['A-1', 400_000],
      ['A-2', 100_001],
    ]);
    const result = participation(round, grants, 'partner_budget', 0.5);
    expect(of(result, 'public')).toEqual({
      actorType: 'public',
      registered: 5,
      leading: 1,
      takingPart: 2,
      grantSek: 425_000,
      grantShare: 425_000 / 500_001,
      byRole: [
        { role: 'lead_partner', grantSek: 240_000 },
        { role: 'project_partner', grantSek: 185_000 },
      ],
    });
    expect(of(result, 'industry_cluster')).toMatchObject({
      registered: 2,
      leading: 1,
      takingPart: 1,
      grantSek: 50_001,
    });
    expect(result.unknownSek).toBe(25_000);
    expect(result.absentTypes).toEqual([]);
    expect(result.dominantType).toBe('public');
    expect(participation(round, grants, 'partner_budget', 0.9).dominantType).toBeNull();
  });

  it('gives all to the lead partner when that is how it is attributed, or no share is stated', () => {
    const grants = new Map([['A-2', 100]]);
    expect(of(participation(round, grants, 'lead_partner', 0.5), 'industry_cluster')?.grantSek).toBe(100);
    const bare = smallRound([smallApplication({}, { partners: [] })]);
    const result = participation(bare, new Map([['A-1', 100]]), 'partner_budget', 0.5);
    expect(of(result, 'public')).toMatchObject({ grantSek: 100, leading: 1, takingPart: 1 });
    expect(result.absentTypes).toEqual(['industry_cluster']);
  });

  it('says nothing of concentration when nothing is granted', () => {
    expect(participation(round, new Map(), 'partner_budget', 0.5)).toMatchObject({
      dominantType: null,
      concentration: null,
      unknownSek: 0,
    });
  });

  it('keeps every krona', () => {
    fc.assert(
      fc.property(fc.nat(5_000_000), fc.nat(5_000_000), fc.boolean(), (first, second, isByShare) => {
        const grants = new Map([
          ['A-1', first],
          ['A-2', second],
        ]);
        const result = participation(round, grants, isByShare ? 'partner_budget' : 'lead_partner', 0.5);
        const sum = result.types.reduce((total, type) => total + type.grantSek, result.unknownSek);
        expect(sum).toBe(first + second);
        for (const type of result.types)
          expect(type.byRole.reduce((total, part) => total + part.grantSek, 0)).toBe(type.grantSek);
      }),
    );
  });
});

describe('the map of actors', () => {
  const entry = (changes: Partial<ActorRoleEntry>): ActorRoleEntry => ({
    actorId: 'R',
    role: 'funding',
    cyclePhases: [],
    themes: [],
    municipalityCodes: [],
    note: null,
    ...changes,
  });
  const map = actorMap(
    round,
    [
      entry({}),
      entry({ role: 'advice', cyclePhases: ['application'], themes: ['energy'] }),
      entry({ actorId: 'F1', role: 'receiver', cyclePhases: ['closure'], municipalityCodes: ['0480'] }),
    ],
    () => true,
  );
  const phase = (cyclePhase: string) => map.byPhase.find((place) => place.cyclePhase === cyclePhase);

  it('puts what actors say beside what they are seen doing', () => {
    expect(phase('application')).toEqual({ cyclePhase: 'application', statedActorIds: ['R'], practisingActorIds: [] });
    expect(phase('implementation')).toEqual({
      cyclePhase: 'implementation',
      statedActorIds: ['R'],
      practisingActorIds: ['F1', 'K1', 'K2', 'NONE'],
    });
    expect(phase('closure')?.statedActorIds).toEqual(['F1', 'R']);
    expect(map.byTheme).toEqual([{ theme: 'energy', statedActorIds: ['R'], practisingActorIds: ['F1', 'K1', 'NONE'] }]);
    expect(map.byMunicipality).toEqual([
      {
        municipalityCode: '0428',
        seatedActorIds: [],
        statedActorIds: ['R'],
        practisingActorIds: ['F1', 'K1', 'K2', 'NONE'],
      },
    ]);
    expect(map.actors.find(({ actorId }) => actorId === 'K1')).toEqual({
      actorId: 'K1',
      roles: [],
      leadsApplicationIds: ['A-1'],
      joinsApplicationIds: ['A-2'],
    });
  });

  it('shows the holes: a role nobody has in a phase', () => {
    const cell = (role: string, cyclePhase: string) =>
      map.rolesByPhase.find((item) => item.role === role && item.cyclePhase === cyclePhase)?.actorIds;
    expect(cell('advice', 'application')).toEqual(['R']);
    expect(cell('advice', 'closure')).toEqual([]);
    expect(cell('receiver', 'closure')).toEqual(['F1']);
  });
});
