import * as fc from 'fast-check';
import { everyPortfolio, objectiveOf } from '../../../../test/support/allocation-oracle';
import { allocate } from '../allocate/allocate';
import type { Objective } from '../problem/allocation-problem';
import { parseAllocationProblem } from '../problem/parse-allocation-problem';
import { highsSolver } from '../solver/highs-solver';
import type { OverridesOutcome, ReasonsOutcome } from './reasons-task';

const solver = highsSolver();

async function ask<Outcome>(file: object, options: object): Promise<Outcome> {
  const answer = await allocate({ ...file, tasks: [options] }, { solver: await solver });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value.results[0]?.outcome as Outcome;
}

/** Trying every portfolio: the best objective of those that meet a demand; −∞ when none does. */
function bestByTrying(
  file: object,
  demand: (choice: Readonly<Record<string, string>>) => boolean = () => true,
): number {
  const problem = parseAllocationProblem(file);
  if (!problem.ok) throw new Error(JSON.stringify(problem.refusal));
  const all = everyPortfolio(problem.value);
  const objective = problem.value.objective as Exclude<Objective, { name: 'lexicographic' }>;
  return Math.max(-Infinity, ...all.filter(demand).map((choice) => objectiveOf(problem.value, objective, choice, all)));
}

/** Whether some best portfolio funds the project (or leaves it out). */
function inSomeBest(file: object, id: string, isIn: boolean): boolean {
  const own = bestByTrying(file, (choice) => (choice[id] !== undefined) === isIn);
  return own > -Infinity && own === bestByTrying(file);
}

interface File {
  readonly budget: number;
  readonly projects: readonly { readonly id: string; readonly value: number; readonly cost: number }[];
  readonly limits: readonly object[];
}

const project = fc.record({
  value: fc.integer({ min: 1, max: 30 }),
  cost: fc.integer({ min: 1, max: 20 }),
  owner: fc.constantFrom('region', 'municipality'),
});
const problems = fc
  .record({
    projects: fc.array(project, { minLength: 3, maxLength: 7 }),
    budget: fc.integer({ min: 8, max: 60 }),
    own: fc.integer({ min: 1, max: 10 }),
    exclusive: fc.boolean(),
    requires: fc.boolean(),
    grants: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
  })
  .filter(({ projects }) => projects.some(({ owner }) => owner === 'region'))
  .map(({ projects, budget, own, exclusive, requires, grants }) => ({
    budget,
    projects: projects.map(({ value, cost, owner }, i) => ({ id: `p${i}`, value, cost, groups: { owner } })),
    limits: [{ id: 'own', dimension: 'owner', group: 'region', max: Math.max(1, Math.floor((budget * own) / 10)) }],
    links: [
      ...(exclusive ? [{ type: 'mutually_exclusive', projects: ['p0', 'p1'] }] : []),
      ...(requires ? [{ type: 'requires', from: 'p2', to: 'p0' }] : []),
    ],
    ...(grants === null ? {} : { grants: { max: grants } }),
  }));

/** The file with one number of a change put in, as a person would edit it. */
function edited(file: File, kind: string, id: string, to: number): object | null {
  const withProject = (change: object) => ({
    ...file,
    projects: file.projects.map((own) => (own.id === id ? { ...own, ...change } : own)),
  });
  switch (kind) {
    case 'score':
      return withProject({ value: to });
    case 'cost':
      return withProject({ cost: to });
    case 'ceiling':
      return { ...file, budget: to };
    case 'group-limit':
      return { ...file, limits: file.limits.map((limit) => ({ ...limit, max: to })) };
    case 'grants':
      return { ...file, grants: { max: to } };
    default:
      return null;
  }
}

describe('reasons', () => {
  it('tell each project’s fate and price as trying every portfolio does', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async (file) => {
        const { reasons } = await ask<ReasonsOutcome>(file, { task: 'reasons', changes: ['score'] });
        expect(reasons.map((reason) => reason.project)).toEqual(file.projects.map(({ id }) => id));
        const best = bestByTrying(file);
        for (const { project: id, fate, price, leaving, otherwise } of reasons) {
          const [funded, left] = [inSomeBest(file, id, true), inSomeBest(file, id, false)];
          const possible = bestByTrying(file, (choice) => choice[id] !== undefined) > -Infinity;
          if (fate === 'funded') expect(funded).toBe(true);
          if (fate === 'not-funded') expect([funded, left]).toEqual([false, true]);
          if (fate === 'tied') expect([funded, left]).toEqual([true, true]);
          if (fate === 'impossible') expect(possible).toBe(false);
          if (fate === 'not-funded') {
            expect(price).toBe(best - bestByTrying(file, (choice) => choice[id] !== undefined));
            expect(otherwise?.[id]).toBeDefined();
            for (const other of leaving) expect(otherwise?.[other]).toBeUndefined();
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('find the smallest change of each kind: put into the file it turns the project, and a little less does not', async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(problems, async (file) => {
        const { reasons } = await ask<ReasonsOutcome>(file, { task: 'reasons' });
        for (const { project: id, fate, changes } of reasons) {
          if (fate !== 'funded' && fate !== 'not-funded') continue;
          const wantsIn = fate === 'not-funded';
          for (const { kind, to, by, verified, smallest, within } of changes) {
            if (to === null || by === null) continue;
            const turned = edited(file, kind, id, to);
            if (!turned) continue;
            tried += 1;
            expect(verified).toBe(true);
            expect([kind, inSomeBest(turned, id, wantsIn)]).toEqual([kind, true]);
            if (!smallest) continue;
            const unit = kind === 'score' ? 1e-9 : 1;
            const less = to - Math.sign(by) * unit * (1 + within);
            // A change back to where it stands, or past it, is no change.
            if ((to - less) * Math.sign(by) >= Math.abs(by)) continue;
            expect([kind, inSomeBest(edited(file, kind, id, less)!, id, wantsIn)]).toEqual([kind, false]);
          }
        }
      }),
      { numRuns: 15 },
    );
    expect(tried).toBeGreaterThan(60);
  });

  it('name the limit that makes a project impossible, and what a person decided', async () => {
    const file = {
      budget: 10,
      projects: [
        { id: 'dyr', value: 9, cost: 12 },
        { id: 'nej', value: 9, cost: 2, exclude: 'Drar tillbaka' },
        { id: 'ja', value: 1, cost: 9, mustFund: 'Avtal' },
        { id: 'ute', value: 5, cost: 3 },
      ],
    };
    const { reasons } = await ask<ReasonsOutcome>(file, { task: 'reasons' });
    const of = (id: string) => reasons.find(({ project: own }) => own === id)!;
    expect(of('dyr')).toMatchObject({ fate: 'impossible', blockedBy: { smallest: true } });
    expect(of('dyr').blockedBy!.limits.map(({ limit }) => limit.kind)).toContain('ceiling');
    expect(of('nej')).toMatchObject({ fate: 'excluded', decision: 'Drar tillbaka', fundedWithoutDecision: false });
    expect(of('ja')).toMatchObject({ fate: 'must-fund', decision: 'Avtal' });
    expect(of('ute')).toMatchObject({ fate: 'impossible' });
  });

  it('find the smallest weight that turns a project, where values are weighted criteria', async () => {
    const file = {
      budget: 10,
      ids: ['a', 'b'],
      values: { early: [10, 2], lasting: [1, 8] },
      weights: { early: 0.7, lasting: 0.3 },
      cost: [10, 10],
    };
    const { reasons, choice } = await ask<ReasonsOutcome>(file, { task: 'reasons', changes: ['weight'] });
    expect(choice).toEqual({ a: 'requested' });
    const change = reasons.find(({ project: id }) => id === 'b')!.changes.find(({ kind }) => kind === 'weight')!;
    // a: 10w + (1 − w) = 1 + 9w; b: 2w + 8(1 − w) = 8 − 6w: equal at w = 7/15 for early phases.
    const early = change.params['criterion'] === 'early' ? change.to! : 1 - change.to!;
    expect(early).toBeCloseTo(7 / 15, 3);
    expect(change.verified).toBe(true);
  });

  it('find the smallest score up to the grid that large products are counted on', async () => {
    const file = {
      budget: 20_000_000,
      objective: 'value_times_money',
      projects: [
        { id: 'a', value: 0.912345671, cost: 12_000_000 },
        { id: 'b', value: 0.712345673, cost: 11_000_000 },
        { id: 'c', value: 0.512345677, cost: 9_000_000 },
      ],
    };
    const { reasons } = await ask<ReasonsOutcome>(file, { task: 'reasons', changes: ['score'] });
    const changes = reasons.flatMap((own) => own.changes);
    expect(changes).toHaveLength(3);
    for (const { smallest, within } of changes) {
      expect(smallest).toBe(true);
      expect(within).toBeGreaterThan(0);
      expect(within).toBeLessThan(1e-6);
    }
  });

  it('say why a part is granted, and what would give all of it', async () => {
    const file = {
      budget: 10,
      partialGrants: 'smallest_or_requested',
      projects: [
        { id: 'a', value: 9, cost: 6 },
        { id: 'b', value: 8, cost: 8, smallestUseful: 4 },
      ],
    };
    const { reasons } = await ask<ReasonsOutcome>(file, { task: 'reasons', projects: ['b'] });
    expect(reasons[0]).toMatchObject({ fate: 'funded-in-part', level: 'smallest' });
    expect(reasons[0]!.changes.find(({ kind }) => kind === 'ceiling')).toMatchObject({ to: 14, by: 4, verified: true });
  });
});

describe('overrides', () => {
  it('cost the difference of two optima, and displace what leaves between them', async () => {
    await fc.assert(
      fc.asyncProperty(problems, fc.nat(6), async (file, index) => {
        const { id } = file.projects[index % file.projects.length]!;
        const { overrides, choice } = await ask<OverridesOutcome>(file, {
          task: 'overrides',
          overrides: [{ in: [id] }, { out: [id] }],
        });
        const best = bestByTrying(file);
        for (const [override, isIn] of [
          [overrides[0]!, true],
          [overrides[1]!, false],
        ] as const) {
          const forced = bestByTrying(file, (own) => (own[id] !== undefined) === isIn);
          if (forced === -Infinity) expect([override.status, override.price]).toEqual(['infeasible', null]);
          else {
            expect(override.price).toBe(best - forced);
            expect(override.choice?.[id] !== undefined).toBe(isIn);
            for (const other of override.leaving)
              expect([choice[other] !== undefined, override.choice?.[other]]).toEqual([true, undefined]);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
