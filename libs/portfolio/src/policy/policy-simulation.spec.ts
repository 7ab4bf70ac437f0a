import fc from 'fast-check';
import { allocate } from '../allocate/allocate';
import { highsSolver } from '../solver/highs-solver';
import { assumptionNames, likelyValues, usualAssumptions, type AssumptionValues } from './assumptions';
import { baseFte, simulatePolicy, type ModelSettings, type MunicipalityStart, type Policy } from './policy-model';
import { comparePolicies, drawnValues } from './policy-simulation';
import { outcomeOf } from './policy-outcome';
import { usualPolicies } from './usual-policies';

const nine: readonly MunicipalityStart[] = [8981, 11612, 58021, 12086, 16058, 34604, 107918, 38526, 14760].map(
  (population, i) => ({ id: `m${i}`, population, capacityFte: null, experience: 0 }),
);
const likely = likelyValues(usualAssumptions);
const settings: ModelSettings = { years: 6, stepsPerYear: 2, yearlySek: 24_000_000 };
const even = usualPolicies[0] as Policy;
const policy = () =>
  fc.record({
    id: fc.constant('p'),
    name: fc.constant(null),
    use: fc.record({ early: fc.nat(5), shared: fc.nat(5), implementation: fc.integer({ min: 1, max: 5 }) }),
    run: fc.record({ region: fc.nat(5), municipal: fc.nat(5), other: fc.integer({ min: 1, max: 5 }) }),
    grants: fc.nat(60),
  });
const values = (): fc.Arbitrary<AssumptionValues> =>
  fc.nat(10_000).map((draw) => drawnValues(usualAssumptions, 7, draw));
const external = (steps: ReturnType<typeof simulatePolicy>) =>
  steps.reduce((sum, step) => sum + step.municipalities.reduce((own, { externalSek }) => own + externalSek, 0), 0);

describe('the capacity spiral', () => {
  it('changes every stock by inflow less outflow, exactly, and never below zero', () => {
    fc.assert(
      fc.property(policy(), values(), fc.integer({ min: 1, max: 12 }), (own, drawn, stepsPerYear) => {
        for (const step of simulatePolicy(nine, own, drawn, { ...settings, stepsPerYear })) {
          expect(step.sharedAfter).toBe(step.sharedBefore + step.sharedIn - step.sharedOut);
          const stocks = step.municipalities.flatMap(({ before, inflow, outflow, after }) =>
            (['capacity', 'experience', 'running'] as const).map((stock) => ({
              found: after[stock],
              expected: before[stock] + inflow[stock] - outflow[stock],
            })),
          );
          expect(stocks.map(({ found }) => found)).toEqual(stocks.map(({ expected }) => expected));
          expect(stocks.filter(({ found }) => !(found >= 0))).toEqual([]);
        }
      }),
    );
  });

  it('grants all money but the overhead, and nothing without money or grants', () => {
    fc.assert(
      fc.property(policy(), values(), (own, drawn) => {
        const [first] = simulatePolicy(nine, own, drawn, settings);
        const granted = first!.municipalities.reduce((sum, { grantSek }) => sum + grantSek, 0);
        const overhead = Math.min(settings.yearlySek, own.grants * drawn.overheadPerGrant);
        expect(granted).toBeCloseTo(own.grants === 0 ? 0 : settings.yearlySek - overhead, 6);
        const without = simulatePolicy(nine, own, drawn, { ...settings, yearlySek: 0 });
        expect(without).toEqual(
          simulatePolicy(nine, { ...own, use: even.use, run: even.run }, drawn, { ...settings, yearlySek: 0 }),
        );
        expect(simulatePolicy(nine, { ...own, grants: 0 }, drawn, settings)).toEqual(
          simulatePolicy(nine, { ...own, grants: 0 }, drawn, { ...settings, yearlySek: 0 }),
        );
      }),
    );
  });

  it('knows no places: municipalities in another order get the same, equal ones alike, also with few grants', () => {
    const start = fc.record({
      population: fc.constantFrom(9_000, 20_000),
      capacityFte: fc.constantFrom(null, 0, 1),
      experience: fc.constantFrom(0, 2),
    });
    const listed = fc
      .array(start, { minLength: 2, maxLength: 6 })
      .map((all) => all.map((own, i): MunicipalityStart => ({ ...own, id: `m${i}` })));
    const shuffled = listed.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    const ends = (all: readonly MunicipalityStart[], own: Policy, drawn: AssumptionValues) => {
      const { municipalities } = outcomeOf(simulatePolicy(all, own, drawn, settings), all);
      return new Map(all.map(({ id }, i) => [id, municipalities[i]!]));
    };
    fc.assert(
      fc.property(shuffled, policy(), fc.nat(5), values(), ([all, other], own, grants, drawn) => {
        const few = { ...own, grants };
        const [one, two] = [ends(all, few, drawn), ends(other, few, drawn)];
        for (const a of all) {
          expect(two.get(a.id)!.externalSek).toBeCloseTo(one.get(a.id)!.externalSek, 2);
          expect(two.get(a.id)!.capacityFte).toBeCloseTo(one.get(a.id)!.capacityFte, 8);
          for (const b of all)
            if (JSON.stringify({ ...a, id: '' }) === JSON.stringify({ ...b, id: '' }))
              expect(one.get(b.id)).toEqual(one.get(a.id));
        }
      }),
    );
  });

  it('lets two equal municipalities share the one grant there is', () => {
    const twins = ['a', 'b'].map((id) => ({ id, population: 20_000, capacityFte: 1, experience: 0 }));
    const [first] = simulatePolicy(twins, { ...even, grants: 1 }, { ...likely, municipalitiesPerGrant: 1 }, settings);
    const [a, b] = first!.municipalities.map(({ grantSek }) => grantSek) as [number, number];
    expect(a).toBe(b);
    expect(a + b).toBeCloseTo(24_000_000 - likely.overheadPerGrant, 6);
  });

  it('reaches those with least staff when the region runs it, those with most when municipalities do', () => {
    const pair = [1, 2].map((capacityFte) => ({
      id: `${capacityFte}`,
      population: 20_000,
      capacityFte,
      experience: 0,
    }));
    const granted = (runner: 'region' | 'municipal') => {
      const run = { region: 0, municipal: 0, other: 0, [runner]: 1 };
      const one = { ...likely, municipalitiesPerGrant: 1, overheadPerGrant: 0 };
      const [first] = simulatePolicy(pair, { ...even, run, grants: 1 }, one, { ...settings, yearlySek: 1000 });
      return first!.municipalities.map(({ grantSek }) => grantSek);
    };
    expect(granted('region')).toEqual([1000, 0]);
    expect(granted('municipal')).toEqual([0, 1000]);
  });

  it('closes the spiral: without experience posts stay empty, and capacity sinks', () => {
    const alone = [{ id: 'a', population: 10_000, capacityFte: 1, experience: 0 }];
    const after = (change: Partial<AssumptionValues>) =>
      simulatePolicy(alone, even, { ...likely, ...change }, { years: 10, stepsPerYear: 4, yearlySek: 0 }).at(-1)!
        .municipalities[0]!.after.capacity;
    const nobodyLearns = { successWithout: 0, experiencePerApplication: 0, lastingPerProject: 0 };
    expect(after({ ...nobodyLearns, refillWithout: 1 })).toBeCloseTo(1, 12);
    expect(after(nobodyLearns)).toBeLessThan(0.9);
    expect(after({ lastingPerProject: 0 })).toBeGreaterThan(after(nobodyLearns));
  });

  it('keeps equal municipalities equal', () => {
    const twins = [1, 2, 3].map((i) => ({ id: `t${i}`, population: 20_000, capacityFte: 1, experience: 0 }));
    const one = { ...likely, municipalitiesPerGrant: 3 };
    for (const step of simulatePolicy(twins, even, one, { ...settings, yearlySek: 24_000_003 })) {
      const [a, b, c] = step.municipalities.map(({ after }) => after.running) as [number, number, number];
      expect(Math.abs(a - b) + Math.abs(b - c)).toBeLessThan(1e-4);
    }
  });

  it('attracts no less when more applications succeed and projects bind no staff', () => {
    fc.assert(
      fc.property(policy(), values(), (own, drawn) => {
        const free = { ...drawn, administrationPerProject: 0 };
        const better = { ...free, successMost: Math.min(1, free.successMost + 0.2) };
        expect(external(simulatePolicy(nine, own, better, settings))).toBeGreaterThanOrEqual(
          external(simulatePolicy(nine, own, free, settings)) * (1 - 1e-12),
        );
      }),
    );
  });

  it('is the spiral: a municipality with half the staff per inhabitant falls behind on its own', () => {
    const pair = [
      { id: 'strong', population: 20_000, capacityFte: 2, experience: 0 },
      { id: 'weak', population: 20_000, capacityFte: 1, experience: 0 },
    ];
    const steps = simulatePolicy(pair, even, likely, { years: 10, stepsPerYear: 4, yearlySek: 0 });
    const ratio = (index: number) => {
      const [strong, weak] = steps[index]!.municipalities;
      return strong!.won / weak!.won;
    };
    expect(ratio(0)).toBeCloseTo(2, 12);
    expect(ratio(steps.length - 1)).toBeGreaterThan(2);
  });

  it('is what two years by hand give', () => {
    const hand: AssumptionValues = {
      ...likely,
      ...{
        applicationsPerFte: 2,
        successWithout: 0.25,
        successMost: 0.75,
        halfExperience: 1,
        experiencePerApplication: 0.5,
      },
      ...{
        forgetting: 0.5,
        externalPerProject: 1_000_000,
        projectYears: 2,
        administrationPerProject: 0.5,
        lastingPerProject: 0.1,
      },
      attrition: 0.25,
      refillWithout: 1,
    };
    const steps = simulatePolicy([{ id: 'm', population: 10_000, capacityFte: 2, experience: 0 }], even, hand, {
      ...{ years: 2, stepsPerYear: 1, yearlySek: 0 },
    });
    // Year 1: 2 FTE free → 4 applications, a quarter succeed: 1 won. E: 0.5 × 4 = 2. P: 1. C: 2 + 0.25·2 − 0.25·2 = 2.
    expect(steps[0]!.municipalities[0]).toMatchObject({
      applications: 4,
      won: 1,
      externalSek: 0,
      after: { capacity: 2, experience: 2, running: 1 },
    });
    // Year 2: 2 − 0.5 = 1.5 free → 3 applications; success 0.25 + 0.5·2/3 = 7/12: 1.75 won. Half a project ends: C + 0.05.
    expect(steps[1]!.municipalities[0]!.success).toBeCloseTo(7 / 12, 12);
    expect(steps[1]!.municipalities[0]).toMatchObject({ applications: 3, externalSek: 1_000_000 });
    expect(steps[1]!.municipalities[0]!.after.capacity).toBeCloseTo(2.05, 12);
    expect(steps[1]!.municipalities[0]!.after.experience).toBeCloseTo(2 + 1 + 1.5 - 1, 12);
    expect(steps[1]!.municipalities[0]!.after.running).toBeCloseTo(1 + 1.75 - 0.5, 12);
  });

  it('gives a municipality of which nothing is stated its staff by its size', () => {
    expect(baseFte(10_000, likely)).toBeCloseTo(0.6, 12);
  });
});

describe('policies compared', () => {
  const ask = { ...settings, draws: 120, seed: 3 };

  it('gives the same bytes for the same seed, others for another', () => {
    const run = (seed: number) =>
      JSON.stringify(comparePolicies(nine, usualPolicies, usualAssumptions, { ...ask, seed }));
    expect(run(3)).toBe(run(3));
    expect(run(3)).not.toBe(run(4));
  });

  it('draws every assumption from its own interval, whatever else is drawn', () => {
    const wider = { ...usualAssumptions, attrition: { ...usualAssumptions.attrition, low: 0, high: 0.9 } };
    const [one, other] = [drawnValues(usualAssumptions, 1, 5), drawnValues(wider, 1, 5)];
    for (const name of assumptionNames) {
      const { low, high } = usualAssumptions[name];
      expect(one[name] >= low && one[name] <= high).toBe(true);
      if (name !== 'attrition') expect(other[name]).toBe(one[name]);
    }
  });

  it('counts every draw once, orders its bands, and widens them with the intervals', () => {
    const { policies, sensitivity, best } = comparePolicies(nine, usualPolicies, usualAssumptions, ask);
    expect(policies.reduce((sum, { aheadIn }) => sum + aheadIn!, 0)).toBeCloseTo(1, 9);
    for (const { externalSek } of policies)
      expect(externalSek.p5! <= externalSek.p50! && externalSek.p50! <= externalSek.p95!).toBe(true);
    for (const { aheadIn, aheadInterval, municipalities, capacityFte } of policies) {
      expect(aheadInterval!.low <= aheadIn! && aheadIn! <= aheadInterval!.high).toBe(true);
      expect(aheadInterval!.high - aheadInterval!.low).toBeGreaterThan(0);
      const own = municipalities.reduce((sum, { capacityFte: band }) => sum + band.likely, 0);
      expect(own).toBeCloseTo(capacityFte.likely, 9);
      for (const { per10000 } of municipalities) expect(per10000.p5! <= per10000.p95!).toBe(true);
    }
    expect(policies.some(({ aheadIn }) => aheadIn === 0)).toBe(true);
    expect(sensitivity.map(({ assumption }) => assumption)).toEqual([...assumptionNames]);
    expect(usualPolicies.map(({ id }) => id)).toContain(best);
    const sure = Object.fromEntries(
      assumptionNames.map((name) => {
        const { likely: own } = usualAssumptions[name];
        return [name, { ...usualAssumptions[name], low: own, high: own }];
      }),
    ) as typeof usualAssumptions;
    const certain = comparePolicies(nine, usualPolicies, sure, ask);
    for (const { externalSek } of certain.policies) expect(externalSek.p95).toBe(externalSek.p5);
    expect(certain.sensitivity).toEqual([]);
  });

  it('gives every year its band, and the years make the whole', () => {
    const { policies } = comparePolicies(nine, usualPolicies, usualAssumptions, ask);
    for (const { years, externalSek, capacityFte } of policies) {
      expect(years.map(({ year }) => year)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(years.reduce((sum, { externalBand }) => sum + externalBand.likely, 0)).toBeCloseTo(externalSek.likely, 2);
      for (const { externalBand, capacityBand, ...likeliest } of years) {
        expect([externalBand.likely, capacityBand.likely]).toEqual([likeliest.externalSek, likeliest.capacityFte]);
        expect(externalBand.p5! <= externalBand.p50! && externalBand.p50! <= externalBand.p95!).toBe(true);
      }
      // The staff of the last year is the staff at the end, in every draw.
      expect(years.at(-1)!.capacityBand).toEqual(capacityFte);
    }
  });

  it('takes the lead over a policy from the draws they share, not from two bands', () => {
    const one = comparePolicies(nine, usualPolicies, usualAssumptions, ask);
    const best = one.policies.find(({ policy: own }) => own.id === one.best)!;
    expect(best.behindBestSek).toEqual({ likely: 0, p5: 0, p50: 0, p95: 0 });
    const drawn = (own: Policy) =>
      Array.from({ length: ask.draws }, (_, draw) => {
        const steps = simulatePolicy(nine, own, drawnValues(usualAssumptions, ask.seed, draw), ask);
        return outcomeOf(steps, nine).externalSek;
      });
    const first = drawn(best.policy);
    for (const { policy: own, behindBestSek, externalSek } of one.policies) {
      const sorted = drawn(own)
        .map((sek, draw) => first[draw]! - sek)
        .sort((a, b) => a - b);
      expect(behindBestSek.likely).toBe(best.externalSek.likely - externalSek.likely);
      expect([behindBestSek.p5, behindBestSek.p95]).toEqual([
        sorted[ask.draws * 0.05 - 1],
        sorted[ask.draws * 0.95 - 1],
      ]);
    }
    // Twins are behind in no draw, however wide their bands.
    const twin = { ...best.policy, id: 'twin' };
    const { policies } = comparePolicies(nine, [best.policy, twin], usualAssumptions, ask);
    expect(policies[1]!.behindBestSek).toEqual({ likely: 0, p5: 0, p50: 0, p95: 0 });
    expect(policies[1]!.aheadIn).toBeCloseTo(0.5, 12);
    expect(policies[1]!.externalSek.p95!).toBeGreaterThan(policies[1]!.externalSek.p5!);
  });

  it('says nothing of draws when there are none', () => {
    const { policies } = comparePolicies(nine, usualPolicies, usualAssumptions, { ...ask, draws: 0 });
    for (const {
      externalSek,
      behindBestSek,
      leastPer10000,
      aheadIn,
      aheadInterval,
      municipalities,
      years,
    } of policies) {
      expect([aheadIn, aheadInterval]).toEqual([null, null]);
      for (const band of [
        ...[externalSek, behindBestSek, leastPer10000, municipalities[0]!.per10000],
        ...[years[0]!.externalBand, years[5]!.capacityBand],
      ])
        expect(band).toEqual({ likely: expect.any(Number), p5: null, p50: null, p95: null });
    }
  });

  it('is asked of a problem’s municipalities, names all its assumptions, and says that it is no forecast', async () => {
    const answer = await allocate(
      {
        ...{ budget: 1, ids: ['a'], value: [1], cost: [1] },
        populations: { municipality: { '0428': 8981, '0484': 107918 } },
        tasks: [{ task: 'policy-simulation', draws: 10, years: 2, assumptions: { attrition: 0.1 } }],
      },
      { solver: await highsSolver() },
    );
    expect(answer.ok && answer.value.results[0]).toMatchObject({
      conventions: { isForecast: false, integration: 'explicit-euler' },
      outcome: {
        municipalities: [{ id: '0428' }, { id: '0484' }],
        assumptions: { attrition: { likely: 0.1, figure: 'stated', source: null } },
      },
    });
  });

  it('says what it is before anything else, and every assumption with where it comes from', async () => {
    const answer = await allocate(
      {
        ...{ budget: 1, ids: ['a'], value: [1], cost: [1] },
        populations: { municipality: { '0428': 8981, '0484': 107918 } },
        tasks: [
          {
            ...{ task: 'policy-simulation', draws: 10, years: 2 },
            assumptions: { applicationsPerFte: { low: 1, likely: 2, high: 3, source: 'own count' } },
          },
        ],
      },
      { solver: await highsSolver() },
    );
    const { observations } = (answer as Extract<typeof answer, { ok: true }>).value.results[0]!;
    expect(observations.slice(0, 2).map(({ code }) => code)).toEqual([
      'policy-model-not-forecast',
      'policy-model-leaves-out',
    ]);
    const assumed = observations.filter(({ code }) => code === 'policy-assumption').map(({ params }) => params);
    expect(assumed.map((params) => params['assumption'])).toEqual([...assumptionNames]);
    expect(assumed.find((params) => params['assumption'] === 'applicationsPerFte')).toMatchObject({
      ...{ low: 1, likely: 2, high: 3, figure: 'stated', source: 'own count', reportSections: [] },
    });
    expect(assumed.find((params) => params['assumption'] === 'attrition')).toMatchObject({ figure: 'assumed' });
    const outcomes = observations.filter(({ code }) => code === 'policy-outcome').map(({ params }) => params);
    expect(outcomes.map((params) => params['policy'])).toEqual(usualPolicies.map(({ id }) => id));
    expect(outcomes.filter((params) => params['isBest'])).toHaveLength(1);
  });

  it('refuses what the model cannot use, with the place', async () => {
    const codes = async (options: object) => {
      const file = { budget: 1, ids: ['a'], value: [1], cost: [1], tasks: [{ task: 'policy-simulation', ...options }] };
      const answer = await allocate(file, { solver: await highsSolver() });
      return answer.ok ? [] : answer.refusal.map(({ code, path }) => `${code} ${path.slice(2).join('.')}`);
    };
    const one = { municipalities: [{ id: 'a', population: 1000 }] };
    expect(await codes({})).toEqual(['policy-no-municipalities municipalities']);
    expect(await codes({ ...one, assumptions: { luck: 1 } })).toEqual(['policy-unknown-assumption assumptions.luck']);
    expect(await codes({ ...one, assumptions: { attrition: { low: 0.3, likely: 0.1, high: 0.2 } } })).toEqual([
      'policy-assumption-interval assumptions.attrition',
    ]);
    expect(await codes({ ...one, assumptions: { successMost: 1.5 } })).toEqual([
      'policy-share-above-one assumptions.successMost',
    ]);
    expect(await codes({ ...one, assumptions: { projectYears: 0 } })).toEqual([
      'policy-assumption-interval assumptions.projectYears',
    ]);
    expect(await codes({ ...one, assumptions: { successWithout: 0.6, successMost: 0.5 } })).toEqual([
      'policy-success-falls assumptions.successMost',
    ]);
    expect(await codes({ ...one, assumptions: { successWithout: { low: 0.1, likely: 0.2, high: 0.36 } } })).toEqual([
      'policy-success-falls assumptions.successWithout',
    ]);
    expect(await codes({ ...one, draws: 20_000, years: 60, stepsPerYear: 52 })).toEqual(['policy-too-much-work draws']);
    expect(await codes({ ...one, policies: [{ id: 'x', use: {}, run: { region: 1 }, grants: 1 }] })).toEqual([
      'policy-without-parts policies.0.use',
    ]);
    expect(await codes({ municipalities: [...one.municipalities, ...one.municipalities] })).toEqual([
      'policy-id-twice municipalities.1.id',
    ]);
  });
});
