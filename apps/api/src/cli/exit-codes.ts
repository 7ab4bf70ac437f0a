/** Exit codes of the command, after sysexits.h: scripts can tell bad input from a missing file from a bug. */
export const exitCodes = { usage: 64, badInput: 65, noInput: 66, unavailable: 69, internal: 70 } as const;

/** Ends the command with a sentence for people on standard error and a code for scripts. */
export class CommandFailure extends Error {
  constructor(
    readonly lines: readonly string[],
    readonly exitCode: number,
  ) {
    super(lines.join('\n'));
  }
}
