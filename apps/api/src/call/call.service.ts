import { Injectable } from '@nestjs/common';
import { accept, callRefusals, refuse, type Result } from '@fordela/domain';
import { FindingsService } from '../findings/findings.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { listEach, oneEach, type Batch } from '../platform/graphql/loaders';
import { cursorKey, pageOf, pageSize, type Page } from '../platform/graphql/page';
import { staleness } from '../platform/staleness';
import { textRefusals } from '../platform/text-refusals';
import { RoundService } from '../round/round.service';
import type { ApplicationFilter, ApplicationPageArgs } from './application-page.types';
import { orderSql } from './application-query';
import type { Application, ApplicationRequest } from './application.types';
import { CallRepository, type ApplicationChoice } from './call.repository';
import type { Call } from './call.types';
import type { Dependency } from './dependency.types';
import type { CallInput } from './edit-call.types';

/** Calls and what has been applied for in them. */
@Injectable()
export class CallService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: CallRepository,
    private readonly findings: FindingsService,
    private readonly rounds: RoundService,
  ) {}

  readonly call: Batch<string, Call | null> = (ids) =>
    this.unitOfWork.read(async (tx) => oneEach(ids, await this.repository.callsById(tx, ids), ({ id }) => id));

  readonly application: Batch<string, Application | null> = (ids) =>
    this.unitOfWork.read(async (tx) => oneEach(ids, await this.repository.applicationsById(tx, ids), ({ id }) => id));

  readonly applicationsOfProject: Batch<string, readonly Application[]> = (ids) =>
    this.unitOfWork.read(async (tx) =>
      listEach(ids, await this.repository.applicationsByProject(tx, ids), ({ projectId }) => projectId),
    );

  readonly requests: Batch<string, readonly ApplicationRequest[]> = (ids) =>
    this.unitOfWork.read(async (tx) =>
      listEach(ids, await this.repository.requests(tx, ids), ({ applicationId }) => applicationId),
    );

  readonly dependencies: Batch<string, readonly Dependency[]> = (ids) =>
    this.unitOfWork.read(async (tx) =>
      listEach(ids, await this.repository.dependencies(tx, ids), ({ fromApplicationId }) => fromApplicationId),
    );

  calls(): Promise<readonly Call[]> {
    return this.unitOfWork.read((tx) => this.repository.calls(tx));
  }

  /** The saved call; refused when it cannot be, or when somebody else has saved it since. Only the demonstration is an example. */
  async saveCall({ expectedVersion, ...input }: CallInput): Promise<Result<Call>> {
    const call = {
      ...input,
      name: input.name.trim(),
      firstKnownDate: input.firstKnownDate ?? null,
      openingDate: input.openingDate ?? null,
      closingDate: input.closingDate ?? null,
    };
    const problems = [
      ...textRefusals([{ path: ['name'], text: input.name, isRequired: false, isName: true }]),
      ...callRefusals(call),
    ];
    if (problems.length > 0) return refuse(problems);
    return this.unitOfWork.run(async (tx) => {
      await this.rounds.lock(tx, call.id);
      const [stored = null] = await this.repository.callsById(tx, [call.id]);
      const stale = staleness(stored, expectedVersion);
      if (stale) return refuse([stale]);
      await this.repository.saveCall(tx, { ...call, isExample: stored?.isExample ?? false });
      return accept((await this.repository.callsById(tx, [call.id]))[0]!);
    });
  }

  /** A page of a call's applications. AppError BAD_INPUT for a cursor or page size that cannot be used. */
  async applications(args: ApplicationPageArgs): Promise<Page<Application> & { readonly totalCount: Promise<number> }> {
    const size = pageSize(args.first);
    const order = orderSql(args.orderBy ?? { field: 'case_id', direction: 'ascending' });
    const after = args.after ? cursorKey(args.after, order.name, order.columns.length) : null;
    const choice = await this.choice(args.callId, args.filter ?? {});
    const rows = await this.unitOfWork.read((tx) =>
      this.repository.applicationPage(tx, choice, order, after, size + 1),
    );
    const page = pageOf(
      rows,
      size,
      order.name,
      ({ orderKey }) => orderKey,
      (application): Application => application,
    );
    const count = () => this.unitOfWork.read((tx) => this.repository.countApplications(tx, choice));
    // Counted only if the query asks for it.
    return {
      ...page,
      get totalCount() {
        return count();
      },
    };
  }

  /** Conditions on findings are met by computing them: the rules are code, not columns. */
  private async choice(callId: string, filter: ApplicationFilter): Promise<ApplicationChoice> {
    const { hasFinding, findingSeverities } = filter;
    const withFinding = hasFinding == null ? null : await this.findings.applicationIdsWithFindings(callId, null);
    const severe = findingSeverities ? await this.findings.applicationIdsWithFindings(callId, findingSeverities) : null;
    const sets = [hasFinding ? withFinding : null, severe].filter((set) => set !== null);
    const among = sets.length === 0 ? null : sets.reduce((a, b) => a.filter((id) => b.includes(id)));
    return { callId, filter, among, notAmong: hasFinding === false ? withFinding : null };
  }
}
