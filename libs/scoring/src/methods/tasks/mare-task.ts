import { accept, refusal, refuse, type Refusal } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask } from '../../evaluate/task';
import type { Cell } from '../../problem/cell';
import { cellPath } from '../../problem/decision-problem';
import { measuredCells } from '../../structure/measured-cells';
import { resolveWeights } from '../../weights/resolve-weights';
import { weightSpecOf } from '../../weights/weight-spec';
import { mare, type ThreePoints } from '../additive/mare';
import { rankingShape, weightShape } from '../common/options';
import { defaultTieTolerance, rankBy } from '../common/ranks';

/** A cell as least, most likely, greatest: a number is all three; null for kinds that have no such ends. */
function threePoints(cell: Cell): ThreePoints | null {
  if (cell.kind === 'number') return [cell.value, cell.value, cell.value];
  if (cell.kind === 'triangular') return [cell.low, cell.mode, cell.high];
  return cell.kind === 'interval' ? [cell.low, (cell.low + cell.high) / 2, cell.high] : null;
}

export const mareTask = (): RegisteredTask =>
  defineTask({
    name: 'mare',
    version: '1',
    options: () => z.strictObject({ ...weightShape(), ...rankingShape() }),
    run: (problem, options, context) => {
      const cells = measuredCells(problem, context.formulas);
      if (!cells.ok) return cells;
      const refusals: Refusal[] = [];
      const values = cells.value.map((row, i) =>
        row.map((cell, j): ThreePoints => {
          const points = threePoints(cell);
          const params = { alternative: problem.alternatives[i]!.id, criterion: problem.criteria[j]!.id };
          if (!points) refusals.push(refusal('mare-needs-three-points', cellPath(problem, i, j), params));
          else if (!(points[0] > 0))
            refusals.push(refusal('method-needs-positive', cellPath(problem, i, j), { ...params, value: points[0] }));
          return points ?? [1, 1, 1];
        }),
      );
      const resolved = resolveWeights(problem, {
        spec: options.weights === undefined ? null : weightSpecOf(options.weights),
        specPath: [...context.path, 'weights'],
        normalise: options.normaliseWeights ?? null,
        table: null,
      });
      if (!resolved.ok) refusals.push(...resolved.refusal);
      if (refusals.length > 0 || !resolved.ok) return refuse(refusals);
      const { weights, method, scaled, observations } = resolved.value;
      const scores = mare(
        values,
        weights,
        problem.criteria.map(({ direction }) => direction),
      );
      const ids = problem.alternatives.map(({ id }) => id);
      const ties = options.ties ?? 'competition';
      const tolerance = options.tieTolerance ?? defaultTieTolerance;
      const ranked = rankBy(
        ids,
        scores.map(([, likely]) => likely),
        { best: 'highest', ties, tolerance },
      );
      const certainlyAhead = ids.flatMap((a, i) =>
        ids.flatMap((b, k) => (scores[i]![0] > scores[k]![2] ? [[a, b]] : [])),
      );
      return accept({
        method: 'mare',
        conventions: {
          ties,
          tieTolerance: tolerance,
          weights: method,
          weightScale: scaled,
          normalisation: 'largest-of-all-three-tables',
          intervalMode: 'midpoint',
          best: 'highest',
          rankReversal: 'possible',
        },
        observations,
        outcome: {
          scores: ids.map((alternative, i) => ({
            alternative,
            score: scores[i]![1],
            minimum: scores[i]![0],
            mostLikely: scores[i]![1],
            maximum: scores[i]![2],
            rank: ranked.ranks[i]!,
          })),
          ranking: ranked.groups,
          certainlyAhead,
          weights: problem.criteria.map(({ id }, j) => ({ criterion: id, weight: weights[j]! })),
        },
      });
    },
  });
