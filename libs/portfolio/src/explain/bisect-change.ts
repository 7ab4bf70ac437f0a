import type { Forced } from '../optimise/program';
import type { ProblemChange } from './changed-problem';
import type { ReasonBench } from './reasons';
import { standingUnder } from './verified-change';

/**
 * A change that turns a project's fate, found by trying: doubled until it works, then halved towards the last that did not. For
 * objectives that are not linear, where a larger change may undo what a smaller one did: the result is a change that works next to
 * one that does not, not provably the smallest. Null when none of those tried works.
 */
export async function bisectChange(
  bench: ReasonBench,
  demand: Forced,
  change: (by: number) => ProblemChange,
  most: number,
): Promise<number | null> {
  const { problem, objective, settings, context } = bench;
  const works = async (by: number) =>
    (await standingUnder(problem, change(by), objective, settings, context, demand))?.inSomeOptimum === true;
  let [fails, succeeds] = [0, 0];
  for (let by = Math.max(1, Math.ceil(most / 1024)); succeeds === 0; by = Math.min(most, by * 2)) {
    if (await works(by)) succeeds = by;
    else if (by >= most) return null;
    else fails = by;
  }
  while (succeeds - fails > 1) {
    const middle = Math.floor((fails + succeeds) / 2);
    if (await works(middle)) succeeds = middle;
    else fails = middle;
  }
  return succeeds;
}
