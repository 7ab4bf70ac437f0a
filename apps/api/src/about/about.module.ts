import { Module } from '@nestjs/common';
import { RuleBookModule } from '../rule-book/rule-book.module';
import { AboutResolver } from './about.resolver';

@Module({ imports: [RuleBookModule], providers: [AboutResolver] })
export class AboutModule {}
