import * as fc from 'fast-check';
import { allocate } from '../allocate/allocate';
import { highsSolver } from '../solver/highs-solver';
import type { OverridesOutcome, ReasonsOutcome } from './reasons-task';

const solver = highsSolver();

interface Knapsack {
  readonly budget: number;
  readonly value: readonly number[];
  readonly cost: readonly number[];
}

async function answerOf<Outcome>(file: Knapsack, task: object): Promise<Outcome> {
  const answer = await allocate({ ...file, partialGrants: 'marginal', tasks: [task] }, { solver: await solver });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value.results[0]?.outcome as Outcome;
}

/** Every way to fund projects within the budget with at most one of them in part, in whole units: the grant of each, and the worth. */
function everyWay({ budget, value, cost }: Knapsack): { grants: number[]; worth: number }[] {
  const ways: { grants: number[]; worth: number }[] = [];
  for (let set = 0; set < 1 << cost.length; set += 1) {
    const whole = cost.map((own, i) => ((set >> i) & 1 ? own : 0));
    const left = budget - whole.reduce((sum, own) => sum + own, 0);
    if (left < 0) continue;
    const worthOf = (grants: number[]) =>
      grants.reduce((sum, grant, i) => sum + ((value[i] as number) * grant) / (cost[i] as number), 0);
    ways.push({ grants: whole, worth: worthOf(whole) });
    for (const [i, own] of cost.entries())
      for (let grant = 1; grant <= Math.min(left, own - 1) && whole[i] === 0; grant += 1) {
        const grants = whole.map((other, k) => (k === i ? grant : other));
        ways.push({ grants, worth: worthOf(grants) });
      }
  }
  return ways;
}

const best = (ways: readonly { worth: number }[]) => Math.max(...ways.map(({ worth }) => worth));

describe('reasons where one project may get any part of its request', () => {
  // Cormen, Leiserson, Rivest & Stein, Introduction to Algorithms, 3rd ed., figure 16.2.
  const textbook: Knapsack = { budget: 50, value: [60, 100, 120], cost: [10, 20, 30] };

  it('say who is cut and what the whole of it would cost', async () => {
    const { choice, marginal, reasons } = await answerOf<ReasonsOutcome>(textbook, { task: 'reasons' });
    expect(choice).toEqual({ '1': 'requested', '2': 'requested', '3': 'marginal' });
    expect(marginal).toEqual({ project: '3', grant: 20 });
    expect(reasons.map(({ project, fate, price }) => [project, fate, price])).toEqual([
      ['1', 'funded', 240 - 220],
      ['2', 'funded', 240 - 180],
      ['3', 'funded-in-part', 240 - 230],
    ]);
    expect(reasons[2]?.otherwiseMarginal).toEqual({ project: '2', grant: 10 });
  });

  it('price the other way as trying every grant of every project does', async () => {
    const numbers = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 9 })), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(numbers, fc.integer({ min: 1, max: 25 }), async (projects, budget) => {
        const file = { budget, value: projects.map(([own]) => own), cost: projects.map(([, own]) => own) };
        const ways = everyWay(file);
        const { reasons, choice } = await answerOf<ReasonsOutcome>(file, { task: 'reasons' });
        for (const [i, { project, fate, price }] of reasons.entries()) {
          const level = choice[project] ?? null;
          const other = ways.filter(({ grants }) => {
            if (level === null) return (grants[i] as number) > 0;
            return level === 'marginal' ? grants[i] === file.cost[i] : grants[i] === 0;
          });
          if (other.length === 0) expect(['impossible', 'funded-in-part']).toContain(fate);
          else expect(price).toBeCloseTo(best(ways) - best(other), 6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('find a change by trying when one is asked for, and it turns the project', async () => {
    const task = { task: 'reasons', projects: ['3'], changes: ['ceiling'] };
    const { reasons } = await answerOf<ReasonsOutcome>(textbook, task);
    const [change] = reasons[0]?.changes ?? [];
    expect(change).toMatchObject({ kind: 'ceiling', from: 50, to: 60, verified: true });
    const after = await answerOf<ReasonsOutcome>({ ...textbook, budget: 60 }, { task: 'reasons' });
    expect(after.choice['3']).toBe('requested');
  });

  it('price an override', async () => {
    const { overrides } = await answerOf<OverridesOutcome>(textbook, {
      task: 'overrides',
      overrides: [{ out: ['2'] }],
    });
    expect(overrides[0]).toMatchObject({ price: 60, leaving: ['2'], entering: [], marginal: null });
  });
});
