import * as fc from 'fast-check';
import { allocate } from '../allocate/allocate';
import { parseAllocationProblem } from '../problem/parse-allocation-problem';
import { highsSolver } from '../solver/highs-solver';
import type { MipSolver } from '../solver/mip-solver';
import type { AllocationProblem } from '../problem/allocation-problem';
import { portfolioAdmission } from './portfolio-admission';
import type { ProjectReason } from './why-not-funded';
import type { RuleOutcome } from './rule-answers';
import { subsets } from '../../../../test/support/elections';

let solver: MipSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

async function outcomes<Outcome>(problem: object, ...tasks: object[]): Promise<Outcome[]> {
  const answer = await allocate({ ...problem, tasks }, { solver });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value.results.map((result) => result.outcome as Outcome);
}
const rule = async (problem: object, task: object): Promise<RuleOutcome> =>
  (await outcomes<RuleOutcome>(problem, task))[0]!;
async function refusalOf(problem: object, task: object) {
  const answer = await allocate({ ...problem, tasks: [task] }, { solver });
  if (answer.ok) throw new Error('was accepted');
  return answer.refusal.map(({ code, path }) => [code, path.join('.')]);
}

const lacknerSkowron = {
  budget: 4,
  projects: [...'abcdefg'].map((id) => ({ id, cost: 1 })),
  ballots: ['ab', 'ab', 'ab', 'ac', 'ac', 'ac', 'ad', 'ad', 'bcf', 'e', 'f', 'g'].map((ids) => [...ids]),
};

describe('fair rules through allocate', () => {
  // Lackner & Skowron 2023; pabutools tests/rules/test_rule.py, test_iterated_exhaustion.
  it('runs the published example, also with the usual budget increase', async () => {
    const step = { amount: '1/24', per: 'total' };
    const [plain, one, percent, withG, phragmen] = await outcomes<RuleOutcome>(
      lacknerSkowron,
      { task: 'equal-shares' },
      { task: 'equal-shares', completion: { method: 'budget_increase', step } },
      { task: 'equal-shares', completion: 'budget_increase', allOutcomes: 100 },
      { task: 'equal-shares', completion: { method: 'budget_increase', step }, alreadyFunded: ['g'] },
      { task: 'phragmen', allOutcomes: 100 },
    );
    expect(plain!.selected).toEqual(['a']);
    expect(one!.selected).toEqual(['a', 'b', 'c', 'd']);
    expect(percent!.allOutcomes).toEqual({ outcomes: [['a', 'b', 'c', 'd']], complete: true });
    expect(withG!.selected).toEqual(['a', 'b', 'c', 'g']);
    expect(phragmen!.allOutcomes).toEqual({ outcomes: [['a', 'b', 'c', 'd']], complete: true });
    expect(phragmen!.steps.map((step) => step.load?.exact)).toEqual(['1/8', '11/32', '55/128', '5/8']);
  });

  it('says who paid what, and why others are not funded', async () => {
    const [shares] = await outcomes<RuleOutcome>(lacknerSkowron, { task: 'equal-shares', trace: 'payments' });
    expect(shares!.steps[0]!.payments!.flatMap(({ voters }) => voters)).toHaveLength(8);
    expect(shares!.steps[0]!.payments![0]!.each.exact).toBe('1/8');
    expect(shares!.notFunded.find(({ project }) => project === 'b')).toMatchObject({
      because: 'supporters_lack_money',
      supportersMoney: { exact: '23/24' },
      lacking: { exact: '1/24' },
    });
    const [reasons] = await outcomes<ProjectReason[]>(lacknerSkowron, {
      task: 'why-not-funded',
      timing: 'before_payment',
    });
    expect(reasons!.find(({ project }) => project === 'b')).toMatchObject({
      funded: false,
      effectiveSupportPercent: 95,
      lostTo: [{ project: 'a', amount: { exact: '3/8' } }],
    });
    expect(reasons!.find(({ project }) => project === 'a')).toMatchObject({
      funded: true,
      effectiveSupportPercent: 200,
    });
  });

  // pabutools tests/test_analysis.py, test_effective_support, second row: 60 200 50 100 50.
  it('effective support of a given set at a given budget', async () => {
    const problem = {
      budget: 2,
      projects: [5, 1, 2, 1, 2].map((cost, index) => ({ id: 'abcde'[index], cost })),
      ballots: ['ab', 'ab', 'a', 'abc', 'abc', 'ac', 'ad', 'ad', 'e', 'e'].map((ids) => [...ids]),
    };
    const [reasons] = await outcomes<ProjectReason[]>(problem, {
      task: 'why-not-funded',
      budget: 5,
      selection: ['b', 'd'],
    });
    expect(reasons!.map((reason) => reason.effectiveSupportPercent)).toEqual([60, 200, 50, 100, 50]);
  });

  it('tells what was lost in stated purchases, as in its own run of the same', async () => {
    const [own] = await outcomes<ProjectReason[]>(lacknerSkowron, { task: 'why-not-funded' });
    // Four kronor for twelve voters; the eight who approve of a pay an eighth each, and nothing else can be bought.
    const after = lacknerSkowron.ballots.map((ballot) => (ballot.includes('a') ? '5/24' : '1/3'));
    const rounds = [{ project: 'a', before: after.map(() => '1/3'), after }];
    const [stated] = await outcomes<ProjectReason[]>(lacknerSkowron, { task: 'why-not-funded', rounds });
    const lossesOf = (reasons: readonly ProjectReason[]) =>
      reasons.map(({ project, funded, supporters, supportersMoney, lostTo }) => [
        ...[project, funded, supporters],
        ...[supportersMoney.exact, lostTo],
      ]);
    expect(lossesOf(stated!)).toEqual(lossesOf(own!));
    expect(stated!.every(({ effectiveSupport }) => effectiveSupport === null)).toBe(true);
  });

  it('refuses purchases that cannot have been', async () => {
    const problem = { budget: 2, projects: [...'ab'].map((id) => ({ id, cost: 1 })), ballots: [['a'], ['b']] };
    const asked = (...rounds: object[]) => refusalOf(problem, { task: 'why-not-funded', rounds });
    const first = { project: 'a', before: [1, 1], after: [0, 1] };
    expect(await asked({ ...first, project: 'x' })).toEqual([['fair-unknown-project', 'tasks.0.rounds.0.project']]);
    expect(await asked({ ...first, after: [0] })).toEqual([['fair-money-per-ballot', 'tasks.0.rounds.0.after']]);
    expect(await asked({ ...first, after: [2, 1] })).toEqual([['fair-money-rises', 'tasks.0.rounds.0.after.0']]);
    expect(await asked(first, { ...first, after: [0, 1] })).toEqual([
      ['fair-project-twice', 'tasks.0.rounds.1.project'],
      ['fair-money-rises', 'tasks.0.rounds.1.before.0'],
    ]);
  });

  it('breaks ties as asked', async () => {
    const problem = { budget: 1, projects: [...'abc'].map((id) => ({ id, cost: 1 })), ballots: [['a', 'b', 'c']] };
    const chosen = async (extra: object) => (await rule(problem, { task: 'greedy', ...extra })).selected;
    expect(await chosen({})).toEqual(['a']);
    expect(await chosen({ ties: ['order'], order: ['c', 'a'] })).toEqual(['c']);
    const all = await rule(problem, { task: 'greedy', allOutcomes: 2 });
    expect(all.allOutcomes).toMatchObject({ complete: false });
    expect(all.brokenTies).toEqual([{ tied: ['a', 'b', 'c'], chosen: 'a' }]);
  });

  it('takes municipalities, owners and reviewers as voters', async () => {
    const problem = {
      budget: 300,
      projects: [
        { id: 'a', cost: 100, values: { R1: 5, R2: 1 }, groups: { municipality: { Eskilstuna: 60, Flen: 40 } } },
        { id: 'b', cost: 200, values: { R1: 4, R2: 4 }, groups: { municipality: { Eskilstuna: 1 } } },
        { id: 'c', cost: 100, values: { R1: 1, R2: 5 }, groups: { municipality: { Gnesta: 1 } } },
      ],
      populations: { municipality: { Eskilstuna: 100_000, Flen: 20_000, Gnesta: 10_000 } },
    };
    const groups = { from: 'groups', dimension: 'municipality' };
    const [equal, weighted, money, reviewers, approving] = await outcomes<RuleOutcome>(
      problem,
      { task: 'equal-shares', voters: groups },
      { task: 'equal-shares', voters: { ...groups, weight: 'inhabitants' } },
      { task: 'equal-shares', voters: { ...groups, wishes: 'money' }, measure: 'utilities' },
      { task: 'equal-shares', voters: { from: 'values' }, measure: 'utilities' },
      {
        task: 'greedy',
        voters: { from: 'values', wishes: 'approval', approveAtLeast: 4 },
        by: 'value',
        measure: 'cardinality',
      },
    );
    expect(equal!.selected).toEqual(['a', 'c']);
    expect(weighted!.endowment!.exact).toBe('3/1300');
    expect(weighted!.selected).toEqual(['a']);
    expect(money!.steps[0]).toMatchObject({ project: 'a', payingInFull: 2 });
    expect(reviewers!.selected).toEqual(['a', 'c']);
    expect(approving!.selected).toEqual(['a', 'b']);
  });

  it('works by the projects’ own value where nobody votes', async () => {
    const problem = { budget: 10, value: [6, 5, 5.5], cost: [6, 5, 5] };
    expect((await rule(problem, { task: 'greedy', by: 'value' })).selected).toEqual(['1']);
    expect((await rule(problem, { task: 'greedy' })).selected).toEqual(['2', '3']);
  });
});

describe('fair rules under the limits of a portfolio', () => {
  const problem = {
    years: [
      { year: 2026, ceiling: 100 },
      { year: 2027, ceiling: 100 },
    ],
    projects: [
      { id: 'a', cost: { 2026: 80 }, value: 9, requires: ['d'] },
      { id: 'b', cost: { 2026: 60 }, value: 8 },
      { id: 'c', cost: { 2027: 60 }, value: 7 },
      { id: 'd', cost: { 2026: 20, 2027: 20 }, value: 1 },
      { id: 'e', cost: { 2027: 20 }, value: 5 },
      { id: 'f', cost: { 2027: 10 }, value: 4, exclude: 'withdrawn' },
    ],
    exclusive: [['c', 'e']],
    limits: [{ id: 'south', dimension: 'group', group: 'south', min: 50 }],
    ballots: ['abc', 'abd', 'acef', 'bd', 'ce'].map((ids) => [...ids]),
  };

  it('passes over what would break a limit and says which', async () => {
    const withGroups = {
      ...problem,
      projects: problem.projects.map((p) => ({ ...p, group: p.id === 'e' ? 'south' : 'north' })),
    };
    const greedy = await rule(withGroups, { task: 'greedy', by: 'value', measure: 'cardinality' });
    expect(greedy.order).toEqual(['b', 'c', 'd']);
    expect(
      greedy.notFunded.map((entry) => [entry.project, entry.because, 'limit' in entry ? entry.limit.code : null]),
    ).toEqual([
      ['a', 'barred', 'fair-barred-by-ceiling'],
      ['e', 'barred', 'fair-barred-by-link'],
      ['f', 'barred', 'fair-barred-by-decision'],
    ]);
    expect(greedy.limitsNotMet).toEqual([
      { code: 'fair-limit-not-met', path: [], params: { kind: 'group-limit', id: 'south', side: 'min' } },
    ]);
  });

  it('keeps every limit on the way, whatever the rule', async () => {
    const tasks = [
      { task: 'greedy' },
      { task: 'greedy', of: 'value' },
      { task: 'equal-shares', completion: 'utilitarian' },
      { task: 'equal-shares', completion: 'add1u' },
      { task: 'equal-shares', completion: 'phragmen', measure: 'cardinality' },
      { task: 'phragmen', overspend: 'skip' },
      { task: 'max-welfare', allOutcomes: 50 },
    ];
    const { limits: _limits, ...upperOnly } = problem;
    for (const outcome of await outcomes<RuleOutcome>(upperOnly, ...tasks)) {
      expect(outcome.limitsNotMet).toEqual([]);
      expect(outcome.selected).not.toContain('f');
      if (outcome.selected.includes('a')) expect(outcome.selected).toContain('d');
      expect(outcome.selected.length + outcome.notFunded.length).toBe(6);
      expect(outcome.cost + outcome.unspent).toBe(200);
    }
  });

  it('funds what must be funded first, and refuses when that is too much', async () => {
    const { limits: _limits, ...withoutMinimum } = problem;
    const must = {
      ...withoutMinimum,
      projects: problem.projects.map((p) => (p.id === 'e' ? { ...p, mustFund: 'decided in 2025' } : p)),
    };
    const outcome = await rule(must, { task: 'phragmen', overspend: 'skip' });
    expect(outcome.order[0]).toBe('e');
    expect(outcome.selected).not.toContain('c');
    const tooMuch = { budget: 5, projects: [{ id: 'a', cost: 6, mustFund: true }], ballots: [['a']] };
    expect(await refusalOf(tooMuch, { task: 'phragmen' })).toEqual([
      ['fair-start-above-budget', 'tasks.0.alreadyFunded'],
    ]);
  });

  const random = fc.record({
    costs: fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
      minLength: 1,
      maxLength: 5,
    }),
    ceilings: fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })),
    picks: fc.array(fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
    pair: fc.tuple(fc.nat(5), fc.nat(5)),
    most: fc.integer({ min: 0, max: 6 }),
    saved: fc.integer({ min: -4, max: 4 }),
  });
  const problemOf = ({
    costs,
    ceilings,
    picks,
    pair,
    most,
    saved,
  }: typeof random extends fc.Arbitrary<infer T> ? T : never) => {
    const ids = costs.map((_, index) => `p${index}`);
    const [from, to] = pair.map((index) => ids[index % ids.length]!);
    return {
      years: ceilings.map((ceiling, index) => ({ year: 2026 + index, ceiling })),
      projects: costs.map(([one, two], index) => ({ id: ids[index], cost: { 2026: one, 2027: two }, value: index })),
      grants: { max: most },
      ...(from !== to && {
        requires: [[from, to]],
        synergies: [{ projects: [from, to], cost: { 2026: saved }, value: 0 }],
      }),
      ballots: picks.map((row) => ids.filter((_, index) => row[index])),
    };
  };
  const parsed = (input: object): AllocationProblem | null => {
    const problem = parseAllocationProblem(input);
    return problem.ok ? problem.value : null;
  };

  it('the admission of a project at a time is the check of the whole set', () => {
    fc.assert(
      fc.property(random, fc.array(fc.nat(5), { maxLength: 6 }), (given, order) => {
        const problem = parsed(problemOf(given));
        fc.pre(problem !== null);
        const candidates = problem!.projects.map((project) => ({ project, level: project.levels.at(-1)! }));
        const { admit, unmet } = portfolioAdmission(problem!, candidates);
        const chosen: number[] = [];
        for (const next of order) {
          if (next >= candidates.length || chosen.includes(next)) continue;
          const isFree = admit(chosen, next) === null;
          expect(unmet([...chosen, next]).length === 0).toBe(isFree);
          if (isFree) chosen.push(next);
        }
      }),
    );
  });

  it('the greatest welfare under all limits is that of trying every set', async () => {
    await fc.assert(
      fc.asyncProperty(random, async (given) => {
        const input = problemOf(given);
        const problem = parsed(input);
        fc.pre(problem !== null);
        const candidates = problem!.projects.map((project) => ({ project, level: project.levels.at(-1)! }));
        const { unmet } = portfolioAdmission(problem!, candidates);
        const votes = candidates.map(
          ({ project }) => input.ballots.filter((ballot) => ballot.includes(project.id)).length,
        );
        const cost = (set: number[]) => set.reduce((sum, index) => sum + candidates[index]!.level.money, 0);
        const feasible = subsets(candidates.length).filter(
          (set) => unmet(set).length === 0 && cost(set) <= problem!.budget!,
        );
        const value = (set: number[]) => set.reduce((sum, index) => sum + votes[index]!, 0);
        const best = Math.max(...feasible.map(value));
        const sets = feasible
          .filter((set) => value(set) === best)
          .map((set) => set.map((index) => candidates[index]!.project.id).join());
        const outcome = await rule(input, { task: 'max-welfare', measure: 'cardinality', allOutcomes: 200 });
        expect(outcome.welfare!.value).toBe(best);
        expect(outcome.allOutcomes!.outcomes.map((set) => set.join()).sort()).toEqual(sets.sort());
        expect(outcome.allOutcomes!.complete).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  it('no rule breaks a limit', async () => {
    await fc.assert(
      fc.asyncProperty(random, async (given) => {
        const input = problemOf(given);
        fc.pre(parsed(input) !== null);
        const tasks = ['greedy', 'equal-shares', 'phragmen'].map((task) => ({ task }));
        for (const outcome of await outcomes<RuleOutcome>(input, ...tasks, {
          task: 'equal-shares',
          completion: 'add1u',
        })) {
          expect(outcome.limitsNotMet).toEqual([]);
          expect(outcome.unspent).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('comparing and judging', () => {
  it('sets rules side by side, with an official result', async () => {
    const [comparison] = await outcomes<{
      bestWelfare: { value: number };
      rules: { name: string; selected: string[]; priceOfFairness: number; satisfaction: { shareSatisfied: number } }[];
    }>(lacknerSkowron, { task: 'compare-rules', selections: { official: ['a', 'e', 'f', 'g'] } });
    expect(comparison!.bestWelfare.value).toBe(18);
    expect(comparison!.rules.map((entry) => entry.name)).toEqual([
      'greedy',
      'equal-shares-cost',
      'equal-shares-cost-completed',
      'equal-shares-cardinality',
      'phragmen',
      'max-welfare',
      'official',
    ]);
    const official = comparison!.rules.at(-1)!;
    expect(official.satisfaction.shareSatisfied).toBe(1);
    expect(official.priceOfFairness).toBeCloseTo(6 / 18, 12);
  });

  it('compares the rules asked for', async () => {
    const [comparison] = await outcomes<{ rules: { name: string; selected: string[] }[] }>(lacknerSkowron, {
      task: 'compare-rules',
      measure: 'cardinality',
      rules: [
        { rule: 'phragmen', name: 'P' },
        { rule: 'equal-shares', measure: 'cardinality', completion: 'utilitarian' },
      ],
    });
    expect(comparison!.rules.map(({ name, selected }) => [name, selected.join('')])).toEqual([
      ['P', 'abcd'],
      ['equal-shares', 'abcd'],
    ]);
  });

  // Peters et al. 2021 and the pabutools guide, question "p4 p5".
  it('priceability and representation', async () => {
    const problem = {
      budget: 500,
      projects: Object.entries({ p1: 50, p2: 150, p3: 300, p4: 250, p5: 250 }).map(([id, cost]) => ({ id, cost })),
      ballots: ['1234', '1234', '12345', '1235', '1235'].map((digits) => [...digits].map((digit) => `p${digit}`)),
    };
    const selection = ['p4', 'p5'];
    const [plain, stable, axioms] = await outcomes<Record<string, unknown> & { axiom: string; holds: boolean }[]>(
      problem,
      { task: 'priceability', selection },
      { task: 'priceability', selection, stable: true },
      { task: 'representation', selection: [], slack: 'up_to_any' },
    );
    expect(plain).toMatchObject({ holds: true });
    expect(stable).toMatchObject({ holds: false, because: 'no_prices' });
    expect(axioms!.map(({ axiom, holds }) => [axiom, holds])).toEqual([
      ['jr', false],
      ['pjr', false],
      ['ejr', false],
      ['ejr_plus', false],
      ['core', false],
    ]);
  });

  it('statistics of the election and of the satisfaction', async () => {
    const problem = {
      budget: 90,
      projects: Array.from({ length: 10 }, (_, i) => ({ id: i, cost: 10 + i })),
      ballots: [[0, 1, 2, 3], [0], [0], [5, 6], [8, 9]],
    };
    const [satisfaction, statistics] = await outcomes<Record<string, unknown>>(
      problem,
      { task: 'satisfaction', selection: [0, 1, 8, 9] },
      { task: 'election-statistics' },
    );
    expect(satisfaction).toMatchObject({
      exact: { mean: '78/5', shareSatisfied: '4/5' },
      categoryProportionality: null,
    });
    expect(statistics).toMatchObject({ projects: 10, voters: 5, totalCost: 145, unsupported: ['4', '7'] });
  });
});

describe('refusals name the place', () => {
  it.each([
    [{ task: 'equal-shares', measure: 'utilities' }, 'fair-measure-needs-points', 'tasks.0.measure'],
    [{ task: 'phragmen', alreadyFunded: ['z'] }, 'fair-unknown-project', 'tasks.0.alreadyFunded.0'],
    [
      { task: 'phragmen', voters: { from: 'groups', dimension: 'm' } },
      'fair-unknown-dimension',
      'tasks.0.voters.dimension',
    ],
    [{ task: 'phragmen', voters: { from: 'values', names: ['R9'] } }, 'fair-unknown-value', 'tasks.0.voters.names.0'],
    [
      { task: 'phragmen', voters: { from: 'values', wishes: 'approval' } },
      'fair-threshold-missing',
      'tasks.0.voters.approveAtLeast',
    ],
    [
      { task: 'equal-shares', completion: { method: 'budget_increase', step: { amount: '1/0', per: 'total' } } },
      'allocation-not-understood',
      'tasks.0.completion.step.amount',
    ],
    [{ task: 'greedy', colour: 1 }, 'allocation-unknown-key', 'tasks.0.colour'],
    [{ task: 'portfolio-metrics', selection: { a: 'half' } }, 'fair-unknown-level', 'tasks.0.selection.a'],
  ])('%p', async (task, code, path) => {
    expect(await refusalOf(lacknerSkowron, task)).toContainEqual([code, path]);
  });

  it('a problem without ballots or budget', async () => {
    expect(await refusalOf({ budget: 1, value: [1], cost: [1] }, { task: 'phragmen' })).toEqual([
      ['fair-no-ballots', 'tasks.0.voters'],
    ]);
    expect(await refusalOf({ projects: [{ id: 'a', cost: 1 }], ballots: [['a']] }, { task: 'phragmen' })).toEqual([
      ['fair-no-budget', 'budget'],
    ]);
  });
});

describe('the budget, which a rule keeps by its own word', () => {
  const selected = async (task: object) => {
    const problem = {
      budget: 10,
      ids: ['a', 'b', 'c'],
      cost: [6, 4, 7],
      ballots: [['a'], ['a'], ['a'], ['c'], ['c'], ['b']],
      tasks: [task],
    };
    const answer = await allocate(problem, { solver: await highsSolver() });
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    return (answer.value.results[0]!.outcome as { selected: string[] }).selected;
  };

  it('ends Phragmén when the next project does not fit, unless those are to be skipped', async () => {
    expect(await selected({ task: 'phragmen' })).toEqual(['a']); // c is next, at load 7/2
    expect(await selected({ task: 'phragmen', overspend: 'skip' })).toEqual(['a', 'b']);
  });

  it('ends a budget increase when its outcome costs too much', async () => {
    expect(await selected({ task: 'equal-shares', completion: 'add1' })).toEqual(['a']); // at 5/3 + 2 both a and c
    expect(await selected({ task: 'equal-shares', completion: 'add1u' })).toEqual(['a', 'b']);
  });
});
