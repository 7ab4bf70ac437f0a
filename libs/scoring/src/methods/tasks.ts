import type { RegisteredTask } from '../evaluate/task';

/** The aggregation methods. */
export const methodTasks = (): readonly RegisteredTask[] => [];
