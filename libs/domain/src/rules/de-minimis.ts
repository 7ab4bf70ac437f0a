import { invariant } from '../invariant';
import type { Actor, Application, DeMinimisAid, Round } from '../round';
import { parameterOn, type RuleBook } from './rule-book';

/** What one single undertaking has had and asks for, against the ceiling. Whole-euro cents are kept: amounts are compared in cents. */
export interface DeMinimisStanding {
  /** The undertaking's id: of linked units the one at the top. */
  readonly undertakingActorId: string;
  /** All actors that count as this undertaking, sorted. */
  readonly memberActorIds: readonly string[];
  readonly ceilingEur: number;
  /** First and last day of the period, both included. */
  readonly windowFrom: string;
  readonly windowTo: string;
  /** Earlier aid in the period, in order of date. */
  readonly history: readonly DeMinimisAid[];
  readonly historyEur: number;
  /** Each application's own amount, in order of application id. */
  readonly applications: readonly { readonly applicationId: string; readonly amountEur: number }[];
}

/** A limit that binds several applications together: of these, no more may be chosen than `remainingEur` covers. */
export interface DeMinimisJointLimit {
  readonly undertakingActorId: string;
  readonly ceilingEur: number;
  readonly historyEur: number;
  /** Ceiling − history in the period; never below 0. */
  readonly remainingEur: number;
  readonly applications: readonly { readonly applicationId: string; readonly amountEur: number }[];
}

export const deMinimisCeilingId = 'de_minimis_ceiling_eur';
export const deMinimisYearsId = 'de_minimis_years';

const cents = (amountEur: number) => Math.round(amountEur * 100);

/**
 * Where every single undertaking stands that applications name under the de minimis route.
 *
 * Rule    The period is the given number of years up to and including `asOf`, the day the new aid is granted: for three years and
 *         2026-06-15 it is 2023-06-16 to 2026-06-15. Aid granted later than `asOf` does not count. Actors with a common parent are
 *         one undertaking. An application without an amount counts with nothing (another rule reports it).
 * Units   euro; sums are taken in whole cents.
 * Edges   No ceiling or period valid on the day: no standings (the rules then say that the figure is missing).
 * Source  Commission Regulation (EU) 2023/2831, Art. 2(2), 3(2).
 */
export function deMinimisStandings(round: Round, ruleBook: RuleBook, asOf: string): readonly DeMinimisStanding[] {
  const ceilingEur = parameterOn(ruleBook, deMinimisCeilingId, asOf)?.value;
  const years = parameterOn(ruleBook, deMinimisYearsId, asOf)?.value;
  if (typeof ceilingEur !== 'number' || typeof years !== 'number') return [];
  const actors = new Map(round.actors.map((actor) => [actor.id, actor]));
  const windowFrom = dayAfter(yearsBefore(asOf, years));
  const claims = new Map<string, Application[]>();
  for (const application of round.applications) {
    const { stateAidRoute, stateAidUndertakingId } = application.project;
    if (stateAidRoute !== 'deminimis' || stateAidUndertakingId === null) continue;
    const top = singleUndertaking(stateAidUndertakingId, actors);
    claims.set(top, [...(claims.get(top) ?? []), application]);
  }
  return [...claims.keys()].sort().map((top) => {
    const history = round.deMinimisHistory
      .filter((aid) => singleUndertaking(aid.undertakingActorId, actors) === top)
      .filter((aid) => windowFrom <= aid.grantedDate && aid.grantedDate <= asOf)
      .sort((a, b) =>
        a.grantedDate < b.grantedDate ? -1 : a.grantedDate > b.grantedDate ? 1 : a.amountEur - b.amountEur,
      );
    return {
      undertakingActorId: top,
      memberActorIds: membersOf(top, actors),
      ceilingEur,
      windowFrom,
      windowTo: asOf,
      history,
      historyEur: history.reduce((sum, aid) => sum + cents(aid.amountEur), 0) / 100,
      applications: (claims.get(top) as Application[])
        .map((item) => ({ applicationId: item.id, amountEur: item.project.stateAidAmountEur ?? 0 }))
        .sort((a, b) => (a.applicationId < b.applicationId ? -1 : 1)),
    };
  });
}

/** True when the amounts on top of the history pass the ceiling. Exact in cents. */
export function exceedsCeiling(standing: DeMinimisStanding, amountsEur: readonly number[]): boolean {
  return (
    amountsEur.reduce((sum, amount) => sum + cents(amount), cents(standing.historyEur)) > cents(standing.ceilingEur)
  );
}

/**
 * The limits the allocation must keep: one for every undertaking whose applications fit one by one but not all together.
 * Applications that pass the ceiling alone are left out (they are errors of their own), as are undertakings where all fit together.
 * An application in `letThrough`, which an officer has let past that error, takes all that is left: it may be chosen, and then none
 * of the undertaking's others with it.
 */
export function deMinimisJointLimits(
  round: Round,
  ruleBook: RuleBook,
  asOf: string,
  letThrough: ReadonlySet<string> = new Set(),
): readonly DeMinimisJointLimit[] {
  return deMinimisStandings(round, ruleBook, asOf).flatMap((standing) => {
    const { undertakingActorId, ceilingEur, historyEur } = standing;
    const remainingEur = Math.max(0, cents(ceilingEur) - cents(historyEur)) / 100;
    const capped = standing.applications.map((item) =>
      letThrough.has(item.applicationId) ? { ...item, amountEur: Math.min(item.amountEur, remainingEur) } : item,
    );
    const applications = jointApplications({ ...standing, applications: capped });
    if (applications.length === 0) return [];
    return [{ undertakingActorId, ceilingEur, historyEur, remainingEur, applications }];
  });
}

/** The applications of an undertaking that fit one by one and not together; none when they all fit. */
export function jointApplications(standing: DeMinimisStanding): DeMinimisStanding['applications'] {
  const alone = standing.applications.filter(
    (item) => item.amountEur > 0 && !exceedsCeiling(standing, [item.amountEur]),
  );
  return exceedsCeiling(
    standing,
    alone.map((item) => item.amountEur),
  )
    ? alone
    : [];
}

/**
 * Kronor as euro at the rate of the day the aid is granted, rounded up to whole cents so that aid is never understated.
 * @example eurFromSek(1_000_000, 11.2345) // => 89011.53
 */
export function eurFromSek(amountSek: number, sekPerEur: number): number {
  invariant(Number.isSafeInteger(amountSek) && amountSek >= 0, `money must be whole kronor ≥ 0, got ${amountSek}`);
  invariant(sekPerEur > 0 && sekPerEur < Infinity, `an exchange rate must be positive, got ${sekPerEur}`);
  // The rate is published with at most six decimals: exact in millionths.
  const [dividend, divisor] = [BigInt(amountSek) * 100_000_000n, BigInt(Math.round(sekPerEur * 1_000_000))];
  return Number((dividend + divisor - 1n) / divisor) / 100;
}

/** The top of the chain of parents an actor belongs to; a chain that loops ends at the smallest id in the loop. */
function singleUndertaking(actorId: string, actors: ReadonlyMap<string, Actor>): string {
  const seen: string[] = [];
  let id = actorId;
  while (!seen.includes(id)) {
    seen.push(id);
    const parent = actors.get(id)?.parentActorId;
    if (!parent) return id;
    id = parent;
  }
  return seen.slice(seen.indexOf(id)).reduce((least, other) => (other < least ? other : least));
}

function membersOf(top: string, actors: ReadonlyMap<string, Actor>): readonly string[] {
  const members = [...actors.keys()].filter((id) => singleUndertaking(id, actors) === top);
  return [...new Set([top, ...members])].sort();
}

/** The same day that many years earlier; 29 February becomes 28 February. */
function yearsBefore(day: string, years: number): string {
  const earlier = `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;
  const isLeap = new Date(Date.UTC(Number(earlier.slice(0, 4)), 1, 29)).getUTCMonth() === 1;
  return earlier.endsWith('-02-29') && !isLeap ? earlier.replace('-29', '-28') : earlier;
}

function dayAfter(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
}
