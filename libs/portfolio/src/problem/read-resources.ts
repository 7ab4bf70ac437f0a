import type { Path } from '@fordela/domain';
import type { Ceiling, Resource } from './allocation-problem';
import type { ProblemFile } from './problem-file';
import type { ListedProject } from './read-project-list';
import { positionNames } from './position-names';
import { sortedIds, type Reading } from './reading';

type CostInput = number | string | (number | string)[] | Record<string, number | string>;

/** The money resource of a file that speaks of one sum only. */
export const singleResource = 'money';

/** How costs are read: which resource a position or key means. */
export interface CostReader {
  readonly resources: readonly Resource[];
  readonly costsOf: (cost: CostInput, source: string | undefined, path: Path) => Readonly<Record<string, number>>;
  readonly moneyOf: (costs: Readonly<Record<string, number>>) => number;
}

/** Gathers every resource the file speaks of, and reads costs by them. */
export function readResources(file: ProblemFile, projects: readonly ListedProject[], reading: Reading): CostReader {
  const positions = positionNames(file);
  const others = new Set((file.otherResources ?? []).map((resource) => resource.id));
  const keyOf = (key: string, source: string | undefined) =>
    source === undefined || key.includes('/') || others.has(key) ? key : `${key}/${source}`;
  const used = new Set<string>([...positions, ...others]);
  const namesIn = (cost: CostInput | undefined, source: string | undefined): readonly string[] => {
    if (cost === undefined) return [];
    if (Array.isArray(cost)) return positions.map((key) => keyOf(key, source));
    if (typeof cost === 'object') return Object.keys(cost).map((key) => keyOf(key, source));
    return [source ?? singleResource];
  };
  for (const { input } of projects)
    for (const cost of [input.cost, ...(input.levels ?? []).map((level) => level.cost)])
      for (const key of namesIn(cost, input.requestedFrom)) used.add(key);
  for (const ceiling of file.ceilings ?? []) for (const key of ceiling.resources ?? []) used.add(key);
  const years = new Set((file.years ?? []).map(({ year }) => String(year)));
  const resources = sortedIds(used).map((id) => resourceOf(id, others.has(id), years));
  const moneyIds = new Set(resources.filter((resource) => resource.unit === 'money').map((resource) => resource.id));
  return {
    resources,
    moneyOf: (costs) => Object.entries(costs).reduce((sum, [id, amount]) => (moneyIds.has(id) ? sum + amount : sum), 0),
    costsOf: (cost, source, path) => {
      const entries = costEntries(cost, source, path, positions, file, reading);
      const costs: Record<string, number> = {};
      for (const [key, amount, place] of entries) {
        const id = keyOf(key, typeof cost === 'object' ? source : undefined);
        const units = reading.money(amount, place, true);
        if (units < 0) reading.refuse('allocation-negative-amount', place, { value: String(amount) });
        if (units !== 0) costs[id] = units;
      }
      return costs;
    },
  };
}

function costEntries(
  cost: CostInput,
  source: string | undefined,
  path: Path,
  positions: readonly string[],
  file: ProblemFile,
  reading: Reading,
): readonly (readonly [string, number | string, Path])[] {
  if (Array.isArray(cost)) {
    if (cost.length !== positions.length)
      reading.refuse('allocation-cost-positions', path, { length: cost.length, expected: positions.length });
    return cost
      .slice(0, positions.length)
      .map((amount, index) => [positions[index] as string, amount, [...path, index]]);
  }
  if (typeof cost === 'object') return Object.entries(cost).map(([key, amount]) => [key, amount, [...path, key]]);
  if (positions.length > 1 && source === undefined && !file.ceilings)
    reading.refuse('allocation-cost-by-year-needed', path, { resources: positions });
  if (positions.length === 1 && source === undefined) return [[positions[0] as string, cost, path]];
  return [[source ?? singleResource, cost, path]];
}

/** A year is four figures, or what the file's own `years` call it: textbooks count 0, 1, 2. */
function resourceOf(id: string, isOther: boolean, years: ReadonlySet<string>): Resource {
  const named = /^(\d{1,4})(?:\/(.+))?$/.exec(id);
  const match = named?.[1] && (named[1].length === 4 || years.has(named[1])) ? named : null;
  if (isOther) return { id, year: null, source: null, unit: 'other' };
  if (match) return { id, year: Number(match[1]), source: match[2] ?? null, unit: 'money' };
  return { id, year: null, source: id === singleResource ? null : id, unit: 'money' };
}

/** Which resources a filter by id, year and source names; an empty filter names all money. */
export function resourcesWhere(
  resources: readonly Resource[],
  filter: {
    readonly resources?: readonly string[];
    readonly years?: readonly number[];
    readonly sources?: readonly string[];
  },
): readonly string[] {
  return resources
    .filter((resource) => (filter.resources ? filter.resources.includes(resource.id) : resource.unit === 'money'))
    .filter((resource) => !filter.years || (resource.year !== null && filter.years.includes(resource.year)))
    .filter((resource) => !filter.sources || (resource.source !== null && filter.sources.includes(resource.source)))
    .map((resource) => resource.id);
}

interface Ceilings {
  readonly ceilings: readonly Ceiling[];
  readonly budget: number | null;
}

/** Every ceiling, stated or derived: total, per year, carried over several years, commitment, per source, other resources. */
export function readCeilings(file: ProblemFile, resources: readonly Resource[], reading: Reading): Ceilings {
  const ceilings: Ceiling[] = [];
  const add = (ceiling: Omit<Ceiling, 'limit'>, room: number, path: Path) => {
    if (room < 0) reading.observe('ceiling-overcommitted', path, { ceiling: ceiling.id, room });
    if (ceiling.resourceIds.length > 0) ceilings.push({ ...ceiling, limit: Math.max(0, room) });
  };
  const money = resources.filter((resource) => resource.unit === 'money');
  const moneyIds = money.map((resource) => resource.id);
  let stated: number | null = null;
  if (file.budget !== undefined && typeof file.budget !== 'object') {
    stated = reading.money(file.budget, ['budget']);
    add({ id: 'budget', kind: 'total', resourceIds: moneyIds, year: null, ...plainFrame(stated) }, stated, ['budget']);
  } else if (file.budget !== undefined) {
    const entries: (readonly [string, number | string])[] = Array.isArray(file.budget)
      ? file.budget.map((amount, index) => [String(index + 1), amount])
      : Object.entries(file.budget);
    for (const [key, amount] of entries) {
      const limit = reading.money(amount, ['budget', key]);
      const ids = resources.filter(
        (r) => r.id === key || (r.year !== null && String(r.year) === key) || r.source === key,
      );
      const year = /^\d{4}$/.test(key) ? Number(key) : null;
      add(
        { id: `budget-${key}`, kind: 'payments', resourceIds: ids.map((r) => r.id), year, ...plainFrame(limit) },
        limit,
        ['budget', key],
      );
    }
  }
  const ofYears = readYears(file, money, reading, add);
  for (const [index, entry] of (file.ceilings ?? []).entries()) {
    const path: Path = ['ceilings', index];
    const ids = resourcesWhere(resources, entry);
    if (ids.length === 0) reading.refuse('allocation-ceiling-of-nothing', path, {});
    const { frame, committed, reserved } = frameOf(entry, path, reading);
    const what = [...(entry.resources ?? []), ...(entry.years ?? []), ...(entry.sources ?? [])].join('+') || 'money';
    add(
      { id: entry.id ?? `ceiling-${what}`, kind: 'payments', resourceIds: ids, year: null, frame, committed, reserved },
      frame - committed - reserved,
      path,
    );
  }
  for (const [index, entry] of (file.otherResources ?? []).entries()) {
    if (entry.ceiling === undefined) continue;
    const path: Path = ['otherResources', index, 'ceiling'];
    const limit = reading.money(entry.ceiling, path);
    add({ id: entry.id, kind: 'other', resourceIds: [entry.id], year: null, ...plainFrame(limit) }, limit, path);
  }
  const covered = new Set(ceilings.filter((c) => c.kind !== 'commitment').flatMap((c) => c.resourceIds));
  for (const { id } of money) if (!covered.has(id)) reading.observe('resource-without-ceiling', [], { resource: id });
  const ids = new Set<string>();
  for (const ceiling of ceilings) {
    if (ids.has(ceiling.id)) reading.refuse('allocation-duplicate-id', ['ceilings'], { id: ceiling.id });
    ids.add(ceiling.id);
  }
  return { ceilings, budget: stated ?? ofYears ?? sumOfDisjoint(ceilings) };
}

/** The sum of the payment ceilings when no money falls under two of them; null otherwise, and when there are none. */
function sumOfDisjoint(ceilings: readonly Ceiling[]): number | null {
  const payments = ceilings.filter((ceiling) => ceiling.kind === 'payments');
  const ids = payments.flatMap((ceiling) => ceiling.resourceIds);
  if (payments.length === 0 || new Set(ids).size < ids.length) return null;
  return payments.reduce((sum, ceiling) => sum + ceiling.limit, 0);
}

const plainFrame = (frame: number) => ({ frame, committed: 0, reserved: 0 });

interface FrameInput {
  readonly ceiling?: number | string;
  readonly frame?: number | string;
  readonly committed?: number | string;
  readonly reserved?: number | string;
}

function frameOf(entry: FrameInput, path: Path, reading: Reading) {
  const read = (key: keyof FrameInput) =>
    entry[key] === undefined ? 0 : reading.money(entry[key], [...path, key], key === 'ceiling');
  if (entry.ceiling !== undefined && entry.frame !== undefined)
    reading.refuse('allocation-two-ways', [...path, 'frame'], { one: 'ceiling', other: 'frame' });
  if (entry.ceiling === undefined && entry.frame === undefined)
    reading.refuse('allocation-missing-key', path, { key: 'ceiling', expected: 'number' });
  return {
    frame: entry.ceiling === undefined ? read('frame') : read('ceiling'),
    committed: read('committed'),
    reserved: read('reserved'),
  };
}

type AddCeiling = (ceiling: Omit<Ceiling, 'limit'>, room: number, path: Path) => void;

/**
 * The ceilings of years. Carry-over: what is left of a year may be paid in a later one, at most `most` carried at each turn of
 * a year. Written without the carried sums: for every run of years a..y, payments(a..y) ≤ most(a−1) + rooms(a..y).
 * Commitment: what this round binds in years after y ≤ authorisation(y) − outstanding(y).
 * Returns what the years have room for together; null when no year states a ceiling.
 */
function readYears(file: ProblemFile, money: readonly Resource[], reading: Reading, add: AddCeiling): number | null {
  const years = (file.years ?? [])
    .map((entry, index) => ({ entry, path: ['years', index] as Path }))
    .sort((a, b) => a.entry.year - b.entry.year);
  const idsIn = (from: number, to: number) =>
    money.filter((r) => r.year !== null && r.year >= from && r.year <= to).map((r) => r.id);
  const rooms = years
    .filter(({ entry }) => entry.ceiling !== undefined || entry.frame !== undefined)
    .map(({ entry, path }) => ({ year: entry.year, path, ...frameOf(entry, path, reading) }));
  for (const [index, { year, path }] of rooms.entries())
    if (rooms[index - 1]?.year === year) reading.refuse('allocation-duplicate-id', [...path, 'year'], { id: year });
  const carry = file.carryOver ?? false;
  const mostOf = (year: number): number => {
    const most = typeof carry === 'object' ? carry.most : undefined;
    if (most === undefined) return Infinity;
    if (typeof most !== 'object') return reading.money(most, ['carryOver', 'most']);
    const own = most[String(year)];
    return own === undefined ? 0 : reading.money(own, ['carryOver', 'most', String(year)]);
  };
  const carriedIn =
    typeof carry === 'object' && carry.in !== undefined ? reading.money(carry.in, ['carryOver', 'in']) : 0;
  for (const [last, end] of rooms.entries()) {
    for (let first = carry === false ? last : 0; first <= last; first += 1) {
      const run = rooms.slice(first, last + 1);
      const start = run[0] as (typeof rooms)[number];
      const before = rooms[first - 1];
      const carried = first === 0 ? carriedIn : carry === false || !before ? 0 : mostOf(before.year);
      if (!Number.isFinite(carried)) continue;
      const sum = (key: 'frame' | 'committed' | 'reserved') => run.reduce((total, entry) => total + entry[key], 0);
      const [frame, committed, reserved] = [sum('frame') + carried, sum('committed'), sum('reserved')];
      const single = first === last;
      add(
        {
          id: single ? `year-${end.year}` : `years-${start.year}-${end.year}`,
          kind: single ? 'payments' : 'carry-over',
          resourceIds: idsIn(start.year, end.year),
          year: single ? end.year : null,
          ...{ frame, committed, reserved },
        },
        frame - committed - reserved,
        end.path,
      );
    }
  }
  for (const { entry, path } of years) {
    if (entry.authorisation === undefined) continue;
    const frame = reading.money(entry.authorisation, [...path, 'authorisation']);
    const committed = entry.outstanding === undefined ? 0 : reading.money(entry.outstanding, [...path, 'outstanding']);
    const ids = idsIn(entry.year + 1, Infinity);
    add(
      {
        id: `commitment-${entry.year}`,
        kind: 'commitment',
        resourceIds: ids,
        year: entry.year,
        frame,
        committed,
        reserved: 0,
      },
      frame - committed,
      [...path, 'authorisation'],
    );
  }
  if (rooms.length === 0) return null;
  return rooms.reduce((sum, room) => sum + Math.max(0, room.frame - room.committed - room.reserved), carriedIn);
}
