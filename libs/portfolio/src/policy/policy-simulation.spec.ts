import fc from 'fast-check';
import { allocate } from '../allocate/allocate';
import { highsSolver } from '../solver/highs-solver';
import { assumptionNames, likelyValues, usualAssumptions, type AssumptionValues } from './assumptions';
import { baseFte, simulatePolicy, type ModelSettings, type MunicipalityStart, type Policy } from './policy-model';
import { comparePolicies, drawnValues } from './policy-simulation';
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
          for (const { before, inflow, outflow, after } of step.municipalities)
            for (const stock of ['capacity', 'experience', 'running'] as const) {
              expect(after[stock]).toBe(before[stock] + inflow[stock] - outflow[stock]);
              expect(after[stock]).toBeGreaterThanOrEqual(0);
            }
        }
      }),
    );
  });

  it('grants every krona but the overhead, and nothing when there is nothing', () => {
    fc.assert(
      fc.property(policy(), values(), (own, drawn) => {
        const [first] = simulatePolicy(nine, own, drawn, settings);
        const granted = first!.municipalities.reduce((sum, { grantSek }) => sum + grantSek, 0);
        const overhead = Math.min(settings.yearlySek, Math.round(own.grants * drawn.overheadPerGrant));
        expect(granted).toBe(settings.yearlySek - overhead);
        const without = simulatePolicy(nine, own, drawn, { ...settings, yearlySek: 0 });
        expect(without).toEqual(
          simulatePolicy(nine, { ...own, use: even.use, run: even.run }, drawn, { ...settings, yearlySek: 0 }),
        );
      }),
    );
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
    expect(policies.reduce((sum, { aheadIn }) => sum + aheadIn, 0)).toBeCloseTo(1, 9);
    for (const { externalSek } of policies)
      expect(externalSek.p5 <= externalSek.p50 && externalSek.p50 <= externalSek.p95).toBe(true);
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
      observations: [{ code: 'policy-model-not-forecast' }],
      conventions: { isForecast: false, integration: 'explicit-euler' },
      outcome: {
        municipalities: [{ id: '0428' }, { id: '0484' }],
        assumptions: { attrition: { likely: 0.1, basis: 'stated' } },
      },
    });
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
    expect(await codes({ ...one, policies: [{ id: 'x', use: {}, run: { region: 1 }, grants: 1 }] })).toEqual([
      'policy-without-parts policies.0.use',
    ]);
    expect(await codes({ municipalities: [...one.municipalities, ...one.municipalities] })).toEqual([
      'policy-id-twice municipalities.1.id',
    ]);
  });
});
