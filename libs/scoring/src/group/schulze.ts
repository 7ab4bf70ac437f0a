import { at } from '@fordela/domain';

/**
 * Strength of the strongest path between each two candidates, by winning votes: a path is as strong as its weakest duel won.
 *
 * Source  M. Schulze, Social Choice and Welfare 36 (2011) 267–303. Cost O(n³).
 */
export function strongestPaths(counts: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const strength = counts.map((row, a) => row.map((count, b) => (a !== b && count > at(at(counts, b), a) ? count : 0)));
  for (let via = 0; via < counts.length; via += 1)
    for (let a = 0; a < counts.length; a += 1)
      for (let b = 0; b < counts.length; b += 1) {
        if (a === b || a === via || b === via) continue;
        const row = at(strength, a);
        row[b] = Math.max(at(row, b), Math.min(at(row, via), at(at(strength, via), b)));
      }
  return strength;
}

/** How many others each candidate beats by strongest paths, in the order of the candidates: the Schulze ranking, highest first. */
export function schulzeScores(counts: readonly (readonly number[])[]): readonly number[] {
  const strength = strongestPaths(counts);
  return strength.map((row, a) => row.filter((path, b) => a !== b && path > at(at(strength, b), a)).length);
}
