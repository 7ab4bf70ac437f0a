import { ObjectType } from '@nestjs/graphql';
import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, JsonOf, MomentOf, Text, Version } from '../platform/stored';

@ObjectType({
  description: 'A named allocation of a call, kept with the problem it answers and the scores it rests on.',
})
@Entity('scenario')
@Index('scenario_call_ix', ['callId', 'createdAt', 'id'])
export class Scenario {
  @Id('Identifier.', { key: true })
  readonly id: string;
  @ForeignKey('Call', { name: 'scenario_call_fk', onDelete: 'CASCADE' })
  @Id('The call it allocates.')
  readonly callId: string;
  @Text('Name.')
  readonly name: string;
  @Text('Free note.')
  readonly note: string;
  @JsonOf('The choices it was made with.')
  readonly options: object;
  @ForeignKey('EngineRecord', { name: 'scenario_allocation_record_fk' })
  @Id('The record of the allocation.')
  readonly allocationRecordId: string;
  @ForeignKey('EngineRecord', { name: 'scenario_evaluation_record_fk' })
  @Id('The record of the scores.')
  readonly evaluationRecordId: string;
  @MomentOf('When it was saved first.')
  readonly createdAt: Date;
  @MomentOf('When its name or note was last changed.')
  readonly changedAt: Date;
  @Version()
  readonly version: number;
}
