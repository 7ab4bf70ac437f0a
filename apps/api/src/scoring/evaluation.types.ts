import { Field, ObjectType } from '@nestjs/graphql';
import { Observation } from '../platform/graphql/observation.types';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Json } from '../platform/graphql/scalars';

@ObjectType({ description: 'The answer to one task of a problem, with all that is needed to repeat it.' })
export class TaskResult {
  @Field({ description: 'Name of the task.' })
  readonly task: string;
  @Field(() => String, { nullable: true, description: 'The label given in the problem.' })
  readonly label: string | null;
  @Field({ description: 'The method that answered.' })
  readonly method: string;
  @Field({ description: 'Its version.' })
  readonly methodVersion: string;
  @Field(() => Json, { description: 'The conventions the figures rest on, by name.' })
  readonly conventions: object;
  @Field(() => [Observation], { description: 'What the reader should know.' })
  readonly observations: readonly Observation[];
  @Field(() => Json, { description: 'The figures, as docs/formats describes them for the task.' })
  readonly outcome: unknown;
}

@ObjectType({ description: 'The answers to all tasks of a decision problem, in their order.' })
export class Evaluation {
  @Field({ description: 'Name and version of the format of the answer.' })
  readonly format: string;
  @Field({ description: 'Version of the scoring engine.' })
  readonly engineVersion: string;
  @Field(() => String, { nullable: true, description: 'Title of the problem.' })
  readonly title: string | null;
  @Field({ description: 'SHA-256 of the problem.' })
  readonly inputFingerprint: string;
  @Field(() => [TaskResult], { description: 'The answers.' })
  readonly results: readonly TaskResult[];
}

export const EvaluateProblemPayload = outcomeOf(
  'EvaluateProblemPayload',
  'The answers, or every fault of the problem with its place.',
  Evaluation,
);
