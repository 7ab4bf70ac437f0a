import type { Election } from './election';
import type { EqualSharesOptions } from './equal-shares';
import { runEqualShares, type EqualSharesRun } from './equal-shares-run';
import { MoneyRecorder } from './project-loss';
import { supportOf } from './support';

/** What one voter of a list of voters with equal ballots pays. */
export interface Payment {
  readonly voters: readonly string[];
  readonly each: { readonly value: number; readonly exact: string };
}

/**
 * Who paid what in each round of a run: it is repeated with the same endowment and its ties broken in the same way.
 * Only voters who pay something are listed, voters with equal ballots together, in the order of the ballots.
 */
export function paymentsOf(
  election: Election,
  options: Pick<EqualSharesOptions, 'measure' | 'alreadyFunded' | 'admit'>,
  run: EqualSharesRun,
): readonly (readonly Payment[])[] {
  const support = supportOf(election, options.measure);
  const recorder = new MoneyRecorder(support);
  const choices = run.brokenTies.map((tie) => tie.tied.indexOf(tie.chosen));
  let tie = 0;
  runEqualShares(support, {
    endowment: run.endowment,
    start: { alreadyFunded: options.alreadyFunded, choose: () => choices[tie++] ?? 0, admit: options.admit },
    without: null,
    watch: recorder.watch,
  });
  const voters = Array.from(support.weight, (): string[] => []);
  election.ballots.forEach((ballot, index) => voters[support.groupOf[index]!]!.push(ballot.voterId));
  return recorder.rounds.map(({ before, after }) =>
    voters.flatMap((ids, group) => {
      const paid = before[group]!.minus(after[group]!);
      return paid.sign() > 0 ? [{ voters: ids, each: { value: paid.toNumber(), exact: paid.toString() } }] : [];
    }),
  );
}
