import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask } from '../../evaluate/task';
import { methodTasks } from '../../methods/tasks';
import type { DecisionProblem } from '../../problem/decision-problem';
import { numericTable } from '../../structure/numeric-table';
import { rankReversals, withdrawalReports, type MethodRunner, type ReversalReport } from '../guard/rank-reversal';

const methodSchema = () => z.looseObject({ task: z.string() });

/** Who else moves when alternatives are withdrawn or added, under any ranking method, and why. */
export const reversalTask = (): RegisteredTask =>
  defineTask({
    name: 'rank-reversal',
    version: '1',
    options: () =>
      z.strictObject({
        method: z.union([z.string(), methodSchema()]),
        withdraw: z.union([z.literal('each'), z.array(z.string()).min(1)]).optional(),
        add: z.record(z.string(), z.array(z.number())).optional(),
      }),
    run: (problem, { method, withdraw, add }, context) => {
      const { task: name, ...options } = typeof method === 'string' ? { task: method } : method;
      const task = methodTasks().find((candidate) => candidate.name === name);
      if (!task)
        return refuse([
          refusal('problem-unknown-task', [...context.path, 'method'], {
            task: name,
            choices: methodTasks().map((one) => one.name),
          }),
        ]);
      if (withdraw === undefined && add === undefined)
        return refuse([refusal('reversal-nothing-changes', context.path)]);
      const table = numericTable(
        problem,
        { missing: 'refuse', cannotJudge: 'refuse', uncertain: 'expected' },
        context.formulas,
      );
      if (!table.ok) return table;
      const run: MethodRunner<readonly Refusal[]> = (ids, rows) => {
        const answer = task.run(withRows(problem, ids, rows), options, {
          ...context,
          path: [...context.path, 'method'],
        });
        return answer.ok ? ranksIn(answer.value.outcome, ids, name, context.path) : answer;
      };
      const all = { ids: table.value.alternativeIds, table: table.value.values as readonly (readonly number[])[] };
      const faults = changeFaults(all.ids, problem.criteria.length, withdraw, add, context.path);
      if (faults.length > 0) return refuse(faults);
      const reports =
        withdraw === 'each' && add === undefined ? withdrawalReports(run, all) : single(run, all, withdraw, add);
      if (!reports.ok) return reports;
      return accept({
        method: 'rank-reversal',
        conventions: {
          method: name,
          uncertain: 'expected',
          withdrawn: withdraw === 'each' ? 'each in turn' : 'together',
        },
        observations: table.value.observations,
        outcome: {
          reversals: reports.value.some(({ reversals }) => reversals.length > 0),
          reports: reports.value.map((report) => named(report, problem)),
        },
      });
    },
  });

type Set = { readonly ids: readonly string[]; readonly table: readonly (readonly number[])[] };

function single(
  run: MethodRunner<readonly Refusal[]>,
  all: Set,
  withdraw: 'each' | readonly string[] | undefined,
  add: Readonly<Record<string, readonly number[]>> | undefined,
): Result<readonly ReversalReport[]> {
  const kept = all.ids.map((_, i) => i).filter((i) => !Array.isArray(withdraw) || !withdraw.includes(all.ids[i]!));
  const after = {
    ids: [...kept.map((i) => all.ids[i]!), ...Object.keys(add ?? {})],
    table: [...kept.map((i) => all.table[i]!), ...Object.values(add ?? {})],
  };
  const report = rankReversals(run, all, after);
  return report.ok ? accept([report.value]) : report;
}

function changeFaults(
  ids: readonly string[],
  criteria: number,
  withdraw: 'each' | readonly string[] | undefined,
  add: Readonly<Record<string, readonly number[]>> | undefined,
  path: readonly (string | number)[],
): Refusal[] {
  const unknown = (Array.isArray(withdraw) ? withdraw : []).filter((id) => !ids.includes(id));
  const added = Object.entries(add ?? {});
  return [
    ...unknown.map((id: string) => refusal('problem-unknown-alternative', [...path, 'withdraw'], { id })),
    ...added
      .filter(([id]) => ids.includes(id))
      .map(([id]) => refusal('problem-duplicate-id', [...path, 'add', id], { id })),
    ...added
      .filter(([, row]) => row.length !== criteria)
      .map(([id, row]) =>
        refusal('problem-wrong-length', [...path, 'add', id], { length: row.length, expected: criteria }),
      ),
    ...(withdraw === 'each' && add !== undefined ? [refusal('reversal-each-and-add', [...path, 'add'])] : []),
  ];
}

/** The problem with other alternatives: formulas are already worked out, so its criteria become plain ones. */
function withRows(
  problem: DecisionProblem,
  ids: readonly string[],
  rows: readonly (readonly number[])[],
): DecisionProblem {
  return {
    ...problem,
    criteria: problem.criteria.map((criterion) => ({ ...criterion, formula: null })),
    alternatives: ids.map((id) => problem.alternatives.find((one) => one.id === id) ?? { id, name: null }),
    performances: rows.map((row) => row.map((value) => ({ kind: 'number', value }))),
    data: {},
  };
}

/** The ranks in a method's outcome, in the order of the ids; a refusal when the method does not rank. */
function ranksIn(
  outcome: unknown,
  ids: readonly string[],
  method: string,
  path: readonly (string | number)[],
): Result<readonly number[]> {
  const scores = (
    outcome as { readonly scores?: readonly { readonly alternative?: unknown; readonly rank?: unknown }[] }
  ).scores;
  const ranks = ids.map((id) => scores?.find((score) => score.alternative === id)?.rank);
  return ranks.every((rank) => typeof rank === 'number')
    ? accept(ranks)
    : refuse([refusal('reversal-method-without-ranks', [...path, 'method'], { method })]);
}

const named = ({ referenceChanges, causes, ...report }: ReversalReport, problem: DecisionProblem) => ({
  ...report,
  referenceChanges: referenceChanges.map(({ criterion, ...rest }) => ({
    criterion: problem.criteria[criterion]!.id,
    ...rest,
  })),
  causes: causes.map(({ criterion, explains }) => ({ criterion: problem.criteria[criterion]!.id, explains })),
});
