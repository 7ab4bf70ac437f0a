import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import { CallService } from '../call/call.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { oneEach, type Batch } from '../platform/graphql/loaders';
import { staleness } from '../platform/staleness';
import { textOrNull, textRefusals } from '../platform/text-refusals';
import { ReferenceService } from '../reference/reference.service';
import { RoundService } from '../round/round.service';
import { HandoverRepository } from './handover.repository';
import type { Handover, HandoverInput } from './handover.types';

const [first, last] = [2000, 2100];

/** Who carries the results of projects on. */
@Injectable()
export class HandoverService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: HandoverRepository,
    private readonly calls: CallService,
    private readonly reference: ReferenceService,
    private readonly rounds: RoundService,
  ) {}

  readonly handover: Batch<string, Handover | null> = (applicationIds) =>
    this.unitOfWork.read(async (tx) => oneEach(applicationIds, await this.find(tx, applicationIds), keyOf));

  /** What was saved; refused when it cannot be, or when somebody else has saved it since. */
  async save({ expectedVersion, ...input }: HandoverInput): Promise<Result<Handover>> {
    const handover = {
      ...input,
      takeoverYear: input.takeoverYear ?? null,
      runningCostAfterSek: input.runningCostAfterSek ?? null,
      runningCostOwnerActorId: input.runningCostOwnerActorId ?? null,
      isKeyPersonDependent: input.isKeyPersonDependent ?? null,
      note: textOrNull(input.note),
    };
    const [application] = await this.calls.application([input.applicationId]);
    const problems = [...(await this.refusals(handover))];
    if (!application) problems.push(refusal('application-unknown', ['applicationId'], { id: input.applicationId }));
    if (!application || problems.length > 0) return refuse(problems);
    return this.unitOfWork.run(async (tx) => {
      await this.rounds.lock(tx, application.callId);
      const [stored = null] = await this.find(tx, [application.id]);
      const stale = staleness(stored, expectedVersion);
      if (stale) return refuse([stale]);
      await this.repository.save(tx, handover);
      return accept((await this.find(tx, [application.id]))[0]!);
    });
  }

  private find(tx: EntityManager, applicationIds: readonly string[]): Promise<readonly Handover[]> {
    return this.repository.ofApplications(tx, applicationIds);
  }

  private async refusals(handover: Omit<Handover, 'version'>): Promise<readonly Refusal[]> {
    const { takeoverYear: year, runningCostAfterSek: cost, runningCostOwnerActorId: id, note } = handover;
    const [owner] = id === null ? [null] : await this.reference.actor([id]);
    return [
      ...(year !== null && (year < first || year > last)
        ? [refusal('year-not-possible', ['takeoverYear'], { year, first, last })]
        : []),
      ...(cost !== null && cost < 0 ? [refusal('amount-negative', ['runningCostAfterSek'], { amountSek: cost })] : []),
      ...(id === null || owner ? [] : [refusal('actor-not-in-register', ['runningCostOwnerActorId'], { id })]),
      ...textRefusals([{ path: ['note'], text: note, isRequired: false }]),
    ];
  }
}

const keyOf = ({ applicationId }: Handover) => applicationId;
