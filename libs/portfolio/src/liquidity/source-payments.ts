import { yearOfMonth, type Sek, type YearAmount } from '@fordela/domain';
import type { ClaimRule } from './liquidity-project';
import { yearsSum, type MonthlyCost } from './spread-cost';

/** Money that a source pays a project, or takes back. */
export interface SourcePayment {
  readonly source: string;
  readonly kind: 'advance' | 'claim' | 'final' | 'as_spent' | 'yearly' | 'recovery';
  /** Counted month in which the claim is made; the month of payment for money without a claim. */
  readonly claimedMonth: number;
  readonly paidMonth: number;
  readonly amountSek: Sek;
  /** Accumulated cost that the claim rests on. */
  readonly accumulatedCostSek: Sek;
}

export interface SourceGrant {
  readonly source: string;
  readonly amounts: readonly YearAmount[];
}

/**
 * What a source pays a project and when, by its rule.
 *
 * Rule    Earned so far = grant × accumulated cost ÷ planned cost, rounded down, never more than the grant: claims are computed on
 *         accumulated amounts. A claim pays what is earned and not yet paid, the advance included, up to the part not held back; the
 *         last one, with the final report, pays or takes back the rest.
 * Units   Whole kronor; months counted from year 0.
 * Edges   No cost carried out: nothing is paid, and no advance.
 * Source  Förordning (2003:596) 11 §; Nypscentralen, "Projektmedel i Nyps 2020 – Så ska stödbelopp hanteras".
 */
export function sourcePayments(
  grant: SourceGrant,
  rule: ClaimRule,
  cost: MonthlyCost,
  planned: { readonly cashSek: Sek; readonly allSek: Sek },
  advanceRequestedSek: Sek,
): readonly SourcePayment[] {
  const grantedSek = yearsSum(grant.amounts);
  const plannedSek = rule.costBase === 'cash' ? planned.cashSek : planned.allSek;
  const months = [...cost.cash.keys(), ...cost.inKind.keys()];
  if (months.length === 0 || grantedSek === 0 || plannedSek === 0) return [];
  const [first, last] = [Math.min(...months), Math.max(...months)];
  const accumulated = accumulatedCost(rule, cost, first, last);
  const earned = (month: number): Sek => Number((BigInt(grantedSek) * BigInt(accumulated(month))) / BigInt(plannedSek));
  const payment = (
    kind: SourcePayment['kind'],
    claimedMonth: number,
    paidMonth: number,
    amountSek: Sek,
  ): SourcePayment => ({
    source: grant.source,
    ...{ kind, claimedMonth, paidMonth, amountSek },
    accumulatedCostSek: accumulated(claimedMonth),
  });
  switch (rule.pays) {
    case 'as_spent': {
      const payments: SourcePayment[] = [];
      for (let month = first; month <= last; month++) {
        const amountSek = earned(month) - earned(month - 1);
        if (amountSek > 0) payments.push(payment('as_spent', month, month, amountSek));
      }
      return payments;
    }
    case 'yearly': {
      const payments = grant.amounts
        .filter(({ year, amountSek }) => amountSek > 0 && year <= yearOfMonth(last))
        .map(({ year, amountSek }) => {
          const month = Math.max(first, year * 12);
          return payment('yearly', month, month, amountSek);
        });
      const over = payments.reduce((sum, { amountSek }) => sum + amountSek, 0) - earned(last);
      if (over > 0) payments.push(payment('recovery', last, last, -over));
      if (over < 0) payments.push(payment('final', last, last, -over));
      return payments;
    }
    case 'after_claims':
      return claims(rule, grantedSek, first, last, earned, payment, advanceRequestedSek);
  }
}

function accumulatedCost(
  rule: ClaimRule,
  { cash, inKind }: MonthlyCost,
  first: number,
  last: number,
): (month: number) => Sek {
  const sums: Sek[] = [];
  let sum = 0;
  for (let month = first; month <= last; month++) {
    sum += (cash.get(month) ?? 0) + (rule.costBase === 'all' ? (inKind.get(month) ?? 0) : 0);
    sums.push(sum);
  }
  return (month) => (month < first ? 0 : (sums[Math.min(month, last) - first] as Sek));
}

function claims(
  rule: ClaimRule,
  grantedSek: Sek,
  first: number,
  last: number,
  earned: (month: number) => Sek,
  payment: (kind: SourcePayment['kind'], claimed: number, paid: number, amountSek: Sek) => SourcePayment,
  advanceRequestedSek: Sek,
): readonly SourcePayment[] {
  const advanceSek = advanceOf(rule, grantedSek, advanceRequestedSek);
  const payments = advanceSek > 0 ? [payment('advance', first, first, advanceSek)] : [];
  const beforeFinalSek = Math.floor((grantedSek * (100 - rule.heldBackPct)) / 100);
  const setAgainst = rule.advance?.deductedFrom === 'last' ? 0 : advanceSek;
  let claimedSek = 0;
  for (let month = first + rule.claimEveryMonths - 1; month < last; month += rule.claimEveryMonths) {
    const due = Math.min(earned(month), beforeFinalSek) - claimedSek - setAgainst;
    const amountSek = Math.min(due, grantedSek - advanceSek - claimedSek);
    if (amountSek <= 0) continue;
    payments.push(payment('claim', month, month + rule.monthsToPayment, amountSek));
    claimedSek += amountSek;
  }
  const rest = earned(last) - advanceSek - claimedSek;
  const reported = last + rule.finalReportMonths;
  if (rest !== 0)
    payments.push(payment(rest > 0 ? 'final' : 'recovery', reported, reported + rule.monthsToPayment, rest));
  return payments;
}

/** The advance: what is wanted, within the rule's part of the grant and its amount for the whole project. */
export function advanceOf({ advance }: Pick<ClaimRule, 'advance'>, grantedSek: Sek, requestedSek: Sek): Sek {
  if (!advance) return 0;
  const most = Math.min(Math.floor((grantedSek * advance.mostPctOfGrant) / 100), advance.mostSek);
  return advance.wanted === 'most' ? most : Math.min(most, requestedSek);
}
