import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { AllocationOptionsInput } from '../allocation/allocation-options.types';
import { LeftOut } from '../allocation/allocation.types';
import { NamedApplication, ShortPortfolio, TaskAnswerFields } from '../allocation/task-answer.types';
import { outcomeOf } from '../platform/graphql/refused.types';
import { words } from '../platform/stored';

export type WeightKnowledge = 'order' | 'any' | 'stated';
export const weightKnowledgeWords = words<WeightKnowledge>(
  'WeightKnowledge',
  'What is taken as known of the weights of the criteria.',
  {
    order: 'Only their order: no criterion weighs less than one with a smaller weight in the call.',
    any: 'Nothing: any weights.',
    stated: 'The weights exactly as they are.',
  },
);

export type ScoreKnowledge = 'stated' | 'mean_without_one' | 'reviewer_range';
export const scoreKnowledgeWords = words<ScoreKnowledge>(
  'ScoreKnowledge',
  'What is taken as known of the rated scores. What nobody has rated, or a reviewer still owes, could be anything on the scale; the answer is about every score within its interval.',
  {
    stated: 'The scores exactly as they are.',
    mean_without_one: 'Between the means when any one of its reviewers is left out.',
    reviewer_range: 'Between the lowest and the highest of its reviewers; with many in doubt the search seldom ends.',
  },
);

export type ReviewerDoubt = 'none' | 'bootstrap' | 'one_reviewer' | 'leave_one_out';
export const reviewerDoubtWords = words<ReviewerDoubt>(
  'ReviewerDoubt',
  'How the ratings could have come out otherwise.',
  {
    none: 'Not at all: the ratings count as they are.',
    bootstrap:
      'The mean of as many reviewers like these, drawn anew; what nobody has rated could be anything on the scale.',
    one_reviewer: 'The word of one of them; what nobody has rated could be anything on the scale.',
    leave_one_out:
      'One reviewer of the call left out of everything, each as likely; what nobody has rated could be anything on the scale.',
  },
);

export type CoreDecision = 'safe_yes' | 'safe_no' | 'discuss';
export const coreDecisionWords = words<CoreDecision>(
  'CoreDecision',
  'What the portfolios that could be right say of an application.',
  { safe_yes: 'It is in all of them.', safe_no: 'It is in none.', discuss: 'It is in some.' },
);

@ArgsType()
export class RobustPortfolioArgs {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field(() => AllocationOptionsInput, { description: 'The choices, as for an allocation.' })
  readonly options: AllocationOptionsInput;
  @Field(() => weightKnowledgeWords, { defaultValue: 'order', description: 'What is known of the weights.' })
  readonly weights: WeightKnowledge;
  @Field(() => scoreKnowledgeWords, {
    defaultValue: 'mean_without_one',
    description: 'What is known of the rated scores.',
  })
  readonly scores: ScoreKnowledge;
  @Field(() => Int, {
    defaultValue: 200_000,
    description:
      'Partial portfolios looked at before the search gives up and tells what examples prove, 1 to 3,000,000; the usual is under a minute.',
  })
  readonly stateLimit: number;
  @Field(() => Int, { defaultValue: 5, description: 'Most portfolios listed, 1 to 100.' })
  readonly list: number;
}

@ArgsType()
export class FundingProbabilityArgs {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field(() => AllocationOptionsInput, { description: 'The choices, as for an allocation.' })
  readonly options: AllocationOptionsInput;
  @Field(() => weightKnowledgeWords, { defaultValue: 'order', description: 'What is known of the weights.' })
  readonly weights: WeightKnowledge;
  @Field(() => reviewerDoubtWords, {
    defaultValue: 'bootstrap',
    description: 'How the ratings could have come out otherwise. Their mean is what varies, whatever the scores use.',
  })
  readonly reviewers: ReviewerDoubt;
  @Field(() => Int, { defaultValue: 1000, description: 'Draws, 1 to 10,000; each is a whole optimisation.' })
  readonly samples: number;
  @Field(() => Int, { defaultValue: 1, description: 'Seed of the draws: the same seed gives the same answer.' })
  readonly seed: number;
}

@ObjectType({ description: 'How often one application is in the portfolios that could be right.' })
export class CoreApplication extends NamedApplication {
  @Field(() => Float, { description: 'Core index: the share of those portfolios that fund it, 0 to 1.' })
  readonly coreIndex: number;
  @Field(() => coreDecisionWords, { description: 'What that says.' })
  readonly decision: CoreDecision;
}

@ObjectType({ description: 'The portfolios that are best by a cautious rule, and the figure they reach.' })
export class CautiousChoice {
  @Field(() => Float, { description: 'The figure of the rule, in sum of scores.' })
  readonly figure: number;
  @Field(() => Int, { description: 'Portfolios that reach it.' })
  readonly portfolioCount: number;
  @Field(() => [ShortPortfolio], { description: 'Some of them.' })
  readonly portfolios: readonly ShortPortfolio[];
}

@ObjectType({ description: 'What examples prove when the portfolios that could be right could not all be found.' })
export class ProvenByExample {
  @Field(() => Int, {
    description: 'Examples: for drawn weights and scores, the portfolio proven best. Each is one that could be right.',
  })
  readonly examples: number;
  @Field(() => [NamedApplication], {
    description: 'In one of them and not in another: proven to be discussed, whatever the whole search would find.',
  })
  readonly discuss: readonly NamedApplication[];
  @Field(() => [NamedApplication], { description: 'In every one: likely a safe yes, not proven.' })
  readonly alwaysIn: readonly NamedApplication[];
  @Field(() => [NamedApplication], { description: 'In none: likely a safe no, not proven.' })
  readonly neverIn: readonly NamedApplication[];
}

@ObjectType({
  description:
    'Robust portfolios: what is right whatever the weights and scores in doubt are, and what depends on them. A portfolio can be right when no other is at least as good for all of them and better for some.',
})
export class RobustPortfolio extends TaskAnswerFields {
  @Field({ description: 'False when the search stopped at its limit: then there are no lists, but `byExample`.' })
  readonly isComplete: boolean;
  @Field(() => scoreKnowledgeWords, { description: 'What was taken as known of the scores.' })
  readonly scores: ScoreKnowledge;
  @Field(() => Int, { description: 'Scores of an application on a criterion that count as intervals.' })
  readonly uncertainScores: number;
  @Field(() => Int, { description: 'Of these, those nobody has rated: the whole scale.' })
  readonly missingScores: number;
  @Field(() => ProvenByExample, {
    nullable: true,
    description:
      'What is proven all the same when the search was not completed; null when it was, or without examples.',
  })
  readonly byExample: ProvenByExample | null;
  @Field(() => Int, { description: 'Portfolios that could be right.' })
  readonly portfolioCount: number;
  @Field(() => [ShortPortfolio], { description: 'Some of them.' })
  readonly portfolios: readonly ShortPortfolio[];
  @Field(() => [CoreApplication], { description: 'In all of them, by case id.' })
  readonly safeYes: readonly CoreApplication[];
  @Field(() => [CoreApplication], { description: 'In none of them, by case id.' })
  readonly safeNo: readonly CoreApplication[];
  @Field(() => [CoreApplication], { description: 'In some of them, most often first.' })
  readonly discuss: readonly CoreApplication[];
  @Field(() => [LeftOut], { description: 'Could not be chosen, with the reason; in none of the lists.' })
  readonly leftOut: readonly LeftOut[];
  @Field(() => CautiousChoice, { nullable: true, description: 'The portfolios with the largest worst value.' })
  readonly maximin: CautiousChoice | null;
  @Field(() => CautiousChoice, {
    nullable: true,
    description: 'The portfolios with the smallest largest regret; null when there are too many to compare.',
  })
  readonly minimaxRegret: CautiousChoice | null;
}
export const RobustPortfolioPayload = outcomeOf(
  'RobustPortfolioPayload',
  'The lists, or why there are none.',
  RobustPortfolio,
);

@ObjectType({ description: 'How probable it is that an application is in the best portfolio.' })
export class ApplicationProbability extends NamedApplication {
  @Field(() => Float, { description: 'Share of the draws in which it is, 0 to 1.' })
  readonly probability: number;
  @Field(() => Float, { description: 'Standard error of the share, from the number of draws.' })
  readonly standardError: number;
}

@ObjectType({ description: 'A portfolio and how often it is the best.' })
export class ProbablePortfolio extends ShortPortfolio {
  @Field(() => Float, { description: 'Share of the draws, 0 to 1.' })
  readonly probability: number;
  @Field(() => Float, { description: 'Its standard error.' })
  readonly standardError: number;
}

@ObjectType({ description: 'How probable it is that each application is in the best portfolio, under stated doubt.' })
export class FundingProbabilities extends TaskAnswerFields {
  @Field(() => [ApplicationProbability], { description: 'Every application that could be chosen, by case id.' })
  readonly applications: readonly ApplicationProbability[];
  @Field(() => [LeftOut], { description: 'Could not be chosen, with the reason.' })
  readonly leftOut: readonly LeftOut[];
  @Field(() => [ProbablePortfolio], { description: 'The portfolios most often best, at most five.' })
  readonly portfolios: readonly ProbablePortfolio[];
  @Field(() => Int, { description: 'Different portfolios that were best in some draw.' })
  readonly distinctPortfolios: number;
  @Field(() => Int, { description: 'Draws made.' })
  readonly samples: number;
  @Field(() => Int, { description: 'Scores that were drawn.' })
  readonly uncertainScores: number;
  @Field(() => Float, { description: 'What knowing everything would add to the sum of scores, on average.' })
  readonly perfectInformationValue: number;
  @Field(() => Float, { description: 'Its standard error.' })
  readonly perfectInformationError: number;
}
export const FundingProbabilityPayload = outcomeOf(
  'FundingProbabilityPayload',
  'The probabilities, or why there are none.',
  FundingProbabilities,
);

@ObjectType({ description: 'Something that could be found out before deciding, and what knowing it is worth.' })
export class OpenQuestion {
  @Field({
    description:
      '`score`: the true rating of an application on a criterion. `weights`: which of two criteria weighs more.',
  })
  readonly kind: string;
  @Field(() => NamedApplication, { nullable: true, description: 'The application, for a rating.' })
  readonly application: NamedApplication | null;
  @Field(() => [ID], { description: 'The criterion, or the two criteria.' })
  readonly criterionIds: readonly string[];
  @Field(() => Float, {
    description: 'How much better the choice after the answer is, on average, in sum of scores. Exact.',
  })
  readonly expectedGain: number;
  @Field(() => Float, { description: 'Probability that the answer changes which portfolio is best, 0 to 1. Exact.' })
  readonly changeProbability: number;
  @Field({ description: 'The question in Swedish.' })
  readonly messageSv: string;
  @Field({ description: 'The question in English.' })
  readonly messageEn: string;
}

@ObjectType({ description: 'Which missing rating or clearer weight would settle most.' })
export class ValueOfInformation extends TaskAnswerFields {
  @Field(() => [OpenQuestion], {
    description: 'The questions worth most, first first; those worth nothing are left out.',
  })
  readonly questions: readonly OpenQuestion[];
  @Field(() => Int, { description: 'Questions looked at.' })
  readonly asked: number;
  @Field(() => ShortPortfolio, { nullable: true, description: 'The portfolio chosen when nothing more is found out.' })
  readonly bestOnAverage: ShortPortfolio | null;
}
export const ValueOfInformationPayload = outcomeOf(
  'ValueOfInformationPayload',
  'The questions, or why there are none.',
  ValueOfInformation,
);
