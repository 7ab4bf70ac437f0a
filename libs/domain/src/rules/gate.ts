import type { Application, Round } from '../round';
import { applicableRules, type CheckOptions } from './check-round';
import { checklistItems, type ChecklistItem } from './checklist';
import { findingKey, type Finding } from './finding';
import type { RuleBook, RuleSource } from './rule-book';

/** What an officer has said about a finding. Nothing is deleted: the last word in order of time counts, the others stay. */
export interface FindingReview {
  /** `findingKey` of the finding as it stood: when its figures change the review no longer matches and must be made anew. */
  readonly findingKey: string;
  readonly applicationId: string;
  readonly decision: 'confirmed' | 'overridden';
  /** Needed for an override, as for every departure from a rule. */
  readonly reason: string;
  readonly reviewedBy: string;
  /** ISO 8601 with time. */
  readonly reviewedAt: string;
}

/** A person's decision on the application as a whole: ineligible on grounds no rule sees, or taken back in after a correction. */
export interface EligibilityRuling {
  readonly applicationId: string;
  readonly ruling: 'ineligible' | 'reinstated';
  /** The errors a reinstatement covers (`findingKey`); one that comes later stops the application again. Empty for ineligible. */
  readonly findingKeys: readonly string[];
  readonly reason: string;
  readonly ruledBy: string;
  readonly ruledAt: string;
}

export const checklistOutcomes = ['pass', 'fail', 'needs_review', 'not_applicable'] as const;
export type ChecklistOutcome = (typeof checklistOutcomes)[number];

/** One line of the checklist: what the rules say, and what people have said about it. */
export interface ChecklistLine {
  readonly item: ChecklistItem;
  readonly outcome: ChecklistOutcome;
  readonly ruleIds: readonly string[];
  readonly sources: readonly RuleSource[];
  readonly findings: readonly ReviewedFinding[];
}

export interface ReviewedFinding {
  readonly finding: Finding;
  readonly key: string;
  /** The review in force; null when nobody has looked at the finding as it now stands. */
  readonly review: FindingReview | null;
}

export interface Gate {
  readonly applicationId: string;
  readonly lines: readonly ChecklistLine[];
  /** True when the application may not go on. A failed line does not block when the application was reinstated in spite of it. */
  readonly isBlocked: boolean;
  /** True while something waits for a person: a finding that is neither confirmed nor overridden. */
  readonly needsReview: boolean;
  /** The ruling in force on the whole application; null when there is none. */
  readonly ruling: EligibilityRuling | null;
}

export interface GateReviews {
  readonly findingReviews: readonly FindingReview[];
  readonly rulings: readonly EligibilityRuling[];
}

/**
 * The checklist of one application.
 *
 * Rule    A line fails on an error that is not overridden; it needs review on a warning or a question nobody has looked at, and
 *         passes otherwise. An overridden finding stays on the line with its reason. Ratings left out and limits the allocation keeps
 *         do not stop an application. A line no rule applies to is not applicable.
 *         Blocked: an error that is neither overridden nor covered by a reinstatement in force; or a ruling of ineligible.
 * Edges   Of several reviews of a finding the latest by time counts, then the later in the list. A review whose key no longer matches
 *         a finding is not used.
 */
export function gateOf(
  round: Round,
  ruleBook: RuleBook,
  application: Application,
  findings: readonly Finding[],
  reviews: GateReviews = { findingReviews: [], rulings: [] },
  options: CheckOptions = {},
): Gate {
  const applicable = applicableRules(round, ruleBook, application, options);
  const own = findings.filter((finding) => finding.applicationId === application.id);
  const reviewOf = new Map<string, FindingReview>();
  for (const review of inTime(reviews.findingReviews, (item) => item.reviewedAt))
    reviewOf.set(review.findingKey, review);
  const lines = checklistItems.map((item): ChecklistLine => {
    const rules = applicable.filter((rule) => rule.checklistItem === item);
    const reviewed = own
      .filter((finding) => finding.checklistItem === item)
      .map((finding) => ({ finding, key: findingKey(finding) }))
      .map(({ finding, key }) => ({ finding, key, review: reviewOf.get(key) ?? null }));
    const sources = rules.flatMap((rule) => rule.sources);
    return {
      item,
      outcome: outcomeOf(rules.length > 0, reviewed),
      ruleIds: rules.map((rule) => rule.ruleId),
      sources: sources.filter(
        (source, index) => sources.findIndex((other) => other.citation === source.citation) === index,
      ),
      findings: reviewed,
    };
  });
  const ruling = inTime(
    reviews.rulings.filter((item) => item.applicationId === application.id),
    (item) => item.ruledAt,
  ).at(-1);
  const covered = new Set(ruling?.ruling === 'reinstated' ? ruling.findingKeys : []);
  const hasOpenError = lines.some((line) =>
    line.findings.some((item) => isStanding(item) && item.finding.severity === 'error' && !covered.has(item.key)),
  );
  return {
    applicationId: application.id,
    lines,
    isBlocked: ruling?.ruling === 'ineligible' || hasOpenError,
    needsReview: lines.some((line) => line.findings.some((item) => awaitsPerson(item))),
    ruling: ruling ?? null,
  };
}

function outcomeOf(isApplicable: boolean, findings: readonly ReviewedFinding[]): ChecklistOutcome {
  const standing = findings.filter(isStanding);
  if (standing.some((item) => item.finding.severity === 'error')) return 'fail';
  if (standing.some(awaitsPerson)) return 'needs_review';
  return isApplicable || findings.length > 0 ? 'pass' : 'not_applicable';
}

function isStanding(item: ReviewedFinding): boolean {
  return item.review?.decision !== 'overridden';
}

function awaitsPerson({ finding, review }: ReviewedFinding): boolean {
  return review === null && finding.severity !== 'exclude_rating' && finding.severity !== 'portfolio_constraint';
}

function inTime<Item>(items: readonly Item[], time: (item: Item) => string): readonly Item[] {
  return items
    .map((item, index) => ({ item, index }))
    .sort((a, b) => (time(a.item) < time(b.item) ? -1 : time(a.item) > time(b.item) ? 1 : a.index - b.index))
    .map(({ item }) => item);
}
