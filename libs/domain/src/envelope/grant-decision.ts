import { amountIn, sumYears, type YearAmount } from '../money';
import { accept, refusal, refuse, type Refusal, type Result } from '../result';
import type { Application, BudgetFrame } from '../round';
import { envelope, type GrantPlan } from './envelope';

export const decisionKinds = ['granted', 'rejected', 'returned'] as const;
/** Granted (bifall), rejected (avslag), or sent back for more preparation (återremiss). */
export type DecisionKind = (typeof decisionKinds)[number];

/** What people have decided about an application. The last decision counts; the earlier ones stay. */
export interface GrantDecision {
  readonly applicationId: string;
  readonly kind: DecisionKind;
  /** What is granted, per year; [] unless granted. */
  readonly amounts: readonly YearAmount[];
  /** `YYYY-MM-DD`. */
  readonly decidedDate: string;
  readonly decidedBy: string;
  readonly reason: string;
  /** Why more is granted than is free in some year; null when it is not. */
  readonly aboveFrameReason: string | null;
}

/** What a decision is checked against. */
export interface DecisionBasis {
  readonly application: Pick<Application, 'id' | 'requestedSek' | 'receivedDate'>;
  readonly frames: readonly BudgetFrame[];
  /** The grants of the call's other applications. */
  readonly others: readonly GrantPlan[];
  /** The payments the application gets in the scenario decided on, [] when none; null when it is not decided on one. */
  readonly recommended: readonly YearAmount[] | null;
  /** The day of the decision before this one about the application; null when this is the first. */
  readonly lastDecidedDate: string | null;
}

/** How long after a decision its last payment may lie: what is further off is a slip of the pen. */
export const longestGrantYears = 10;

/**
 * Checks a decision before it is recorded.
 *
 * Rule    A grant is whole kronor, each year once, together above 0 and no more than was asked for; its years lie from the year the
 *         application came in (or the decision, when that is not stated) until `longestGrantYears` after the decision. What goes beyond
 *         the year's free payments or authorisation needs a reason of its own. Every other decision needs a reason and grants nothing.
 *         A grant that is not what the scenario recommended, per year, needs a reason. A decision is not dated before the application
 *         came in or before the decision it replaces.
 * Errors  `decision-amount`, `decision-year-twice`, `decision-year-out-of-range`, `decision-without-amount`, `decision-with-amount`,
 *         `decision-above-request`, `decision-above-free`, `decision-above-authorisation`, `decision-reason-missing`,
 *         `decision-departs-without-reason`, `decision-before-application`, `decision-order`, `text-missing` (who decided).
 */
export function checkGrantDecision(
  decision: GrantDecision,
  { application, frames, others, recommended, lastDecidedDate }: DecisionBasis,
): Result<GrantDecision, readonly Refusal[]> {
  const { amounts, kind } = decision;
  const problems: Refusal[] = [...dateProblems(decision, application.receivedDate, lastDecidedDate)];
  const firstYear = Number((application.receivedDate ?? decision.decidedDate).slice(0, 4));
  const lastYear = Number(decision.decidedDate.slice(0, 4)) + longestGrantYears;
  amounts.forEach(({ year, amountSek }, index) => {
    if (!Number.isSafeInteger(amountSek) || amountSek < 0)
      problems.push(refusal('decision-amount', ['amounts', index, 'amountSek'], { amount: amountSek }));
    if (amounts.findIndex((other) => other.year === year) !== index)
      problems.push(refusal('decision-year-twice', ['amounts', index, 'year'], { year }));
    if (year < firstYear || year > lastYear)
      problems.push(refusal('decision-year-out-of-range', ['amounts', index, 'year'], { year, firstYear, lastYear }));
  });
  if (decision.decidedBy.trim() === '') problems.push(refusal('text-missing', ['decidedBy'], { field: 'decidedBy' }));
  if (kind !== 'granted' && decision.reason.trim() === '')
    problems.push(refusal('decision-reason-missing', ['reason']));
  if (problems.length > 0) return refuse(problems);
  const total = sumYears(amounts);
  if (kind !== 'granted')
    return total > 0 ? refuse([refusal('decision-with-amount', ['amounts'], { amount: total })]) : accept(decision);
  if (total === 0) return refuse([refusal('decision-without-amount', ['amounts'])]);
  if (total > application.requestedSek)
    problems.push(
      refusal('decision-above-request', ['amounts'], { granted: total, requested: application.requestedSek }),
    );
  if (recommended && decision.reason.trim() === '' && !isSameMoney(amounts, recommended))
    problems.push(
      refusal('decision-departs-without-reason', ['reason'], { granted: total, recommended: sumYears(recommended) }),
    );
  if ((decision.aboveFrameReason ?? '').trim() === '') problems.push(...overCommitments(decision, frames, others));
  return problems.length > 0 ? refuse(problems) : accept(decision);
}

function dateProblems(
  { decidedDate }: GrantDecision,
  receivedDate: string | null,
  lastDecidedDate: string | null,
): readonly Refusal[] {
  if (receivedDate !== null && decidedDate < receivedDate)
    return [refusal('decision-before-application', ['decidedDate'], { date: decidedDate, received: receivedDate })];
  if (lastDecidedDate !== null && decidedDate < lastDecidedDate)
    return [refusal('decision-order', ['decidedDate'], { date: decidedDate, last: lastDecidedDate })];
  return [];
}

const isSameMoney = (left: readonly YearAmount[], right: readonly YearAmount[]) =>
  [...left, ...right].every(({ year }) => amountIn(left, year) === amountIn(right, year));

/** The years in which this decision, with the others, takes more than there is. */
function overCommitments(
  { applicationId, amounts }: GrantDecision,
  frames: readonly BudgetFrame[],
  others: readonly GrantPlan[],
): Refusal[] {
  const without = envelope(frames, others);
  return envelope(frames, [...others, { applicationId, payments: amounts }]).flatMap((after): Refusal[] => {
    const before = without.find(({ year }) => year === after.year);
    const over = (code: string, free: number, wasFree: number) =>
      free < 0 && free < wasFree ? [refusal(code, ['amounts'], { year: after.year, free: Math.max(0, wasFree) })] : [];
    return [
      ...over('decision-above-free', after.payments.freeSek, before?.payments.freeSek ?? 0),
      ...(after.commitments
        ? over('decision-above-authorisation', after.commitments.freeSek, before?.commitments?.freeSek ?? 0)
        : []),
    ];
  });
}
