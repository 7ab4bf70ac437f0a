import type { PublishedCase } from '@fordela/domain';

const knapsacks = [
  {
    id: 'knapsack-or-library-mknap1-1',
    source: 'OR-Library (J. E. Beasley), file mknap1, first problem: 6 columns, 10 rows',
    optimum: 3800,
    problem: {
      value: [100, 600, 1200, 2400, 500, 2000],
      costRows: 'resources',
      cost: [
        [8, 12, 13, 64, 22, 41],
        [8, 12, 13, 75, 22, 41],
        [3, 6, 4, 18, 6, 4],
        [5, 10, 8, 32, 6, 12],
        [5, 13, 8, 42, 6, 20],
        [5, 13, 8, 48, 6, 20],
        [0, 0, 0, 0, 8, 0],
        [3, 0, 4, 0, 8, 0],
        [3, 2, 4, 0, 8, 4],
        [3, 2, 4, 8, 8, 4],
      ],
      budget: [80, 96, 20, 36, 44, 48, 10, 18, 22, 24],
    },
  },
  {
    id: 'knapsack-01-p01',
    source: 'J. Burkardt, Florida State University, data set KNAPSACK_01, P01',
    optimum: 309,
    problem: {
      budget: 165,
      value: [92, 57, 49, 68, 60, 43, 67, 84, 87, 72],
      cost: [23, 31, 29, 44, 53, 38, 63, 85, 89, 82],
    },
  },
  {
    id: 'knapsack-01-p07',
    source: 'J. Burkardt, Florida State University, data set KNAPSACK_01, P07',
    optimum: 1458,
    problem: {
      budget: 750,
      value: [135, 139, 149, 150, 156, 163, 173, 184, 192, 201, 210, 214, 221, 229, 240],
      cost: [70, 73, 77, 80, 82, 87, 90, 94, 98, 106, 110, 113, 115, 118, 120],
    },
  },
  {
    id: 'knapsack-01-p08',
    source: 'Kreher & Stinson 1999, Combinatorial Algorithms; KNAPSACK_01, P08: 24 items',
    optimum: 13_549_094,
    problem: {
      budget: 6_404_180,
      value: [
        825594, 1677009, 1676628, 1523970, 943972, 97426, 69666, 1296457, 1679693, 1902996, 1844992, 1049289, 1252836,
        1319836, 953277, 2067538, 675367, 853655, 1826027, 65731, 901489, 577243, 466257, 369261,
      ],
      cost: [
        382745, 799601, 909247, 729069, 467902, 44328, 34610, 698150, 823460, 903959, 853665, 551830, 610856, 670702,
        488960, 951111, 323046, 446298, 931161, 31385, 496951, 264724, 224916, 169684,
      ],
    },
  },
];

/** Published knapsacks with their optima; the problems have no tasks, so they are optimised. */
export const knapsackCases = (): readonly PublishedCase[] =>
  knapsacks.map(({ optimum, ...knapsack }) => ({
    ...knapsack,
    figures: [
      { of: 0, figure: 'outcome.certificate.status', is: 'optimal' },
      { of: 0, figure: 'outcome.certificate.objective', is: optimum },
    ],
  }));
