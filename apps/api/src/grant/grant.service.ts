import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  accept,
  checkGrantDecision,
  grantAccount,
  moneyPlan,
  refusal,
  refuse,
  sumYears,
  withEvent,
  type Application,
  type DecidedMoney,
  type GrantAccount,
  type GrantEvent as GrantEventData,
  type GrantPlan,
  type MoneyPlan,
  type Result,
  type Round,
} from '@fordela/domain';
import { CallService } from '../call/call.service';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { listEach, type Batch } from '../platform/graphql/loaders';
import { staleness } from '../platform/staleness';
import { RoundService } from '../round/round.service';
import { RuleBookService } from '../rule-book/rule-book.service';
import type { GrantDecisionInput, GrantEventInput } from './edit-grant.types';
import type { GrantDecision } from './grant-decision.types';
import type { GrantEvent } from './grant-event.types';
import { GrantRepository } from './grant.repository';

/** Decisions people have made, and the money that follows. */
@Injectable()
export class GrantService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: GrantRepository,
    private readonly rounds: RoundService,
    private readonly calls: CallService,
    private readonly ruleBook: RuleBookService,
    private readonly clock: Clock,
  ) {}

  readonly decisions: Batch<string, readonly GrantDecision[]> = (ids) =>
    this.unitOfWork.read(async (tx) =>
      listEach(ids, await this.repository.decisions(tx, ids), ({ applicationId }) => applicationId),
    );

  readonly events: Batch<string, readonly GrantEvent[]> = (ids) =>
    this.unitOfWork.read(async (tx) =>
      listEach(ids, await this.repository.events(tx, ids), ({ applicationId }) => applicationId),
    );

  /** The plans of projects' money by application, for the applications of calls. */
  readonly plansOfCalls: Batch<string, ReadonlyMap<string, MoneyPlan>> = async (callIds) => {
    const plans: ReadonlyMap<string, MoneyPlan>[] = [];
    for (const callId of callIds) {
      const round = await this.rounds.load(callId);
      const granted = new Map((await this.grantsOf(round)).map((grant) => [grant.applicationId, grant.payments]));
      plans.push(
        new Map(round.applications.map((item) => [item.id, moneyPlan(item, granted.get(item.id) ?? null)] as const)),
      );
    }
    return plans;
  };

  /** The grants in force in a round: by the last decision about each application. */
  grantsOf(round: Round): Promise<readonly GrantPlan[]> {
    return this.unitOfWork.read(async (tx) => grantsIn(await this.lastDecisions(tx, round)));
  }

  /** The accounts of grants by application, for the applications of calls; none where nothing is granted. */
  readonly accountsOfCalls: Batch<string, ReadonlyMap<string, GrantAccount>> = async (callIds) => {
    const accounts: ReadonlyMap<string, GrantAccount>[] = [];
    for (const callId of callIds) {
      const round = await this.rounds.load(callId);
      const decisions = await this.unitOfWork.read((tx) => this.lastDecisions(tx, round));
      const granted = decisions.filter(({ kind }) => kind === 'granted');
      const events = await this.events(granted.map(({ applicationId }) => applicationId));
      accounts.push(
        new Map(
          granted.map((decision, index) => {
            const account = grantAccount(moneyOf(decision, round), events[index]!.map(eventData));
            return [decision.applicationId, account] as const;
          }),
        ),
      );
    }
    return accounts;
  };

  /** Records a decision; refused when it cannot be, or when somebody else has recorded one since. */
  async decide({ expectedVersion, ...input }: GrantDecisionInput): Promise<Result<GrantDecision>> {
    const callId = await this.callOf(input.applicationId);
    if (callId === null)
      return refuse([refusal('application-unknown', ['applicationId'], { id: input.applicationId })]);
    return this.unitOfWork.run(async (tx) => {
      await this.rounds.lock(tx, callId);
      const round = (await this.rounds.findIn(tx, callId))!;
      const application = round.applications.find(({ id }) => id === input.applicationId)!;
      const earlier = await this.repository.decisions(tx, [application.id]);
      const stale = staleness({ version: earlier.length }, expectedVersion);
      if (stale) return refuse([stale]);
      const { aboveFrameReason = null, delegation = null, minutesReference = null, scenarioId = null } = input;
      const wanted = { ...input, aboveFrameReason, amounts: input.amounts.filter(({ amountSek }) => amountSek !== 0) };
      const others = grantsIn(await this.lastDecisions(tx, round)).filter(
        (grant) => grant.applicationId !== application.id,
      );
      const checked = checkGrantDecision(wanted, application, round.budgetFrames, others);
      if (!checked.ok) return checked;
      const paid = await this.paidBeyond(tx, round, application, sumYears(wanted.amounts));
      if (paid !== null) return refuse([refusal('grant-has-events', ['amounts'], { paid })]);
      if (wanted.kind === 'granted' && application.project.totalCostSek <= 0)
        return refuse([refusal('grant-without-cost', ['applicationId'], { application: application.id })]);
      const decision: GrantDecision = {
        ...wanted,
        amounts: wanted.amounts.map(({ year, amountSek }) => ({ year, amountSek })),
        delegation,
        minutesReference,
        scenarioId,
        no: earlier.length + 1,
        recordedAt: this.clock.now(),
      };
      await this.repository.addDecision(tx, decision);
      return accept(decision);
    });
  }

  /** Records what happened to a grant, within what the rules of payment allow on the day. */
  async record({
    expectedVersion,
    ...input
  }: GrantEventInput): Promise<Result<{ readonly event: GrantEvent; readonly account: GrantAccount }>> {
    const callId = await this.callOf(input.applicationId);
    if (callId === null)
      return refuse([refusal('application-unknown', ['applicationId'], { id: input.applicationId })]);
    const book = await this.ruleBook.current();
    return this.unitOfWork.run(async (tx) => {
      await this.rounds.lock(tx, callId);
      const round = (await this.rounds.findIn(tx, callId))!;
      const money = await this.decidedMoney(tx, round, input.applicationId);
      if (!money)
        return refuse([refusal('grant-not-decided', ['applicationId'], { application: input.applicationId })]);
      const earlier = await this.repository.events(tx, [input.applicationId]);
      const stale = staleness({ version: earlier.length }, expectedVersion);
      if (stale) return refuse([stale]);
      const event: GrantEvent = { ...input, no: earlier.length + 1, recordedAt: this.clock.now() };
      const account = withEvent(money, earlier.map(eventData), eventData(event), book);
      if (!account.ok) return account;
      await this.repository.addEvent(tx, event);
      return accept({ event, account: account.value });
    });
  }

  private async callOf(applicationId: string): Promise<string | null> {
    const [application] = await this.calls.application([applicationId]);
    return application?.callId ?? null;
  }

  private async lastDecisions(tx: EntityManager, round: Round): Promise<readonly GrantDecision[]> {
    const all = await this.repository.decisions(
      tx,
      round.applications.map(({ id }) => id),
    );
    return all.filter((decision, index) => all[index + 1]?.applicationId !== decision.applicationId);
  }

  private async decidedMoney(tx: EntityManager, round: Round, applicationId: string): Promise<DecidedMoney | null> {
    const decision = (await this.repository.decisions(tx, [applicationId])).at(-1);
    return decision?.kind === 'granted' ? moneyOf(decision, round) : null;
  }

  /** What has been paid net when it is more than a new decision would grant; null otherwise. */
  private async paidBeyond(
    tx: EntityManager,
    round: Round,
    application: Application,
    granted: number,
  ): Promise<number | null> {
    const money = await this.decidedMoney(tx, round, application.id);
    if (!money) return null;
    const events = (await this.repository.events(tx, [application.id])).map(eventData);
    const { netPaidSek } = grantAccount(money, events);
    return netPaidSek > granted ? netPaidSek : null;
  }
}

function moneyOf({ applicationId, amounts }: GrantDecision, { applications }: Round): DecidedMoney {
  const application = applications.find(({ id }) => id === applicationId)!;
  return { applicationId, grantedSek: sumYears(amounts), totalCostSek: application.project.totalCostSek };
}

const grantsIn = (decisions: readonly GrantDecision[]): readonly GrantPlan[] =>
  decisions.flatMap(({ kind, applicationId, amounts }) =>
    kind === 'granted' ? [{ applicationId, payments: [...amounts].sort((a, b) => a.year - b.year) }] : [],
  );

function eventData({
  kind,
  date,
  reportedCostSek,
  approvedCostSek,
  paidSek,
  recoveredSek,
}: Omit<GrantEvent, 'no' | 'recordedAt'>): GrantEventData {
  if (kind === 'advance') return { kind, date, paidSek };
  return kind === 'claim' ? { kind, date, reportedCostSek, approvedCostSek, paidSek } : { kind, date, recoveredSek };
}
