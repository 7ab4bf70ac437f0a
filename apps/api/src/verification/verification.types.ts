import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Json } from '../platform/graphql/scalars';

@ObjectType({ description: 'A figure that came out otherwise when a record was computed again.' })
export class RecordDifference {
  @Field({ description: 'What it is.' })
  readonly figure: string;
  @Field(() => Json, { nullable: true, description: 'In the record.' })
  readonly recorded: unknown;
  @Field(() => Json, { nullable: true, description: 'Now.' })
  readonly recomputed: unknown;
}

@ObjectType({ description: 'A record computed again from its own problem, by this Fördela.' })
export class RecordVerification {
  @Field(() => ID, { description: 'The record.' })
  readonly recordId: string;
  @Field({ description: 'True when every figure that was compared is the same.' })
  readonly isReproduced: boolean;
  @Field({ description: 'The engine that answered then.' })
  readonly recordedEngineVersion: string;
  @Field({ description: 'The engine that answers now.' })
  readonly engineVersion: string;
  @Field({ description: 'True when the problem is word for word the one that was recorded.' })
  readonly problemIsIntact: boolean;
  @Field(() => [RecordDifference], { description: 'What differs; empty when nothing does.' })
  readonly differences: readonly RecordDifference[];
}
