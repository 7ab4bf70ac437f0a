import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import type { Loaders } from '../platform/graphql/loaders';
import { EngineRecord } from './engine-record.types';
import { RecordService } from './record.service';

@Resolver(() => EngineRecord)
export class RecordResolver {
  constructor(private readonly records: RecordService) {}

  @Query(() => EngineRecord, {
    nullable: true,
    description: 'One record of what an engine answered; null when there is no such.',
  })
  engineRecord(
    @Args('id', { type: () => ID, description: 'Fingerprint of the record.' }) id: string,
    @Context('loaders') loaders: Loaders,
  ) {
    return loaders.load(this.records.record, id);
  }
}
