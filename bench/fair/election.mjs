// The elections of workload W6: a generator that gives the same election everywhere, and the answers each must have.

/** mulberry32 on unsigned 32-bit words. */
function generator(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
}

/** Count, cost and sum of indexes of what each rule funds. */
export const sizes = [
  {
    name: 'S',
    projects: 20,
    voters: 500,
    seed: 61,
    greedy: [9, 325800, 85],
    cost: [7, 155600, 74],
    cardinality: [7, 155600, 74],
  },
  {
    name: 'M',
    projects: 100,
    voters: 10_000,
    seed: 62,
    greedy: [26, 1646600, 1101],
    cost: [28, 1019200, 1651],
    cardinality: [31, 909400, 1779],
  },
  {
    name: 'L',
    projects: 200,
    voters: 100_000,
    seed: 63,
    greedy: [62, 2999200, 6483],
    cost: [66, 1815900, 6382],
    cardinality: [67, 1604800, 6486],
  },
];

/** Costs, ballots (indexes, each once) and the budget. */
export function electionOf({ projects, voters, seed }) {
  const u32 = generator(seed);
  const int = (low, high) => low + (u32() % (high - low + 1));
  const [costs, reach] = [[], []];
  let total = 0;
  for (let p = 0; p < projects; p++) {
    costs.push(100 * int(10, 1000));
    reach.push((total += int(1, 100)));
  }
  const ballots = Array.from({ length: voters }, () => {
    const named = new Set();
    for (let k = int(1, 10); k > 0; k--) {
      const z = int(0, total - 1);
      named.add(reach.findIndex((limit) => limit > z));
    }
    return [...named];
  });
  return { costs, ballots, budget: Math.floor((3 * costs.reduce((sum, cost) => sum + cost, 0)) / 10) };
}

export const summary = (costs, chosen) => [
  chosen.length,
  chosen.reduce((sum, p) => sum + costs[p], 0),
  chosen.reduce((sum, p) => sum + p, 0),
];
