import { invariant, type Sek } from '@fordela/domain';
import { moneyByGroup } from '../optimise/group-money';
import type { Membership } from '../problem/allocation-problem';
import { concentration, jainIndex, median, theilIndex, topShare, type Concentration } from './concentration';
import { gini, giniPerHead } from './gini';

/** A grant, and the groups its money falls on. Amounts in whole units of money. */
export interface GrantedProject {
  readonly id: string;
  readonly amountSek: Sek;
  readonly groups: Readonly<Record<string, Membership>>;
}

/** A dimension to look at: all its groups, also those that may get nothing, and their inhabitants where known. */
export interface MeasuredDimension {
  readonly dimension: string;
  readonly groups: readonly string[];
  readonly inhabitants: Readonly<Record<string, number>>;
}

/** How equally a list of amounts is spread. */
export interface Spread {
  readonly count: number;
  readonly total: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly largest: number | null;
  readonly smallest: number | null;
  /** Part of the total that the five largest hold. */
  readonly topFiveShare: number | null;
  readonly gini: number | null;
  readonly concentration: Concentration | null;
  readonly jain: number | null;
  readonly theil: number | null;
}

export interface DimensionMetrics {
  readonly dimension: string;
  readonly rows: readonly {
    readonly group: string;
    readonly amount: number;
    /** Of the money of all groups here; null when there is none. */
    readonly share: number | null;
    readonly grants: number;
    readonly inhabitants: number | null;
    readonly perInhabitant: number | null;
  }[];
  readonly spread: Spread;
  /** Part of the groups that get nothing, and of the inhabitants who live in them. */
  readonly emptyHandedShare: number | null;
  readonly emptyHandedInhabitantsShare: number | null;
  readonly perInhabitant: number | null;
  /** Between inhabitants, everyone having the group's amount per head; null unless all groups' inhabitants are known. */
  readonly giniPerInhabitant: number | null;
  /** Money of grants that name no group of this dimension. */
  readonly withoutGroup: number;
}

export interface PortfolioMetrics {
  readonly grants: Spread;
  readonly dimensions: readonly DimensionMetrics[];
}

/**
 * How a portfolio's money is spread: over grants, and over the groups of each dimension.
 *
 * Rule    A grant's money is divided between the groups it has parts in by largest remainder; with tags it counts in full in each, and
 *         then the groups' money sums to more than the portfolio.
 * Shapes  Rows in the order of the dimension's groups.
 * Errors  InvariantError on an amount that is negative or not whole.
 */
export function portfolioMetrics(
  grants: readonly GrantedProject[],
  dimensions: readonly MeasuredDimension[],
): PortfolioMetrics {
  for (const { id, amountSek } of grants)
    invariant(Number.isSafeInteger(amountSek) && amountSek >= 0, `grant ${id} must be whole and ≥ 0, got ${amountSek}`);
  return {
    grants: spreadOf(grants.map((grant) => grant.amountSek)),
    dimensions: dimensions.map((dimension) => dimensionMetrics(grants, dimension)),
  };
}

/** The figures of a list of amounts ≥ 0; those that mean nothing for it are null. */
export function spreadOf(amounts: readonly number[]): Spread {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const isEmpty = amounts.length === 0;
  return {
    count: amounts.length,
    total,
    mean: isEmpty ? null : total / amounts.length,
    median: median(amounts),
    largest: isEmpty ? null : amounts.reduce((most, amount) => Math.max(most, amount), -Infinity),
    smallest: isEmpty ? null : amounts.reduce((least, amount) => Math.min(least, amount), Infinity),
    topFiveShare: topShare(amounts, 5),
    gini: gini(amounts),
    concentration: concentration(amounts),
    jain: jainIndex(amounts),
    theil: theilIndex(amounts),
  };
}

function dimensionMetrics(grants: readonly GrantedProject[], measured: MeasuredDimension): DimensionMetrics {
  const { dimension, groups, inhabitants } = measured;
  const sums = new Map(groups.map((group) => [group, { amount: 0, grants: 0 }]));
  let withoutGroup = 0;
  for (const { amountSek, groups: memberships } of grants) {
    const byGroup = moneyByGroup(memberships[dimension], amountSek);
    if (byGroup.size === 0) withoutGroup += amountSek;
    for (const [group, amount] of byGroup) {
      const sum = sums.get(group) ?? { amount: 0, grants: 0 };
      sums.set(group, { amount: sum.amount + amount, grants: sum.grants + (amount > 0 ? 1 : 0) });
    }
  }
  const total = [...sums.values()].reduce((sum, { amount }) => sum + amount, 0);
  const rows = [...sums].map(([group, { amount, grants: count }]) => {
    const heads = inhabitants[group] ?? null;
    return {
      group,
      amount,
      share: total > 0 ? amount / total : null,
      grants: count,
      inhabitants: heads,
      perInhabitant: heads ? amount / heads : null,
    };
  });
  const everyone = rows.every((row) => row.inhabitants)
    ? rows.reduce((sum, row) => sum + (row.inhabitants ?? 0), 0)
    : null;
  const empty = rows.filter((row) => row.amount === 0);
  return {
    dimension,
    rows,
    spread: spreadOf(rows.map((row) => row.amount)),
    emptyHandedShare: rows.length > 0 ? empty.length / rows.length : null,
    emptyHandedInhabitantsShare: everyone
      ? empty.reduce((sum, row) => sum + (row.inhabitants ?? 0), 0) / everyone
      : null,
    perInhabitant: everyone ? total / everyone : null,
    giniPerInhabitant: everyone
      ? giniPerHead(rows.map((row) => ({ amount: row.amount, heads: row.inhabitants ?? 0 })))
      : null,
    withoutGroup,
  };
}
