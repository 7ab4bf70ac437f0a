import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Observation } from '../platform/graphql/observation.types';
import { Json } from '../platform/graphql/scalars';

/** What every answer about a call's scores and reviewers says of itself. */
@ObjectType({ isAbstract: true })
export abstract class EvaluatedAnswerFields {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field({ description: 'True for the demonstration portfolio: whoever shows it must say that it is an example.' })
  readonly isExample: boolean;
  @Field({ description: 'Version of the engine.' })
  readonly engineVersion: string;
  @Field({ description: 'SHA-256 of the problem: the same problem has the same.' })
  readonly inputFingerprint: string;
  @Field(() => Json, { description: 'Every convention the figures rest on, by name.' })
  readonly conventions: object;
  @Field(() => [Observation], {
    description: 'What the reader should know: what was left out, and what could not be computed and why.',
  })
  readonly observations: readonly Observation[];
  @Field(() => Json, {
    description: 'The problem, complete: `fordela evaluate` of it gives the same figures without a database.',
  })
  readonly problem: object;
}
