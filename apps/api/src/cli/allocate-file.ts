import { allocate, allocationProblemOfPabulib, highsSolver } from '@fordela/portfolio';
import type { Language } from '@fordela/wording';
import { accepted, printAnswer } from './answer';
import { parseJson, readText } from './read-input';

interface Options {
  readonly pretty: boolean;
  readonly lang: Language;
  readonly tasks?: string;
}

/** `fordela allocate FILE`: reads an allocation problem, or an election in Pabulib's format, and prints the answer. */
export async function allocateFile(file: string, options: Options): Promise<void> {
  const content = await readText(file, options.lang);
  const problem = looksLikePabulib(file, content)
    ? accepted(allocationProblemOfPabulib(content), file, options.lang)
    : parseJson(content, file, options.lang);
  const tasks = options.tasks === undefined ? {} : { tasks: parseJson(options.tasks, '--tasks', options.lang) };
  const answer = await allocate(isObject(problem) ? { ...problem, ...tasks } : problem, {
    solver: await highsSolver(),
  });
  printAnswer(accepted(answer, file, options.lang), options.pretty);
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** By its name, or because the text starts as every Pabulib file does. */
function looksLikePabulib(file: string, content: string): boolean {
  return file.endsWith('.pb') || /^\uFEFF?\s*META\s*\r?\n/.test(content);
}
