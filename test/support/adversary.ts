import type { AllocationProblem, Objective } from '../../libs/portfolio/src/problem/allocation-problem';
import { checkPortfolio } from '../../libs/portfolio/src/optimise/check-portfolio';
import type { Choice } from '../../libs/portfolio/src/optimise/choice';
import { limitKey } from '../../libs/portfolio/src/optimise/limit-ref';
import { dice, objectiveOf, randomProblemFile, someObjective } from './allocation-oracle';

type File = Record<string, unknown>;
type ProjectFile = File & { readonly id: string; readonly cost: Record<string, number>; readonly value: number };

/** No more portfolios than this are worth trying one by one. */
const mostPortfolios = 20_000;

/**
 * A random problem file that mixes everything the format knows: `randomProblemFile` and, on top, stated levels over several rounds,
 * sequences, carry-over with limits of its own, further ceilings, other resources, least shares and counts, limits on some years,
 * decimals, and every objective including orders of several. Few enough portfolios to try them all.
 */
export function anyProblemFile(seed: number, most = 14): File {
  const { int, chance, some } = dice(seed + 4242);
  const base = randomProblemFile(seed, most);
  const years = (base['years'] as { year: number }[]).map(({ year }) => String(year));
  const decimals = chance(15);
  const amount = (tens: number) => (decimals ? `${tens * 10}.${int(0, 9)}` : tens * 10);
  const partialGrants = chance(40) ? undefined : chance(50) ? { steps: int(2, 3) } : 'all_or_nothing';
  const staff = chance(20);
  let portfolios = 1;
  const projects: File[] = [];
  for (const project of base['projects'] as ProjectFile[]) {
    const stated = chance(20) && Object.values(project.cost).some((cost) => cost > 0);
    const changed: File = stated ? withLevels(project, seed + projects.length) : { ...project };
    if (decimals && !stated)
      changed['cost'] = Object.fromEntries(Object.entries(project.cost).map(([y, c]) => [y, amount(c / 10)]));
    if (staff && !stated) changed['cost'] = { ...(changed['cost'] as object), staff: int(0, 5) };
    if (!stated && chance(25)) changed['round'] = int(1, 3);
    const levels = stated
      ? (changed['levels'] as unknown[]).length
      : 'smallestUseful' in project && partialGrants !== 'all_or_nothing'
        ? typeof partialGrants === 'object'
          ? partialGrants.steps + 1
          : 2
        : 1;
    if (projects.length > 1 && portfolios * (levels + 1) > mostPortfolios) break;
    portfolios *= levels + 1;
    projects.push(changed);
  }
  const ids = new Set(projects.map((project) => project['id'] as string));
  const kept = [...ids];
  const sequences =
    kept.length >= 2 && chance(50)
      ? Array.from({ length: int(1, 2) }, (_, k) => {
          const [first, then] = some(kept, 2);
          return { id: `order${k}`, type: 'sequence', first, then };
        })
      : [];
  const furtherLimit = (k: number) => {
    const dimension = chance(50) ? 'owner' : 'theme';
    const group = some(dimension === 'owner' ? ['region', 'kommun', 'annan'] : ['x', 'y', 'z'], 1)[0];
    const own = { id: `further${k}`, dimension, group };
    const kind = int(0, 5);
    if (kind === 0) return { ...own, minShare: int(1, 3) / 10, ...(chance(50) ? { of: 'spent' } : {}) };
    if (kind === 1) return { ...own, minCount: int(1, 2), maxCount: int(2, 4) };
    if (kind === 2) return { ...own, min: int(0, 4) * 10, max: int(5, 25) * 10 };
    if (kind === 3) return { ...own, max: int(2, 12) * 10, years: [Number(some(years, 1)[0])] };
    if (kind === 4) return { ...own, minShare: int(1, 2) / 10, maxShare: int(4, 9) / 10, of: 'spent' };
    return { ...own, maxShare: int(2, 9) / 10 };
  };
  const carry = chance(25)
    ? { most: Object.fromEntries(years.map((year) => [year, int(0, 6) * 10])), in: int(0, 3) * 10 }
    : undefined;
  const file: File = {
    ...base,
    projects,
    links: [...(base['links'] as File[]).filter((link) => keeps(link, ids)), ...sequences],
    synergies: (base['synergies'] as File[]).filter((synergy) => keeps(synergy, ids)),
    jointLimits: (base['jointLimits'] as { uses: Record<string, number> }[]).filter(({ uses }) =>
      Object.keys(uses).every((id) => ids.has(id)),
    ),
    limits: [...(base['limits'] as File[]), ...Array.from({ length: int(0, 2) }, (_, k) => furtherLimit(k))],
    ...(partialGrants && { partialGrants }),
    ...(carry && { carryOver: carry }),
    ...(staff && { otherResources: [{ id: 'staff', ceiling: int(3, 15) }] }),
    ...(chance(20) && {
      ceilings: [
        { id: 'ends', years: [Number(years[0]), Number(years.at(-1))].filter(unique), ceiling: int(6, 40) * 10 },
      ],
    }),
    ...(chance(25) && { populations: { owner: { region: int(2, 9), kommun: int(2, 9), annan: int(2, 9) } } }),
  };
  // A limit's share of the budget needs one: the years always state it.
  return { ...file, objective: anyObjective(file, seed) };
}

const unique = (value: number, index: number, all: readonly number[]) => all.indexOf(value) === index;

const keeps = (item: File, ids: ReadonlySet<string>): boolean =>
  ['from', 'to', 'first', 'then', 'anyOf', 'projects'].every((key) =>
    item[key] === undefined ? true : [item[key]].flat().every((id) => ids.has(id as string)),
  );

/** The project with two or three stated levels, possibly in different rounds. */
function withLevels(project: ProjectFile, seed: number): File {
  const { int, chance } = dice(seed * 31 + 7);
  const { cost, value, values, groups, id, mustFund, exclude, alreadyDone } = project as ProjectFile & File;
  const count = int(2, 3);
  const levels = Array.from({ length: count }, (_, k) => ({
    id: `L${k}`,
    cost: Object.fromEntries(Object.entries(cost).map(([year, sum]) => [year, Math.floor((sum * (k + 1)) / count)])),
    ...(chance(50)
      ? { part: (k + 1) / 4 }
      : { value: int(0, 30), values: { a: int(0, 20), b: int(-5, 20), c: int(0, 9) } }),
    round: int(1, 3),
  }));
  return { id, value, values, groups, mustFund, exclude, alreadyDone, levels };
}

/** Every objective of the format. */
export function anyObjective(file: File, seed: number): File {
  const { int, chance, some } = dice(seed + 99);
  const ids = (file['projects'] as { id: string }[]).map(({ id }) => id);
  const simple = (own: number): File => {
    const kind = int(0, 9);
    const perInhabitant = file['populations'] !== undefined && chance(60) ? { perInhabitant: true } : {};
    const groups = { groups: ownersIn(file) };
    if (kind === 0) return { objective: 'least_money' };
    if (kind === 1) return { objective: 'fewest_changes', baseline: some(ids, int(0, ids.length)) };
    const given = someObjective(own);
    return given['objective'] === 'most_equal' ? { ...given, ...groups, ...perInhabitant } : given;
  };
  if (!chance(35)) return simple(seed);
  const stages = Array.from({ length: int(2, 3) }, (_, k) => simple(seed + 1000 * k)).filter(
    ({ objective }) => objective !== 'value_per_krona',
  );
  if (stages.length === 0) return simple(seed);
  return {
    objective: 'lexicographic',
    stages: stages.map((stage) => (chance(50) ? { ...stage, tolerance: int(0, 4) * (chance(50) ? 1 : 10) } : stage)),
  };
}

function ownersIn(file: File): string[] {
  const owners = (file['projects'] as { groups: { owner: string | Record<string, number> } }[]).flatMap(({ groups }) =>
    typeof groups.owner === 'string' ? [groups.owner] : Object.keys(groups.owner),
  );
  return [...new Set(owners)].sort();
}

type SimpleObjective = Exclude<Objective, { name: 'lexicographic' }>;

/** An objective as the engine counts it: money per head in whole hundredths, the smallest rounded down and the largest up. */
function scoreOf(
  problem: AllocationProblem,
  objective: SimpleObjective,
  choice: Choice,
  all: readonly Choice[],
): number {
  if (objective.name !== 'most_equal' || objective.equality.per.every((per) => per === 1))
    return objectiveOf(problem, objective, choice, all);
  const { measure, groups, per } = objective.equality;
  if (measure === 'distance_to_targets') return objectiveOf(problem, objective, choice, all);
  const money = groups.map((group, g) => {
    const single = {
      ...objective.equality,
      measure: 'smallest_group' as const,
      groups: [group],
      per: [1],
      targets: [0],
    };
    return (100 * objectiveOf(problem, { name: 'most_equal', equality: single }, choice, all)) / (per[g] as number);
  });
  const smallest = Math.floor(Math.min(...money) + 1e-9) / 100;
  return measure === 'smallest_group' ? smallest : smallest - Math.ceil(Math.max(...money) - 1e-9) / 100;
}

/** What one unit of a tolerance is in the unit `objectiveOf` counts in. */
const toleranceUnit = (problem: AllocationProblem, objective: SimpleObjective): number =>
  objective.name === 'value_times_money' ? problem.moneyScale : 1;

const close = (a: number, b: number) =>
  Number.isFinite(a) && Math.abs(a - b) <= 1e-13 * Math.max(1, Math.abs(a), Math.abs(b));

/** The best portfolios by trying all: those equally good in the last aim among the ones every earlier aim lets through. */
export function bestOfAll(
  problem: AllocationProblem,
  objective: Objective,
  all: readonly Choice[],
): { readonly best: readonly number[]; readonly choices: readonly Choice[] } {
  const stages = objective.name === 'lexicographic' ? objective.stages : [{ objective, tolerance: 0 }];
  let left = all;
  const best: number[] = [];
  for (const [k, stage] of stages.entries()) {
    const scores = left.map((choice) => scoreOf(problem, stage.objective, choice, all));
    const top = Math.max(...scores);
    if (left.length === 0 || top === -Infinity) return { best: [], choices: [] };
    best.push(top);
    const allowed = k === stages.length - 1 ? 0 : stage.tolerance * toleranceUnit(problem, stage.objective);
    left = left.filter((_, i) => (scores[i] as number) >= top - allowed || close(scores[i] as number, top - allowed));
  }
  return { best, choices: left };
}

/** How the limits named stand towards each other, by trying every portfolio: do they conflict, and is each of them needed? */
export function conflictFacts(problem: AllocationProblem, keys: readonly string[]) {
  const named = new Set(keys);
  const broken = everyChoice(problem).map((choice) => [
    ...new Set(checkPortfolio(problem, choice).map(({ limit }) => limitKey(limit))),
  ]);
  const among = broken.map((all) => all.filter((key) => named.has(key)));
  return {
    conflict: among.every((own) => own.length > 0),
    spare: keys.filter((key) => !among.some((own) => own.length === 1 && own[0] === key)),
    smallest: fewestInConflict(broken),
  };
}

/** The size of the smallest set of limits that every portfolio breaks one of. */
function fewestInConflict(broken: readonly (readonly string[])[]): number {
  const minimal = [...new Map(broken.map((own) => [own.slice().sort().join('|'), own])).values()].sort(
    (a, b) => a.length - b.length,
  );
  const hit = (chosen: ReadonlySet<string>, room: number): boolean => {
    const open = minimal.find((own) => !own.some((key) => chosen.has(key)));
    if (!open) return true;
    return room > 0 && open.some((key) => hit(new Set([...chosen, key]), room - 1));
  };
  let size = 0;
  while (size < 8 && !hit(new Set(), size)) size += 1;
  return size;
}

function everyChoice(problem: AllocationProblem): Choice[] {
  let choices: Choice[] = [{}];
  for (const { id, levels, alreadyDone } of problem.projects)
    if (!alreadyDone) choices = choices.flatMap((own) => [own, ...levels.map((level) => ({ ...own, [id]: level.id }))]);
  return choices;
}
