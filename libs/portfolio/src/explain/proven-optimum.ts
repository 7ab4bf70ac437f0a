import { accept, refusal, refuse } from '@fordela/domain';
import type { TaskContext } from '../allocate/task';
import type { Choice } from '../optimise/choice';
import { tiedOptima } from '../optimise/tied-optima';
import type { AllocationProblem, Objective, SolverSettings } from '../problem/allocation-problem';
import { explainable, statedOptimiser, type StatedOptimiser, type StatedOptimum } from './stated-optimiser';

/** Tasks that compare with the optimum need one that is proven. */
export async function provenOptimum(
  problem: AllocationProblem,
  objective: Objective,
  settings: SolverSettings,
  context: TaskContext,
) {
  const asked = explainable(problem, objective, [...context.path, 'objective']);
  if (!asked.ok) return asked;
  const optimiser = await statedOptimiser(problem, objective, settings, context);
  const optimum = await optimiser.solve();
  if (optimum.status === 'infeasible') return refuse([refusal('allocation-infeasible', context.path)]);
  if (optimum.status !== 'optimal') return refuse([refusal('allocation-not-proven', context.path)]);
  return accept({ optimiser, optimum, choice: await firstOf(optimiser, optimum, settings, context) });
}

/** The one of the tied optima that the rule for ties puts first. */
async function firstOf(
  { whole }: StatedOptimiser,
  { choice }: StatedOptimum,
  settings: SolverSettings,
  context: TaskContext,
): Promise<Choice> {
  const tied = whole && (await tiedOptima(whole, await whole.solve(), 10, settings, context));
  return tied?.choices[0] ?? choice ?? {};
}
