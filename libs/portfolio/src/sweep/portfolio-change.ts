import type { Choice } from '../optimise/choice';

/** What was granted to a project in one portfolio and not, or otherwise, in another. */
export interface PortfolioChange {
  readonly entering: readonly string[];
  readonly leaving: readonly string[];
  /** Funded in both, at another level. */
  readonly changed: readonly string[];
}

/** Who enters and leaves between two portfolios, sorted; none counts as one that funds nobody. */
export function changeOf(before: Choice | null, after: Choice | null): PortfolioChange {
  const [old, now] = [before ?? {}, after ?? {}];
  const sorted = (ids: readonly string[]) => [...ids].sort();
  return {
    entering: sorted(Object.keys(now).filter((id) => old[id] === undefined)),
    leaving: sorted(Object.keys(old).filter((id) => now[id] === undefined)),
    changed: sorted(Object.keys(now).filter((id) => old[id] !== undefined && old[id] !== now[id])),
  };
}
