import { Fraction } from './fraction';
import { exactAmountAt, type Support } from './support';

/** What each project is worth to all its supporters together, exact: Σ weight × satisfaction. */
export function totalWorth(support: Support): readonly Fraction[] {
  return support.cost.map((_, project) => {
    let amount = 0n;
    for (let at = support.projectStart[project]!; at < support.projectStart[project + 1]!; at++)
      amount += BigInt(support.weight[support.projectGroup[at]!]!) * exactAmountAt(support, support.projectPlace[at]!);
    return Fraction.of(support.scale[project]! * amount, support.worthUnits);
  });
}
