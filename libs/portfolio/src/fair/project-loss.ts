import { sumFractions, type Fraction } from './fraction';
import { reduced } from './exact-basis';
import type { EqualSharesLook } from './equal-shares-run';
import { supportersOf, type Support } from './support';

/** One purchase: what every voter (or group of equal voters) had before it and after it. */
export interface MoneyRound {
  readonly project: number;
  readonly before: readonly Fraction[];
  readonly after: readonly Fraction[];
}

export interface ProjectLoss {
  readonly project: number;
  /** What its supporters had together when it was bought, or at the end when it was not. */
  readonly supportersMoney: Fraction;
  /** What they had paid for other projects by then, dearest first; only those that cost them something. */
  readonly lostTo: readonly { readonly project: number; readonly amount: Fraction }[];
}

/**
 * To which funded projects each project's supporters had lost their money: the reason, in money, why a project was not funded.
 *
 * Shapes  supporters: per project, indexes of voters; weights: how many equal voters each stands for; start: what each had at first.
 * Rule    Amounts count every voter of a weight. Ties in `lostTo` go to the project bought first.
 * Source  pabutools, calculate_project_loss.
 */
export function projectLosses(
  supporters: readonly (readonly number[])[],
  weights: readonly number[],
  start: readonly Fraction[],
  rounds: readonly MoneyRound[],
): readonly ProjectLoss[] {
  return supporters.map((voters, project) => {
    const bought = rounds.findIndex((round) => round.project === project);
    const earlier = bought < 0 ? rounds : rounds.slice(0, bought);
    const together = (of: (voter: number) => Fraction) =>
      sumFractions(voters.map((voter) => of(voter).times(weights[voter]!)));
    const lostTo = earlier
      .map((round) => ({
        project: round.project,
        amount: together((voter) => round.before[voter]!.minus(round.after[voter]!)),
      }))
      .filter(({ amount }) => amount.sign() > 0)
      .sort((a, b) => b.amount.compare(a.amount));
    const money = bought >= 0 ? rounds[bought]!.before : (rounds[rounds.length - 1]?.after ?? start);
    return { project, supportersMoney: together((voter) => money[voter]!), lostTo };
  });
}

/** Collects, as the watcher of a run, what each group of voters had around each purchase. */
export class MoneyRecorder {
  readonly rounds: MoneyRound[] = [];
  private before: readonly Fraction[] = [];

  constructor(private readonly support: Support) {}

  readonly watch = (look: Pick<EqualSharesLook, 'moment' | 'winner' | 'purse'>): void => {
    if (!look.winner) return;
    const money = Array.from({ length: this.support.groupCount }, (_, group) =>
      reduced(look.purse.moneyOf(group)).over(this.support.moneyUnits),
    );
    if (look.moment === 'chosen') this.before = money;
    else this.rounds.push({ project: look.winner.project, before: this.before, after: money });
  };
}

/** The groups that support each project. */
export function supportersByProject(support: Support): readonly (readonly number[])[] {
  return Array.from({ length: support.projectCount }, (_, project) => Array.from(supportersOf(support, project)));
}
