import { evaluate, loadFormulaEngine } from '@fordela/scoring';
import type { Language } from '@fordela/wording';
import { accepted, printAnswer } from './answer';
import { parseJson, readText } from './read-input';

/** `fordela evaluate FILE`: reads a decision problem and prints its evaluation. */
export async function evaluateFile(
  file: string,
  options: { readonly pretty: boolean; readonly lang: Language },
): Promise<void> {
  const problem = parseJson(await readText(file, options.lang), file, options.lang);
  printAnswer(accepted(evaluate(problem, await loadFormulaEngine()), file, options.lang), options.pretty);
}
