import { ObjectType } from '@nestjs/graphql';
import { Entity, ForeignKey, Index } from 'typeorm';
import type {
  Indicator as IndicatorData,
  IndicatorAccumulation,
  IndicatorDirection,
  IndicatorResult as IndicatorResultData,
  Perspective,
} from '@fordela/domain';
import { DayOf, Decimal, Flag, Hidden, Id, Text, Version, Whole, Word, WordList, words } from '../platform/stored';

export const indicatorDirectionWords = words<IndicatorDirection>('IndicatorDirection', 'Which way is better.', {
  increase: 'More is better.',
  decrease: 'Less is better.',
});

export const indicatorAccumulationWords = words<IndicatorAccumulation>(
  'IndicatorAccumulation',
  'How results over time make one value.',
  {
    latest: 'The latest stands: a level, or a count that is already accumulated.',
    sum: 'Each result adds to the baseline: what a period gave.',
  },
);

export const perspectiveWords = words<Perspective>(
  'Perspective',
  'What the annual account asks about (Förordning (2024:99) 8 and 9 §§).',
  {
    economic: 'Economic sustainability.',
    social: 'Social sustainability.',
    environmental: 'Environmental sustainability.',
    gender_equality: 'Gender equality (jämställdhet).',
    integration: 'Integration.',
    climate: 'Climate.',
  },
);

@ObjectType({ description: 'What a project is measured by. Null means "not stated", never zero.' })
@Entity('indicator')
@Index('indicator_application_ix', ['applicationId', 'id'])
export class Indicator implements IndicatorData {
  @Id('Identifier.', { key: true })
  readonly id: string;
  @ForeignKey('Application', { name: 'indicator_application_fk', onDelete: 'CASCADE' })
  @Id('The application of the project.')
  readonly applicationId: string;
  @Text('What is measured.')
  readonly name: string;
  @Text('The unit.')
  readonly unit: string;
  @Flag('True when the unit is people: every result is then given by sex.')
  readonly countsPeople: boolean;
  @Word(indicatorDirectionWords, 'Which way is better.')
  readonly direction: IndicatorDirection;
  @Word(indicatorAccumulationWords, 'How results over time make one value.')
  readonly accumulation: IndicatorAccumulation;
  @Decimal('Where it began.', { optional: true })
  readonly baseline: number | null;
  @DayOf('The day of the baseline.', { optional: true })
  readonly baselineDate: string | null;
  @Decimal('Where it is to come.', { optional: true })
  readonly target: number | null;
  @DayOf('By when.', { optional: true })
  readonly targetDate: string | null;
  @Text('How it is measured.', { optional: true })
  readonly method: string | null;
  @ForeignKey('Actor', { name: 'indicator_owner_fk' })
  @Id('Who answers for it, as an actor.', { optional: true })
  readonly ownerActorId: string | null;
  @WordList(perspectiveWords, 'The perspectives of the annual account it says something of.')
  readonly perspectives: Perspective[];
  @Text('Free note.', { optional: true })
  readonly note: string | null;
  @Version()
  readonly version: number;
}

@ObjectType({ description: 'What was measured on a day.' })
@Entity('indicator_result')
export class IndicatorResult implements Omit<IndicatorResultData, 'value'> {
  @ForeignKey('Indicator', { name: 'indicator_result_indicator_fk', onDelete: 'CASCADE' })
  @Hidden.text({ key: true })
  readonly indicatorId: string;
  @DayOf('The day.', { key: true })
  readonly date: string;
  @Decimal('The value; null when what was recorded has been taken back.', { optional: true })
  readonly value: number | null;
  @Whole('Women; null where people are not counted.', { optional: true })
  readonly women: number | null;
  @Whole('Men; null where people are not counted.', { optional: true })
  readonly men: number | null;
  @Whole('People whose sex is not stated; null where people are not counted.', { optional: true })
  readonly notStated: number | null;
  @Text('Free note.', { optional: true })
  readonly note: string | null;
  @Version()
  readonly version: number;
}
