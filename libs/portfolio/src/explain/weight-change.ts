import type { Forced } from '../optimise/program';
import type { KnownPortfolio } from './known-portfolios';
import type { OtherWay } from './other-way';
import { verifiedChange, type Change } from './verified-change';
import { weightSteps, type WeightLine } from './weight-line';

/** The smallest move of one criterion's weight, the others keeping their proportions; over all criteria. */
export async function weightChange(way: OtherWay): Promise<Change | null> {
  const { problem, weightLines, known } = way.bench;
  const most = way.forced?.record.bound ?? null;
  const nearest = nearestWeight(weightLines, way.demand, most, known?.allowed(way.demand) ?? []);
  if (!nearest) return null;
  const { line, step } = nearest;
  const sign = Math.sign(step - line.now);
  const stepOf = (by: number) => line.now + sign * by;
  const [from, to] = [Number(problem.weights?.[line.criterion]), line.weightAt(step)];
  const share = to / line.weightAt(weightSteps);
  return verifiedChange(
    way,
    'weight',
    'change-weight',
    { criterion: line.criterion, share },
    (by) => line.change(stepOf(by)),
    Math.abs(step - line.now),
    { from, to, by: to - from },
    { known: (by) => line.segments.filter((own) => own.from <= stepOf(by) && stepOf(by) <= own.to) },
  );
}

/** A weight's step at which some best portfolio meets a demand. */
interface WeightStep {
  readonly line: WeightLine;
  readonly step: number;
}

/**
 * The smallest move of one weight with which some best portfolio meets a demand, over all criteria; the first criterion of equals.
 * Null when no move of a single weight does it.
 *
 * Shapes  mostNow: what the best that meets the demand reaches now, in the problem's own objective, or an upper bound; null when
 *         that is not known. own: known portfolios that meet the demand and keep every limit.
 */
function nearestWeight(
  lines: readonly WeightLine[],
  demand: Forced,
  mostNow: number | null,
  own: readonly KnownPortfolio[],
): WeightStep | null {
  // No farther than what a known portfolio is sure to need.
  const sure = Math.min(...lines.map((line) => knownDistance(line, own)));
  let best: WeightStep | null = null;
  for (const line of lines) {
    const now = mostNow === null ? line.best(line.now, demand) : line.mostNow(mostNow);
    if (now === null) continue;
    const room: number = best ? Math.abs(best.step - best.line.now) - 1 : sure;
    const found = ([1, -1] as const)
      .map((side) => nearestOnSide(line, demand, side, room, now, own))
      .filter((step) => step !== null);
    const step = found.sort((a, b) => Math.abs(a - line.now) - Math.abs(b - line.now) || a - b)[0];
    if (step !== undefined) best = { line, step };
  }
  return best;
}

/**
 * Between two ends of a segment the best is linear and the best that meets the demand convex, so the two can first meet only at an
 * end. Being convex, the latter also lies below its chord from any earlier step to any later: most ends need no solve.
 */
function nearestOnSide(
  line: WeightLine,
  demand: Forced,
  side: 1 | -1,
  room: number,
  now: number,
  own: readonly KnownPortfolio[],
): number | null {
  const ends = endsOnSide(line, side, room);
  const sure = ends.findIndex(({ step, top }) => own.some((known) => line.worthOf(known, step) >= top));
  const reach = sure >= 0 ? ends.slice(0, sure + 1) : ends;
  const last = reach.at(-1);
  if (!last) return null;
  const far = sure >= 0 ? last.top : line.best(last.step, demand, undefined, bestKnown(line, own, last.step));
  if (far === null) return null;
  let [near, most] = [0, now];
  for (const { step, top, away } of reach) {
    if (step === last.step) return far >= top ? step : null;
    const chord = most + ((far - most) * (away - near)) / (last.away - near);
    if (chord < top - 1) continue;
    if (line.best(step, demand, top) !== null) return step;
    [near, most] = [away, Math.min(chord, top - 1)];
  }
  return null;
}

/** The ends of a line's segments on one side of now, the nearest first, with the best objective there. */
function endsOnSide(line: WeightLine, side: 1 | -1, room: number) {
  return line.ends
    .map(({ step, top }) => ({ step, top, away: side * (step - line.now) }))
    .filter(({ away }) => away > 0 && away <= room)
    .sort((a, b) => a.away - b.away);
}

/** How far a weight moves until one of these portfolios is a best one; Infinity when it never is. */
function knownDistance(line: WeightLine, own: readonly KnownPortfolio[]): number {
  const distances = ([1, -1] as const).map(
    (side) =>
      endsOnSide(line, side, Infinity).find(({ step, top }) => own.some((known) => line.worthOf(known, step) >= top))
        ?.away ?? Infinity,
  );
  return Math.min(...distances);
}

function bestKnown(line: WeightLine, own: readonly KnownPortfolio[], step: number): KnownPortfolio | null {
  let best: KnownPortfolio | null = null;
  for (const known of own) if (!best || line.worthOf(known, step) > line.worthOf(best, step)) best = known;
  return best;
}
