import type { PublishedCase } from '@fordela/domain';

const ballots = [
  ['a', 'b'],
  ['a', 'b'],
  ['a'],
  ['a', 'b', 'c'],
  ['a', 'b', 'c'],
  ['a', 'c'],
  ['a', 'd'],
  ['a', 'd'],
  ['e'],
  ['e'],
];
const instances = [
  { cost: [1, 1, 2, 1, 2], funded: ['a', 'b'], support: [200, 150, 37, 75, 50] },
  { cost: [5, 1, 2, 1, 2], funded: ['b', 'd'], support: [60, 200, 50, 100, 50] },
  { cost: [5, 5, 5, 5, 5], funded: [], support: [80, 40, 30, 20, 20] },
];

/** Six ballots of two voters each, the two purchases as the source states them, and what each project's supporters lost to whom. */
const losses = {
  ballots: [['a', 'c', 'd'], ['a', 'd'], ['a', 'b', 'c'], ['b'], ['a', 'b', 'e'], ['f']],
  rounds: [
    { project: 'a', before: [1, 1, 1, 1, 1, 1], after: [0.5, 0.5, 0.5, 1, 0.5, 1] },
    { project: 'b', before: [0.5, 0.5, 0.5, 1, 0.5, 1], after: [0.5, 0.5, 0, 0, 0, 1] },
  ],
  supportersMoney: [8, 4, 1, 2, 0, 2],
  lostTo: [[], ['a'], ['a', 'b'], ['a'], ['a', 'b'], []],
  lost: [[], [2], [2, 1], [2], [1, 1], []],
};

/** Published effective supports (how much of what a project needed its supporters could pay; the source cuts to whole percent), and money lost to rivals. */
export const explanationCases = (): readonly PublishedCase[] => [
  ...instances.map(({ cost, funded, support }, index) => ({
    id: `effective-support-pabutools-${index + 1}`,
    source:
      'pabutools (Faliszewski et al., IJCAI 2023), mesanalytics: effective support of ten voters in five projects',
    problem: {
      budget: 2,
      ids: ['a', 'b', 'c', 'd', 'e'],
      cost,
      ballots,
      tasks: [{ task: 'why-not-funded', measure: 'cost', budget: 5, selection: funded }],
    },
    figures: [{ of: 0, figure: 'outcome[].effectiveSupportPercent', is: support, within: 0.5 }],
  })),
  {
    id: 'effective-support-pabutools-project-loss',
    source: 'pabutools (Faliszewski et al., IJCAI 2023), mesanalytics: money lost to rivals, six ballots of two voters',
    problem: {
      budget: 12,
      ids: ['a', 'b', 'c', 'd', 'e', 'f'],
      // The source states no costs: they do not enter what is lost.
      cost: [1, 1, 1, 1, 1, 1],
      ballots: losses.ballots.map((approves, index) => ({ id: `v${index + 1}`, count: 2, approves })),
      tasks: [{ task: 'why-not-funded', measure: 'cost', rounds: losses.rounds }],
    },
    figures: [
      { of: 0, figure: 'outcome[].supportersMoney.value', is: losses.supportersMoney },
      ...losses.lostTo.flatMap((to, k) => [
        { of: 0, figure: `outcome.${k}.lostTo[].project`, is: to },
        { of: 0, figure: `outcome.${k}.lostTo[].amount.value`, is: losses.lost[k] },
      ]),
    ],
  },
];
