import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { VerificationService } from './verification.service';
import { RecordVerification } from './verification.types';

@Resolver()
export class VerificationResolver {
  constructor(private readonly verification: VerificationService) {}

  @Query(() => RecordVerification, {
    complexity: 10_000,
    description: 'Computes a record again from its own problem and says whether every figure comes out the same.',
  })
  verifyRecord(@Args('id', { type: () => ID, description: 'Fingerprint of the record.' }) id: string) {
    return this.verification.verify(id);
  }
}
