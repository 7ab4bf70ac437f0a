import { Injectable } from '@nestjs/common';
import { accept, availableSek, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import { CallService } from '../call/call.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { listEach, type Batch } from '../platform/graphql/loaders';
import { staleness } from '../platform/staleness';
import { RoundService } from '../round/round.service';
import type { BudgetFrame } from './budget-frame.types';
import { BudgetRepository } from './budget.repository';
import type { BudgetFrameInput } from './set-budget-frame.types';

/** The years a frame can be for: far more than anyone plans, far less than a typing error. */
const [firstYear, lastYear] = [2000, 2100];

/** The envelope of each call, year by year. */
@Injectable()
export class BudgetService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: BudgetRepository,
    private readonly calls: CallService,
    private readonly rounds: RoundService,
  ) {}

  readonly frames: Batch<string, readonly BudgetFrame[]> = (callIds) =>
    this.unitOfWork.read(async (tx) =>
      listEach(callIds, await this.repository.frames(tx, callIds), ({ callId }) => callId),
    );

  /** What may be granted to a call over all its years. */
  availableSek(frames: readonly BudgetFrame[]): number {
    return frames.reduce((sum, frame) => sum + availableSek(frame), 0);
  }

  /** The saved frame; refused when a figure cannot be, or when somebody else has saved it since. */
  async set({ expectedVersion, ...input }: BudgetFrameInput): Promise<Result<BudgetFrame>> {
    const problems = frameRefusals(input);
    const [call] = await this.calls.call([input.callId]);
    if (!call) problems.push(refusal('call-unknown', ['callId'], { id: input.callId }));
    if (problems.length > 0) return refuse(problems);
    return this.unitOfWork.run(async (tx) => {
      await this.rounds.lock(tx, input.callId);
      const stored = await this.repository.frame(tx, input.callId, input.year);
      const stale = staleness(stored, expectedVersion);
      if (stale) return refuse([stale]);
      const commitmentAuthorisationSek = input.commitmentAuthorisationSek ?? null;
      await this.repository.save(tx, { ...input, commitmentAuthorisationSek });
      return accept((await this.repository.frame(tx, input.callId, input.year)) as BudgetFrame);
    });
  }
}

function frameRefusals(input: Omit<BudgetFrameInput, 'expectedVersion'>): Refusal[] {
  const problems: Refusal[] = [];
  if (input.year < firstYear || input.year > lastYear)
    problems.push(refusal('year-out-of-range', ['year'], { year: input.year, firstYear, lastYear }));
  for (const name of ['frameSek', 'alreadyCommittedSek', 'reservedSek', 'commitmentAuthorisationSek'] as const)
    if ((input[name] ?? 0) < 0) problems.push(refusal('amount-negative', [name], { amountSek: input[name] as number }));
  return problems;
}
