import { invariant, type Round } from '@fordela/domain';
import { fundedDownRanking, type Evaluation, type RoundScores } from '@fordela/scoring';
import { namedIn } from '../allocation/allocation.service';
import { equalWithin } from './robustness-tasks';
import type {
  ChangedWeight,
  CriterionStability,
  NeighbouringPair,
  RankedApplication,
  RankOvertaking,
} from './ranking-robustness.types';

/** A round with its scores, its ranking and what the engine answered about it. */
export interface RobustnessAnswers {
  readonly round: Round;
  readonly scores: RoundScores;
  /** Applications with a score, best first. */
  readonly order: readonly string[];
  readonly results: Evaluation['results'];
}

interface DrawnShares {
  readonly alternatives: readonly {
    readonly alternative: string;
    readonly rankAcceptability: readonly number[];
    readonly expectedRank: { readonly rank: number };
    readonly bestRankSeen: number;
    readonly worstRankSeen: number;
    readonly funded: { readonly share: number; readonly standardError: number };
  }[];
  readonly pairwiseWinning: { readonly rows: readonly string[]; readonly values: readonly (readonly number[])[] };
}

interface Intervals {
  readonly intervals: readonly {
    readonly criterion: string;
    readonly weight: number;
    readonly lower: number;
    readonly upper: number;
    readonly below: readonly Overtaking[] | null;
    readonly above: readonly Overtaking[] | null;
  }[];
}
interface Overtaking {
  readonly rises: string;
  readonly falls: string;
}

interface Swap {
  readonly weightChange: {
    readonly weights: readonly { readonly criterion: string; readonly from: number; readonly to: number }[];
  } | null;
}

/** So much of the draws may lie beyond each end of the ranks shown. */
const tail = 0.05;

const drawn = ({ results }: RobustnessAnswers): DrawnShares => {
  const result = results.find(({ task }) => task === 'smaa');
  invariant(result, 'the ranking is always drawn');
  return result.outcome as DrawnShares;
};

/** The applications by place, with what the draws say of each. */
export function rankedApplications(answers: RobustnessAnswers): readonly RankedApplication[] {
  const { round, scores, order } = answers;
  const shares = new Map(drawn(answers).alternatives.map((own) => [own.alternative, own]));
  const scored = new Map(scores.applications.map(({ applicationId, score }) => [applicationId, score]));
  const requested = new Map(round.applications.map(({ id, requestedSek }) => [id, requestedSek]));
  const above = new Set(fundedDownRanking(round, order));
  return order.map((id, index): RankedApplication => {
    const own = shares.get(id)!;
    return {
      ...namedIn(round)(id),
      score: scored.get(id)!,
      place: index + 1,
      requestedSek: requested.get(id)!,
      isAboveLine: above.has(id),
      aboveLine: own.funded.share,
      standardError: own.funded.standardError,
      expectedRank: own.expectedRank.rank,
      bestRank: own.bestRankSeen,
      worstRank: own.worstRankSeen,
      ...centralRanks(own.rankAcceptability),
      rankShares: own.rankAcceptability,
    };
  });
}

/** The ranks that all but the tails of the draws lie between. */
function centralRanks(shares: readonly number[]): Pick<RankedApplication, 'rankLow' | 'rankHigh'> {
  const reaching = (list: readonly number[]) => {
    let sum = 0;
    return list.findIndex((share) => (sum += share) > tail);
  };
  return { rankLow: reaching(shares) + 1, rankHigh: shares.length - reaching([...shares].reverse()) };
}

/** Each place against the next. */
export function neighbouringPairs(
  answers: RobustnessAnswers,
  applications: readonly RankedApplication[],
): readonly NeighbouringPair[] {
  const { rows, values } = drawn(answers).pairwiseWinning;
  const swaps = new Map(
    answers.results
      .filter(({ task }) => task === 'smallest-change')
      .map(({ label, outcome }) => [label, (outcome as Swap).weightChange]),
  );
  return applications.slice(1).map((behind, index): NeighbouringPair => {
    const ahead = applications[index]!;
    const scoreGap = Math.max(0, ahead.score - behind.score);
    const isEqual = scoreGap <= equalWithin;
    const changed = swaps
      .get(behind.applicationId)
      ?.weights.filter(({ from, to }) => Math.abs(to - from) > equalWithin);
    return {
      ahead: named(ahead),
      behind: named(behind),
      place: ahead.place,
      scoreGap,
      aheadShare: values[rows.indexOf(ahead.applicationId)]![rows.indexOf(behind.applicationId)]!,
      isAtLine: ahead.isAboveLine !== behind.isAboveLine,
      smallestMove: isEqual ? 0 : changed ? movedWeight(changed) : null,
      changedWeights: isEqual
        ? []
        : (changed?.map(({ criterion, from, to }): ChangedWeight => ({ criterionId: criterion, from, to })) ?? null),
    };
  });
}

/** What some weights lose others gain: half of all changes. */
const movedWeight = (weights: readonly { readonly from: number; readonly to: number }[]): number =>
  weights.reduce((sum, { from, to }) => sum + Math.abs(to - from), 0) / 2;

const named = ({ applicationId, title }: RankedApplication) => ({ applicationId, title });

/** How far each weight can go; nothing when it was not asked for. */
export function stabilities({ round, results }: RobustnessAnswers): readonly CriterionStability[] {
  const intervals = (label: string) =>
    (results.find((own) => own.label === label)?.outcome as Intervals | undefined)?.intervals ?? [];
  const overtakings = (list: readonly Overtaking[] | null): readonly RankOvertaking[] | null =>
    list && list.map(({ rises, falls }) => ({ rises: namedIn(round)(rises), falls: namedIn(round)(falls) }));
  const ofLine = new Map(intervals('line').map((own) => [own.criterion, own]));
  return intervals('ranking').map(({ criterion: criterionId, weight, lower, upper }): CriterionStability => {
    const criterion = round.criteria.find(({ id }) => id === criterionId);
    const line = ofLine.get(criterionId)!;
    return {
      criterionId,
      nameSv: criterion?.nameSv ?? criterionId,
      nameEn: criterion?.nameEn ?? criterionId,
      weight,
      rankingFrom: lower,
      rankingTo: upper,
      lineFrom: line.lower,
      lineTo: line.upper,
      below: overtakings(line.below),
      above: overtakings(line.above),
    };
  });
}
