import type { RegisteredTask } from '../allocate/task';
import { optimiseTask } from './optimise-task';

/** The tasks of this room. */
export const optimiseTasks = (): readonly RegisteredTask[] => [optimiseTask()];
