import type { Chooser } from './rule';

/** Every outcome a rule can have when ties may fall either way. `complete` is false when there are more than the cap. */
export interface TiedOutcomes {
  /** Sets of project indexes, each ascending, the list in lexicographic order, no set twice. */
  readonly outcomes: readonly (readonly number[])[];
  readonly complete: boolean;
}

/**
 * All outcomes of a rule over all ways its ties can fall, by running it again for every way.
 *
 * Rule    `run` must depend on nothing but the chooser's answers. Ways are tried depth first, the first tied project first.
 * Edges   Stops after `cap` runs and says that there may be more.
 * @example tiedOutcomes((choose) => [choose([0, 1])], 10) // => { outcomes: [[0], [1]], complete: true }
 */
export function tiedOutcomes(run: (choose: Chooser) => readonly number[], cap: number): TiedOutcomes {
  const found = new Map<string, readonly number[]>();
  const waiting: (readonly number[])[] = [[]];
  let runs = 0;
  for (let prefix = waiting.pop(); prefix; prefix = waiting.pop()) {
    if (runs === cap) return { outcomes: inOrder(found.values()), complete: false };
    runs += 1;
    const answers: number[] = [];
    const sizes: number[] = [];
    const script = prefix;
    const outcome = run((tied) => {
      const answer = script[answers.length] ?? 0;
      answers.push(answer);
      sizes.push(tied.length);
      return answer;
    });
    for (let at = answers.length - 1; at >= script.length; at--)
      for (let other = sizes[at]! - 1; other > 0; other--) waiting.push([...answers.slice(0, at), other]);
    const set = [...outcome].sort((a, b) => a - b);
    found.set(set.join(','), set);
  }
  return { outcomes: inOrder(found.values()), complete: true };
}

/** Sets of ascending indexes in lexicographic order. */
export function inOrder(sets: Iterable<readonly number[]>): readonly (readonly number[])[] {
  return [...sets].sort((a, b) => {
    const at = a.findIndex((index, place) => index !== b[place]);
    return at < 0 ? a.length - b.length : at >= b.length ? 1 : a[at]! - b[at]!;
  });
}
