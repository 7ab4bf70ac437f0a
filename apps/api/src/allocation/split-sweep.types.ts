import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Sek } from '@fordela/domain';
import type { SplitSweepOutcome } from '@fordela/portfolio';
import { Observation } from '../platform/graphql/observation.types';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Json, Kronor } from '../platform/graphql/scalars';
import { words } from '../platform/stored';
import { AllocationOptionsInput, groupDimensionWords, type GroupDimension } from './allocation-options.types';
import { Certificate, Grant, solveStatusWords, type SolveStatus } from './allocation.types';

type SplitMeaning = SplitSweepOutcome['meaning'];
export const splitMeaningWords = words<SplitMeaning>('SplitMeaning', 'What a share for some groups means.', {
  pots: 'They get at most the share and all others at most the rest.',
  ceiling: 'They get at most the share, the others whatever is left.',
});

@ArgsType()
export class SplitSweepArgs {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field(() => AllocationOptionsInput, { description: 'The choices, the same at every share.' })
  readonly options: AllocationOptionsInput;
  @Field(() => groupDimensionWords, { defaultValue: 'ownerGroup', description: 'What the money is split between.' })
  readonly dimension: GroupDimension;
  @Field(() => [ID], {
    defaultValue: ['region_own'],
    description: 'The groups whose share is moved; all others stand against them.',
  })
  readonly groups: readonly string[];
  @Field(() => splitMeaningWords, { defaultValue: 'pots', description: 'What a share means.' })
  readonly meaning: SplitMeaning;
  @Field(() => Int, { defaultValue: 100, description: 'Equal steps from 0 to the whole budget, 1 to 200.' })
  readonly steps: number;
}

@ObjectType({ description: 'Money of one group at a point of a sweep.' })
export class SplitGroup {
  @Field(() => ID, { description: 'The group.' })
  readonly group: string;
  @Field(() => Float, { description: 'Kronor granted.' })
  readonly amountSek: number;
  @Field(() => Int, { description: 'Projects with money in the group.' })
  readonly grants: number;
  @Field(() => Float, { nullable: true, description: 'Of what is granted; null when nothing is.' })
  readonly shareOfSpent: number | null;
  @Field(() => Float, { nullable: true, description: 'Of all that may be granted.' })
  readonly shareOfBudget: number | null;
}

@ObjectType({ description: 'Who is granted in one portfolio and not, or otherwise, in another.' })
export class PortfolioDifference {
  @Field(() => [Grant], { description: 'Granted here and not there.' })
  readonly entering: readonly Grant[];
  @Field(() => [Grant], { description: 'Granted there and not here, as granted there.' })
  readonly leaving: readonly Grant[];
  @Field(() => [Grant], { description: 'Granted in both with another amount, as granted here.' })
  readonly changed: readonly Grant[];
}

@ObjectType({ description: 'The best portfolio at one share.' })
export class SplitPoint {
  @Field(() => Float, { description: 'Share of the budget for the moved groups, 0 to 1.' })
  readonly share: number;
  @Field(() => solveStatusWords, { description: 'What was proven.' })
  readonly status: SolveStatus;
  @Field(() => Float, {
    nullable: true,
    description: 'What it reaches of the objective; null when no portfolio keeps all limits.',
  })
  readonly value: number | null;
  @Field(() => Float, { nullable: true, description: 'What no portfolio can better.' })
  readonly bound: number | null;
  @Field(() => Float, { nullable: true, description: 'Proven relative gap; 0 is a proven optimum.' })
  readonly gap: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'The price of the split: what is lost of the objective against the free optimum.',
  })
  readonly price: number | null;
  @Field(() => Float, { description: 'Kronor granted.' })
  readonly grantedSek: number;
  @Field(() => Float, { description: 'Kronor that may be granted and are not.' })
  readonly unusedSek: number;
  @Field(() => [SplitGroup], { description: 'Money per group.' })
  readonly groups: readonly SplitGroup[];
  @Field(() => [Grant], { description: 'Who is granted what.' })
  readonly funded: readonly Grant[];
  @Field(() => PortfolioDifference, { description: 'Against the free optimum.' })
  readonly againstFree: PortfolioDifference;
  @Field(() => PortfolioDifference, {
    nullable: true,
    description: 'Against the share one step below; null at the first.',
  })
  readonly againstPrevious: PortfolioDifference | null;
}

@ObjectType({ description: 'The best portfolio without any split.' })
export class FreeOptimum {
  @Field(() => Certificate, { description: 'How it was proven.' })
  readonly certificate: Certificate;
  @Field(() => Float, { nullable: true, description: 'What it reaches of the objective.' })
  readonly value: number | null;
  @Field(() => Kronor, { description: 'Granted in all.' })
  readonly grantedSek: Sek;
  @Field(() => [Grant], { description: 'Who is granted what.' })
  readonly funded: readonly Grant[];
}

@ObjectType({
  description: 'The proven best portfolio at every share of the money for some groups, and what each share costs.',
})
export class SplitSweep {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field({ description: 'True for the demonstration portfolio: whoever shows it must say that it is an example.' })
  readonly isExample: boolean;
  @Field({ description: 'Version of the engine.' })
  readonly engineVersion: string;
  @Field({ description: 'SHA-256 of the problem.' })
  readonly inputFingerprint: string;
  @Field({ description: 'The method, with the objective.' })
  readonly method: string;
  @Field(() => Json, { description: 'Every convention the figures rest on, by name.' })
  readonly conventions: object;
  @Field(() => groupDimensionWords, { description: 'What the money is split between.' })
  readonly dimension: GroupDimension;
  @Field(() => [ID], { description: 'The groups whose share is moved.' })
  readonly groups: readonly string[];
  @Field(() => splitMeaningWords, { description: 'What a share means.' })
  readonly meaning: SplitMeaning;
  @Field(() => Float, { description: 'Kronor the shares are of.' })
  readonly budgetSek: number;
  @Field(() => FreeOptimum, { description: 'The best portfolio without any split.' })
  readonly free: FreeOptimum;
  @Field(() => [SplitPoint], { description: 'From share 0 to 1.' })
  readonly points: readonly SplitPoint[];
  @Field(() => [Float], { description: 'Shares at which the portfolio differs from the one a step below.' })
  readonly kinks: readonly number[];
  @Field(() => [Float], { description: 'Shares at which no portfolio keeps all limits.' })
  readonly infeasible: readonly number[];
  @Field(() => [Observation], {
    description: 'What of the call the problem does not carry over, and what the reader should know.',
  })
  readonly observations: readonly Observation[];
  @Field(() => Json, {
    description: 'The problem, complete: `fordela allocate` of it gives the same without a database.',
  })
  readonly problem: object;
}

export const SplitSweepPayload = outcomeOf('SplitSweepPayload', 'The sweep, or why there is none.', SplitSweep);
