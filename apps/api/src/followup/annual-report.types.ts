import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { AnnualArea, AnnualHeading } from '@fordela/domain';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Json } from '../platform/graphql/scalars';
import { words } from '../platform/stored';
import { BasisArgs, PortfolioBasis } from '../steering/basis.types';
import { Attainment } from './attainment.types';

export const annualAreaWords = words<'housing_work_welfare' | 'skills' | 'innovation_enterprise' | 'accessibility'>(
  'AnnualArea',
  'The four areas of Förordning (2024:99) 8 § first paragraph 1.',
  {
    housing_work_welfare: 'a: equal opportunities for housing, work and welfare.',
    skills: 'b: skills supply and development.',
    innovation_enterprise: 'c: innovation and renewal, entrepreneurship and enterprise.',
    accessibility: 'd: accessibility by digital communication and transport.',
  },
);
export type AnnualAreaWord = 'housing_work_welfare' | 'skills' | 'innovation_enterprise' | 'accessibility';

/** The areas' headings by the words they have on the wire. */
export const areaHeadings: Readonly<Record<AnnualAreaWord, AnnualArea>> = {
  housing_work_welfare: '8-1a',
  skills: '8-1b',
  innovation_enterprise: '8-1c',
  accessibility: '8-1d',
};

@InputType({ description: 'Under which area a priority of the strategy falls.' })
export class PriorityAreaInput {
  @Field(() => ID, { description: 'The priority.' })
  readonly priorityId: string;
  @Field(() => annualAreaWords, { description: 'The area.' })
  readonly area: AnnualAreaWord;
}

@ArgsType()
export class AnnualReportArgs extends BasisArgs {
  @Field(() => Int, { description: 'The year of the account; indicators and reports as they stood on its last day.' })
  readonly year: number;
  @Field(() => Int, { defaultValue: 5, description: 'Fewer people than this: no percentages.' })
  readonly smallestCount: number;
  @Field(() => [PriorityAreaInput], {
    nullable: true,
    description:
      'Under which area each priority falls; when left out, our own reading of the priorities of the strategy of Sörmland.',
  })
  readonly areas?: readonly PriorityAreaInput[] | null;
}

@ObjectType({ description: 'A figure under a heading.' })
export class AnnualFigure {
  @Field({ description: 'Stable code.' })
  readonly code: string;
  @Field(() => Json, { description: 'The figures and names the sentence is made from.' })
  readonly params: object;
  @Field({ description: 'The sentence in Swedish.' })
  readonly messageSv: string;
  @Field({ description: 'The sentence in English.' })
  readonly messageEn: string;
}

@ObjectType({
  description: 'What there is in the data under one heading. How it has contributed is for people to write.',
})
export class AnnualSection {
  @Field(() => ID, { description: 'The heading.' })
  readonly heading: AnnualHeading;
  @Field({ description: 'Its place in the ordinance.' })
  readonly place: string;
  @Field({ description: 'Its words.' })
  readonly titleSv: string;
  @Field({ description: 'Our translation.' })
  readonly titleEn: string;
  @Field(() => [AnnualFigure], { description: 'The figures.' })
  readonly figures: readonly AnnualFigure[];
  @Field(() => [ID], { description: 'Applications the figures rest on.' })
  readonly applicationIds: readonly string[];
  @Field(() => [Attainment], { description: 'Indicators that belong here, as they stood.' })
  readonly attainments: readonly Attainment[];
}

@ObjectType({ description: 'An extract for the annual account of the regional development work.' })
export class AnnualReport {
  @Field(() => PortfolioBasis, { description: 'Which projects and money.' })
  readonly basis: PortfolioBasis;
  @Field(() => Int, { description: 'The year.' })
  readonly year: number;
  @Field({ description: 'Where the headings come from.' })
  readonly citation: string;
  @Field({ description: 'Its web address.' })
  readonly url: string;
  @Field({ description: 'When the account is to be given, in Swedish.' })
  readonly dueSv: string;
  @Field({ description: 'The same in English.' })
  readonly dueEn: string;
  @Field({ description: 'True when the areas of the priorities are our own reading, which nobody has decided.' })
  readonly areasAreOurReading: boolean;
  @Field(() => [AnnualSection], { description: "The headings of 8 and 9 §§, in the ordinance's order." })
  readonly sections: readonly AnnualSection[];
}

export const AnnualReportPayload = outcomeOf('AnnualReportPayload', 'The extract, or why there is none.', AnnualReport);
