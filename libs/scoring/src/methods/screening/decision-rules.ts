/** What an alternative is worth under each rule for deciding without knowing the scenario. Gains: higher is better. */
export interface RuleValues {
  readonly laplace: readonly number[];
  readonly maximin: readonly number[];
  readonly maximax: readonly number[];
  readonly hurwicz: readonly number[];
  /** Largest regret: lower is better. */
  readonly savage: readonly number[];
  /** Null without probabilities. */
  readonly expectedValue: readonly number[] | null;
  /** Lower is better; null without probabilities. */
  readonly expectedRegret: readonly number[] | null;
  readonly regrets: readonly (readonly number[])[];
}

/**
 * The classical rules over a table of alternatives × scenarios.
 *
 * Shapes  gains: m × n (losses with their sign turned); probabilities: n with sum 1, or null; optimism in [0, 1].
 * Rules   laplace: mean. maximin (Wald): worst. maximax: best. hurwicz: optimism × best + (1 − optimism) × worst.
 *         savage: the largest shortfall from the best gain in a scenario.
 * Source  Luce & Raiffa, Games and Decisions (1957), ch. 13.
 */
export function decisionRules(
  gains: readonly (readonly number[])[],
  probabilities: readonly number[] | null,
  optimism: number,
): RuleValues {
  const bestOf = (gains[0] ?? []).map((_, j) => Math.max(...gains.map((row) => row[j]!)));
  const regrets = gains.map((row) => row.map((gain, j) => bestOf[j]! - gain));
  const expected = (table: readonly (readonly number[])[]) =>
    probabilities && table.map((row) => row.reduce((sum, value, j) => sum + probabilities[j]! * value, 0));
  return {
    laplace: gains.map((row) => row.reduce((sum, gain) => sum + gain, 0) / row.length),
    maximin: gains.map((row) => Math.min(...row)),
    maximax: gains.map((row) => Math.max(...row)),
    hurwicz: gains.map((row) => optimism * Math.max(...row) + (1 - optimism) * Math.min(...row)),
    savage: regrets.map((row) => Math.max(...row)),
    expectedValue: expected(gains),
    expectedRegret: expected(regrets),
    regrets,
  };
}
