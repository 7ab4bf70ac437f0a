import { accept, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type Answer, type RegisteredTask, type TaskContext } from '../../evaluate/task';
import type { DecisionProblem } from '../../problem/decision-problem';
import { averageRanks } from '../../weights/objective/objective-weights';
import type { DetailTable, RankingOutcome, ScoredAlternative } from '../common/outcome';
import { pairwiseReasons } from '../comparison/pairwise-reasons';
import { kendallTauB, rankSimilarity, spearman, weightedSpearman } from '../comparison/rank-correlation';
import { rankSpreads, reversedPairs } from '../comparison/rank-disagreement';

const entrySchema = () => z.looseObject({ task: z.string().min(1), label: z.string().optional() });
type Entry = z.infer<ReturnType<typeof entrySchema>>;

/** Runs one of the methods that rank, as a part of another task. */
function runRanking(
  methods: readonly RegisteredTask[],
  problem: DecisionProblem,
  entry: Entry,
  context: TaskContext,
): Result<Answer<RankingOutcome>> {
  const { task: name, label: _, ...options } = entry;
  const task = methods.find((candidate) => candidate.name === name);
  if (!task) {
    const choices = methods.map((candidate) => candidate.name);
    return refuse([refusal('problem-unknown-task', [...context.path, 'task'], { task: name, choices })]);
  }
  const answer = task.run(problem, options, context);
  if (!answer.ok) return answer;
  const outcome = answer.value.outcome as Partial<RankingOutcome>;
  return outcome.scores?.every((row) => typeof row.rank === 'number')
    ? accept(answer.value as Answer<RankingOutcome>)
    : refuse([refusal('compare-needs-ranking', [...context.path, 'task'], { task: name })]);
}

/** Several methods side by side on one problem. */
export const compareTask = (methods: () => readonly RegisteredTask[]): RegisteredTask =>
  defineTask({
    name: 'compare',
    version: '1',
    options: () =>
      z.strictObject({ methods: z.array(entrySchema()).min(2), mostPairs: z.number().int().min(0).optional() }),
    run: (problem, options, context) => {
      const refusals: Refusal[] = [];
      const answers: { label: string; answer: Answer<RankingOutcome> }[] = [];
      options.methods.forEach((entry, k) => {
        const path: Path = [...context.path, 'methods', k];
        const label = entry.label ?? entry.task;
        if (answers.some((other) => other.label === label))
          refusals.push(refusal('compare-label-twice', path, { label }));
        const answer = runRanking(methods(), problem, entry, { ...context, path });
        if (answer.ok) answers.push({ label, answer: answer.value });
        else refusals.push(...answer.refusal);
      });
      if (refusals.length > 0) return refuse(refusals);
      const ids = problem.alternatives.map(({ id }) => id);
      const rankings = answers.map(({ label, answer }) => ({
        label,
        ranks: answer.outcome.scores.map(({ rank }) => rank),
      }));
      const means = rankings.map(({ ranks }) => averageRanks(ranks));
      const labels = rankings.map(({ label }) => label);
      const table = (measure: (x: readonly number[], y: readonly number[]) => number | null): DetailTable => ({
        rows: labels,
        columns: labels,
        values: means.map((x) => means.map((y) => measure(x, y))),
      });
      const mostPairs = options.mostPairs ?? 100;
      const { count, pairs } = reversedPairs(ids, rankings, mostPairs);
      return accept({
        method: 'compare',
        conventions: { correlationsOn: 'average-ranks', similarity: 'row-is-the-reference', mostPairs },
        observations: answers[0]!.answer.observations,
        outcome: {
          methods: answers.map(({ label, answer }) => ({
            label,
            method: answer.method,
            conventions: answer.conventions,
            ranking: answer.outcome.ranking,
            scores: answer.outcome.scores.map(({ alternative, score, rank }) => ({ alternative, score, rank })),
          })),
          kendallTauB: table(kendallTauB),
          spearman: table(spearman),
          weightedSpearman: table(weightedSpearman),
          rankSimilarity: table(rankSimilarity),
          sameWinner: new Set(answers.map(({ answer }) => JSON.stringify(answer.outcome.ranking[0]))).size === 1,
          reversedPairs: { count, listed: pairs.length, pairs },
          alternatives: rankSpreads(ids, rankings),
        },
      });
    },
  });

/** Why one alternative is ahead of another, for methods whose scores are sums. */
export const whyTask = (methods: () => readonly RegisteredTask[]): RegisteredTask =>
  defineTask({
    name: 'why',
    version: '1',
    options: () =>
      z.strictObject({
        method: entrySchema().optional(),
        pairs: z
          .array(z.tuple([z.string(), z.string()]))
          .min(1)
          .optional(),
      }),
    run: (problem, options, context) => {
      const entry = options.method ?? { task: 'additive-value' };
      const answer = runRanking(methods(), problem, entry, { ...context, path: [...context.path, 'method'] });
      if (!answer.ok) return answer;
      const { scores, ranking } = answer.value.outcome;
      if (!scores.every(({ contributions }) => contributions))
        return refuse([
          refusal('why-needs-contributions', [...context.path, 'method'], { method: answer.value.method }),
        ]);
      const order = ranking.flat();
      const pairs = options.pairs ?? order.slice(1).map((id, k): [string, string] => [order[k]!, id]);
      const byId = new Map(scores.map((row) => [row.alternative, row as Required<ScoredAlternative>]));
      const refusals = pairs.flatMap((pair, k) =>
        pair.flatMap((id, side) =>
          byId.has(id) ? [] : [refusal('problem-unknown-alternative', [...context.path, 'pairs', k, side], { id })],
        ),
      );
      if (refusals.length > 0) return refuse(refusals);
      return accept({
        method: 'why',
        conventions: {
          ...answer.value.conventions,
          of: answer.value.method,
          pairs: options.pairs ? 'as-asked' : 'neighbours-in-rank',
        },
        observations: answer.value.observations,
        outcome: { pairs: pairs.map(([a, b]) => pairwiseReasons(byId.get(a)!, byId.get(b)!)) },
      });
    },
  });
