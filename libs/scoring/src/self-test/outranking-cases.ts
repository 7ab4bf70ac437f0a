import type { PublishedCase } from '@fordela/domain';

/** Published examples of outranking methods. */
export const outrankingCases = (): readonly PublishedCase[] => [
  {
    id: 'promethee2-linear-vshape-8x4',
    source:
      'Example data of JMcDM (after Yildirim & Onder 2015); sign by Brans & Vincke 1985: outgoing minus incoming flow',
    problem: {
      matrix: [
        [42, 35, 43, 51],
        [89, 72, 92, 85],
        [14, 85, 17, 40],
        [57, 60, 45, 80],
        [48, 32, 43, 40],
        [71, 45, 60, 85],
        [69, 40, 72, 55],
        [64, 35, 70, 60],
      ],
      weights: [0.25, 0.35, 0.22, 0.18],
      tasks: [
        {
          task: 'promethee',
          functions: ['linear', 'v-shape', 'linear', 'linear'],
          q: [49, null, 45, 30],
          p: [100, 98, 95, 80],
        },
      ],
    },
    figures: [
      {
        of: 0,
        figure: 'outcome.scores[].netFlow',
        is: [
          -0.0698938775510204, 0.148590956382553, 0.061361984793917565, 0.04780408163265306, -0.09859591836734694,
          0.0006389755902360891, -0.03236974789915966, -0.057536454581832736,
        ],
        within: 1e-9,
      },
      { of: 0, figure: 'outcome.scores[].rank', is: [7, 1, 2, 3, 8, 4, 5, 6] },
    ],
  },
  {
    id: 'promethee-brans-vincke-1985',
    source:
      'Brans & Vincke 1985, Management Science 31:647–656; Brans, Vincke & Mareschal 1986, EJOR 24:228–238 (six hydroelectric stations, all six preference functions)',
    problem: {
      matrix: [
        [80, 90, 6, 5.4, 8, 5],
        [65, 58, 2, 9.7, 1, 1],
        [83, 60, 4, 7.2, 4, 7],
        [40, 80, 10, 7.5, 7, 10],
        [52, 72, 6, 2, 3, 8],
        [94, 96, 7, 3.6, 5, 6],
      ],
      types: [-1, 1, -1, -1, -1, 1],
      weights: 'equal',
      tasks: [
        {
          task: 'promethee',
          detail: true,
          functions: [
            { type: 'u-shape', q: 10 },
            { type: 'v-shape', p: 30 },
            { type: 'linear', q: 0.5, p: 5 },
            { type: 'level', q: 1, p: 6 },
            'usual',
            { type: 'gaussian', s: 5 },
          ],
        },
      ],
    },
    figures: [
      {
        of: 0,
        figure: 'outcome.tables.preferences.values',
        is: [
          [null, 0.296, 0.25, 0.268, 0.1, 0.185],
          [0.463, null, 0.389, 0.333, 0.296, 0.5],
          [0.235, 0.18, null, 0.333, 0.056, 0.429],
          [0.399, 0.506, 0.305, null, 0.224, 0.212],
          [0.444, 0.515, 0.487, 0.38, null, 0.448],
          [0.287, 0.399, 0.25, 0.432, 0.133, null],
        ],
        within: 0.0016,
      },
      { of: 0, figure: 'outcome.ranking.0', is: ['a5'] },
    ],
  },
  {
    id: 'promethee-zhao-2013',
    source: 'Zhao, Peng & Li 2013, Procedia Computer Science 17:181–188',
    problem: {
      matrix: [
        [4, 3, 2],
        [3, 2, 4],
        [5, 1, 3],
      ],
      weights: [0.5, 0.3, 0.2],
      tasks: [{ task: 'promethee', functions: 'usual' }],
    },
    figures: [{ of: 0, figure: 'outcome.scores[].netFlow', is: [0.1, -0.3, 0.2], within: 1e-9 }],
  },
  {
    id: 'electre-1-cebrian-porcar-2009',
    source:
      'Cebrián & Porcar 2009, Revista de Métodos Cuantitativos para la Economía y la Empresa 7:31–56 (location in Aragón)',
    problem: {
      matrix: [
        [6, 5, 28, 5, 5],
        [4, 2, 25, 10, 9],
        [5, 7, 35, 9, 6],
        [6, 1, 27, 6, 7],
        [6, 8, 30, 7, 9],
        [5, 6, 26, 4, 8],
      ],
      types: [1, 1, -1, 1, 1],
      weights: [0.25, 0.25, 0.1, 0.2, 0.2],
      tasks: [{ task: 'electre-1', normalisation: 'sum', concordance: 0.65, discordance: 0.35 }],
    },
    figures: [
      {
        of: 0,
        figure: 'outcome.concordance.values',
        is: [
          [null, 0.5, 0.35, 0.5, 0.35, 0.45],
          [0.5, null, 0.5, 0.75, 0.5, 0.5],
          [0.65, 0.5, null, 0.45, 0.2, 0.7],
          [0.75, 0.25, 0.55, null, 0.35, 0.45],
          [0.9, 0.7, 0.8, 0.9, null, 0.9],
          [0.55, 0.5, 0.55, 0.55, 0.1, null],
        ],
        within: 0.001,
      },
      {
        of: 0,
        figure: 'outcome.discordance.values',
        is: [
          [null, 0.5052, 0.4042, 0.1883, 0.42857, 0.2825],
          [0.4286, null, 0.7143, 0.2589, 0.8571, 0.5714],
          [0.1696, 0.2825, null, 0.1938, 0.2825, 0.218],
          [0.5714, 0.4042, 0.8571, null, 1, 0.7143],
          [0.0485, 0.3031, 0.2021, 0.0727, null, 0.0969],
          [0.1295, 0.6063, 0.5052, 0.2021, 0.3031, null],
        ],
        within: 0.001,
      },
      { of: 0, figure: 'outcome.notOutranked', is: ['a5'] },
      { of: 0, figure: 'outcome.kernel', is: ['a5'] },
    ],
  },
  {
    id: 'electre-net-indices-jmcdm',
    source: 'JMcDM, test/mcdm/testelectre.jl (Hwang & Yoon table, van Delft & Nijkamp net indices)',
    problem: {
      matrix: [
        [100, 92, 10, 2, 80, 70, 95, 80],
        [80, 70, 8, 4, 100, 80, 80, 90],
        [90, 85, 5, 0, 75, 95, 70, 70],
        [70, 88, 20, 18, 60, 90, 95, 85],
      ],
      weights: [0.11, 0.035, 0.379, 0.384, 0.002, 0.002, 0.01, 0.077],
      normaliseWeights: true,
      tasks: [
        {
          task: 'electre-1',
          normalisation: 'vector',
          discordanceScale: 'pair',
          concordance: 'mean',
          discordance: 'mean',
        },
      ],
    },
    figures: [
      {
        of: 0,
        figure: 'outcome.netIndices[].netConcordance',
        is: [0.36936937, 0.01501502, -2.47347347, 2.08908909],
        within: 1e-6,
      },
      {
        of: 0,
        figure: 'outcome.netIndices[].netDiscordance',
        is: [0.1914244, -0.1903929, 2.8843076, -2.8853391],
        within: 1e-6,
      },
    ],
  },
  {
    id: 'electre-3-mcda-utbm',
    source:
      'Python package mcda (UTBM), tests of Electre3 after Vincke 1998: concordance, credibility, first two classes',
    problem: {
      matrix: [
        [8.84, 8.79, 6.43, 6.95],
        [8.57, 8.51, 5.47, 6.91],
        [7.76, 7.75, 5.34, 8.76],
        [7.97, 9.12, 5.93, 8.09],
        [9.03, 8.97, 8.19, 8.1],
        [7.41, 7.87, 6.77, 7.23],
      ],
      weights: [9, 8.24, 5.98, 8.48],
      normaliseWeights: true,
      tasks: [{ task: 'electre-3', q: 0.3, p: 0.5, v: 0.7, detail: true }],
    },
    figures: [
      {
        of: 0,
        figure: 'outcome.tables.concordance.values',
        is: [
          [null, 1, 0.73, 0.69, 0.54, 0.96],
          [0.81, null, 0.73, 0.32, 0.11, 0.78],
          [0.27, 0.46, null, 0.55, 0.27, 0.81],
          [0.53, 0.72, 0.73, null, 0.53, 0.81],
          [1, 1, 0.73, 1, null, 1],
          [0.46, 0.46, 0.66, 0.19, 0, null],
        ],
        within: 0.006,
      },
      {
        of: 0,
        figure: 'outcome.credibility.values',
        is: [
          [null, 1, 0, 0, 0, 0.96227129],
          [0, null, 0, 0, 0, 0],
          [0, 0, null, 0, 0, 0],
          [0, 0.71608833, 0.41073113, null, 0, 0],
          [1, 1, 0.54764151, 1, null, 1],
          [0, 0, 0, 0, 0, null],
        ],
        within: 1e-6,
      },
      { of: 0, figure: 'outcome.descending.0', is: ['a5'] },
      { of: 0, figure: 'outcome.descending.1', is: ['a1'] },
    ],
  },
  {
    id: 'electre-3-descending-mcda-r',
    source: 'R package MCDA, tests/testthat/test-ELECTREIIIDistillation.R: descending order P6, P5, P1, P4, P2 and P3',
    problem: {
      alternatives: ['P1', 'P2', 'P3', 'P4', 'P5', 'P6'],
      matrix: [
        [10, 20, 5, 10, 16],
        [0, 5, 5, 16, 10],
        [0, 10, 0, 16, 7],
        [20, 5, 10, 10, 13],
        [20, 10, 15, 10, 13],
        [20, 10, 20, 13, 13],
      ],
      weights: [3, 2, 3, 1, 1],
      normaliseWeights: true,
      tasks: [{ task: 'electre-3', q: 3, p: 5, v: 11 }],
    },
    figures: [{ of: 0, figure: 'outcome.descending', is: [['P6'], ['P5'], ['P1'], ['P4'], ['P2', 'P3']] }],
  },
  {
    id: 'electre-tri-mcda-utbm',
    source:
      'Python package mcda (UTBM), tests of ElectreTri: credibilities and both assignments, the pessimistic one by strict preference (a8, there set apart, is not compared)',
    problem: {
      matrix: [
        [0.72, 3.56, 1.34, 0.62, 44.34],
        [0.8, 3.94, 1.43, 0.74, 36.36],
        [0.76, 3.63, 1.38, 0.89, 48.75],
        [0.78, 3.74, 1.45, 0.72, 42.13],
        [0.74, 3.54, 1.37, 0.73, 36.99],
        [0.69, 3.74, 1.45, 0.84, 42.43],
        [0.7, 3.28, 1.28, 0.83, 47.43],
      ],
      weights: [0.3, 0.3, 0.2, 0.1, 0.1],
      tasks: [
        {
          task: 'electre-tri',
          categories: ['low', 'middle', 'high'],
          profiles: [{ performances: [0.75, 3.5, 1.3, 0.73, 42] }, { performances: [0.8, 3.7, 1.37, 0.79, 43] }],
          q: [0.02, 0.05, 0.02, 0.05, 2],
          p: [0.05, 0.1, 0.05, 0.1, 8],
          v: [0.15, 0.6, 0.25, 0.25, 15],
          cut: 0.7,
          pessimistic: 'preferred',
        },
      ],
    },
    figures: [
      {
        of: 0,
        figure: 'outcome.credibilityToProfiles.values',
        is: [
          [0.8, 0.14820415879017004],
          [0.9393333333333334, 0.9226666666666666],
          [1, 0.68],
          [1, 0.96],
          [0.9498333333333333, 0.31316666666666654],
          [0.7, 0.7],
          [0.4, 0.05624999999999985],
        ],
        within: 1e-9,
      },
      {
        of: 0,
        figure: 'outcome.credibilityFromProfiles.values',
        is: [
          [0.801, 1],
          [0.06, 0.5],
          [0.2834355828220857, 0.8375],
          [1 / 3, 0.8],
          [0.8, 1],
          [1 / 3, 0.8],
          [0.8428333333333333, 0.9595],
        ],
        within: 1e-9,
      },
      {
        of: 0,
        figure: 'outcome.assignments[].optimistic',
        is: ['middle', 'high', 'middle', 'high', 'middle', 'high', 'low'],
      },
      {
        of: 0,
        figure: 'outcome.assignments[].pessimistic',
        is: ['low', 'high', 'middle', 'middle', 'low', 'middle', 'low'],
      },
    ],
  },
  {
    id: 'electre-tri-base-profiles-ghiaus',
    source:
      'Ghiaus, ELECTRE_Tri, docs/tutorials/base_profile.ipynb: incomparability splits the two rules; the pessimistic one by strict preference',
    problem: {
      matrix: [
        [8.5, 18],
        [14, 16],
        [5, 27],
      ],
      weights: [0.7, 0.3],
      tasks: [
        {
          task: 'electre-tri',
          categories: ['below b1', 'between', 'above b2'],
          profiles: [
            { id: 'b1', performances: [10, 15] },
            { id: 'b2', performances: [15, 20] },
          ],
          q: [1, 2],
          p: [2, 4],
          v: [4, 8],
          cut: 0.7,
          pessimistic: 'preferred',
        },
      ],
    },
    figures: [
      { of: 0, figure: 'outcome.assignments[].optimistic', is: ['below b1', 'above b2', 'above b2'] },
      { of: 0, figure: 'outcome.assignments[].pessimistic', is: ['below b1', 'between', 'below b1'] },
    ],
  },
];
