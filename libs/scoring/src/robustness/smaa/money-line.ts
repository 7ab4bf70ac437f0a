/**
 * Where the money ends. `count`: the first so many. `budget`: walking down the ranking, each is funded whose cost still fits;
 * `skip` passes over one that does not fit and goes on, `stop` ends there. Costs and budget in one whole unit (kronor).
 */
export type MoneyLine =
  | { readonly kind: 'count'; readonly count: number }
  | {
      readonly kind: 'budget';
      readonly budget: number;
      readonly costs: readonly number[];
      readonly rule: LineRule;
    };

export const lineRules = ['skip', 'stop'] as const;
export type LineRule = (typeof lineRules)[number];

/** Adds one to the count of every alternative above the line, given the order, best first. */
export type LineCount = (order: Int32Array, funded: Uint32Array) => void;

/** The walk down a ranking for a line: the rule is chosen once, not per draw. */
export function lineCount(line: MoneyLine): LineCount {
  if (line.kind === 'count') {
    return (order, funded) => {
      const end = Math.min(line.count, order.length);
      for (let place = 0; place < end; place++) funded[order[place]!]!++;
    };
  }
  const costs = Float64Array.from(line.costs);
  const cheapest = costs.reduce((least, cost) => Math.min(least, cost), Infinity);
  const stops = line.rule === 'stop';
  return (order, funded) => {
    let left = line.budget;
    for (let place = 0; place < order.length && left >= cheapest; place++) {
      const alternative = order[place]!;
      const cost = costs[alternative]!;
      if (cost <= left) {
        left -= cost;
        funded[alternative]!++;
      } else if (stops) return;
    }
  };
}

/** For each alternative whether it is above the line, given the order, best first. */
export function fundedBy(line: MoneyLine, order: ArrayLike<number>): readonly boolean[] {
  const funded = new Uint32Array(order.length);
  lineCount(line)(Int32Array.from(order), funded);
  return Array.from(funded, (count) => count === 1);
}
