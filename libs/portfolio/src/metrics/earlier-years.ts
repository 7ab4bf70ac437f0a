import { spreadOf, type Spread } from './portfolio-metrics';

/** Money by group in one year. */
export interface YearOfMoney {
  readonly year: number;
  readonly amounts: Readonly<Record<string, number>>;
}

export interface ConcentrationOverYears {
  readonly years: readonly { readonly year: number; readonly spread: Spread }[];
  readonly now: Spread;
  /** Now minus the mean of the earlier years, for figures that all of them have; positive = more concentrated or more unequal now. */
  readonly change: {
    readonly herfindahl: number | null;
    readonly gini: number | null;
    readonly topFiveShare: number | null;
    readonly medianAmount: number | null;
  };
  /** Groups that got nothing in all the earlier years and get nothing now. */
  readonly neverServed: readonly string[];
}

/**
 * How concentrated this year's money is against earlier years.
 *
 * Rule    Every year is looked at over the same groups: all that are named in any year or now; a group not named in a year got 0.
 * Shapes  Years rising.
 */
export function concentrationOverYears(
  earlier: readonly YearOfMoney[],
  now: Readonly<Record<string, number>>,
): ConcentrationOverYears {
  const all = [...earlier.map((year) => year.amounts), now];
  const groups = [...new Set(all.flatMap((amounts) => Object.keys(amounts)))].sort();
  const spread = (amounts: Readonly<Record<string, number>>) => spreadOf(groups.map((group) => amounts[group] ?? 0));
  const years = [...earlier]
    .sort((a, b) => a.year - b.year)
    .map(({ year, amounts }) => ({ year, spread: spread(amounts) }));
  const current = spread(now);
  const change = (of: (entry: Spread) => number | null): number | null => {
    const [before, after] = [years.map((entry) => of(entry.spread)), of(current)];
    const known = before.filter((value): value is number => value !== null);
    if (after === null || known.length === 0 || known.length < before.length) return null;
    return after - known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  return {
    years,
    now: current,
    change: {
      herfindahl: change((entry) => entry.concentration?.herfindahl ?? null),
      gini: change((entry) => entry.gini),
      topFiveShare: change((entry) => entry.topFiveShare),
      medianAmount: change((entry) => entry.median),
    },
    neverServed: groups.filter((group) => all.every((amounts) => !(amounts[group] ?? 0))),
  };
}
