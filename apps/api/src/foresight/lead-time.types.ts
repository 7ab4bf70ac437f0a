import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { LeadTime as LeadTimeData } from '@fordela/domain';
import { RuleSource } from '../findings/finding.types';
import { Day } from '../platform/graphql/scalars';

@ObjectType({ description: 'How long a municipality has known of a call before it closes.' })
export class LeadTime implements LeadTimeData {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field(() => ID, { description: 'The municipality.' })
  readonly municipalityCode: string;
  @Field(() => Day, {
    nullable: true,
    description: "The day it heard; the call's own first-known or opening day when nothing is noted of it.",
  })
  readonly knownDate: string | null;
  @Field({ description: 'True when the day is noted of this municipality, false when it is the call’s own.' })
  readonly isNoted: boolean;
  @Field(() => Int, { nullable: true, description: 'The version of what is noted, for an edit; null when nothing is.' })
  readonly notedVersion: number | null;
  @Field(() => Day, { description: 'Last day to apply.' })
  readonly closingDate: string;
  @Field(() => Int, { nullable: true, description: 'Whole months between; negative when it heard after closing.' })
  readonly months: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'True when it had less than is asked for; null when not known.',
  })
  readonly isShort: boolean | null;
  @Field(() => Int, { description: 'Months asked for, on the day.' })
  readonly wantedMonths: number;
  @Field(() => String, { nullable: true, description: 'The warning in Swedish; null when there is none.' })
  readonly messageSv: string | null;
  @Field(() => String, { nullable: true, description: 'The warning in English.' })
  readonly messageEn: string | null;
}

@ObjectType({
  description: 'Lead times of calls, each municipality by itself. A call without a closing day has none yet.',
})
export class LeadTimeReport {
  @Field(() => Day, { description: 'The day the figure is read as of.' })
  readonly asOf: string;
  @Field(() => Int, { nullable: true, description: 'Months asked for on the day; null when no figure is valid.' })
  readonly wantedMonths: number | null;
  @Field(() => RuleSource, { nullable: true, description: 'Where the figure comes from.' })
  readonly source: RuleSource | null;
  @Field(() => [LeadTime], { description: 'By call and municipality.' })
  readonly leadTimes: readonly LeadTime[];
  @Field(() => Int, { description: 'How many are short.' })
  readonly shortCount: number;
  @Field(() => Int, { description: 'Of how many nothing is known.' })
  readonly unknownCount: number;
}
