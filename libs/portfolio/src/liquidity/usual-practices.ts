import type { SourceType } from '@fordela/domain';
import type { ClaimPractice } from './liquidity-of-round';

const claimed = {
  pays: 'after_claims',
  claimEveryMonths: 3,
  monthsToPayment: 3,
  finalReportMonths: 2,
  heldBackPct: 0,
  costBase: 'all',
} as const;
const assumed = 'Assumption, not measured: quarterly claims, paid three months after the period';

/**
 * How sources usually pay, for a first forecast: 1:1 and EU money in arrears against accounted cost (förordning 2003:596 § 11 (2015:858);
 * report Kraftsamla Sörmland 2026, 4.3), other money as it is spent. Intervals and lags are assumptions that a region replaces by its own.
 */
export const usualPractices: readonly ClaimPractice[] = (
  [
    ['state_1_1', 'claimed', `Förordning (2003:596) 11 §: in arrears against actual cost. ${assumed}`],
    ['eruf', 'claimed', `Report Kraftsamla Sörmland 4.3: in arrears. ${assumed}`],
    ['esf', 'claimed', `In arrears. ${assumed}`],
    ['interreg', 'claimed', `In arrears. ${assumed}`],
    ['municipal', 'spent', 'Assumption: own money, paid as it is spent'],
    ['region_own', 'spent', 'Assumption: own money, paid as it is spent'],
    ['university', 'spent', 'Assumption: own money, paid as it is spent'],
    ['state_agency', 'spent', 'Assumption: paid as it is spent'],
    ['private', 'spent', 'Assumption: paid as it is spent'],
    ['other_national', 'spent', 'Assumption: paid as it is spent'],
  ] as const satisfies readonly (readonly [SourceType, 'claimed' | 'spent', string])[]
).map(([source, how, basis]): ClaimPractice => ({
  ...claimed,
  source,
  basis,
  pays: how === 'claimed' ? 'after_claims' : 'as_spent',
  advance: source === 'state_1_1' ? { wanted: 'requested', deductedFrom: 'first' } : null,
}));
