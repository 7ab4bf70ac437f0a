import { costOf, votersIn, type Election } from './election';
import { exactFeasibility, type LinearRow } from './exact-feasibility';
import { Fraction, sumFractions } from './fraction';
import { costAt } from './rule';
import { supportOf, type Support } from './support';

export interface PriceabilityQuestion {
  readonly funded: readonly number[];
  /** Also no voter would rather stop paying for something and join in buying an unfunded project. */
  readonly stable: boolean;
  /** Must no further project fit the budget? */
  readonly exhaustive: boolean;
}

/** What each voter pays, which shows that the set is priceable. Voters with equal ballots pay alike. */
export interface PriceSystem {
  readonly endowment: Fraction;
  readonly payments: readonly {
    readonly voterIds: readonly string[];
    readonly paid: readonly { readonly project: number; readonly amount: Fraction }[];
  }[];
}

export type PriceabilityAnswer =
  | { readonly holds: true; readonly prices: PriceSystem }
  | {
      readonly holds: false;
      /** The first that fails: the set costs too much; a project still fits; no prices exist (proven). `undecided`: see the solver's version. */
      readonly because: 'over_budget' | 'not_exhaustive' | 'no_prices' | 'undecided';
      readonly project: number | null;
    };

/**
 * Is there a price system that supports the funded set? Every voter has the same endowment, together at least the budget; only
 * supporters pay; funded projects are paid in full and others not at all; and the supporters of an unfunded project have together at
 * most its cost left. Stable: at most its cost, counting for each the larger of what is left and the largest single payment.
 *
 * Edges   Points count as support when positive. Equality is allowed everywhere.
 * Exact   Yes comes with the prices; no is a proof. Dense exact arithmetic: ask `priceabilitySize` first.
 * Source  Peters & Skowron, Proportionality and the Limits of Welfarism (EC 2020); Peters, Pierczyński, Shah & Skowron, Market-Based
 *         Explanations of Collective Decisions (AAAI 2021).
 */
export function priceability(election: Election, question: PriceabilityQuestion): PriceabilityAnswer {
  const system = linearSystem(election, question);
  return priceAnswerOf(election, question, system, () => exactFeasibility(system.variables, system.rows));
}

/** The answer, from whoever finds values for the variables; asked only when the set fits and is exhaustive as wanted. */
export function priceAnswerOf(
  election: Election,
  { funded, exhaustive }: PriceabilityQuestion,
  system: PriceVariables,
  solve: () => readonly Fraction[] | null,
): PriceabilityAnswer {
  const left = election.budget.minus(costOf(election, funded));
  if (left.sign() < 0) return { holds: false, because: 'over_budget', project: null };
  const fitting = election.projects.findIndex(({ cost }, p) => !funded.includes(p) && cost.compare(left) <= 0);
  if (exhaustive && fitting >= 0) return { holds: false, because: 'not_exhaustive', project: fitting };
  const values = solve();
  if (!values) return { holds: false, because: 'no_prices', project: null };
  const voterIds = Array.from({ length: system.support.groupCount }, (): string[] => []);
  election.ballots.forEach((ballot, index) => voterIds[system.support.groupOf[index]!]!.push(ballot.voterId));
  const payments = voterIds.map((ids, group) => ({
    voterIds: ids,
    paid: system.payments
      .filter((payment) => payment.group === group && values[payment.variable]!.sign() > 0)
      .map(({ project, variable }) => ({ project, amount: values[variable]! })),
  }));
  return { holds: true, prices: { endowment: values[0]!, payments } };
}

/** Rows × columns of the question's linear system: the cost of an exact answer grows faster than this. */
export function priceabilitySize(election: Election, question: PriceabilityQuestion): number {
  const { variables, rows } = linearSystem(election, question);
  return rows.length * (variables + rows.length);
}

export interface PriceVariables {
  readonly support: Support;
  readonly variables: number;
  readonly rows: readonly LinearRow[];
  /** The variable of each payment of a member of a group. Variable 0 is the endowment. */
  readonly payments: readonly { readonly group: number; readonly project: number; readonly variable: number }[];
}

/** The question as linear rows in the endowment, payments and, when stable, what each voter would move to an unfunded project. */
export function linearSystem(election: Election, { funded, stable }: PriceabilityQuestion): PriceVariables {
  const support = supportOf(election, 'cardinality');
  const isFunded = new Set(funded);
  let variables = 1;
  const payments: { group: number; project: number; variable: number }[] = [];
  const ofGroup = Array.from({ length: support.groupCount }, (_, group) => {
    const own: { group: number; project: number; variable: number }[] = [];
    for (let place = support.groupStart[group]!; place < support.groupStart[group + 1]!; place++) {
      const project = support.groupProject[place]!;
      if (isFunded.has(project)) own.push({ group, project, variable: variables++ });
    }
    payments.push(...own);
    return own;
  });
  const one = Fraction.one;
  const rows: LinearRow[] = [
    row([[0, Fraction.of(votersIn(election))]], '>=', election.budget),
    ...ofGroup.map((own) => row([[0, one.negated()], ...own.map(({ variable }) => [variable, one] as const)], '<=')),
    ...funded.map((project) =>
      row(
        payments
          .filter((payment) => payment.project === project)
          .map(({ variable, group }) => [variable, Fraction.of(support.weight[group]!)] as const),
        '=',
        costAt(election, project),
      ),
    ),
  ];
  const movable = new Map<number, number>();
  const movableOf = (group: number): number => {
    const known = movable.get(group);
    if (known !== undefined) return known;
    const variable = variables++;
    movable.set(group, variable);
    const own = ofGroup[group]!;
    const leftover = [[0, one], ...own.map((payment) => [payment.variable, one.negated()] as const)] as const;
    rows.push(row([...leftover, [variable, one.negated()]], '<='));
    for (const payment of own)
      rows.push(
        row(
          [
            [payment.variable, one],
            [variable, one.negated()],
          ],
          '<=',
        ),
      );
    return variable;
  };
  for (let project = 0; project < support.projectCount; project++) {
    if (isFunded.has(project)) continue;
    const entries: (readonly [number, Fraction])[] = [];
    for (let at = support.projectStart[project]!; at < support.projectStart[project + 1]!; at++) {
      const group = support.projectGroup[at]!;
      const weight = Fraction.of(support.weight[group]!);
      if (stable) entries.push([movableOf(group), weight]);
      else {
        entries.push([0, weight]);
        for (const payment of ofGroup[group]!) entries.push([payment.variable, weight.negated()]);
      }
    }
    if (entries.length > 0) rows.push(row(entries, '<=', costAt(election, project)));
  }
  return { support, variables, rows, payments };
}

function row(
  entries: readonly (readonly [number, Fraction])[],
  relation: LinearRow['relation'],
  constant = Fraction.zero,
): LinearRow {
  const coefficients = new Map<number, Fraction>();
  for (const [variable, value] of entries)
    coefficients.set(variable, sumFractions([coefficients.get(variable) ?? Fraction.zero, value]));
  return { coefficients, relation, constant };
}
