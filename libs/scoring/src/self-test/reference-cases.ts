import type { PublishedCase } from '@fordela/domain';

const scores = (is: readonly number[], within: number) => [{ of: 0, figure: 'outcome.scores[].score', is, within }];

/** Published examples of methods with stated reference points, and of ELECTRE II and SIMUS. */
export const referenceCases = (): readonly PublishedCase[] => [
  {
    id: 'rim-cables-2016',
    source:
      'Cables, Lamata & Verdegay 2016, Information Sciences 337–338:1–10, with the final figures as corrected by its authors (pymcdm tests)',
    problem: {
      matrix: [
        [30, 0, 2, 3, 3, 2],
        [40, 9, 1, 3, 2, 2],
        [25, 0, 3, 1, 3, 2],
        [27, 0, 5, 3, 3, 1],
        [45, 15, 2, 2, 3, 4],
      ],
      weights: [0.2262, 0.2143, 0.1786, 0.1429, 0.119, 0.119],
      normaliseWeights: false,
      tasks: [
        {
          task: 'rim',
          bounds: [
            [23, 60],
            [0, 15],
            [0, 10],
            [1, 3],
            [1, 3],
            [1, 5],
          ],
          ideal: [[30, 35], [10, 15], 0, 3, 3, [4, 5]],
        },
      ],
    },
    figures: scores([0.58663, 0.75584, 0.37163, 0.46658, 0.74015], 6e-6),
  },
  {
    id: 'ervd-shyur-2015',
    source: 'Shyur, Yin, Shih & Cheng 2015, Foundations of Computing and Decision Sciences 40:299–315',
    problem: {
      matrix: [
        [80, 70, 87, 77, 76, 80, 75],
        [85, 65, 76, 80, 75, 65, 75],
        [78, 90, 72, 80, 85, 90, 85],
        [75, 84, 69, 85, 65, 65, 70],
        [84, 67, 60, 75, 85, 75, 80],
        [85, 78, 82, 81, 79, 80, 80],
        [77, 83, 74, 70, 71, 65, 70],
        [78, 82, 72, 80, 78, 70, 60],
        [85, 90, 80, 88, 90, 80, 85],
        [89, 75, 79, 67, 77, 70, 75],
        [65, 55, 68, 62, 70, 50, 60],
        [70, 64, 65, 65, 60, 60, 65],
        [95, 80, 70, 75, 70, 75, 75],
        [70, 80, 79, 80, 85, 80, 70],
        [60, 78, 87, 70, 66, 70, 65],
        [92, 85, 88, 90, 85, 90, 95],
        [86, 87, 80, 70, 72, 80, 85],
      ],
      weights: [0.066, 0.196, 0.066, 0.13, 0.13, 0.216, 0.196],
      tasks: [{ task: 'ervd', reference: 80 }],
    },
    figures: scores(
      [
        0.66, 0.503, 0.885, 0.521, 0.61, 0.796, 0.498, 0.549, 0.908, 0.565, 0.07, 0.199, 0.632, 0.716, 0.438, 0.972,
        0.767,
      ],
      6e-4,
    ),
  },
  {
    id: 'ram-sotoudeh-anvari-2023',
    source: 'Sotoudeh-Anvari 2023, Journal of Cleaner Production 423:138695, tables 2–5',
    problem: {
      matrix: [
        [0.068, 0.066, 0.15, 0.098, 0.156, 0.114, 0.098],
        [0.078, 0.076, 0.108, 0.136, 0.082, 0.171, 0.105],
        [0.157, 0.114, 0.128, 0.083, 0.108, 0.113, 0.131],
        [0.106, 0.139, 0.058, 0.074, 0.132, 0.084, 0.12],
        [0.103, 0.187, 0.125, 0.176, 0.074, 0.064, 0.057],
        [0.105, 0.083, 0.15, 0.051, 0.134, 0.094, 0.113],
        [0.137, 0.127, 0.056, 0.133, 0.122, 0.119, 0.114],
        [0.1, 0.082, 0.086, 0.06, 0.062, 0.109, 0.093],
        [0.053, 0.052, 0.043, 0.1, 0.05, 0.078, 0.063],
        [0.094, 0.074, 0.097, 0.087, 0.08, 0.054, 0.106],
      ],
      types: [1, -1, -1, 1, 1, 1, 1],
      weights: [0.132, 0.135, 0.138, 0.162, 0.09, 0.223, 0.12],
      tasks: [{ task: 'ram' }],
    },
    figures: scores(
      [1.433215, 1.439243, 1.435296, 1.432197, 1.42788, 1.43012, 1.439444, 1.430766, 1.429406, 1.428773],
      2e-5,
    ),
  },
  {
    id: 'lmaw-pamucar-2021',
    source:
      'Pamučar, Žižović, Biswas & Božanić 2021, Facta Universitatis 19:361–380, as in JMcDM test/mcdm/testlmaw.jl',
    problem: {
      matrix: [
        [647.34, 6.24, 49.87, 19.46, 212.58, 6.75],
        [115.64, 3.24, 16.26, 9.69, 207.59, 3],
        [373.61, 5, 26.43, 12, 184.62, 3.74],
        [37.63, 2.48, 2.85, 9.25, 142.5, 3.24],
        [858.01, 4.74, 62.85, 45.96, 267.95, 4],
        [222.92, 3, 19.24, 21.46, 221.38, 3.49],
      ],
      types: [1, 1, -1, -1, -1, 1],
      weights: [0.215, 0.126, 0.152, 0.091, 0.19, 0.226],
      tasks: [{ task: 'lmaw' }],
    },
    figures: scores([4.839005264, 4.679718181, 4.797731428, 4.732145374, 4.734168334, 4.702247271], 1e-8),
  },
  {
    id: 'lopm-farag-2020',
    source: 'Farag, Materials and Process Selection for Engineering Design (2020), as in pymcdm methods/lopm.py',
    problem: {
      matrix: [
        [14820, 18, 0.0002, 2.1, 9.5, 4.5],
        [21450, 18, 0.0012, 2.7, 14.4, 9],
        [78000, 16, 0.0006, 2.6, 9, 8.5],
        [20475, 17, 0.0006, 2.6, 6.5, 2.6],
        [16575, 14, 0.001, 3.1, 5.6, 3.5],
        [21450, 16, 0.0005, 2.2, 8.6, 1],
      ],
      weights: [0.2, 0.33, 0.13, 0.07, 0.07, 0.2],
      tasks: [
        {
          task: 'lopm',
          limits: [{ lower: 10000 }, { lower: 14 }, { upper: 0.0015 }, { upper: 3.5 }, { target: 2.3 }, { upper: 9 }],
        },
      ],
    },
    figures: scores([0.77, 1.08, 0.81, 0.66, 0.78, 0.68], 0.005),
  },
  {
    id: 'simus-munier-2011',
    source:
      'Munier, Carignano & Alberto, Un método de programación multiobjetivo, Revista EPIO 24(39), as in scikit-criteria tests',
    problem: {
      alternatives: ['Proyecto 1', 'Proyecto 2', 'Proyecto 3'],
      matrix: [
        [250, 120, 20, 800],
        [130, 200, 40, 1000],
        [350, 340, 15, 600],
      ],
      types: [1, 1, -1, 1],
      tasks: [{ task: 'simus', limits: [null, 500, null, null] }],
    },
    figures: [
      { of: 0, figure: 'outcome.scores[].participation', is: [0.09090909, 0.66603535, 0.74305556], within: 1e-8 },
      { of: 0, figure: 'outcome.scores[].netDominance', is: [-2.45454545, 0.99621211, 1.45833334], within: 2e-8 },
      { of: 0, figure: 'outcome.scores[].rank', is: [3, 2, 1] },
    ],
  },
  {
    id: 'electre-2-cebrian-porcar-2009',
    source:
      'Cebrián & Porcar 2009, Revista de Métodos Cuantitativos 7:31–56, ranked by ELECTRE II in scikit-criteria tests',
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
      tasks: [{ task: 'electre-2', normalisation: 'sum' }],
    },
    figures: [
      ...scores([5, 2.5, 2, 4, 1, 3], 1e-12),
      { of: 0, figure: 'outcome.scores[].rank', is: [6, 3, 2, 5, 1, 4] },
    ],
  },
  {
    id: 'electre-2-wang-triantaphyllou-2008',
    source: 'Wang & Triantaphyllou 2008, Omega 36:45–63',
    problem: {
      matrix: [
        [1, 2, 1, 5, 2, 2, 4],
        [3, 5, 3, 5, 3, 3, 3],
        [3, 5, 3, 5, 3, 2, 2],
        [1, 2, 2, 5, 1, 1, 1],
        [1, 1, 3, 5, 4, 1, 5],
      ],
      weights: [0.078, 0.118, 0.157, 0.314, 0.235, 0.039, 0.059],
      tasks: [{ task: 'electre-2' }],
    },
    figures: [...scores([3, 1, 2, 4, 1.5], 1e-12), { of: 0, figure: 'outcome.scores[].rank', is: [4, 1, 3, 5, 2] }],
  },
  {
    id: 'comet-paradowski-2021',
    source: 'Paradowski, Bączkiewicz & Wątróbski 2021, Procedia Computer Science 192:1347–1358 (TOPSIS as the expert)',
    problem: {
      matrix: [
        [64, 128, 2.9, 4.3, 3.2, 280, 495, 24763, 3990],
        [28, 56, 3.1, 3.8, 3.8, 255, 417, 12975, 2999],
        [8, 16, 3.5, 5.3, 4.8, 125, 636, 5725, 539],
        [12, 24, 3.7, 4.8, 4.5, 105, 637, 8468, 549],
        [10, 20, 3.7, 5.3, 4.9, 125, 539, 6399, 499],
        [8, 16, 3.6, 4.4, 4, 65, 501, 4834, 329],
        [6, 12, 3.7, 4.6, 4.2, 65, 604, 4562, 299],
        [16, 32, 3.4, 4.9, 4.2, 105, 647, 10428, 799],
        [8, 16, 3.6, 5, 4.5, 125, 609, 5615, 399],
        [18, 36, 3, 4.8, 4.3, 165, 480, 8848, 979],
        [24, 48, 3.8, 4.5, 4, 280, 509, 13552, 1399],
        [28, 56, 2.5, 3.8, 2.8, 205, 376, 8585, 10000],
      ],
      types: [1, 1, 1, 1, 1, -1, 1, 1, -1],
      weights: 'equal',
      tasks: [
        {
          task: 'comet',
          expert: { task: 'topsis', normalisation: 'min-max' },
          characteristic: [
            [6, 64],
            [12, 128],
            [2.5, 3.8],
            [3.8, 5.3],
            [2.8, 4.9],
            [65, 280],
            [376, 647],
            [4562, 24763],
            [299, 10000],
          ],
        },
      ],
    },
    figures: scores(
      [0.5433, 0.3447, 0.6115, 0.6168, 0.606, 0.4842, 0.5516, 0.61, 0.5719, 0.4711, 0.4979, 0.1452],
      6e-5,
    ),
  },
];
