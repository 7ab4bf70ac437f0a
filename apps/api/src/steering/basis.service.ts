import { Injectable } from '@nestjs/common';
import { accept, refusal, refuse, sumSek, type Result, type Round, type Sek } from '@fordela/domain';
import type { Allocation } from '../allocation/allocation.types';
import { RecordService } from '../record/record.service';
import { RoundService } from '../round/round.service';
import { ScenarioService } from '../scenario/scenario.service';
import type { PortfolioBasis } from './basis.types';

/** A call with the projects chosen in it. */
export interface ChosenPortfolio {
  readonly round: Round;
  /** Kronor by the id of every chosen application. */
  readonly grants: ReadonlyMap<string, Sek>;
  readonly basis: PortfolioBasis;
}

/** Which projects a view of the plan or of the follow-up is about, and their money. */
@Injectable()
export class BasisService {
  constructor(
    private readonly rounds: RoundService,
    private readonly scenarios: ScenarioService,
    private readonly records: RecordService,
  ) {}

  /**
   * The projects a scenario funds, or without one every application at what it asks for. Refused for a scenario that is gone or of
   * another call. AppError NOT_FOUND when there is no such call.
   */
  async of(callId: string, scenarioId: string | null): Promise<Result<ChosenPortfolio>> {
    const round = await this.rounds.load(callId);
    if (scenarioId === null) {
      const grants = new Map(round.applications.map(({ id, requestedSek }) => [id, requestedSek]));
      return accept(chosen(round, grants, { kind: 'all_applications', scenarioId, scenarioName: null }));
    }
    const [scenario] = await this.scenarios.scenario([scenarioId]);
    if (!scenario) return refuse([refusal('scenario-unknown', ['scenarioId'], { id: scenarioId })]);
    if (scenario.callId !== callId)
      return refuse([refusal('scenario-other-call', ['scenarioId'], { call: scenario.callId, asked: callId })]);
    const [record] = await this.records.record([scenario.allocationRecordId]);
    const { funded } = record!.result as Allocation;
    const stored = new Set(round.applications.map(({ id }) => id));
    const grants = new Map(
      funded
        .filter(({ applicationId }) => stored.has(applicationId))
        .map(({ applicationId, grantedSek }) => [applicationId, grantedSek]),
    );
    return accept(chosen(round, grants, { kind: 'scenario', scenarioId, scenarioName: scenario.name }));
  }
}

function chosen(
  round: Round,
  grants: ReadonlyMap<string, Sek>,
  kind: Pick<PortfolioBasis, 'kind' | 'scenarioId' | 'scenarioName'>,
): ChosenPortfolio {
  const { id: callId, isExample } = round.call;
  const applicationIds = [...grants.keys()].sort();
  return {
    round,
    grants,
    basis: { callId, isExample, ...kind, applicationIds, grantSek: sumSek(grants.values()) },
  };
}
