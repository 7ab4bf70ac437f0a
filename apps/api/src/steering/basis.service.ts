import { Injectable } from '@nestjs/common';
import { accept, refusal, refuse, sumSek, sumYears, type Result, type Round, type Sek } from '@fordela/domain';
import type { Allocation } from '../allocation/allocation.types';
import { GrantService } from '../grant/grant.service';
import { RecordService } from '../record/record.service';
import { RoundService } from '../round/round.service';
import { ScenarioService } from '../scenario/scenario.service';
import type { BasisArgs, PortfolioBasis } from './basis.types';

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
    private readonly grants: GrantService,
  ) {}

  /**
   * The projects of a basis. Refused for a scenario that is missing, gone, of another call, or named without being the basis.
   * AppError NOT_FOUND when there is no such call.
   */
  async of({ callId, basis, scenarioId = null }: BasisArgs): Promise<Result<ChosenPortfolio>> {
    const round = await this.rounds.load(callId);
    const kind = basis ?? (scenarioId === null ? 'all_applications' : 'scenario');
    if (kind === 'scenario') return this.ofScenario(round, scenarioId);
    if (scenarioId !== null) return refuse([refusal('scenario-not-basis', ['scenarioId'], { basis: kind })]);
    const none = { scenarioId: null, scenarioName: null };
    if (kind === 'all_applications') {
      const grants = new Map(round.applications.map(({ id, requestedSek }) => [id, requestedSek]));
      return accept(chosen(round, grants, { kind, ...none }));
    }
    const decided = await this.grants.grantsOf(round);
    const grants = new Map(decided.map(({ applicationId, payments }) => [applicationId, sumYears(payments)]));
    return accept(chosen(round, grants, { kind, ...none }));
  }

  private async ofScenario(round: Round, scenarioId: string | null): Promise<Result<ChosenPortfolio>> {
    if (scenarioId === null) return refuse([refusal('scenario-missing', ['scenarioId'])]);
    const [scenario] = await this.scenarios.scenario([scenarioId]);
    if (!scenario) return refuse([refusal('scenario-unknown', ['scenarioId'], { id: scenarioId })]);
    const asked = round.call.id;
    if (scenario.callId !== asked)
      return refuse([refusal('scenario-other-call', ['scenarioId'], { call: scenario.callId, asked })]);
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
