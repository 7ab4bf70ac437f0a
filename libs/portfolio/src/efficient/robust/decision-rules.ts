/** What a portfolio is worth at each corner of the weights: least and most, in whole numbers of 1/divisor. */
export interface CornerWorth {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** An exact quotient of whole numbers. */
export interface Quotient {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export interface RuleAnswer {
  /** Indexes of the portfolios that reach the best figure, all of them. */
  readonly best: readonly number[];
  readonly figure: Quotient;
  /** The figure of every portfolio asked for, in order; null where the search could stop before it was known. */
  readonly corner: number;
}

const compare = (a: Quotient, b: Quotient): number => {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
};
const over = (value: number, divisor: bigint): Quotient => ({ numerator: BigInt(value), denominator: divisor });

/** The worst value of a portfolio over all weights and scores, with the corner where it is reached. */
export function worstValue(
  { low }: CornerWorth,
  divisors: readonly bigint[],
): { readonly figure: Quotient; readonly corner: number } {
  let worst = over(low[0] as number, divisors[0] as bigint);
  let corner = 0;
  for (let t = 1; t < low.length; t++) {
    const here = over(low[t] as number, divisors[t] as bigint);
    if (compare(here, worst) < 0) [worst, corner] = [here, t];
  }
  return { figure: worst, corner };
}

/**
 * The portfolios with the largest worst value.
 *
 * Rule    Exact: the value is linear in weights and scores, so its worst is at a corner of the weights with the low scores; quotients
 *         are compared as fractions. A portfolio that is not among the non-dominated ones cannot do better.
 */
export function maximin(worths: readonly CornerWorth[], divisors: readonly bigint[]): RuleAnswer | null {
  let answer: RuleAnswer | null = null;
  worths.forEach((worth, p) => {
    const { figure, corner } = worstValue(worth, divisors);
    const order = answer === null ? 1 : compare(figure, answer.figure);
    if (order > 0) answer = { best: [p], figure, corner };
    else if (order === 0 && answer) answer = { ...answer, best: [...answer.best, p] };
  });
  return answer;
}

/**
 * The portfolios with the smallest largest regret: the most that another portfolio can be worth more than it, over all weights
 * and scores. What both hold has the same score in both.
 *
 * Shapes  widthOfShared(p, other, t): Σ (high − low) over what both hold, at corner t.
 * Rule    Exact. Only non-dominated portfolios need be compared: whoever dominates another regrets nothing to it.
 */
export function minimaxRegret(
  worths: readonly CornerWorth[],
  divisors: readonly bigint[],
  widthOfShared: (p: number, other: number, corner: number) => number,
): RuleAnswer | null {
  let answer: RuleAnswer | null = null;
  for (let p = 0; p < worths.length; p++) {
    const own = worths[p] as CornerWorth;
    let largest: Quotient = { numerator: 0n, denominator: 1n };
    let corner = 0;
    let hopeless = false;
    for (let other = 0; other < worths.length && !hopeless; other++) {
      if (other === p) continue;
      const rival = worths[other] as CornerWorth;
      for (let t = 0; t < divisors.length; t++) {
        const regret = (rival.high[t] as number) - (own.low[t] as number) - widthOfShared(p, other, t);
        const here = over(regret, divisors[t] as bigint);
        if (compare(here, largest) <= 0) continue;
        [largest, corner] = [here, t];
        const known: RuleAnswer | null = answer;
        if (known !== null && compare(largest, (known as RuleAnswer).figure) > 0) {
          hopeless = true;
          break;
        }
      }
    }
    if (hopeless) continue;
    const order: number = answer === null ? -1 : compare(largest, (answer as RuleAnswer).figure);
    if (order < 0) answer = { best: [p], figure: largest, corner };
    else if (order === 0 && answer) answer = { ...(answer as RuleAnswer), best: [...(answer as RuleAnswer).best, p] };
  }
  return answer;
}

/** The nearest double of a quotient in units of 1/scale. */
export const shownQuotient = ({ numerator, denominator }: Quotient, scale: number): number =>
  Number(numerator) / Number(denominator) / scale;
