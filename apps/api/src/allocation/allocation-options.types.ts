import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import type { OwnerAttribution, Sek } from '@fordela/domain';
import { Json, Kronor } from '../platform/graphql/scalars';
import { words } from '../platform/stored';
import { ownerAttributionWords } from '../project/project.types';
import { ScoringPolicyInput, TrialWeightInput } from '../scoring/scores.types';

export type ObjectiveName = 'sum_of_value' | 'value_times_money' | 'value_per_krona' | 'least_money';
export const objectiveNameWords = words<ObjectiveName>(
  'ObjectiveName',
  'What the best portfolio is best at. A choice of policy: on the same applications the first two give very different portfolios.',
  {
    sum_of_value: 'The sum of the scores: many good projects, however small.',
    value_times_money: 'The sum of score × money: the good projects that carry most.',
    value_per_krona: 'The sum of the scores per krona spent.',
    least_money: 'The least money that keeps every limit.',
  },
);

export type GroupDimension = 'ownerGroup' | 'phase' | 'theme' | 'municipality' | 'sizeClass';
export const groupDimensionWords = words<GroupDimension>('GroupDimension', 'What limits and shares can be about.', {
  ownerGroup: 'Owner group: region_own, municipal, other.',
  phase: 'Phase of the cycle, by the cost of the phases.',
  theme: 'Theme tag; a project counts fully in each of its themes.',
  municipality: 'Municipality served, equal parts.',
  sizeClass: 'Size class of the municipalities served.',
});

export type ShareBase = 'budget' | 'spent';
export const shareBaseWords = words<ShareBase>('ShareBase', 'What a share is of.', {
  budget: 'Of all that may be granted.',
  spent: 'Of what the portfolio grants.',
});

export type PartialGrants = 'all_or_nothing' | 'smallest_or_requested' | 'marginal';
export const partialGrantsWords = words<PartialGrants>(
  'PartialGrants',
  'Whether a project may get less than it asks for.',
  {
    all_or_nothing: 'What it asks for or nothing.',
    smallest_or_requested: 'Also its smallest useful grant.',
    marginal: 'At most one project may get any amount between.',
  },
);

export type SequencePolicy = 'report' | 'enforce';
export const sequencePolicyWords = words<SequencePolicy>(
  'SequencePolicy',
  'What to do with a project that comes after another.',
  {
    report: 'Show the link only.',
    enforce: 'Do not grant both in one round.',
  },
);

export type SolverMethod = 'auto' | 'dynamic-programming' | 'branch-and-bound' | 'highs';
export const solverMethodWords = words<SolverMethod>(
  'SolverMethod',
  'How the optimum is looked for; all of them prove it.',
  {
    auto: 'The quickest that suits the problem.',
    'dynamic-programming': 'Our own dynamic programming, where the structure allows it.',
    'branch-and-bound': 'Our own branch and bound.',
    highs: 'HiGHS.',
  },
);

@InputType({ description: "A person's decision about one application, taken before the engine is asked." })
export class PinInput {
  @Field(() => ID, { description: 'The application.' })
  readonly applicationId: string;
  @Field({ description: 'Why; shown wherever it acts. Required.' })
  readonly reason: string;
}

@InputType({ description: 'At least and at most for some groups together.' })
export class GroupLimitInput {
  @Field(() => groupDimensionWords, { description: 'What the groups are of.' })
  readonly dimension: GroupDimension;
  @Field(() => [ID], { description: 'The groups counted together.' })
  readonly groups: readonly string[];
  @Field(() => Kronor, { nullable: true, description: 'At least this much money.' })
  readonly minSek?: Sek | null;
  @Field(() => Kronor, { nullable: true, description: 'At most this much money.' })
  readonly maxSek?: Sek | null;
  @Field(() => Float, { nullable: true, description: 'At least this share, 0 to 1.' })
  readonly minShare?: number | null;
  @Field(() => Float, { nullable: true, description: 'At most this share, 0 to 1.' })
  readonly maxShare?: number | null;
  @Field(() => shareBaseWords, { nullable: true, description: 'What the shares are of; `budget`.' })
  readonly of?: ShareBase | null;
  @Field(() => Int, { nullable: true, description: 'At least so many grants.' })
  readonly minCount?: number | null;
  @Field(() => Int, { nullable: true, description: 'At most so many grants.' })
  readonly maxCount?: number | null;
}

@InputType({ description: 'How long and by what means the optimum is looked for.' })
export class SolverInput {
  @Field(() => solverMethodWords, { nullable: true, description: 'The method; `auto`.' })
  readonly method?: SolverMethod | null;
  @Field(() => Float, { nullable: true, description: 'Proven relative gap at which to stop; 0 is the proven optimum.' })
  readonly gap?: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'For HiGHS: seconds after which the best found is returned with its gap.',
  })
  readonly timeLimitSeconds?: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'For our own methods: steps after which the best found is returned with its gap.',
  })
  readonly effortLimit?: number | null;
  @Field(() => Int, { nullable: true, description: 'Seed of whatever is drawn.' })
  readonly seed?: number | null;
}

@InputType({ description: 'Money released in a year.' })
export class ReleasedMoneyInput {
  @Field(() => Int, { description: 'The year.' })
  readonly year: number;
  @Field(() => Kronor, { description: 'Whole kronor; negative takes money away.' })
  readonly amountSek: Sek;
}

@InputType({
  description:
    'The policy choices of an allocation. Every one is stated in the problem and shown beside the result; none is hidden.',
})
export class AllocationOptionsInput {
  @Field(() => objectiveNameWords, {
    nullable: true,
    description: 'What to be best at. Give this or `objectiveDetail`.',
  })
  readonly objective?: ObjectiveName | null;
  @Field(() => Json, {
    nullable: true,
    description:
      'An objective in the words of docs/formats/allocation-problem.md: lexicographic, most equal, fewest changes…',
  })
  readonly objectiveDetail?: object | null;
  @Field(() => ownerAttributionWords, {
    defaultValue: 'partner_budget',
    description: 'How a joint project is attributed to owner groups.',
  })
  readonly ownerAttribution: OwnerAttribution;
  @Field(() => partialGrantsWords, {
    defaultValue: 'all_or_nothing',
    description: 'Whether a project may get less than it asks for.',
  })
  readonly partialGrants: PartialGrants;
  @Field(() => sequencePolicyWords, {
    defaultValue: 'report',
    description: 'What to do with a project that comes after another.',
  })
  readonly sequences: SequencePolicy;
  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Leave out applications that the rules stop (gate first, score second).',
  })
  readonly excludeIneligible: boolean;
  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Keep the joint ceiling of de minimis aid to one undertaking.',
  })
  readonly deMinimisLimits: boolean;
  @Field(() => [PinInput], { defaultValue: [], description: 'Applications left out, with reasons.' })
  readonly excluded: readonly PinInput[];
  @Field(() => [PinInput], { defaultValue: [], description: 'Applications that must be granted, with reasons.' })
  readonly mustFund: readonly PinInput[];
  @Field(() => [GroupLimitInput], { defaultValue: [], description: 'Limits for groups.' })
  readonly limits: readonly GroupLimitInput[];
  @Field(() => Int, { nullable: true, description: 'At least so many grants in all.' })
  readonly minGrants?: number | null;
  @Field(() => Int, { nullable: true, description: 'At most so many grants in all.' })
  readonly maxGrants?: number | null;
  @Field(() => Kronor, { nullable: true, description: 'No grant smaller than this.' })
  readonly minimumGrantSek?: Sek | null;
  @Field(() => [ReleasedMoneyInput], {
    defaultValue: [],
    description: 'Money that has come back in a year (`rebalance`), to be granted on top of the frame.',
  })
  readonly releasedSek: readonly ReleasedMoneyInput[];
  @Field(() => [TrialWeightInput], {
    nullable: true,
    description: "Weights for the scores; the call's own when left out.",
  })
  readonly weights?: readonly TrialWeightInput[] | null;
  @Field(() => ScoringPolicyInput, {
    nullable: true,
    description: 'Conventions for the scores; the standard ones when left out.',
  })
  readonly policy?: ScoringPolicyInput | null;
  @Field(() => SolverInput, {
    nullable: true,
    description: 'How long and by what means to look; proven optimum when left out.',
  })
  readonly solver?: SolverInput | null;
}
