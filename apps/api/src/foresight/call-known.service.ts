import { Injectable } from '@nestjs/common';
import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import { CallService } from '../call/call.service';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { dayOf } from '../platform/day';
import { staleness } from '../platform/staleness';
import { textOrNull, textRefusals } from '../platform/text-refusals';
import { ReferenceService } from '../reference/reference.service';
import { RoundService } from '../round/round.service';
import type { CallKnown, CallKnownInput } from './call-known.types';
import { ForesightRepository } from './foresight.repository';

/** When municipalities first heard of calls. */
@Injectable()
export class CallKnownService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ForesightRepository,
    private readonly calls: CallService,
    private readonly rounds: RoundService,
    private readonly reference: ReferenceService,
    private readonly clock: Clock,
  ) {}

  /** What was noted; refused when it cannot be, or when somebody else has noted something since. */
  async record({ expectedVersion, ...input }: CallKnownInput): Promise<Result<CallKnown>> {
    const known = { ...input, date: input.date ?? null, source: textOrNull(input.source) };
    const problems = await this.refusals(known);
    if (problems.length > 0) return refuse(problems);
    return this.unitOfWork.run(async (tx) => {
      await this.rounds.lock(tx, known.callId);
      const stored = await this.repository.knownBy(tx, known.callId, known.municipalityCode);
      const stale = staleness(stored, expectedVersion);
      if (stale) return refuse([stale]);
      await this.repository.saveKnown(tx, known);
      return accept((await this.repository.knownBy(tx, known.callId, known.municipalityCode))!);
    });
  }

  private async refusals(known: Omit<CallKnown, 'version'>): Promise<readonly Refusal[]> {
    const [call] = await this.calls.call([known.callId]);
    const [municipality] = await this.reference.municipality([known.municipalityCode]);
    const today = dayOf(this.clock.now());
    const { municipalityCode: code, date } = known;
    return [
      ...(call ? [] : [refusal('call-unknown', ['callId'], { id: known.callId })]),
      ...(municipality ? [] : [refusal('municipality-not-in-register', ['municipalityCode'], { code })]),
      ...(date !== null && date > today ? [refusal('date-in-future', ['date'], { date, today })] : []),
      ...textRefusals([{ path: ['source'], text: known.source, isRequired: false }]),
    ];
  }
}
