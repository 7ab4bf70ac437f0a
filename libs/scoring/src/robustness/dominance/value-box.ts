import { refusal, type Refusal } from '@fordela/domain';
import type { WeightRegion } from '../../weights/statements/weight-region';

/** Lowest and highest partial value of every alternative on every criterion (m × n); equal where the value is exact. */
export interface ValueBox {
  readonly low: readonly (readonly number[])[];
  readonly high: readonly (readonly number[])[];
}

/** Exact values as a box. */
export const exactBox = (values: readonly (readonly number[])[]): ValueBox => ({ low: values, high: values });

/** What keeps a box and a region of weights from being computed with. */
export function boxFaults({ low, high }: ValueBox, region: Pick<WeightRegion, 'count'>): Refusal[] {
  const refusals: Refusal[] = [];
  if (low.length === 0 || region.count === 0)
    refusals.push(refusal('dominance-too-few', [], { alternatives: low.length, criteria: region.count }));
  low.forEach((row, i) => {
    if (row.length !== region.count || high[i]?.length !== region.count)
      refusals.push(refusal('dominance-row-length', [i], { length: row.length, expected: region.count }));
    row.forEach((from, c) => {
      const to = high[i]?.[c];
      if (!Number.isFinite(from) || !Number.isFinite(to) || to === undefined || from > to)
        refusals.push(refusal('dominance-interval', [i, c], { low: String(from), high: String(to) }));
    });
  });
  return refusals;
}
