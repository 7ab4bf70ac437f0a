import { allocationSelfTest, highsSolver } from '@fordela/portfolio';
import { selfTestOf } from '@fordela/domain';
import { selfTest } from '@fordela/scoring';
import { exitCodes } from './exit-codes';
import { printAnswer } from './answer';

/** `fordela self-test`: recomputes the published cases of both engines; exits non-zero unless every one is reproduced. */
export async function printSelfTest(options: { readonly pretty: boolean }): Promise<void> {
  const allocation = await allocationSelfTest(await highsSolver());
  const report = selfTestOf([...selfTest().cases, ...allocation.cases]);
  printAnswer(report, options.pretty);
  if (report.reproduced < report.total) process.exitCode = exitCodes.internal;
}
