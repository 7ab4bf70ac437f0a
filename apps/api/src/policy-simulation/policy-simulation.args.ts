import { ArgsType, Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import type { Sek } from '@fordela/domain';
import { Kronor } from '../platform/graphql/scalars';

@InputType({
  description:
    'What the money of a policy is used for, as relative parts: 2, 1 and 1 is half, a quarter and a quarter.',
})
export class MoneyUseInput {
  @Field(() => Float, { defaultValue: 0, description: 'Early phases: preparing applications.' })
  readonly early: number;
  @Field(() => Float, { defaultValue: 0, description: 'Shared capacity: staff that several municipalities share.' })
  readonly shared: number;
  @Field(() => Float, { defaultValue: 0, description: 'Implementation: carrying projects out.' })
  readonly implementation: number;
}

@InputType({ description: 'Who runs the projects of a policy, as relative parts.' })
export class ProjectRunnersInput {
  @Field(() => Float, { defaultValue: 0, description: 'The region itself.' })
  readonly region: number;
  @Field(() => Float, { defaultValue: 0, description: 'Municipalities.' })
  readonly municipal: number;
  @Field(() => Float, { defaultValue: 0, description: 'Others.' })
  readonly other: number;
}

@InputType({ description: "How a year's money is used under a policy." })
export class PolicyInput {
  @Field(() => ID, { description: 'Its id in the answer.' })
  readonly id: string;
  @Field(() => String, { nullable: true, description: 'What to call it; its id when left out.' })
  readonly name: string | null;
  @Field(() => MoneyUseInput, { description: 'What the money is used for.' })
  readonly use: MoneyUseInput;
  @Field(() => ProjectRunnersInput, { description: 'Who runs the projects.' })
  readonly run: ProjectRunnersInput;
  @Field(() => Int, { description: 'Grants a year: many is spread thin, few is concentrated, 0 is no money.' })
  readonly grants: number;
}

@InputType({
  description:
    'Another value of an assumption: an interval with what is likeliest; the three alike for a certain number.',
})
export class AssumptionInput {
  @Field({ description: 'The assumption, by its name in an answer.' })
  readonly name: string;
  @Field(() => Float, { description: 'Lowest.' })
  readonly low: number;
  @Field(() => Float, { description: 'Likeliest.' })
  readonly likely: number;
  @Field(() => Float, { description: 'Highest.' })
  readonly high: number;
  @Field(() => String, { nullable: true, description: 'Where the figures come from.' })
  readonly source: string | null;
}

@InputType({ description: 'What is known of the start of a municipality.' })
export class MunicipalityStartInput {
  @Field(() => ID, { description: 'Its code.' })
  readonly code: string;
  @Field(() => Float, {
    nullable: true,
    description: 'Own staff for projects, full-time persons; assumed by population when left out.',
  })
  readonly capacityFte: number | null;
  @Field(() => Float, { defaultValue: 0, description: 'Experience of externally funded projects, project-years.' })
  readonly experience: number;
}

@ArgsType()
export class PolicySimulationArgs {
  @Field(() => ID, { description: 'The call, for its municipalities and its yearly money.' })
  readonly callId: string;
  @Field(() => [PolicyInput], {
    nullable: true,
    description: 'The policies to compare, 1 to 30; those the report puts to the region when left out.',
  })
  readonly policies: PolicyInput[] | null;
  @Field(() => [AssumptionInput], {
    defaultValue: [],
    description: 'Assumptions to replace; the usual ones stand for the rest.',
  })
  readonly assumptions: AssumptionInput[];
  @Field(() => [MunicipalityStartInput], {
    defaultValue: [],
    description: 'What is known of the start; of the other municipalities it is assumed.',
  })
  readonly municipalities: MunicipalityStartInput[];
  @Field(() => Kronor, {
    nullable: true,
    description: "Money a year. When left out: the mean of the call's yearly frames, in whole kronor downwards.",
  })
  readonly yearlySek: Sek | null;
  @Field(() => Int, { defaultValue: 10, description: 'Years, 1 to 60.' })
  readonly years: number;
  @Field(() => Int, {
    defaultValue: 500,
    description: 'Draws of all assumptions within their intervals, 0 to 20,000; 0 gives no bands.',
  })
  readonly draws: number;
  @Field(() => Int, { defaultValue: 1, description: 'Seed of the draws: the same seed gives the same answer.' })
  readonly seed: number;
}
