import { accept, refusal, refuse } from '@fordela/domain';
import type { TaskContext } from '../allocate/task';
import { optimiserFor } from '../optimise/optimise';
import { tiedOptima } from '../optimise/tied-optima';
import type { AllocationProblem, Objective, SolverSettings } from '../problem/allocation-problem';

/** Tasks that compare with the optimum need one that is proven. */
export async function provenOptimum(
  problem: AllocationProblem,
  objective: Objective,
  settings: SolverSettings,
  context: TaskContext,
) {
  if (problem.marginalPartFunding) return refuse([refusal('allocation-marginal-not-here', context.path)]);
  const optimiser = await optimiserFor(problem, objective, settings, context);
  const optimum = await optimiser.solve();
  if (optimum.status === 'infeasible') return refuse([refusal('allocation-infeasible', context.path)]);
  if (optimum.status !== 'optimal') return refuse([refusal('allocation-not-proven', context.path)]);
  const tied = await tiedOptima(optimiser, optimum, 10, settings, context);
  return accept({ optimiser, optimum, choice: tied.choices[0] ?? {} });
}
