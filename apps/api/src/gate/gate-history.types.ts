import { ObjectType } from '@nestjs/graphql';
import { Entity, ForeignKey } from 'typeorm';
import { DayOf, Hidden, Id, MomentOf, Text, TextList, Whole, Word, words } from '../platform/stored';

export const reviewDecisionWords = words<'confirmed' | 'overridden'>(
  'ReviewDecision',
  'What an officer says of a finding.',
  {
    confirmed: 'It is right.',
    overridden: 'It does not count here, for the reason given.',
  },
);

export const eligibilityRulingWords = words<'ineligible' | 'reinstated'>(
  'EligibilityDecision',
  "A person's decision on an application as a whole.",
  {
    ineligible: 'It may not go on, on grounds no rule sees.',
    reinstated: 'It may go on in spite of the errors found so far.',
  },
);

@ObjectType({ description: 'What an officer has said of a finding. Nothing is taken away: the last word counts.' })
@Entity('finding_review')
export class FindingReview {
  @ForeignKey('Application', { name: 'finding_review_application_fk', onDelete: 'CASCADE' })
  @Hidden.text({ key: true })
  readonly applicationId: string;
  @Whole('Which entry of the application it is, counted from 1.', { key: true })
  readonly no: number;
  @Id('The finding as it stood; when its figures change the review no longer counts.')
  readonly findingKey: string;
  @Word(reviewDecisionWords, 'What was said.')
  readonly decision: 'confirmed' | 'overridden';
  @Text('Why; always given for an override.')
  readonly reason: string;
  @Text('Who said it, as stated.')
  readonly reviewedBy: string;
  @MomentOf('When.')
  readonly reviewedAt: Date;
}

@ObjectType({ description: 'A ruling on an application as a whole: ineligible, or taken back in.' })
@Entity('eligibility_ruling')
export class EligibilityRuling {
  @ForeignKey('Application', { name: 'eligibility_ruling_application_fk', onDelete: 'CASCADE' })
  @Hidden.text({ key: true })
  readonly applicationId: string;
  @Whole('Which entry of the application it is, counted from 1.', { key: true })
  readonly no: number;
  @Word(eligibilityRulingWords, 'The ruling.')
  readonly ruling: 'ineligible' | 'reinstated';
  @TextList('The errors a reinstatement covers; one that comes later stops the application again.')
  readonly findingKeys: readonly string[];
  @Text('Why.')
  readonly reason: string;
  @Text('Who ruled, as stated.')
  readonly ruledBy: string;
  @MomentOf('When.')
  readonly ruledAt: Date;
}

@ObjectType({ description: 'A request to an applicant to complete the application, as it was sent.' })
@Entity('completion_request')
export class CompletionRequest {
  @ForeignKey('Application', { name: 'completion_request_application_fk', onDelete: 'CASCADE' })
  @Hidden.text({ key: true })
  readonly applicationId: string;
  @Whole('Which entry of the application it is, counted from 1.', { key: true })
  readonly no: number;
  @Text('The text as it was sent.')
  readonly text: string;
  @DayOf('Last day to answer.')
  readonly answerBy: string;
  @Text('Who sent it, as stated.')
  readonly requestedBy: string;
  @MomentOf('When.')
  readonly requestedAt: Date;
  @DayOf('The day the answer came; null while it is awaited.', { optional: true })
  readonly answeredDate: string | null;
}
