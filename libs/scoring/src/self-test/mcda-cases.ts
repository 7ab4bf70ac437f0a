import type { PublishedCase } from '@fordela/domain';
import { outrankingCases } from './outranking-cases';
import { ratioCases } from './ratio-cases';
import { referenceCases } from './reference-cases';

/** Published examples of aggregation methods. */
export const mcdaCases = (): readonly PublishedCase[] => [
  ...valueCases(),
  ...outrankingCases(),
  ...ratioCases(),
  ...referenceCases(),
];

const valueCases = (): readonly PublishedCase[] => [
  {
    id: 'pvf-piecewise-linear-clip',
    source: 'van Valkenhoef, R package smaa, smaa-Ex.Rout.save: piecewise linear value function, out of range = clip',
    problem: {
      criteria: [
        {
          id: 'x',
          value: {
            type: 'piecewise',
            outOfRange: 'clip',
            points: [
              [50, 1],
              [75, 0.8],
              [90, 0.5],
              [100, 0],
            ],
          },
        },
      ],
      matrix: [[50], [90], [100], [10], [40], [101], [120]],
      weights: [1],
      tasks: [{ task: 'additive-value' }],
    },
    figures: [{ of: 0, figure: 'outcome.scores[].score', is: [1, 0.5, 0, 1, 1, 0, 0], within: 1e-12 }],
  },
  {
    id: 'wpm-wikipedia',
    source: 'Wikipedia, Weighted product model (retrieved 2017-01-07), as in scikit-criteria tests',
    problem: {
      matrix: [
        [25, 20, 15, 30],
        [10, 30, 20, 30],
        [30, 10, 30, 10],
      ],
      weights: [20, 15, 40, 25],
      normaliseWeights: true,
      tasks: [{ task: 'weighted-product', normalisation: 'sum', detail: true }],
    },
    figures: [
      { of: 0, figure: 'outcome.scores[].logScore', is: [-0.50128589, -0.50448471, -0.52947246], within: 1e-7 },
      { of: 0, figure: 'outcome.scores[].rank', is: [1, 2, 3] },
      { of: 0, figure: 'outcome.tables.ratios.values.0.1', is: 1.0073927435712942, within: 1e-9 },
    ],
  },
  {
    id: 'waspas-chakraborty-2015',
    source:
      'Chakraborty, Zavadskas & Antucheviciene 2015, Economic Computation 49(1):5–22; weights as published sum to 1.0155',
    problem: {
      matrix: [
        [30, 23, 5, 0.745, 0.745, 1500, 5000],
        [18, 13, 15, 0.745, 0.745, 1300, 6000],
        [15, 12, 10, 0.5, 0.5, 950, 7000],
        [25, 20, 13, 0.745, 0.745, 1200, 4000],
        [14, 18, 14, 0.255, 0.745, 950, 3500],
        [17, 15, 9, 0.745, 0.5, 1250, 5250],
        [23, 18, 20, 0.5, 0.745, 1100, 3000],
        [16, 8, 14, 0.255, 0.5, 1500, 3000],
      ],
      types: [1, 1, 1, 1, 1, -1, -1],
      weights: [0.1181, 0.1181, 0.0445, 0.1181, 0.2861, 0.2861, 0.0445],
      normaliseWeights: false,
      tasks: [{ task: 'waspas', lambda: 0.5 }],
    },
    figures: [
      {
        of: 0,
        figure: 'outcome.scores[].score',
        is: [0.8329, 0.7884, 0.6987, 0.8831, 0.7971, 0.7036, 0.8728, 0.5749],
        within: 6e-5,
      },
    ],
  },
  {
    id: 'topsis-tzeng-huang-2011',
    source: 'Tzeng & Huang 2011, Multiple Attribute Decision Making, CRC Press',
    problem: {
      matrix: [
        [5, 8, 4],
        [7, 6, 8],
        [8, 8, 6],
        [7, 4, 6],
      ],
      types: [1, 1, 1],
      weights: [0.3, 0.4, 0.3],
      tasks: [{ task: 'topsis', normalisation: 'vector' }],
    },
    figures: [
      { of: 0, figure: 'outcome.scores[].score', is: [0.5037, 0.6581, 0.7482, 0.334], within: 1e-4 },
      { of: 0, figure: 'outcome.scores[].rank', is: [3, 2, 1, 4] },
    ],
  },
  {
    id: 'topsis-opricovic-tzeng-2004-minmax',
    source: 'Opricovic & Tzeng 2004, EJOR 156:445–455 (mountain climber): min-max against vector normalisation',
    problem: {
      alternatives: ['A1', 'A2', 'A3'],
      matrix: [
        [1, 3000],
        [2, 3750],
        [5, 4500],
      ],
      types: [-1, 1],
      weights: [0.5, 0.5],
      tasks: [
        { task: 'topsis', normalisation: 'min-max' },
        { task: 'topsis', normalisation: 'vector' },
      ],
    },
    figures: [
      { of: 0, figure: 'outcome.scores[].score', is: [0.5, 0.617, 0.5], within: 5e-4 },
      { of: 0, figure: 'outcome.scores[].rank', is: [2, 1, 2] },
      { of: 1, figure: 'outcome.scores[].score', is: [0.762141, 0.722178, 0.237859], within: 1e-6 },
    ],
  },
  {
    id: 'vikor-opricovic-tzeng-2004',
    source:
      'Opricovic & Tzeng 2004, EJOR 156:445–455 (mountain climber); affine changes of the criteria change nothing',
    problem: {
      alternatives: ['A1', 'A2', 'A3'],
      matrix: [
        [1, 3000],
        [2, 3750],
        [5, 4500],
      ],
      types: [-1, 1],
      weights: [0.5, 0.5],
      tasks: [{ task: 'vikor', v: 0.5 }],
    },
    figures: [
      { of: 0, figure: 'outcome.scores[].s', is: [0.5, 0.375, 0.5], within: 1e-9 },
      { of: 0, figure: 'outcome.scores[].r', is: [0.5, 0.25, 0.5], within: 1e-9 },
      { of: 0, figure: 'outcome.scores[].q', is: [1, 0, 1], within: 1e-9 },
      { of: 0, figure: 'outcome.scores[].rank', is: [2, 1, 2] },
      { of: 0, figure: 'outcome.compromise.acceptableAdvantage', is: true },
      { of: 0, figure: 'outcome.compromise.acceptableStability', is: true },
      { of: 0, figure: 'outcome.compromise.set', is: ['A2'] },
    ],
  },
  {
    id: 'vikor-advantage-without-stability',
    source: 'scikit-criteria, tests/agg/test_vikor.py: the advantage holds, stability fails',
    problem: {
      matrix: [
        [1, 101, 1, 101, 1],
        [101, 1, 101, 1, 101],
        [1, 1, 1, 1, 101],
        [11, 11, 11, 16, 61],
        [56, 56, 56, 56, 56],
      ],
      types: [-1, -1, -1, -1, -1],
      weights: [0.2, 0.2, 0.2, 0.2, 0.2],
      tasks: [{ task: 'vikor', v: 0.5 }],
    },
    figures: [
      { of: 0, figure: 'outcome.scores[].s', is: [0.4, 0.6, 0.2, 0.21, 0.55], within: 0.001 },
      { of: 0, figure: 'outcome.scores[].r', is: [0.2, 0.2, 0.2, 0.12, 0.11], within: 0.001 },
      { of: 0, figure: 'outcome.scores[].q', is: [0.75, 1, 0.5, 0.068, 0.4375], within: 0.001 },
      { of: 0, figure: 'outcome.compromise.acceptableAdvantage', is: true },
      { of: 0, figure: 'outcome.compromise.acceptableStability', is: false },
      { of: 0, figure: 'outcome.compromise.set', is: ['a4', 'a5'] },
    ],
  },
  {
    id: 'vikor-yang-wu-2020',
    source: 'Yang & Wu 2020, IEEE Access 8:21261–21271',
    problem: {
      matrix: [
        [78, 56, 34, 6],
        [4, 45, 3, 97],
        [18, 2, 50, 63],
        [9, 14, 11, 92],
        [85, 9, 100, 29],
      ],
      weights: 'equal',
      tasks: [{ task: 'vikor' }],
    },
    figures: [{ of: 0, figure: 'outcome.scores[].q', is: [0.5679, 0.7667, 1, 0.7493, 0], within: 6e-5 }],
  },
  {
    id: 'owa-yager-1988',
    source: 'Yager 1988, IEEE Trans. SMC 18:183–190',
    problem: { matrix: [[0.7, 1, 0.2, 0.6]], tasks: [{ task: 'owa', orderWeights: [0.4, 0.3, 0.2, 0.1] }] },
    figures: [
      { of: 0, figure: 'outcome.scores[].score', is: [0.75], within: 1e-9 },
      { of: 0, figure: 'outcome.orness', is: 2 / 3, within: 1e-9 },
    ],
  },
  {
    id: 'choquet-grabisch-students',
    source: 'Grabisch 1996, EJOR 89:445–456: mathematics and physics overlap, literature complements',
    problem: {
      criteria: ['M', 'P', 'L'],
      performances: { A: { M: 18, P: 16, L: 10 }, B: { M: 10, P: 12, L: 18 }, C: { M: 14, P: 15, L: 15 } },
      weights: [3, 3, 2],
      normaliseWeights: true,
      tasks: [
        {
          task: 'choquet',
          capacity: { M: 0.45, P: 0.45, L: 0.3, 'M,P': 0.5, 'M,L': 0.9, 'P,L': 0.9, 'M,P,L': 1 },
        },
        { task: 'weighted-sum' },
      ],
    },
    figures: [
      { of: 0, figure: 'outcome.scores[].score', is: [13.9, 13.6, 14.9], within: 1e-9 },
      { of: 0, figure: 'outcome.ranking.0', is: ['C'] },
      {
        of: 0,
        figure: 'outcome.shapley[].importance',
        is: [0.29166666666666663, 0.29166666666666663, 0.41666666666666663],
        within: 1e-9,
      },
      { of: 1, figure: 'outcome.scores[].score', is: [15.25, 12.75, 14.625], within: 1e-9 },
      { of: 1, figure: 'outcome.ranking.0', is: ['A'] },
    ],
  },
  {
    id: 'mare-interval-scores-2013',
    source:
      'Hodgett, Martin, Montague & Talford 2014, Production Planning & Control (doi 10.1080/09537287.2013.798706)',
    problem: {
      criteria: ['Yield', 'Toxicity', 'Cost', 'Separation', 'Odour'],
      alternatives: ['Route One', 'Route Two', 'Route Three'],
      matrix: [
        [{ triangular: [78, 80, 81] }, 87, { triangular: [79, 86, 95] }, 19, 8],
        [{ triangular: [68, 70, 72] }, 74, { triangular: [8, 10, 15] }, 90, 89],
        [{ triangular: [74.5, 75, 75.5] }, 9, { triangular: [20, 33, 36] }, { triangular: [81, 82, 84] }, 30],
      ],
      weights: [0.339, 0.077, 0.434, 0.127, 0.023],
      tasks: [{ task: 'mare' }],
    },
    figures: [
      { of: 0, figure: 'outcome.scores[].minimum', is: [0.7932, 0.5366, 0.5332], within: 6e-5 },
      { of: 0, figure: 'outcome.scores[].mostLikely', is: [0.8336, 0.5541, 0.5961], within: 6e-5 },
      { of: 0, figure: 'outcome.scores[].maximum', is: [0.8789, 0.5854, 0.6147], within: 6e-5 },
    ],
  },
  {
    id: 'scenario-decision-rules-4x4',
    source: 'JMcDM, test/testscdm.jl: Laplace, maximin, maximax, Savage, expected value, expected regret',
    problem: {
      matrix: [
        [26, 26, 18, 22],
        [22, 34, 30, 18],
        [28, 24, 34, 26],
        [22, 30, 28, 20],
      ],
      tasks: [{ task: 'decision-rules', probabilities: [0.2, 0.5, 0.2, 0.1] }],
    },
    figures: [
      {
        of: 0,
        figure: 'outcome.rules[].rule',
        is: ['laplace', 'maximin', 'maximax', 'hurwicz', 'savage', 'expectedValue', 'expectedRegret'],
      },
      { of: 0, figure: 'outcome.rules.1.values[].value', is: [18, 18, 24, 20], within: 1e-9 },
      { of: 0, figure: 'outcome.rules.1.best', is: ['a3'] },
      { of: 0, figure: 'outcome.rules.2.values[].value', is: [26, 34, 34, 30], within: 1e-9 },
      { of: 0, figure: 'outcome.rules.2.best', is: ['a2', 'a3'] },
      { of: 0, figure: 'outcome.rules.4.values[].value', is: [16, 8, 10, 6], within: 1e-9 },
      { of: 0, figure: 'outcome.rules.4.best', is: ['a4'] },
      { of: 0, figure: 'outcome.rules.5.values[].value', is: [24, 29.2, 27, 27], within: 1e-9 },
      { of: 0, figure: 'outcome.rules.5.best', is: ['a2'] },
      { of: 0, figure: 'outcome.rules.6.values[].value', is: [8, 2.8, 5, 5], within: 1e-9 },
      { of: 0, figure: 'outcome.rules.6.best', is: ['a2'] },
    ],
  },
];
