import fc from 'fast-check';
import { dice, everyPortfolio, randomProblemFile, valueOf } from '../../../../../test/support/allocation-oracle';
import type { AllocationProblem } from '../../problem/allocation-problem';
import { parseAllocationProblem } from '../../problem/parse-allocation-problem';
import { fundingProbability, mergeOptimaCounts, optimaCounts, type ProbabilityOutcome } from './funding-probability';
import { OptimaSampler } from './sample-optima';
import { uncertainValues, type UncertaintyOptions } from './uncertain-values';
import { valueOfInformation, type InformationOptions, type InformationOutcome } from './value-of-information';

const usual: UncertaintyOptions = { weights: 'information', intervals: 'uniform', scores: [], reviewers: 'bootstrap' };

function read(file: unknown): AllocationProblem {
  const parsed = parseAllocationProblem(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
}

function probability(
  problem: AllocationProblem,
  options: Partial<UncertaintyOptions>,
  samples: number,
): ProbabilityOutcome {
  const outcome = fundingProbability(problem, { ...usual, ...options }, { seed: 7, from: 0, to: samples }, 5, []);
  if (!outcome.ok || !outcome.value) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

function information(problem: AllocationProblem, options: Partial<InformationOptions>): InformationOutcome {
  const all: InformationOptions = { ...usual, pairs: true, questions: [], samples: 0, seed: 7, ...options };
  const outcome = valueOfInformation(problem, all, []);
  if (!outcome.ok || !outcome.value) throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

/** Two projects that cost the same, one grant: the first is worth between 0 and 1, the second exactly 0.3. */
const twoProjects = read({
  projects: [
    { id: 'a', value: { low: 0, high: 1 }, cost: 1 },
    { id: 'b', value: 0.3, cost: 1 },
  ],
  budget: 1,
});

describe('fundingProbability', () => {
  it('meets the chance worked out by hand, within the error it states', () => {
    const { projects, perfectInformationValue, perfectInformationError, bestOnAverage } = probability(
      twoProjects,
      {},
      4000,
    );
    const [a, b] = projects as [(typeof projects)[number], (typeof projects)[number]];
    expect(Math.abs(a.probability - 0.7)).toBeLessThan(4 * a.standardError);
    expect(a.probability + b.probability).toBeCloseTo(1, 12);
    expect(a.standardError).toBeLessThanOrEqual(Math.sqrt(0.21 / 1500) * 1.1);
    // E[max(a, 0.3)] − E[a] = 0.3² + (1 − 0.3²)/2 − 0.5
    expect(Math.abs(perfectInformationValue - 0.045)).toBeLessThan(4 * perfectInformationError);
    expect([bestOnAverage.levels, bestOnAverage.expectedValue]).toEqual([{ a: 'requested' }, 0.5]);
  });

  it('meets the chance under a peak, under ratings still missing and under reviewers drawn anew', () => {
    const near = (options: Partial<UncertaintyOptions>, problem: AllocationProblem, expected: number) => {
      const [a] = probability(problem, options, 1000).projects;
      expect(Math.abs((a?.probability ?? 0) - expected)).toBeLessThan(
        4 * Math.sqrt((expected * (1 - expected)) / 1000),
      );
    };
    const peaked = read({
      projects: [
        { id: 'a', value: { low: 0, high: 1, likely: 0.5 }, cost: 1 },
        { id: 'b', value: 0.3, cost: 1 },
      ],
      budget: 1,
    });
    near({ intervals: 'triangular' }, peaked, 1 - (2 * 0.3 * 0.3) / 1);
    const outcomes = [
      { value: 0, probability: 0.6 },
      { value: 1, probability: 0.4 },
    ];
    near({ scores: [{ project: 'a', outcomes }] }, twoProjects, 0.4);
    // Means of three draws from (0, 0, 1): only "all three 0" lies below 0.3.
    near({ scores: [{ project: 'a', reviews: [0, 0, 1] }] }, twoProjects, 1 - (2 / 3) ** 3);
    near({ scores: [{ project: 'a', reviews: [0, 0, 1] }], reviewers: 'one_reviewer' }, twoProjects, 1 / 3);
  });

  it('leaves one reviewer out of everything at once, each as likely', () => {
    const problem = read({
      projects: [
        { id: 'a', values: { v: 0.5 }, cost: 1 },
        { id: 'b', values: { v: 0.5 }, cost: 1 },
      ],
      budget: 1,
    });
    // Without r1: a 0.45, b 0.55. Without r2: a 0.5, b 0.35. Without r3: a 0.55, b 0.6. So a is best once in three.
    const reviewerIds = ['r1', 'r2', 'r3'];
    const scores = [
      { project: 'a', value: 'v', reviews: [0.6, 0.5, 0.4], reviewerIds },
      { project: 'b', value: 'v', reviews: [0.4, 0.8, 0.3], reviewerIds },
    ];
    const together = probability(problem, { scores, reviewers: 'leave_one_out' }, 3000);
    expect(Math.abs(together.projects[0]!.probability - 1 / 3)).toBeLessThan(4 * together.projects[0]!.standardError);
    // Score by score the nine pairs are as likely: a is best when 0.45, 0.5 or 0.55 beats 0.35, or 0.55 ties with 0.55.
    const apart = scores.map(({ project, value, reviews }) => ({ project, value, reviews }));
    const single = probability(problem, { scores: apart, reviewers: 'leave_one_out' }, 3000);
    const share = single.projects[0]!.probability;
    expect(share).toBeGreaterThan(1 / 3 - 4 * single.projects[0]!.standardError);
    expect(share).toBeLessThan(4 / 9 + 4 * single.projects[0]!.standardError);
    // One of them alone cannot be left out of what nobody else has rated.
    const lone = [{ project: 'a', value: 'v', reviews: [0.6], reviewerIds: ['r1'] }];
    expect(probability(problem, { scores: lone, reviewers: 'leave_one_out' }, 20).projects[0]!.probability).toBe(1);
  });

  it('solves every sample exactly, under any mix of limits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const { int } = dice(seed);
        const file = randomProblemFile(seed, 6);
        const projects = (file.projects as { values: { a: number; b: number } }[]).map((project) => ({
          ...project,
          values: { a: [project.values.a - int(0, 3), project.values.a + int(0, 3)], b: project.values.b },
        }));
        const problem = read(
          JSON.parse(JSON.stringify({ ...file, projects, weightInformation: { order: ['a', 'b'] } })),
        );
        const uncertain = uncertainValues(problem, usual, []);
        if (!uncertain.ok) throw new Error(JSON.stringify(uncertain.refusal));
        const all = everyPortfolio(problem);
        const counts = optimaCounts(uncertain.value, { seed, from: 0, to: 3 });
        expect(counts === null).toBe(all.length === 0);
        if (!counts) return;
        const sampler = new OptimaSampler(
          uncertain.value,
          seed,
          uncertain.value.structure.columns.map(() => 0),
        );
        for (let index = 0; index < 4; index++) {
          const { weights, scores, value, proven } = sampler.sample(index);
          const totals = all.map((choice) => {
            const plain = uncertain.value.region.names.reduce(
              (sum, name, i) => sum + (weights[i] as number) * valueOf(problem, choice, name),
              0,
            );
            return uncertain.value.scores.reduce((sum, { project, nameIndex, levels }, s) => {
              const level = choice[project];
              if (level === undefined) return sum;
              const place =
                problem.projects.find(({ id }) => id === project)?.levels.findIndex(({ id }) => id === level) ?? 0;
              const { intercept, slope } = levels[place] ?? { intercept: 0, slope: 0 };
              const point = problem.projects.find(({ id }) => id === project)?.levels[place]?.values.a?.point ?? 0;
              return sum + (weights[nameIndex] as number) * (intercept + slope * (scores[s] as number) - point);
            }, plain);
          });
          expect(proven).toBe(true);
          expect(value / uncertain.value.scale / problem.valueScale).toBeCloseTo(
            Math.max(...totals) / problem.valueScale,
            6,
          );
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('gives the same bytes however the samples are divided', () => {
    const file = { ...randomProblemFile(21, 7), weightInformation: { values: ['a', 'b', 'c'] } };
    const uncertain = uncertainValues(read(file), usual, []);
    if (!uncertain.ok) throw new Error(JSON.stringify(uncertain.refusal));
    const part = (from: number, to: number) => {
      const counts = optimaCounts(uncertain.value, { seed: 5, from, to });
      if (!counts) throw new Error('no portfolio');
      return counts;
    };
    const whole = JSON.stringify(mergeOptimaCounts(part(0, 1), part(1, 60)));
    expect(JSON.stringify(part(0, 60))).toBe(whole);
    expect(JSON.stringify(mergeOptimaCounts(mergeOptimaCounts(part(40, 60), part(7, 40)), part(0, 7)))).toBe(whole);
  });

  it('refuses what is not a distribution or not a project', () => {
    const codes = (scores: UncertaintyOptions['scores']) => {
      const outcome = uncertainValues(twoProjects, { ...usual, scores }, ['tasks', 0]);
      return outcome.ok ? [] : outcome.refusal.map(({ code }) => code);
    };
    expect(codes([{ project: 'x', uniform: [0, 1] }])).toEqual(['uncertainty-unknown-project']);
    expect(codes([{ project: 'a', value: 'nej', uniform: [0, 1] }])).toEqual(['allocation-unknown-value']);
    expect(codes([{ project: 'a', uniform: [1, 0] }])).toEqual(['uncertainty-not-a-distribution']);
    expect(codes([{ project: 'a' }])).toEqual(['uncertainty-not-a-distribution']);
    expect(codes([{ project: 'a', outcomes: [{ value: 1, probability: 0.4 }] }])).toEqual([
      'uncertainty-not-a-distribution',
    ]);
    const twice = { project: 'a', uniform: [0, 1] as const };
    expect(codes([twice, twice])).toEqual(['uncertainty-stated-twice']);
  });
});

describe('valueOfInformation', () => {
  it('meets the gain worked out by hand for a score', () => {
    const [question] = information(twoProjects, {}).questions;
    expect(question).toMatchObject({ kind: 'score', project: 'a', value: 'value' });
    expect(question?.expectedGain).toBeCloseTo(0.045, 9);
    expect(question?.changeProbability).toBeCloseTo(0.3, 9);
  });

  it('meets the gain worked out by hand for a question about weights', () => {
    const problem = read({ values: { x: [1, 0], y: [0, 0.8] }, cost: [1, 1], budget: 1 });
    const { questions, bestOnAverage } = information(problem, {});
    // Any weights: now 0.5 against 0.4. If x weighs more, 0.75 against 0.2; otherwise 0.25 against 0.6.
    expect(bestOnAverage.levels).toEqual({ '1': 'requested' });
    expect(questions).toHaveLength(1);
    expect(questions[0]).toMatchObject({ id: 'x ≥ y', kind: 'weights' });
    expect(questions[0]?.expectedGain).toBeCloseTo(0.175, 9);
    expect(questions[0]?.changeProbability).toBeCloseTo(0.5, 9);
    const far = information(problem, {
      pairs: false,
      questions: [{ id: 'far', coefficients: { x: 1 }, constant: 0.9 }],
    });
    expect(far.questions[0]?.expectedGain).toBeCloseTo(0, 9);
  });

  it('meets, for ratings still missing, what trying every answer and every portfolio gives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const { int, some } = dice(seed + 3);
        const problem = read({ ...randomProblemFile(seed, 6), valueDecimals: 3 });
        const all = everyPortfolio(problem);
        const [asked] = some(
          problem.projects.filter(({ alreadyDone }) => !alreadyDone),
          1,
        );
        if (all.length === 0 || !asked) return;
        const values = [int(0, 20), int(21, 40)];
        const outcomes = values.map((value, i) => ({ value, probability: i === 0 ? 0.25 : 0.75 }));
        const options = {
          weightInformation: {
            bounds: { a: ['0.5', '0.5'] as [string, string], c: ['0.5', '0.5'] as [string, string] },
          },
        };
        const outcome = information(problem, { ...options, scores: [{ project: asked.id, value: 'a', outcomes }] });
        const full = asked.levels.at(-1)?.values.a?.point ?? 0;
        const total = (x: number) =>
          all.map((choice) => {
            const level = asked.levels.find(({ id }) => id === choice[asked.id]);
            const point = level?.values.a?.point ?? 0;
            const drawn = level ? x * problem.valueScale * (full === 0 ? 1 : point / full) : 0;
            return (
              (valueOf(problem, choice, 'a') - point + drawn + valueOf(problem, choice, 'c')) / 2 / problem.valueScale
            );
          });
        const [low, high] = values.map(total) as [number[], number[]];
        const mean = low.map((value, i) => 0.25 * value + 0.75 * (high[i] as number));
        const gain = 0.25 * Math.max(...low) + 0.75 * Math.max(...high) - Math.max(...mean);
        expect(outcome.expectedValue).toBeCloseTo(Math.max(...mean), 6);
        expect(outcome.questions[0]?.expectedGain).toBeCloseTo(gain, 6);
      }),
      { numRuns: 60 },
    );
  });

  it('finds that the deciding question removes the uncertainty and an idle one does not', () => {
    const problem = read({
      projects: [
        { id: 'a', value: { low: 0, high: 1 }, cost: 1 },
        { id: 'b', value: 0.5, cost: 1 },
        { id: 'sure', value: { low: 5, high: 6 }, cost: 1 },
      ],
      budget: 2,
    });
    const outcome = information(problem, { samples: 400 });
    const [deciding, idle] = outcome.questions;
    expect([deciding?.project, idle?.project]).toEqual(['a', 'sure']);
    expect(idle?.expectedGain).toBe(0);
    expect(outcome.decisionEntropyBits).toBeGreaterThan(1.9); // two projects, each about even
    expect(deciding?.entropyReductionBits).toBeGreaterThan(1.9);
    expect(idle?.entropyReductionBits).toBeLessThan(0.1);
  });
});
