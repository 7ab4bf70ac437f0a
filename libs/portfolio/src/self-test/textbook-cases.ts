import type { PublishedCase } from '@fordela/domain';

/** A problem with one published optimum; it has no tasks, so it is optimised. */
interface Optimum {
  readonly id: string;
  readonly source: string;
  readonly optimum: number;
  readonly problem: object;
}

const florida = (
  id: string,
  optimum: number,
  budget: number,
  cost: readonly number[],
  value: readonly number[],
): Optimum => ({
  id: `knapsack-01-${id}`,
  source: `J. Burkardt, Florida State University, data set KNAPSACK_01, ${id.toUpperCase()}`,
  optimum,
  problem: { budget, cost, value },
});

const knapsacks: readonly Optimum[] = [
  florida('p02', 51, 26, [12, 7, 11, 8, 9], [24, 13, 23, 15, 16]),
  florida('p03', 150, 190, [56, 59, 80, 64, 75, 17], [50, 50, 64, 46, 50, 5]),
  florida('p04', 107, 50, [31, 10, 20, 19, 4, 3, 6], [70, 20, 39, 37, 7, 5, 10]),
  florida('p05', 900, 104, [25, 35, 45, 5, 25, 3, 2, 2], [350, 400, 450, 20, 70, 8, 5, 5]),
  florida('p06', 1735, 170, [41, 50, 49, 59, 55, 57, 60], [442, 525, 511, 593, 546, 564, 617]),
  {
    id: 'knapsack-martello-toth-eight',
    source: 'Martello & Toth 1990, Knapsack Problems, ch. 2, example with eight items and capacity 102',
    optimum: 280,
    problem: { budget: 102, cost: [2, 20, 20, 30, 40, 30, 60, 10], value: [15, 100, 90, 60, 40, 15, 10, 1] },
  },
  {
    id: 'subset-sum-florida-p03',
    source: 'J. Burkardt, Florida State University, data set SUBSET_SUM, P03: value and cost are the same',
    optimum: 2_463_098,
    problem: { budget: 2_463_098, cost: sizes(), value: sizes() },
  },
  {
    id: 'knapsack-rosetta-bounded',
    source: 'Rosetta Code, Knapsack problem/Bounded: up to three of each thing, as levels',
    optimum: 1010,
    problem: {
      budget: 400,
      projects: [
        several('map', 9, 150, 1),
        several('compass', 13, 35, 1),
        several('water', 153, 200, 2),
        several('sandwich', 50, 60, 2),
        several('glucose', 15, 60, 2),
        several('tin', 68, 45, 3),
        several('banana', 27, 60, 3),
        several('apple', 39, 40, 3),
        several('cheese', 23, 30, 1),
        several('beer', 52, 10, 3),
        several('suntan cream', 11, 70, 1),
        several('camera', 32, 30, 1),
        several('T-shirt', 24, 15, 2),
        several('trousers', 48, 10, 2),
        several('umbrella', 73, 40, 1),
        several('waterproof trousers', 42, 70, 1),
        several('waterproof overclothes', 43, 75, 1),
        several('note-case', 22, 80, 1),
        several('sunglasses', 7, 20, 1),
        several('towel', 18, 12, 2),
        several('socks', 4, 50, 1),
        several('book', 30, 10, 2),
      ],
    },
  },
  {
    id: 'knapsack-rosetta-continuous',
    source: 'Rosetta Code, Knapsack problem/Continuous: 15 kg, the last thing cut to fit (349.378… = 349 + 14/37)',
    optimum: 349.378378378,
    problem: {
      budget: 15,
      cost: { beef: 3.8, pork: 5.4, ham: 3.6, greaves: 2.4, flitch: 4, brawn: 2.5, welt: 3.7, salami: 3, sausage: 5.9 },
      value: { beef: 36, pork: 43, ham: 90, greaves: 45, flitch: 30, brawn: 56, welt: 67, salami: 95, sausage: 98 },
      partialGrants: 'marginal',
    },
  },
  {
    id: 'multiple-knapsack-martello-toth',
    source: 'Martello & Toth 1990, Knapsack Problems, ch. 6, ten items and two knapsacks; FSU KNAPSACK_MULTIPLE P01',
    optimum: 452,
    problem: {
      budget: { first: 103, second: 156 },
      projects: [
        [78, 18],
        [35, 9],
        [89, 23],
        [36, 20],
        [94, 59],
        [75, 61],
        [74, 70],
        [79, 75],
        [80, 76],
        [16, 30],
      ].map(([value, cost]) => ({
        levels: [
          { id: 'in the first', value, cost: { first: cost } },
          { id: 'in the second', value, cost: { second: cost } },
        ],
      })),
    },
  },
];

function sizes(): readonly number[] {
  return [
    518533, 1037066, 2074132, 1648264, 796528, 1593056, 686112, 1372224, 244448, 488896, 977792, 1955584, 1411168,
    322336, 644672, 1289344, 78688, 157376, 314752, 629504, 1259008,
  ];
}

function several(name: string, weight: number, value: number, pieces: number) {
  const levels = Array.from({ length: pieces }, (_, more) => ({
    cost: weight * (more + 1),
    value: value * (more + 1),
  }));
  return { name, levels };
}

const weingartner = (number: number, optimum: number, budget: readonly number[]): Optimum => ({
  id: `knapsack-weing${number}`,
  source: `Weingartner & Ness 1967, Operations Research 15:83–103; OR-Library mknap2, WEING${number}`,
  optimum,
  problem: {
    budget,
    value: [
      1898, 440, 22507, 270, 14148, 3100, 4650, 30800, 615, 4975, 1160, 4225, 510, 11880, 479, 440, 490, 330, 110, 560,
      24355, 2885, 11748, 4550, 750, 3720, 1950, 10500,
    ],
    cost: [
      [45, 0, 85, 150, 65, 95, 30, 0, 170, 0, 40, 25, 20, 0, 0, 25, 0, 0, 25, 0, 165, 0, 85, 0, 0, 0, 0, 100],
      [30, 20, 125, 5, 80, 25, 35, 73, 12, 15, 15, 40, 5, 10, 10, 12, 10, 9, 0, 20, 60, 40, 50, 36, 49, 40, 19, 150],
    ],
  },
});

const severalResources: readonly Optimum[] = [
  {
    id: 'knapsack-or-library-mknap1-2',
    source:
      'Petersen 1967, Management Science 13:736–750; OR-Library, file mknap1, second problem: 10 columns, 10 rows',
    optimum: 8706.1,
    problem: {
      value: [600.1, 310.5, 1800, 3850, 18.6, 198.7, 882, 4200, 402.5, 327],
      costRows: 'resources',
      cost: [
        [20, 5, 100, 200, 2, 4, 60, 150, 80, 40],
        [20, 7, 130, 280, 2, 8, 110, 210, 100, 40],
        [60, 3, 50, 100, 4, 2, 20, 40, 6, 12],
        [60, 8, 70, 200, 4, 6, 40, 70, 16, 20],
        [60, 13, 70, 250, 4, 10, 60, 90, 20, 24],
        [60, 13, 70, 280, 4, 10, 70, 105, 22, 28],
        [5, 2, 20, 100, 2, 5, 10, 60, 0, 0],
        [45, 14, 80, 180, 6, 10, 40, 100, 20, 0],
        [55, 14, 80, 200, 6, 10, 50, 140, 30, 40],
        [65, 14, 80, 220, 6, 10, 50, 180, 30, 50],
      ],
      budget: [450, 540, 200, 360, 440, 480, 200, 360, 440, 480],
    },
  },
  {
    id: 'knapsack-or-library-mknap1-3',
    source: 'Petersen 1967, Management Science 13:736–750; OR-Library, file mknap1, third problem: 15 columns, 10 rows',
    optimum: 4015,
    problem: {
      value: [100, 220, 90, 400, 300, 400, 205, 120, 160, 580, 400, 140, 100, 1300, 650],
      cost: [
        [8, 24, 13, 80, 70, 80, 45, 15, 28, 90, 130, 32, 20, 120, 40],
        [8, 44, 13, 100, 100, 90, 75, 25, 28, 120, 130, 32, 40, 160, 40],
        [3, 6, 4, 20, 20, 30, 8, 3, 12, 14, 40, 6, 3, 20, 5],
        [5, 9, 6, 40, 30, 40, 16, 5, 18, 24, 60, 16, 11, 30, 25],
        [5, 11, 7, 50, 40, 40, 19, 7, 18, 29, 70, 21, 17, 30, 25],
        [5, 11, 7, 55, 40, 40, 21, 9, 18, 29, 70, 21, 17, 35, 25],
        [0, 0, 1, 10, 4, 10, 0, 6, 0, 6, 32, 3, 0, 70, 10],
        [3, 4, 5, 20, 14, 20, 6, 12, 10, 18, 42, 9, 12, 100, 20],
        [3, 6, 9, 30, 29, 20, 12, 12, 10, 30, 42, 18, 18, 110, 20],
        [3, 8, 9, 35, 29, 20, 16, 15, 10, 30, 42, 20, 18, 120, 20],
      ],
      budget: [550, 700, 130, 240, 280, 310, 110, 205, 260, 275],
    },
  },
  weingartner(1, 141_278, [600, 600]),
  weingartner(2, 130_883, [500, 500]),
  weingartner(3, 95_677, [300, 300]),
  weingartner(4, 119_337, [300, 600]),
  weingartner(5, 98_796, [600, 300]),
];

const capitalBudgets: readonly Optimum[] = [
  {
    id: 'capital-lorie-savage',
    source:
      'Lorie & Savage 1955, Journal of Business 28:229–239; Weingartner 1963: nine projects, two years, whole optimum 70',
    optimum: 70,
    problem: {
      years: { 1: 50, 2: 20 },
      value: [14, 17, 17, 15, 40, 12, 14, 10, 12],
      cost: { 1: [12, 54, 6, 6, 30, 6, 48, 36, 18], 2: [3, 7, 6, 2, 35, 6, 4, 3, 3] },
    },
  },
  {
    id: 'capital-california-manufacturing',
    source:
      'Hillier & Lieberman, Introduction to Operations Research, ch. on integer programming: California Manufacturing Co.',
    optimum: 14,
    problem: {
      budget: 10,
      value: { 'factory LA': 9, 'factory SF': 5, 'warehouse LA': 6, 'warehouse SF': 4 },
      cost: { 'factory LA': 6, 'factory SF': 3, 'warehouse LA': 5, 'warehouse SF': 2 },
      exclusive: [['warehouse LA', 'warehouse SF']],
      requires: [
        ['warehouse LA', 'factory LA'],
        ['warehouse SF', 'factory SF'],
      ],
    },
  },
  {
    id: 'capital-stockco',
    source: 'Winston, Operations Research: Applications and Algorithms, ch. 9: Stockco, four investments',
    optimum: 42,
    problem: { budget: 14, value: [16, 22, 12, 8], cost: [5, 7, 4, 3] },
  },
  {
    id: 'capital-stockco-side-conditions',
    source: 'Winston, Operations Research, ch. 9: Stockco with at most two, 2 only with 1, and not both 2 and 4',
    optimum: 38,
    problem: {
      budget: 14,
      value: [16, 22, 12, 8],
      cost: [5, 7, 4, 3],
      grants: { max: 2 },
      requires: [[2, 1]],
      exclusive: [[2, 4]],
    },
  },
  {
    id: 'capital-taha-three-years',
    source: 'Taha, Operations Research: An Introduction, ch. on integer programming: five projects over three years',
    optimum: 95,
    problem: {
      years: { 1: 25, 2: 25, 3: 25 },
      value: [20, 40, 20, 15, 30],
      cost: [
        [5, 1, 8],
        [4, 7, 10],
        [3, 9, 2],
        [7, 4, 1],
        [8, 6, 10],
      ],
    },
  },
  {
    id: 'capital-brealey-myers-income',
    source: 'Brealey & Myers, Principles of Corporate Finance, ch. on capital rationing: A pays for D a year later',
    optimum: 34,
    problem: {
      years: { 0: 10, 1: 10 },
      projects: {
        A: { value: 21, cost: { 0: 10, 1: -30 } },
        B: { value: 16, cost: { 0: 5, 1: -5 } },
        C: { value: 12, cost: { 0: 5, 1: -5 } },
        D: { value: 13, cost: { 1: 40 } },
      },
    },
  },
];

/** Textbook problems of choosing under ceilings, written as a person would type them in, with their published optima. */
export const textbookCases = (): readonly PublishedCase[] =>
  [...knapsacks, ...severalResources, ...capitalBudgets].map(({ optimum, ...rest }) => ({
    ...rest,
    figures: [
      { of: 0, figure: 'outcome.certificate.status', is: 'optimal' },
      { of: 0, figure: 'outcome.certificate.objective', is: optimum, within: 1e-9 * optimum },
    ],
  }));
