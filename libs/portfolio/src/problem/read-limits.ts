import type { Path } from '@fordela/domain';
import type {
  GroupLimit,
  JointLimit,
  LimitBound,
  Membership,
  ProjectLink,
  Resource,
  Share,
  Synergy,
} from './allocation-problem';
import { decimalsOf, roundToDecimals, type Fraction } from './fraction';
import type { ProblemFile } from './problem-file';
import type { ListedProject } from './read-project-list';
import { everything, limitsEverything, membershipOf, plainDimension } from './read-projects';
import { positionNames } from './position-names';
import { resourcesWhere, type CostReader } from './read-resources';
import { sortedIds, type Reading } from './reading';

type LimitInput = NonNullable<ProblemFile['limits']>[number];

/** Group limits in money, share or count; one entry of the file may make one in money and one in grants. */
export function readGroupLimits(
  file: ProblemFile,
  dimensions: Readonly<Record<string, readonly string[]>>,
  resources: readonly Resource[],
  budget: number | null,
  reading: Reading,
): readonly GroupLimit[] {
  const limits = (file.limits ?? []).flatMap((stated, index): GroupLimit[] => {
    const path: Path = ['limits', index];
    return eachGroupOf(stated, dimensions).flatMap((input) => limitsOf(input, path));
  });
  refuseDuplicates(limits, ['limits'], reading);
  return limits;

  function limitsOf(input: LimitInput, path: Path): GroupLimit[] {
    const groups = groupsOf(input, path, reading);
    const dimension = dimensionOf(input, groups, dimensions, path, reading);
    for (const group of groups)
      if (dimensions[dimension] && !dimensions[dimension].includes(group))
        reading.observe('limit-on-empty-group', path, { dimension, group });
    const id = input.id ?? `${dimension}-${groups.join('+')}`;
    const filtered = input.resources ?? input.years ?? input.sources;
    const resourceIds = filtered ? resourcesWhere(resources, input) : null;
    if (resourceIds?.length === 0) reading.refuse('allocation-ceiling-of-nothing', path, {});
    const common = { dimension, groups, resourceIds };
    const min = moneyBound(input, 'min', budget, path, reading);
    const max = moneyBound(input, 'max', budget, path, reading);
    const count = (value: number | undefined): LimitBound | null =>
      value === undefined ? null : { kind: 'amount', amount: value, shareOfBudget: null };
    const [minCount, maxCount] = [count(input.minCount), count(input.maxCount)];
    if (!min && !max && !minCount && !maxCount) reading.refuse('allocation-limit-without-bound', path, {});
    return [
      ...(min || max ? [{ id, measure: 'money' as const, min, max, ...common }] : []),
      ...(minCount || maxCount
        ? [{ id: min || max ? `${id}-grants` : id, measure: 'count' as const, min: minCount, max: maxCount, ...common }]
        : []),
    ];
  }
}

/** A limit that names no group holds for each group of the dimension it names, or for all projects together. */
function eachGroupOf(
  input: LimitInput,
  dimensions: Readonly<Record<string, readonly string[]>>,
): readonly LimitInput[] {
  if (input.group !== undefined || input.groups) return [input];
  if (input.dimension === undefined)
    return [{ ...input, dimension: everything, group: everything, id: input.id ?? limitOnAll(input) }];
  const groups = dimensions[input.dimension];
  if (!groups) return [input];
  return groups.map((group) => ({ ...input, group, ...(input.id && { id: `${input.id}-${group}` }) }));
}

/** Several limits on all projects, each on some resources, are told apart by these. */
const limitOnAll = ({ resources = [], years = [], sources = [] }: LimitInput): string =>
  [everything, ...resources, ...years, ...sources].join('-');

function groupsOf(input: LimitInput, path: Path, reading: Reading): readonly string[] {
  if (input.group !== undefined && input.groups)
    reading.refuse('allocation-two-ways', [...path, 'groups'], { one: 'group', other: 'groups' });
  const groups = sortedIds([...(input.group === undefined ? [] : [input.group]), ...(input.groups ?? [])].map(String));
  if (groups.length === 0) reading.refuse('allocation-missing-key', path, { key: 'group', expected: 'string' });
  return groups;
}

/** The dimension named; else the only one there is, or the only one that has the groups. */
function dimensionOf(
  input: LimitInput,
  groups: readonly string[],
  dimensions: Readonly<Record<string, readonly string[]>>,
  path: Path,
  reading: Reading,
): string {
  const names = Object.keys(dimensions);
  if (input.dimension !== undefined) {
    if (!names.includes(input.dimension))
      reading.refuse('allocation-unknown-dimension', [...path, 'dimension'], {
        dimension: input.dimension,
        choices: names,
      });
    return input.dimension;
  }
  const having = names.filter((name) => groups.some((group) => dimensions[name]?.includes(group)));
  const only = having.length === 1 ? having[0] : names.length === 1 ? names[0] : undefined;
  if (only === undefined) reading.refuse('allocation-unclear-dimension', path, { choices: names });
  return only ?? plainDimension;
}

function moneyBound(
  input: LimitInput,
  side: 'min' | 'max',
  budget: number | null,
  path: Path,
  reading: Reading,
): LimitBound | null {
  const shareKey = side === 'min' ? 'minShare' : 'maxShare';
  const [amount, shareInput] = [input[side], input[shareKey]];
  if (amount !== undefined && shareInput !== undefined)
    reading.refuse('allocation-two-ways', [...path, shareKey], { one: side, other: shareKey });
  if (amount !== undefined) {
    const units = reading.money(amount, [...path, side]);
    const krona = 10 ** reading.scales.moneyDecimals;
    if (units > 0 && units < krona && (budget ?? 0) >= 10 * krona && !input.resources)
      reading.observe('limit-below-one', [...path, side], { amount, meant: shareKey });
    return { kind: 'amount', amount: units, shareOfBudget: null };
  }
  if (shareInput === undefined) return null;
  const exact = reading.exact(shareInput, [...path, shareKey]);
  const share = shareOf(exact, [...path, shareKey], reading);
  if (input.of === 'spent') return { kind: 'share-of-spent', share };
  if (budget === null) {
    reading.refuse('allocation-share-needs-budget', [...path, shareKey], {});
    return null;
  }
  return { kind: 'amount', amount: shareOfBudget(share, budget, side), shareOfBudget: share };
}

function shareOf(exact: Fraction, path: Path, reading: Reading): Share {
  if (exact.numerator < 0n || exact.numerator > exact.denominator || exact.denominator > 1_000_000n)
    reading.refuse('allocation-not-a-share', path, { value: Number(exact.numerator) / Number(exact.denominator) });
  return { numerator: Number(exact.numerator), denominator: Number(exact.denominator) };
}

/** A share of the budget in whole units: a maximum is rounded down and a minimum up, so that the share itself holds. */
export function shareOfBudget(share: Share, budget: number, side: 'min' | 'max'): number {
  const product = BigInt(share.numerator) * BigInt(budget);
  const denominator = BigInt(share.denominator);
  return Number(side === 'max' ? product / denominator : (product + denominator - 1n) / denominator);
}

function refuseDuplicates(items: readonly { readonly id: string }[], path: Path, reading: Reading): void {
  const seen = new Set<string>();
  for (const { id } of items) {
    if (seen.has(id)) reading.refuse('allocation-duplicate-id', path, { id });
    seen.add(id);
  }
}

/** Looks an id up among the projects and refuses it in its place when there is none. */
function known(ids: ReadonlySet<string>, id: string | number, path: Path, reading: Reading): string {
  if (!ids.has(String(id))) reading.refuse('allocation-unknown-project', path, { project: String(id) });
  return String(id);
}

/** Links between projects, from `links` and the shorthands `requires`, `exclusive` and a project's own `requires…`. */
export function readLinks(
  file: ProblemFile,
  listed: readonly ListedProject[],
  reading: Reading,
): readonly ProjectLink[] {
  const ids = new Set(listed.map((project) => project.id));
  const check = (id: string | number, path: Path) => known(ids, id, path, reading);
  const all = (items: readonly (string | number)[], path: Path) =>
    sortedIds(items.map((id, index) => check(id, [...path, index])));
  const links: ProjectLink[] = (file.links ?? []).map((link, index) => {
    const path: Path = ['links', index];
    switch (link.type) {
      case 'requires': {
        const [from, to] = [check(link.from, [...path, 'from']), check(link.to, [...path, 'to'])];
        return { id: link.id ?? `requires-${from}-${to}`, type: 'requires', from, to };
      }
      case 'requires_one_of': {
        const from = check(link.from, [...path, 'from']);
        const anyOf = all(link.anyOf, [...path, 'anyOf']);
        return { id: link.id ?? `requires-${from}-one-of-${anyOf.join('+')}`, type: 'requires_one_of', from, anyOf };
      }
      case 'mutually_exclusive': {
        const projects = all(link.projects, [...path, 'projects']);
        return { id: link.id ?? `exclusive-${projects.join('+')}`, type: 'mutually_exclusive', projects };
      }
      case 'choose': {
        const projects = all(link.projects, [...path, 'projects']);
        const [min, max] = [link.min ?? null, link.max ?? null];
        if (min === null && max === null) reading.refuse('allocation-limit-without-bound', path, {});
        return { id: link.id ?? `choose-${projects.join('+')}`, type: 'choose', projects, min, max };
      }
      case 'sequence': {
        const [first, then] = [check(link.first, [...path, 'first']), check(link.then, [...path, 'then'])];
        return { id: link.id ?? `sequence-${first}-${then}`, type: 'sequence', first, then };
      }
    }
  });
  for (const [index, [from, to]] of (file.requires ?? []).entries()) {
    const [a, b] = [check(from, ['requires', index, 0]), check(to, ['requires', index, 1])];
    links.push({ id: `requires-${a}-${b}`, type: 'requires', from: a, to: b });
  }
  for (const [index, members] of (file.exclusive ?? []).entries()) {
    const projects = all(members, ['exclusive', index]);
    links.push({ id: `exclusive-${projects.join('+')}`, type: 'mutually_exclusive', projects });
  }
  for (const { id, input, pathOf } of listed) {
    for (const [index, to] of (input.requires ?? []).entries()) {
      const target = check(to, pathOf('requires', index));
      links.push({ id: `requires-${id}-${target}`, type: 'requires', from: id, to: target });
    }
    if (input.requiresOneOf) {
      const anyOf = all(input.requiresOneOf, pathOf('requiresOneOf'));
      links.push({ id: `requires-${id}-one-of-${anyOf.join('+')}`, type: 'requires_one_of', from: id, anyOf });
    }
  }
  const unique = [...new Map(links.map((link) => [JSON.stringify(link), link])).values()];
  refuseDuplicates(unique, ['links'], reading);
  return unique.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Sets of projects that are worth, or cost, something else when funded together. */
export function readSynergies(
  file: ProblemFile,
  listed: readonly ListedProject[],
  costs: CostReader,
  valueNames: readonly string[],
  hasStatedValue: boolean,
  reading: Reading,
): readonly Synergy[] {
  const ids = new Set(listed.map((project) => project.id));
  const names = positionNames(file);
  const ofAll: Readonly<Record<string, Membership>> = limitsEverything(file)
    ? { [everything]: membershipOf(everything) }
    : {};
  const synergies = (file.synergies ?? []).map((input, index): Synergy => {
    const path: Path = ['synergies', index];
    const projects = sortedIds(
      input.projects.map((id, place) => known(ids, id, [...path, 'projects', place], reading)),
    );
    const atLeast = input.atLeast ?? projects.length;
    if (atLeast > projects.length)
      reading.refuse('allocation-synergy-too-many', [...path, 'atLeast'], { atLeast, projects: projects.length });
    const changes = input.cost === undefined ? {} : signedCosts(input.cost, names, [...path, 'cost'], reading);
    const values: Record<string, number> = {};
    for (const [name, value] of Object.entries(input.values ?? {})) {
      if (!valueNames.includes(name))
        reading.refuse('allocation-unknown-value', [...path, 'values', name], { value: name, choices: valueNames });
      values[name] = reading.value(reading.exact(value, [...path, 'values', name]));
    }
    const own = input.value === undefined ? null : reading.value(reading.exact(input.value, [...path, 'value']));
    if (own === null && hasStatedValue && input.cost === undefined)
      reading.refuse('allocation-missing-key', [...path, 'value'], { key: 'value', expected: 'number' });
    return {
      id: input.id ?? `synergy-${projects.join('+')}${atLeast < projects.length ? `-${atLeast}` : ''}`,
      projects,
      atLeast,
      value: own ?? weightedSynergy(file, input.values ?? {}, path, reading),
      values,
      costs: changes,
      money: costs.moneyOf(changes),
      groups: {
        ...ofAll,
        ...Object.fromEntries(
          Object.entries(input.groups ?? {}).map(([dimension, member]) => [dimension, membershipOf(member)]),
        ),
      },
    };
  });
  refuseDuplicates(synergies, ['synergies'], reading);
  return synergies.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function signedCosts(
  cost: number | string | (number | string)[] | Record<string, number | string>,
  names: readonly string[],
  path: Path,
  reading: Reading,
): Readonly<Record<string, number>> {
  if (typeof cost !== 'object') return { money: reading.money(cost, path, true) };
  return Object.fromEntries(
    Object.entries(cost).map(([key, amount]) => [
      Array.isArray(cost) ? (names[Number(key)] ?? String(Number(key) + 1)) : key,
      reading.money(amount, [...path, key], true),
    ]),
  );
}

/** With criteria weights and no value of its own, a synergy is worth Σ weight × its named values. */
function weightedSynergy(
  file: ProblemFile,
  values: Readonly<Record<string, number | string>>,
  path: Path,
  reading: Reading,
): number {
  const entries = Object.entries(values);
  if (!file.weights) {
    const only = entries.length === 1 ? entries[0] : undefined;
    return only ? reading.value(reading.exact(only[1], [...path, 'values', only[0]])) : 0;
  }
  return entries.reduce((sum, [name, value]) => {
    const weight = reading.exact(file.weights?.[name] ?? 0, ['weights', name]);
    const exact = reading.exact(value, [...path, 'values', name]);
    return (
      sum +
      reading.value({
        numerator: weight.numerator * exact.numerator,
        denominator: weight.denominator * exact.denominator,
      })
    );
  }, 0);
}

/** Limits in a unit of their own, each with its own exact scale. */
export function readJointLimits(
  file: ProblemFile,
  listed: readonly ListedProject[],
  reading: Reading,
): readonly JointLimit[] {
  const ids = new Set(listed.map((project) => project.id));
  const limits = (file.jointLimits ?? []).map((input, index): JointLimit => {
    const path: Path = ['jointLimits', index];
    const entries = Object.entries(input.uses).sort(([a], [b]) => (a < b ? -1 : 1));
    const exact = (value: number | string, place: Path) => {
      const parsed = reading.exact(value, place);
      if (parsed.numerator < 0n) reading.refuse('allocation-negative-amount', place, { value: String(value) });
      if (decimalsOf(parsed, 6) === null)
        reading.refuse('allocation-amount-too-fine', place, { value: String(value), mostMoneyDecimals: 6 });
      return parsed;
    };
    const limit = exact(input.limit, [...path, 'limit']);
    const history = exact(input.history ?? 0, [...path, 'history']);
    const amounts = entries.map(([id, amount]) => ({
      projectId: known(ids, id, [...path, 'uses', id], reading),
      amount: exact(amount, [...path, 'uses', id]),
    }));
    const decimals = Math.max(
      ...[limit, history, ...amounts.map((use) => use.amount)].map((x) => decimalsOf(x, 6) ?? 0),
    );
    const units = (value: Fraction) => Number(roundToDecimals(value, decimals));
    return {
      id: input.id ?? `joint-${index + 1}`,
      unit: input.unit ?? '',
      limit: units(limit),
      history: units(history),
      uses: amounts.map(({ projectId, amount }) => ({ projectId, amount: units(amount) })),
      scale: 10 ** decimals,
    };
  });
  refuseDuplicates(limits, ['jointLimits'], reading);
  return limits;
}
