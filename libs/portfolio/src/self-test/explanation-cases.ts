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

/** Published effective supports: how much of what a project needed its supporters could pay. The source cuts to whole percent. */
export const explanationCases = (): readonly PublishedCase[] =>
  instances.map(({ cost, funded, support }, index) => ({
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
  }));
