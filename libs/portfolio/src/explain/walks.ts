import { lazily } from '@fordela/domain';
import type { PortfolioProject } from '../problem/allocation-problem';
import type { ChangeFinder } from './change-finder';
import { leastLoosenings, leastTightenings, type LimitSearch, type WalkedLimit } from './limit-walk';
import type { OtherWay } from './other-way';
import { nearestWeights, type WeightStep } from './weight-walk';

/**
 * Walks each limit and the weights once for all projects that may be turned on the way, when the first of them asks. Most of what
 * must be proven along a walk is the same for every one of them; the answer for each is what it would be alone.
 */
export class Walks {
  private readonly limits = new Map<string, Promise<WalkedLimit>>();
  private readonly weights: Readonly<Record<'in' | 'out', () => ReadonlyMap<string, WeightStep>>>;

  constructor(private readonly ways: readonly OtherWay[]) {
    const walk = (wantsIn: boolean) =>
      lazily(() => {
        const company = ways.filter((way) => way.wantsIn === wantsIn);
        return company[0] ? nearestWeights(company[0].bench, company) : new Map<string, WeightStep>();
      });
    this.weights = { in: walk(true), out: walk(false) };
  }

  /**
   * The least change of a limit that turns a project's fate; null when none does, undefined when the effort ran out before that was
   * known. `concerns`: whom the limit is walked for.
   */
  async leastChange(
    way: OtherWay,
    finder: ChangeFinder,
    limit: string,
    search: LimitSearch,
    concerns: (project: PortfolioProject) => boolean,
  ): Promise<number | null | undefined> {
    const key = `${way.wantsIn ? 'looser' : 'tighter'} ${limit}`;
    let walk = this.limits.get(key);
    if (!walk) {
      const company = this.ways.filter((own) => own.wantsIn === way.wantsIn && concerns(own.project));
      walk = (way.wantsIn ? leastLoosenings : leastTightenings)(way.bench, finder, company, search);
      this.limits.set(key, walk);
    }
    const { found, unsettled } = await walk;
    return found.get(way.project.id) ?? (unsettled.has(way.project.id) ? undefined : null);
  }

  /** The nearest weight that turns a project's fate; null when none does. */
  nearestWeight(way: OtherWay): WeightStep | null {
    return this.weights[way.wantsIn ? 'in' : 'out']().get(way.project.id) ?? null;
  }
}
