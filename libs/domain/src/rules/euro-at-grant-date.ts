import { accept, refusal, refuse, type Refusal, type Result } from '../result';
import type { Sek } from '../money';
import { eurFromSek } from './de-minimis';
import { parameterOn, type RuleBook, type RuleParameter } from './rule-book';

/** An amount of aid stated in kronor, as the euro that count against the ceiling. */
export interface EuroAtGrantDate {
  readonly amountEur: number;
  /** The rate that was used, with its dates and source. */
  readonly rate: RuleParameter;
}

export const exchangeRateId = 'sek_per_eur';

/**
 * Aid in kronor as euro at the rate of the day the aid was granted, which is when the legal right to it arose.
 *
 * Rule    The rate is the figure `sek_per_eur` valid on the day. The book starts without rates: each is entered with its dates and
 *         source, and no rate of another day stands in for one that is missing.
 * Units   whole kronor in; euro in whole cents out, rounded up so that aid is never understated.
 * Errors  `aid-amount-negative`; `exchange-rate-missing` when no rate is valid on the day.
 * Source  Commission Regulation (EU) 2023/2831, Art. 3(3); frageportalen 2584589: the grant date's rate in InforEuro.
 * @example euroAtGrantDate({ version: '1', rules: [], parameters: [] }, -1, '2026-06-15').ok // => false
 */
export function euroAtGrantDate(
  ruleBook: RuleBook,
  amountSek: Sek,
  grantedDate: string,
): Result<EuroAtGrantDate, readonly Refusal[]> {
  if (amountSek < 0) return refuse([refusal('aid-amount-negative', ['amountSek'], { amount: amountSek })]);
  const rate = parameterOn(ruleBook, exchangeRateId, grantedDate);
  if (typeof rate?.value !== 'number')
    return refuse([refusal('exchange-rate-missing', ['grantedDate'], { date: grantedDate, figure: exchangeRateId })]);
  return accept({ amountEur: eurFromSek(amountSek, rate.value), rate });
}
