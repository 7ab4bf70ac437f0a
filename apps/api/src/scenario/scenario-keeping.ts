import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import type { Evaluation } from '@fordela/scoring';
import type { MadeAllocation } from '../allocation/allocation.service';
import { Clock } from '../platform/clock';
import { Ids } from '../platform/ids';
import { staleness } from '../platform/staleness';
import { RecordService } from '../record/record.service';
import type { ScenarioInput, ScenarioRenameInput } from './edit-scenario.types';
import { ScenarioRepository } from './scenario.repository';
import type { Scenario } from './scenario.types';

/** A decision problem with the engine's own answer to it. */
export interface EvaluatedProblem {
  readonly problem: object;
  readonly answer: Evaluation;
}

/** The part of keeping scenarios that happens in one transaction. */
@Injectable()
export class ScenarioKeeping {
  constructor(
    private readonly repository: ScenarioRepository,
    private readonly records: RecordService,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async keep(
    tx: EntityManager,
    input: ScenarioInput,
    made: MadeAllocation,
    evaluated: EvaluatedProblem,
  ): Promise<Result<Scenario>> {
    const taken = await this.nameTaken(tx, input.callId, input.name, null);
    if (taken) return refuse([taken]);
    const { allocation, answer, scores } = made;
    const allocationRecordId = await this.records.keep(tx, {
      kind: 'allocation',
      engineVersion: allocation.engineVersion,
      problem: allocation.problem,
      result: { ...allocation, answer },
    });
    const evaluationRecordId = await this.records.keep(tx, {
      kind: 'evaluation',
      engineVersion: `${scores.method}@${scores.methodVersion}`,
      problem: evaluated.problem,
      result: { ...scores, answer: evaluated.answer },
    });
    const [id, now] = [this.ids.next(), this.clock.now()];
    await this.repository.add(tx, {
      id,
      callId: input.callId,
      name: input.name.trim(),
      note: input.note,
      options: input.options,
      allocationRecordId,
      evaluationRecordId,
      createdAt: now,
      changedAt: now,
    });
    return accept((await this.repository.byId(tx, [id]))[0]!);
  }

  async rename(
    tx: EntityManager,
    id: string,
    expectedVersion: number,
    { name, note }: Pick<ScenarioRenameInput, 'name' | 'note'>,
  ): Promise<Result<Scenario>> {
    const stored = await this.repository.forUpdate(tx, id);
    if (!stored) return refuse([refusal('scenario-unknown', ['id'], { id })]);
    const stale = staleness(stored, expectedVersion);
    if (stale) return refuse([stale]);
    const taken = await this.nameTaken(tx, stored.callId, name, id);
    if (taken) return refuse([taken]);
    await this.repository.rename(tx, id, name.trim(), note ?? stored.note, this.clock.now());
    return accept((await this.repository.byId(tx, [id]))[0]!);
  }

  private async nameTaken(
    tx: EntityManager,
    callId: string,
    name: string,
    except: string | null,
  ): Promise<Refusal | null> {
    const scenarios = await this.repository.ofCalls(tx, [callId]);
    const isTaken = scenarios.some((scenario) => scenario.id !== except && scenario.name === name.trim());
    return isTaken ? refusal('scenario-name-taken', ['name'], { name: name.trim() }) : null;
  }
}
