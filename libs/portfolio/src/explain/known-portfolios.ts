import type { ConstraintRow, ConstraintSystem } from '../optimise/constraints';
import type { ObjectiveProgram } from '../optimise/objective-program';
import { meeting, type Demand } from './demand';

/** A portfolio met in an earlier solve, with what every later question asks about it. */
export interface KnownPortfolio {
  /** One entry per decision, 0 or 1. */
  readonly point: Float64Array;
  /** The objective, in the program's whole units. */
  readonly worth: number;
  /** What each row of the system adds up to, in the order of its rows. */
  readonly activities: Float64Array;
  /** Does it keep every limit as it stands? */
  readonly isAllowed: boolean;
}

/**
 * The portfolios met so far while reasons are worked out. They answer nothing by themselves: they tell a search what it must beat, so
 * that most searches are left with a proof. Whether one is allowed is looked up in whole numbers, under whatever limits are asked about.
 */
export class KnownPortfolios {
  /** From the best to the worst. */
  private readonly sorted: KnownPortfolio[] = [];
  private readonly keys = new Set<string>();

  constructor(
    private readonly system: ConstraintSystem,
    private readonly program: ObjectiveProgram,
  ) {}

  /** Takes the decisions of a point; columns past the system's are auxiliary and left out. */
  add(values: Float64Array | null): void {
    if (values === null) return;
    const point = values.slice(0, this.system.columns.length);
    const key = point.join('');
    if (this.keys.has(key)) return;
    this.keys.add(key);
    const worth = point.reduce((sum, chosen, j) => sum + chosen * (this.program.weights[j] as number), 0);
    const activities = Float64Array.from(this.system.rows, ({ entries }) => {
      let sum = 0;
      for (const [j, a] of entries) sum += a * (point[j] as number);
      return sum;
    });
    let place = this.sorted.length;
    while (place > 0 && (this.sorted[place - 1] as KnownPortfolio).worth < worth) place -= 1;
    const isAllowed = keeps(activities, this.system.rows);
    this.sorted.splice(place, 0, { point, worth, activities, isAllowed });
  }

  /** All that meet a demand and reach a worth, the best first. */
  reaching(demand: Demand, worth: number): readonly KnownPortfolio[] {
    const meets = meeting(this.system, demand);
    const past = this.sorted.findIndex((known) => known.worth < worth);
    return (past < 0 ? this.sorted : this.sorted.slice(0, past)).filter(({ point }) => meets(point));
  }

  /** The best that meets a demand and keeps the rows, which are the system's with bounds of their own; null when none is known. */
  best(rows: readonly ConstraintRow[], demand: Demand): KnownPortfolio | null {
    const meets = meeting(this.system, demand);
    return this.sorted.find(({ point, activities }) => meets(point) && keeps(activities, rows)) ?? null;
  }

  /** All that meet a demand and keep every limit as it stands. */
  allowed(demand: Demand): readonly KnownPortfolio[] {
    return this.reaching(demand, -Infinity).filter(({ isAllowed }) => isAllowed);
  }
}

function keeps(activities: Float64Array, rows: readonly ConstraintRow[]): boolean {
  for (let i = 0; i < rows.length; i += 1) {
    const { lower, upper } = rows[i] as ConstraintRow;
    const sum = activities[i] as number;
    if (sum < lower || sum > upper) return false;
  }
  return true;
}
