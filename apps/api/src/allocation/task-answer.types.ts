import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Sek } from '@fordela/domain';
import { Observation } from '../platform/graphql/observation.types';
import { Json, Kronor } from '../platform/graphql/scalars';

@ObjectType({ description: 'An application with its title.' })
export class NamedApplication {
  @Field(() => ID, { description: 'The application.' })
  readonly applicationId: string;
  @Field({ description: 'Its title.' })
  readonly title: string;
}

@ObjectType({ description: 'A portfolio in short. A recommendation, not a decision.' })
export class ShortPortfolio {
  @Field(() => [NamedApplication], { description: 'Who is granted money, by case id.' })
  readonly applications: readonly NamedApplication[];
  @Field(() => Int, { description: 'Grants.' })
  readonly grants: number;
  @Field(() => Kronor, { description: 'Granted in all.' })
  readonly grantedSek: Sek;
}

/** What every answer about a call's money says of itself. */
@ObjectType({ isAbstract: true })
export abstract class TaskAnswerFields {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field({ description: 'True for the demonstration portfolio: whoever shows it must say that it is an example.' })
  readonly isExample: boolean;
  @Field({ description: 'Version of the engine.' })
  readonly engineVersion: string;
  @Field({ description: 'SHA-256 of the problem: the same problem has the same.' })
  readonly inputFingerprint: string;
  @Field({ description: 'The method with its version.' })
  readonly method: string;
  @Field(() => Json, { description: 'Every convention the figures rest on, by name.' })
  readonly conventions: object;
  @Field(() => [Observation], {
    description: 'What of the call the problem does not carry over, and what the reader should know.',
  })
  readonly observations: readonly Observation[];
  @Field(() => Json, {
    description: 'The problem, complete: `fordela allocate` of it gives the same without a database.',
  })
  readonly problem: object;
}
