import fc from 'fast-check';
import { smallRound } from '../rules/small-round.fixture';
import { actorRefusals, type ActorRegisters, type StatedActor } from './check-actor';
import { callRefusals } from './check-call';
import { callStatuses, callStatusOn } from './call-status';
import { municipalityRefusals, sizeClassOf, type StatedMunicipality } from './check-municipality';

const codes = (problems: readonly { code: string; path: readonly (string | number)[] }[]) =>
  problems.map(({ code, path }) => [code, path.join('.')]);
const day = fc
  .integer({ min: 0, max: 4000 })
  .map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10));

describe('a call', () => {
  const call = (changes: object) => ({
    id: 'CALL-2027-H',
    name: 'Hösten 2027',
    firstKnownDate: '2027-01-10',
    openingDate: '2027-08-01',
    closingDate: '2027-09-30',
    decisionDate: '2027-12-15',
    ...changes,
  });

  it('is refused with the place of every fault', () => {
    expect(callRefusals(call({}))).toEqual([]);
    expect(codes(callRefusals(call({ id: ' ', name: ' ' })))).toEqual([
      ['key-form', 'id'],
      ['name-missing', 'name'],
    ]);
    expect(callRefusals(call({ closingDate: '2027-07-31' }))).toEqual([
      {
        code: 'call-dates-order',
        path: ['closingDate'],
        params: { earlier: 'openingDate', later: 'closingDate', from: '2027-08-01', to: '2027-07-31' },
      },
    ]);
    expect(codes(callRefusals(call({ openingDate: null, closingDate: '2026-12-31' })))).toEqual([
      ['call-dates-order', 'closingDate'],
    ]);
    expect(codes(callRefusals(call({ decisionDate: '2027-07-31' })))).toEqual([['call-dates-order', 'decisionDate']]);
    const oneDay = { firstKnownDate: '2027-08-01', closingDate: '2027-08-01', decisionDate: '2027-08-01' };
    expect(callRefusals(call(oneDay))).toEqual([]);
    expect(callRefusals(call({ firstKnownDate: null, openingDate: null, closingDate: null }))).toEqual([]);
  });

  it('stands by its own dates, both ends included', () => {
    const dates = { openingDate: '2026-02-01', closingDate: '2026-03-31' };
    expect(['2026-01-31', '2026-02-01', '2026-03-31', '2026-04-01'].map((asOf) => callStatusOn(dates, asOf))).toEqual([
      'upcoming',
      'open',
      'open',
      'expired',
    ]);
    expect(callStatusOn({ openingDate: null, closingDate: null }, '2026-01-01')).toBe('upcoming');
    expect(callStatusOn({ openingDate: '2026-01-01', closingDate: null }, '2099-01-01')).toBe('open');
  });

  it('never goes back as the days pass', () => {
    const dates = fc.record({ openingDate: fc.option(day), closingDate: fc.option(day) });
    fc.assert(
      fc.property(dates, day, day, (call, one, other) => {
        const [first, second] = [one, other].sort() as [string, string];
        const at = (asOf: string) => callStatuses.indexOf(callStatusOn(call, asOf));
        expect(at(first)).toBeLessThanOrEqual(at(second));
      }),
    );
  });
});

describe('a municipality', () => {
  const stated = (changes: Partial<StatedMunicipality> = {}): StatedMunicipality => ({
    code: '0428',
    name: 'Vingåker',
    population: 8_981,
    populationDate: '2022-12-31',
    neighbourCodes: ['0483'],
    ...changes,
  });
  const known = new Set(['0428', '0483']);

  it('is sized by its inhabitants', () => {
    expect([1, 19_999, 20_000, 49_999, 50_000].map(sizeClassOf)).toEqual([
      'small',
      'small',
      'medium',
      'medium',
      'large',
    ]);
  });

  it('is refused with the place of every fault', () => {
    expect(municipalityRefusals(stated(), known, '2026-01-01')).toEqual([]);
    const wrong = stated({
      code: '428',
      name: '',
      population: 0,
      populationDate: '2026-01-02',
      neighbourCodes: ['0483', '0483', '428', '9999'],
    });
    expect(codes(municipalityRefusals(wrong, known, '2026-01-01'))).toEqual([
      ['municipality-code-form', 'code'],
      ['name-missing', 'name'],
      ['population-not-positive', 'population'],
      ['date-in-future', 'populationDate'],
      ['listed-twice', 'neighbourCodes.1'],
      ['municipality-own-neighbour', 'neighbourCodes.2'],
      ['municipality-not-in-register', 'neighbourCodes.3'],
    ]);
  });
});

describe('an actor', () => {
  const { actors } = smallRound([]);
  const registers: ActorRegisters = {
    actors: new Map(actors.map((actor) => [actor.id, actor])),
    municipalityCodes: new Set(['0428']),
  };
  const stated = (changes: Partial<StatedActor> = {}): StatedActor => ({
    ...actors.find(({ id }) => id === 'R')!,
    furtherTypes: ['academia'],
    roles: [
      { role: 'advice', cyclePhases: ['application'], themes: ['energy'], municipalityCodes: ['0428'], note: null },
    ],
    ...changes,
  });

  it('may have several types and roles', () => {
    expect(actorRefusals(stated(), registers)).toEqual([]);
  });

  it('is refused with the place of every fault', () => {
    const wrong = stated({
      id: '?',
      name: ' ',
      parentActorId: 'NONE',
      municipalityCode: '0180',
      furtherTypes: ['academia', 'public', 'academia'],
      roles: [
        { role: 'advice', cyclePhases: ['closure', 'closure'], themes: [' '], municipalityCodes: ['1'], note: null },
      ],
    });
    expect(codes(actorRefusals(wrong, registers))).toEqual([
      ['key-form', 'id'],
      ['name-missing', 'name'],
      ['actor-not-in-register', 'parentActorId'],
      ['municipality-not-in-register', 'municipalityCode'],
      ['listed-twice', 'furtherTypes.1'],
      ['listed-twice', 'furtherTypes.2'],
      ['listed-twice', 'roles.0.cyclePhases.1'],
      ['text-missing', 'roles.0.themes.0'],
      ['municipality-not-in-register', 'roles.0.municipalityCodes.0'],
    ]);
  });

  it('is not part of itself, nor of its own unit', () => {
    expect(codes(actorRefusals(stated({ parentActorId: 'R' }), registers))).toEqual([
      ['actor-own-parent', 'parentActorId'],
    ]);
    expect(codes(actorRefusals(stated({ parentActorId: 'RA' }), registers))).toEqual([
      ['actor-own-parent', 'parentActorId'],
    ]);
  });
});
