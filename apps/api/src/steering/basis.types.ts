import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import type { Sek } from '@fordela/domain';
import { Kronor } from '../platform/graphql/scalars';
import { words } from '../platform/stored';

export type BasisKind = 'all_applications' | 'scenario' | 'decided';
export const basisKindWords = words<BasisKind>('BasisKind', 'Which projects and money a view rests on.', {
  all_applications: 'Every application of the call, at what it asks for: nobody has been chosen.',
  scenario: 'What a saved scenario grants: a proposal, not a decision.',
  decided: 'What has been granted by decision, by the last decision about each application.',
});

@ArgsType()
export class BasisArgs {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field(() => basisKindWords, {
    nullable: true,
    description:
      'Which projects and money; when left out, the scenario where one is named, otherwise all applications.',
  })
  readonly basis?: BasisKind | null;
  @Field(() => ID, { nullable: true, description: 'The scenario, for that basis.' })
  readonly scenarioId?: string | null;
}

@ObjectType({ description: 'What a view rests on: stands beside every figure made from it.' })
export class PortfolioBasis {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field({ description: 'True for the demonstration portfolio: whoever shows it must say that it is an example.' })
  readonly isExample: boolean;
  @Field(() => basisKindWords, { description: 'Which projects and money.' })
  readonly kind: BasisKind;
  @Field(() => ID, { nullable: true, description: 'The scenario; null when it is not one.' })
  readonly scenarioId: string | null;
  @Field(() => String, { nullable: true, description: 'Its name.' })
  readonly scenarioName: string | null;
  @Field(() => [ID], { description: 'The applications chosen, by case id.' })
  readonly applicationIds: readonly string[];
  @Field(() => Kronor, { description: 'Their money together.' })
  readonly grantSek: Sek;
}
