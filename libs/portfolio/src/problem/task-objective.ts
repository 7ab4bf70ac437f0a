import { accept, refusal, refuse, type Path, type Result } from '@fordela/domain';
import type { AllocationProblem, Objective } from './allocation-problem';
import type { ObjectiveInput } from './problem-file';
import { readObjective } from './read-objective';
import { startReading } from './reading';

/**
 * The objective of a task: its own when it states one, else the problem's.
 *
 * Errors  allocation-no-value when neither says which value counts; the refusals of the objective itself, in place.
 */
export function taskObjective(
  problem: AllocationProblem,
  stated: ObjectiveInput | undefined,
  path: Path,
): Result<Objective> {
  if (stated === undefined) {
    if (problem.objective) return accept(problem.objective);
    return refuse([refusal('allocation-no-value', path, { value: 'value', choices: problem.valueNames })]);
  }
  const decimals = (scale: number) => Math.round(Math.log10(scale));
  const scales = { moneyDecimals: decimals(problem.moneyScale), valueDecimals: decimals(problem.valueScale) };
  const reading = startReading(scales, 12);
  const objective = readObjective(stated, problem, path, reading);
  if (reading.needs.moneyDecimals > scales.moneyDecimals)
    reading.refuse('allocation-amount-too-fine', path, { value: '', mostMoneyDecimals: scales.moneyDecimals });
  return reading.refusals.length > 0 ? refuse(reading.refusals) : accept(objective);
}
