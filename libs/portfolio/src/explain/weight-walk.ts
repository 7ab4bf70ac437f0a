import { allOf, anyOf, meeting } from './demand';
import type { KnownPortfolio } from './known-portfolios';
import type { OtherWay } from './other-way';
import type { ReasonBench } from './reasons';
import type { WeightLine } from './weight-line';

/** A weight's step at which some best portfolio meets a demand. */
export interface WeightStep {
  readonly line: WeightLine;
  readonly step: number;
}

/** An end of a segment of a line, seen from the present weight. */
interface SegmentEnd extends WeightStep {
  readonly top: number;
  readonly away: number;
  /** The last end on its side, where no portfolio is better than `top` either. */
  readonly farthest: { readonly top: number; readonly away: number };
  /** One for each side of each line. */
  readonly side: string;
}

/** What a demand is known to reach at most, at a step so far from now. */
interface Ceiling {
  readonly away: number;
  readonly most: number;
}

/**
 * The smallest move of one weight with which some best portfolio meets a demand, over all criteria, for each of several demands at
 * once; the first criterion of equals, then the lower weight. Those that no move of a single weight meets are left out.
 *
 * Rule    Between two ends of a segment the best is linear and the best that meets a demand convex, so the two can first meet only
 *         at an end. Being convex, the latter also lies below its chord from any earlier step to any later: a demand whose chord
 *         stays below the best needs no solve. One solve asks at each end for all demands that are left.
 */
export function nearestWeights(
  { weightLines, known, optimiser: { system } }: ReasonBench,
  company: readonly OtherWay[],
): ReadonlyMap<string, WeightStep> {
  const found = new Map<string, WeightStep>();
  const waiting = new Map(company.filter(({ forced }) => forced).map((way) => [way, new Map<string, Ceiling>()]));
  const ownOf = new Map<OtherWay, readonly KnownPortfolio[]>();
  for (const way of waiting.keys()) ownOf.set(way, known?.allowed(allOf([way.demand])) ?? []);
  const leave = (way: OtherWay, { line, step }: SegmentEnd) => {
    found.set(way.project.id, { line, step });
    waiting.delete(way);
  };
  for (const end of endsFromNow(weightLines)) {
    const { line, step, top, side, away } = end;
    for (const way of [...waiting.keys()])
      if (ownOf.get(way)?.some((own) => line.worthOf(own, step) >= top)) leave(way, end);
    const asked = () => [...waiting].filter(([way, ceilings]) => mayReach(end, way, ceilings.get(side)));
    for (let left = asked(); left.length > 0; left = asked()) {
      const point = line.best(step, anyOf(left.map(([{ demand }]) => demand)), top);
      if (point === null) {
        for (const [, ceilings] of left) ceilings.set(side, { away, most: top - 1 });
        break;
      }
      for (const [way] of left) if (meeting(system, allOf([way.demand]))(point)) leave(way, end);
    }
  }
  return found;
}

/** Could what meets a demand be as good as the best at this end, for all that is known? */
function mayReach(
  { line, top, away, farthest }: SegmentEnd,
  { forced }: OtherWay,
  lately: Ceiling | undefined,
): boolean {
  if (lately?.away === away) return false;
  const near = lately ?? { away: 0, most: line.mostNow(forced?.record.bound ?? Infinity) };
  const chord = near.most + ((farthest.top - near.most) * (away - near.away)) / (farthest.away - near.away);
  return !(chord < top - 1);
}

/** The ends of all segments of all lines, the nearest to now first. */
function endsFromNow(lines: readonly WeightLine[]): readonly SegmentEnd[] {
  const ends = lines.flatMap((line) =>
    [1, -1].flatMap((direction) => {
      const own = line.ends
        .map(({ step, top }) => ({ step, top, away: direction * (step - line.now) }))
        .filter(({ away }) => away > 0)
        .sort((a, b) => a.away - b.away);
      const farthest = own.at(-1);
      return farthest ? own.map((end) => ({ ...end, line, farthest, side: `${line.criterion} ${direction}` })) : [];
    }),
  );
  const place = new Map(lines.map((line, index) => [line, index]));
  return ends.sort(
    (a, b) => a.away - b.away || (place.get(a.line) as number) - (place.get(b.line) as number) || a.step - b.step,
  );
}
