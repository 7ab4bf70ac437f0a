import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Refused } from '../platform/graphql/refused.types';
import { DeMinimisAidInput, RecordDeMinimisAidPayload } from './edit-state-aid.types';
import { StateAidService } from './state-aid.service';

@Resolver()
export class StateAidResolver {
  constructor(private readonly stateAid: StateAidService) {}

  @Mutation(() => RecordDeMinimisAidPayload, {
    description:
      'Records de minimis aid an undertaking has been granted. It counts in the joint ceiling of its applications for three years.',
  })
  async recordDeMinimisAid(@Args('input', { description: 'The aid.' }) input: DeMinimisAidInput) {
    const outcome = await this.stateAid.record(input);
    return outcome.ok ? outcome.value : Refused.because(outcome.refusal);
  }
}
