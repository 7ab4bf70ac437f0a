import { splitByLargestRemainder, type Path } from '@fordela/domain';
import type {
  Decision,
  FundingLevel,
  Membership,
  PartialValueRule,
  PortfolioProject,
  Scored,
} from './allocation-problem';
import { addFractions, fraction, multiplyFractions, type Fraction } from './fraction';
import type { ProblemFile, ProjectInput } from './problem-file';
import type { ListedProject } from './read-project-list';
import type { CostReader } from './read-resources';
import { sortedIds, type Reading } from './reading';

type ScoredInput = NonNullable<ProjectInput['value']>;
type LevelInput = NonNullable<ProjectInput['levels']>[number];

interface ExactScored {
  readonly low: Fraction;
  readonly point: Fraction;
  readonly high: Fraction;
}

/** Where the number called `value` comes from. */
export type ValueSource = 'stated' | 'weighted' | 'only-one' | 'none';

/** The values of a project or level as exact fractions. */
interface ExactValues {
  readonly value: ExactScored;
  readonly values: Readonly<Record<string, ExactScored>>;
}

export interface ReadProjects {
  readonly projects: readonly PortfolioProject[];
  readonly valueNames: readonly string[];
  readonly valueSource: ValueSource;
  readonly dimensions: Readonly<Record<string, readonly string[]>>;
}

const zero = fraction(0);
const half = fraction(1, 2);
const known = (value: Fraction): ExactScored => ({ low: value, point: value, high: value });

/** Reads every project with its funding levels, values, groups and stated decisions. */
export function readProjects(
  file: ProblemFile,
  listed: readonly ListedProject[],
  costs: CostReader,
  reading: Reading,
): ReadProjects {
  const valueNames = sortedIds(listed.flatMap(({ input }) => namesOfValues(input, file)));
  const valueSource = valueSourceOf(file, listed, valueNames);
  const projects = listed.map((project) => readProject(file, project, costs, valueNames, valueSource, reading));
  const dimensionNames = sortedIds(projects.flatMap((project) => Object.keys(project.groups)));
  const dimensions = Object.fromEntries(
    dimensionNames.map((dimension) => [
      dimension,
      sortedIds(projects.flatMap((p) => (p.groups[dimension]?.parts ?? []).map((part) => part.group))),
    ]),
  );
  return { projects, valueNames, valueSource, dimensions };
}

function namesOfValues(input: ProjectInput, file: ProblemFile): readonly string[] {
  const stated = [input.values, ...(input.levels ?? []).map((level) => level.values)];
  return stated.flatMap((values) =>
    values === undefined ? [] : Array.isArray(values) ? namesOfList(file, values.length) : Object.keys(values),
  );
}

/** Values given as a list take the names of `weights` in its order, else 1, 2, … */
function namesOfList(file: ProblemFile, length: number): readonly string[] {
  const named = Object.keys(file.weights ?? {});
  return named.length === length ? named : Array.from({ length }, (_, index) => String(index + 1));
}

function valueSourceOf(
  file: ProblemFile,
  listed: readonly ListedProject[],
  valueNames: readonly string[],
): ValueSource {
  const stated = listed.some(
    ({ input }) => input.value !== undefined || (input.levels ?? []).some((level) => level.value !== undefined),
  );
  if (stated) return 'stated';
  if (file.weights) return 'weighted';
  return valueNames.length === 1 ? 'only-one' : 'none';
}

function readProject(
  file: ProblemFile,
  { id, input, pathOf }: ListedProject,
  costs: CostReader,
  valueNames: readonly string[],
  valueSource: ValueSource,
  reading: Reading,
): PortfolioProject {
  const readValues = (
    from: Pick<LevelInput, 'value'> & Pick<ProjectInput, 'values'>,
    place: (...steps: (string | number)[]) => Path,
  ): ExactValues => valuesOf(file, from, place, valueNames, valueSource, reading);
  const full =
    input.levels && input.value === undefined && input.values === undefined ? null : readValues(input, pathOf);
  const rule = partialRuleOf(input, pathOf('partialValue', 'atSmallest'), reading);
  const levels = input.levels
    ? input.levels.map((level, index) => {
        const place = (...steps: (string | number)[]) => pathOf('levels', index, ...steps);
        const grants = costs.costsOf(level.cost, input.requestedFrom, place('cost'));
        const values =
          level.part === undefined ? readValues(level, place) : partOf(full, level.part, place('part'), reading);
        if (level.part !== undefined && !full)
          reading.refuse('allocation-part-of-nothing', place('part'), { project: id });
        return levelOf(level.id ?? String(index + 1), grants, values, level.round ?? input.round ?? 1, costs, reading);
      })
    : derivedLevels(file, input, full ?? readValues(input, pathOf), rule, costs, pathOf, reading);
  const seen = new Set<string>();
  for (const level of levels) {
    if (seen.has(level.id)) reading.refuse('allocation-duplicate-id', pathOf('levels'), { id: level.id });
    seen.add(level.id);
  }
  const must = decisionOf(input.mustFund);
  const excluded = decisionOf(input.exclude);
  if (must && excluded) reading.refuse('allocation-must-and-excluded', pathOf('mustFund'), { project: id });
  return {
    id,
    name: input.name ?? null,
    levels: [...levels].sort((a, b) => a.money - b.money || a.round - b.round),
    groups: groupsOf(input, limitsEverything(file)),
    mustFund: must,
    excluded,
    smallestUseful:
      input.smallestUseful === undefined ? null : reading.money(input.smallestUseful, pathOf('smallestUseful')),
    partialValue: rule,
    alreadyDone: input.alreadyDone ?? false,
  };
}

function levelOf(
  id: string,
  costs: Readonly<Record<string, number>>,
  { value, values }: ExactValues,
  round: number,
  reader: CostReader,
  reading: Reading,
): FundingLevel {
  const units = (scored: ExactScored): Scored => ({
    low: reading.value(scored.low),
    point: reading.value(scored.point),
    high: reading.value(scored.high),
  });
  return {
    id,
    costs,
    money: reader.moneyOf(costs),
    value: units(value),
    values: Object.fromEntries(Object.entries(values).map(([name, scored]) => [name, units(scored)])),
    round,
  };
}

/** The levels of a project that states only a request and perhaps a smallest useful grant. */
function derivedLevels(
  file: ProblemFile,
  input: ProjectInput,
  full: ExactValues,
  rule: PartialValueRule,
  reader: CostReader,
  pathOf: ListedProject['pathOf'],
  reading: Reading,
): readonly FundingLevel[] {
  if (input.cost === undefined)
    reading.refuse('allocation-missing-key', pathOf('cost'), { key: 'cost', expected: 'number' });
  const requested = input.cost === undefined ? {} : reader.costsOf(input.cost, input.requestedFrom, pathOf('cost'));
  const round = input.round ?? 1;
  const top = levelOf('requested', requested, full, round, reader, reading);
  const policy = file.partialGrants ?? 'smallest_or_requested';
  if (input.smallestUseful === undefined) return [top];
  const smallest = reading.money(input.smallestUseful, pathOf('smallestUseful'));
  if (smallest > top.money)
    reading.refuse('allocation-smallest-above-request', pathOf('smallestUseful'), { project: String(input.id) });
  if (policy === 'all_or_nothing' || policy === 'marginal' || smallest >= top.money || smallest <= 0) return [top];
  const steps = typeof policy === 'object' ? policy.steps : 1;
  const below = Array.from({ length: steps }, (_, step) => {
    const grant = smallest + Math.floor(((top.money - smallest) * step) / steps);
    const part = partAt(rule, grant, smallest, top.money);
    return levelOf(
      step === 0 ? 'smallest' : `step-${step}`,
      scaledCosts(requested, grant, top.money),
      scaled(full, part),
      round,
      reader,
      reading,
    );
  });
  return [...below, top];
}

/** Every resource's cost in proportion to a smaller grant, whole units, summing to the grant over the money (largest remainder). */
export function scaledCosts(
  costs: Readonly<Record<string, number>>,
  grant: number,
  requested: number,
): Readonly<Record<string, number>> {
  const entries = Object.entries(costs);
  const total = entries.reduce((sum, [, amount]) => sum + amount, 0);
  if (total === requested && total > 0) {
    const pieces = splitByLargestRemainder(
      grant,
      entries.map(([, amount]) => amount),
    );
    return Object.fromEntries(entries.map(([id], index) => [id, pieces[index] as number]));
  }
  const up = (amount: number) => Number((BigInt(amount) * BigInt(grant) + BigInt(requested) - 1n) / BigInt(requested));
  return Object.fromEntries(entries.map(([id, amount]) => [id, up(amount)]));
}

/** The part of its full value a project keeps at a smaller grant. */
export function partAt(rule: PartialValueRule, grant: number, smallest: number, requested: number): Fraction {
  if (rule.rule === 'full' || requested === 0) return fraction(1);
  if (rule.rule === 'proportional') return fraction(grant, requested);
  const start = fraction(rule.atSmallest.numerator, rule.atSmallest.denominator);
  if (requested === smallest) return fraction(1);
  const rise = multiplyFractions(
    addFractions(fraction(1), multiplyFractions(start, fraction(-1))),
    fraction(grant - smallest, requested - smallest),
  );
  return addFractions(start, rise);
}

function partialRuleOf(input: ProjectInput, path: Path, reading: Reading): PartialValueRule {
  const stated = input.partialValue ?? 'proportional';
  if (stated === 'full' || stated === 'proportional') return { rule: stated };
  const part = reading.exact(stated.atSmallest, path);
  if (part.numerator < 0n || part.numerator > part.denominator)
    reading.refuse('allocation-not-a-share', path, { value: String(stated.atSmallest) });
  return {
    rule: 'linear_from',
    atSmallest: { numerator: Number(part.numerator), denominator: Number(part.denominator) },
  };
}

function scaled(values: ExactValues, part: Fraction): ExactValues {
  const scale = (scored: ExactScored): ExactScored => ({
    low: multiplyFractions(scored.low, part),
    point: multiplyFractions(scored.point, part),
    high: multiplyFractions(scored.high, part),
  });
  return {
    value: scale(values.value),
    values: Object.fromEntries(Object.entries(values.values).map(([name, scored]) => [name, scale(scored)])),
  };
}

function partOf(full: ExactValues | null, part: number | string, path: Path, reading: Reading): ExactValues {
  return full ? scaled(full, reading.exact(part, path)) : { value: known(zero), values: {} };
}

function valuesOf(
  file: ProblemFile,
  from: Pick<LevelInput, 'value'> & Pick<ProjectInput, 'values'>,
  place: (...steps: (string | number)[]) => Path,
  valueNames: readonly string[],
  valueSource: ValueSource,
  reading: Reading,
): ExactValues {
  const given = from.values ?? {};
  const entries: (readonly [string, ScoredInput])[] = Array.isArray(given)
    ? namesOfList(file, given.length).map((name, index) => [name, given[index] as ScoredInput])
    : Object.entries(given);
  const values = Object.fromEntries(
    entries.map(([name, input]) => [name, scoredOf(input, place('values', name), reading)] as const),
  );
  for (const name of valueNames)
    if (!values[name]) {
      reading.refuse('allocation-missing-value', place('values'), { value: name });
      values[name] = known(zero);
    }
  if (valueSource === 'stated') {
    if (from.value === undefined)
      reading.refuse('allocation-missing-key', place('value'), { key: 'value', expected: 'number' });
    return { value: from.value === undefined ? known(zero) : scoredOf(from.value, place('value'), reading), values };
  }
  if (valueSource === 'only-one') return { value: values[valueNames[0] as string] as ExactScored, values };
  if (valueSource === 'none') return { value: known(zero), values };
  return { value: weighted(file.weights ?? {}, values, reading), values };
}

/** Σ weight × value with the weights as stated (not normalised); an interval's ends follow the weight's sign. */
function weighted(
  weights: Readonly<Record<string, number | string>>,
  values: Readonly<Record<string, ExactScored>>,
  reading: Reading,
): ExactScored {
  return Object.entries(weights).reduce<ExactScored>((sum, [name, input]) => {
    const weight = reading.exact(input, ['weights', name]);
    const scored = values[name] ?? known(zero);
    const [low, high] = weight.numerator < 0n ? [scored.high, scored.low] : [scored.low, scored.high];
    return {
      low: addFractions(sum.low, multiplyFractions(weight, low)),
      point: addFractions(sum.point, multiplyFractions(weight, scored.point)),
      high: addFractions(sum.high, multiplyFractions(weight, high)),
    };
  }, known(zero));
}

function scoredOf(input: ScoredInput, path: Path, reading: Reading): ExactScored {
  if (typeof input !== 'object') return known(reading.exact(input, path));
  const [low, high, likely] = Array.isArray(input)
    ? [input[0], input[1], undefined]
    : [input.low, input.high, input.likely];
  const ends = { low: reading.exact(low, path), high: reading.exact(high, path) };
  const point =
    likely === undefined ? multiplyFractions(addFractions(ends.low, ends.high), half) : reading.exact(likely, path);
  const ordered = (a: Fraction, b: Fraction) => a.numerator * b.denominator <= b.numerator * a.denominator;
  if (!ordered(ends.low, point) || !ordered(point, ends.high))
    reading.refuse('allocation-interval-reversed', path, { low: String(low), high: String(high) });
  return { ...ends, point };
}

function decisionOf(input: ProjectInput['mustFund']): Decision | null {
  if (input === undefined || input === false) return null;
  if (input === true) return { reason: null };
  return typeof input === 'string' ? { reason: input } : { reason: input.reason ?? null };
}

/** The dimension of the shorthand `group`. */
export const plainDimension = 'group';

/** The dimension, and its only group, of limits on all projects together. */
export const everything = 'all';

/** Is there a limit that names neither group nor dimension? */
export const limitsEverything = ({ limits = [] }: ProblemFile): boolean =>
  limits.some(({ dimension, group, groups }) => dimension === undefined && group === undefined && !groups);

function groupsOf(input: ProjectInput, isLimitedAsOne: boolean): Readonly<Record<string, Membership>> {
  const stated = {
    ...(isLimitedAsOne && { [everything]: everything }),
    ...(input.group !== undefined && { [plainDimension]: input.group }),
    ...input.groups,
  };
  return Object.fromEntries(Object.entries(stated).map(([dimension, member]) => [dimension, membershipOf(member)]));
}

/** One group: all of it. A list: tags. An object: parts. */
export function membershipOf(input: NonNullable<ProjectInput['group']>): Membership {
  if (typeof input !== 'object') return { mode: 'parts', parts: [{ group: String(input), part: 1 }] };
  if (Array.isArray(input))
    return { mode: 'tags', parts: sortedIds(input.map(String)).map((group) => ({ group, part: 1 })) };
  const parts = sortedIds(Object.keys(input))
    .map((group) => ({ group, part: input[group] ?? 0 }))
    .filter(({ part }) => part > 0);
  return { mode: 'parts', parts };
}
