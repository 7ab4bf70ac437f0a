import type { Result } from '@fordela/domain';
import fc from 'fast-check';
import { expectedRanks } from '../expected-rank/expected-rank';
import { snsfPriors } from '../expected-rank/hyper-posterior';
import { fundingZone } from './funding-zone';
import { publicDraw, seedCommitment, verifyDraw } from './public-draw';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const codes = <T>(result: Result<T>) => (result.ok ? [] : result.refusal.map((entry) => entry.code));

describe('zone at the funding line', () => {
  it('reproduces one accepted, seven in the lottery and seven rejected of fifteen with five places (Heyard et al. 2022)', () => {
    const grades = [
      [1, 1, 1, 2, 5],
      [1, 1, 2, 2, 6],
      [1, 2, 1, 3, 5],
      [1, 3, 2, 1, 5],
      [1, 2, 2, 3, 5],
      [1, 3, 1, 4, 5],
      [1, 2, 3, 4, 5],
      [1, 5, 2, 2, 5],
      [1, 3, 4, 3, 5],
      [1, 4, 2, 5, 5],
      [2, 3, 4, 4, 5],
      [2, 4, 3, 5, 5],
      [2, 5, 4, 4, 6],
      [2, 3, 4, 6, 6],
      [2, 5, 5, 4, 6],
    ];
    const ids = grades.map((_, i) => `#${i + 1}`);
    const ranked = value(
      expectedRanks(grades, ids, ['v1', 'v2', 'v3', 'v4', 'v5'], {
        best: 'lowest',
        priors: snsfPriors,
        centre: 'grades',
        disconnected: 'refuse',
        gridPoints: 24,
        latticePoints: 64,
        interval: 0.5,
      }),
    );
    const ranks = ranked.units.map((unit) => ({
      unitId: unit.unitId,
      rank: unit.expectedRank,
      low: unit.rankLow,
      high: unit.rankHigh,
    }));
    const zone = value(fundingZone(ranks, 5, 'rank-of-last-funded'));
    expect(zone.accepted).toEqual(['#1']);
    expect([...zone.zone].sort()).toEqual(['#2', '#3', '#4', '#5', '#6', '#7', '#8']);
    expect(zone.rejected).toHaveLength(7);
    expect(zone).toMatchObject({ placesInZone: 4, needsDecision: true });
    expect(zone.line).toBeCloseTo(5.1, 1);
  });
  const certain = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ unitId: `u${i}`, rank: i + 1, low: i + 1, high: i + 1 }));
  it('has no zone between places when ranks are certain', () => {
    const zone = value(fundingZone(certain(5), 2, 'between-places'));
    expect(zone).toMatchObject({
      line: 2.5,
      accepted: ['u0', 'u1'],
      zone: [],
      rejected: ['u2', 'u3', 'u4'],
      placesInZone: 0,
      needsDecision: false,
    });
    const last = value(fundingZone(certain(5), 2, 'rank-of-last-funded'));
    expect(last).toMatchObject({ accepted: ['u0'], zone: ['u1'], placesInZone: 1, needsDecision: false });
  });
  it('accepts all with enough places, none with none, and refuses what is no interval', () => {
    expect(value(fundingZone(certain(3), 3, 'between-places')).accepted).toHaveLength(3);
    expect(value(fundingZone(certain(3), 0, 'rank-of-last-funded')).rejected).toHaveLength(3);
    expect(codes(fundingZone([], 1, 'between-places'))).toEqual(['line-no-units']);
    expect(codes(fundingZone(certain(2), 1.5, 'between-places'))).toEqual(['line-places']);
    expect(codes(fundingZone([{ unitId: 'a', rank: 1, low: 2, high: 1 }], 1, 'between-places'))).toEqual([
      'line-interval',
    ]);
  });
  it('only widens when the intervals widen', () => {
    const entry = fc.record({ rank: fc.double({ min: 1, max: 20, noNaN: true }), down: fc.nat(5), up: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 12 }), fc.nat(12), (entries, places) => {
        const at = (extra: number) =>
          value(
            fundingZone(
              entries.map(({ rank, down, up }, i) => ({
                unitId: `u${i}`,
                rank,
                low: rank - down - extra,
                high: rank + up + extra,
              })),
              places,
              'rank-of-last-funded',
            ),
          );
        const narrow = new Set(at(0).zone);
        const wide = new Set(at(1).zone);
        for (const id of narrow) expect(wide.has(id)).toBe(true);
        const { accepted, zone, rejected } = at(0);
        expect(accepted.length + zone.length + rejected.length).toBe(entries.length);
      }),
    );
  });
});

/** From sha256sum, not from this library. */
const sha256sums = {
  'SRM-26-001': '35aff451a8c19700c6f2e21f307bdbf6afc59b976dca81124c9f7d5937aee969',
  'SRM-26-002': '775919bd1ac9151a5b31a21395ca5688a26340477d150d76325f39651f695524',
  'SRM-26-010': 'f709ed057d9f5cdc3d0d641fcb3dfa466be757b4b8b6f4f383b0d4eaaaa241c9',
};
const seedSum = '9bf3d63e2ff920f20279587ae347bfef8a0f1f1da4b559c0ef253e454a40a33a';

describe('public draw', () => {
  const seed = 'Dragning 2026-06-11, lotto 4 8 15 16 23 42';
  const ids = ['SRM-26-002', 'SRM-26-001', 'SRM-26-010'];
  it('is what sha256sum gives for seed|id, whatever the order of the ids', () => {
    const record = value(publicDraw({ seed, ids, places: 2, commitment: null }));
    // printf 'Dragning 2026-06-11, lotto 4 8 15 16 23 42|SRM-26-001' | sha256sum, and so on.
    expect(Object.fromEntries(record.order.map(({ id, hash }) => [id, hash]))).toEqual(sha256sums);
    expect(record.commitment).toBe(seedSum);
    expect([...record.order].map((entry) => entry.hash)).toEqual(Object.values(sha256sums).sort());
    expect(record.drawn).toEqual(record.order.slice(0, 2).map((entry) => entry.id));
    expect(value(publicDraw({ seed, ids: [...ids].reverse(), places: 2, commitment: seedCommitment(seed) }))).toEqual(
      record,
    );
    expect(verifyDraw(record)).toBe(true);
    expect(verifyDraw({ ...record, seed: `${seed}!` })).toBe(false);
    expect(verifyDraw({ ...record, drawn: [...record.drawn].reverse() })).toBe(false);
  });
  it('keeps the order of the others when one is withdrawn', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 10 }),
        fc.string({ minLength: 32, maxLength: 40, unit: 'grapheme-ascii' }),
        (all, text) => {
          const full = value(publicDraw({ seed: text, ids: all, places: 0, commitment: null })).order.map(
            (entry) => entry.id,
          );
          const fewer = value(publicDraw({ seed: text, ids: all.slice(1), places: 0, commitment: null })).order.map(
            (entry) => entry.id,
          );
          expect(full.filter((id) => id !== all[0])).toEqual(fewer);
        },
      ),
    );
  });
  it('gives everyone the same chance (1,000 seeds, three ids)', () => {
    const wins = [0, 0, 0];
    for (let k = 0; k < 1000; k += 1) {
      const drawn = value(
        publicDraw({ seed: `seed number ${k} of the test`, ids: ['a', 'b', 'c'], places: 1, commitment: null }),
      ).drawn[0];
      wins['abc'.indexOf(drawn as string)]! += 1;
    }
    wins.forEach((count) => expect(Math.abs(count - 333)).toBeLessThan(60)); // four standard deviations
  });
  it('refuses what could be doubted', () => {
    expect(codes(publicDraw({ seed, ids: [], places: 0, commitment: null }))).toEqual(['draw-no-ids']);
    expect(codes(publicDraw({ seed, ids: ['a', 'a'], places: 1, commitment: null }))).toEqual(['draw-repeated-id']);
    expect(codes(publicDraw({ seed, ids, places: 4, commitment: null }))).toEqual(['draw-places']);
    expect(codes(publicDraw({ seed: '42', ids, places: 1, commitment: null }))).toEqual(['draw-seed']);
    expect(codes(publicDraw({ seed, ids, places: 1, commitment: 'abc' }))).toEqual(['draw-commitment']);
  });
});
