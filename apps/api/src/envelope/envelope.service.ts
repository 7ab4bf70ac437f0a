import { Injectable } from '@nestjs/common';
import {
  accept,
  envelope,
  lapseForecast,
  ownerGroups,
  ownerParts,
  paymentsOf,
  rebalanced,
  refusal,
  refuse,
  splitByLargestRemainder,
  sumYears,
  type EnvelopeYear,
  type GrantPlan,
  type LapseYear,
  type OwnerAttribution,
  type Rebalanced,
  type Refusal,
  type Result,
  type Round,
  type Sek,
} from '@fordela/domain';
import { claimRulesOn, liquidityOf, spreadOf, usualPractices } from '@fordela/portfolio';
import { CallService } from '../call/call.service';
import { GrantService } from '../grant/grant.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { AppError } from '../platform/errors/app-error';
import { staleness } from '../platform/staleness';
import { RecordService } from '../record/record.service';
import { RoundService } from '../round/round.service';
import { RuleBookService } from '../rule-book/rule-book.service';
import { ScenarioService } from '../scenario/scenario.service';
import type { EarlierGrant } from './earlier-grant.types';
import type {
  EarlierGrantInput,
  LiquidityForecast,
  MovedMoneyInput,
  PrefinancingCapacityInput,
} from './edit-envelope.types';
import { EnvelopeRepository } from './envelope.repository';
import type { EnvelopeArgs, EnvelopeBasisArgs, EnvelopeProfile, OwnerShareYear } from './envelope.types';
import type { PrefinancingCapacity } from './prefinancing-capacity.types';

/** The envelope of a call in its two numbers, what moves in it, and what it means for those who are paid. */
@Injectable()
export class EnvelopeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: EnvelopeRepository,
    private readonly rounds: RoundService,
    private readonly calls: CallService,
    private readonly grants: GrantService,
    private readonly scenarios: ScenarioService,
    private readonly records: RecordService,
    private readonly ruleBook: RuleBookService,
  ) {}

  /** The envelope year by year. AppError NOT_FOUND when there is no such call or scenario of it. */
  async years({ profile, ...basis }: EnvelopeArgs): Promise<readonly EnvelopeYear[]> {
    const { round, grants } = await this.basis(basis);
    return envelope(round.budgetFrames, paidBy(profile, round, grants));
  }

  /** What may lapse of each year's money. */
  async lapse({ profile, ...basis }: EnvelopeArgs, carryOverPercent: number): Promise<readonly LapseYear[]> {
    const { round, grants } = await this.basis(basis);
    return lapseForecast(round.budgetFrames, paidBy(profile, round, grants), { carryOverPercent });
  }

  /** A mid-year rebalancing, computed and not kept. */
  async rebalance(
    basis: EnvelopeBasisArgs,
    returns: readonly MovedMoneyInput[],
    reuses: readonly MovedMoneyInput[],
  ): Promise<Result<Rebalanced>> {
    const { round, grants } = await this.basis(basis);
    const unknown = reuses.flatMap(({ applicationId }, index) =>
      round.applications.some(({ id }) => id === applicationId)
        ? []
        : [refusal('application-unknown', ['reuses', index, 'applicationId'], { id: applicationId })],
    );
    return unknown.length > 0 ? refuse(unknown) : rebalanced(round.budgetFrames, grants, returns, reuses);
  }

  /** How each year's money falls on owner groups: grants before Fördela, and what is decided in all calls. */
  async ownerShares(attribution: OwnerAttribution): Promise<readonly OwnerShareYear[]> {
    const earlier = await this.unitOfWork.read((tx) => this.repository.earlierGrants(tx));
    const pieces = earlier.map((grant) => ({
      year: grant.year,
      byGroup: ownerGroups.map((group) => (group === grant.ownerGroup ? grant.amountSek : 0)),
    }));
    for (const { id } of await this.calls.calls()) {
      const round = await this.rounds.load(id);
      const actors = new Map(round.actors.map((actor) => [actor.id, actor]));
      for (const { applicationId, payments } of await this.grants.grantsOf(round)) {
        const { project } = round.applications.find((application) => application.id === applicationId)!;
        const parts = ownerParts(project, actors, attribution);
        const weights = ownerGroups.map((group) => parts[group]);
        for (const { year, amountSek } of payments)
          pieces.push({ year, byGroup: [...splitByLargestRemainder(amountSek, weights)] });
      }
    }
    const years = [...new Set(pieces.map(({ year }) => year))].sort((a, b) => a - b);
    return years.map((year) =>
      shareYear(
        year,
        pieces.filter((piece) => piece.year === year).map(({ byGroup }) => byGroup),
      ),
    );
  }

  /** Month by month, who must pay before it is paid, with each source paying as it usually does. */
  async liquidity(basis: EnvelopeBasisArgs): Promise<Result<LiquidityForecast>> {
    const { round, grants } = await this.basis(basis);
    const asOf = round.call.decisionDate;
    const rules = claimRulesOn(await this.ruleBook.current(), asOf, usualPractices);
    if (!rules.ok) return rules;
    const capacities = await this.unitOfWork.read((tx) => this.repository.capacities(tx));
    const selection = grants.map(({ applicationId, payments }) => ({
      applicationId,
      grantedSek: sumYears(payments),
      donePhases: null,
    }));
    const forecast = liquidityOf(round, selection, {
      asOf,
      rules: rules.value,
      profile: 'phase',
      lagMonths: 1,
      paidTo: 'partners',
      forwardMonths: 0,
      capacitySek: Object.fromEntries(capacities.map(({ actorId, capacitySek }) => [actorId, capacitySek])),
    });
    if (!forecast.ok) return forecast;
    const actors = forecast.value.actors.map(({ actor, ...liquidity }) => ({
      ...liquidity,
      actorId: actor,
      name: round.actors.find(({ id }) => id === actor)?.name ?? actor,
    }));
    return accept({
      actors: actors.sort((a, b) => b.peakPrefinancingSek - a.peakPrefinancingSek || (a.actorId < b.actorId ? -1 : 1)),
      basis: rules.value.map(({ advance, ...rule }) => ({ ...rule, advanceCeilingSek: advance?.mostSek ?? null })),
    });
  }

  earlierGrants(): Promise<readonly EarlierGrant[]> {
    return this.unitOfWork.read((tx) => this.repository.earlierGrants(tx));
  }

  /** Saves grants of earlier years, new or changed, all or none. */
  async saveEarlierGrants(grants: readonly EarlierGrantInput[]): Promise<Result<readonly EarlierGrant[]>> {
    const problems = grants.flatMap(({ id, amountSek, source, title }, index): Refusal[] => [
      ...(amountSek > 0
        ? []
        : [refusal('earlier-grant-amount', ['grants', index, 'amountSek'], { amount: amountSek })]),
      ...(grants.findIndex((other) => other.id === id) === index
        ? []
        : [refusal('earlier-grant-twice', ['grants', index, 'id'], { id })]),
      ...(['id', 'title', 'source'] as const).flatMap((field) =>
        ({ id, title, source })[field].trim() === ''
          ? [refusal('text-missing', ['grants', index, field], { field })]
          : [],
      ),
    ]);
    if (problems.length > 0) return refuse(problems);
    return this.unitOfWork.run(async (tx) => {
      await this.repository.saveEarlierGrants(tx, grants);
      return accept(await this.repository.earlierGrants(tx));
    });
  }

  capacities(): Promise<readonly PrefinancingCapacity[]> {
    return this.unitOfWork.read((tx) => this.repository.capacities(tx));
  }

  /** Saves what an actor can lie out with; refused when somebody else has saved it since. */
  async setCapacity({ expectedVersion, ...input }: PrefinancingCapacityInput): Promise<Result<PrefinancingCapacity>> {
    if (input.capacitySek < 0)
      return refuse([refusal('amount-negative', ['capacitySek'], { amountSek: input.capacitySek })]);
    if (input.source.trim() === '') return refuse([refusal('text-missing', ['source'], { field: 'source' })]);
    return this.unitOfWork.run(async (tx) => {
      const stored = await this.repository.capacityForUpdate(tx, input.actorId);
      const stale = staleness(stored, expectedVersion);
      if (stale) return refuse([stale]);
      await this.repository.saveCapacity(tx, input);
      return accept((await this.repository.capacityForUpdate(tx, input.actorId))!);
    });
  }

  private async basis({
    callId,
    scenarioId,
  }: EnvelopeBasisArgs): Promise<{ readonly round: Round; readonly grants: readonly GrantPlan[] }> {
    const round = await this.rounds.load(callId);
    if (!scenarioId) return { round, grants: await this.grants.grantsOf(round) };
    const [scenario] = await this.scenarios.scenario([scenarioId]);
    if (scenario?.callId !== callId) throw new AppError('NOT_FOUND', 'scenario-unknown', { id: scenarioId });
    const [record] = await this.records.record([scenario.allocationRecordId]);
    const { funded } = record!.result as {
      readonly funded: readonly { applicationId: string; years: GrantPlan['payments'] }[];
    };
    return { round, grants: funded.map(({ applicationId, years }) => ({ applicationId, payments: years })) };
  }
}

function paidBy(profile: EnvelopeProfile, round: Round, grants: readonly GrantPlan[]): readonly GrantPlan[] {
  if (profile === 'as_decided') return grants;
  const fallbackYear = Number(round.call.decisionDate.slice(0, 4));
  return grants.flatMap(({ applicationId, payments }) => {
    const application = round.applications.find(({ id }) => id === applicationId);
    if (!application) return [{ applicationId, payments }];
    const paid = paymentsOf(profile, sumYears(payments), application.project, { requested: payments, fallbackYear });
    return [{ applicationId, payments: paid }];
  });
}

function shareYear(year: number, grants: readonly (readonly Sek[])[]): OwnerShareYear {
  const sums = ownerGroups.map((_, index) => grants.reduce((sum, byGroup) => sum + (byGroup[index] ?? 0), 0));
  const totalSek = sums.reduce((sum, amount) => sum + amount, 0);
  const amounts = grants
    .map((byGroup) => byGroup.reduce((sum, amount) => sum + amount, 0))
    .filter((amount) => amount > 0);
  const spread = spreadOf(amounts);
  return {
    year,
    totalSek,
    grants: amounts.length,
    groups: ownerGroups.map((ownerGroup, index) => ({
      ownerGroup,
      amountSek: sums[index]!,
      share: totalSek > 0 ? sums[index]! / totalSek : 0,
    })),
    herfindahl: spread.concentration?.herfindahl ?? null,
    topFiveShare: spread.topFiveShare,
    medianSek: spread.median === null ? null : Math.floor(spread.median),
  };
}
