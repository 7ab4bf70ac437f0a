import { accept, refusal, refuse, type Refusal, type Result } from '../result';
import { findingKey, type Finding } from './finding';
import type { EligibilityRuling, FindingReview } from './gate';
import type { Severity } from './rule-book';

/** What these findings mean is kept by the ratings and the allocation, not by the gate. */
const keptElsewhere: ReadonlySet<Severity> = new Set<Severity>(['exclude_rating', 'portfolio_constraint']);

/**
 * Checks what an officer says about a finding before it is recorded.
 *
 * Errors  `review-finding-gone` (no finding with that key: the figures have changed since the officer read them),
 *         `review-reason-missing` (an override without a reason), `review-cannot-override` (a rating left out for a conflict of
 *         interest, or a limit the allocation keeps: setting the finding aside would change neither).
 */
export function checkFindingReview(
  review: FindingReview,
  findings: readonly Finding[],
): Result<FindingReview, readonly Refusal[]> {
  const problems: Refusal[] = [];
  const finding = findings.find(
    (item) => item.applicationId === review.applicationId && findingKey(item) === review.findingKey,
  );
  if (!finding) problems.push(refusal('review-finding-gone', ['findingKey'], { application: review.applicationId }));
  if (review.decision === 'overridden' && review.reason.trim() === '')
    problems.push(refusal('review-reason-missing', ['reason'], { application: review.applicationId }));
  if (review.decision === 'overridden' && finding && keptElsewhere.has(finding.severity))
    problems.push(
      refusal('review-cannot-override', ['decision'], { rule: finding.ruleId, severity: finding.severity }),
    );
  return problems.length === 0 ? accept(review) : refuse(problems);
}

/**
 * A ruling on the whole application, made ready to record: a reinstatement covers the errors that stand as it is made.
 *
 * Errors  `review-reason-missing`; `ruling-nothing-to-reinstate` when there is neither an error nor a ruling of ineligible to lift.
 */
export function eligibilityRuling(
  wanted: Omit<EligibilityRuling, 'findingKeys'>,
  findings: readonly Finding[],
  earlier: readonly EligibilityRuling[],
): Result<EligibilityRuling, readonly Refusal[]> {
  const params = { application: wanted.applicationId };
  if (wanted.reason.trim() === '') return refuse([refusal('review-reason-missing', ['reason'], params)]);
  if (wanted.ruling === 'ineligible') return accept({ ...wanted, findingKeys: [] });
  const errors = findings.filter((item) => item.applicationId === wanted.applicationId && item.severity === 'error');
  const wasRuledOut = earlier.some(
    (item) => item.applicationId === wanted.applicationId && item.ruling === 'ineligible',
  );
  if (errors.length === 0 && !wasRuledOut) return refuse([refusal('ruling-nothing-to-reinstate', ['ruling'], params)]);
  return accept({ ...wanted, findingKeys: errors.map(findingKey).sort() });
}

/** Rules whose findings the applicant can mend: those a request for completion may list. The others are for the region to settle. */
export const mendableRuleIds: ReadonlySet<string> = new Set([
  'application_incomplete',
  'implementation_plan_missing',
  'end_before_start',
  'cost_years_do_not_sum',
  'requested_years_do_not_sum',
  'smallest_grant_above_request',
  'cost_range_inconsistent',
  'ordinary_activity_borderline',
  'operating_support_suspected',
  'strategy_priority_missing',
  'grant_rate_above_50',
  'requested_not_in_financing',
  'financing_does_not_sum',
  'financing_years_do_not_match',
  'partner_shares_not_100',
  'lead_partner_not_one',
  'phase_costs_do_not_sum',
  'phase_years_do_not_match',
  'in_kind_mismatch',
  'in_kind_paid_by_1_1',
  'cofinancing_not_confirmed',
  'eruf_share_above_40',
  'esf_share_above_54',
  'interreg_share_above_80',
  'advance_above_cap',
  'state_aid_unclear',
  'state_aid_undertaking_missing',
  'de_minimis_amount_missing',
  'company_without_aid_route',
  'no_receiving_structure',
  'receiving_structure_not_stated',
  'receiving_actor_missing',
  'unknown_municipality_code',
  'municipality_missing',
  'dangling_dependency',
]);

/** What to ask the applicant to complete: their mendable findings, errors first, then in the order of the findings. */
export function completionFindings(applicationId: string, findings: readonly Finding[]): readonly Finding[] {
  const own = findings.filter(
    (finding) => finding.applicationId === applicationId && mendableRuleIds.has(finding.ruleId),
  );
  return [
    ...own.filter((finding) => finding.severity === 'error'),
    ...own.filter((finding) => finding.severity !== 'error'),
  ];
}
