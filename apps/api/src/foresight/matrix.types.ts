import { ArgsType, Field, Float, ID, ObjectType } from '@nestjs/graphql';
import type { PriorityQuadrant, ReadinessPart } from '@fordela/domain';
import { outcomeOf } from '../platform/graphql/refused.types';
import { words } from '../platform/stored';

export const priorityQuadrantWords = words<PriorityQuadrant>('PriorityQuadrant', 'A field of the matrix.', {
  do_now: 'Important and ready.',
  prepare: 'Important, not ready.',
  if_room: 'Ready, less important.',
  set_aside: 'Neither.',
});

export type SecondAxis = 'readiness' | 'ease';
export const secondAxisWords = words<SecondAxis>('SecondAxis', 'What the second axis of the matrix measures.', {
  readiness:
    'How ready the project is to begin: anchoring, decided co-financing, receiver and plan, the same weight each.',
  ease: 'How little it costs beside the others: one minus its total cost as a part of the largest.',
});

export const readinessPartWords = words<ReadinessPart>('ReadinessPart', 'What readiness is made of.', {
  anchoring: 'Political anchoring.',
  co_financing: 'The decided part of the money that is not 1:1.',
  receiver: 'Somebody who takes over.',
  plan: 'A plan with phases and months.',
});

@ArgsType()
export class MatrixLines {
  @Field(() => Float, { defaultValue: 0.5, description: 'From here, 0 to 1, something is important.' })
  readonly importanceLine: number;
  @Field(() => Float, { defaultValue: 0.5, description: 'From here, 0 to 1, something is ready.' })
  readonly readinessLine: number;
}

@ArgsType()
export class ApplicationMatrixArgs extends MatrixLines {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field(() => secondAxisWords, { defaultValue: 'readiness', description: 'What the second axis measures.' })
  readonly secondAxis: SecondAxis;
}

@ObjectType({ description: 'One part of readiness.' })
export class ReadinessFigure {
  @Field(() => readinessPartWords, { description: 'The part.' })
  readonly part: ReadinessPart;
  @Field(() => Float, { nullable: true, description: '0 to 1; null when the application does not say.' })
  readonly value: number | null;
}

@ObjectType({ isAbstract: true })
abstract class Placed {
  @Field(() => Float, { nullable: true, description: 'Importance, 0 to 1; null when it is not known.' })
  readonly importance: number | null;
  @Field(() => Float, { nullable: true, description: 'Readiness or ease, 0 to 1; null when it is not known.' })
  readonly readiness: number | null;
  @Field(() => priorityQuadrantWords, {
    nullable: true,
    description: 'The field; null when an axis is not known, for a missing value is not a low one.',
  })
  readonly quadrant: PriorityQuadrant | null;
}

@ObjectType({ description: 'An application on the matrix.' })
export class PlacedApplication extends Placed {
  @Field(() => ID, { description: 'The application.' })
  readonly applicationId: string;
  @Field({ description: "The project's title." })
  readonly title: string;
  @Field(() => [ReadinessFigure], { description: 'What its readiness is made of.' })
  readonly readinessParts: readonly ReadinessFigure[];
}

@ObjectType({ description: 'A signal on the matrix.' })
export class PlacedSignal extends Placed {
  @Field(() => ID, { description: 'The signal.' })
  readonly signalId: string;
}

@ObjectType({ description: 'The prioritisation matrix of a call: importance is the score. A picture, not a decision.' })
export class ApplicationMatrix {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field({ description: 'True for the demonstration portfolio.' })
  readonly isExample: boolean;
  @Field({ description: 'Fingerprint of the scores.' })
  readonly scoresFingerprint: string;
  @Field(() => [PlacedApplication], { description: 'The applications, by case id.' })
  readonly applications: readonly PlacedApplication[];
}

@ObjectType({ description: 'The prioritisation matrix of the signals that are not dismissed.' })
export class SignalMatrix {
  @Field(() => [PlacedSignal], { description: 'The signals, by identifier.' })
  readonly signals: readonly PlacedSignal[];
}

export const ApplicationMatrixPayload = outcomeOf(
  'ApplicationMatrixPayload',
  'The matrix, or why there is none.',
  ApplicationMatrix,
);
export const SignalMatrixPayload = outcomeOf('SignalMatrixPayload', 'The matrix, or why there is none.', SignalMatrix);
