import { Module } from '@nestjs/common';
import { RecordRepository } from './record.repository';
import { RecordResolver } from './record.resolver';
import { RecordService } from './record.service';

@Module({ providers: [RecordRepository, RecordService, RecordResolver], exports: [RecordService] })
export class RecordModule {}
