import { accept, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import { z } from 'zod';
import type { DecisionProblem } from '../../problem/decision-problem';
import { lineRules, type MoneyLine } from '../smaa/money-line';

const wholeSek = () => z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** The money line as written: so many, or a budget with the cost of every alternative (by id, or in their order). */
export const lineSchema = () =>
  z.union([
    z.strictObject({ count: z.number().int().min(1) }),
    z.strictObject({
      budget: wholeSek(),
      costs: z.union([z.array(wholeSek()), z.record(z.string(), wholeSek())]),
      rule: z.enum(lineRules).optional(),
    }),
  ]);
export type LineInput = z.infer<ReturnType<typeof lineSchema>>;

/**
 * The line with its costs in the order of `ids`. A budget skips what does not fit unless it is told to stop there.
 *
 * Errors  `problem-wrong-length`, `problem-unknown-alternative`, `line-cost-missing`.
 */
export function namedLine(
  input: LineInput,
  problem: Pick<DecisionProblem, 'alternatives'>,
  ids: readonly string[],
  path: Path,
): Result<MoneyLine> {
  if ('count' in input) return accept({ kind: 'count', count: input.count });
  const { budget, costs, rule = 'skip' } = input;
  const place = [...path, 'costs'];
  const names = problem.alternatives.map(({ id }) => id);
  if (Array.isArray(costs)) {
    if (costs.length !== names.length)
      return refuse([refusal('problem-wrong-length', place, { length: costs.length, expected: names.length })]);
    return accept({ kind: 'budget', budget, rule, costs: ids.map((id) => costs[names.indexOf(id)]!) });
  }
  const refusals: Refusal[] = [
    ...Object.keys(costs)
      .filter((id) => !names.includes(id))
      .map((id) => refusal('problem-unknown-alternative', [...place, id], { id })),
    ...names
      .filter((id) => !Object.hasOwn(costs, id))
      .map((id) => refusal('line-cost-missing', place, { alternative: id })),
  ];
  return refusals.length > 0
    ? refuse(refusals)
    : accept({ kind: 'budget', budget, rule, costs: ids.map((id) => costs[id]!) });
}

/** How a line is stated among a result's conventions. */
export const lineConvention = (line: MoneyLine | null): string =>
  line === null ? 'none' : line.kind === 'count' ? `first ${line.count}` : `budget ${line.budget}, ${line.rule}`;

/** The index of an alternative in the source's order; a refusal when there is none of that id. */
export function indexOfId(ids: readonly string[], id: string, path: Path): Result<number> {
  const index = ids.indexOf(id);
  return index < 0 ? refuse([refusal('problem-unknown-alternative', path, { id })]) : accept(index);
}
