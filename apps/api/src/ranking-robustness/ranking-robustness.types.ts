import { ArgsType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Sek } from '@fordela/domain';
import { NamedApplication } from '../allocation/task-answer.types';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Kronor } from '../platform/graphql/scalars';
import { words } from '../platform/stored';
import { EvaluatedAnswerFields } from '../scoring/evaluated-answer.types';
import { ScoringPolicyInput } from '../scoring/scores.types';

export type RankingDoubt = 'order' | 'near' | 'any';
export const rankingDoubtWords = words<RankingDoubt>('RankingDoubt', 'How the weights of the criteria are in doubt.', {
  order: 'Only their order is known: no criterion weighs less than one with a smaller weight in the call.',
  near: 'Each may be off by so much as `margin` says, up or down.',
  any: 'Nothing is known: any weights.',
});

@InputType({
  description: 'Another weight of one criterion, to see what it would do. The others keep their proportions.',
})
export class OtherWeightInput {
  @Field(() => ID, { description: 'The criterion.' })
  readonly criterionId: string;
  @Field(() => Float, { description: 'Its part of all weights, 0 to 1: 0.3 for 30 percent.' })
  readonly share: number;
}

@ArgsType()
export class RankingRobustnessArgs {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field(() => rankingDoubtWords, { defaultValue: 'order', description: 'How the weights are in doubt.' })
  readonly doubt: RankingDoubt;
  @Field(() => Float, {
    defaultValue: 0.05,
    description: 'For `near`: how far each part of all weights may be off, above 0 to 1. 0.05 is 5 percentage points.',
  })
  readonly margin: number;
  @Field(() => OtherWeightInput, { nullable: true, description: 'One weight to change.' })
  readonly tried: OtherWeightInput | null;
  @Field(() => Int, { defaultValue: 10_000, description: 'Draws of weights, 100 to 100,000.' })
  readonly draws: number;
  @Field(() => Int, { defaultValue: 1, description: 'Seed of the draws: the same seed gives the same answer.' })
  readonly seed: number;
  @Field(() => ScoringPolicyInput, { nullable: true, description: 'Conventions; the standard ones when left out.' })
  readonly policy: ScoringPolicyInput | null;
}

@ObjectType({ description: 'The place of one application, and how sure it is.' })
export class RankedApplication extends NamedApplication {
  @Field(() => Float, { description: 'Score with the weights as they are, 0 to 1.' })
  readonly score: number;
  @Field(() => Int, { description: 'Place with the weights as they are; equal scores by case id.' })
  readonly place: number;
  @Field(() => Kronor, { description: 'What it asks for.' })
  readonly requestedSek: Sek;
  @Field({ description: 'True when it is above the line with the weights as they are.' })
  readonly isAboveLine: boolean;
  @Field(() => Float, { description: 'Share of the draws in which it is above the line, 0 to 1.' })
  readonly aboveLine: number;
  @Field(() => Float, { description: 'Standard error of that share, from the number of draws.' })
  readonly standardError: number;
  @Field(() => Float, { description: 'Mean rank over the draws.' })
  readonly expectedRank: number;
  @Field(() => Int, { description: 'Best rank in any draw.' })
  readonly bestRank: number;
  @Field(() => Int, { description: 'Worst rank in any draw.' })
  readonly worstRank: number;
  @Field(() => Int, { description: 'Rank that at most 5 percent of the draws are better than.' })
  readonly rankLow: number;
  @Field(() => Int, { description: 'Rank that at most 5 percent of the draws are worse than.' })
  readonly rankHigh: number;
  @Field(() => [Float], { description: 'Share of the draws at each rank, from the first.' })
  readonly rankShares: readonly number[];
}

@ObjectType({ description: 'A weight before and after a change, as part of all weights.' })
export class ChangedWeight {
  @Field(() => ID, { description: 'The criterion.' })
  readonly criterionId: string;
  @Field(() => Float, { description: 'Now.' })
  readonly from: number;
  @Field(() => Float, { description: 'After.' })
  readonly to: number;
}

@ObjectType({ description: 'Two applications next to each other in the ranking: how sure is it which is first?' })
export class NeighbouringPair {
  @Field(() => NamedApplication, { description: 'The one ahead.' })
  readonly ahead: NamedApplication;
  @Field(() => NamedApplication, { description: 'The one behind.' })
  readonly behind: NamedApplication;
  @Field(() => Int, { description: 'Place of the one ahead.' })
  readonly place: number;
  @Field(() => Float, { description: 'Difference of the scores, 0 or more.' })
  readonly scoreGap: number;
  @Field(() => Float, { description: 'Share of the draws in which the one ahead is strictly better, 0 to 1.' })
  readonly aheadShare: number;
  @Field({ description: 'True when the line runs between them: one is above and the other not.' })
  readonly isAtLine: boolean;
  @Field(() => Float, {
    nullable: true,
    description:
      'Least weight that must move from some criteria to others for them to be equal, as part of all weights: 0.02 is 2 percentage points. Null when no weights do it, or when it was not computed: an observation says so.',
  })
  readonly smallestMove: number | null;
  @Field(() => [ChangedWeight], {
    nullable: true,
    description: 'The weights that change then; null with `smallestMove`.',
  })
  readonly changedWeights: readonly ChangedWeight[] | null;
}

@ObjectType({ description: 'One application that overtakes another.' })
export class RankOvertaking {
  @Field(() => NamedApplication, { description: 'The one that rises.' })
  readonly rises: NamedApplication;
  @Field(() => NamedApplication, { description: 'The one that falls.' })
  readonly falls: NamedApplication;
}

@ObjectType({
  description: 'How far one weight can go, the others keeping their proportions, before something changes. Exact.',
})
export class CriterionStability {
  @Field(() => ID, { description: 'The criterion.' })
  readonly criterionId: string;
  @Field({ description: 'Its name in Swedish.' })
  readonly nameSv: string;
  @Field({ description: 'Its name in English.' })
  readonly nameEn: string;
  @Field(() => Float, { description: 'Its part of all weights now, 0 to 1.' })
  readonly weight: number;
  @Field(() => Float, { description: 'Down to here the whole ranking stays as it is.' })
  readonly rankingFrom: number;
  @Field(() => Float, { description: 'Up to here the whole ranking stays as it is.' })
  readonly rankingTo: number;
  @Field(() => Float, { description: 'Down to here the same applications are above the line.' })
  readonly lineFrom: number;
  @Field(() => Float, { description: 'Up to here the same applications are above the line.' })
  readonly lineTo: number;
  @Field(() => [RankOvertaking], {
    nullable: true,
    description: 'Who overtakes whom just below `lineFrom`; null when the weight can go to 0.',
  })
  readonly below: readonly RankOvertaking[] | null;
  @Field(() => [RankOvertaking], {
    nullable: true,
    description: 'Who overtakes whom just above `lineTo`; null when the weight can go to 1.',
  })
  readonly above: readonly RankOvertaking[] | null;
}

@ObjectType({ description: 'An application and its places with two weightings.' })
export class MovedApplication extends NamedApplication {
  @Field(() => Int, { description: 'Place now.' })
  readonly from: number;
  @Field(() => Int, { description: 'Place with the other weight.' })
  readonly to: number;
}

@ObjectType({ description: 'What one other weight would do to the ranking and the line.' })
export class TriedWeight {
  @Field(() => [ChangedWeight], { description: 'All weights, before and after.' })
  readonly weights: readonly ChangedWeight[];
  @Field(() => [NamedApplication], { description: 'Above the line then, and not now; best first.' })
  readonly entering: readonly NamedApplication[];
  @Field(() => [NamedApplication], { description: 'Above the line now, and not then; best first.' })
  readonly leaving: readonly NamedApplication[];
  @Field(() => [MovedApplication], { description: 'Applications that change places, by the new ranking.' })
  readonly moved: readonly MovedApplication[];
}

@ObjectType({
  description:
    'How stable a ranking is. The line is drawn by walking down the ranking, funding each whose request still fits: not the best portfolio.',
})
export class RankingRobustness extends EvaluatedAnswerFields {
  @Field(() => rankingDoubtWords, { description: 'How the weights are in doubt.' })
  readonly doubt: RankingDoubt;
  @Field(() => Float, { nullable: true, description: 'How far each weight may be off; null unless `near`.' })
  readonly margin: number | null;
  @Field(() => Int, { description: 'Draws made.' })
  readonly draws: number;
  @Field(() => Float, { description: 'No share is further off than this in 95 of 100 runs.' })
  readonly largestError: number;
  @Field(() => Kronor, { description: 'What may be granted: where the line is.' })
  readonly budgetSek: Sek;
  @Field(() => [RankedApplication], { description: 'Applications with a score, by place.' })
  readonly applications: readonly RankedApplication[];
  @Field(() => [NamedApplication], { description: 'Above the line in every draw, by place.' })
  readonly alwaysAbove: readonly NamedApplication[];
  @Field(() => [NamedApplication], { description: 'Above the line in some draws and not in others, by place.' })
  readonly depends: readonly NamedApplication[];
  @Field(() => [NamedApplication], { description: 'Above the line in no draw, by place.' })
  readonly neverAbove: readonly NamedApplication[];
  @Field(() => [NeighbouringPair], { description: 'Each place against the next.' })
  readonly neighbours: readonly NeighbouringPair[];
  @Field(() => [CriterionStability], {
    description:
      'Criterion by criterion, in the order of the call; empty when it was not computed: an observation says so.',
  })
  readonly criteria: readonly CriterionStability[];
  @Field(() => TriedWeight, {
    nullable: true,
    description: 'What the weight to try would do; null when none was given.',
  })
  readonly tried: TriedWeight | null;
}
export const RankingRobustnessPayload = outcomeOf(
  'RankingRobustnessPayload',
  'How stable the ranking is, or why it cannot be said.',
  RankingRobustness,
);
