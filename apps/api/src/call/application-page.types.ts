import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { OwnerGroup, ProjectType, Sek, Severity } from '@fordela/domain';
import { severityWords } from '../findings/finding.types';
import { connectionOf } from '../platform/graphql/connection';
import { PageArgs } from '../platform/graphql/page.args';
import { Kronor } from '../platform/graphql/scalars';
import { words } from '../platform/stored';
import { projectTypeWords } from '../project/project.types';
import { ownerGroupWords } from '../reference/actor.types';
import { Application } from './application.types';

@ObjectType({ description: 'A page of applications.' })
export class ApplicationConnection extends connectionOf(Application, 'Application', 'applications') {}

type ApplicationOrderField = 'case_id' | 'title' | 'requested' | 'total_cost' | 'received';
export const applicationOrderWords = words<ApplicationOrderField>(
  'ApplicationOrderField',
  'What applications can be sorted by.',
  {
    case_id: 'Case id.',
    title: "The project's title in Swedish alphabetical order.",
    requested: 'Sum requested.',
    total_cost: "The project's total cost.",
    received: 'Day received; without a day first.',
  },
);
export const directionWords = words('SortDirection', 'Which end comes first.', {
  ascending: 'Smallest, earliest or first in the alphabet first.',
  descending: 'Largest, latest or last in the alphabet first.',
});

@InputType({ description: 'How to sort applications; ties by case id.' })
export class ApplicationOrder {
  @Field(() => applicationOrderWords, { description: 'What to sort by.' })
  readonly field: ApplicationOrderField;
  @Field(() => directionWords, { defaultValue: 'ascending', description: 'Which end comes first.' })
  readonly direction: 'ascending' | 'descending';
}

@InputType({ description: 'A range of money; both ends belong to it and may be left out.' })
export class KronorRange {
  @Field(() => Kronor, { nullable: true, description: 'At least this.' })
  readonly min?: Sek | null;
  @Field(() => Kronor, { nullable: true, description: 'At most this.' })
  readonly max?: Sek | null;
}

@InputType({
  description: 'Which applications: those that meet every condition given. In a list, meeting one of it is enough.',
})
export class ApplicationFilter {
  @Field(() => [ownerGroupWords], { nullable: true, description: 'Owner group of the lead partner.' })
  readonly ownerGroups?: readonly OwnerGroup[] | null;
  @Field(() => [projectTypeWords], { nullable: true, description: 'Kind of project.' })
  readonly projectTypes?: readonly ProjectType[] | null;
  @Field(() => [String], { nullable: true, description: 'Has one of the theme tags.' })
  readonly themes?: readonly string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Serves one of the municipalities.' })
  readonly municipalityCodes?: readonly string[] | null;
  @Field(() => [ID], { nullable: true, description: 'Answers to one of the priorities of the regional strategy.' })
  readonly strategyPriorityIds?: readonly string[] | null;
  @Field(() => [ID], { nullable: true, description: 'The lead partner is one of these actors.' })
  readonly leadPartnerIds?: readonly string[] | null;
  @Field(() => KronorRange, { nullable: true, description: 'The sum requested lies in this range.' })
  readonly requested?: KronorRange | null;
  @Field(() => String, {
    nullable: true,
    description:
      'All the words occur in case id, registry number, title, summary or lead partner; capitals and accents do not matter.',
  })
  readonly search?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True: has a finding. False: has none.' })
  readonly hasFinding?: boolean | null;
  @Field(() => [severityWords], { nullable: true, description: 'Has a finding of one of these severities.' })
  readonly findingSeverities?: readonly Severity[] | null;
}

@ArgsType()
export class ApplicationPageArgs extends PageArgs {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field(() => ApplicationFilter, { nullable: true, description: 'Which applications; all when left out.' })
  readonly filter?: ApplicationFilter | null;
  @Field(() => ApplicationOrder, { nullable: true, description: 'How to sort; by case id when left out.' })
  readonly orderBy?: ApplicationOrder | null;
}
