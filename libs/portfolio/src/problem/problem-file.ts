import { lazily } from '@fordela/domain';
import { z } from 'zod';
import { allocationProblemFormat } from './allocation-problem';
import { decimalPattern } from './text-patterns';

/**
 * The allocation problem as people write it: docs/formats/allocation-problem.md. Unknown keys are refused by name.
 * Amounts and values are JSON numbers, decimal text or fractions such as `1/3`; all are read exactly as written.
 */
const decimal = () =>
  z
    .union([z.number(), z.string().regex(decimalPattern)])
    .meta({ description: 'A decimal as a number or as text, or a fraction such as 1/3, read exactly as written.' });
const id = () => z.union([z.string().min(1).max(200), z.number()]);
const name = () => z.string().min(1).max(200);

/** A value known exactly, as an interval `[low, high]`, or as an interval with its likeliest point. */
const scored = () =>
  z.union([
    decimal(),
    z.tuple([decimal(), decimal()]),
    z.strictObject({ low: decimal(), high: decimal(), likely: decimal().optional() }),
  ]);
const cost = () => z.union([decimal(), z.array(decimal()), z.record(name(), decimal())]);
const decision = () => z.union([z.boolean(), z.string().min(1), z.strictObject({ reason: z.string().optional() })]);
const membership = () => z.union([id(), z.array(id()).min(1), z.record(name(), z.number().min(0))]);

const level = () =>
  z.strictObject({
    id: name().optional(),
    cost: cost(),
    value: scored().optional(),
    values: z.record(name(), scored()).optional(),
    /** Part of the project's full value, instead of `value`/`values`. */
    part: decimal().optional(),
    round: z.int().min(1).max(99).optional(),
  });

const project = () =>
  z.strictObject({
    id: id().optional(),
    name: z.string().max(1000).optional(),
    value: scored().optional(),
    values: z.union([z.record(name(), scored()), z.array(scored())]).optional(),
    cost: cost().optional(),
    requestedFrom: name().optional(),
    smallestUseful: decimal().optional(),
    partialValue: z.union([z.enum(['proportional', 'full']), z.strictObject({ atSmallest: decimal() })]).optional(),
    levels: z.array(level()).min(1).max(200).optional(),
    round: z.int().min(1).max(99).optional(),
    group: membership().optional(),
    groups: z.record(name(), membership()).optional(),
    mustFund: decision().optional(),
    exclude: decision().optional(),
    alreadyDone: z.boolean().optional(),
    requires: z.array(id()).optional(),
    requiresOneOf: z.array(id()).optional(),
  });

const year = () =>
  z.strictObject({
    year: z.int(),
    /** What may be paid out to this call in the year, or `frame` less `committed` and `reserved`. */
    ceiling: decimal().optional(),
    frame: decimal().optional(),
    committed: decimal().optional(),
    reserved: decimal().optional(),
    /** The most that may be outstanding when the year ends, and what already is. */
    authorisation: decimal().optional(),
    outstanding: decimal().optional(),
  });

const ceiling = () =>
  z.strictObject({
    id: name().optional(),
    resources: z.array(name()).optional(),
    years: z.array(z.int()).optional(),
    sources: z.array(name()).optional(),
    ceiling: decimal().optional(),
    frame: decimal().optional(),
    committed: decimal().optional(),
    reserved: decimal().optional(),
  });

const limit = () =>
  z.strictObject({
    id: name().optional(),
    dimension: name().optional(),
    group: id().optional(),
    groups: z.array(id()).min(1).optional(),
    min: decimal().optional(),
    max: decimal().optional(),
    minShare: decimal().optional(),
    maxShare: decimal().optional(),
    of: z.enum(['budget', 'spent']).optional(),
    minCount: z.int().min(0).optional(),
    maxCount: z.int().min(0).optional(),
    resources: z.array(name()).optional(),
    years: z.array(z.int()).optional(),
    sources: z.array(name()).optional(),
  });

const link = () =>
  z.discriminatedUnion('type', [
    z.strictObject({ id: name().optional(), type: z.literal('requires'), from: id(), to: id() }),
    z.strictObject({
      id: name().optional(),
      type: z.literal('requires_one_of'),
      from: id(),
      anyOf: z.array(id()).min(1),
    }),
    z.strictObject({ id: name().optional(), type: z.literal('mutually_exclusive'), projects: z.array(id()).min(2) }),
    z.strictObject({
      id: name().optional(),
      type: z.literal('choose'),
      projects: z.array(id()).min(1),
      min: z.int().min(0).optional(),
      max: z.int().min(0).optional(),
    }),
    z.strictObject({ id: name().optional(), type: z.literal('sequence'), first: id(), then: id() }),
  ]);

const synergy = () =>
  z.strictObject({
    id: name().optional(),
    projects: z.array(id()).min(1),
    atLeast: z.int().min(1).optional(),
    value: decimal().optional(),
    values: z.record(name(), decimal()).optional(),
    cost: cost().optional(),
    groups: z.record(name(), membership()).optional(),
  });

const jointLimit = () =>
  z.strictObject({
    id: name().optional(),
    unit: z.string().optional(),
    limit: decimal(),
    history: decimal().optional(),
    uses: z.record(name(), decimal()),
  });

const equality = () =>
  z.strictObject({
    objective: z.literal('most_equal'),
    measure: z.enum(['smallest_group', 'spread', 'distance_to_targets']),
    dimension: name().optional(),
    groups: z.array(id()).min(1).optional(),
    perInhabitant: z.boolean().optional(),
    targets: z.record(name(), decimal()).optional(),
    tolerance: decimal().optional(),
  });
const changes = () =>
  z.strictObject({
    objective: z.literal('fewest_changes'),
    baseline: z.union([z.array(id()), z.record(name(), z.union([z.string(), z.null()]))]),
    tolerance: decimal().optional(),
  });
const overValues = () =>
  z.strictObject({
    objective: z.enum(['maximin', 'minimax_regret']),
    over: z.array(name()).min(1).optional(),
    penaltyPerGrant: decimal().optional(),
    tolerance: decimal().optional(),
  });
const ofValue = () =>
  z.strictObject({
    objective: z.enum(['sum_of_value', 'value_times_money', 'value_per_krona']),
    of: name().optional(),
    penaltyPerGrant: decimal().optional(),
    tolerance: decimal().optional(),
  });
const leastMoney = () => z.strictObject({ objective: z.literal('least_money'), tolerance: decimal().optional() });
const aim = () => z.discriminatedUnion('objective', [ofValue(), overValues(), equality(), changes(), leastMoney()]);
const lexicographic = () => z.strictObject({ objective: z.literal('lexicographic'), stages: stages() });
/** What comes first, then what comes next: aims, or names of objectives or of values. */
const stages = () =>
  z
    .array(z.union([aim(), name()]))
    .min(1)
    .max(20);

export const objectiveSchema = /* @__PURE__ */ lazily(() =>
  z.union([
    z.enum(['sum_of_value', 'value_times_money', 'value_per_krona', 'maximin', 'minimax_regret', 'least_money']),
    z.discriminatedUnion('objective', [ofValue(), overValues(), equality(), changes(), leastMoney(), lexicographic()]),
    stages(),
  ]),
);
export type ObjectiveInput = z.infer<ReturnType<typeof objectiveSchema>>;

const voter = () =>
  z.strictObject({
    id: id().optional(),
    count: z.int().min(1).optional(),
    approves: z.array(id()).optional(),
    utilities: z.record(name(), decimal()).optional(),
    ranking: z.array(id()).optional(),
    group: id().optional(),
  });

/** What is no number ends the reading here, so that a ballot in full with a fault is not taken for points. */
const point = () => z.union([z.number(), z.string().regex(decimalPattern, { abort: true })]);
const points = () => z.record(name(), point());
/** One voter's ballot: in full, as a list, or as points by project. */
const ballot = () => z.union([voter(), z.array(id()), points()]);
const ballotsByVoter = () => z.record(name(), z.union([z.array(id()), points()]));

const weightInformation = () =>
  z.strictObject({
    values: z.array(name()).optional(),
    order: z.array(z.union([name(), z.array(name()).min(1)])).optional(),
    bounds: z.record(name(), z.tuple([decimal(), decimal()])).optional(),
    statements: z
      .array(
        z.union([
          z.strictObject({
            id: name().optional(),
            coefficients: z.record(name(), decimal()),
            relation: z.enum(['>=', '<=', '=']),
            constant: decimal().optional(),
          }),
          z.string().min(1).max(1000),
        ]),
      )
      .optional(),
  });

/** What a task may say of the weights instead of the problem. */
export const weightInformationSchema = () => weightInformation();
export type WeightInformationInput = z.infer<ReturnType<typeof weightInformation>>;

export const solverSchema = () =>
  z.strictObject({
    method: z.enum(['auto', 'dynamic-programming', 'branch-and-bound', 'highs']).optional(),
    gap: z.number().min(0).max(1).optional(),
    timeLimitSeconds: z.number().positive().max(86_400).optional(),
    effortLimit: z.number().positive().optional(),
    seed: z.int().min(0).max(2_147_483_647).optional(),
  });

const task = () => z.union([name(), z.looseObject({ task: name() })]);
/** A column: in the order of the projects, or by project. */
const column = <Cell extends z.ZodType>(cell: () => Cell) => z.union([z.array(cell()), z.record(name(), cell())]);
/** Pabulib's names of ballots are taken too. */
const ballotType = () => z.enum(['approval', 'utility', 'ranking', 'cumulative', 'scoring', 'ordinal']);

/** The schema of the whole file. A function, so that loading the module builds nothing. */
export const writtenFileSchema = /* @__PURE__ */ lazily(() =>
  z.strictObject({
    $schema: z.string().optional(),
    format: z.literal(allocationProblemFormat).optional(),
    title: z.string().max(1000).optional(),
    description: z.string().max(10_000).optional(),
    currency: z.string().max(20).optional(),
    /** Projects as objects, or as columns: `value`, `cost` and optionally `ids` and `group`. */
    projects: z.union([z.array(project()), z.record(name(), project())]).optional(),
    ids: z.array(id()).optional(),
    value: column(scored).optional(),
    values: z
      .union([z.record(name(), column(scored)), z.array(scored()), z.array(z.record(name(), scored()))])
      .optional(),
    cost: z
      .union([
        decimal(),
        z.array(decimal()),
        z.array(z.array(decimal())),
        z.array(z.record(name(), decimal())),
        z.record(name(), z.union([decimal(), z.array(decimal()), z.record(name(), decimal())])),
      ])
      .optional(),
    costRows: z.enum(['projects', 'resources']).optional(),
    group: column(membership).optional(),
    budget: z.union([decimal(), z.array(decimal()), z.record(name(), decimal())]).optional(),
    years: z.union([z.array(year()), z.record(z.string().regex(/^\d{1,4}$/), decimal())]).optional(),
    carryOver: z
      .union([
        z.boolean(),
        z.strictObject({
          most: z.union([decimal(), z.record(name(), decimal())]).optional(),
          in: decimal().optional(),
        }),
      ])
      .optional(),
    ceilings: z.array(ceiling()).optional(),
    otherResources: z
      .union([
        z.array(z.union([name(), z.strictObject({ id: name(), ceiling: decimal().optional() })])),
        z.record(name(), decimal()),
      ])
      .optional(),
    partialGrants: z
      .union([
        z.enum(['all_or_nothing', 'smallest_or_requested', 'marginal']),
        z.strictObject({ steps: z.int().min(1).max(100) }),
      ])
      .optional(),
    limits: z.array(limit()).optional(),
    grants: z.strictObject({ min: z.int().min(0).optional(), max: z.int().min(0).optional() }).optional(),
    minimumGrant: decimal().optional(),
    links: z.array(link()).optional(),
    requires: z.array(z.tuple([id(), id()])).optional(),
    exclusive: z.array(z.array(id()).min(2)).optional(),
    synergies: z.array(synergy()).optional(),
    jointLimits: z.array(jointLimit()).optional(),
    weights: z.record(name(), decimal()).optional(),
    weightInformation: weightInformation().optional(),
    valueDecimals: z.int().min(0).max(12).optional(),
    objective: objectiveSchema().optional(),
    ballots: z
      .union([
        z.array(ballot()),
        ballotsByVoter(),
        z.strictObject({ type: ballotType(), voters: z.union([z.array(ballot()), ballotsByVoter()]) }),
      ])
      .optional(),
    populations: z.record(name(), z.record(name(), z.number().positive())).optional(),
    earlierYears: z
      .array(z.strictObject({ year: z.int(), dimension: name(), amounts: z.record(name(), decimal()) }))
      .optional(),
    solver: solverSchema().optional(),
    tasks: z.union([z.array(task()), task()]).optional(),
  }),
);

/** The file as written, short forms and all. */
export type WrittenFile = z.infer<ReturnType<typeof writtenFileSchema>>;
type Decimal = z.infer<ReturnType<typeof decimal>>;
type Scored = z.infer<ReturnType<typeof scored>>;
export type ProjectInput = z.infer<ReturnType<typeof project>> & { readonly id: string | number };
export type VoterInput = z.infer<ReturnType<typeof voter>>;
export type BallotOfFile = z.infer<ReturnType<typeof ballot>>;

/** The file with its short forms written out (`writtenOut`): what the other readers read. */
export interface ProblemFile extends Omit<
  WrittenFile,
  'projects' | 'value' | 'values' | 'cost' | 'group' | 'otherResources' | 'years' | 'tasks'
> {
  projects?: ProjectInput[] | undefined;
  value?: Scored[] | undefined;
  values?: Record<string, Scored[]> | undefined;
  cost?: Decimal[] | Decimal[][] | Record<string, Decimal[]> | undefined;
  group?: z.infer<ReturnType<typeof membership>>[] | undefined;
  otherResources?: { id: string; ceiling?: Decimal | undefined }[] | undefined;
  years?: z.infer<ReturnType<typeof year>>[] | undefined;
  tasks?: { task: string; [option: string]: unknown }[] | undefined;
}
