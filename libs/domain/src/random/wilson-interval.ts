/** The standard normal distribution holds 95 % within this many standard deviations of its middle. */
const z95 = 1.959963984540054;

/**
 * The 95 % interval of a share that was counted in random draws, by Wilson's score method.
 *
 * Why     One standard error √(p(1 − p)/n) is 0 when the share counted is 0 or 1, as if the draws had been certain. The score interval
 *         asks instead which true shares make the count plausible, and so stays open where nothing, or everything, was counted.
 * Units   `count` of `draws`, 0 ≤ count ≤ draws; it need not be whole, since tied things may share a draw. Bounds lie in [0, 1].
 * Edges   `draws` 0 tells nothing: [0, 1].
 * Source  Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927), 209–212.
 * @example wilsonInterval(0, 10) // => [0, 0.2775…]
 */
export function wilsonInterval(count: number, draws: number): readonly [number, number] {
  if (draws === 0) return [0, 1];
  const share = count / draws;
  const square = z95 * z95;
  const middle = share + square / (2 * draws);
  const reach = z95 * Math.sqrt((share * (1 - share) + square / (4 * draws)) / draws);
  const scale = 1 + square / draws;
  return [Math.max(0, (middle - reach) / scale), Math.min(1, (middle + reach) / scale)];
}
