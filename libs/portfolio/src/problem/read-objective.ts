import type { Path } from '@fordela/domain';
import type { EqualityMeasure, LexicographicStage, Objective, PortfolioProject } from './allocation-problem';
import type { ObjectiveInput } from './problem-file';
import type { ReadProjects } from './read-projects';
import { sortedIds, type Reading } from './reading';

type StagesInput = Extract<ObjectiveInput, readonly unknown[]>;
type AimInput = Exclude<Extract<ObjectiveInput, object>, { objective: 'lexicographic' } | StagesInput>;

/** Objectives that need no more than their name. */
const plainObjectives = ['sum_of_value', 'value_times_money', 'maximin', 'minimax_regret', 'least_money'];

/** A stage given by name is the objective of that name, else the sum of the value so named. */
const stageOf = (stage: StagesInput[number]): AimInput =>
  typeof stage !== 'string'
    ? stage
    : plainObjectives.includes(stage)
      ? ({ objective: stage } as AimInput)
      : { objective: 'sum_of_value', of: stage };

/** What reading an objective needs to know about the rest of the problem. */
export interface ObjectiveFacts extends Pick<ReadProjects, 'valueNames' | 'dimensions'> {
  readonly projects: readonly Pick<PortfolioProject, 'id' | 'levels'>[];
  readonly hasValue: boolean;
  readonly populations: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The name of the problem's own value among the values an objective may be about. */
export const ownValue = 'value';

/** The objective of the file or of a task; `sum_of_value` when none is given, lexicographic when a list is. */
export function readObjective(
  input: ObjectiveInput | undefined,
  facts: ObjectiveFacts,
  path: Path,
  reading: Reading,
): Objective {
  if (input === undefined || typeof input === 'string')
    return readAim({ objective: input ?? 'sum_of_value' } as AimInput, facts, path, reading);
  const isList = Array.isArray(input);
  if (!isList && input.objective !== 'lexicographic') return readAim(input, facts, path, reading);
  const stages = (isList ? input : input.stages).flatMap((written, index): LexicographicStage[] => {
    const place = isList ? [...path, index] : [...path, 'stages', index];
    const stage = stageOf(written);
    const objective = readAim(stage, facts, place, reading);
    if (objective.name === 'value_per_krona') {
      reading.refuse('allocation-ratio-in-stages', place, {});
      return [];
    }
    return [{ objective, tolerance: toleranceOf(stage, objective, place, reading) }];
  });
  return { name: 'lexicographic', stages };
}

function toleranceOf(
  stage: AimInput,
  objective: LexicographicStage['objective'],
  path: Path,
  reading: Reading,
): number {
  if (stage.tolerance === undefined) return 0;
  const place = [...path, 'tolerance'];
  switch (objective.name) {
    case 'most_equal':
    case 'least_money':
      return reading.money(stage.tolerance, place);
    case 'fewest_changes': {
      const exact = reading.exact(stage.tolerance, place);
      return Number(exact.numerator / exact.denominator);
    }
    default:
      return reading.value(reading.exact(stage.tolerance, place));
  }
}

function readAim(
  input: AimInput,
  facts: ObjectiveFacts,
  path: Path,
  reading: Reading,
): Exclude<Objective, { name: 'lexicographic' }> {
  const penalty = (stated: number | string | undefined) =>
    stated === undefined ? 0 : reading.value(reading.exact(stated, [...path, 'penaltyPerGrant']));
  switch (input.objective) {
    case 'sum_of_value':
    case 'value_times_money':
    case 'value_per_krona': {
      const of = input.of ?? ownValue;
      checkValue(of, facts, [...path, 'of'], reading);
      return { name: input.objective, of, penaltyPerGrant: penalty(input.penaltyPerGrant) };
    }
    case 'maximin':
    case 'minimax_regret': {
      const over = input.over ?? facts.valueNames;
      if (over.length === 0) reading.refuse('allocation-no-value', [...path, 'over'], { choices: facts.valueNames });
      for (const [index, name] of over.entries()) checkValue(name, facts, [...path, 'over', index], reading);
      return { name: input.objective, over: sortedIds(over), penaltyPerGrant: penalty(input.penaltyPerGrant) };
    }
    case 'most_equal':
      return { name: 'most_equal', equality: equalityOf(input, facts, path, reading) };
    case 'least_money':
      return { name: 'least_money' };
    case 'fewest_changes':
      return { name: 'fewest_changes', baseline: baselineOf(input.baseline, facts, [...path, 'baseline'], reading) };
  }
}

function checkValue(name: string, facts: ObjectiveFacts, path: Path, reading: Reading): void {
  const choices = [...(facts.hasValue ? [ownValue] : []), ...facts.valueNames];
  if (facts.projects.length > 0 && !choices.includes(name))
    reading.refuse(name === ownValue ? 'allocation-no-value' : 'allocation-unknown-value', path, {
      value: name,
      choices,
    });
}

function equalityOf(
  input: Extract<AimInput, { objective: 'most_equal' }>,
  facts: ObjectiveFacts,
  path: Path,
  reading: Reading,
): EqualityMeasure {
  const names = Object.keys(facts.dimensions);
  const dimension = input.dimension ?? (names.length === 1 ? (names[0] as string) : '');
  if (!names.includes(dimension))
    reading.refuse('allocation-unknown-dimension', [...path, 'dimension'], { dimension, choices: names });
  const groups = sortedIds((input.groups ?? facts.dimensions[dimension] ?? []).map(String));
  const populations = facts.populations[dimension] ?? {};
  const per = groups.map((group) => {
    if (!input.perInhabitant) return 1;
    const inhabitants = populations[group];
    if (inhabitants === undefined)
      reading.refuse('allocation-no-population', [...path, 'perInhabitant'], { dimension, group });
    return inhabitants ?? 1;
  });
  const targets = groups.map((group) => {
    const stated = input.targets?.[group];
    if (stated === undefined && input.measure === 'distance_to_targets')
      reading.refuse('allocation-missing-key', [...path, 'targets', group], { key: group, expected: 'number' });
    return stated === undefined ? 0 : reading.money(stated, [...path, 'targets', group]);
  });
  return { measure: input.measure, dimension, groups, per, targets };
}

/** A baseline as level by project; a list means "as requested" for those and nothing for the others. */
function baselineOf(
  input: Extract<AimInput, { objective: 'fewest_changes' }>['baseline'],
  facts: ObjectiveFacts,
  path: Path,
  reading: Reading,
): Readonly<Record<string, string | null>> {
  const byId = new Map(facts.projects.map((project) => [project.id, project.levels]));
  const baseline: Record<string, string | null> = {};
  const entries: (readonly [string, string | null | undefined])[] = Array.isArray(input)
    ? input.map((id) => [String(id), undefined])
    : Object.entries(input);
  for (const [id, level] of entries) {
    const levels = byId.get(id);
    if (!levels) reading.refuse('allocation-unknown-project', path, { project: id });
    else if (typeof level === 'string' && !levels.some((own) => own.id === level))
      reading.refuse('allocation-unknown-level', [...path, id], { project: id, level });
    baseline[id] = level === undefined ? (levels?.at(-1)?.id ?? null) : level;
  }
  return baseline;
}

/** Whole-numbered populations keep comparisons per head exact. */
export function readPopulations(
  input: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined,
  reading: Reading,
): Readonly<Record<string, Readonly<Record<string, number>>>> {
  for (const [dimension, groups] of Object.entries(input ?? {}))
    for (const [group, inhabitants] of Object.entries(groups))
      if (!Number.isSafeInteger(inhabitants))
        reading.refuse('allocation-not-whole', ['populations', dimension, group], { value: inhabitants });
  return input ?? {};
}
