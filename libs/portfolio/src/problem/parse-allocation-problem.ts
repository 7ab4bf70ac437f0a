import { accept, fingerprint, refuse, type Refusal, type Result } from '@fordela/domain';
import { allocationProblemFormat, type AllocationProblem, type SolverSettings } from './allocation-problem';
import { decimalTextOf } from './fraction';
import { plainJsonFault } from './plain-json';
import { objectiveSchema, writtenFileSchema, type ProblemFile } from './problem-file';
import { readBallots } from './read-ballots';
import { readGroupLimits, readJointLimits, readLinks, readSynergies } from './read-limits';
import { readObjective, readPopulations, type ObjectiveFacts } from './read-objective';
import { readProjectList } from './read-project-list';
import { readProjects } from './read-projects';
import { readCeilings, readResources } from './read-resources';
import { readWeightInformation } from './read-weight-information';
import { compareIds, startReading, type Reading, type Scales } from './reading';
import { writtenOut } from './written-out';
import { refusalsOf } from './zod-refusals';

/** Values are counted in 10^−9 unless the file asks for another precision or needs no more than fewer decimals. */
export const usualValueDecimals = 9;

/** Sums of values must stay exact in doubles with room for the solver's tolerance. */
const largestValueTotal = 2 ** 50;

/**
 * Reads an allocation problem: strict, exact, with every refusal at its place in the file.
 *
 * Shapes  input: the JSON of docs/formats/allocation-problem.md.
 * Units   Amounts become whole numbers of the finest unit the file uses (1 krona unless it has decimals). Values become whole
 *         numbers of 10^−d, d = the decimals they need, at most 9 (`valueDecimals`), fewer when sums would leave 2^50.
 * Edges   No projects: a problem whose only portfolio is the empty one. Order of projects in the file never matters.
 * Errors  Refusals: allocation-unknown-key, allocation-wrong-type, allocation-unknown-project, allocation-amount-too-fine …
 * @example parseAllocationProblem({ budget: 10, value: [6, 5, 5], cost: [6, 5, 5] })
 */
export function parseAllocationProblem(input: unknown): Result<AllocationProblem> {
  const fault = plainJsonFault(input);
  if (fault) return refuse([fault]);
  const parsed = writtenFileSchema().safeParse(input, { reportInput: true });
  if (!parsed.success) return refuse(refusalsOf(parsed.error));
  const file = writtenOut(parsed.data);
  const mostDecimals = file.valueDecimals ?? usualValueDecimals;
  const probe = startReading({ moneyDecimals: 0, valueDecimals: 0 }, mostDecimals);
  readAll(file, probe, '');
  let scales: Scales = { moneyDecimals: probe.needs.moneyDecimals, valueDecimals: probe.needs.valueDecimals };
  for (;;) {
    const reading = startReading(scales, mostDecimals);
    const problem = readAll(file, reading, fingerprint(withoutTasks(input)));
    if (!valuesFit(problem, reading) && scales.valueDecimals > 0) {
      scales = { ...scales, valueDecimals: scales.valueDecimals - 1 };
      continue;
    }
    return reading.refusals.length > 0 ? refuse(unique(reading.refusals)) : accept(problem);
  }
}

/** The fingerprint is of the problem, not of the questions asked about it: the same problem keeps it whatever the tasks. */
function withoutTasks(input: unknown): unknown {
  const { tasks: _tasks, $schema: _schema, ...rest } = input as Record<string, unknown>;
  return rest;
}

function unique(refusals: readonly Refusal[]): readonly Refusal[] {
  return [...new Map(refusals.map((refusal) => [JSON.stringify(refusal), refusal])).values()];
}

function valuesFit(problem: AllocationProblem, reading: Reading): boolean {
  if (reading.refusals.some((refusal) => refusal.code === 'allocation-amount-too-large' && refusal.path.length === 0))
    return false;
  const names = [null, ...problem.valueNames];
  return names.every((name) => {
    let total = 0;
    for (const project of problem.projects)
      total += Math.max(
        ...project.levels.map((level) => {
          const scored = name === null ? level.value : level.values[name];
          return scored ? Math.max(Math.abs(scored.low), Math.abs(scored.high)) : 0;
        }),
      );
    for (const synergy of problem.synergies)
      total += Math.abs(name === null ? synergy.value : (synergy.values[name] ?? 0));
    return total <= largestValueTotal;
  });
}

/** Files and tasks both may choose how the problem is solved. */
export const usualSolver: SolverSettings = {
  method: 'auto',
  gap: 0,
  timeLimitSeconds: 20,
  effortLimit: 2_000,
  seed: 1,
};

/** Tasks may bring objectives of their own: their amounts count in finding the scales. Their faults are theirs to refuse. */
function noteTaskObjectives(file: ProblemFile, facts: ObjectiveFacts, reading: Reading): void {
  const aside: Reading = { ...reading, refusals: [], refuse: () => undefined };
  for (const task of file.tasks ?? []) {
    const stated = objectiveSchema().safeParse(task['objective']);
    if (stated.success) readObjective(stated.data, facts, [], aside);
  }
}

function readAll(file: ProblemFile, reading: Reading, inputFingerprint: string): AllocationProblem {
  const listed = readProjectList(file, reading);
  const costs = readResources(file, listed, reading);
  const { ceilings, budget } = readCeilings(file, costs.resources, reading);
  const { projects, valueNames, valueSource, dimensions } = readProjects(file, listed, costs, reading);
  const populations = readPopulations(file.populations, reading);
  const totalMoney = projects.reduce((sum, project) => sum + (project.levels.at(-1)?.money ?? 0), 0);
  if (!Number.isSafeInteger(totalMoney))
    reading.refuse('allocation-amount-too-large', ['projects'], { value: String(totalMoney) });
  const groupLimits = readGroupLimits(file, dimensions, costs.resources, budget, reading);
  const links = readLinks(file, listed, reading);
  const synergies = readSynergies(file, listed, costs, valueNames, valueSource === 'stated', reading);
  for (const [index, synergy] of synergies.entries())
    for (const id of Object.keys(synergy.costs))
      if (!costs.resources.some((resource) => resource.id === id))
        reading.refuse('allocation-unknown-resource', ['synergies', index, 'cost'], { resource: id });
  const jointLimits = readJointLimits(file, listed, reading);
  const hasValue = valueSource !== 'none';
  const facts = { projects, valueNames, hasValue, dimensions, populations };
  if (file.ballots && !hasValue && !file.tasks && !file.objective) reading.refuse('allocation-no-task', [], {});
  const hasObjective = file.objective !== undefined || hasValue;
  const objective = hasObjective ? readObjective(file.objective, facts, ['objective'], reading) : null;
  noteTaskObjectives(file, facts, reading);
  if (file.partialGrants === 'marginal') reading.needs.valueDecimals = file.valueDecimals ?? usualValueDecimals;
  const weights = file.weights
    ? Object.fromEntries(
        Object.entries(file.weights).map(([name, value]) => [
          name,
          decimalTextOf(reading.exact(value, ['weights', name])),
        ]),
      )
    : null;
  for (const name of Object.keys(weights ?? {}))
    if (!valueNames.includes(name) && projects.length > 0)
      reading.refuse('allocation-unknown-value', ['weights', name], { value: name, choices: valueNames });
  for (const name of weights ? valueNames : [])
    if (weights?.[name] === undefined) reading.observe('allocation-value-without-weight', ['weights'], { value: name });
  const { min = null, max = null } = file.grants ?? {};
  return {
    format: allocationProblemFormat,
    title: file.title ?? null,
    inputFingerprint,
    currency: file.currency ?? 'SEK',
    moneyScale: 10 ** reading.scales.moneyDecimals,
    valueScale: 10 ** reading.scales.valueDecimals,
    valuesExact: reading.needs.valuesExact,
    hasValue,
    resources: costs.resources,
    ceilings,
    budget,
    projects: [...projects].sort((a, b) => compareIds(a.id, b.id)),
    valueNames,
    weights,
    dimensions,
    groupLimits,
    grants: { min, max },
    minimumGrant: file.minimumGrant === undefined ? null : reading.money(file.minimumGrant, ['minimumGrant']),
    links,
    synergies,
    jointLimits,
    marginalPartFunding: file.partialGrants === 'marginal',
    objective,
    ballots: readBallots(
      file,
      listed.map((project) => project.id),
      reading,
    ),
    weightInformation: readWeightInformation(file, valueNames, reading),
    populations,
    earlierYears: (file.earlierYears ?? []).map(({ year, dimension, amounts }, index) => ({
      year,
      dimension,
      amounts: Object.fromEntries(
        Object.entries(amounts).map(([group, amount]) => [
          group,
          reading.money(amount, ['earlierYears', index, 'amounts', group]),
        ]),
      ),
    })),
    solver: { ...usualSolver, ...file.solver },
    tasks: (file.tasks ?? [{ task: 'optimise' }]).map(({ task, ...options }, index) => ({
      task,
      options,
      path: ['tasks', index],
    })),
    observations: reading.observations,
  };
}
