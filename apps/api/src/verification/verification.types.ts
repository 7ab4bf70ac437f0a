import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Json } from '../platform/graphql/scalars';

@ObjectType({ description: 'A figure that came out otherwise when a record was computed again.' })
export class RecordDifference {
  @Field({ description: 'Its place in the record: names and indexes from 0, with full stops between.' })
  readonly figure: string;
  @Field(() => Json, { nullable: true, description: 'In the record.' })
  readonly recorded: unknown;
  @Field(() => Json, { nullable: true, description: 'Now.' })
  readonly recomputed: unknown;
  @Field({
    description:
      '`record-figure-differs`; `record-method-differs` where another version of a method answers now; `record-part-changed` where the record itself is not what was kept.',
  })
  readonly code: string;
  @Field({ description: 'The difference in Swedish.' })
  readonly messageSv: string;
  @Field({ description: 'The difference in English.' })
  readonly messageEn: string;
}

@ObjectType({ description: 'A part of a record that is not computed again, and why.' })
export class UncomparedPart {
  @Field({ description: 'Its place in the record.' })
  readonly figure: string;
  @Field({
    description:
      '`record-part-of-call`: made of the call as it was then, guarded by its fingerprint alone. `record-part-of-clock`, `record-part-of-solver`: cannot come out the same.',
  })
  readonly code: string;
  @Field({ description: 'Why, in Swedish.' })
  readonly messageSv: string;
  @Field({ description: 'Why, in English.' })
  readonly messageEn: string;
}

@ObjectType({ description: 'A record computed again from its own problem, by this Fördela.' })
export class RecordVerification {
  @Field(() => ID, { description: 'The record.' })
  readonly recordId: string;
  @Field({ description: 'True when the whole answer is the same, but for what `notRecomputed` names.' })
  readonly isReproduced: boolean;
  @Field({ description: 'The engine that answered then.' })
  readonly recordedEngineVersion: string;
  @Field(() => String, {
    nullable: true,
    description: 'The engine that answers now; null when it refuses the problem.',
  })
  readonly engineVersion: string | null;
  @Field({ description: 'True when another version of a method answers now than did then.' })
  readonly methodIsChanged: boolean;
  @Field({ description: 'True when the problem is word for word the one that was recorded.' })
  readonly problemIsIntact: boolean;
  @Field({ description: 'False for records kept before the parts of an answer had fingerprints.' })
  readonly hasFingerprints: boolean;
  @Field({ description: 'SHA-256 of the canonical JSON of the answer in the record.' })
  readonly recordedFingerprint: string;
  @Field({ description: 'The same of the answer computed now.' })
  readonly recomputedFingerprint: string;
  @Field(() => [RecordDifference], { description: 'What differs; empty when nothing does.' })
  readonly differences: readonly RecordDifference[];
  @Field(() => [UncomparedPart], { description: 'What is not computed again, and why.' })
  readonly notRecomputed: readonly UncomparedPart[];
}
