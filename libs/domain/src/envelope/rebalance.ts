import { amountIn, sumSek, sumYears, type Sek, type YearAmount } from '../money';
import { accept, refusal, refuse, type Refusal, type Result } from '../result';
import type { BudgetFrame } from '../round';
import { envelope, type EnvelopeYear, type GrantPlan } from './envelope';

/** Money a project will not use in a year, given back to the envelope. */
export interface ReturnedMoney {
  readonly applicationId: string;
  readonly year: number;
  readonly amountSek: Sek;
}

/** Money given to a project in a year out of what is free after the returns; the project may be new to the envelope. */
export interface ReusedMoney {
  readonly applicationId: string;
  readonly year: number;
  readonly amountSek: Sek;
}

export interface Rebalanced {
  readonly grants: readonly GrantPlan[];
  readonly before: readonly EnvelopeYear[];
  readonly after: readonly EnvelopeYear[];
  /** Returned less reused, per year: what a new round of allocation may use on top of what was free. */
  readonly releasedSek: readonly YearAmount[];
}

/**
 * A mid-year rebalancing: some projects give back what they will not use, others use it.
 *
 * Shapes  Grants by application; returns and reuses with whole kronor > 0, several for one project and year are summed. `requestedSek`:
 *         what each application asks for; an application that is not named may be given nothing.
 * Rule    What is returned may not be more than the project has left in that year. What is reused in a year may not be more than what
 *         is free there after the returns: money never moves between years, because appropriations are yearly. A project that is given
 *         more may not come above what it asked for. What is promised for later years may not come above the commitment authorisation,
 *         nor further above it.
 * Errors  `rebalance-amount` (not whole kronor above 0), `rebalance-unknown-grant`, `rebalance-above-grant`, `rebalance-above-free`,
 *         `rebalance-above-request`, `rebalance-above-authorisation`.
 */
export function rebalanced(
  frames: readonly BudgetFrame[],
  grants: readonly GrantPlan[],
  returns: readonly ReturnedMoney[],
  reuses: readonly ReusedMoney[],
  requestedSek: ReadonlyMap<string, Sek>,
): Result<Rebalanced, readonly Refusal[]> {
  const problems: Refusal[] = [];
  const checkAmount = (list: 'returns' | 'reuses') => (item: ReturnedMoney, index: number) => {
    if (!Number.isSafeInteger(item.amountSek) || item.amountSek <= 0)
      problems.push(refusal('rebalance-amount', [list, index, 'amountSek'], { amount: item.amountSek }));
  };
  returns.forEach(checkAmount('returns'));
  reuses.forEach(checkAmount('reuses'));
  if (problems.length > 0) return refuse(problems);

  const change = new Map<string, Map<number, Sek>>();
  const add = (applicationId: string, year: number, amountSek: Sek) => {
    const own = change.get(applicationId) ?? new Map<number, Sek>();
    own.set(year, (own.get(year) ?? 0) + amountSek);
    change.set(applicationId, own);
  };
  returns.forEach((item, index) => {
    const grant = grants.find((other) => other.applicationId === item.applicationId);
    if (!grant) {
      problems.push(
        refusal('rebalance-unknown-grant', ['returns', index, 'applicationId'], { application: item.applicationId }),
      );
      return;
    }
    add(item.applicationId, item.year, -item.amountSek);
    const left = amountIn(grant.payments, item.year) + (change.get(item.applicationId)?.get(item.year) ?? 0);
    const params = { application: item.applicationId, year: item.year, granted: amountIn(grant.payments, item.year) };
    if (left < 0) problems.push(refusal('rebalance-above-grant', ['returns', index, 'amountSek'], params));
  });
  if (problems.length > 0) return refuse(problems);

  const before = envelope(frames, grants);
  const freed = envelope(frames, changed(grants, change));
  for (const item of reuses) add(item.applicationId, item.year, item.amountSek);
  for (const year of [...new Set(reuses.map((item) => item.year))].sort((a, b) => a - b)) {
    const reused = sumSek(reuses.filter((item) => item.year === year).map((item) => item.amountSek));
    const free = Math.max(0, freed.find((item) => item.year === year)?.payments.freeSek ?? 0);
    const index = reuses.findIndex((item) => item.year === year);
    if (reused > free)
      problems.push(refusal('rebalance-above-free', ['reuses', index, 'amountSek'], { year, reused, free }));
  }
  const after = changed(grants, change);
  const afterwards = envelope(frames, after);
  problems.push(...aboveRequest(after, reuses, requestedSek), ...aboveAuthorisation(before, afterwards, reuses));
  if (problems.length > 0) return refuse(problems);
  const years = [...new Set([...returns, ...reuses].map((item) => item.year))].sort((a, b) => a - b);
  const total = (list: readonly ReturnedMoney[], year: number) =>
    sumSek(list.filter((item) => item.year === year).map((item) => item.amountSek));
  return accept({
    grants: after,
    before,
    after: afterwards,
    releasedSek: years.map((year) => ({ year, amountSek: total(returns, year) - total(reuses, year) })),
  });
}

/** The projects that would be given more than they asked for, each once. */
function aboveRequest(
  after: readonly GrantPlan[],
  reuses: readonly ReusedMoney[],
  requestedSek: ReadonlyMap<string, Sek>,
): readonly Refusal[] {
  return after.flatMap(({ applicationId, payments }): Refusal[] => {
    const index = reuses.findIndex((item) => item.applicationId === applicationId);
    const [granted, requested] = [sumYears(payments), requestedSek.get(applicationId) ?? 0];
    if (index < 0 || granted <= requested) return [];
    const params = { application: applicationId, granted, requested };
    return [refusal('rebalance-above-request', ['reuses', index, 'amountSek'], params)];
  });
}

/** The years whose promises for later would come above the authorisation, or further above it. */
function aboveAuthorisation(
  before: readonly EnvelopeYear[],
  after: readonly EnvelopeYear[],
  reuses: readonly ReusedMoney[],
): readonly Refusal[] {
  return after.flatMap(({ year, commitments }): Refusal[] => {
    const wasFree = before.find((item) => item.year === year)?.commitments?.freeSek ?? 0;
    if (!commitments || commitments.freeSek >= Math.min(0, wasFree)) return [];
    const index = reuses.findIndex((item) => item.year > year);
    const params = { year, over: -commitments.freeSek, limit: commitments.limitSek };
    return [refusal('rebalance-above-authorisation', ['reuses', index, 'amountSek'], params)];
  });
}

/** The grants with the changes, in order of application id; years ascending, without zeros. */
function changed(
  grants: readonly GrantPlan[],
  change: ReadonlyMap<string, ReadonlyMap<number, Sek>>,
): readonly GrantPlan[] {
  const ids = [...new Set([...grants.map((grant) => grant.applicationId), ...change.keys()])].sort();
  return ids.map((applicationId) => {
    const payments = grants.find((grant) => grant.applicationId === applicationId)?.payments ?? [];
    const own = change.get(applicationId) ?? new Map<number, Sek>();
    const years = [...new Set([...payments.map((entry) => entry.year), ...own.keys()])].sort((a, b) => a - b);
    const moved = years.map((year) => ({ year, amountSek: amountIn(payments, year) + (own.get(year) ?? 0) }));
    return { applicationId, payments: moved.filter((entry) => entry.amountSek !== 0) };
  });
}
