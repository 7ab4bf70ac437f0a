import type { ChecklistItem } from './checklist';
import type { FigureId } from './figure-units';
import { figureUnits } from './figure-units';
import type { RuleBook, RuleParameter, RuleScope, RuleSetting, RuleSource, Severity } from './rule-book';
import { ruleSources as from } from './sources';

/** The first day the book answers for: the law's present title and wording. Earlier decisions need their own values. */
const start = '2023-01-01';

function figure(
  id: FigureId,
  value: RuleParameter['value'],
  scope: RuleScope,
  source: RuleSource,
  dates: { readonly validFrom?: string; readonly validTo?: string } = {},
): RuleParameter {
  return {
    id,
    value,
    unit: figureUnits[id],
    scope,
    source,
    validFrom: dates.validFrom ?? start,
    validTo: dates.validTo ?? null,
  };
}

function rule(
  ruleId: string,
  severity: Severity,
  checklistItem: ChecklistItem,
  scope: RuleScope,
  sources: readonly RuleSource[],
  parameterIds: readonly FigureId[] = [],
): RuleSetting {
  return { ruleId, version: 1, severity, checklistItem, parameterIds, scope, sources, validFrom: start, validTo: null };
}

const deMinimisPeriod = { validFrom: '2024-01-01', validTo: '2030-12-31' };

/** The rules and figures Fördela starts with. A region changes them by adding values with dates, never by editing old ones. */
export const defaultRuleBook: RuleBook = {
  version: '2026-1',
  parameters: [
    figure('grant_rate_ceiling', 50, 'law', from.half),
    figure('advance_share_ceiling', 50, 'law', from.advance),
    figure('advance_ceiling_sek', 400_000, 'law', from.advance),
    figure('eruf_ceiling', 40, 'fund', from.eruf),
    figure('esf_ceiling', 54, 'fund', from.esf),
    figure('interreg_ceiling', 80, 'fund', from.interreg),
    figure('de_minimis_ceiling_eur', 300_000, 'eu_law', from.deMinimis, deMinimisPeriod),
    figure('de_minimis_years', 3, 'eu_law', from.deMinimis, deMinimisPeriod),
    figure('required_reviewers', 3, 'regional_practice', from.threeReviewers),
    figure('partner_share_tolerance', 0.1, 'engine', from.engine),
    figure('single_party_limit', 1, 'engine', from.engine),
    figure(
      'operating_support_words',
      [
        'drift av',
        'driftsstöd',
        'driftbidrag',
        'ordinarie drift',
        'löpande drift',
        'löpande lön',
        'löpande kostnader',
        'löpande hyra',
      ],
      'engine',
      from.engine,
    ),
    figure(
      'ordinary_operations_words',
      [
        'ordinarie verksamhet',
        'löpande verksamhet',
        'egen organisation',
        'egna organisationen',
        'linjeverksamhet',
        'grunduppdrag',
      ],
      'engine',
      from.engine,
    ),
    figure('call_lead_time_months', 6, 'report', from.reportLeadTime),
  ],
  rules: [
    rule('application_incomplete', 'error', 'complete_application', 'law', [from.written]),
    rule('implementation_plan_missing', 'warning', 'complete_application', 'law', [from.written]),
    rule('received_date_missing', 'warning', 'complete_application', 'engine', [from.engine]),
    rule('received_after_closing', 'manual_review', 'complete_application', 'regional_practice', [from.engine]),
    rule('end_before_start', 'error', 'complete_application', 'engine', [from.engine]),
    rule('cost_years_do_not_sum', 'error', 'complete_application', 'engine', [from.nyps, from.engine]),
    rule('requested_years_do_not_sum', 'error', 'complete_application', 'engine', [from.nyps, from.engine]),
    rule('smallest_grant_above_request', 'error', 'complete_application', 'engine', [from.engine]),
    rule('cost_range_inconsistent', 'warning', 'complete_application', 'engine', [from.engine]),
    rule('possible_duplicate', 'manual_review', 'complete_application', 'engine', [from.engine]),

    rule(
      'ordinary_activity_borderline',
      'manual_review',
      'ordinary_operations',
      'law',
      [from.project, from.engine],
      ['ordinary_operations_words', 'single_party_limit'],
    ),
    rule(
      'operating_support',
      'error',
      'operating_support',
      'law',
      [from.noOperatingSupport, from.engine],
      ['operating_support_words', 'single_party_limit'],
    ),
    rule(
      'operating_support_suspected',
      'manual_review',
      'operating_support',
      'law',
      [from.noOperatingSupport, from.engine],
      ['operating_support_words', 'single_party_limit'],
    ),

    rule('strategy_priority_missing', 'manual_review', 'strategy_fit', 'law', [from.purpose, from.strategy]),
    rule('strategy_priority_unknown', 'error', 'strategy_fit', 'law', [from.purpose, from.strategy]),

    rule(
      'grant_rate_above_50',
      'error',
      'grant_rate',
      'law',
      [from.half, from.halfSormland, from.halfJointly],
      ['grant_rate_ceiling'],
    ),
    rule('requested_not_in_financing', 'error', 'financing_closes', 'engine', [from.nyps]),
    rule('financing_does_not_sum', 'error', 'financing_closes', 'law', [from.nyps, from.written]),
    rule('financing_years_do_not_match', 'error', 'financing_closes', 'engine', [from.nyps, from.engine]),
    rule(
      'partner_shares_not_100',
      'error',
      'partner_shares',
      'engine',
      [from.nyps, from.engine],
      ['partner_share_tolerance'],
    ),
    rule('lead_partner_not_one', 'error', 'partner_shares', 'engine', [from.written, from.engine]),
    rule('phase_costs_do_not_sum', 'error', 'phases_total', 'engine', [from.engine]),
    rule('phase_years_do_not_match', 'warning', 'phases_total', 'engine', [from.engine]),
    rule('in_kind_mismatch', 'error', 'in_kind', 'law', [from.nyps]),
    rule('in_kind_paid_by_1_1', 'error', 'in_kind', 'law', [from.nyps]),
    rule('cofinancing_not_confirmed', 'warning', 'co_financing', 'regional_practice', [from.nyps]),
    rule('eruf_share_above_40', 'error', 'fund_ceilings', 'fund', [from.eruf], ['eruf_ceiling']),
    rule('esf_share_above_54', 'error', 'fund_ceilings', 'fund', [from.esf], ['esf_ceiling']),
    rule('interreg_share_above_80', 'error', 'fund_ceilings', 'fund', [from.interreg], ['interreg_ceiling']),
    rule(
      'advance_above_cap',
      'error',
      'advance',
      'law',
      [from.advance],
      ['advance_share_ceiling', 'advance_ceiling_sek'],
    ),
    rule('started_before_application', 'error', 'not_started', 'law', [from.startAid]),

    rule('state_aid_unclear', 'error', 'state_aid', 'eu_law', [from.stateAid, from.purpose]),
    rule('state_aid_undertaking_missing', 'error', 'state_aid', 'eu_law', [from.stateAid, from.deMinimis]),
    rule('de_minimis_amount_missing', 'error', 'state_aid', 'eu_law', [from.deMinimis]),
    rule('company_without_aid_route', 'manual_review', 'state_aid', 'eu_law', [from.stateAid]),
    rule(
      'de_minimis_exceeded',
      'error',
      'state_aid',
      'eu_law',
      [from.deMinimis],
      ['de_minimis_ceiling_eur', 'de_minimis_years'],
    ),
    rule(
      'de_minimis_joint',
      'portfolio_constraint',
      'state_aid',
      'eu_law',
      [from.deMinimis],
      ['de_minimis_ceiling_eur', 'de_minimis_years'],
    ),

    rule('no_receiving_structure', 'warning', 'receiving_structure', 'report', [from.report]),
    rule('receiving_structure_not_stated', 'warning', 'receiving_structure', 'report', [from.report]),
    rule('receiving_actor_missing', 'warning', 'receiving_structure', 'report', [from.report]),
    rule('unknown_municipality_code', 'error', 'municipalities', 'engine', [from.engine]),
    rule('municipality_missing', 'warning', 'municipalities', 'engine', [from.engine]),
    rule('dangling_dependency', 'error', 'dependencies', 'engine', [from.engine]),
    rule('dependency_on_itself', 'error', 'dependencies', 'engine', [from.engine]),
    rule('dependency_contradiction', 'error', 'dependencies', 'engine', [from.engine]),

    rule(
      'too_few_reviewers',
      'warning',
      'reviewers',
      'regional_practice',
      [from.threeReviewers],
      ['required_reviewers'],
    ),
    rule('missing_ratings', 'warning', 'ratings', 'regional_practice', [from.reviewForm]),
    rule('rating_out_of_range', 'error', 'ratings', 'regional_practice', [from.reviewForm]),
    rule('conflict_of_interest_declared', 'exclude_rating', 'conflicts_of_interest', 'law', [from.conflict]),
    rule('conflict_of_interest_undeclared', 'error', 'conflicts_of_interest', 'law', [from.conflict]),
    rule('prepared_by_applicant', 'error', 'conflicts_of_interest', 'law', [from.conflict, from.reportOwnShare]),
    rule('own_project_judged_inside', 'manual_review', 'conflicts_of_interest', 'regional_practice', [
      from.reportOwnShare,
      from.conflict,
    ]),
  ],
};
