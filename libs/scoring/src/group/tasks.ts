import { accept, at, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask } from '../evaluate/task';
import { numericSource, ratingShape, ratingSource } from '../reviewers/tasks/rating-source';
import { rankBy } from '../methods/common/ranks';
import { approvalScores } from './approval';
import { ballotsFromRatings, profileOf, unrankedConventions, type RankedBallot } from './ballots';
import { bordaPoints, bordaScores, bordaTies } from './borda';
import { kemenyOrder } from './kemeny';
import { condorcet, copelandScores, copelandScorings, duelsOf, pairwiseCounts } from './pairwise';
import { pluralityScores, sharedFirstConventions, winnersOf } from './plurality';
import { schulzeScores, strongestPaths } from './schulze';

const groupMethods = ['plurality', 'borda', 'condorcet', 'copeland', 'kemeny', 'schulze'] as const;

/** Scores by name, the ranking they give and the winners. */
function ranked(candidates: readonly string[], scores: readonly number[]) {
  const { ranks, groups } = rankBy(candidates, scores, { best: 'highest', ties: 'competition', tolerance: 0 });
  return {
    scores: candidates.map((candidate, index) => ({ candidate, score: at(scores, index), rank: at(ranks, index) })),
    ranking: groups,
    winners: winnersOf(candidates, scores),
  };
}

/** A ballot: candidates best first, equals in a list of their own; or those approved. One voter's may stand without a count. */
const ranking = () => z.array(z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]));
const approved = () => z.array(z.string().min(1));

const groupTask = (): RegisteredTask =>
  defineTask({
    name: 'group-ranking',
    version: '1',
    options: () =>
      z.strictObject({
        ...ratingShape(),
        ballots: z
          .array(z.union([ranking(), z.strictObject({ count: z.number().optional(), ranking: ranking() })]))
          .optional(),
        candidates: z.array(z.string().min(1)).optional(),
        best: z.enum(['highest', 'lowest']).optional(),
        methods: z.array(z.enum(groupMethods)).min(1).optional(),
        unranked: z.enum(unrankedConventions).optional(),
        sharedFirst: z.enum(sharedFirstConventions).optional(),
        bordaPoints: z.enum(bordaPoints).optional(),
        bordaTies: z.enum(bordaTies).optional(),
        copeland: z.enum(copelandScorings).optional(),
      }),
    run: (problem, options, context) => {
      const best = options.best ?? 'highest';
      let ballots: readonly RankedBallot[];
      let candidates = options.candidates ?? null;
      if (options.ballots) {
        if (options.ratings) return refuse([refusal('ballots-and-ratings', [...context.path, 'ballots'])]);
        ballots = options.ballots.map((ballot) =>
          Array.isArray(ballot) ? { count: 1, ranking: ballot } : { count: ballot.count ?? 1, ranking: ballot.ranking },
        );
      } else {
        const read = ratingSource(problem, options, context);
        if (!read.ok) return read;
        const source = numericSource(read.value);
        if (!source.ok) return source;
        candidates = [...source.value.unitIds];
        ballots = ballotsFromRatings(source.value.table, candidates, best);
      }
      const unranked = options.unranked ?? 'refuse';
      const profile = profileOf(ballots, candidates, unranked);
      if (!profile.ok)
        return refuse(profile.refusal.map((entry) => inBallots(entry, context.path, options.ballots !== undefined)));
      const chosen = new Set(options.methods ?? groupMethods);
      const points = options.bordaPoints ?? 'from-zero';
      const ties = options.bordaTies ?? 'average';
      const shared = options.sharedFirst ?? 'split';
      const scoring = options.copeland ?? 'wins-minus-losses';
      const names = profile.value.candidates;
      const counts = pairwiseCounts(profile.value);
      const kemeny: Result<object> | null = chosen.has('kemeny') ? kemenyOutcome(names, counts) : null;
      if (kemeny && !kemeny.ok)
        return refuse(kemeny.refusal.map((entry) => ({ ...entry, path: [...context.path, 'methods'] })));
      return accept({
        method: 'group-ranking',
        conventions: {
          unranked,
          sharedFirst: shared,
          bordaPoints: points,
          bordaTies: ties,
          copeland: scoring,
          ...(options.ballots ? {} : { best }),
        },
        observations: [],
        outcome: {
          candidates: names,
          voters: profile.value.voters,
          pairwise: { rows: names, columns: names, values: counts },
          duels: duelsOf(counts).map((duels, index) => ({ candidate: at(names, index), ...duels })),
          ...(chosen.has('plurality') ? { plurality: ranked(names, pluralityScores(profile.value, shared)) } : {}),
          ...(chosen.has('borda') ? { borda: ranked(names, bordaScores(profile.value, points, ties)) } : {}),
          ...(chosen.has('condorcet') ? { condorcet: condorcet(names, counts) } : {}),
          ...(chosen.has('copeland') ? { copeland: ranked(names, copelandScores(counts, scoring)) } : {}),
          ...(kemeny ? { kemeny: kemeny.value } : {}),
          ...(chosen.has('schulze')
            ? { schulze: { ...ranked(names, schulzeScores(counts)), strongestPaths: strongestPaths(counts) } }
            : {}),
        },
      });
    },
  });

/** Places among the ballots are places in the file only when the file holds ballots. */
function inBallots(entry: Refusal, base: Path, written: boolean): Refusal {
  const [first] = entry.path;
  if (typeof first === 'string') return { ...entry, path: [...base, ...entry.path] };
  return { ...entry, path: written ? [...base, 'ballots', ...entry.path] : [...base, 'ratings'] };
}

function kemenyOutcome(names: readonly string[], counts: readonly (readonly number[])[]): Result<object> {
  const kemeny = kemenyOrder(counts);
  if (!kemeny.ok) return kemeny;
  const { order, ...rest } = kemeny.value;
  return accept({ order: order.map((index) => at(names, index)), ...rest });
}

const approvalTask = (): RegisteredTask =>
  defineTask({
    name: 'approval-voting',
    version: '1',
    options: () =>
      z.strictObject({
        ballots: z.array(z.union([approved(), z.strictObject({ count: z.number().optional(), approves: approved() })])),
        candidates: z.array(z.string().min(1)).optional(),
      }),
    run: (_problem, options, context) => {
      const ballots = options.ballots.map((ballot) =>
        Array.isArray(ballot)
          ? { count: 1, approves: ballot }
          : { count: ballot.count ?? 1, approves: ballot.approves },
      );
      const result = approvalScores(ballots, options.candidates ?? null);
      if (!result.ok) return refuse(result.refusal.map((entry) => inBallots(entry, context.path, true)));
      const { candidates, scores, voters } = result.value;
      return accept({
        method: 'approval-voting',
        conventions: {},
        observations: [],
        outcome: { voters, ...ranked(candidates, scores) },
      });
    },
  });

/** Rankings of a group from its members' ballots. */
export const groupTasks = (): readonly RegisteredTask[] => [groupTask(), approvalTask()];
