import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Json } from '../platform/graphql/scalars';

@ObjectType({ description: 'A published figure that was not reproduced.' })
export class FigureDifference {
  @Field({ description: 'Where in the answer it stands.' })
  readonly figure: string;
  @Field(() => Json, { nullable: true, description: 'What the source says.' })
  readonly expected: unknown;
  @Field(() => Json, { nullable: true, description: 'What this Fördela computes.' })
  readonly got: unknown;
}

@ObjectType({ description: 'A published numeric example, recomputed now.' })
export class PublishedCaseOutcome {
  @Field(() => ID, { description: 'Name of the example.' })
  readonly id: string;
  @Field({ description: 'Where it was published.' })
  readonly source: string;
  @Field({ description: 'True when every figure is reproduced within its tolerance.' })
  readonly ok: boolean;
  @Field(() => [FigureDifference], { description: 'The figures that are not.' })
  readonly differences: readonly FigureDifference[];
}

@ObjectType({ description: 'How many published examples this Fördela reproduces, recomputed when asked.' })
export class SelfTest {
  @Field(() => Int, { description: 'Reproduced.' })
  readonly reproduced: number;
  @Field(() => Int, { description: 'Of so many.' })
  readonly total: number;
  @Field(() => [PublishedCaseOutcome], { description: 'Each of them.' })
  readonly cases: readonly PublishedCaseOutcome[];
}
