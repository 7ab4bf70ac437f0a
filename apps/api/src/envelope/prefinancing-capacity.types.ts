import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import type { Sek as Kronor } from '@fordela/domain';
import { DayOf, Id, Sek, Text, Version } from '../platform/stored';

@ObjectType({ description: 'What an actor has said that it can lie out with before it is paid.' })
@Entity('prefinancing_capacity')
export class PrefinancingCapacity {
  @Id('The actor.', { key: true })
  readonly actorId: string;
  @Sek('The most it can lie out with.')
  readonly capacitySek: Kronor;
  @DayOf('The day it said so.')
  readonly statedDate: string;
  @Text('Who said it, and where.')
  readonly source: string;
  @Version()
  readonly version: number;
}
