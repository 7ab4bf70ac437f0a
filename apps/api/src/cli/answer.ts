import type { Refusal, Result } from '@fordela/domain';
import { refusalLine, type Language } from '@fordela/wording';
import { CommandFailure, exitCodes } from './exit-codes';
import { prettyLines } from './pretty';

/** The value of an accepted result; a CommandFailure with one line per refusal otherwise. */
export function accepted<Value>(result: Result<Value, readonly Refusal[]>, file: string, language: Language): Value {
  if (result.ok) return result.value;
  const heading = language === 'sv' ? `«${file}» kan inte användas som den är:` : `"${file}" cannot be used as it is:`;
  const lines = result.refusal.map((refusal) => `  ${refusalLine(refusal, language)}`);
  throw new CommandFailure([heading, ...lines], exitCodes.badInput);
}

/** Prints an answer on standard output: JSON for programs, or plain text for people. */
export function printAnswer(answer: object, pretty: boolean): void {
  const json = JSON.stringify(answer, null, 2);
  process.stdout.write(pretty ? `${prettyLines(JSON.parse(json)).join('\n')}\n` : `${json}\n`);
}
