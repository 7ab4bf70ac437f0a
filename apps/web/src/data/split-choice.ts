import type { AllocationOptionsInput } from '../gql/types';

export type Objective = 'sum_of_value' | 'value_times_money';
export type Attribution = 'partner_budget' | 'lead_partner';

/** The policy choices of the split screen; what the service otherwise assumes is stated in its answer. */
export const splitOptions = (objective: Objective, attribution: Attribution): AllocationOptionsInput => ({
  objective,
  ownerAttribution: attribution,
});

/** The same with one split held: the region's own projects get at most `share` percent of the budget, all others at most the rest. */
export const optionsAtSplit = (
  objective: Objective,
  attribution: Attribution,
  share: number,
): AllocationOptionsInput => ({
  ...splitOptions(objective, attribution),
  limits: [
    { dimension: 'ownerGroup', groups: ['region_own'], maxShare: share / 100 },
    { dimension: 'ownerGroup', groups: ['municipal', 'other'], maxShare: (100 - share) / 100 },
  ],
});
