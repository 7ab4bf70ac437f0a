import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allocation } from '../allocation/allocation.types';
import { Call } from '../call/call.types';
import { CallService } from '../call/call.service';
import type { Loaders } from '../platform/graphql/loaders';
import { Refused } from '../platform/graphql/refused.types';
import { EngineRecord } from '../record/engine-record.types';
import { RecordService } from '../record/record.service';
import { CompareScenariosPayload } from './comparison.types';
import { DeleteScenarioPayload, SaveScenarioPayload, ScenarioInput, ScenarioRenameInput } from './edit-scenario.types';
import { ScenarioService } from './scenario.service';
import { Scenario } from './scenario.types';

@Resolver(() => Scenario)
export class ScenarioResolver {
  constructor(
    private readonly scenarioService: ScenarioService,
    private readonly records: RecordService,
    private readonly calls: CallService,
  ) {}

  @Query(() => [Scenario], { description: 'The scenarios of a call, the oldest first.' })
  scenarios(
    @Args('callId', { type: () => ID, description: 'The call.' }) callId: string,
    @Context('loaders') loaders: Loaders,
  ) {
    return loaders.load(this.scenarioService.ofCall, callId);
  }

  @Query(() => Scenario, { nullable: true, description: 'One scenario; null when there is no such.' })
  scenario(
    @Args('id', { type: () => ID, description: 'Identifier of the scenario.' }) id: string,
    @Context('loaders') loaders: Loaders,
  ) {
    return loaders.load(this.scenarioService.scenario, id);
  }

  @Query(() => CompareScenariosPayload, {
    complexity: 500,
    description: 'Scenarios of one call side by side: money per group, and who enters and leaves against the first.',
  })
  async compareScenarios(
    @Args('ids', {
      type: () => [ID],
      description: 'Two to ten scenarios; the first is what the others are compared with.',
    })
    ids: string[],
    @Context('loaders') loaders: Loaders,
  ) {
    const comparison = await this.scenarioService.compare(ids, (scenario) => this.allocation(scenario, loaders));
    return comparison.ok ? comparison.value : Refused.because(comparison.refusal);
  }

  @Mutation(() => SaveScenarioPayload, {
    complexity: 10_000,
    description: 'Computes an allocation and keeps it under a name.',
  })
  async saveScenario(@Args('input', { description: 'The scenario.' }) input: ScenarioInput) {
    const saved = await this.scenarioService.save(input);
    return saved.ok ? { scenario: saved.value } : Refused.because(saved.refusal);
  }

  @Mutation(() => SaveScenarioPayload, {
    description: 'Gives a scenario another name and note. What was computed stays as it is.',
  })
  async renameScenario(@Args('input', { description: 'The new name.' }) input: ScenarioRenameInput) {
    const renamed = await this.scenarioService.rename(input);
    return renamed.ok ? { scenario: renamed.value } : Refused.because(renamed.refusal);
  }

  @Mutation(() => DeleteScenarioPayload, { description: 'Deletes a scenario. The records of what was computed stay.' })
  async deleteScenario(
    @Args('id', { type: () => ID, description: 'The scenario.' }) id: string,
    @Args('expectedVersion', { type: () => Int, description: 'The version that was seen.' }) expectedVersion: number,
  ) {
    const deleted = await this.scenarioService.delete(id, expectedVersion);
    return deleted.ok ? deleted.value : Refused.because(deleted.refusal);
  }

  @ResolveField(() => Call, { description: 'The call it allocates.' })
  call(@Parent() scenario: Scenario, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.calls.call, scenario.callId);
  }

  @ResolveField(() => Allocation, { description: 'The allocation as it was computed when the scenario was saved.' })
  async allocation(@Parent() scenario: Scenario, @Context('loaders') loaders: Loaders): Promise<Allocation> {
    const record = await loaders.load(this.records.record, scenario.allocationRecordId);
    return record!.result as Allocation;
  }

  @ResolveField(() => EngineRecord, { description: 'The record of the scores it rests on.' })
  evaluationRecord(@Parent() scenario: Scenario, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.records.record, scenario.evaluationRecordId);
  }
}

@Resolver(() => Call)
export class CallScenariosResolver {
  constructor(private readonly scenarioService: ScenarioService) {}

  @ResolveField(() => [Scenario], { description: 'Named allocations of it, the oldest first.' })
  scenarios(@Parent() call: Call, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.scenarioService.ofCall, call.id);
  }
}
