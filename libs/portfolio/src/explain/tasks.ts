import type { RegisteredTask } from '../allocate/task';
import { overridesTask, reasonsTask } from './reasons-task';

/** The tasks of this room. */
export const explainTasks = (): readonly RegisteredTask[] => [reasonsTask(), overridesTask()];
