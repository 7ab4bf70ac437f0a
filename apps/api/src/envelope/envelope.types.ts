import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { OwnerAttribution, OwnerGroup, PaymentProfile, Sek } from '@fordela/domain';
import type { LiquidityParameters, SpendingProfile } from '@fordela/portfolio';

import { Kronor, Month } from '../platform/graphql/scalars';
import { words } from '../platform/stored';
import { ownerAttributionWords } from '../project/project.types';
import { ownerGroupWords } from '../reference/actor.types';

type PaidTo = LiquidityParameters['paidTo'];
export type EnvelopeProfile = 'as_decided' | Exclude<PaymentProfile, 'as_requested'>;
export const envelopeProfileWords = words<EnvelopeProfile>(
  'EnvelopeProfile',
  'How grants turn into payments over the years.',
  {
    as_decided: 'In the years they are granted for.',
    even: 'The same every month of the project.',
    by_phase: 'As the phases cost.',
    lagged: 'As quarterly claims come in and are paid three months after.',
  },
);

@ArgsType()
export class EnvelopeBasisArgs {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field(() => ID, { nullable: true, description: 'A scenario of it; without one, what has been decided.' })
  readonly scenarioId?: string | null;
}

@ArgsType()
export class EnvelopeArgs extends EnvelopeBasisArgs {
  @Field(() => envelopeProfileWords, { defaultValue: 'as_decided', description: 'How the grants are paid.' })
  readonly profile: EnvelopeProfile;
}

@ObjectType({
  description: 'One of the two numbers of a year: limit = earlier + decided + reserved + free, to the krona.',
})
export class EnvelopeNumber {
  @Field(() => Kronor, { description: 'The limit.' })
  readonly limitSek: Sek;
  @Field(() => Kronor, { description: 'Bound by earlier decisions.' })
  readonly earlierSek: Sek;
  @Field(() => Kronor, { description: 'Of the grants looked at here.' })
  readonly decidedSek: Sek;
  @Field(() => Kronor, { description: 'Reserved for later calls.' })
  readonly reservedSek: Sek;
  @Field(() => Kronor, { description: 'Free; below 0 it is over-committed.' })
  readonly freeSek: Sek;
}

@ObjectType({ description: 'What is promised for later years when a year ends.' })
export class OutstandingCommitments {
  @Field(() => Kronor, { description: 'By earlier decisions.' })
  readonly earlierSek: Sek;
  @Field(() => Kronor, { description: 'By the grants looked at here.' })
  readonly decidedSek: Sek;
  @Field(() => Kronor, { description: 'Reserved.' })
  readonly reservedSek: Sek;
}

@ObjectType({ description: 'A financial year of the envelope in its two numbers.' })
export class EnvelopeYear {
  @Field(() => Int, { description: 'The year.' })
  readonly year: number;
  @Field({ description: 'False for a year with payments but no frame.' })
  readonly hasFrame: boolean;
  @Field(() => EnvelopeNumber, { description: 'Payments of the year against its frame.' })
  readonly payments: EnvelopeNumber;
  @Field(() => EnvelopeNumber, {
    nullable: true,
    description: 'What is outstanding after the year against the commitment authorisation; null when none is stated.',
  })
  readonly commitments: EnvelopeNumber | null;
  @Field(() => OutstandingCommitments, { description: 'The promises themselves.' })
  readonly outstanding: OutstandingCommitments;
}

@ObjectType({
  description: 'What may lapse: money of a year that is not used. Room = used + carried + lapses − short.',
})
export class LapseYear {
  @Field(() => Int, { description: 'The year.' })
  readonly year: number;
  @Field(() => Kronor, { description: 'The frame and what was carried from the year before.' })
  readonly roomSek: Sek;
  @Field(() => Kronor, { description: 'Forecast payments.' })
  readonly usedSek: Sek;
  @Field(() => Kronor, { description: 'Carried to the next year.' })
  readonly carriedSek: Sek;
  @Field(() => Kronor, { description: 'Lost.' })
  readonly lapsesSek: Sek;
  @Field(() => Kronor, { description: 'Paid beyond the room: the forecast does not hold.' })
  readonly shortSek: Sek;
}

@ObjectType({ description: 'Money per owner group in a year.' })
export class OwnerShareGroup {
  @Field(() => ownerGroupWords, { description: 'The owner group.' })
  readonly ownerGroup: OwnerGroup;
  @Field(() => Kronor, { description: 'Its money.' })
  readonly amountSek: Sek;
  @Field(() => Float, { description: 'Of the year; 0 when there is none.' })
  readonly share: number;
}

@ObjectType({ description: "How a year's money falls on the region's own projects, municipalities and others." })
export class OwnerShareYear {
  @Field(() => Int, { description: 'The year.' })
  readonly year: number;
  @Field(() => Kronor, { description: 'All of it.' })
  readonly totalSek: Sek;
  @Field(() => Int, { description: 'Grants with money in the year.' })
  readonly grants: number;
  @Field(() => [OwnerShareGroup], { description: 'Per owner group.' })
  readonly groups: readonly OwnerShareGroup[];
  @Field(() => Float, { nullable: true, description: 'Herfindahl index of the grants, 0 to 1; null without grants.' })
  readonly herfindahl: number | null;
  @Field(() => Float, { nullable: true, description: "The five largest grants' share; null without grants." })
  readonly topFiveShare: number | null;
  @Field(() => Kronor, { nullable: true, description: 'The grant in the middle, rounded down; null without grants.' })
  readonly medianSek: Sek | null;
}

@ArgsType()
export class OwnerSharesArgs {
  @Field(() => ownerAttributionWords, {
    defaultValue: 'partner_budget',
    description: 'How a joint project is attributed.',
  })
  readonly attribution: OwnerAttribution;
}

export const spendingProfileWords = words<SpendingProfile>('SpendingProfile', 'How cost is paid out over the months.', {
  even: "Each year's cost the same every month of the project in that year.",
  phase: "Each phase's cost of a year the same every month of the phase in that year.",
  lagged: 'As by phase, paid some months later, when the invoices are.',
});
export const paidToWords = words<PaidTo>('PaidTo', 'Whom sources pay.', {
  lead: "The lead partner, who passes on the others' parts.",
  partners: 'Each partner its part.',
});

@ArgsType()
export class LiquidityArgs extends EnvelopeBasisArgs {
  @Field(() => spendingProfileWords, { defaultValue: 'phase', description: 'How cost is paid out.' })
  readonly profile: SpendingProfile;
  @Field(() => Int, {
    defaultValue: 1,
    description: 'Months from cost to payment of it, 0 to 24; only for the profile `lagged`.',
  })
  readonly lagMonths: number;
  @Field(() => paidToWords, { defaultValue: 'partners', description: 'Whom sources pay.' })
  readonly paidTo: PaidTo;
  @Field(() => Int, { defaultValue: 0, description: 'Months until the lead partner passes money on, 0 to 24.' })
  readonly forwardMonths: number;
}

@ObjectType({ isAbstract: true })
export class LiquidityAssumptions {
  @Field(() => spendingProfileWords, { description: 'How cost is taken to be paid out.' })
  readonly profile: SpendingProfile;
  @Field(() => Int, { description: 'Months from cost to payment of it; only for the profile `lagged`.' })
  readonly lagMonths: number;
  @Field(() => paidToWords, { description: 'Whom sources are taken to pay.' })
  readonly paidTo: PaidTo;
  @Field(() => Int, { description: 'Months until the lead partner passes money on.' })
  readonly forwardMonths: number;
}

@ObjectType({ description: "One actor's money in one month." })
export class ActorMonth {
  @Field(() => Month, { description: 'The month.' })
  readonly month: string;
  @Field(() => Kronor, { description: 'Spent.' })
  readonly spentSek: Sek;
  @Field(() => Kronor, { description: 'Received; negative when taken back.' })
  readonly receivedSek: Sek;
  @Field(() => Kronor, { description: 'All that came in less all that went out so far; negative = lies out.' })
  readonly cumulativeSek: Sek;
}

@ObjectType({ description: 'When an actor pays before it is paid.' })
export class ActorLiquidity {
  @Field(() => ID, { description: 'The actor.' })
  readonly actorId: string;
  @Field({ description: 'Its name.' })
  readonly name: string;
  @Field(() => Kronor, { description: 'Spent in all.' })
  readonly spentSek: Sek;
  @Field(() => Kronor, { description: 'Received in all.' })
  readonly receivedSek: Sek;
  @Field(() => Kronor, { description: 'The most it lies out with.' })
  readonly peakPrefinancingSek: Sek;
  @Field(() => Month, { nullable: true, description: 'The first month it does; null when it never does.' })
  readonly peakMonth: string | null;
  @Field(() => Kronor, { nullable: true, description: 'What it has said it can lie out with; null when it has not.' })
  readonly capacitySek: Sek | null;
  @Field(() => Kronor, { description: 'How much the peak is above that.' })
  readonly aboveCapacitySek: Sek;
  @Field(() => [ActorMonth], { description: 'Month by month.' })
  readonly months: readonly ActorMonth[];
}
