import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  accept,
  checkFindingReview,
  completionFindings,
  eligibilityRuling,
  refusal,
  refuse,
  type Refusal,
  type Result,
  type Round,
  type RuleBook,
} from '@fordela/domain';
import { completionLetter } from '@fordela/wording';
import { CallService } from '../call/call.service';
import { FindingsService } from '../findings/findings.service';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { dayOf } from '../platform/day';
import { AppError } from '../platform/errors/app-error';
import type { Batch } from '../platform/graphql/loaders';
import { staleness } from '../platform/staleness';
import { RoundService } from '../round/round.service';
import { RuleBookService } from '../rule-book/rule-book.service';
import type {
  CompletionAnswerInput,
  CompletionRequestInput,
  EligibilityRulingInput,
  FindingReviewInput,
} from './edit-gate.types';
import { blockedReason, gateOnTheWire, gatesOfRound, nextNo, type GateInRound } from './gate-of-round';
import { GateRepository } from './gate.repository';
import type { CompletionLetter, Gate } from './gate.types';

const longestText = 20_000;

/** The checklist of each application: filled by rules, settled by people. */
@Injectable()
export class GateService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: GateRepository,
    private readonly rounds: RoundService,
    private readonly ruleBook: RuleBookService,
    private readonly findings: FindingsService,
    private readonly calls: CallService,
    private readonly clock: Clock,
  ) {}

  /** The gates of calls, by application; one look at each call for a whole request. */
  readonly ofCalls: Batch<string, ReadonlyMap<string, Gate>> = async (callIds) => {
    const book = await this.ruleBook.current();
    const found: ReadonlyMap<string, Gate>[] = [];
    for (const callId of callIds) {
      const gates = await this.gatesOf(await this.rounds.load(callId), book);
      found.push(new Map([...gates].map(([id, gate]) => [id, this.shown(gate, book)])));
    }
    return found;
  };

  /** Which applications of a round may not go on, and why, with the rule book it was found with. */
  async blocked(round: Round): Promise<{
    readonly ruleBook: RuleBook;
    readonly blocked: readonly { readonly applicationId: string; readonly reason: string }[];
  }> {
    const ruleBook = await this.ruleBook.current();
    const gates = await this.gatesOf(round, ruleBook);
    const blocked = [...gates].flatMap(([applicationId, gate]) =>
      gate.data.isBlocked ? [{ applicationId, reason: blockedReason(gate) }] : [],
    );
    return { ruleBook, blocked };
  }

  /** Records what an officer says of a finding. */
  review({ decision, reason, by, ...input }: FindingReviewInput): Promise<Result<Gate>> {
    return this.record(input, by, async (tx, gate) => {
      const { applicationId, findingKey } = input;
      const now = this.clock.now();
      const review = { applicationId, findingKey, decision, reason: reason.trim(), reviewedBy: by.trim() };
      const checked = checkFindingReview({ ...review, reviewedAt: now.toISOString() }, gate.findings);
      if (!checked.ok) return checked.refusal;
      await this.repository.addReview(tx, { ...review, no: nextNo(gate.history), reviewedAt: now });
      return [];
    });
  }

  /** Records a ruling on an application as a whole. */
  rule({ applicationId, ruling, reason, by, ...input }: EligibilityRulingInput): Promise<Result<Gate>> {
    return this.record({ applicationId, ...input }, by, async (tx, gate) => {
      const now = this.clock.now();
      const wanted = { applicationId, ruling, reason: reason.trim(), ruledBy: by.trim() };
      const earlier = gate.history.rulings.map((item) => ({ ...item, ruledAt: item.ruledAt.toISOString() }));
      const made = eligibilityRuling({ ...wanted, ruledAt: now.toISOString() }, gate.findings, earlier);
      if (!made.ok) return made.refusal;
      const { findingKeys } = made.value;
      await this.repository.addRuling(tx, { ...wanted, findingKeys, no: nextNo(gate.history), ruledAt: now });
      return [];
    });
  }

  /** Records a request for completion as it was sent. */
  request({ applicationId, text, answerBy, by, ...input }: CompletionRequestInput): Promise<Result<Gate>> {
    return this.record({ applicationId, ...input }, by, async (tx, gate) => {
      if (text.trim() === '') return [refusal('text-missing', ['text'], { field: 'text' })];
      if (text.length > longestText)
        return [refusal('text-too-long', ['text'], { length: text.length, most: longestText })];
      const today = dayOf(this.clock.now());
      if (answerBy < today) return [refusal('completion-answer-by-past', ['answerBy'], { date: answerBy, today })];
      const no = nextNo(gate.history);
      const entry = { applicationId, no, text, answerBy, requestedBy: by.trim(), requestedAt: this.clock.now() };
      await this.repository.addRequest(tx, { ...entry, answeredDate: null });
      return [];
    });
  }

  /** Records the answer to a request. */
  answer({ applicationId, requestNo, answeredDate, by, ...input }: CompletionAnswerInput): Promise<Result<Gate>> {
    return this.record({ applicationId, ...input }, by, async (tx, gate) => {
      const open = gate.history.requests.find(({ no, answeredDate: date }) => no === requestNo && date === null);
      if (!open) return [refusal('completion-not-open', ['requestNo'], { no: requestNo })];
      const [today, requested] = [dayOf(this.clock.now()), dayOf(open.requestedAt)];
      if (answeredDate > today) return [refusal('date-in-future', ['answeredDate'], { date: answeredDate, today })];
      if (answeredDate < requested)
        return [refusal('completion-answer-early', ['answeredDate'], { date: answeredDate, requested })];
      await this.repository.answer(tx, applicationId, requestNo, answeredDate);
      return [];
    });
  }

  /** The standard text that asks for what can be completed. AppError NOT_FOUND when there is no such application. */
  async letter(applicationId: string, answerBy: string): Promise<CompletionLetter> {
    const { round } = await this.roundOf(applicationId);
    const book = await this.ruleBook.current();
    const application = round.applications.find(({ id }) => id === applicationId)!;
    const gate = (await this.gatesOf(round, book)).get(applicationId)!;
    const overridden = new Set(
      gate.data.lines.flatMap(({ findings }) =>
        findings.flatMap(({ finding, review }) => (review?.decision === 'overridden' ? [finding] : [])),
      ),
    );
    const asked = completionFindings(applicationId, gate.findings).filter((finding) => !overridden.has(finding));
    const request = {
      applicationId,
      registryNumber: application.registryNumber,
      projectTitle: application.project.title,
      answerBy,
      findings: asked,
    };
    return {
      applicationId,
      textSv: completionLetter(request, 'sv'),
      textEn: completionLetter(request, 'en'),
      findings: asked.map((finding) => this.findings.worded(finding, book, round.call.decisionDate)),
    };
  }

  private gatesOf(round: Round, book: RuleBook): Promise<ReadonlyMap<string, GateInRound>> {
    const ids = round.applications.map(({ id }) => id);
    return this.unitOfWork.read(async (tx) => gatesOfRound(round, book, await this.repository.history(tx, ids)));
  }

  private shown(gate: GateInRound, book: RuleBook): Gate {
    return gateOnTheWire(gate, book.version, (finding) => this.findings.worded(finding, book, gate.asOf));
  }

  private async roundOf(applicationId: string): Promise<{ readonly round: Round }> {
    const [application] = await this.calls.application([applicationId]);
    if (!application) throw new AppError('NOT_FOUND', 'application-not-found', { id: applicationId });
    return { round: await this.rounds.load(application.callId) };
  }

  /** One entry of one application's history, made by one person at a time who has seen all the earlier ones. */
  private async record(
    { applicationId, expectedVersion }: { readonly applicationId: string; readonly expectedVersion: number },
    by: string,
    work: (tx: EntityManager, gate: GateInRound) => Promise<readonly Refusal[]>,
  ): Promise<Result<Gate>> {
    if (by.trim() === '') return refuse([refusal('text-missing', ['by'], { field: 'by' })]);
    const [application] = await this.calls.application([applicationId]);
    if (!application) return refuse([refusal('application-unknown', ['applicationId'], { id: applicationId })]);
    const book = await this.ruleBook.current();
    return this.unitOfWork.run(async (tx) => {
      await this.repository.lock(tx, applicationId);
      const gate = await this.gateIn(tx, application.callId, applicationId, book);
      const stale = staleness({ version: gate.version }, expectedVersion);
      if (stale) return refuse([stale]);
      const problems = await work(tx, gate);
      if (problems.length > 0) return refuse(problems);
      return accept(this.shown(await this.gateIn(tx, application.callId, applicationId, book), book));
    });
  }

  private async gateIn(tx: EntityManager, callId: string, applicationId: string, book: RuleBook): Promise<GateInRound> {
    const round = await this.rounds.findIn(tx, callId);
    return gatesOfRound(round!, book, await this.repository.history(tx, [applicationId])).get(applicationId)!;
  }
}
