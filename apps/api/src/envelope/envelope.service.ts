import { Injectable } from '@nestjs/common';
import {
  accept,
  envelope,
  lapseForecast,
  ownedMoney,
  ownerGroups,
  ownerSharesByYear,
  paymentsOf,
  rebalanced,
  refusal,
  refuse,
  sumYears,
  type EnvelopeYear,
  type GrantPlan,
  type LapseYear,
  type OwnedMoney,
  type OwnerAttribution,
  type OwnerGroup,
  type OwnerShareYear as YearOfOwners,
  type Rebalanced,
  type Refusal,
  type Result,
  type Round,
} from '@fordela/domain';
import { claimRulesOn, liquidityOf, spreadOf, usualPractices } from '@fordela/portfolio';
import { CallService } from '../call/call.service';
import { GrantService } from '../grant/grant.service';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { dayOf } from '../platform/day';
import { AppError } from '../platform/errors/app-error';
import { staleness } from '../platform/staleness';
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
import type { EnvelopeArgs, EnvelopeBasisArgs, EnvelopeProfile, LiquidityArgs, OwnerShareYear } from './envelope.types';
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
    private readonly ruleBook: RuleBookService,
    private readonly clock: Clock,
  ) {}

  /** The envelope year by year. AppError NOT_FOUND when there is no such call or scenario of it. */
  async years({ profile, ...basis }: EnvelopeArgs): Promise<readonly EnvelopeYear[]> {
    const { round, grants } = await this.basis(basis);
    return envelope(round.budgetFrames, paidBy(profile, round, grants));
  }

  /** What may lapse of each year's money. AppError BAD_INPUT when more than all of a year, or less than nothing, is carried over. */
  async lapse({ profile, ...basis }: EnvelopeArgs, carryOverPercent: number): Promise<readonly LapseYear[]> {
    if (!(carryOverPercent >= 0 && carryOverPercent <= 100))
      throw new AppError('BAD_INPUT', 'carry-over-out-of-range', { percent: carryOverPercent });
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
    if (unknown.length > 0) return refuse(unknown);
    const requested = new Map(round.applications.map(({ id, requestedSek }) => [id, requestedSek]));
    return rebalanced(round.budgetFrames, grants, returns, reuses, requested);
  }

  /** How each year's money falls on owner groups: grants before Fördela, and what is decided in all calls. */
  async ownerShares(attribution: OwnerAttribution): Promise<readonly OwnerShareYear[]> {
    const earlier = await this.unitOfWork.read((tx) => this.repository.earlierGrants(tx));
    const pieces: OwnedMoney[] = earlier.map(({ year, ownerGroup, amountSek }) => ({
      year,
      byGroup: { ...nothingOwned, [ownerGroup]: amountSek },
    }));
    for (const { id } of await this.calls.calls()) {
      const round = await this.rounds.load(id);
      const actors = new Map(round.actors.map((actor) => [actor.id, actor]));
      const projects = new Map(round.applications.map((application) => [application.id, application.project]));
      pieces.push(...ownedMoney(await this.grants.grantsOf(round), projects, actors, attribution));
    }
    return ownerSharesByYear(pieces).map(shareYear);
  }

  /** Month by month, who must pay before it is paid, with each source paying as it usually does. */
  async liquidity({
    profile,
    lagMonths,
    paidTo,
    forwardMonths,
    ...basis
  }: LiquidityArgs): Promise<Result<LiquidityForecast>> {
    const problems = Object.entries({ lagMonths, forwardMonths }).flatMap(([field, months]) =>
      months >= 0 && months <= longestDelayMonths
        ? []
        : [refusal('liquidity-delay-out-of-range', [field], { months, most: longestDelayMonths })],
    );
    if (problems.length > 0) return refuse(problems);
    const assumptions = { profile, lagMonths, paidTo, forwardMonths };
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
      ...assumptions,
      capacitySek: Object.fromEntries(capacities.map(({ actorId, capacitySek }) => [actorId, capacitySek])),
    });
    if (!forecast.ok) return forecast;
    const actors = forecast.value.actors.map(({ actor, ...liquidity }) => ({
      ...liquidity,
      actorId: actor,
      name: round.actors.find(({ id }) => id === actor)?.name ?? actor,
    }));
    return accept({
      ...assumptions,
      actors: actors.sort((a, b) => b.peakPrefinancingSek - a.peakPrefinancingSek || (a.actorId < b.actorId ? -1 : 1)),
      basis: rules.value.map(({ advance, ...rule }) => ({ ...rule, advanceCeilingSek: advance?.mostSek ?? null })),
    });
  }

  earlierGrants(): Promise<readonly EarlierGrant[]> {
    return this.unitOfWork.read((tx) => this.repository.earlierGrants(tx));
  }

  /** Saves grants of earlier years, new or changed, all or none. */
  async saveEarlierGrants(grants: readonly EarlierGrantInput[]): Promise<Result<readonly EarlierGrant[]>> {
    const lastYear = Number(dayOf(this.clock.now()).slice(0, 4));
    const problems = grants.flatMap((grant, index) => [
      ...earlierGrantProblems(grant, index, lastYear),
      ...(grants.findIndex(({ id }) => id === grant.id) === index
        ? []
        : [refusal('earlier-grant-twice', ['grants', index, 'id'], { id: grant.id })]),
    ]);
    if (problems.length > 0) return refuse(problems);
    return this.unitOfWork.run(async (tx) => {
      const stored = await this.repository.earlierGrantsForUpdate(tx);
      const stale = grants.flatMap(({ id, expectedVersion }, index) => {
        const problem = staleness(stored.find((grant) => grant.id === id) ?? null, expectedVersion);
        return problem ? [{ ...problem, path: ['grants', index, ...problem.path] }] : [];
      });
      if (stale.length > 0) return refuse(stale);
      await this.repository.saveEarlierGrants(
        tx,
        grants.map(({ expectedVersion: _, ...grant }) => grant),
      );
      return accept(await this.repository.earlierGrants(tx));
    });
  }

  /** Takes away a grant of an earlier year that should not have been there. */
  async deleteEarlierGrant(id: string, expectedVersion: number): Promise<Result<readonly EarlierGrant[]>> {
    return this.unitOfWork.run(async (tx) => {
      const stored = (await this.repository.earlierGrantsForUpdate(tx)).find((grant) => grant.id === id);
      if (!stored) return refuse([refusal('earlier-grant-unknown', ['id'], { id })]);
      const stale = staleness(stored, expectedVersion);
      if (stale) return refuse([stale]);
      await this.repository.removeEarlierGrant(tx, id);
      return accept(await this.repository.earlierGrants(tx));
    });
  }

  capacities(): Promise<readonly PrefinancingCapacity[]> {
    return this.unitOfWork.read((tx) => this.repository.capacities(tx));
  }

  /** Saves what an actor can lie out with; refused for an actor that is not in the register, or when saved by another since. */
  async setCapacity({ expectedVersion, ...input }: PrefinancingCapacityInput): Promise<Result<PrefinancingCapacity>> {
    if (input.capacitySek < 0)
      return refuse([refusal('amount-negative', ['capacitySek'], { amountSek: input.capacitySek })]);
    if (input.source.trim() === '') return refuse([refusal('text-missing', ['source'], { field: 'source' })]);
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.repository.lockActor(tx, input.actorId)))
        return refuse([refusal('actor-not-in-register', ['actorId'], { id: input.actorId })]);
      const stored = await this.repository.capacity(tx, input.actorId);
      const stale = staleness(stored, expectedVersion);
      if (stale) return refuse([stale]);
      await this.repository.saveCapacity(tx, input);
      return accept((await this.repository.capacity(tx, input.actorId))!);
    });
  }

  private async basis({
    callId,
    scenarioId,
  }: EnvelopeBasisArgs): Promise<{ readonly round: Round; readonly grants: readonly GrantPlan[] }> {
    const round = await this.rounds.load(callId);
    if (!scenarioId) return { round, grants: await this.grants.grantsOf(round) };
    const scenario = await this.scenarios.grantsIn(scenarioId);
    if (scenario?.callId !== callId) throw new AppError('NOT_FOUND', 'scenario-unknown', { id: scenarioId });
    return { round, grants: scenario.grants };
  }
}

/** The first year a grant of earlier years may be of: before it nothing is comparable. */
const firstEarlierYear = 1990;
/** Longer than any payer waits: what is above is a slip of the pen. */
const longestDelayMonths = 24;

const nothingOwned: Readonly<Record<OwnerGroup, 0>> = { region_own: 0, municipal: 0, other: 0 };

function earlierGrantProblems(
  { id, title, source, year, amountSek }: EarlierGrantInput,
  index: number,
  lastYear: number,
): readonly Refusal[] {
  const texts = Object.entries({ id, title, source }).filter(([, text]) => text.trim() === '');
  return [
    ...texts.map(([field]) => refusal('text-missing', ['grants', index, field], { field })),
    ...(amountSek > 0 ? [] : [refusal('earlier-grant-amount', ['grants', index, 'amountSek'], { amount: amountSek })]),
    ...(year >= firstEarlierYear && year <= lastYear
      ? []
      : [refusal('earlier-grant-year', ['grants', index, 'year'], { year, first: firstEarlierYear, last: lastYear })]),
  ];
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

function shareYear({ year, totalSek, byGroup, amountsSek }: YearOfOwners): OwnerShareYear {
  const spread = spreadOf(amountsSek);
  return {
    year,
    totalSek,
    grants: amountsSek.length,
    groups: ownerGroups.map((ownerGroup) => ({
      ownerGroup,
      amountSek: byGroup[ownerGroup],
      share: totalSek > 0 ? byGroup[ownerGroup] / totalSek : 0,
    })),
    herfindahl: spread.concentration?.herfindahl ?? null,
    topFiveShare: spread.topFiveShare,
    medianSek: spread.median === null ? null : Math.floor(spread.median),
  };
}
