import { invariant } from '../invariant';
import { amountIn, splitByLargestRemainder, sumSek, type Sek, type YearAmount } from '../money';
import type { Project } from '../round';
import { monthNumber, monthText, yearOfMonth } from './months';

export const paymentProfiles = ['as_requested', 'even', 'by_phase', 'lagged'] as const;
/**
 * How a grant turns into payments over the years. `as_requested`: as the applicant asked. `even`: the same every month of the project.
 * `by_phase`: as the phases cost. `lagged`: as claims come in and are paid, some months after the cost.
 */
export type PaymentProfile = (typeof paymentProfiles)[number];

export interface ClaimRhythm {
  /** A claim for every so many months, counted in the calendar year: 3 = the quarters. A divisor of 12. */
  readonly claimEveryMonths: number;
  /** Months from the end of the period claimed until the money is paid. */
  readonly monthsToPayment: number;
}

/** Claims by the quarter, paid in the third month after. */
export const quarterlyClaims: ClaimRhythm = { claimEveryMonths: 3, monthsToPayment: 3 };

type Timed = Pick<Project, 'startMonth' | 'endMonth' | 'phases' | 'costs'>;

/**
 * The payments of a grant year by year, by the chosen profile.
 *
 * Shapes  Whole kronor ≥ 0; years ascending, without zeros; they sum to the grant exactly, whatever the profile.
 * Rule    Shares by largest remainder. A profile whose basis is missing falls back to the phases, then to even months, then to
 *         the years of cost; with none of them everything in `fallbackYear`.
 * Errors  InvariantError on a grant that is not whole kronor ≥ 0, or a rhythm that does not divide the year.
 * @example paymentsOf('even', 300, project, { requested: [], fallbackYear: 2026 })
 */
export function paymentsOf(
  profile: PaymentProfile,
  grantSek: Sek,
  project: Timed,
  options: { readonly requested: readonly YearAmount[]; readonly fallbackYear: number; readonly rhythm?: ClaimRhythm },
): readonly YearAmount[] {
  invariant(Number.isSafeInteger(grantSek) && grantSek >= 0, `a grant is whole kronor ≥ 0, got ${grantSek}`);
  if (profile === 'lagged')
    return byYear(claimPayments(grantSek, project, options.rhythm ?? quarterlyClaims), grantSek, options.fallbackYear);
  const bases: Readonly<Record<Exclude<PaymentProfile, 'lagged'>, readonly YearAmount[]>> = {
    as_requested: options.requested,
    by_phase: summed(project.phases.flatMap((phase) => phase.costs)),
    even: monthsPerYear(project),
  };
  const order = [profile, 'by_phase', 'even'] as const;
  const basis = order.map((name) => positive(bases[name])).find((list) => list.length > 0) ?? positive(project.costs);
  const years = basis.length > 0 ? basis : [{ year: options.fallbackYear, amountSek: 1 }];
  const pieces = splitByLargestRemainder(
    grantSek,
    years.map((entry) => entry.amountSek),
  );
  return years
    .map((entry, index) => ({ year: entry.year, amountSek: pieces[index] as Sek }))
    .filter((entry) => entry.amountSek > 0);
}

/** Money at a month. */
export interface MonthAmount {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly amountSek: Sek;
}

/**
 * When a grant is paid out if the project claims as it spends.
 *
 * Rule    Costs run evenly through each phase's months of a year (through the project's months when there are no phases). At the end
 *         of every claim period the project has earned grant × cost so far ÷ total cost, rounded down; what it has not yet been paid
 *         comes `monthsToPayment` later. The last claim, after the last month of cost, pays the rest. An advance is paid in the first
 *         month and reduces the first claims until it is earned.
 * Edges   No months or no cost: no payments. Sums to the grant otherwise.
 */
export function claimPayments(
  grantSek: Sek,
  project: Timed,
  rhythm: ClaimRhythm,
  advanceSek: Sek = 0,
): readonly MonthAmount[] {
  invariant(12 % rhythm.claimEveryMonths === 0, 'claims must divide the year evenly');
  invariant(advanceSek >= 0 && advanceSek <= grantSek, 'an advance lies between 0 and the grant');
  const costs = monthlyCosts(project);
  const total = sumSek(costs.values());
  if (total === 0) return [];
  const months = [...costs.keys()].sort((a, b) => a - b);
  const [first, last] = [months[0] as number, months.at(-1) as number];
  const payments: MonthAmount[] = advanceSek > 0 ? [{ month: monthText(first), amountSek: advanceSek }] : [];
  let [spent, paid] = [0, advanceSek];
  for (let month = first; month <= last; month += 1) {
    spent += costs.get(month) ?? 0;
    const isLast = month === last;
    if ((month + 1) % rhythm.claimEveryMonths !== 0 && !isLast) continue;
    const earned = isLast ? grantSek : Number((BigInt(grantSek) * BigInt(spent)) / BigInt(total));
    if (earned <= paid) continue;
    payments.push({ month: monthText(month + rhythm.monthsToPayment), amountSek: earned - paid });
    paid = earned;
  }
  return payments;
}

/** What an applicant lies out with: cost so far less money received so far, month by month. */
export interface LiquidityMonth {
  readonly month: string;
  readonly costSek: Sek;
  readonly receivedSek: Sek;
  /** Accumulated cost − accumulated money received; above 0 the applicant pays in advance of the grant. */
  readonly prefinancedSek: Sek;
}

/**
 * The liquidity curve of a project for the part of its cost that the grant shall cover: when it must pay before it is paid.
 * Money received in a month counts from that month on. The peak is the largest `prefinancedSek`.
 */
export function liquidity(
  grantSek: Sek,
  project: Timed,
  rhythm: ClaimRhythm,
  advanceSek: Sek = 0,
): { readonly months: readonly LiquidityMonth[]; readonly peakSek: Sek; readonly peakMonth: string | null } {
  const costs = monthlyCosts(project);
  const total = sumSek(costs.values());
  const payments = claimPayments(grantSek, project, rhythm, advanceSek);
  if (total === 0) return { months: [], peakSek: 0, peakMonth: null };
  const all = [...costs.keys(), ...payments.map((payment) => monthNumber(payment.month))];
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const months: LiquidityMonth[] = [];
  let [spent, covered, received] = [0, 0, 0];
  for (let month = first; month <= last; month += 1) {
    spent += costs.get(month) ?? 0;
    const due = Number((BigInt(grantSek) * BigInt(spent)) / BigInt(total));
    const paidNow = sumSek(
      payments.filter((payment) => monthNumber(payment.month) === month).map((payment) => payment.amountSek),
    );
    received += paidNow;
    months.push({
      month: monthText(month),
      costSek: due - covered,
      receivedSek: paidNow,
      prefinancedSek: due - received,
    });
    covered = due;
  }
  const peak = months.reduce((top, month) => (month.prefinancedSek > top.prefinancedSek ? month : top));
  const isNeeded = peak.prefinancedSek > 0;
  return { months, peakSek: isNeeded ? peak.prefinancedSek : 0, peakMonth: isNeeded ? peak.month : null };
}

/** The project's cost month by month, to the krona. */
function monthlyCosts(project: Timed): ReadonlyMap<number, Sek> {
  const costs = new Map<number, Sek>();
  const add = (amounts: readonly YearAmount[], start: string, end: string) => {
    const span = range(start, end);
    for (const { year, amountSek } of amounts) {
      const inYear = span.filter((month) => yearOfMonth(month) === year);
      // Cost in a year the phase has no months in is put in the month nearest to it.
      const months = inYear.length > 0 ? inYear : span.slice(0, 1);
      if (months.length === 0 || amountSek <= 0) continue;
      const pieces = splitByLargestRemainder(
        amountSek,
        months.map(() => 1),
      );
      months.forEach((month, index) => costs.set(month, (costs.get(month) ?? 0) + (pieces[index] as Sek)));
    }
  };
  const phases = project.phases.filter((phase) => phase.costs.some((entry) => entry.amountSek > 0));
  if (phases.length > 0) for (const phase of phases) add(phase.costs, phase.startMonth, phase.endMonth);
  else if (project.startMonth && project.endMonth) add(project.costs, project.startMonth, project.endMonth);
  return costs;
}

function range(start: string, end: string): readonly number[] {
  const [first, last] = [monthNumber(start), monthNumber(end)];
  return Array.from({ length: Math.max(0, Math.min(last - first + 1, 1200)) }, (_, index) => first + index);
}

function monthsPerYear(project: Timed): readonly YearAmount[] {
  if (!project.startMonth || !project.endMonth) return [];
  return summed(
    range(project.startMonth, project.endMonth).map((month) => ({ year: yearOfMonth(month), amountSek: 1 })),
  );
}

function summed(amounts: readonly YearAmount[]): readonly YearAmount[] {
  const years = [...new Set(amounts.map((entry) => entry.year))].sort((a, b) => a - b);
  return years.map((year) => ({
    year,
    amountSek: sumSek(amounts.filter((entry) => entry.year === year).map((entry) => entry.amountSek)),
  }));
}

const positive = (amounts: readonly YearAmount[]) => amounts.filter((entry) => entry.amountSek > 0);

function byYear(payments: readonly MonthAmount[], grantSek: Sek, fallbackYear: number): readonly YearAmount[] {
  if (payments.length === 0) return grantSek > 0 ? [{ year: fallbackYear, amountSek: grantSek }] : [];
  const years = summed(
    payments.map((payment) => ({ year: Number(payment.month.slice(0, 4)), amountSek: payment.amountSek })),
  );
  return years.filter((entry) => amountIn(years, entry.year) > 0);
}
