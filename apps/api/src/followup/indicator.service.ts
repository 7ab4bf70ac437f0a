import { Injectable } from '@nestjs/common';
import {
  accept,
  indicatorRefusals,
  recordedResultRefusals,
  refusal,
  refuse,
  resultRefusals,
  type IndicatorResult as IndicatorResultData,
  type Refusal,
  type Result,
} from '@fordela/domain';
import { CallService } from '../call/call.service';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { dayOf } from '../platform/day';
import { listEach, oneEach, type Batch } from '../platform/graphql/loaders';
import { Ids } from '../platform/ids';
import { staleness } from '../platform/staleness';
import { textOrNull, textRefusals } from '../platform/text-refusals';
import { ReferenceService } from '../reference/reference.service';
import type { IndicatorInput, IndicatorResultInput, IndicatorResultRecorded } from './edit-indicator.types';
import { IndicatorRepository } from './indicator.repository';
import type { Indicator, IndicatorResult } from './indicator.types';

/** What projects are measured by, and what was measured. */
@Injectable()
export class IndicatorService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: IndicatorRepository,
    private readonly calls: CallService,
    private readonly reference: ReferenceService,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  readonly indicator: Batch<string, Indicator | null> = (ids) =>
    this.unitOfWork.read(async (tx) => oneEach(ids, await this.repository.byId(tx, ids), ({ id }) => id));

  readonly ofApplications: Batch<string, readonly Indicator[]> = (applicationIds) =>
    this.unitOfWork.read(async (tx) =>
      listEach(
        applicationIds,
        await this.repository.ofApplications(tx, applicationIds),
        ({ applicationId }) => applicationId,
      ),
    );

  /** The results of indicators, the first day first; those taken back are left out. */
  readonly results: Batch<string, readonly IndicatorResult[]> = (indicatorIds) =>
    this.unitOfWork.read(async (tx) => {
      const rows = await this.repository.results(tx, indicatorIds);
      return listEach(
        indicatorIds,
        rows.filter(({ value }) => value !== null),
        ({ indicatorId }) => indicatorId,
      );
    });

  /** The indicators of one call, or of all. */
  ofCall(callId: string | null): Promise<readonly Indicator[]> {
    return this.unitOfWork.read((tx) => this.repository.ofCall(tx, callId));
  }

  /** The saved indicator; refused when it cannot be, its results do not fit it, or somebody else has saved it since. */
  async save({ id, expectedVersion, ...input }: IndicatorInput): Promise<Result<Indicator>> {
    const indicator = {
      ...input,
      name: input.name.trim(),
      unit: input.unit.trim(),
      baseline: input.baseline ?? null,
      baselineDate: input.baselineDate ?? null,
      target: input.target ?? null,
      targetDate: input.targetDate ?? null,
      method: textOrNull(input.method),
      ownerActorId: input.ownerActorId ?? null,
      note: textOrNull(input.note),
    };
    const problems = [
      ...lengthRefusals(input),
      ...indicatorRefusals(indicator),
      ...(await this.pointers(indicator.applicationId, indicator.ownerActorId)),
    ];
    if (problems.length > 0) return refuse(problems);
    return this.unitOfWork.run(async (tx) => {
      const stored = id ? await this.repository.forUpdate(tx, id) : null;
      if (id && !stored) return refuse([refusal('indicator-unknown', ['id'], { id })]);
      const stale = staleness(stored, expectedVersion);
      if (stale) return refuse([stale]);
      const key = id ?? this.ids.next();
      const conflicts = recordedResultRefusals(indicator, measured(await this.repository.results(tx, [key])));
      if (conflicts.length > 0) return refuse(conflicts);
      await this.repository.save(tx, { ...indicator, id: key });
      return accept((await this.repository.byId(tx, [key]))[0]!);
    });
  }

  /** The recorded result; refused when it cannot be, or when somebody else has recorded the day since. */
  async record({ expectedVersion, ...input }: IndicatorResultInput): Promise<Result<IndicatorResultRecorded>> {
    const result = {
      ...input,
      value: input.value ?? null,
      women: input.women ?? null,
      men: input.men ?? null,
      notStated: input.notStated ?? null,
      note: textOrNull(input.note),
    };
    return this.unitOfWork.run(async (tx) => {
      const indicator = await this.repository.forUpdate(tx, input.indicatorId);
      if (!indicator) return refuse([refusal('indicator-unknown', ['indicatorId'], { id: input.indicatorId })]);
      const day = ({ date }: IndicatorResult) => date === input.date;
      const stored = (await this.repository.results(tx, [indicator.id])).find(day) ?? null;
      const stale = staleness(stored, expectedVersion);
      if (stale) return refuse([stale]);
      const { value } = result;
      const isTakenBack = value === null;
      const problems = [
        ...textRefusals([{ path: ['note'], text: input.note, isRequired: false }]),
        ...(isTakenBack ? [] : resultRefusals({ ...result, value }, indicator, dayOf(this.clock.now()))),
      ];
      if (problems.length > 0) return refuse(problems);
      const nobody = { women: null, men: null, notStated: null };
      await this.repository.saveResult(tx, isTakenBack ? { ...result, ...nobody } : result);
      const saved = (await this.repository.results(tx, [indicator.id])).find(day)!;
      return accept({ result: saved, indicator });
    });
  }

  private async pointers(applicationId: string, ownerActorId: string | null): Promise<readonly Refusal[]> {
    const [application] = await this.calls.application([applicationId]);
    const [owner] = ownerActorId === null ? [null] : await this.reference.actor([ownerActorId]);
    return [
      ...(application ? [] : [refusal('application-unknown', ['applicationId'], { id: applicationId })]),
      ...(ownerActorId === null || owner
        ? []
        : [refusal('actor-not-in-register', ['ownerActorId'], { id: ownerActorId })]),
    ];
  }
}

/** Rows as the domain reads them: without those taken back. */
export function measured(rows: readonly IndicatorResult[]): readonly IndicatorResultData[] {
  return rows.flatMap(({ value, version: _, ...row }) => (value === null ? [] : [{ ...row, value }]));
}

function lengthRefusals({ name, unit, method, note }: IndicatorInput): readonly Refusal[] {
  const optional = { isRequired: false };
  return textRefusals([
    { path: ['name'], text: name, isName: true, ...optional },
    { path: ['unit'], text: unit, isName: true, ...optional },
    { path: ['method'], text: method, ...optional },
    { path: ['note'], text: note, ...optional },
  ]);
}
