/** The points an application is checked on, in the order an officer reads them. Every rule belongs to one. */
export const checklistItems = [
  'complete_application',
  'ordinary_operations',
  'operating_support',
  'strategy_fit',
  'grant_rate',
  'financing_closes',
  'partner_shares',
  'phases_total',
  'in_kind',
  'co_financing',
  'fund_ceilings',
  'advance',
  'not_started',
  'state_aid',
  'receiving_structure',
  'municipalities',
  'dependencies',
  'reviewers',
  'ratings',
  'conflicts_of_interest',
] as const;
export type ChecklistItem = (typeof checklistItems)[number];
