import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { FinancingKind, FinancingStatus, Sek, SourceType } from '@fordela/domain';
import { Kronor } from '../platform/graphql/scalars';
import { financingKindWords, financingStatusWords, sourceTypeWords } from '../project/financing-line.types';

@ObjectType({ description: 'Where a grant stands, accumulated over its events as in the case system.' })
export class GrantAccount {
  @Field(() => Kronor, { description: 'Granted.' })
  readonly grantedSek: Sek;
  @Field(() => Kronor, { description: 'Cost reported so far.' })
  readonly reportedCostSek: Sek;
  @Field(() => Kronor, { description: 'Of it approved.' })
  readonly approvedCostSek: Sek;
  @Field(() => Kronor, { description: "The grant's share of approved cost, never more than the grant." })
  readonly earnedSek: Sek;
  @Field(() => Kronor, { description: 'Advances.' })
  readonly advanceSek: Sek;
  @Field(() => Kronor, { description: 'All payments, advances among them.' })
  readonly paidSek: Sek;
  @Field(() => Kronor, { description: 'Taken back.' })
  readonly recoveredSek: Sek;
  @Field(() => Kronor, { description: 'Paid less taken back.' })
  readonly netPaidSek: Sek;
  @Field(() => Kronor, { description: 'Granted less net paid.' })
  readonly leftSek: Sek;
  @Field(() => Kronor, { description: 'The most the next claim may pay.' })
  readonly payableSek: Sek;
  @Field(() => Kronor, { description: 'Paid beyond what is earned: an advance to work off, or money to take back.' })
  readonly unearnedSek: Sek;
}

@ObjectType({ description: "One cell of the plan of a project's money." })
export class PlannedMoney {
  @Field(() => sourceTypeWords, { description: 'The source.' })
  readonly sourceType: SourceType;
  @Field(() => String, { nullable: true, description: 'The financier.' })
  readonly financierActorId: string | null;
  @Field(() => Int, { description: 'The year.' })
  readonly year: number;
  @Field(() => financingKindWords, { description: 'Money or something else.' })
  readonly kind: FinancingKind;
  @Field(() => financingStatusWords, { description: 'How sure it is.' })
  readonly status: FinancingStatus;
  @Field(() => Kronor, { description: 'The amount.' })
  readonly amountSek: Sek;
}

@ObjectType({ isAbstract: true })
abstract class MoneyPlanSums {
  @Field(() => Kronor, { description: 'Cost.' })
  readonly costSek: Sek;
  @Field(() => Kronor, { description: 'Decided money.' })
  readonly securedSek: Sek;
  @Field(() => Kronor, { description: 'Applied for.' })
  readonly appliedSek: Sek;
  @Field(() => Kronor, { description: 'Only intended.' })
  readonly intendedSek: Sek;
  @Field(() => Kronor, { description: 'What has no source yet.' })
  readonly withoutSourceSek: Sek;
  @Field(() => Kronor, { description: 'Financing beyond the cost.' })
  readonly surplusSek: Sek;
}

@ObjectType({ description: 'A year: cost = secured + applied + intended + without source − surplus, to the krona.' })
export class MoneyPlanYear extends MoneyPlanSums {
  @Field(() => Int, { description: 'The year.' })
  readonly year: number;
}

@ObjectType({ description: 'All years together: the sums of the years.' })
export class MoneyPlanTotal extends MoneyPlanSums {}

@ObjectType({
  description: "The plan of a project's money, with the decided grant in the place of what was asked for.",
})
export class MoneyPlan {
  @Field(() => [PlannedMoney], { description: 'Per source, year, kind and status.' })
  readonly cells: readonly PlannedMoney[];
  @Field(() => [MoneyPlanYear], { description: 'Per year.' })
  readonly years: readonly MoneyPlanYear[];
  @Field(() => MoneyPlanTotal, { description: 'All years together.' })
  readonly total: MoneyPlanTotal;
}
