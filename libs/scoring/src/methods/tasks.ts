import { lazily } from '@fordela/domain';
import type { RegisteredTask } from '../evaluate/task';
import { additiveTasks } from './tasks/additive-tasks';
import { ahpTask } from './tasks/ahp-task';
import { compareTask, whyTask } from './tasks/comparison-tasks';
import { distanceTasks } from './tasks/distance-tasks';
import { electreTasks } from './tasks/electre-tasks';
import { interactionTasks } from './tasks/interaction-tasks';
import { mareTask } from './tasks/mare-task';
import { prometheeTask } from './tasks/promethee-task';
import { ratioTasks } from './tasks/ratio-tasks';
import { referenceTasks } from './tasks/reference-tasks';
import { screeningTasks } from './tasks/screening-tasks';

/** The aggregation methods. */
const aggregationTasks: () => readonly RegisteredTask[] = /* @__PURE__ */ lazily(() => [
  ...additiveTasks(),
  ahpTask(),
  mareTask(),
  ...distanceTasks(),
  prometheeTask(),
  ...electreTasks(),
  ...interactionTasks(),
  ...screeningTasks(),
  ...ratioTasks(),
  ...referenceTasks(aggregationTasks),
]);

/** The aggregation methods, and the tasks that set them side by side and give reasons. */
export const methodTasks = (): readonly RegisteredTask[] => [
  ...aggregationTasks(),
  compareTask(aggregationTasks),
  whyTask(aggregationTasks),
];
