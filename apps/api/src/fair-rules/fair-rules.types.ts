import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Sek } from '@fordela/domain';
import { Certificate } from '../allocation/allocation.types';
import { NamedApplication, ShortPortfolio, TaskAnswerFields } from '../allocation/task-answer.types';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Kronor } from '../platform/graphql/scalars';
import { words } from '../platform/stored';

export type FairVoters = 'municipalities' | 'owner_groups' | 'reviewers';
export const fairVotersWords = words<FairVoters>('FairVoters', 'Between whom a rule is to be fair.', {
  municipalities: 'The municipalities; each wishes what serves it, as much as its part of the score.',
  owner_groups: 'The owner groups; each wishes what it takes part in, as much as its part of the score.',
  reviewers: 'The reviewers; each wishes as it would score alone.',
});

@ObjectType({ description: 'How evenly amounts are spread.' })
export class MoneySpread {
  @Field(() => Int, { description: 'Amounts counted, also those of 0.' })
  readonly count: number;
  @Field(() => Float, { nullable: true, description: 'Gini coefficient: 0 all the same, towards 1 one has all.' })
  readonly gini: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Herfindahl–Hirschman index: the sum of the squared shares, 0 to 1.',
  })
  readonly herfindahl: number | null;
  @Field(() => Float, { nullable: true, description: 'Part of the money that the five largest have, 0 to 1.' })
  readonly topFiveShare: number | null;
  @Field(() => Float, { nullable: true, description: 'The middle amount, in kronor.' })
  readonly median: number | null;
  @Field(() => Float, { nullable: true, description: 'The largest amount, in kronor.' })
  readonly largest: number | null;
}

@ObjectType({ description: 'What one group gets.' })
export class GroupMoney {
  @Field(() => ID, { description: 'The group.' })
  readonly group: string;
  @Field({ description: 'What to call it: the name of a municipality or actor, otherwise the group itself.' })
  readonly name: string;
  @Field(() => Kronor, { description: 'Money.' })
  readonly amountSek: Sek;
  @Field(() => Float, { nullable: true, description: 'Of the money of all groups; null when there is none.' })
  readonly share: number | null;
  @Field(() => Float, { nullable: true, description: 'Kronor per inhabitant, where inhabitants are known.' })
  readonly perInhabitantSek: number | null;
}

@ObjectType({
  description: 'How money is spread over groups. With few groups, one project more or less moves the figures much.',
})
export class GroupSpread {
  @Field(() => MoneySpread, { description: 'Over the groups.' })
  readonly spread: MoneySpread;
  @Field(() => Float, { nullable: true, description: 'Part of the groups that get nothing, 0 to 1.' })
  readonly emptyHandedShare: number | null;
  @Field(() => Float, { nullable: true, description: 'Part of the inhabitants who live in them; where known.' })
  readonly emptyHandedInhabitantsShare: number | null;
  @Field(() => Float, { nullable: true, description: 'Kronor per inhabitant in all; where known.' })
  readonly perInhabitantSek: number | null;
  @Field(() => Float, { nullable: true, description: 'Gini coefficient between inhabitants; where known.' })
  readonly giniPerInhabitant: number | null;
  @Field(() => [GroupMoney], { description: 'Group by group.' })
  readonly groups: readonly GroupMoney[];
}

@ObjectType({
  description: 'Against the mean of earlier years, over owner groups. Positive: more concentrated, or less equal, now.',
})
export class AgainstEarlierYears {
  @Field(() => [Int], { description: 'The earlier years, rising.' })
  readonly years: readonly number[];
  @Field(() => Float, { nullable: true, description: 'Change of the Herfindahl–Hirschman index.' })
  readonly herfindahlChange: number | null;
  @Field(() => Float, { nullable: true, description: 'Change of the Gini coefficient.' })
  readonly giniChange: number | null;
  @Field(() => [ID], { description: 'Owner groups that got nothing in any of the years and get nothing now.' })
  readonly neverServed: readonly string[];
}

@ObjectType({ description: 'How satisfied the voters of the rules are with a portfolio.' })
export class VoterSatisfaction {
  @Field(() => Int, { description: 'Voters.' })
  readonly voters: number;
  @Field(() => Float, { nullable: true, description: 'Mean over the voters.' })
  readonly mean: number | null;
  @Field(() => Float, { nullable: true, description: 'The least satisfied.' })
  readonly least: number | null;
  @Field(() => Float, { nullable: true, description: 'Part of the voters with anything at all, 0 to 1.' })
  readonly shareSatisfied: number | null;
  @Field(() => Float, { nullable: true, description: 'Gini coefficient of the satisfaction.' })
  readonly gini: number | null;
}

@ObjectType({
  description: 'What one rule funds, what that costs against the best portfolio, and how the money is spread.',
})
export class FairPortfolio extends ShortPortfolio {
  @Field({ description: 'Code of the rule; `optimum` for the best portfolio itself.' })
  readonly rule: string;
  @Field({ description: 'The rule in Swedish.' })
  readonly nameSv: string;
  @Field({ description: 'The rule in English.' })
  readonly nameEn: string;
  @Field(() => Kronor, { description: 'What may be granted and is not.' })
  readonly unusedSek: Sek;
  @Field(() => Float, { description: 'Sum of the scores.' })
  readonly value: number;
  @Field(() => Float, { description: 'Sum of scores lost against the best portfolio.' })
  readonly valueLost: number;
  @Field(() => Float, { nullable: true, description: 'The same as a part of it; null when it is worth nothing.' })
  readonly valueLostShare: number | null;
  @Field(() => [NamedApplication], { description: 'In it and not in the best portfolio.' })
  readonly entering: readonly NamedApplication[];
  @Field(() => [NamedApplication], { description: 'In the best portfolio and not in it.' })
  readonly leaving: readonly NamedApplication[];
  @Field(() => VoterSatisfaction, { description: 'The voters, every project counted at what it asked for.' })
  readonly satisfaction: VoterSatisfaction;
  @Field(() => MoneySpread, { description: 'Over the grants.' })
  readonly grantSpread: MoneySpread;
  @Field(() => GroupSpread, { description: 'Over the municipalities served.' })
  readonly municipalities: GroupSpread;
  @Field(() => GroupSpread, { description: 'Over the owner groups.' })
  readonly ownerGroups: GroupSpread;
  @Field(() => GroupSpread, { description: 'Over the actors that lead a project.' })
  readonly leads: GroupSpread;
  @Field(() => AgainstEarlierYears, { nullable: true, description: 'Null when no earlier grants are known.' })
  readonly againstEarlierYears: AgainstEarlierYears | null;
}

@ObjectType({ description: 'Fair rules beside the best portfolio, under the same limits.' })
export class FairRules extends TaskAnswerFields {
  @Field(() => fairVotersWords, { description: 'Between whom the rules are fair.' })
  readonly voters: FairVoters;
  @Field(() => Certificate, { description: 'How the best portfolio was proven.' })
  readonly certificate: Certificate;
  @Field(() => FairPortfolio, { description: 'The best portfolio.' })
  readonly optimum: FairPortfolio;
  @Field(() => [FairPortfolio], { description: 'The rules.' })
  readonly rules: readonly FairPortfolio[];
}
export const FairRulesPayload = outcomeOf('FairRulesPayload', 'The rules side by side, or why not.', FairRules);
