import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ChecklistItem, ChecklistOutcome } from '@fordela/domain';
import { checklistItemWords, Finding, RuleSource } from '../findings/finding.types';
import { words } from '../platform/stored';
import { CompletionRequest, EligibilityRuling, FindingReview } from './gate-history.types';

export const checklistOutcomeWords = words<ChecklistOutcome>(
  'ChecklistOutcome',
  'How a point of the checklist stands.',
  {
    pass: 'Nothing stands against it.',
    fail: 'An error stands.',
    needs_review: 'Something waits for a person.',
    not_applicable: 'No rule has anything to look at.',
  },
);

@ObjectType({ description: 'A finding with what has been said of it.' })
export class ReviewedFinding {
  @Field(() => Finding, { description: 'The finding.' })
  readonly finding: Finding;
  @Field(() => FindingReview, {
    nullable: true,
    description: 'The review that counts; null when nobody has looked at the finding as it now stands.',
  })
  readonly review: FindingReview | null;
}

@ObjectType({ description: 'One point of the checklist.' })
export class ChecklistLine {
  @Field(() => checklistItemWords, { description: 'The point.' })
  readonly item: ChecklistItem;
  @Field({ description: 'Its name in Swedish.' })
  readonly nameSv: string;
  @Field({ description: 'Its name in English.' })
  readonly nameEn: string;
  @Field(() => checklistOutcomeWords, { description: 'How it stands.' })
  readonly outcome: ChecklistOutcome;
  @Field(() => [ID], { description: 'The rules that were applied.' })
  readonly ruleIds: readonly string[];
  @Field(() => [RuleSource], { description: 'Their sources.' })
  readonly sources: readonly RuleSource[];
  @Field(() => [ReviewedFinding], { description: 'What they found.' })
  readonly findings: readonly ReviewedFinding[];
}

@ObjectType({
  description:
    'Gate first, score second: the checklist of an application, filled by the rules, settled by people. The engine decides nothing, and never whether something is State aid.',
})
export class Gate {
  @Field(() => ID, { description: 'The application.' })
  readonly applicationId: string;
  @Field({ description: 'True when it may not go on: an error stands, or it was ruled ineligible.' })
  readonly isBlocked: boolean;
  @Field({ description: 'True while a finding is neither confirmed nor overridden.' })
  readonly needsReview: boolean;
  @Field({ description: 'True while an answer to a request for completion is awaited.' })
  readonly awaitsCompletion: boolean;
  @Field({ description: 'The rule book it was made with.' })
  readonly ruleBookVersion: string;
  @Field(() => Int, { description: 'How many entries there are; an edit names the number that was seen.' })
  readonly version: number;
  @Field(() => [ChecklistLine], { description: 'The points, in the order an officer reads them.' })
  readonly lines: readonly ChecklistLine[];
  @Field(() => EligibilityRuling, { nullable: true, description: 'The ruling that counts; null when there is none.' })
  readonly ruling: EligibilityRuling | null;
  @Field(() => [FindingReview], { description: 'Every review there has been.' })
  readonly reviews: readonly FindingReview[];
  @Field(() => [EligibilityRuling], { description: 'Every ruling there has been.' })
  readonly rulings: readonly EligibilityRuling[];
  @Field(() => [CompletionRequest], { description: 'Every request for completion.' })
  readonly completionRequests: readonly CompletionRequest[];
}

@ObjectType({ description: 'The standard text of a request for completion, for an officer to edit and send.' })
export class CompletionLetter {
  @Field(() => ID, { description: 'The application.' })
  readonly applicationId: string;
  @Field({ description: 'In Swedish; empty when there is nothing to complete.' })
  readonly textSv: string;
  @Field({ description: 'In English.' })
  readonly textEn: string;
  @Field(() => [Finding], { description: 'The findings it asks about.' })
  readonly findings: readonly Finding[];
}
