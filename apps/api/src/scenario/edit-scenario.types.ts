import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { AllocationOptionsInput } from '../allocation/allocation-options.types';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Scenario } from './scenario.types';

@InputType({ description: 'A scenario to save: it is computed and kept with all it rests on.' })
export class ScenarioInput {
  @Field(() => ID, { description: 'The call to allocate.' })
  readonly callId: string;
  @Field({ description: 'Name; one scenario of a call only may have it.' })
  readonly name: string;
  @Field(() => String, { defaultValue: '', description: 'Free note.' })
  readonly note: string;
  @Field(() => AllocationOptionsInput, { description: 'The choices.' })
  readonly options: AllocationOptionsInput;
}

@ObjectType({ description: 'The scenario was saved.' })
export class ScenarioSaved {
  @Field(() => Scenario, { description: 'The scenario as it now is.' })
  readonly scenario: Scenario;
}

export const SaveScenarioPayload = outcomeOf(
  'SaveScenarioPayload',
  'The scenario that was saved, or why it was not.',
  ScenarioSaved,
);

@InputType({ description: 'A new name and note of a scenario.' })
export class ScenarioRenameInput {
  @Field(() => ID, { description: 'The scenario.' })
  readonly id: string;
  @Field({ description: 'Its new name.' })
  readonly name: string;
  @Field(() => String, { nullable: true, description: 'Its new note; left as it is when left out.' })
  readonly note?: string | null;
  @Field(() => Int, { description: 'The version the edit was made from.' })
  readonly expectedVersion: number;
}

@ObjectType({ description: 'The scenario was deleted; the records of what was computed stay.' })
export class ScenarioDeleted {
  @Field(() => ID, { description: 'Its identifier.' })
  readonly id: string;
}

export const DeleteScenarioPayload = outcomeOf(
  'DeleteScenarioPayload',
  'That the scenario is gone, or why it is not.',
  ScenarioDeleted,
);
