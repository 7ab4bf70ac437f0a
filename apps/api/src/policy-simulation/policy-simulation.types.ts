import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Sek } from '@fordela/domain';
import type { Assumption } from '@fordela/portfolio';
import { TaskAnswerFields } from '../allocation/task-answer.types';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Kronor } from '../platform/graphql/scalars';
import { words } from '../platform/stored';

export const figureOriginWords = words<Assumption['figure']>(
  'FigureOrigin',
  'Where the figure of an assumption comes from.',
  {
    assumed: 'A guess of this model, measured nowhere.',
    stated: 'Given by whoever asks.',
  },
);

@ObjectType({
  description:
    'A figure of the model and its band of uncertainty. The band holds what the assumptions leave open, not what the model leaves out.',
})
export class ModelBand {
  @Field(() => Float, { description: 'With every assumption at its likeliest.' })
  readonly likely: number;
  @Field(() => Float, { nullable: true, description: '5 percent of the draws are not above this; null without draws.' })
  readonly p5: number | null;
  @Field(() => Float, { nullable: true, description: 'Half of the draws are not above this; null without draws.' })
  readonly p50: number | null;
  @Field(() => Float, {
    nullable: true,
    description: '95 percent of the draws are not above this; null without draws.',
  })
  readonly p95: number | null;
}

@ObjectType({ description: 'What the money of a policy is used for, as relative parts.' })
export class MoneyUses {
  @Field(() => Float, { description: 'Early phases.' })
  readonly early: number;
  @Field(() => Float, { description: 'Shared capacity.' })
  readonly shared: number;
  @Field(() => Float, { description: 'Implementation.' })
  readonly implementation: number;
}

@ObjectType({ description: 'Who runs the projects of a policy, as relative parts.' })
export class ProjectRunners {
  @Field(() => Float, { description: 'The region itself.' })
  readonly region: number;
  @Field(() => Float, { description: 'Municipalities.' })
  readonly municipal: number;
  @Field(() => Float, { description: 'Others.' })
  readonly other: number;
}

@ObjectType({ description: 'One year: the likeliest run, and the bands of the draws.' })
export class ModelYear {
  @Field(() => Int, { description: 'The year, from 1.' })
  readonly year: number;
  @Field(() => Float, { description: 'External money of the year, kronor, not rounded.' })
  readonly externalSek: number;
  @Field(() => Float, { description: 'Staff at its end, full-time persons.' })
  readonly capacityFte: number;
  @Field(() => Float, { description: 'Applications for external money in the year.' })
  readonly applications: number;
  @Field(() => ModelBand, { description: 'External money of the year, kronor, not rounded.' })
  readonly externalBand: ModelBand;
  @Field(() => ModelBand, { description: 'Staff at its end, full-time persons.' })
  readonly capacityBand: ModelBand;
}

@ObjectType({ description: 'What a policy leads to for one municipality in the model.' })
export class ModelMunicipality {
  @Field(() => ID, { description: 'Its code.' })
  readonly code: string;
  @Field({ description: 'Its name.' })
  readonly name: string;
  @Field(() => ModelBand, { description: 'External money over all years, kronor, not rounded.' })
  readonly externalSek: ModelBand;
  @Field(() => ModelBand, {
    description: 'Staff that work for it at the end: its own and an equal part of the shared, full-time persons.',
  })
  readonly capacityFte: ModelBand;
  @Field(() => ModelBand, { description: 'The same per 10,000 inhabitants.' })
  readonly per10000: ModelBand;
  @Field(() => Float, { description: 'Granted over all years in the likeliest run, kronor, not rounded.' })
  readonly grantSek: number;
}

@ObjectType({ description: "How a year's money is used under a policy." })
export class NamedPolicy {
  @Field(() => ID, { description: 'Its id.' })
  readonly id: string;
  @Field({ description: 'Its name in Swedish.' })
  readonly nameSv: string;
  @Field({ description: 'Its name in English.' })
  readonly nameEn: string;
  @Field(() => MoneyUses, { description: 'What the money is used for.' })
  readonly use: MoneyUses;
  @Field(() => ProjectRunners, { description: 'Who runs the projects.' })
  readonly run: ProjectRunners;
  @Field(() => Int, { description: 'Grants a year.' })
  readonly grants: number;
}

@ObjectType({ description: 'A policy and what it leads to in the model.' })
export class SimulatedPolicy extends NamedPolicy {
  @Field(() => ModelBand, { description: 'External money over all years, kronor, not rounded.' })
  readonly externalSek: ModelBand;
  @Field(() => ModelBand, {
    description:
      'What the best policy attracts more than this one, draw by draw, kronor, not rounded. All policies meet the same draws: two bands that overlap do not make two policies alike.',
  })
  readonly behindBestSek: ModelBand;
  @Field(() => ModelBand, { description: 'Own and shared staff at the end, full-time persons.' })
  readonly capacityFte: ModelBand;
  @Field(() => ModelBand, { description: 'Staff per 10,000 inhabitants in the municipality that has least.' })
  readonly leastPer10000: ModelBand;
  @Field(() => Float, {
    nullable: true,
    description: 'Gini coefficient of staff per inhabitant in the likeliest run; null when nobody has any.',
  })
  readonly gini: number | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Share of the draws in which no other policy attracts more; equal ones share a draw. Null without draws.',
  })
  readonly aheadIn: number | null;
  @Field(() => Float, { nullable: true, description: 'Lower end of the 95 % interval of that share.' })
  readonly aheadLow: number | null;
  @Field(() => Float, { nullable: true, description: 'Upper end of it.' })
  readonly aheadHigh: number | null;
  @Field(() => [ModelYear], { description: 'Year by year.' })
  readonly years: readonly ModelYear[];
  @Field(() => [ModelMunicipality], { description: 'Municipality by municipality.' })
  readonly municipalities: readonly ModelMunicipality[];
}

@ObjectType({ description: 'One number the model rests on.' })
export class ModelAssumption {
  @Field({ description: 'Its name, by which it is replaced.' })
  readonly name: string;
  @Field({ description: 'What it is about, in Swedish.' })
  readonly nameSv: string;
  @Field({ description: 'What it is about, in English.' })
  readonly nameEn: string;
  @Field(() => Float, { description: 'Lowest.' })
  readonly low: number;
  @Field(() => Float, { description: 'Likeliest.' })
  readonly likely: number;
  @Field(() => Float, { description: 'Highest.' })
  readonly high: number;
  @Field({ description: 'Unit in Swedish.' })
  readonly unitSv: string;
  @Field({ description: 'Unit in English.' })
  readonly unitEn: string;
  @Field(() => [String], {
    description: 'Sections of Kraftsamla Sörmland (2026) the relation is read out of; none when it is assumed too.',
  })
  readonly reportSections: readonly string[];
  @Field(() => figureOriginWords, { description: 'Where the figure comes from.' })
  readonly figure: Assumption['figure'];
  @Field(() => String, { nullable: true, description: 'Source of a stated figure, in the words of who stated it.' })
  readonly source: string | null;
}

@ObjectType({
  description: 'What the policy model compares and assumes unless it is told otherwise. No figure in it is measured.',
})
export class PolicyModel {
  @Field(() => [NamedPolicy], {
    description: 'The policies the report puts to the region, one choice at a time against an even mix.',
  })
  readonly policies: readonly NamedPolicy[];
  @Field(() => [ModelAssumption], { description: 'Every assumption, with where it comes from.' })
  readonly assumptions: readonly ModelAssumption[];
}

@ObjectType({ description: 'An end of an assumption at which another policy attracts most.' })
export class ModelTurn {
  @Field({ description: 'The assumption.' })
  readonly assumption: string;
  @Field(() => Float, { description: 'Its value there; the others at their likeliest.' })
  readonly value: number;
  @Field(() => ID, { description: 'The policy that attracts most then.' })
  readonly bestId: string;
  @Field(() => Float, { description: 'How much more than the next, kronor, not rounded.' })
  readonly leadSek: number;
}

@ObjectType({
  description:
    'Policies compared by a model of stated assumptions. A model, never a forecast: whoever shows it must say so.',
})
export class PolicySimulation extends TaskAnswerFields {
  @Field({ description: 'Always false. The figures follow from the assumptions; nobody has measured them.' })
  readonly isForecast: boolean;
  @Field({ description: 'What must be said beside the figures, in Swedish.' })
  readonly cautionSv: string;
  @Field({ description: 'What must be said beside the figures, in English.' })
  readonly cautionEn: string;
  @Field(() => Kronor, { description: 'Money a year.' })
  readonly yearlySek: Sek;
  @Field(() => Int, { description: 'Years.' })
  readonly years: number;
  @Field(() => Int, { description: 'Draws.' })
  readonly draws: number;
  @Field(() => [SimulatedPolicy], { description: 'The policies, in the order given.' })
  readonly policies: readonly SimulatedPolicy[];
  @Field(() => ID, {
    description: 'The one that attracts most with every assumption at its likeliest; of equal ones the first.',
  })
  readonly bestId: string;
  @Field(() => [ModelTurn], {
    description: 'Where the order turns when a single assumption goes to an end of its interval.',
  })
  readonly turns: readonly ModelTurn[];
  @Field(() => [ModelAssumption], { description: 'Every assumption, with where it comes from.' })
  readonly assumptions: readonly ModelAssumption[];
}
export const PolicySimulationPayload = outcomeOf(
  'PolicySimulationPayload',
  'The comparison, or why there is none.',
  PolicySimulation,
);
