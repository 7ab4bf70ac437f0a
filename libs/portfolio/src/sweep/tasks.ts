import type { RegisteredTask } from '../allocate/task';
import { splitGridTask } from './split-grid-task';
import { splitSweepTask } from './sweep-task';

/** The tasks of this room. */
export const sweepTasks = (): readonly RegisteredTask[] => [splitSweepTask(), splitGridTask()];
