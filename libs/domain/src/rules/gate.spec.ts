import { checkRound } from './check-round';
import { defaultRuleBook } from './default-rule-book';
import { findingKey } from './finding';
import { gateOf, type EligibilityRuling, type FindingReview } from './gate';
import { checkFindingReview, completionFindings, eligibilityRuling } from './review';
import { smallApplication, smallRound } from './small-round.fixture';

const application = smallApplication(
  {},
  { stateAidRoute: 'unclear', receivingStructure: 'no', receivingActorId: null },
);
const round = smallRound([application]);
const findings = checkRound(round, defaultRuleBook);
const [aid, receiver] = ['state_aid_unclear', 'no_receiving_structure'].map((id) =>
  findings.find((item) => item.ruleId === id),
);
if (!aid || !receiver) throw new Error('the sample has changed');

const review = (changes: Partial<FindingReview> = {}): FindingReview => ({
  findingKey: findingKey(aid),
  applicationId: 'A-1',
  decision: 'overridden',
  reason: 'Juristens svar 2026-05-02: inget stöd.',
  reviewedBy: 'anna',
  reviewedAt: '2026-05-03T10:00:00Z',
  ...changes,
});
const gate = (findingReviews: readonly FindingReview[] = [], rulings: readonly EligibilityRuling[] = []) =>
  gateOf(round, defaultRuleBook, application, findings, { findingReviews, rulings });
const outcomes = (lines: ReturnType<typeof gate>['lines']) =>
  Object.fromEntries(lines.map((line) => [line.item, line.outcome]));

describe('gateOf', () => {
  it('passes, fails, asks and leaves out, with the sources of each line', () => {
    const result = gate();
    expect(outcomes(result.lines)).toMatchObject({
      complete_application: 'pass',
      grant_rate: 'pass',
      advance: 'not_applicable',
      state_aid: 'fail',
      receiving_structure: 'needs_review',
      reviewers: 'not_applicable',
    });
    expect(result).toMatchObject({ isBlocked: true, needsReview: true, ruling: null });
    const line = result.lines.find((item) => item.item === 'grant_rate');
    expect(line?.sources.map((source) => source.citation).join()).toContain('2003:596');
  });

  it('lets an officer override with a reason, and keeps the finding in sight', () => {
    const result = gate([review(), review({ findingKey: findingKey(receiver), decision: 'confirmed' })]);
    expect(outcomes(result.lines)).toMatchObject({ state_aid: 'pass', receiving_structure: 'pass' });
    expect(result).toMatchObject({ isBlocked: false, needsReview: false });
    const line = result.lines.find((item) => item.item === 'state_aid');
    expect(line?.findings[0]?.review?.reason).toContain('Juristens svar');
  });

  it('takes the latest word', () => {
    const later = review({ decision: 'confirmed', reviewedAt: '2026-05-04T10:00:00Z' });
    expect(gate([later, review()]).isBlocked).toBe(true);
  });

  it('drops an override when the figures it was made on change', () => {
    const advance = smallApplication({ advanceRequestedSek: 300_000 });
    const more = smallApplication({ advanceRequestedSek: 310_000 });
    const [finding] = checkRound(smallRound([advance]), defaultRuleBook);
    if (!finding) throw new Error('no finding');
    const reviews = { findingReviews: [review({ findingKey: findingKey(finding) })], rulings: [] };
    const gateFor = (item: typeof advance) => {
      const own = smallRound([item]);
      return gateOf(own, defaultRuleBook, item, checkRound(own, defaultRuleBook), reviews);
    };
    expect(gateFor(advance).isBlocked).toBe(false);
    expect(gateFor(more).isBlocked).toBe(true);
  });

  it('blocks by a ruling, and a reinstatement lifts the errors it saw but no later one', () => {
    const wanted = { applicationId: 'A-1', reason: 'Svar inkom', ruledBy: 'anna', ruledAt: '2026-05-03T10:00:00Z' };
    const out = eligibilityRuling({ ...wanted, ruling: 'ineligible' }, findings, []);
    const back = eligibilityRuling({ ...wanted, ruling: 'reinstated', ruledAt: '2026-05-09T10:00:00Z' }, findings, []);
    if (!out.ok || !back.ok) throw new Error('refused');
    expect(gate([review()], [out.value]).isBlocked).toBe(true);
    expect(gate([], [out.value, back.value]).isBlocked).toBe(false);
    const worse = smallApplication({ advanceRequestedSek: 300_000 }, application.project);
    const worseRound = smallRound([worse]);
    const worseFindings = checkRound(worseRound, defaultRuleBook);
    expect(
      gateOf(worseRound, defaultRuleBook, worse, worseFindings, { findingReviews: [], rulings: [back.value] })
        .isBlocked,
    ).toBe(true);
  });
});

describe('reviews and rulings before they are recorded', () => {
  it('refuses an override without a reason and a review of figures that have changed', () => {
    expect(checkFindingReview(review(), findings).ok).toBe(true);
    expect(checkFindingReview(review({ reason: ' ' }), findings)).toMatchObject({
      refusal: [{ code: 'review-reason-missing' }],
    });
    expect(checkFindingReview(review({ findingKey: 'x' }), findings)).toMatchObject({
      refusal: [{ code: 'review-finding-gone' }],
    });
    expect(checkFindingReview(review({ decision: 'confirmed', reason: '' }), findings).ok).toBe(true);
  });

  it('refuses to set aside what the gate does not keep: a conflict of interest, a limit of the allocation', () => {
    for (const severity of ['exclude_rating', 'portfolio_constraint'] as const) {
      const kept = findings.map((finding) => ({ ...finding, severity }));
      expect(checkFindingReview(review(), kept)).toMatchObject({ refusal: [{ code: 'review-cannot-override' }] });
      expect(checkFindingReview(review({ decision: 'confirmed' }), kept).ok).toBe(true);
    }
  });

  it('refuses a ruling without a reason, and reinstating what is not out', () => {
    const wanted = {
      applicationId: 'A-1',
      ruling: 'reinstated',
      reason: 'x',
      ruledBy: 'anna',
      ruledAt: '2026-05-03',
    } as const;
    expect(eligibilityRuling({ ...wanted, reason: '' }, findings, [])).toMatchObject({
      refusal: [{ code: 'review-reason-missing' }],
    });
    expect(eligibilityRuling(wanted, [], [])).toMatchObject({ refusal: [{ code: 'ruling-nothing-to-reinstate' }] });
  });

  it('asks the applicant for what they can mend, errors first', () => {
    expect(completionFindings('A-1', findings).map((item) => item.ruleId)).toEqual([
      'state_aid_unclear',
      'no_receiving_structure',
    ]);
    expect(completionFindings('A-2', findings)).toEqual([]);
  });
});
