import { Injectable } from '@nestjs/common';
import { accept, invariant, refusal, refuse, type Refusal, type Result, type Round, type Sek } from '@fordela/domain';
import { allocationProblemFormat, type PolicySimulationOutcome } from '@fordela/portfolio';
import { AllocationService } from '../allocation/allocation.service';
import { RoundService } from '../round/round.service';
import type { PolicySimulationArgs } from './policy-simulation.args';
import { simulationOf } from './policy-simulation-result';
import type { PolicySimulation } from './policy-simulation.types';

const mostYears = 60;
const mostDraws = 20_000;
const mostPolicies = 30;

/** Policies for the money of a call's region compared by a model of stated assumptions. */
@Injectable()
export class PolicySimulationService {
  constructor(
    private readonly rounds: RoundService,
    private readonly allocations: AllocationService,
  ) {}

  /** Refused, with the place in the arguments, when the model cannot be run. AppError NOT_FOUND when there is no such call. */
  async ofCall(args: PolicySimulationArgs): Promise<Result<PolicySimulation>> {
    const round = await this.rounds.load(args.callId);
    const faults = argumentFaults(args, round);
    if (faults.length > 0) return refuse(faults);
    const yearlySek = args.yearlySek ?? meanFrameSek(round);
    if (yearlySek === null) return refuse([refusal('policy-yearly-missing', ['yearlySek'])]);
    const problem = problemOf(args, round, yearlySek);
    const answer = await this.allocations.allocate(problem);
    if (!answer.ok) return refuse(answer.refusal.map((entry) => inArguments(entry, args)));
    const { engineVersion, inputFingerprint, results } = answer.value;
    const result = results[0];
    invariant(result, 'the problem asks for one simulation');
    return accept({
      callId: args.callId,
      isExample: round.call.isExample,
      engineVersion,
      inputFingerprint,
      method: result.method,
      conventions: { ...result.conventions, yearlyMoney: args.yearlySek === null ? 'mean-of-frames' : 'stated' },
      observations: result.observations,
      problem,
      yearlySek,
      years: args.years,
      draws: args.draws,
      ...simulationOf(round, result.outcome as PolicySimulationOutcome, !args.policies),
    });
  }
}

/** Mean of the yearly frames in whole kronor, downwards; null without any. */
function meanFrameSek({ budgetFrames }: Round): Sek | null {
  const sum = budgetFrames.reduce((total, { frameSek }) => total + frameSek, 0);
  return budgetFrames.length === 0 ? null : Math.floor(sum / budgetFrames.length);
}

/** The simulation as a problem of its own: it needs nothing of the call but its municipalities. */
function problemOf(args: PolicySimulationArgs, round: Round, yearlySek: Sek): object {
  const starts = new Map(args.municipalities.map((start) => [start.code, start]));
  const { years, draws, seed } = args;
  return {
    format: allocationProblemFormat,
    title: round.call.name,
    populations: {
      municipality: Object.fromEntries(round.municipalities.map(({ code, population }) => [code, population])),
    },
    tasks: [
      {
        task: 'policy-simulation',
        ...{ yearlySek, years, draws, seed },
        ...(args.policies
          ? { policies: args.policies.map(({ name, ...own }) => ({ ...own, name: name ?? null })) }
          : {}),
        ...(starts.size === 0
          ? {}
          : {
              municipalities: round.municipalities.map(({ code, population }) => ({
                id: code,
                population,
                capacityFte: starts.get(code)?.capacityFte ?? null,
                experience: starts.get(code)?.experience ?? 0,
              })),
            }),
        assumptions: Object.fromEntries(
          args.assumptions.map(({ name, low, likely, high, source }) => [
            name,
            { low, likely, high, ...(source ? { source } : {}) },
          ]),
        ),
      },
    ],
  };
}

function argumentFaults(args: PolicySimulationArgs, round: Round): readonly Refusal[] {
  const outside = (path: readonly (string | number)[], value: number, least: number, most: number) =>
    value >= least && value <= most ? [] : [refusal('number-outside-range', path, { value, least, most })];
  const twice = (ids: readonly string[], list: string, field: string) =>
    ids.flatMap((id, index) =>
      ids.indexOf(id) < index ? [refusal('policy-id-twice', [list, index, field], { id })] : [],
    );
  const codes = args.municipalities.map(({ code }) => code);
  const known = new Set(round.municipalities.map(({ code }) => code));
  return [
    ...outside(['years'], args.years, 1, mostYears),
    ...outside(['draws'], args.draws, 0, mostDraws),
    ...(args.yearlySek === null || args.yearlySek === undefined ? [] : outside(['yearlySek'], args.yearlySek, 0, 1e12)),
    ...(args.policies ? outside(['policies'], args.policies.length, 1, mostPolicies) : []),
    ...(args.policies ?? []).flatMap(({ use, run, grants }, index) => [
      ...outside(['policies', index, 'grants'], grants, 0, 10_000),
      ...Object.entries({ ...use }).flatMap(([key, part]) => outside(['policies', index, 'use', key], part, 0, 1e6)),
      ...Object.entries({ ...run }).flatMap(([key, part]) => outside(['policies', index, 'run', key], part, 0, 1e6)),
    ]),
    ...twice(codes, 'municipalities', 'code'),
    ...twice(
      args.assumptions.map(({ name }) => name),
      'assumptions',
      'name',
    ),
    ...args.municipalities.flatMap(({ code, capacityFte, experience }, index) => [
      ...(known.has(code) ? [] : [refusal('municipality-unknown', ['municipalities', index, 'code'], { name: code })]),
      ...outside(['municipalities', index, 'capacityFte'], capacityFte ?? 0, 0, 1e6),
      ...outside(['municipalities', index, 'experience'], experience, 0, 1e6),
    ]),
  ];
}

/** A place in the problem's task is a place in the arguments; an assumption has its place in the list. */
function inArguments(entry: Refusal, { assumptions }: PolicySimulationArgs): Refusal {
  const [list, , ...path] = entry.path;
  if (list !== 'tasks') return entry;
  const index = assumptions.findIndex(({ name }) => name === path[1]);
  return { ...entry, path: path[0] === 'assumptions' && index >= 0 ? ['assumptions', index] : path };
}
