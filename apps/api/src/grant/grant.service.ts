import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  accept,
  checkGrantDecision,
  checkRegrant,
  grantAccount,
  moneyPlan,
  refusal,
  refuse,
  sumYears,
  withEvent,
  type DecidedMoney,
  type GrantAccount,
  type GrantEvent as GrantEventData,
  type GrantPlan,
  type MoneyPlan,
  type Result,
  type Refusal,
  type Round,
  type YearAmount,
} from '@fordela/domain';
import { CallService } from '../call/call.service';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { dayOf } from '../platform/day';
import { listEach, type Batch } from '../platform/graphql/loaders';
import { staleness } from '../platform/staleness';
import { RoundService } from '../round/round.service';
import { RuleBookService } from '../rule-book/rule-book.service';
import { ScenarioService } from '../scenario/scenario.service';
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
    private readonly scenarios: ScenarioService,
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
      const decided = new Map((await this.lastDecisionsOf(round)).map((last) => [last.applicationId, last]));
      plans.push(
        new Map(
          round.applications.map((item) => [item.id, moneyPlan(item, settledMoney(decided.get(item.id)))] as const),
        ),
      );
    }
    return plans;
  };

  /** The grants in force in a round: by the last decision about each application. */
  async grantsOf(round: Round): Promise<readonly GrantPlan[]> {
    return grantsIn(await this.lastDecisionsOf(round));
  }

  /** The accounts of grants by application, for the applications of calls; none where nothing is granted. */
  readonly accountsOfCalls: Batch<string, ReadonlyMap<string, GrantAccount>> = async (callIds) => {
    const accounts: ReadonlyMap<string, GrantAccount>[] = [];
    for (const callId of callIds) {
      const round = await this.rounds.load(callId);
      const decisions = await this.decisions(round.applications.map(({ id }) => id));
      const granted = decisions.flatMap((own) => moneyOf(own) ?? []);
      const events = await this.events(granted.map(({ applicationId }) => applicationId));
      accounts.push(
        new Map(
          granted.map(
            (money, index) => [money.applicationId, grantAccount(money, events[index]!.map(eventData))] as const,
          ),
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
    const recommended = await this.recommended(callId, input);
    if (!recommended.ok) return recommended;
    const problems = this.datedAhead(['decidedDate'], input.decidedDate);
    if (problems.length > 0) return refuse(problems);
    const book = await this.ruleBook.current();
    return this.unitOfWork.run(async (tx) => {
      await this.rounds.lock(tx, callId);
      const round = (await this.rounds.findIn(tx, callId))!;
      const application = round.applications.find(({ id }) => id === input.applicationId)!;
      const earlier = await this.repository.decisions(tx, [application.id]);
      const stale = staleness({ version: earlier.length }, expectedVersion);
      if (stale) return refuse([stale]);
      const { aboveFrameReason = null, delegation = null, minutesReference = null, scenarioId = null } = input;
      const decision: GrantDecision = {
        ...input,
        amounts: input.amounts
          .filter(({ amountSek }) => amountSek !== 0)
          .map(({ year, amountSek }) => ({ year, amountSek })),
        totalCostSek: application.project.totalCostSek,
        aboveFrameReason,
        delegation,
        minutesReference,
        scenarioId,
        no: earlier.length + 1,
        recordedAt: this.clock.now(),
      };
      const others = grantsIn(await this.lastDecisions(tx, round)).filter(
        (grant) => grant.applicationId !== application.id,
      );
      const checked = checkGrantDecision(decision, {
        application,
        frames: round.budgetFrames,
        others,
        recommended: recommended.value,
        lastDecidedDate: earlier.at(-1)?.decidedDate ?? null,
      });
      if (!checked.ok) return checked;
      if (decision.kind === 'granted' && decision.totalCostSek <= 0)
        return refuse([refusal('grant-without-cost', ['applicationId'], { application: application.id })]);
      const money = moneyOf(earlier);
      if (money) {
        const events = (await this.repository.events(tx, [application.id])).map(eventData);
        const grantedSek = sumYears(decision.amounts);
        const totalCostSek = decision.kind === 'granted' ? decision.totalCostSek : money.totalCostSek;
        const unfit = checkRegrant({ ...money, grantedSek, totalCostSek }, events, decision.decidedDate, book);
        if (unfit.length > 0) return refuse(unfit);
      }
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
    const problems = this.datedAhead(['date'], input.date);
    if (problems.length > 0) return refuse(problems);
    const book = await this.ruleBook.current();
    return this.unitOfWork.run(async (tx) => {
      await this.rounds.lock(tx, callId);
      const money = moneyOf(await this.repository.decisions(tx, [input.applicationId]));
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

  /** What the scenario decided on pays the application; null when it is decided on none. */
  private async recommended(
    callId: string,
    { scenarioId = null, applicationId }: Pick<GrantDecisionInput, 'scenarioId' | 'applicationId'>,
  ): Promise<Result<readonly YearAmount[] | null>> {
    if (scenarioId === null) return accept(null);
    const scenario = await this.scenarios.grantsIn(scenarioId);
    if (!scenario) return refuse([refusal('scenario-unknown', ['scenarioId'], { id: scenarioId })]);
    if (scenario.callId !== callId)
      return refuse([refusal('scenario-other-call', ['scenarioId'], { call: scenario.callId, asked: callId })]);
    return accept(scenario.grants.find((grant) => grant.applicationId === applicationId)?.payments ?? []);
  }

  /** A date ahead of today's has not been yet: a slip of the pen there would put everything after it out of order. */
  private datedAhead(path: readonly string[], date: string): readonly Refusal[] {
    const today = dayOf(this.clock.now());
    return date > today ? [refusal('date-in-future', path, { date, today })] : [];
  }

  private lastDecisionsOf(round: Round): Promise<readonly GrantDecision[]> {
    return this.unitOfWork.read((tx) => this.lastDecisions(tx, round));
  }

  private async lastDecisions(tx: EntityManager, round: Round): Promise<readonly GrantDecision[]> {
    const all = await this.repository.decisions(
      tx,
      round.applications.map(({ id }) => id),
    );
    return all.filter((decision, index) => all[index + 1]?.applicationId !== decision.applicationId);
  }
}

/** The money of the grant in force among one application's decisions, first one first; null when there is none. */
function moneyOf(decisions: readonly GrantDecision[]): DecidedMoney | null {
  const last = decisions.at(-1);
  if (last?.kind !== 'granted') return null;
  const inForce = decisions.slice(decisions.map(({ kind }) => kind !== 'granted').lastIndexOf(true) + 1);
  const { applicationId, amounts, totalCostSek } = last;
  return { applicationId, grantedSek: sumYears(amounts), totalCostSek, decidedDate: inForce[0]!.decidedDate };
}

/** What the last decision makes of the request; null while it is still asked for. */
function settledMoney(last: GrantDecision | undefined): readonly YearAmount[] | null {
  return last && last.kind !== 'returned' ? last.amounts : null;
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
