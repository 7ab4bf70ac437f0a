import { lazily } from '@fordela/domain';
import type { RegisteredTask } from './task';
import { groupTasks } from '../group/tasks';
import { methodTasks } from '../methods/tasks';
import { reviewerTasks } from '../reviewers/tasks';
import { robustnessTasks } from '../robustness/tasks';
import { weightTasks } from '../weights/tasks';

/** Every task `evaluate` knows. Each room of this library brings its own list. */
export const registeredTasks: () => readonly RegisteredTask[] = /* @__PURE__ */ lazily(() => [
  ...methodTasks(),
  ...weightTasks(),
  ...reviewerTasks(),
  ...robustnessTasks(),
  ...groupTasks(),
]);
