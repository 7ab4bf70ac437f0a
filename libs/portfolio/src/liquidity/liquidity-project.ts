import type { Sek, YearAmount } from '@fordela/domain';

/** How cost is paid out over the months; shown with every forecast, since it moves every peak. */
export const spendingProfiles = ['even', 'phase', 'lagged'] as const;
/**
 * `even`: each year's cost the same every month of the project in that year. `phase`: each phase's cost of a year the same every month
 * of the phase in that year. `lagged`: as `phase`, paid some months later, when the invoices are.
 */
export type SpendingProfile = (typeof spendingProfiles)[number];

export interface LiquidityPhase {
  readonly no: number;
  readonly name: string;
  /** `YYYY-MM`. */
  readonly start: string;
  readonly end: string;
  readonly costs: readonly YearAmount[];
}

export interface LiquidityFinancing {
  readonly source: string;
  readonly kind: 'cash' | 'in_kind';
  readonly amounts: readonly YearAmount[];
}

/** A project as far as its payments go. */
export interface LiquidityProject {
  readonly id: string;
  readonly title: string | null;
  readonly phases: readonly LiquidityPhase[];
  readonly financing: readonly LiquidityFinancing[];
  /** Who pays the cost, by relative parts; the first one is the lead partner. */
  readonly partners: readonly { readonly actor: string; readonly part: number }[];
  /** The phases that are carried out; null = all. */
  readonly donePhases: readonly number[] | null;
  readonly advanceRequestedSek: Sek;
}

/** How a source of money pays, valid on some days and with the text it rests on. */
export interface ClaimRule {
  readonly source: string;
  /**
   * `after_claims`: the source's share of accumulated cost, when a claim has been reviewed. `as_spent`: in the month of the cost.
   * `yearly`: the year's amount in the project's first month of the year, what is not earned paid back at the end.
   */
  readonly pays: 'after_claims' | 'as_spent' | 'yearly';
  /** Months of cost in one claim, counted from the project's first month. */
  readonly claimEveryMonths: number;
  /** Months from the end of the period claimed until the money is paid. */
  readonly monthsToPayment: number;
  /** Months from the last cost until the final report, with which the last claim is made. */
  readonly finalReportMonths: number;
  /** Part of the grant, in percent, that is paid only after the final report. */
  readonly heldBackPct: number;
  /** What the source pays a share of: money spent, or work and premises given too. */
  readonly costBase: 'cash' | 'all';
  readonly advance: {
    readonly mostPctOfGrant: number;
    readonly mostSek: Sek;
    /** `requested`: what the application asks for. `most`: as much as the rule allows. */
    readonly wanted: 'requested' | 'most';
    /** `first`: deducted from the first claims. `last`: from the last ones. */
    readonly deductedFrom: 'first' | 'last';
  } | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Law, handbook or assumption that the figures rest on. */
  readonly basis: string;
}

export interface LiquidityParameters {
  /** The day as of which the rules are read, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly rules: readonly ClaimRule[];
  readonly profile: SpendingProfile;
  /** Months from cost to payment of it, for the profile `lagged`. */
  readonly lagMonths: number;
  /** `lead`: sources pay the lead partner, who passes on the partners' parts after `forwardMonths`. `partners`: each its part. */
  readonly paidTo: 'lead' | 'partners';
  readonly forwardMonths: number;
  /** What each actor has said that it can lie out with; actors not named have not said. */
  readonly capacitySek: Readonly<Record<string, Sek>>;
}
