import type { PublishedCase } from '@fordela/domain';

/** Published examples of robustness: acceptability analysis and its entropy. */
export const robustnessCases = (): readonly PublishedCase[] => [
  {
    id: 'smaa2-exact-two-alternatives',
    source:
      'Tervonen, JSMAA, SMAA2SimulationTest (data); closed form: A is better on 3/4 of the simplex, central weights by its centroid',
    problem: {
      criteria: ['c1', 'c2', 'c3'],
      performances: { A: { c1: 1, c2: 0, c3: 1 }, B: { c1: 0, c2: 1, c3: 0 } },
      tasks: [
        { task: 'smaa', withoutScale: 'as-values', draws: 40_000 },
        { task: 'smaa', withoutScale: 'as-values', ties: 'competition', draws: 40_000, weights: 'equal' },
      ],
    },
    figures: [
      { of: 0, figure: 'outcome.alternatives[].first.share', is: [0.75, 0.25], within: 0.005 },
      {
        of: 0,
        figure: 'outcome.alternatives.0.centralWeights[].weight',
        is: [7 / 18, 4 / 18, 7 / 18],
        within: 0.005,
      },
      { of: 0, figure: 'outcome.alternatives.1.centralWeights[].weight', is: [1 / 6, 2 / 3, 1 / 6], within: 0.005 },
      { of: 1, figure: 'outcome.alternatives[].first.share', is: [1, 0] },
    ],
  },
  {
    id: 'smaa2-all-equal',
    source:
      'Tervonen, JSMAA, SMAA2SimulationTest, testEqualRanks: equal alternatives are first under all weights alike',
    problem: {
      criteria: ['c1', 'c2', 'c3'],
      performances: { A: { c1: 1, c2: 0, c3: 1 }, B: { c1: 1, c2: 0, c3: 1 } },
      tasks: [{ task: 'smaa', withoutScale: 'as-values', ties: 'competition', draws: 40_000 }],
    },
    figures: [
      { of: 0, figure: 'outcome.alternatives[].first.share', is: [1, 1] },
      { of: 0, figure: 'outcome.alternatives.0.centralWeights[].weight', is: [1 / 3, 1 / 3, 1 / 3], within: 0.005 },
      { of: 0, figure: 'outcome.alternatives.1.centralWeights[].weight', is: [1 / 3, 1 / 3, 1 / 3], within: 0.005 },
    ],
  },
  {
    id: 'smaa-rank-entropy',
    source: 'van Valkenhoef, R package smaa, smaa-Ex.Rout.save: decision entropy of the thrombolytics example',
    problem: {
      tasks: [
        {
          task: 'rank-entropy',
          rankAcceptability: [
            [0.3504, 0.6496],
            [0.6496, 0.3504],
          ],
        },
      ],
    },
    figures: [
      { of: 0, figure: 'outcome.choiceEntropy', is: 0.9344248, within: 5e-7 },
      { of: 0, figure: 'outcome.rankingEntropy', is: 0.9344248, within: 5e-7 },
    ],
  },
];
