import { accept, at, refusal, refuse, type Result } from '@fordela/domain';
import { compareIds } from '../../methods/common/ranks';

/** A unit's place in a ranking that is not certain. */
export interface UncertainRank {
  readonly unitId: string;
  /** The rank the units are ordered by: an expected rank, or an average one. */
  readonly rank: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Where the line runs through the intervals. `rank-of-last-funded`: at the rank of the last unit that fits, as at the Swiss
 * National Science Foundation. `between-places`: between place K and K + 1.
 */
export const lineConventions = ['rank-of-last-funded', 'between-places'] as const;
export type LineConvention = (typeof lineConventions)[number];

export const zoneGroups = ['accepted', 'random-selection', 'rejected'] as const;
export type ZoneGroup = (typeof zoneGroups)[number];

export interface FundingZone {
  readonly line: number;
  /** Every unit with its group, by rank (ties by id). */
  readonly units: readonly (UncertainRank & { readonly group: ZoneGroup })[];
  readonly accepted: readonly string[];
  readonly zone: readonly string[];
  readonly rejected: readonly string[];
  /** How many of the zone can be funded: places − accepted, never below 0 or above the size of the zone. */
  readonly placesInZone: number;
  /** True when the zone holds more units than places, so that something else than the ranking has to decide. */
  readonly needsDecision: boolean;
}

/**
 * Which units are surely enough above the line, which below, and which the ranking cannot tell apart there.
 *
 * Rule    With the line L: a unit is accepted when its interval ends before L, rejected when it begins after L, and in the zone when
 *         the interval reaches over L. `rank-of-last-funded`: L is the rank of the K-th unit, and an end that equals L is in the zone.
 *         `between-places`: L is K + ½.
 * Edges   K ≥ number of units: all are accepted. K = 0: all are rejected.
 * Errors  Refusals: `line-no-units`; `line-places` (K not a whole number ≥ 0); `line-interval` (low > high or not finite).
 * Source  Heyard, Ott, Salanti & Egger, Statistics and Public Policy 9 (2022) 110–121, section 2.4.
 */
export function fundingZone(
  ranks: readonly UncertainRank[],
  places: number,
  convention: LineConvention,
): Result<FundingZone> {
  if (ranks.length === 0) return refuse([refusal('line-no-units')]);
  if (!(Number.isInteger(places) && places >= 0))
    return refuse([refusal('line-places', ['places'], { places: String(places) })]);
  const faults = ranks.flatMap((entry, index) =>
    Number.isFinite(entry.rank) && entry.low <= entry.high && Number.isFinite(entry.low) && Number.isFinite(entry.high)
      ? []
      : [refusal('line-interval', [index], { unit: entry.unitId, low: String(entry.low), high: String(entry.high) })],
  );
  if (faults.length > 0) return refuse(faults);
  const order = [...ranks].sort((a, b) => a.rank - b.rank || compareIds(a.unitId, b.unitId));
  const lineAt =
    convention === 'between-places'
      ? places + 0.5
      : places === 0
        ? -Infinity
        : at(order, Math.min(places, order.length) - 1).rank;
  const groupOf = (entry: UncertainRank): ZoneGroup => {
    if (places >= ranks.length) return 'accepted';
    if (places === 0) return 'rejected';
    if (entry.high < lineAt) return 'accepted';
    return entry.low > lineAt ? 'rejected' : 'random-selection';
  };
  const units = order.map((entry) => ({ ...entry, group: groupOf(entry) }));
  const of = (group: ZoneGroup) => units.filter((unit) => unit.group === group).map((unit) => unit.unitId);
  const accepted = of('accepted');
  const zone = of('random-selection');
  const placesInZone = Math.min(zone.length, Math.max(0, places - accepted.length));
  return accept({
    line: Number.isFinite(lineAt) ? lineAt : 0,
    units,
    accepted,
    zone,
    rejected: of('rejected'),
    placesInZone,
    needsDecision: placesInZone < zone.length,
  });
}
