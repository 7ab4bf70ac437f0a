import { monthNumber, splitByLargestRemainder, yearOfMonth, type Sek, type YearAmount } from '@fordela/domain';
import type { LiquidityProject, SpendingProfile } from './liquidity-project';

/** Cost of a project by counted month: in money, and given as work or premises. */
export interface MonthlyCost {
  readonly cash: ReadonlyMap<number, Sek>;
  readonly inKind: ReadonlyMap<number, Sek>;
}

/**
 * The cost of the phases carried out, month by month.
 *
 * Rule    Work given in a year is taken from the year's phases in proportion to their cost. Each phase's yearly cost runs evenly
 *         through its months of the year; cost in a year the phase has no months in stands in its nearest month. Kronor left over by
 *         the division go to the first months. `lagMonths` moves money, not work.
 * Edges   No phase carried out: empty.
 */
export function spreadCost(
  project: Pick<LiquidityProject, 'phases' | 'financing' | 'donePhases'>,
  profile: SpendingProfile,
  lagMonths: number,
): MonthlyCost {
  const parts = phaseYears(project).filter(({ no }) => project.donePhases === null || project.donePhases.includes(no));
  const cash = new Map<number, Sek>();
  const inKind = new Map<number, Sek>();
  if (parts.length === 0) return { cash, inKind };
  const whole = { start: Math.min(...parts.map(({ start }) => start)), end: Math.max(...parts.map(({ end }) => end)) };
  for (const part of profile === 'even' ? perYear(parts, whole) : parts) {
    const months = monthsOf(part.start, part.end, part.year);
    addEvenly(cash, months, part.cashSek, profile === 'lagged' ? lagMonths : 0);
    addEvenly(inKind, months, part.inKindSek, 0);
  }
  return { cash, inKind };
}

interface PhaseYear {
  readonly no: number;
  readonly start: number;
  readonly end: number;
  readonly year: number;
  readonly cashSek: Sek;
  readonly inKindSek: Sek;
}

/** Each phase's cost of each year, with the part of it that is given as work. */
function phaseYears({ phases, financing }: Pick<LiquidityProject, 'phases' | 'financing'>): readonly PhaseYear[] {
  const given = financing.filter(({ kind }) => kind === 'in_kind').flatMap(({ amounts }) => amounts);
  const cells = phases.flatMap(({ no, start, end, costs }) =>
    costs
      .filter(({ amountSek }) => amountSek > 0)
      .map(({ year, amountSek }) => ({ no, start: monthNumber(start), end: monthNumber(end), year, amountSek })),
  );
  const years = [...new Set(cells.map(({ year }) => year))].sort((a, b) => a - b);
  return years.flatMap((year) => {
    const own = cells.filter((cell) => cell.year === year);
    const costs = own.map(({ amountSek }) => amountSek);
    const inKindSek = Math.min(
      sumOf(costs),
      sumOf(given.filter((amount) => amount.year === year).map(({ amountSek }) => amountSek)),
    );
    const pieces = splitByLargestRemainder(inKindSek, costs);
    return own.map(({ amountSek, ...place }, i) => ({
      ...place,
      cashSek: amountSek - (pieces[i] as Sek),
      inKindSek: pieces[i] as Sek,
    }));
  });
}

const sumOf = (amounts: readonly Sek[]): Sek => amounts.reduce((sum, amount) => sum + amount, 0);

/** The parts of one year as one, over all the months of the project. */
function perYear(
  parts: readonly PhaseYear[],
  whole: { readonly start: number; readonly end: number },
): readonly PhaseYear[] {
  const years = [...new Set(parts.map(({ year }) => year))];
  return years.map((year) => {
    const own = parts.filter((part) => part.year === year);
    return {
      ...{ no: 0, ...whole, year },
      cashSek: sumOf(own.map(({ cashSek }) => cashSek)),
      inKindSek: sumOf(own.map(({ inKindSek }) => inKindSek)),
    };
  });
}

/** The months from start to end that lie in the year; the nearest one when none does. */
function monthsOf(start: number, end: number, year: number): readonly number[] {
  const first = Math.max(start, year * 12);
  const last = Math.min(end, year * 12 + 11);
  if (first <= last) return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return [yearOfMonth(start) > year ? start : end];
}

function addEvenly(into: Map<number, Sek>, months: readonly number[], amountSek: Sek, later: number): void {
  const pieces = splitByLargestRemainder(
    amountSek,
    months.map(() => 1),
  );
  months.forEach((month, i) => {
    const piece = pieces[i] as Sek;
    if (piece !== 0) into.set(month + later, (into.get(month + later) ?? 0) + piece);
  });
}

/** The cost of all phases as planned, in money and in all: what a source's share is a share of. */
export function plannedCost(project: Pick<LiquidityProject, 'phases' | 'financing'>): {
  readonly cashSek: Sek;
  readonly allSek: Sek;
} {
  const parts = phaseYears(project);
  const cashSek = sumOf(parts.map((part) => part.cashSek));
  return { cashSek, allSek: cashSek + sumOf(parts.map((part) => part.inKindSek)) };
}

/** All amounts of the years together. */
export const yearsSum = (amounts: readonly YearAmount[]): Sek => sumOf(amounts.map(({ amountSek }) => amountSek));
