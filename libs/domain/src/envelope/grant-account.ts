import { invariant } from '../invariant';
import { sumSek, type Sek } from '../money';
import { accept, refusal, refuse, type Refusal, type Result } from '../result';
import { parameterOn, type RuleBook } from '../rules/rule-book';

/** A decided grant: how much of which cost. */
export interface DecidedMoney {
  readonly applicationId: string;
  readonly grantedSek: Sek;
  /** The total cost the grant is a share of, as it stood at the decision; above 0. */
  readonly totalCostSek: Sek;
  /** The day the first grant was decided, `YYYY-MM-DD`: nothing is paid before it. */
  readonly decidedDate: string;
}

/** What happens to a grant after the decision, in order of time. Amounts are of the event itself, not accumulated. */
export type GrantEvent =
  | { readonly kind: 'advance'; readonly date: string; readonly paidSek: Sek }
  | {
      readonly kind: 'claim';
      readonly date: string;
      readonly reportedCostSek: Sek;
      readonly approvedCostSek: Sek;
      readonly paidSek: Sek;
    }
  | { readonly kind: 'recovery'; readonly date: string; readonly recoveredSek: Sek };

/** Where a grant stands, accumulated over its events. */
export interface GrantAccount {
  readonly grantedSek: Sek;
  readonly reportedCostSek: Sek;
  readonly approvedCostSek: Sek;
  /** The grant's share of approved cost, rounded down, never more than the grant. */
  readonly earnedSek: Sek;
  readonly advanceSek: Sek;
  /** All payments, the advance among them. */
  readonly paidSek: Sek;
  readonly recoveredSek: Sek;
  /** Paid less recovered. */
  readonly netPaidSek: Sek;
  /** Granted less net paid. */
  readonly leftSek: Sek;
  /** The most the next claim may pay: what is earned and not yet paid, within what is left. */
  readonly payableSek: Sek;
  /** Paid beyond what is earned: an advance still to be worked off, or money to take back when the project ends. */
  readonly unearnedSek: Sek;
}

/**
 * The account of a grant after its events.
 *
 * Rule    Everything is accumulated. Earned = granted × approved cost ÷ total cost. A claim pays at most earned − paid and at most
 *         granted − paid; an advance counts as paid and is worked off by the first claims.
 * Errors  InvariantError on a total cost that is not above 0: a grant for nothing cannot have been decided.
 * Source  Nypscentralen, Projektmedel i Nyps 2020 – Så ska stödbelopp hanteras.
 */
export function grantAccount(grant: DecidedMoney, events: readonly GrantEvent[]): GrantAccount {
  const { grantedSek, totalCostSek } = grant;
  invariant(totalCostSek > 0, `the total cost of ${grant.applicationId} must be above 0`);
  const claims = events.filter((event) => event.kind === 'claim');
  const advanceSek = sumSek(events.map((event) => (event.kind === 'advance' ? event.paidSek : 0)));
  const approvedCostSek = sumSek(claims.map((claim) => claim.approvedCostSek));
  const share = (BigInt(grantedSek) * BigInt(Math.max(0, approvedCostSek))) / BigInt(totalCostSek);
  const earnedSek = Math.min(grantedSek, Number(share));
  const paidSek = sumSek([advanceSek, ...claims.map((claim) => claim.paidSek)]);
  const recoveredSek = sumSek(events.map((event) => (event.kind === 'recovery' ? event.recoveredSek : 0)));
  const netPaidSek = paidSek - recoveredSek;
  return {
    grantedSek,
    reportedCostSek: sumSek(claims.map((claim) => claim.reportedCostSek)),
    approvedCostSek,
    earnedSek,
    advanceSek,
    paidSek,
    recoveredSek,
    netPaidSek,
    leftSek: grantedSek - netPaidSek,
    payableSek: Math.max(0, Math.min(earnedSek, grantedSek) - netPaidSek),
    unearnedSek: Math.max(0, netPaidSek - earnedSek),
  };
}

/**
 * The account after one more event, or why the event cannot be recorded.
 *
 * Errors  `grant-event-amount` (not whole kronor, or below 0), `grant-event-order` (dated before the last one),
 *         `grant-event-before-decision`, `claim-above-reported` (approved more than is reported so far), `claim-above-earned`,
 *         `claim-above-left`, `advance-above-share`, `advance-above-ceiling` (over all advances of the project),
 *         `advance-without-figure` (no ceiling valid that day), `recovery-above-paid`.
 */
export function withEvent(
  grant: DecidedMoney,
  events: readonly GrantEvent[],
  event: GrantEvent,
  ruleBook: RuleBook,
): Result<GrantAccount, readonly Refusal[]> {
  const problems: Refusal[] = [];
  const amounts = Object.entries(event).filter(([name]) => name.endsWith('Sek')) as [string, number][];
  for (const [name, amount] of amounts)
    if (!Number.isSafeInteger(amount) || amount < 0) problems.push(refusal('grant-event-amount', [name], { amount }));
  const last = events.at(-1);
  if (last && event.date < last.date)
    problems.push(refusal('grant-event-order', ['date'], { date: event.date, last: last.date }));
  if (event.date < grant.decidedDate)
    problems.push(refusal('grant-event-before-decision', ['date'], { date: event.date, decided: grant.decidedDate }));
  if (problems.length > 0) return refuse(problems);

  const before = grantAccount(grant, events);
  const after = grantAccount(grant, [...events, event]);
  if (event.kind === 'claim') {
    const paid = event.paidSek;
    const most = Math.max(0, after.earnedSek - before.netPaidSek);
    if (after.approvedCostSek > after.reportedCostSek)
      problems.push(
        refusal('claim-above-reported', ['approvedCostSek'], {
          approved: after.approvedCostSek,
          reported: after.reportedCostSek,
        }),
      );
    if (paid > before.leftSek) problems.push(refusal('claim-above-left', ['paidSek'], { paid, left: before.leftSek }));
    else if (paid > most)
      problems.push(refusal('claim-above-earned', ['paidSek'], { paid, most, earned: after.earnedSek }));
  }
  if (event.kind === 'advance') problems.push(...advanceProblems(grant, after, event.date, ruleBook));
  if (event.kind === 'recovery' && after.recoveredSek > after.paidSek)
    problems.push(
      refusal('recovery-above-paid', ['recoveredSek'], { recovered: after.recoveredSek, paid: after.paidSek }),
    );
  return problems.length === 0 ? accept(after) : refuse(problems);
}

/**
 * Whether a new decision can stand on what has happened to the grant: `grant` is the money as the new decision would have it.
 *
 * Rule    What has been paid net stays within the new grant, and what is paid and not earned stays within the share of it that may be
 *         paid in advance on `date`. A smaller grant is decided when the difference has been taken back.
 * Errors  `grant-has-events`, `grant-below-advance`, `advance-without-figure` (no ceiling valid that day).
 */
export function checkRegrant(
  grant: DecidedMoney,
  events: readonly GrantEvent[],
  date: string,
  ruleBook: RuleBook,
): readonly Refusal[] {
  const { netPaidSek, unearnedSek } = grantAccount(grant, events);
  if (netPaidSek > grant.grantedSek) return [refusal('grant-has-events', ['amounts'], { paid: netPaidSek })];
  if (unearnedSek === 0) return [];
  const share = parameterOn(ruleBook, 'advance_share_ceiling', date)?.value;
  if (typeof share !== 'number') return [refusal('advance-without-figure', ['decidedDate'], { date })];
  if (!isAboveShare(unearnedSek, grant.grantedSek, share)) return [];
  return [refusal('grant-below-advance', ['amounts'], { unearned: unearnedSek, granted: grant.grantedSek, share })];
}

/** Compared exactly: the share in millionths of a percent. */
const isAboveShare = (amountSek: Sek, ofSek: Sek, sharePercent: number) =>
  BigInt(amountSek) * 100_000_000n > BigInt(ofSek) * BigInt(Math.round(sharePercent * 1_000_000));

function advanceProblems(
  grant: DecidedMoney,
  after: GrantAccount,
  date: string,
  ruleBook: RuleBook,
): readonly Refusal[] {
  const figure = (id: string) => parameterOn(ruleBook, id, date)?.value;
  const [share, ceiling] = [figure('advance_share_ceiling'), figure('advance_ceiling_sek')];
  if (typeof share !== 'number' || typeof ceiling !== 'number')
    return [refusal('advance-without-figure', ['date'], { date })];
  const advance = after.advanceSek;
  return [
    ...(isAboveShare(advance, grant.grantedSek, share)
      ? [refusal('advance-above-share', ['paidSek'], { advance, granted: grant.grantedSek, share })]
      : []),
    ...(advance > ceiling ? [refusal('advance-above-ceiling', ['paidSek'], { advance, ceiling })] : []),
  ];
}
