import { Query, Resolver } from '@nestjs/graphql';
import { ScoringService } from '../scoring/scoring.service';
import { SelfTest } from './self-test.types';

@Resolver()
export class SelfTestResolver {
  constructor(private readonly scoring: ScoringService) {}

  @Query(() => SelfTest, {
    complexity: 2000,
    description: 'Recomputes every published example the engine holds itself to, now: "reproduces n of n".',
  })
  selfTest(): Promise<SelfTest> {
    return this.scoring.selfTest();
  }
}
