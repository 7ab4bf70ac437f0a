import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Entity, ForeignKey, Index } from 'typeorm';
import type { CyclePhase } from '@fordela/domain';
import { connectionOf } from '../platform/graphql/connection';
import { PageArgs } from '../platform/graphql/page.args';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Day } from '../platform/graphql/scalars';
import { DayOf, Hidden, Id, IdList, Text, TextList, Version, WordList } from '../platform/stored';
import { cyclePhaseWords } from '../reference/cycle-phase.types';

@ObjectType({ description: 'Something learnt, kept for others to use (lärdom).' })
@Entity('lesson')
@Index('lesson_date_ix', ['learntDate', 'id'])
export class Lesson {
  @Id('Identifier.', { key: true })
  readonly id: string;
  @Text('The lesson in one line.')
  readonly title: string;
  @Text('What was learnt, and what to do another time.')
  readonly text: string;
  @TextList('Themes.')
  readonly themes: string[];
  @WordList(cyclePhaseWords, 'Phases of the project cycle it is about.')
  readonly cyclePhases: CyclePhase[];
  @ForeignKey('Application', { name: 'lesson_application_fk', onDelete: 'SET NULL' })
  @Id('The project it was learnt in.', { optional: true })
  readonly applicationId: string | null;
  @IdList('Projects that have used it since.')
  readonly usedByApplicationIds: string[];
  @DayOf('The day it was learnt.')
  readonly learntDate: string;
  /** Title, text and themes in the form searched in: no capitals, no accents. */
  @Hidden.text()
  readonly searchText: string;
  @Version()
  readonly version: number;
}

@ObjectType({ description: 'A page of lessons.' })
export class LessonConnection extends connectionOf(Lesson, 'Lesson', 'lessons') {}

@InputType({
  description: 'Which lessons: those that meet every condition given. In a list, meeting one of it is enough.',
})
export class LessonFilter {
  @Field(() => [String], { nullable: true, description: 'Has one of the themes.' })
  readonly themes?: readonly string[] | null;
  @Field(() => [cyclePhaseWords], { nullable: true, description: 'Is about one of the phases.' })
  readonly cyclePhases?: readonly CyclePhase[] | null;
  @Field(() => [ID], { nullable: true, description: 'Learnt in, or used by, one of the projects.' })
  readonly applicationIds?: readonly string[] | null;
  @Field(() => String, {
    nullable: true,
    description: 'All the words occur in title, text or themes; capitals and accents do not matter.',
  })
  readonly search?: string | null;
}

@ArgsType()
export class LessonPageArgs extends PageArgs {
  @Field(() => LessonFilter, { nullable: true, description: 'Which lessons; all when left out.' })
  readonly filter?: LessonFilter | null;
}

@InputType({ description: 'A lesson as it should be, whole: what is left out is not stated.' })
export class LessonInput {
  @Field(() => ID, { nullable: true, description: 'The lesson to change; left out for a new one.' })
  readonly id?: string | null;
  @Field({ description: 'The lesson in one line.' })
  readonly title: string;
  @Field({ description: 'What was learnt, and what to do another time.' })
  readonly text: string;
  @Field(() => [String], { defaultValue: [], description: 'Themes.' })
  readonly themes: string[];
  @Field(() => [cyclePhaseWords], { defaultValue: [], description: 'Phases of the project cycle it is about.' })
  readonly cyclePhases: CyclePhase[];
  @Field(() => ID, { nullable: true, description: 'The project it was learnt in.' })
  readonly applicationId?: string | null;
  @Field(() => [ID], { defaultValue: [], description: 'Projects that have used it since.' })
  readonly usedByApplicationIds: string[];
  @Field(() => Day, { description: 'The day it was learnt.' })
  readonly learntDate: string;
  @Field(() => Int, {
    nullable: true,
    description: 'The version the edit was made from; null for a lesson that is new.',
  })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The lesson was saved.' })
export class LessonSaved {
  @Field(() => Lesson, { description: 'The lesson as it now is.' })
  readonly lesson: Lesson;
}

export const SaveLessonPayload = outcomeOf('SaveLessonPayload', 'The lesson that was saved, or why not.', LessonSaved);
