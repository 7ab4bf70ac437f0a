import { Module } from '@nestjs/common';
import { RuleBookRepository } from './rule-book.repository';
import { RuleBookResolver } from './rule-book.resolver';
import { RuleBookService } from './rule-book.service';

@Module({ providers: [RuleBookRepository, RuleBookService, RuleBookResolver], exports: [RuleBookService] })
export class RuleBookModule {}
