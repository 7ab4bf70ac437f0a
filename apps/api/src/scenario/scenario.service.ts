import { Injectable } from '@nestjs/common';
import { accept, invariant, refusal, refuse, type GrantPlan, type Refusal, type Result } from '@fordela/domain';
import { AllocationService } from '../allocation/allocation.service';
import type { Allocation } from '../allocation/allocation.types';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { listEach, oneEach, type Batch } from '../platform/graphql/loaders';
import { staleness } from '../platform/staleness';
import { RecordService } from '../record/record.service';
import { ScoringService } from '../scoring/scoring.service';
import { differencesFrom, groupsSideBySide } from './compare-allocations';
import type { ScenarioComparison } from './comparison.types';
import type { ScenarioInput, ScenarioRenameInput } from './edit-scenario.types';
import { ScenarioKeeping } from './scenario-keeping';
import { ScenarioRepository } from './scenario.repository';
import type { Scenario } from './scenario.types';

const longestName = 200;
const longestNote = 10_000;
const mostCompared = 10;

/** Named allocations, kept with all they rest on, and compared. */
@Injectable()
export class ScenarioService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ScenarioRepository,
    private readonly allocations: AllocationService,
    private readonly scoring: ScoringService,
    private readonly keeping: ScenarioKeeping,
    private readonly records: RecordService,
  ) {}

  readonly ofCall: Batch<string, readonly Scenario[]> = (callIds) =>
    this.unitOfWork.read(async (tx) =>
      listEach(callIds, await this.repository.ofCalls(tx, callIds), ({ callId }) => callId),
    );

  readonly scenario: Batch<string, Scenario | null> = (ids) =>
    this.unitOfWork.read(async (tx) => oneEach(ids, await this.repository.byId(tx, ids), ({ id }) => id));

  /** What a scenario pays each chosen application, year by year; null when there is no such scenario. */
  async grantsIn(id: string): Promise<{ readonly callId: string; readonly grants: readonly GrantPlan[] } | null> {
    const [scenario] = await this.scenario([id]);
    if (!scenario) return null;
    const [record] = await this.records.record([scenario.allocationRecordId]);
    const { funded } = record!.result as Allocation;
    return {
      callId: scenario.callId,
      grants: funded.map(({ applicationId, years }) => ({ applicationId, payments: years })),
    };
  }

  /** The scenario, computed and kept; refused when its name is taken or the choices cannot be used. */
  async save(input: ScenarioInput): Promise<Result<Scenario>> {
    const problems = textRefusals(input);
    if (problems.length > 0) return refuse(problems);
    const made = await this.allocations.ofCall(input.callId, input.options);
    if (!made.ok) return refuse(made.refusal.map((problem) => ({ ...problem, path: ['options', ...problem.path] })));
    const evaluation = await this.scoring.problemOf(made.value.round, made.value.choice);
    invariant(evaluation.ok, 'a round that could be allocated must have its decision problem');
    const answer = await this.scoring.answer(evaluation.value);
    invariant(answer.ok, 'the decision problem of a round can be evaluated');
    const evaluated = { problem: evaluation.value, answer: answer.value };
    return this.unitOfWork.run((tx) => this.keeping.keep(tx, input, made.value, evaluated));
  }

  /** The scenario with its new name; refused when it is gone, changed since, or the name is taken. */
  async rename({ id, expectedVersion, ...input }: ScenarioRenameInput): Promise<Result<Scenario>> {
    const problems = textRefusals({ name: input.name, note: input.note ?? '' });
    if (problems.length > 0) return refuse(problems);
    return this.unitOfWork.run((tx) => this.keeping.rename(tx, id, expectedVersion, input));
  }

  /** That it is gone; refused when it was already, or has changed since. */
  async delete(id: string, expectedVersion: number): Promise<Result<{ readonly id: string }>> {
    return this.unitOfWork.run(async (tx) => {
      const stored = await this.repository.forUpdate(tx, id);
      if (!stored) return refuse([refusal('scenario-unknown', ['id'], { id })]);
      const stale = staleness(stored, expectedVersion);
      if (stale) return refuse([stale]);
      await this.repository.remove(tx, id);
      return accept({ id });
    });
  }

  /** Scenarios side by side, in the order asked for; differences are from the first. */
  async compare(
    ids: readonly string[],
    allocationOf: (scenario: Scenario) => Promise<Allocation>,
  ): Promise<Result<ScenarioComparison>> {
    const problems = await this.comparisonRefusals(ids);
    if (problems.length > 0) return refuse(problems);
    const scenarios = (await this.scenario(ids)) as readonly Scenario[];
    const allocations = await Promise.all(scenarios.map(allocationOf));
    return accept({
      scenarios: scenarios.map((scenario, index) => ({
        scenario,
        ...differencesFrom(allocations[0]!, allocations[index]!),
      })),
      dimensions: groupsSideBySide(allocations),
    });
  }

  private async comparisonRefusals(ids: readonly string[]): Promise<Refusal[]> {
    if (ids.length < 2 || ids.length > mostCompared)
      return [refusal('comparison-size', ['ids'], { count: ids.length, most: mostCompared })];
    const found = await this.scenario(ids);
    const unknown = ids.flatMap((id, index) =>
      found[index] ? [] : [refusal('scenario-unknown', ['ids', index], { id })],
    );
    const calls = new Set(found.flatMap((scenario) => scenario?.callId ?? []));
    return calls.size > 1 ? [...unknown, refusal('comparison-of-calls', ['ids'], { calls: [...calls] })] : unknown;
  }
}

function textRefusals({ name, note }: { readonly name: string; readonly note: string }): Refusal[] {
  const problems: Refusal[] = [];
  if (name.trim() === '') problems.push(refusal('name-missing', ['name']));
  if (name.length > longestName)
    problems.push(refusal('text-too-long', ['name'], { length: name.length, most: longestName }));
  if (note.length > longestNote)
    problems.push(refusal('text-too-long', ['note'], { length: note.length, most: longestNote }));
  return problems;
}
