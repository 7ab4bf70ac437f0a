import { accept, isRandomSeed, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type Answer, type RegisteredTask, type TaskContext } from '../allocate/task';
import type { AllocationProblem } from '../problem/allocation-problem';
import { uncertainNames, type Assumptions } from './assumptions';
import { moneyUses, projectRunners, type MunicipalityStart, type Policy } from './policy-model';
import { policyObservations } from './policy-observations';
import { comparePolicies, municipalitySteps, type PolicyComparison } from './policy-simulation';
import { assumptionsWith } from './read-assumptions';
import { usualPolicies } from './usual-policies';

/** The tasks of this room. */
export const policyTasks = (): readonly RegisteredTask[] => [policySimulationTask()];

export interface PolicySimulationOutcome extends PolicyComparison {
  /** What the model assumed, all of it. */
  readonly assumptions: Assumptions;
  readonly municipalities: readonly MunicipalityStart[];
}

const part = () => z.number().min(0).max(1e6);
const parts = <Name extends string>(names: readonly Name[]) =>
  z.strictObject(
    Object.fromEntries(names.map((name) => [name, part().default(0)])) as Record<Name, z.ZodDefault<z.ZodNumber>>,
  );

const policySchema = () =>
  z.strictObject({
    id: z.string().min(1),
    name: z.string().nullable().default(null),
    use: parts(moneyUses),
    run: parts(projectRunners),
    grants: z.int().min(0).max(10_000),
  });

const municipalitySchema = () =>
  z.strictObject({
    id: z.string().min(1),
    population: z.int().min(1).max(100_000_000),
    capacityFte: z.number().min(0).max(1e6).nullable().default(null),
    experience: z.number().min(0).max(1e6).default(0),
  });

const assumptionSchema = () =>
  z.union([
    z.number(),
    z.strictObject({ low: z.number(), likely: z.number(), high: z.number(), source: z.string().min(1).optional() }),
  ]);

const options = () =>
  z.strictObject({
    /** The municipalities; those of the problem's `populations` when left out. */
    municipalities: z.array(municipalitySchema()).min(1).max(1_000).optional(),
    policies: z.array(policySchema()).min(1).max(30).optional(),
    /** Other values than the usual: one number, or an interval with what is likeliest. */
    assumptions: z.record(z.string(), assumptionSchema()).default({}),
    yearlySek: z.int().min(0).max(1e12).default(24_000_000),
    years: z.int().min(1).max(60).default(10),
    stepsPerYear: z.int().min(1).max(52).default(4),
    draws: z.int().min(0).max(20_000).default(500),
    seed: z.number().default(1),
  });
type Options = z.infer<ReturnType<typeof options>>;

/** Times the model may step one municipality for one answer: about half a minute. */
const mostSteps = 50_000_000;

/** Policies for the 1:1 money compared over years by a model of the capacity spiral: a model, never a forecast. */
const policySimulationTask = (): RegisteredTask =>
  defineTask<Options, PolicySimulationOutcome>({ name: 'policy-simulation', version: '2.1.0', options, run });

function run(problem: AllocationProblem, own: Options, { path }: TaskContext): Result<Answer<PolicySimulationOutcome>> {
  const municipalities = own.municipalities ?? municipalitiesOf(problem);
  const policies = own.policies ?? usualPolicies;
  const { yearlySek, years, stepsPerYear, draws, seed } = own;
  const settings = { yearlySek, years, stepsPerYear, draws, seed };
  const { assumptions, refusals } = assumptionsWith(own.assumptions, path);
  const faults = [
    ...refusals,
    ...faultsOf(municipalities, policies, seed, path),
    ...tooMuchWork(municipalities.length, policies.length, uncertainNames(assumptions).length, own, path),
  ];
  if (faults.length > 0) return refuse(faults);
  const comparison = comparePolicies(municipalities, policies, assumptions, settings);
  return accept({
    method: 'capacity-spiral-stocks-and-flows@2',
    conventions: {
      ...settings,
      integration: 'explicit-euler',
      drawn: 'every-assumption-uniform-in-its-interval',
      equalMunicipalities: 'reached-alike',
      equalPolicies: 'first-stated-is-best-and-a-draw-is-shared',
      aheadInterval: 'wilson-95',
      money: 'not-rounded',
      isForecast: false,
    },
    observations: policyObservations(comparison, assumptions, settings, path),
    outcome: { ...comparison, assumptions, municipalities },
  });
}

function tooMuchWork(
  municipalities: number,
  policies: number,
  uncertain: number,
  { years, stepsPerYear, draws }: Options,
  path: Path,
): readonly Refusal[] {
  const steps = municipalitySteps(municipalities, policies, uncertain, { years, stepsPerYear, draws });
  const params = { municipalities, policies, years, stepsPerYear, draws, steps, most: mostSteps };
  return steps > mostSteps ? [refusal('policy-too-much-work', [...path, 'draws'], params)] : [];
}

function municipalitiesOf(problem: AllocationProblem): readonly MunicipalityStart[] {
  const populations = problem.populations['municipality'] ?? {};
  return Object.entries(populations)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, population]) => ({ id, population, capacityFte: null, experience: 0 }));
}

function faultsOf(
  municipalities: readonly MunicipalityStart[],
  policies: readonly Policy[],
  seed: number,
  path: Path,
): readonly Refusal[] {
  const twice = (ids: readonly string[], list: string) =>
    ids.flatMap((id, index) =>
      ids.indexOf(id) < index ? [refusal('policy-id-twice', [...path, list, index, 'id'], { id })] : [],
    );
  return [
    ...(municipalities.length === 0 ? [refusal('policy-no-municipalities', [...path, 'municipalities'])] : []),
    ...twice(
      municipalities.map(({ id }) => id),
      'municipalities',
    ),
    ...twice(
      policies.map(({ id }) => id),
      'policies',
    ),
    ...policies.flatMap(({ id, use, run: runners }, index) =>
      [
        ...(Object.values(use).some((own) => own > 0) ? [] : ['use']),
        ...(Object.values(runners).some((own) => own > 0) ? [] : ['run']),
      ].map((key) => refusal('policy-without-parts', [...path, 'policies', index, key], { id })),
    ),
    ...(isRandomSeed(seed) ? [] : [refusal('policy-seed', [...path, 'seed'], { seed })]),
  ];
}
