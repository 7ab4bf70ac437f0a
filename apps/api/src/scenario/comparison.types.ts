import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Sek } from '@fordela/domain';
import { GroupShare, Grant } from '../allocation/allocation.types';
import { groupDimensionWords, type GroupDimension } from '../allocation/allocation-options.types';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Kronor } from '../platform/graphql/scalars';
import { Scenario } from './scenario.types';

@ObjectType({ description: 'One scenario of a comparison, against the first.' })
export class ComparedScenario {
  @Field(() => Scenario, { description: 'The scenario.' })
  readonly scenario: Scenario;
  @Field(() => [Grant], { description: 'Granted here and not in the first.' })
  readonly enters: readonly Grant[];
  @Field(() => [Grant], { description: 'Granted in the first and not here.' })
  readonly leaves: readonly Grant[];
  @Field(() => [Grant], { description: 'Granted in both with another amount, as granted here.' })
  readonly changes: readonly Grant[];
  @Field(() => Int, { description: 'Granted in both, whatever the amount.' })
  readonly inBoth: number;
  @Field(() => Kronor, { description: 'Granted in all, more than in the first (less when negative).' })
  readonly grantedDifferenceSek: Sek;
  @Field(() => Float, { description: 'Sum of scores, more than in the first (less when negative).' })
  readonly valueDifference: number;
}

@ObjectType({ description: 'One group in every scenario of a comparison, in their order.' })
export class ComparedGroup {
  @Field(() => ID, { description: 'The group.' })
  readonly group: string;
  @Field({ description: 'What to call it.' })
  readonly name: string;
  @Field(() => [GroupShare], { description: 'Its money in each scenario; 0 where it has none.' })
  readonly shares: readonly GroupShare[];
}

@ObjectType({ description: 'The groups of one kind in every scenario of a comparison.' })
export class ComparedDimension {
  @Field(() => groupDimensionWords, { description: 'What the groups are of.' })
  readonly dimension: GroupDimension;
  @Field(() => [ComparedGroup], { description: 'The groups of any of them, in one order.' })
  readonly groups: readonly ComparedGroup[];
}

@ObjectType({
  description: 'Scenarios side by side. What was computed when they were saved is compared: nothing is computed anew.',
})
export class ScenarioComparison {
  @Field(() => [ComparedScenario], { description: 'The scenarios in the order asked for.' })
  readonly scenarios: readonly ComparedScenario[];
  @Field(() => [ComparedDimension], { description: 'Money per owner group, phase, theme and municipality.' })
  readonly dimensions: readonly ComparedDimension[];
}

export const CompareScenariosPayload = outcomeOf(
  'CompareScenariosPayload',
  'The comparison, or why there is none.',
  ScenarioComparison,
);
