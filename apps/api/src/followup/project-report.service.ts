import { Injectable } from '@nestjs/common';
import { accept, overdueReports, refusal, refuse, reportRefusals, type Refusal, type Result } from '@fordela/domain';
import { CallService } from '../call/call.service';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { dayOf } from '../platform/day';
import { listEach, oneEach, type Batch } from '../platform/graphql/loaders';
import { Ids } from '../platform/ids';
import { staleness } from '../platform/staleness';
import { textOrNull, textRefusals } from '../platform/text-refusals';
import { ProjectReportRepository } from './project-report.repository';
import type { OverdueReport, ProjectReport, ProjectReportInput } from './project-report.types';

/** The reports projects owe. */
@Injectable()
export class ProjectReportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ProjectReportRepository,
    private readonly calls: CallService,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  readonly report: Batch<string, ProjectReport | null> = (ids) =>
    this.unitOfWork.read(async (tx) => oneEach(ids, await this.repository.byId(tx, ids), ({ id }) => id));

  readonly ofApplications: Batch<string, readonly ProjectReport[]> = (applicationIds) =>
    this.unitOfWork.read(async (tx) =>
      listEach(
        applicationIds,
        await this.repository.ofApplications(tx, applicationIds),
        ({ applicationId }) => applicationId,
      ),
    );

  /** What should have come before a day (today when null) and has not, in one call or all; the latest first. */
  async overdue(callId: string | null, asOf: string | null): Promise<readonly OverdueReport[]> {
    const day = asOf ?? dayOf(this.clock.now());
    const due = await this.unitOfWork.read((tx) => this.repository.dueBefore(tx, callId, day));
    return overdueReports(due, day);
  }

  /** The saved report; refused when it cannot be, or when somebody else has saved it since. */
  async save({ id, expectedVersion, ...input }: ProjectReportInput): Promise<Result<ProjectReport>> {
    const report = {
      ...input,
      submittedDate: input.submittedDate ?? null,
      standing: input.standing ?? null,
      text: textOrNull(input.text),
      deviations: textOrNull(input.deviations),
    };
    const [application] = await this.calls.application([input.applicationId]);
    const problems: Refusal[] = [
      ...textRefusals([
        { path: ['text'], text: input.text, isRequired: false },
        { path: ['deviations'], text: input.deviations, isRequired: false },
      ]),
      ...reportRefusals(report, dayOf(this.clock.now())),
      ...(application ? [] : [refusal('application-unknown', ['applicationId'], { id: input.applicationId })]),
    ];
    if (problems.length > 0) return refuse(problems);
    return this.unitOfWork.run(async (tx) => {
      const stored = id ? await this.repository.forUpdate(tx, id) : null;
      if (id && !stored) return refuse([refusal('report-unknown', ['id'], { id })]);
      const stale = staleness(stored, expectedVersion);
      if (stale) return refuse([stale]);
      const key = id ?? this.ids.next();
      await this.repository.save(tx, { ...report, id: key });
      return accept((await this.repository.byId(tx, [key]))[0]!);
    });
  }
}
