import { Fraction } from './fraction';
import { supporterExactAmount, type Support } from './support';

/** What each project is worth to all its supporters together, exact: Σ weight × satisfaction. */
export function totalWorth(support: Support): readonly Fraction[] {
  const { projectStart, projectGroup, weight, supporterAmount, exactAmount } = support;
  return support.cost.map((_, project) => {
    let [amount, plain] = [0n, 0];
    for (let at = projectStart[project]!; at < projectStart[project + 1]!; at++) {
      const heads = weight[projectGroup[at]!]!;
      if (exactAmount) amount += BigInt(heads) * supporterExactAmount(support, at);
      // Without `exactAmount` such sums are exact in doubles.
      else plain += heads * (supporterAmount ? supporterAmount[at]! : 1);
    }
    return Fraction.of(support.scale[project]! * (amount + BigInt(plain)), support.worthUnits);
  });
}
