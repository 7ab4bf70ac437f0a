import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import type { StrategyPriority as StrategyPriorityData } from '@fordela/domain';
import { Id, Text } from '../platform/stored';

@ObjectType({ description: 'A priority of the regional development strategy (RUS).' })
@Entity('strategy_priority')
export class StrategyPriority implements StrategyPriorityData {
  @Id('Identifier, for example `P5`.', { key: true })
  readonly id: string;
  @Text('Name in Swedish.')
  readonly nameSv: string;
  @Text('Name in English.')
  readonly nameEn: string;
}
