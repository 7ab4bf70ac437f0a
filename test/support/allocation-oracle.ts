import type { AllocationProblem, Objective } from '../../libs/portfolio/src/problem/allocation-problem';
import { activeSynergies, checkPortfolio } from '../../libs/portfolio/src/optimise/check-portfolio';
import { fundedIn, type Choice } from '../../libs/portfolio/src/optimise/choice';
import { countsIn, moneyByGroup } from '../../libs/portfolio/src/optimise/group-money';

/** Every portfolio of a small problem, by trying all of them: the slow, obvious way. */
export function everyPortfolio(problem: AllocationProblem): Choice[] {
  let choices: Choice[] = [{}];
  for (const project of problem.projects) {
    if (project.alreadyDone) continue;
    choices = choices.flatMap((choice) => [
      choice,
      ...project.levels.map((level) => ({ ...choice, [project.id]: level.id })),
    ]);
  }
  return choices.filter((choice) => checkPortfolio(problem, choice).length === 0);
}

/** A named value of a portfolio in value units, with synergies. */
export function valueOf(problem: AllocationProblem, choice: Choice, name: string): number {
  const ofLevels = fundedIn(problem, choice).reduce(
    (sum, { level }) => sum + (name === 'value' ? level.value.point : (level.values[name]?.point ?? 0)),
    0,
  );
  return activeSynergies(problem, choice).reduce(
    (sum, synergy) => sum + (name === 'value' ? synergy.value : (synergy.values[name] ?? 0)),
    ofLevels,
  );
}

export function moneyOf(problem: AllocationProblem, choice: Choice): number {
  const ofLevels = fundedIn(problem, choice).reduce((sum, { level }) => sum + level.money, 0);
  return activeSynergies(problem, choice).reduce((sum, synergy) => sum + synergy.money, ofLevels);
}

const requestedMoney = (problem: AllocationProblem, id: string) =>
  problem.projects.find((project) => project.id === id)?.levels.at(-1)?.money ?? 0;

/** An objective of a portfolio, larger = better, written from its definition and not from the engine's programs. */
export function objectiveOf(
  problem: AllocationProblem,
  objective: Exclude<Objective, { name: 'lexicographic' }>,
  choice: Choice,
  all: readonly Choice[],
): number {
  const funded = fundedIn(problem, choice);
  const penalised = (name: string, penalty: number, of: Choice) =>
    valueOf(problem, of, name) - penalty * Object.keys(of).length;
  switch (objective.name) {
    case 'sum_of_value':
      return penalised(objective.of, objective.penaltyPerGrant, choice);
    case 'value_times_money': {
      const pick = (scored: { point: number } | undefined) => scored?.point ?? 0;
      const levels = funded.reduce(
        (sum, { level }) =>
          sum + pick(objective.of === 'value' ? level.value : level.values[objective.of]) * level.money,
        0,
      );
      const synergies = activeSynergies(problem, choice).reduce(
        (sum, synergy) =>
          sum +
          (objective.of === 'value' ? synergy.value : (synergy.values[objective.of] ?? 0)) *
            synergy.projects.reduce((total, id) => total + requestedMoney(problem, id), 0),
        0,
      );
      return levels + synergies - objective.penaltyPerGrant * problem.moneyScale * funded.length;
    }
    case 'value_per_krona': {
      const money = moneyOf(problem, choice);
      return money > 0 ? penalised(objective.of, objective.penaltyPerGrant, choice) / money : -Infinity;
    }
    case 'maximin':
      return Math.min(...objective.over.map((name) => penalised(name, objective.penaltyPerGrant, choice)));
    case 'minimax_regret': {
      const bests = objective.over.map((name) =>
        Math.max(...all.map((other) => penalised(name, objective.penaltyPerGrant, other))),
      );
      return -Math.max(
        ...objective.over.map((name, k) => (bests[k] as number) - penalised(name, objective.penaltyPerGrant, choice)),
      );
    }
    case 'least_money':
      return -moneyOf(problem, choice);
    case 'fewest_changes':
      return -problem.projects.filter(
        ({ id, alreadyDone }) => !alreadyDone && (objective.baseline[id] ?? null) !== (choice[id] ?? null),
      ).length;
    case 'most_equal': {
      const { measure, dimension, groups, per, targets } = objective.equality;
      const synergies = activeSynergies(problem, choice);
      const money = groups.map(
        (group) =>
          funded.reduce(
            (sum, { project, level }) => sum + countsIn(project, level, dimension, [group], 'money', null),
            0,
          ) +
          synergies.reduce(
            (sum, synergy) => sum + (moneyByGroup(synergy.groups[dimension], synergy.money).get(group) ?? 0),
            0,
          ),
      );
      if (measure === 'distance_to_targets')
        return -money.reduce((sum, amount, g) => sum + Math.abs(amount - (targets[g] ?? 0)), 0);
      const perHead = money.map((amount, g) => amount / (per[g] ?? 1));
      return measure === 'smallest_group' ? Math.min(...perHead) : Math.min(...perHead) - Math.max(...perHead);
    }
  }
}

/** mulberry32: small random problems from one seed. */
export function dice(seed: number) {
  let a = seed >>> 0;
  const u32 = () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const int = (low: number, high: number) => low + (u32() % (high - low + 1));
  const chance = (percent: number) => int(1, 100) <= percent;
  const some = <T>(items: readonly T[], count: number): T[] => {
    const left = [...items];
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(int(0, left.length - 1), 1)[0] as T);
  };
  return { int, chance, some };
}

/** A random allocation problem file with any mix of limits, small enough to try every portfolio. */
export function randomProblemFile(seed: number, most = 9): Record<string, unknown> {
  const { int, chance, some } = dice(seed);
  const count = int(1, most);
  const ids = Array.from({ length: count }, (_, i) => `p${i + 1}`);
  const years = [2026, 2027, 2028].slice(0, int(1, 3));
  const groups = ['region', 'kommun', 'annan'];
  const projects = ids.map((id) => {
    const cost = Object.fromEntries(years.map((year) => [String(year), int(0, 12) * 10]));
    const total = Object.values(cost).reduce((sum, amount) => sum + amount, 0);
    return {
      id,
      value: int(0, 30),
      values: { a: int(0, 20), b: int(-5, 20), c: int(0, 20) },
      cost,
      groups: {
        owner: chance(30) ? { region: int(1, 5), kommun: int(1, 5) } : some(groups, 1)[0],
        theme: some(['x', 'y', 'z'], int(1, 2)),
      },
      ...(chance(30) && total > 20 ? { smallestUseful: int(1, Math.floor(total / 10) - 1) * 10 } : {}),
      ...(chance(20) ? { partialValue: chance(50) ? 'full' : { atSmallest: 0.4 } } : {}),
      ...(chance(5) ? { mustFund: true } : chance(5) ? { exclude: 'test' } : chance(4) ? { alreadyDone: true } : {}),
    };
  });
  const link = () => {
    const kind = int(0, 4);
    if (kind === 0) return { type: 'requires', ...pair(['from', 'to']) };
    if (kind === 1 && count >= 3) {
      const [from, ...anyOf] = some(ids, 3);
      return { type: 'requires_one_of', from, anyOf };
    }
    if (kind === 2) return { type: 'mutually_exclusive', projects: some(ids, int(2, 3)) };
    if (kind === 3)
      return { type: 'choose', projects: some(ids, int(2, 4)), ...(chance(50) ? { max: 1 } : { min: 1, max: 2 }) };
    return chance(20)
      ? { type: 'sequence', ...pair(['first', 'then']) }
      : { type: 'requires', ...pair(['from', 'to']) };
  };
  const pair = (keys: readonly [string, string]) => {
    const [a, b] = some(ids, 2);
    return { [keys[0]]: a, [keys[1]]: b };
  };
  const many = (most: number, make: () => unknown) => Array.from({ length: count >= 2 ? int(0, most) : 0 }, make);
  const limit = () => {
    const dimension = chance(60) ? 'owner' : 'theme';
    const names = dimension === 'owner' ? groups : ['x', 'y', 'z'];
    const kind = int(0, 4);
    const group = some(names, 1)[0];
    const base = { id: `limit-${int(0, 1e9)}`, dimension, group };
    if (kind === 0) return { ...base, maxShare: int(2, 9) / 10 };
    if (kind === 1) return { ...base, maxShare: int(3, 9) / 10, of: 'spent' };
    if (kind === 2) return { ...base, min: int(1, 5) * 10 };
    if (kind === 3) return { ...base, groups: some(names, 2), group: undefined, max: int(5, 30) * 10 };
    return { ...base, maxCount: int(1, 3) };
  };
  const perYear = Math.max(20, count * 25);
  return {
    projects,
    years: years.map((year) => ({
      year,
      frame: int(perYear, 2 * perYear),
      committed: int(0, 20),
      ...(chance(20) ? { authorisation: int(perYear, 3 * perYear), outstanding: int(0, 20) } : {}),
    })),
    ...(chance(25) ? { carryOver: chance(50) ? true : { most: int(0, 60) } } : {}),
    limits: many(2, limit),
    links: dedupe(many(3, link)),
    synergies: dedupe(
      many(2, () => {
        const members = some(ids, int(2, 3));
        return {
          projects: members,
          atLeast: chance(70) ? members.length : 2,
          value: int(-6, 8),
          values: { a: int(-3, 5) },
          ...(chance(40) ? { cost: { [String(years[0])]: -int(0, 4) * 5 }, groups: { owner: 'kommun' } } : {}),
        };
      }),
    ),
    jointLimits: chance(25)
      ? [{ limit: 300, history: int(0, 150), uses: Object.fromEntries(some(ids, 3).map((id) => [id, int(50, 200)])) }]
      : [],
    ...(chance(15) ? { grants: chance(70) ? { max: int(1, count) } : { min: 1 } } : {}),
    ...(chance(15) ? { minimumGrant: int(1, 8) * 10 } : {}),
  };
}

/** Links and synergies over the same projects would have the same id. */
function dedupe(items: unknown[]): unknown[] {
  return items
    .filter((item) => JSON.stringify(item) !== undefined)
    .map((item, index) => ({ id: `k${index}`, ...(item as object) }));
}

/** One of every objective, by a number. */
export function someObjective(seed: number): Record<string, unknown> {
  const { int, chance } = dice(seed + 77);
  const penalty = chance(30) ? { penaltyPerGrant: int(1, 5) } : {};
  switch (int(0, 7)) {
    case 0:
    case 1:
      return { objective: 'sum_of_value', ...penalty };
    case 2:
      return { objective: 'value_times_money', ...penalty };
    case 3:
      return { objective: 'value_per_krona', ...penalty };
    case 4:
      return { objective: 'maximin', over: ['a', 'b', 'c'], ...penalty };
    case 5:
      return { objective: 'minimax_regret', over: ['a', 'b', 'c'], ...penalty };
    case 6:
      return { objective: 'most_equal', measure: 'spread', dimension: 'owner' };
    default:
      return {
        objective: 'most_equal',
        measure: chance(50) ? 'smallest_group' : 'distance_to_targets',
        dimension: 'owner',
        targets: { region: 100, kommun: 60, annan: 30 },
      };
  }
}
