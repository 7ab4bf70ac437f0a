import type { RegisteredTask } from '../evaluate/task';
import { additiveTasks } from './tasks/additive-tasks';
import { distanceTasks } from './tasks/distance-tasks';
import { prometheeTask } from './tasks/promethee-task';

/** The aggregation methods. */
export const methodTasks = (): readonly RegisteredTask[] => [...additiveTasks(), ...distanceTasks(), prometheeTask()];
