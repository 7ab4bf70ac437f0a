import { accept, refuse, refusal } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask } from '../../evaluate/task';
import { compareIds } from '../../methods/common/ranks';
import type { Cell } from '../../problem/cell';
import { cellPath } from '../../problem/decision-problem';
import { dominance } from '../dominance/dominance';
import { potentialOptimality } from '../dominance/potential-optimality';
import { rankRanges } from '../dominance/rank-range';
import type { ValueBox } from '../dominance/value-box';
import { tableValue, type ValueTable } from '../smaa/value-table';
import { valueFallbacks } from './additive-source';
import { ignorancePolicies, uncertainValues } from './uncertain-values';
import { describedSpace, weightInformation, weightInformationShape } from './weight-information';

/** Lowest and highest value of a cell; null for a normal one, which has no ends. */
function endsOf(cell: Cell, table: ValueTable | null): readonly [number, number] | null {
  const through = (ends: readonly [number, number]): readonly [number, number] => {
    if (!table) return ends;
    const inside = table.performances.flatMap((x, k) => (x >= ends[0] && x <= ends[1] ? [table.values[k]!] : []));
    const values = [...inside, tableValue(table, ends[0]), tableValue(table, ends[1])];
    return [Math.min(...values), Math.max(...values)];
  };
  switch (cell.kind) {
    case 'number':
      return [cell.value, cell.value];
    case 'interval':
    case 'triangular':
      return through([cell.low, cell.high]);
    case 'discrete': {
      const possible = cell.outcomes.filter(([, probability]) => probability > 0).map(([value]) => value);
      return [Math.min(...possible), Math.max(...possible)];
    }
    default:
      return null;
  }
}

/** What holds for all weights and values that are possible: dominance, potential optimality, extreme ranks. */
export const dominanceTask = (): RegisteredTask =>
  defineTask({
    name: 'dominance',
    version: '1',
    options: () =>
      z.strictObject({
        ...weightInformationShape(),
        missing: z.enum(ignorancePolicies).optional(),
        cannotJudge: z.enum(ignorancePolicies).optional(),
        withoutScale: z.enum(valueFallbacks).optional(),
        mostCells: z.number().int().min(1).max(100_000).optional(),
      }),
    run: (problem, options, context) => {
      const policies = {
        missing: options.missing ?? 'refuse',
        cannotJudge: options.cannotJudge ?? 'refuse',
        withoutScale: options.withoutScale ?? 'refuse',
      } as const;
      const valued = uncertainValues(problem, policies, context);
      if (!valued.ok) return valued;
      const weights = weightInformation(problem, options, context);
      if (!weights.ok) return weights;
      const rows = problem.alternatives
        .map((_, i) => i)
        .sort((a, b) => compareIds(problem.alternatives[a]!.id, problem.alternatives[b]!.id));
      const ids = rows.map((row) => problem.alternatives[row]!.id);
      const ends = rows.map((row) =>
        valued.value.cells[row]!.map((cell, c) => endsOf(cell, valued.value.tables[row]![c]!)),
      );
      const endless = rows.flatMap((row, i) =>
        ends[i]!.flatMap((end, c) => (end === null ? [cellPath(problem, row, c)] : [])),
      );
      if (endless.length > 0) return refuse(endless.map((path) => refusal('dominance-no-ends', path)));
      const box: ValueBox = {
        low: ends.map((row) => row.map((end) => end![0])),
        high: ends.map((row) => row.map((end) => end![1])),
      };
      const region = { count: problem.criteria.length, statements: weights.value.space.statements };
      const [dominant, potential, ranges] = [
        dominance(box, region),
        potentialOptimality(box, region),
        rankRanges(box, region, { mostCells: options.mostCells }),
      ];
      if (!dominant.ok) return dominant;
      if (!potential.ok) return potential;
      if (!ranges.ok) return ranges;
      const named = (weightsAt: readonly number[]) =>
        problem.criteria.map(({ id }, c) => ({ criterion: id, weight: weightsAt[c]! }));
      return accept({
        method: 'dominance',
        conventions: { ...policies, weights: weights.value.read, differencesBelow: 1e-9, leadsBy: dominant.value.by },
        observations: valued.value.observations,
        outcome: {
          weights: describedSpace(weights.value),
          nonDominated: dominant.value.nonDominated.map((i) => ids[i]!),
          alternatives: dominant.value.alternatives.map(({ dominatedBy, ...scores }, i) => {
            const { verdict, largestLead, witness } = potential.value[i]!;
            const { best, worst } = ranges.value[i]!;
            return {
              alternative: ids[i]!,
              ...scores,
              dominatedBy: dominatedBy.map((k) => ids[k]!),
              canBeFirst: verdict,
              largestLead,
              weightsForIt: named(witness),
              bestRank: { ...best, weights: named(best.weights) },
              worstRank: { ...worst, weights: named(worst.weights) },
            };
          }),
          pairs: dominant.value.pairs.map(({ better, worse, kinds }) => ({
            better: ids[better]!,
            worse: ids[worse]!,
            kinds,
          })),
          leastLeads: { rows: ids, columns: ids, values: dominant.value.leastLeads },
        },
      });
    },
  });
