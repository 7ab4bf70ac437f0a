import type { OtherWay } from './other-way';
import { verifiedChange, type FoundOrNot } from './verified-change';
import type { Walks } from './walks';
import { weightSteps } from './weight-line';

/** The smallest move of one criterion's weight, the others keeping their proportions; over all criteria. */
export async function weightChange(way: OtherWay, walks: Walks): Promise<FoundOrNot> {
  const { problem } = way.bench;
  const nearest = walks.nearestWeight(way);
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
