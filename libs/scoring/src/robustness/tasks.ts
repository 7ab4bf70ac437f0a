import type { RegisteredTask } from '../evaluate/task';
import { clarityTask } from './tasks/clarity-task';
import { dominanceTask } from './tasks/dominance-task';
import { rankEntropyTask } from './tasks/entropy-task';
import { reversalTask } from './tasks/reversal-task';
import { sensitivityTasks } from './tasks/sensitivity-tasks';
import { smaaTask } from './tasks/smaa-task';

/** How sure an answer is: what would change it, and what holds whatever is not known. */
export const robustnessTasks = (): readonly RegisteredTask[] => [
  smaaTask(),
  rankEntropyTask(),
  ...sensitivityTasks(),
  dominanceTask(),
  reversalTask(),
  clarityTask(),
];
