import { Injectable } from '@nestjs/common';
import { accept, availableSek, invariant, refusal, refuse, type Result, type Round } from '@fordela/domain';
import {
  concentrationOverYears,
  type DimensionMetrics,
  type OptimiseOutcome,
  type PortfolioMetrics,
  type Spread,
  type YearOfMoney,
} from '@fordela/portfolio';
import { sentence } from '@fordela/wording';
import type { AllocationOptionsInput } from '../allocation/allocation-options.types';
import { AllocationService, inArguments, namedIn, shortPortfolio, taskAnswer } from '../allocation/allocation.service';
import type { Certificate } from '../allocation/allocation.types';
import { EnvelopeService } from '../envelope/envelope.service';
import type {
  AgainstEarlierYears,
  FairPortfolio,
  FairRules,
  FairVoters,
  GroupSpread,
  MoneySpread,
  VoterSatisfaction,
} from './fair-rules.types';

/** One rule as `compare-rules` answers it. */
interface ComparedRule {
  readonly name: string;
  readonly selected: readonly string[];
  readonly grants: number;
  readonly cost: number;
  readonly value: number;
  readonly satisfaction: VoterSatisfaction;
}

/** A portfolio before its metrics. */
interface Draft {
  readonly rule: string;
  readonly levels: Readonly<Record<string, string>>;
  readonly grants: number;
  readonly money: number;
  readonly value: number;
  readonly satisfaction: VoterSatisfaction;
}

const dimensions = ['municipality', 'ownerGroup', 'lead'] as const;
const optimumName = 'optimum';
/** The level that is the whole request; the rules fund nothing else. */
const requested = 'requested';

/** Fair rules beside the optimum of a call. */
@Injectable()
export class FairRulesService {
  constructor(
    private readonly allocations: AllocationService,
    private readonly envelopes: EnvelopeService,
  ) {}

  /** Refused when the choices cannot be used or no portfolio keeps the limits. AppError NOT_FOUND for no such call. */
  async ofCall(callId: string, options: AllocationOptionsInput, voters: FairVoters): Promise<Result<FairRules>> {
    const optimised = await this.allocations.ask(callId, options, [{ task: 'optimise' }], true);
    if (!optimised.ok) return refuse(inArguments(optimised.refusal));
    const { certificate, portfolio } = taskAnswer<OptimiseOutcome>(optimised.value, 'optimise').outcome;
    if (!portfolio) return refuse([refusal('allocation-infeasible', ['options'])]);
    const ids = portfolio.funded.map(({ project }) => project);
    const compared = await this.allocations.ask(callId, options, [comparison(voters, ids)], true);
    if (!compared.ok) return refuse(inArguments(compared.refusal));
    const { outcome, fields } = taskAnswer<{ readonly rules: readonly ComparedRule[] }>(
      compared.value,
      'compare-rules',
    );
    const best = outcome.rules.find(({ name }) => name === optimumName);
    invariant(best, 'the optimum is compared with the rules');
    const optimum: Draft = {
      rule: optimumName,
      levels: Object.fromEntries(portfolio.funded.map(({ project, level }) => [project, level])),
      grants: portfolio.funded.length,
      money: portfolio.money,
      value: portfolio.value,
      satisfaction: best.satisfaction,
    };
    const drafts = [optimum, ...outcome.rules.filter((own) => own !== best).map(draftOf)];
    const tasks = drafts.map(({ levels }) => ({ task: 'portfolio-metrics', selection: levels, dimensions }));
    const measured = await this.allocations.ask(callId, options, tasks, true);
    if (!measured.ok) return refuse(inArguments(measured.refusal));
    const earlier = await this.earlierYears();
    const { round } = compared.value;
    const shown = drafts.map((draft, index) => {
      const metrics = measured.value.answer.results[index]!.outcome as PortfolioMetrics;
      return fairPortfolio(round, draft, optimum, metrics, earlier);
    });
    return accept({
      ...fields,
      voters,
      certificate: certificate as Certificate,
      optimum: shown[0]!,
      rules: shown.slice(1),
    });
  }

  /** Money by owner group in the years before Fördela. */
  private async earlierYears(): Promise<readonly YearOfMoney[]> {
    const years = new Map<number, Record<string, number>>();
    for (const { year, ownerGroup, amountSek } of await this.envelopes.earlierGrants()) {
      const amounts = years.get(year) ?? {};
      amounts[ownerGroup] = (amounts[ownerGroup] ?? 0) + amountSek;
      years.set(year, amounts);
    }
    return [...years].map(([year, amounts]) => ({ year, amounts }));
  }
}

const votersOf = (voters: FairVoters): 'ballots' | object => {
  if (voters === 'reviewers') return 'ballots';
  return { from: 'groups', dimension: voters === 'municipalities' ? 'municipality' : 'ownerGroup', wishes: 'value' };
};

/** The rules asked for, with the optimum as a set to compare with. All measure what a project is worth to its voters by their points. */
function comparison(chosen: FairVoters, optimum: readonly string[]) {
  const voters = votersOf(chosen);
  const measure = 'utilities';
  return {
    task: 'compare-rules',
    voters,
    measure,
    rules: [
      { rule: 'greedy', name: 'greedy', voters, measure, of: 'satisfaction' },
      { rule: 'equal-shares', name: 'equal-shares-cost', voters, measure },
      { rule: 'equal-shares', name: 'equal-shares-cost-completed', voters, measure, completion: 'budget_increase' },
      { rule: 'equal-shares', name: 'equal-shares-cardinality', voters, measure: 'cardinality' },
      { rule: 'phragmen', name: 'phragmen', voters },
      { rule: 'max-welfare', name: 'max-welfare', voters, measure },
    ],
    selections: { [optimumName]: [...optimum] },
  };
}

const draftOf = ({ name, selected, grants, cost, value, satisfaction }: ComparedRule): Draft => ({
  rule: name,
  levels: Object.fromEntries(selected.map((id) => [id, requested])),
  grants,
  money: cost,
  value,
  satisfaction,
});

function fairPortfolio(
  round: Round,
  draft: Draft,
  optimum: Draft,
  { grants, dimensions: measured }: PortfolioMetrics,
  earlier: readonly YearOfMoney[],
): FairPortfolio {
  const named = namedIn(round);
  const available = round.budgetFrames.reduce((sum, frame) => sum + Math.max(0, availableSek(frame)), 0);
  const valueLost = optimum.value - draft.value;
  const beside = (own: Draft, other: Draft) =>
    Object.keys(own.levels)
      .filter((id) => !(id in other.levels))
      .sort()
      .map(named);
  const spreadOver = (dimension: string) => {
    const found = measured.find((own) => own.dimension === dimension);
    invariant(found, `the metrics are asked for by ${dimension}`);
    return found;
  };
  return {
    ...shortPortfolio(round, draft),
    rule: draft.rule,
    nameSv: sentence(`rule-${draft.rule}`, {}, 'sv'),
    nameEn: sentence(`rule-${draft.rule}`, {}, 'en'),
    unusedSek: available - draft.money,
    value: draft.value,
    valueLost,
    valueLostShare: optimum.value > 0 ? valueLost / optimum.value : null,
    entering: beside(draft, optimum),
    leaving: beside(optimum, draft),
    satisfaction: draft.satisfaction,
    grantSpread: shownSpread(grants),
    municipalities: groupSpread(round, spreadOver('municipality')),
    ownerGroups: groupSpread(round, spreadOver('ownerGroup')),
    leads: groupSpread(round, spreadOver('lead')),
    againstEarlierYears: againstEarlier(earlier, spreadOver('ownerGroup')),
  };
}

const shownSpread = ({ count, gini, concentration, topFiveShare, median, largest }: Spread): MoneySpread => ({
  count,
  gini,
  herfindahl: concentration?.herfindahl ?? null,
  topFiveShare,
  median,
  largest,
});

function groupSpread(round: Round, { rows, spread, perInhabitant, ...rest }: DimensionMetrics): GroupSpread {
  const names = new Map([
    ...round.municipalities.map(({ code, name }) => [code, name] as const),
    ...round.actors.map(({ id, name }) => [id, name] as const),
  ]);
  return {
    spread: shownSpread(spread),
    emptyHandedShare: rest.emptyHandedShare,
    emptyHandedInhabitantsShare: rest.emptyHandedInhabitantsShare,
    perInhabitantSek: perInhabitant,
    giniPerInhabitant: rest.giniPerInhabitant,
    groups: rows.map((row) => ({
      group: row.group,
      name: names.get(row.group) ?? row.group,
      amountSek: row.amount,
      share: row.share,
      perInhabitantSek: row.perInhabitant,
    })),
  };
}

function againstEarlier(earlier: readonly YearOfMoney[], { rows }: DimensionMetrics): AgainstEarlierYears | null {
  if (earlier.length === 0) return null;
  const { years, change, neverServed } = concentrationOverYears(
    earlier,
    Object.fromEntries(rows.map(({ group, amount }) => [group, amount])),
  );
  return {
    years: years.map(({ year }) => year),
    herfindahlChange: change.herfindahl,
    giniChange: change.gini,
    neverServed,
  };
}
