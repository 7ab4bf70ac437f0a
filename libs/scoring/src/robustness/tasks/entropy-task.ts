import { accept, refusal, refuse, type Refusal } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask } from '../../evaluate/task';
import { entropyBits } from '../smaa/smaa-result';

/**
 * Decision entropy of rank acceptabilities that come from elsewhere. The entropy of whole rankings needs the draws themselves, except
 * for two alternatives, where who is first says it all.
 */
export const rankEntropyTask = (): RegisteredTask =>
  defineTask({
    name: 'rank-entropy',
    version: '1',
    options: () => z.strictObject({ rankAcceptability: z.array(z.array(z.number().min(0).max(1)).min(1)).min(1) }),
    run: (problem, { rankAcceptability }, context) => {
      const path = [...context.path, 'rankAcceptability'];
      const width = rankAcceptability[0]!.length;
      const faults: Refusal[] = rankAcceptability.flatMap((row, i) => {
        if (row.length !== width)
          return [refusal('problem-wrong-length', [...path, i], { length: row.length, expected: width })];
        const sum = row.reduce((total, share) => total + share, 0);
        return Math.abs(sum - 1) <= 1e-6 ? [] : [refusal('acceptability-sum', [...path, i], { sum })];
      });
      if (faults.length > 0) return refuse(faults);
      const choiceEntropy = entropyBits(rankAcceptability.map((row) => row[0]!));
      return accept({
        method: 'rank-entropy',
        conventions: { logarithm: 'base-2' },
        observations: [],
        outcome: {
          choiceEntropy,
          rankingEntropy: rankAcceptability.length === 2 && width === 2 ? choiceEntropy : null,
          rankEntropies: rankAcceptability.map((row, i) => ({
            alternative: problem.alternatives[i]?.id ?? `a${i + 1}`,
            entropy: entropyBits(row),
          })),
        },
      });
    },
  });
