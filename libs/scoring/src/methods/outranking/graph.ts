/** A directed graph as a matrix: `edges[a][b]` says that a points to b. */
export type Edges = readonly (readonly boolean[])[];

/** The strongly connected classes (circuits), each sorted, in the order of their lowest member. */
export function circuits(edges: Edges): readonly (readonly number[])[] {
  const n = edges.length;
  const reach = edges.map((row, i) => row.map((edge, j) => edge || i === j));
  for (let k = 0; k < n; k += 1)
    for (let i = 0; i < n; i += 1)
      if (reach[i]![k]) for (let j = 0; j < n; j += 1) if (reach[k]![j]) reach[i]![j] = true;
  const seen = new Set<number>();
  const classes: number[][] = [];
  for (let i = 0; i < n; i += 1) {
    if (seen.has(i)) continue;
    const members = reach.flatMap((row, j) => (reach[i]![j] && row[i] ? [j] : []));
    members.forEach((j) => seen.add(j));
    classes.push(members);
  }
  return classes;
}

/**
 * The kernel: the only set in which no member points to another and every other node is pointed to by a member.
 *
 * Edges   Circuits are taken together as one node first; a circuit in the kernel brings all its members.
 * Returns indexes, ascending.
 * Source  Roy 1968, RIRO 2:57–75; Berge, The Theory of Graphs (1962), ch. 5.
 */
export function kernel(edges: Edges): readonly number[] {
  const classes = circuits(edges);
  const points = (from: readonly number[], to: readonly number[]) => from.some((a) => to.some((b) => edges[a]![b]));
  const state = new Map<readonly number[], 'in' | 'out'>();
  while (state.size < classes.length) {
    for (const members of classes) {
      if (state.has(members)) continue;
      const before = classes.filter((other) => other !== members && points(other, members));
      if (before.some((other) => state.get(other) === 'in')) state.set(members, 'out');
      else if (before.every((other) => state.get(other) === 'out')) state.set(members, 'in');
    }
  }
  return classes
    .filter((members) => state.get(members) === 'in')
    .flat()
    .sort((a, b) => a - b);
}
