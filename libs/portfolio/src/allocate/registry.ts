import { lazily } from '@fordela/domain';
import { efficientTasks } from '../efficient/tasks';
import { explainTasks } from '../explain/tasks';
import { fairTasks } from '../fair/tasks';
import { liquidityTasks } from '../liquidity/tasks';
import { metricsTasks } from '../metrics/tasks';
import { optimiseTasks } from '../optimise/tasks';
import { policyTasks } from '../policy/tasks';
import { priceTasks } from '../prices/tasks';
import { sweepTasks } from '../sweep/tasks';
import type { RegisteredTask } from './task';

/** Every task `allocate` knows. Each room of this library adds one line with its own list. */
export const registeredTasks: () => readonly RegisteredTask[] = /* @__PURE__ */ lazily(() => [
  ...optimiseTasks(),
  ...sweepTasks(),
  ...explainTasks(),
  ...priceTasks(),
  ...fairTasks(),
  ...metricsTasks(),
  ...efficientTasks(),
  ...liquidityTasks(),
  ...policyTasks(),
]);
