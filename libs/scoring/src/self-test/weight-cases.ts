import type { PublishedCase } from '@fordela/domain';

const third = 1 / 3;

/** Published examples of weights. */
export const weightCases = (): readonly PublishedCase[] => [
  {
    id: 'ahp-consistency-measures-4x4',
    source:
      'Siraj, Mikhailov & Keane 2015, EJOR 247:507–514 (congruence, dissonance); Koczkodaj 1993; Alonso & Lamata 2006 (RI)',
    problem: {
      weights: {
        method: 'ahp',
        randomIndex: 'alonso-lamata-2006',
        pairwise: [
          [1, 0.25, 4, '1/6'],
          [4, 1, 4, 0.25],
          [0.25, 0.25, 1, 0.2],
          [6, 4, 5, 1],
        ],
      },
      tasks: [{ task: 'weights' }],
    },
    figures: [
      { of: 0, figure: 'outcome.reports.0.report.consistency.consistencyRatio', is: 0.164, within: 0.001 },
      { of: 0, figure: 'outcome.reports.0.report.consistency.congruence', is: 1.275, within: 0.001 },
      { of: 0, figure: 'outcome.reports.0.report.consistency.dissonance', is: 0.083, within: 0.001 },
      { of: 0, figure: 'outcome.reports.0.report.consistency.koczkodaj', is: 0.792, within: 0.001 },
      { of: 0, figure: 'outcome.reports.0.report.consistency.lambdaMax', is: 4.4346926008558345, within: 1e-9 },
    ],
  },
  {
    id: 'ahp-perfectly-consistent-3x3',
    source: 'Glur, R package ahp, tests/testthat/test-Calculate.R: mean, geometric mean and eigenvector agree',
    problem: {
      tasks: (['eigenvector', 'geometric-mean', 'column-mean'] as const).map((prioritisation) => ({
        task: 'weights',
        weights: {
          method: 'ahp',
          prioritisation,
          pairwise: [
            [1, 6, 3],
            ['1/6', 1, 0.5],
            ['1/3', 2, 1],
          ],
        },
      })),
    },
    figures: [0, 1, 2].flatMap((of) => [
      { of, figure: 'outcome.weights[].weight', is: [2 / 3, 1 / 9, 2 / 9], within: 1e-9 },
      { of, figure: 'outcome.reports.0.report.consistency.consistencyRatio', is: 0, within: 1e-9 },
    ]),
  },
  {
    id: 'ahp-school-selection',
    source: "Saaty's school selection, as in Wang & Chin 2011, Information Sciences 181:5240–5248",
    problem: {
      weights: {
        method: 'ahp',
        pairwise: [
          [1, 4, 3, 1, 3, 4],
          ['1/4', 1, 7, 3, '1/5', 1],
          ['1/3', '1/7', 1, '1/5', '1/5', '1/6'],
          [1, '1/3', 5, 1, 1, '1/3'],
          ['1/3', 5, 5, 1, 1, 3],
          ['1/4', 1, 6, 3, '1/3', 1],
        ],
      },
      tasks: [{ task: 'weights' }],
    },
    figures: [
      {
        of: 0,
        figure: 'outcome.weights[].weight',
        is: [0.3208, 0.1395, 0.0348, 0.1285, 0.2374, 0.1391],
        within: 6e-5,
      },
      { of: 0, figure: 'outcome.reports.0.report.consistency.acceptable', is: false },
      { of: 0, figure: 'outcome.reports.0.report.consistency.consistencyRatio', is: 0.22901130676149675, within: 1e-9 },
      { of: 0, figure: 'observations[].code', is: ['ahp-inconsistent'] },
    ],
  },
  {
    id: 'bwm-linear-car',
    source: 'Rezaei 2016, Omega 64:126–130; vectors of the R package BWM (buying a car)',
    problem: {
      criteria: ['quality', 'price', 'comfort', 'safety', 'style'],
      weights: { method: 'bwm', model: 'linear', bestToOthers: [2, 1, 4, 2, 8], othersToWorst: [4, 8, 2, 4, 1] },
      tasks: [{ task: 'weights' }],
    },
    figures: [
      { of: 0, figure: 'outcome.weights[].weight', is: [4 / 19, 8 / 19, 2 / 19, 4 / 19, 1 / 19], within: 1e-6 },
      { of: 0, figure: 'outcome.reports.0.report.xi', is: 0, within: 1e-6 },
      { of: 0, figure: 'outcome.reports.0.report.consistencyRatio', is: 0, within: 1e-6 },
    ],
  },
  {
    id: 'bwm-nonlinear-rezaei-2015',
    source: 'Rezaei 2015, Omega 53:49–57, first example: ξ* = 0.26, weights 0.071, 0.338, 0.589',
    problem: {
      weights: { method: 'bwm', model: 'nonlinear', bestToOthers: [8, 2, 1], othersToWorst: [1, 5, 8] },
      tasks: [{ task: 'weights' }],
    },
    figures: [
      { of: 0, figure: 'outcome.weights[].weight', is: [0.0714, 0.3387, 0.5899], within: 6e-4 },
      { of: 0, figure: 'outcome.reports.0.report.xi', is: 0.26, within: 0.005 },
      { of: 0, figure: 'outcome.reports.0.report.consistencyIndex', is: 4.47, within: 0.005 },
    ],
  },
  {
    id: 'roc-weights-2-6',
    source: 'Edwards & Barron 1994, OBHDP 60:306–325; Barron & Barrett 1996, Management Science 42:1515–1523',
    problem: {
      tasks: [
        ...[2, 3, 4, 5, 6].map((n) => ({
          task: 'weights',
          weights: { method: 'roc', ranks: [1, 2, 3, 4, 5, 6].slice(0, n) },
        })),
        { task: 'weights', weights: { method: 'rank-sum', ranking: ['a', 'b', 'c', 'd'] } },
        { task: 'weights', weights: { method: 'rank-reciprocal', ranking: ['a', 'b', 'c', 'd'] } },
      ],
    },
    figures: [
      [0.75, 0.25],
      [0.6111, 0.2778, 0.1111],
      [0.5208, 0.2708, 0.1458, 0.0625],
      [0.4567, 0.2567, 0.1567, 0.09, 0.04],
      [0.4083, 0.2417, 0.1583, 0.1028, 0.0611, 0.0278],
      [0.4, 0.3, 0.2, 0.1],
      [0.48, 0.24, 0.16, 0.12],
    ].map((is, of) => ({ of, figure: 'outcome.weights[].weight', is, within: 6e-5 })),
  },
  {
    id: 'entropy-weights-6x8',
    source: 'JMcDM, test/mcdm/testentropy.jl',
    problem: {
      matrix: [
        [2, 1, 4, 7, 6, 6, 7, 3000],
        [4, 1, 5, 6, 7, 7, 6, 3500],
        [3, 2, 6, 6, 5, 6, 8, 4000],
        [5, 1, 5, 7, 6, 7, 7, 3000],
        [4, 2, 5, 6, 7, 7, 6, 3000],
        [3, 2, 6, 6, 6, 6, 6, 3500],
      ],
      weights: 'entropy',
      tasks: [{ task: 'weights' }],
    },
    figures: [
      {
        of: 0,
        figure: 'outcome.weights[].weight',
        is: [
          0.2996736096, 0.44136733892, 0.0700908872, 0.02123823711, 0.04902292895, 0.02308037885, 0.04776330969,
          0.04776330969,
        ],
        within: 1e-4,
      },
    ],
  },
  {
    id: 'critic-weights-diakoulaki-1995',
    source: 'Diakoulaki, Mavrotas & Papayannakis 1995, Computers & OR 22:763–770',
    problem: {
      matrix: [
        [61, 1.08, 4.33],
        [20.7, 0.26, 4.34],
        [16.3, 1.98, 2.53],
        [9, 3.29, 1.65],
        [5.4, 2.77, 2.33],
        [4, 4.12, 1.21],
        [-6.1, 3.52, 2.1],
        [-34.6, 3.31, 0.98],
      ],
      types: [1, 1, 1],
      weights: 'critic',
      tasks: [{ task: 'weights' }],
    },
    figures: [{ of: 0, figure: 'outcome.weights[].weight', is: [0.20222554, 0.48090173, 0.31687273], within: 1e-7 }],
  },
  {
    id: 'critic-weights-tus-adali-2019',
    source: 'Tuş & Aytaç Adalı 2019, OPSEARCH 56:528–538 (time and attendance software)',
    problem: {
      matrix: [
        [5000, 3, 3, 4, 3, 2],
        [680, 5, 3, 2, 2, 1],
        [2000, 3, 2, 3, 4, 3],
        [600, 4, 3, 1, 2, 2],
        [800, 2, 4, 3, 3, 4],
      ],
      weights: 'critic',
      tasks: [{ task: 'weights' }],
    },
    figures: [
      { of: 0, figure: 'outcome.weights[].weight', is: [0.157, 0.249, 0.168, 0.121, 0.154, 0.151], within: 6e-4 },
    ],
  },
  {
    id: 'merec-weights-2021',
    source: 'Keshavarz-Ghorabaee et al. 2021, Symmetry 13(4):525',
    problem: {
      matrix: [
        [450, 8000, 54, 145],
        [10, 9100, 2, 160],
        [100, 8200, 31, 153],
        [220, 9300, 1, 162],
        [5, 8400, 23, 158],
      ],
      types: [1, 1, -1, -1],
      weights: 'merec',
      tasks: [{ task: 'weights' }],
    },
    figures: [{ of: 0, figure: 'outcome.weights[].weight', is: [0.5752, 0.0141, 0.4016, 0.0091], within: 6e-5 }],
  },
  {
    id: 'standard-deviation-weights-jahan-2013',
    source: 'Jahan & Edwards 2013, Materials & Design 49:1000–1008',
    problem: {
      matrix: [
        [0, 0, 0],
        [0.39, 0.3, 0.77],
        [0.17, 0.36, 0.8],
        [0.35, 0.29, 0.93],
        [0.3, 0.4, 0.94],
        [0.84, 0.71, 1],
        [1, 1, 0.99],
      ],
      weights: { method: 'standard-deviation', normalisation: 'none' },
      tasks: [{ task: 'weights' }],
    },
    figures: [{ of: 0, figure: 'outcome.weights[].weight', is: [0.35, 0.31, 0.34], within: 0.005 }],
  },
  {
    id: 'cilos-idocriw-weights-2016',
    source: 'Zavadskas & Podvezko 2016, Int. J. Information Technology & Decision Making 15:267–283',
    problem: {
      matrix: [
        [3, 100, 10, 7],
        [2.5, 80, 8, 5],
        [1.8, 50, 20, 11],
        [2.2, 70, 12, 9],
      ],
      types: [-1, 1, -1, 1],
      tasks: [
        { task: 'weights', weights: 'cilos' },
        { task: 'weights', weights: 'idocriw' },
      ],
    },
    figures: [
      { of: 0, figure: 'outcome.weights[].weight', is: [0.3343, 0.2199, 0.1957, 0.2501], within: 6e-5 },
      { of: 1, figure: 'outcome.weights[].weight', is: [0.1658, 0.1885, 0.3545, 0.2911], within: 6e-5 },
    ],
  },
  {
    id: 'angle-weights-2012',
    source: 'Shuai, Zongzhun, Yongji & Lei 2012, 24th Chinese Control and Decision Conference, 3889–3892',
    problem: {
      matrix: [
        [30, 30, 38, 29],
        [19, 54, 86, 29],
        [19, 15, 85, 29.1],
        [68, 70, 60, 29],
      ],
      weights: 'angle',
      tasks: [{ task: 'weights' }],
    },
    figures: [{ of: 0, figure: 'outcome.weights[].weight', is: [0.415, 0.3612, 0.2227, 0.0012], within: 6e-5 }],
  },
  {
    id: 'gini-and-variance-weights',
    source: 'pymcdm, test/test_weights.py (TestGiniWeights, TestVarianceWeights)',
    problem: {
      matrix: [
        [5, 6, 7],
        [5.5, 6.1, 8],
        [4, 5, 9],
      ],
      tasks: [{ task: 'weights', weights: 'gini' }],
    },
    figures: [{ of: 0, figure: 'outcome.weights[].weight', is: [0.412, 0.2562, 0.3319], within: 6e-5 }],
  },
  {
    id: 'ahp-leader-tom-dick-harry',
    source: 'Wikipedia, Analytic hierarchy process: leader example (judgements also in R package ahp)',
    problem: {
      criteria: ['Experience', 'Education', 'Charisma', 'Age'],
      alternatives: ['Tom', 'Dick', 'Harry'],
      weights: { method: 'ahp', pairwise: { upper: [4, 3, 7, '1/3', 3, 5] } },
      tasks: [
        {
          task: 'ahp',
          alternatives: {
            Experience: { upper: ['1/4', 4, 9] },
            Education: { upper: [3, '1/5', '1/7'] },
            Charisma: { upper: [5, 9, 4] },
            Age: { upper: ['1/3', 5, 9] },
          },
        },
      ],
    },
    figures: [
      { of: 0, figure: 'outcome.weights[].weight', is: [0.547, 0.127, 0.27, 0.056], within: 0.0015 },
      { of: 0, figure: 'outcome.scores[].score', is: [0.358, 0.492, 0.149], within: 0.0015 },
      { of: 0, figure: 'outcome.ranking', is: [['Dick'], ['Tom'], ['Harry']] },
    ],
  },
  {
    id: 'ahp-rank-reversal-belton-gear-1983',
    source: 'Belton & Gear 1983, Omega 11:228–230: a copy of B moves A ahead of B',
    problem: {
      criteria: ['a', 'b', 'c'],
      alternatives: ['A', 'B', 'C'],
      weights: 'equal',
      tasks: [
        {
          task: 'ahp',
          alternatives: { a: { upper: ['1/9', 1, 9] }, b: { upper: [9, 9, 1] }, c: { upper: ['8/9', 8, 9] } },
        },
      ],
    },
    figures: [
      { of: 0, figure: 'outcome.scores[].score', is: [0.45, 0.47, 0.08], within: 0.006 },
      { of: 0, figure: 'outcome.ranking.0', is: ['B'] },
      { of: 0, figure: 'observations[].code', is: ['ahp-distributive-may-reverse'] },
    ],
  },
  {
    id: 'ahp-rank-reversal-belton-gear-1983-with-copy',
    source: 'Belton & Gear 1983, Omega 11:228–230: with D, an exact copy of B; the ideal mode keeps the order',
    problem: {
      criteria: ['a', 'b', 'c'],
      alternatives: ['A', 'B', 'C', 'D'],
      weights: { method: 'direct', values: [third, third, third] },
      tasks: (['distributive', 'ideal'] as const).map((synthesis) => ({
        task: 'ahp',
        synthesis,
        alternatives: {
          a: { upper: ['1/9', 1, '1/9', 9, 1, '1/9'] },
          b: { upper: [9, 9, 9, 1, 1, 1] },
          c: { upper: ['8/9', 8, '8/9', 9, 1, '1/9'] },
        },
      })),
    },
    figures: [
      { of: 0, figure: 'outcome.scores[].score', is: [0.37, 0.29, 0.06, 0.29], within: 0.006 },
      { of: 0, figure: 'outcome.ranking.0', is: ['A'] },
      { of: 1, figure: 'outcome.ranking', is: [['B', 'D'], ['A'], ['C']] },
    ],
  },
];
