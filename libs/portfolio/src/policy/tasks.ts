import { accept, isRandomSeed, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type Answer, type RegisteredTask, type TaskContext } from '../allocate/task';
import type { AllocationProblem } from '../problem/allocation-problem';
import { assumptionNames, usualAssumptions, type Assumption, type AssumptionName } from './assumptions';
import { moneyUses, projectRunners, type MunicipalityStart, type Policy } from './policy-model';
import { comparePolicies, type PolicyComparison } from './policy-simulation';
import { usualPolicies } from './usual-policies';

/** The tasks of this room. */
export const policyTasks = (): readonly RegisteredTask[] => [policySimulationTask()];

export interface PolicySimulationOutcome extends PolicyComparison {
  /** What the model assumed, all of it. */
  readonly assumptions: Readonly<Record<AssumptionName, Assumption>>;
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
    z.strictObject({ low: z.number(), likely: z.number(), high: z.number(), basis: z.string().min(1).optional() }),
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

/** Policies for the 1:1 money compared over years by a model of the capacity spiral: a model, never a forecast. */
const policySimulationTask = (): RegisteredTask =>
  defineTask<Options, PolicySimulationOutcome>({ name: 'policy-simulation', version: '1.0.0', options, run });

function run(problem: AllocationProblem, own: Options, { path }: TaskContext): Result<Answer<PolicySimulationOutcome>> {
  const municipalities = own.municipalities ?? municipalitiesOf(problem);
  const policies = own.policies ?? usualPolicies;
  const { assumptions, refusals } = assumptionsWith(own.assumptions, path);
  refusals.push(...faultsOf(municipalities, policies, own.seed, path));
  if (refusals.length > 0) return refuse(refusals);
  const { yearlySek, years, stepsPerYear, draws, seed } = own;
  const comparison = comparePolicies(municipalities, policies, assumptions, {
    yearlySek,
    years,
    stepsPerYear,
    draws,
    seed,
  });
  return accept({
    method: 'capacity-spiral-stocks-and-flows@1',
    conventions: {
      yearlySek,
      years,
      stepsPerYear,
      draws,
      seed,
      integration: 'explicit-euler',
      drawn: 'every-assumption-uniform-in-its-interval',
      isForecast: false,
    },
    observations: [{ code: 'policy-model-not-forecast', path, params: { assumptions: assumptionNames.length } }],
    outcome: { ...comparison, assumptions, municipalities },
  });
}

function municipalitiesOf(problem: AllocationProblem): readonly MunicipalityStart[] {
  const populations = problem.populations['municipality'] ?? {};
  return Object.entries(populations)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, population]) => ({ id, population, capacityFte: null, experience: 0 }));
}

function assumptionsWith(stated: Options['assumptions'], path: TaskContext['path']) {
  const refusals: Refusal[] = [];
  const assumptions: Record<AssumptionName, Assumption> = { ...usualAssumptions };
  for (const [name, value] of Object.entries(stated)) {
    const place = [...path, 'assumptions', name];
    const usual = assumptions[name as AssumptionName] as Assumption | undefined;
    if (!usual || !Object.hasOwn(usualAssumptions, name)) {
      refusals.push(refusal('policy-unknown-assumption', place, { name, choices: assumptionNames }));
      continue;
    }
    const interval = typeof value === 'number' ? { low: value, likely: value, high: value } : value;
    const { low, likely, high } = interval;
    const isPositive = low > 0 || (low === 0 && mayBeZero.has(name));
    if (!(low <= likely && likely <= high && isPositive))
      refusals.push(refusal('policy-assumption-interval', place, { name, low, likely, high }));
    const basis = typeof value === 'number' ? 'stated' : (value.basis ?? 'stated');
    assumptions[name as AssumptionName] = { ...usual, ...interval, basis };
  }
  for (const name of shares)
    if (assumptions[name].high > 1)
      refusals.push(
        refusal('policy-share-above-one', [...path, 'assumptions', name], { name, high: assumptions[name].high }),
      );
  return { assumptions, refusals };
}

/** Assumptions that may be 0: nothing left behind, nothing forgotten; the others divide or would stand the model still. */
const mayBeZero: ReadonlySet<string> = new Set([
  ...[
    'baseFteFixed',
    'baseFtePer10000',
    'successWithout',
    'experiencePerApplication',
    'forgetting',
    'lastingPerProject',
  ],
  ...['attrition', 'sharedLasting', 'learningPerImplementationFte', 'overheadPerGrant', 'administrationPerProject'],
  ...['uptakeRegion', 'uptakeMunicipal', 'uptakeOther'],
]);
const shares = [
  'successWithout',
  'successMost',
  'forgetting',
  'attrition',
  'sharedLasting',
  'uptakeRegion',
  'uptakeMunicipal',
  'uptakeOther',
] as const satisfies readonly AssumptionName[];

function faultsOf(
  municipalities: readonly MunicipalityStart[],
  policies: readonly Policy[],
  seed: number,
  path: TaskContext['path'],
): Refusal[] {
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
