import { Module } from '@nestjs/common';
import { RoundRepository } from './round.repository';
import { RoundService } from './round.service';

@Module({ providers: [RoundRepository, RoundService], exports: [RoundService] })
export class RoundModule {}
