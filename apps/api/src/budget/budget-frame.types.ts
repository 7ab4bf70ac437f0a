import { ObjectType } from '@nestjs/graphql';
import { Entity, ForeignKey } from 'typeorm';
import type { BudgetFrame as BudgetFrameData, Sek as Kronor } from '@fordela/domain';
import { Hidden, Sek, Version, Whole } from '../platform/stored';

@ObjectType({ description: 'One financial year of the 1:1 envelope as it concerns a call.' })
@Entity('budget_frame')
export class BudgetFrame implements BudgetFrameData {
  @ForeignKey('Call', { name: 'budget_frame_call_fk', onDelete: 'CASCADE' })
  @Hidden.text({ key: true })
  readonly callId: string;
  @Whole('Financial year.', { key: true })
  readonly year: number;
  @Sek('The whole frame of the year.')
  readonly frameSek: Kronor;
  @Sek('Already committed by earlier decisions (intecknat).')
  readonly alreadyCommittedSek: Kronor;
  @Sek('Kept back for later calls.')
  readonly reservedSek: Kronor;
  @Sek('The most that may be outstanding in commitments (bemyndigande); null when not stated.', { optional: true })
  readonly commitmentAuthorisationSek: Kronor | null;
  @Version()
  readonly version: number;
}
