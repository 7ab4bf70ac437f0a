import type { PublishedCase } from '@fordela/domain';

const lone = { budget: 1, ids: ['a'], value: [1], cost: [1] };
const amounts = (count: number, amount: number) => Array.from({ length: count }, () => amount);

/** Published figures of inequality, concentration, fairness and satisfaction. */
export const metricCases = (): readonly PublishedCase[] => [
  {
    id: 'gini-pabutools',
    source: 'pabutools (Faliszewski et al., IJCAI 2023), tests of the Gini coefficient',
    problem: {
      ...lone,
      tasks: [
        { task: 'inequality', amounts: amounts(100, 100) },
        { task: 'inequality', amounts: [...amounts(3, 0), ...amounts(3, 100)] },
        { task: 'inequality', amounts: [...amounts(75, 1), ...amounts(25, 9)] },
      ],
    },
    figures: [0, 0.5, 0.5].map((is, of) => ({ of, figure: 'outcome.gini', is, within: 1e-12 })),
  },
  {
    id: 'hhi-doj-and-wikipedia',
    source: 'US Department of Justice, Herfindahl–Hirschman Index; Wikipedia, Herfindahl–Hirschman index',
    problem: {
      ...lone,
      tasks: [
        { task: 'inequality', amounts: [30, 30, 20, 20] },
        { task: 'inequality', amounts: [...amounts(6, 15), ...amounts(10, 1)] },
      ],
    },
    figures: [
      { of: 0, figure: 'outcome.concentration.points', is: 2600, within: 1e-9 },
      { of: 1, figure: 'outcome.concentration.herfindahl', is: 0.136, within: 1e-12 },
      { of: 1, figure: 'outcome.concentration.effectiveNumber', is: 7.3529, within: 1e-4 },
      { of: 1, figure: 'outcome.concentration.normalised', is: 0.0784, within: 1e-9 },
    ],
  },
  {
    id: 'price-of-fairness-bounds',
    source: 'Bertsimas, Farias & Trichakis 2011, The Price of Fairness, Operations Research 59:17–31, theorems 1 and 2',
    problem: { ...lone, tasks: [{ task: 'fairness-bounds', parties: [2, 3, 4, 5, 10] }] },
    figures: [
      { of: 0, figure: 'outcome[].proportional', is: [0.0858, 0.1786, 0.25, 0.3056, 0.4675], within: 1e-4 },
      { of: 0, figure: 'outcome[].maxMin', is: [0.1111, 0.25, 0.36, 0.4444, 0.6694], within: 1e-4 },
    ],
  },
  {
    id: 'pb-statistics-satisfaction',
    source: 'pabutools (Faliszewski et al., IJCAI 2023), tests of satisfaction statistics: five voters, ten projects',
    problem: {
      budget: 90,
      ids: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
      cost: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
      ballots: [['0', '1', '2', '3'], ['0'], ['0'], ['5', '6'], ['8', '9']],
      tasks: [
        { task: 'satisfaction', measure: 'cost', selection: ['0', '1', '8', '9'] },
        { task: 'satisfaction', measure: 'cardinality', selection: ['0', '1', '8', '9'] },
      ],
    },
    figures: [
      { of: 0, figure: 'outcome.exact.mean', is: '78/5' },
      { of: 0, figure: 'outcome.exact.shareSatisfied', is: '4/5' },
      { of: 1, figure: 'outcome.exact.gini', is: '1/3' },
    ],
  },
  {
    id: 'pb-statistics-category-proportionality',
    source:
      'pabutools (Faliszewski et al., IJCAI 2023), tests of category proportionality: three projects, four categories',
    problem: {
      budget: 5,
      projects: [
        { id: 'p1', cost: 1, groups: { category: ['c1', 'c2'] } },
        { id: 'p2', cost: 2, groups: { category: ['c2', 'c3'] } },
        { id: 'p3', cost: 2 },
      ],
      ballots: [['p1', 'p2'], ['p1'], ['p2']],
      tasks: [{ task: 'satisfaction', selection: ['p1', 'p3'], categories: ['c1', 'c2', 'c3', 'c4'] }],
    },
    figures: [{ of: 0, figure: 'outcome.categoryProportionality.score', is: 0.8258368652275133, within: 1e-12 }],
  },
  {
    id: 'pb-statistics-instance',
    source: 'pabutools (Faliszewski et al., IJCAI 2023), tests of the statistics of an instance: five projects',
    problem: {
      budget: 8,
      ids: ['a', 'b', 'c', 'd', 'e'],
      cost: [1, 1, 1, 1, 6],
      ballots: [['a']],
      tasks: [{ task: 'election-statistics' }],
    },
    figures: [
      { of: 0, figure: 'outcome.totalCost', is: 10 },
      { of: 0, figure: 'outcome.meanCost', is: 2 },
      { of: 0, figure: 'outcome.medianCost', is: 1 },
      { of: 0, figure: 'outcome.costDeviation', is: 2 },
      { of: 0, figure: 'outcome.scarcity.exact', is: '5/4' },
    ],
  },
];
