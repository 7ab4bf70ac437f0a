import { ObjectType } from '@nestjs/graphql';
import { Entity, ForeignKey } from 'typeorm';
import type { Rating as RatingData } from '@fordela/domain';
import { Decimal, Flag, Id, Text, Version } from '../platform/stored';

@ObjectType({ description: "One reviewer's judgement of one application on one criterion." })
@Entity('rating')
export class Rating implements RatingData {
  @ForeignKey('Application', { name: 'rating_application_fk', onDelete: 'CASCADE' })
  @Id('The application.', { key: true })
  readonly applicationId: string;
  @Id('The reviewer.', { key: true })
  readonly reviewerId: string;
  @Id('The criterion.', { key: true })
  readonly criterionId: string;
  @Decimal('The rating as entered, also outside the scale (a finding then tells); null when not given.', {
    optional: true,
  })
  readonly rating: number | null;
  @Flag('True when the reviewer has said "cannot judge": not the same as missing.')
  readonly cannotJudge: boolean;
  @Flag('True when the reviewer has declared a conflict of interest: the rating is left out of every mean.')
  readonly conflictDeclared: boolean;
  @Text('Reason or comment.', { optional: true })
  readonly comment: string | null;
  @Version()
  readonly version: number;
}
