/** Where efficient points not found yet can still be: above the corner in every aim, and at most so much. */
export interface OpenRegion {
  readonly above: readonly number[];
  readonly atMost: readonly number[];
}

/**
 * Gathers, box by box of the search region, the most that the partial choices still open can reach in each aim.
 *
 * Rule    A completion of a partial choice lies within all its bounds Σ w · value ≤ bound. Inside a box every value is at least the
 *         box's corner and a step, so the most of one aim is what a bound leaves when the other aims have their least.
 */
export class OpenRegions {
  private readonly most = new Map<number, Float64Array>();

  constructor(
    /** Weights over the aims of every bound; none negative. */
    private readonly directions: readonly (readonly number[])[],
    private readonly steps: readonly number[],
  ) {}

  /** A partial choice with these bounds can have completions in the box. */
  add(box: number, corner: readonly number[], bounds: ArrayLike<number>): void {
    const aims = corner.length;
    const reach = new Float64Array(aims).fill(Infinity);
    for (let j = 0; j < this.directions.length; j++) {
      const weights = this.directions[j] as readonly number[];
      let least = 0;
      for (let k = 0; k < aims; k++) least += (weights[k] as number) * this.leastIn(corner, k);
      for (let k = 0; k < aims; k++) {
        const weight = weights[k] as number;
        if (weight <= 0) continue;
        const most = ((bounds[j] as number) - least) / weight + this.leastIn(corner, k);
        if (most < (reach[k] as number)) reach[k] = most;
      }
    }
    for (let k = 0; k < aims; k++) if ((reach[k] as number) < this.leastIn(corner, k)) return;
    const known = this.most.get(box);
    if (!known) this.most.set(box, reach);
    else for (let k = 0; k < aims; k++) known[k] = Math.max(known[k] as number, reach[k] as number);
  }

  regions(cornerOf: (box: number) => readonly number[]): readonly OpenRegion[] {
    return [...this.most]
      .sort(([a], [b]) => a - b)
      .map(([box, most]) => ({ above: cornerOf(box), atMost: Array.from(most) }));
  }

  private leastIn(corner: readonly number[], k: number): number {
    return (corner[k] as number) + (this.steps[k] as number);
  }
}

/** What is proven of points when a search stopped early; values as the search compares them. */
export interface PartialProof {
  /** For each point: no portfolio can better it in one aim without losing in another. */
  readonly efficient: readonly boolean[];
  /** The most any portfolio can have in each aim. */
  readonly bestPossible: readonly number[];
  /** For every portfolio some point loses no more than this share of the aim's range in any aim; null without points. */
  readonly within: number | null;
}

/**
 * What open regions leave proven of the points found.
 *
 * Rule    Whatever is efficient and not among the points lies in an open region. A point is proven when no open region holds a place
 *         as good in every aim. Ranges are those of the points; an aim without range counts its difference as it is.
 */
export function partialProof(
  points: readonly (readonly number[])[],
  regions: readonly OpenRegion[],
  aims: number,
): PartialProof {
  const each = Array.from({ length: aims }, (_, k) => k);
  const range = each.map((k) => {
    const values = points.map((point) => point[k] as number);
    return Math.max(...values) - Math.min(...values) || 1;
  });
  const efficient = points.map(
    (point) =>
      !regions.some(({ above, atMost }) =>
        each.every(
          (k) => (atMost[k] as number) >= (point[k] as number) && (atMost[k] as number) > (above[k] as number),
        ),
      ),
  );
  const bestPossible = each.map((k) =>
    Math.max(...points.map((point) => point[k] as number), ...regions.map(({ atMost }) => atMost[k] as number)),
  );
  if (points.length === 0) return { efficient, bestPossible, within: null };
  let within = 0;
  for (const { atMost } of regions) {
    let nearest = Infinity;
    for (const point of points) {
      let furthest = 0;
      for (const k of each)
        furthest = Math.max(furthest, ((atMost[k] as number) - (point[k] as number)) / (range[k] as number));
      nearest = Math.min(nearest, furthest);
    }
    within = Math.max(within, nearest);
  }
  return { efficient, bestPossible, within };
}
