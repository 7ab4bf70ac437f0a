import { selfTest } from '@fordela/scoring';
import { exitCodes } from './exit-codes';
import { printAnswer } from './answer';

/** `fordela self-test`: recomputes the published cases; exits non-zero unless every one is reproduced. */
export async function printSelfTest(options: { readonly pretty: boolean }): Promise<void> {
  const report = selfTest();
  printAnswer(report, options.pretty);
  if (report.reproduced < report.total) process.exitCode = exitCodes.internal;
}
