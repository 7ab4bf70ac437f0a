import { Module } from '@nestjs/common';
import { RuleBookModule } from '../rule-book/rule-book.module';
import { StateAidRepository } from './state-aid.repository';
import { StateAidResolver } from './state-aid.resolver';
import { StateAidService } from './state-aid.service';

@Module({ imports: [RuleBookModule], providers: [StateAidRepository, StateAidService, StateAidResolver] })
export class StateAidModule {}
