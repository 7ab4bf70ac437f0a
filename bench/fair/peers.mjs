// The Method of Equal Shares as textbooks and equalshares.net write it, in doubles and in fractions: what the library is measured against.

/**
 * Projects in order of their previous price; supporters in order of what they have left; stop looking when no further project can be
 * better. `number` brings the arithmetic. Utility of a supporter: the project's cost, or 1.
 */
function textbook({ costs, ballots, budget }, utility, number) {
  const { of, plus, minus, times, over, isLess } = number;
  const supporters = costs.map(() => []);
  ballots.forEach((ballot, voter) => ballot.forEach((p) => supporters[p].push(voter)));
  const share = over(of(budget), of(ballots.length));
  const money = ballots.map(() => share);
  const worth = costs.map((cost) => of(utility === 'cost' ? cost : 1));
  const price = costs.map((cost, p) => over(of(cost), times(worth[p], of(Math.max(1, supporters[p].length)))));
  let remaining = costs.map((_, p) => p).filter((p) => supporters[p].length > 0);
  const chosen = [];
  for (;;) {
    let [best, bestPrice] = [-1, null];
    remaining.sort((a, b) => (isLess(price[a], price[b]) ? -1 : isLess(price[b], price[a]) ? 1 : a - b));
    for (const p of [...remaining]) {
      if (bestPrice !== null && isLess(bestPrice, price[p])) break;
      const crowd = supporters[p];
      let together = of(0);
      for (const voter of crowd) together = plus(together, money[voter]);
      if (isLess(together, of(costs[p]))) {
        remaining = remaining.filter((other) => other !== p);
        continue;
      }
      crowd.sort((a, b) => (isLess(money[a], money[b]) ? -1 : isLess(money[b], money[a]) ? 1 : 0));
      let missing = of(costs[p]);
      for (let i = 0; i < crowd.length; i++) {
        const each = over(missing, of(crowd.length - i));
        if (!isLess(money[crowd[i]], each)) {
          price[p] = over(each, worth[p]);
          if (bestPrice === null || isLess(price[p], bestPrice)) [best, bestPrice] = [p, price[p]];
          break;
        }
        missing = minus(missing, money[crowd[i]]);
      }
    }
    if (best < 0) return chosen;
    const due = times(bestPrice, worth[best]);
    for (const voter of supporters[best]) money[voter] = isLess(due, money[voter]) ? minus(money[voter], due) : of(0);
    chosen.push(best);
    remaining = remaining.filter((other) => other !== best);
  }
}

/** In doubles, written out so that nothing but the arithmetic is measured. */
export function textbookInDoubles({ costs, ballots, budget }, utility) {
  const supporters = costs.map(() => []);
  ballots.forEach((ballot, voter) => ballot.forEach((p) => supporters[p].push(voter)));
  const money = new Float64Array(ballots.length).fill(budget / ballots.length);
  const worth = costs.map((cost) => (utility === 'cost' ? cost : 1));
  const price = costs.map((cost, p) => cost / (worth[p] * supporters[p].length));
  let remaining = costs.map((_, p) => p).filter((p) => supporters[p].length > 0);
  const chosen = [];
  for (;;) {
    let [best, bestPrice] = [-1, Infinity];
    remaining.sort((a, b) => price[a] - price[b] || a - b);
    for (const p of [...remaining]) {
      if (price[p] > bestPrice) break;
      const crowd = supporters[p];
      let together = 0;
      for (const voter of crowd) together += money[voter];
      if (together < costs[p] * (1 - 1e-12)) {
        remaining = remaining.filter((other) => other !== p);
        continue;
      }
      crowd.sort((a, b) => money[a] - money[b]);
      let missing = costs[p];
      for (let i = 0; i < crowd.length; i++) {
        const each = missing / (crowd.length - i);
        if (each <= money[crowd[i]] * (1 + 1e-12)) {
          price[p] = each / worth[p];
          if (price[p] < bestPrice * (1 - 1e-12)) [best, bestPrice] = [p, price[p]];
          break;
        }
        missing -= money[crowd[i]];
      }
    }
    if (best < 0) return chosen;
    const due = bestPrice * worth[best];
    for (const voter of supporters[best]) money[voter] = Math.max(0, money[voter] - due);
    chosen.push(best);
    remaining = remaining.filter((other) => other !== best);
  }
}

/** In fractions of npm's fraction.js. */
export function textbookInFractions(election, utility, Fraction) {
  return textbook(election, utility, {
    of: (n) => new Fraction(n),
    plus: (a, b) => a.add(b),
    minus: (a, b) => a.sub(b),
    times: (a, b) => a.mul(b),
    over: (a, b) => a.div(b),
    isLess: (a, b) => a.compare(b) < 0,
  });
}
