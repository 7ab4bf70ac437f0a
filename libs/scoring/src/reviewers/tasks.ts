import type { RegisteredTask } from '../evaluate/task';
import { agreementTasks } from './tasks/agreement-tasks';
import { judgementTasks } from './tasks/reviewer-tasks';

/** Everything about reviewers that can be asked of a decision problem. */
export const reviewerTasks = (): readonly RegisteredTask[] => [...agreementTasks(), ...judgementTasks()];
