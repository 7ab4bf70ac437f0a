import { accept, invariant, refuse, type Result } from '@fordela/domain';
import { solveLp, type LpConstraint } from '../../lp/solve-lp';
import { regionConstraints, type WeightRegion } from '../../weights/statements/weight-region';
import { dot } from '../linear/dense';
import { valueTolerance } from './dominance';
import { boxFaults, type ValueBox } from './value-box';

/** Whether an alternative can be the best at all. */
export interface PotentialOptimality {
  /** `alone`: first with a lead for some weights; `tied`: at best equal first; `never`: beaten whatever the weights. */
  readonly verdict: 'alone' | 'tied' | 'never';
  /** The largest lead over the best of the others that any weights give it; negative when it is never first. */
  readonly largestLead: number;
  /** Weights that give this lead. */
  readonly witness: readonly number[];
}

/**
 * For each alternative the weights that speak most for it: those under which its highest value leads the best of the others' lowest
 * values by most, by linear programming. Only the rivals that bind are put into the program, added as they turn up.
 *
 * Shapes  box: m × n; region: weights of n criteria. A single alternative leads nobody: largest lead 0, `alone`.
 * Errors  `dominance-too-few`, `dominance-row-length`, `dominance-interval`.
 * Source  Hazen, "Partial information, dominance, and potential optimality in multiattribute utility theory", Operations Research 34 (1986).
 */
export function potentialOptimality(box: ValueBox, region: WeightRegion): Result<readonly PotentialOptimality[]> {
  const faults = boxFaults(box, region);
  if (faults.length > 0) return refuse(faults);
  return accept(box.high.map((_, i) => largestLead(box, region, i)));
}

function largestLead({ low, high }: ValueBox, region: WeightRegion, i: number): PotentialOptimality {
  const criteria = region.count;
  const leads = low.map((row) => row.map((value, c) => high[i]![c]! - value));
  const base: LpConstraint[] = regionConstraints(region).map(({ coefficients, relation, rhs }) => ({
    coefficients: [...coefficients, 0],
    relation,
    rhs,
  }));
  const rivals: number[] = [];
  const most = high[i]!.reduce((size, value, c) => Math.max(size, ...low.map((row) => Math.abs(value - row[c]!))), 0);
  for (;;) {
    const solution = solveLp({
      objective: [...new Array<number>(criteria).fill(0), 1],
      maximise: true,
      constraints: [
        ...base,
        ...rivals.map((k): LpConstraint => ({ coefficients: [...leads[k]!, -1], relation: '>=', rhs: 0 })),
      ],
      bounds: [...new Array<readonly [0, null]>(criteria).fill([0, null]), [-most - 1, low.length > 1 ? most + 1 : 0]],
    });
    invariant(solution.status === 'optimal', 'a lead is bounded');
    const witness = solution.x.slice(0, criteria);
    const claimed = solution.x[criteria]!;
    let worst: number | null = null;
    leads.forEach((lead, k) => {
      if (k !== i && (worst === null || dot(lead, witness) < dot(leads[worst]!, witness))) worst = k;
    });
    const attained = worst === null ? 0 : dot(leads[worst]!, witness);
    if (worst === null || attained >= claimed - 1e-10 || rivals.includes(worst)) {
      const verdict =
        worst === null || attained > valueTolerance ? 'alone' : attained >= -valueTolerance ? 'tied' : 'never';
      return { verdict, largestLead: attained, witness };
    }
    rivals.push(worst);
  }
}
