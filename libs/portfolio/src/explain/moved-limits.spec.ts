import * as fc from 'fast-check';
import { randomProblemFile } from '../../../../test/support/allocation-oracle';
import { constraintsOf } from '../optimise/constraints';
import { parseAllocationProblem } from '../problem/parse-allocation-problem';
import { changedProblem, limitsOf } from './changed-problem';
import { movedLimits, type LimitChange } from './moved-limits';

/** Every change of one bound that a problem has room for, and all ceilings at once. */
function changesOf(problem: Parameters<typeof limitsOf>[0], by: number): readonly LimitChange[] {
  const single = limitsOf(problem).flatMap((limit): LimitChange[] => {
    if (limit.kind === 'ceiling') return [{ kind: 'ceiling', id: limit.id, by }];
    if (limit.kind === 'grants') return [{ kind: 'grants', side: limit.side, by }];
    const isAmount =
      limit.kind === 'group-limit' &&
      problem.groupLimits.find(({ id }) => id === limit.id)?.[limit.side]?.kind === 'amount';
    return isAmount ? [{ kind: 'group-limit', id: limit.id, side: limit.side, by }] : [];
  });
  return [...single, { kind: 'all-ceilings', by }];
}

describe('moved limits', () => {
  it('are the limits of the changed problem, row by row', () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: -30, max: 30 }), (seed, by) => {
        const parsed = parseAllocationProblem({ ...randomProblemFile(seed, 6), grants: { max: 4 } });
        if (!parsed.ok) return;
        const system = constraintsOf(parsed.value);
        for (const change of changesOf(parsed.value, by)) {
          expect(movedLimits(system, change).rows).toEqual(constraintsOf(changedProblem(parsed.value, change)).rows);
          compared += 1;
        }
      }),
    );
    expect(compared).toBeGreaterThan(100);
  });
});
