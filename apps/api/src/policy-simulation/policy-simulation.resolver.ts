import { Args, Query, Resolver } from '@nestjs/graphql';
import { Refused } from '../platform/graphql/refused.types';
import { PolicySimulationArgs } from './policy-simulation.args';
import { PolicySimulationService } from './policy-simulation.service';
import { usualModel } from './policy-simulation-result';
import { PolicyModel, PolicySimulationPayload } from './policy-simulation.types';

@Resolver()
export class PolicySimulationResolver {
  constructor(private readonly service: PolicySimulationService) {}

  @Query(() => PolicyModel, {
    description: 'The policy model before anything is asked of it: the policies to choose among, and what it assumes.',
  })
  policyModel(): PolicyModel {
    return usualModel();
  }

  @Query(() => PolicySimulationPayload, {
    complexity: 40_000,
    description:
      'Policies for the 1:1 money compared over years by a model of stated assumptions: how it is used, who runs it, how thinly it is spread. A model, never a forecast. Nothing is kept.',
  })
  async policySimulation(@Args() args: PolicySimulationArgs) {
    const outcome = await this.service.ofCall(args);
    return outcome.ok ? outcome.value : Refused.because(outcome.refusal);
  }
}
