import { sumYears } from '../money';
import type { Application } from '../round';
import { applicationRow, draft, fieldPath, type RuleCheck } from './rule';

/** What § 8 of the regulation asks an application to tell, and where this data model holds it. */
const requiredParts: Readonly<Record<string, (application: Application) => boolean>> = {
  recipient: ({ project }) => project.leadPartnerId !== '',
  purpose: ({ project }) => project.title.trim() !== '' && project.summary.trim() !== '',
  goals: ({ project }) =>
    project.strategyPriorityId !== null ||
    project.gapIds.length + project.recommendationIds.length + project.needIds.length > 0,
  time_plan: ({ project }) => project.startMonth !== null && project.endMonth !== null,
  budget: ({ project }) => project.totalCostSek > 0,
  financing_plan: ({ project }) => project.financing.length > 0,
  requested_amount: ({ requestedSek }) => requestedSek > 0,
};

const always = () => true;

/** The application says what it must, and says the same everywhere. */
export const completenessRules: readonly RuleCheck[] = [
  {
    ruleId: 'application_incomplete',
    version: 1,
    parameterIds: [],
    applies: always,
    check: (application) => {
      const missing = Object.keys(requiredParts).filter((part) => !requiredParts[part]?.(application));
      return missing.length === 0 ? [] : draft(application, [], { missing });
    },
  },
  {
    ruleId: 'implementation_plan_missing',
    version: 1,
    parameterIds: [],
    applies: always,
    check: (application) =>
      application.project.phases.length > 0 ? [] : draft(application, ['project', 'phases'], {}),
  },
  {
    ruleId: 'received_date_missing',
    version: 1,
    parameterIds: [],
    applies: always,
    check: (application) => (application.receivedDate === null ? draft(application, ['receivedDate'], {}) : []),
  },
  {
    ruleId: 'received_after_closing',
    version: 1,
    parameterIds: [],
    applies: (application, { round }) => application.receivedDate !== null && round.call.closingDate !== null,
    check: (application, { round }) =>
      (application.receivedDate as string) > (round.call.closingDate as string)
        ? draft(application, ['receivedDate'], { received: application.receivedDate, closing: round.call.closingDate })
        : [],
  },
  {
    ruleId: 'end_before_start',
    version: 1,
    parameterIds: [],
    applies: ({ project }) => project.startMonth !== null && project.endMonth !== null,
    check: (application) => {
      const { startMonth, endMonth } = application.project;
      return (endMonth as string) < (startMonth as string)
        ? draft(application, ['project', 'endMonth'], { start: startMonth, end: endMonth })
        : [];
    },
  },
  {
    ruleId: 'cost_years_do_not_sum',
    version: 1,
    parameterIds: [],
    applies: ({ project }) => project.costs.length > 0,
    check: (application) => {
      const [sum, total] = [sumYears(application.project.costs), application.project.totalCostSek];
      return sum === total
        ? []
        : draft(application, ['project', 'totalCostSek'], { sum, total, difference: total - sum });
    },
  },
  {
    ruleId: 'requested_years_do_not_sum',
    version: 1,
    parameterIds: [],
    applies: ({ requested }) => requested.length > 0,
    check: (application) => {
      const [sum, total] = [sumYears(application.requested), application.requestedSek];
      return sum === total ? [] : draft(application, ['requestedSek'], { sum, total, difference: total - sum });
    },
  },
  {
    ruleId: 'smallest_grant_above_request',
    version: 1,
    parameterIds: [],
    applies: (application) => application.smallestUsefulGrantSek !== null,
    check: (application) => {
      const smallest = application.smallestUsefulGrantSek as number;
      return smallest > application.requestedSek
        ? draft(application, ['smallestUsefulGrantSek'], { smallest, requested: application.requestedSek })
        : [];
    },
  },
  {
    ruleId: 'cost_range_inconsistent',
    version: 1,
    parameterIds: [],
    applies: ({ project }) => project.costP10Sek !== null || project.costP90Sek !== null,
    check: (application) => {
      const { costP10Sek: low, costP90Sek: high, totalCostSek: total } = application.project;
      const isRight = (low === null || low <= total) && (high === null || total <= high);
      return isRight ? [] : draft(application, ['project', 'costP10Sek'], { low, high, total });
    },
  },
  {
    ruleId: 'possible_duplicate',
    version: 1,
    parameterIds: [],
    applies: always,
    check: (application, { round }) => {
      const sameText = (other: Application) => plainTitle(other) === plainTitle(application);
      const twins = round.applications.filter((other) => other.id !== application.id && sameText(other));
      if (twins.length === 0) return [];
      return [
        {
          path: fieldPath(application, 'project', 'title'),
          params: { title: application.project.title, others: twins.map((other) => other.id) },
          rows: [application, ...twins].map(applicationRow),
        },
      ];
    },
  },
];

function plainTitle(application: Application): string {
  return application.project.title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
