import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Day } from '../platform/graphql/scalars';
import { eligibilityRulingWords, reviewDecisionWords } from './gate-history.types';
import { Gate } from './gate.types';

@InputType({ isAbstract: true })
abstract class GateInput {
  @Field(() => ID, { description: 'The application.' })
  readonly applicationId: string;
  @Field({ description: 'Who. Stated, not proven: there is no sign-in yet.' })
  readonly by: string;
  @Field(() => Int, { description: 'The version of the gate that was seen.' })
  readonly expectedVersion: number;
}

@InputType({ description: 'What an officer says of a finding.' })
export class FindingReviewInput extends GateInput {
  @Field(() => ID, { description: 'The finding, as it stands (`Finding.key`).' })
  readonly findingKey: string;
  @Field(() => reviewDecisionWords, { description: 'Confirm or override.' })
  readonly decision: 'confirmed' | 'overridden';
  @Field({ defaultValue: '', description: 'Why; required for an override.' })
  readonly reason: string;
}

@InputType({ description: 'A ruling on an application as a whole.' })
export class EligibilityRulingInput extends GateInput {
  @Field(() => eligibilityRulingWords, { description: 'The ruling.' })
  readonly ruling: 'ineligible' | 'reinstated';
  @Field({ description: 'Why. Required.' })
  readonly reason: string;
}

@InputType({ description: 'A request for completion that has been sent.' })
export class CompletionRequestInput extends GateInput {
  @Field({ description: 'The text as it was sent.' })
  readonly text: string;
  @Field(() => Day, { description: 'Last day to answer.' })
  readonly answerBy: string;
}

@InputType({ description: 'The answer to a request for completion.' })
export class CompletionAnswerInput extends GateInput {
  @Field(() => Int, { description: 'The request (`CompletionRequest.no`).' })
  readonly requestNo: number;
  @Field(() => Day, { description: 'The day the answer came.' })
  readonly answeredDate: string;
}

@ObjectType({ description: 'It was recorded.' })
export class GateRecorded {
  @Field(() => Gate, { description: 'The gate as it now stands.' })
  readonly gate: Gate;
}

export const RecordGatePayload = outcomeOf('RecordGatePayload', 'The gate, or why nothing was recorded.', GateRecorded);
