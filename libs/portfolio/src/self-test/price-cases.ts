import type { PublishedCase } from '@fordela/domain';

interface Question {
  readonly selection: readonly string[];
  readonly stable: boolean;
  readonly holds: boolean;
}

const source =
  'Peters & Skowron 2020 (arXiv 1911.11747); Peters, Pierczyński, Shah & Skowron 2021, Market-Based Explanations of Collective Decisions; as in the tests of pabutools';

const priceCase = (id: string, election: object, questions: readonly Question[]): PublishedCase => ({
  id,
  source,
  problem: {
    ...election,
    tasks: questions.map(({ selection, stable }) => ({ task: 'priceability', selection, stable })),
  },
  figures: questions.map(({ holds }, of) => ({ of, figure: 'outcome.holds', is: holds })),
});

/** Published portfolios with and without a price system that supports them. */
export const priceCases = (): readonly PublishedCase[] => [
  priceCase(
    'priceability-ps20-page2',
    {
      budget: 12,
      ids: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15'],
      cost: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      ballots: [
        ['1', '2', '3', '4'],
        ['1', '2', '3', '5'],
        ['1', '2', '3', '6'],
        ['7', '8', '9'],
        ['10', '11', '12'],
        ['13', '14', '15'],
      ],
    },
    [
      { selection: ['1', '2', '3', '7', '8', '9', '10', '11', '12', '13', '14', '15'], stable: false, holds: false },
      { selection: ['1', '2', '3', '4', '5', '6', '7', '8', '10', '11', '13', '14'], stable: false, holds: true },
    ],
  ),
  priceCase(
    'priceability-ps20-page15',
    {
      budget: 5,
      ids: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
      cost: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      ballots: [
        ['1', '6', '7', '8', '9', '10'],
        ['2', '6', '7', '8', '9', '10'],
        ['3', '6', '7', '8', '9', '10'],
        ['4', '6', '7', '8', '9', '10'],
        ['5', '6', '7', '8', '9', '10'],
      ],
    },
    [
      { selection: ['1', '2'], stable: false, holds: false },
      { selection: ['1', '2', '3', '4', '5'], stable: false, holds: true },
      { selection: ['6', '7', '8', '9', '10'], stable: false, holds: true },
    ],
  ),
  priceCase(
    'priceability-page13',
    {
      budget: 9,
      ids: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'],
      cost: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
      ballots: [
        ['1', '2', '3', '4', '5', '6'],
        ['1', '2', '3', '4', '5', '6'],
        ['1', '2', '3', '4', '5', '6'],
        ['1', '2', '3', '7', '8', '9'],
        ['1', '2', '3', '7', '8', '9'],
        ['1', '2', '3', '7', '8', '9'],
        ['1', '2', '3', '10', '11', '12'],
        ['1', '2', '3', '10', '11', '12'],
        ['1', '2', '3', '10', '11', '12'],
      ],
    },
    [
      { selection: ['1', '2', '3', '4', '5', '6', '7', '8', '9'], stable: false, holds: true },
      { selection: ['1', '2', '3', '4', '5', '7', '8', '10', '11'], stable: false, holds: true },
      { selection: ['1', '2', '3', '4', '5', '7', '8', '11'], stable: false, holds: false },
    ],
  ),
  priceCase(
    'priceability-equalshares-net',
    {
      budget: 1100,
      ids: ['bike path', 'outdoor gym', 'new park', 'new playground', 'library for kids'],
      cost: [700, 400, 250, 200, 100],
      ballots: [
        ['bike path', 'outdoor gym'],
        ['bike path', 'outdoor gym', 'new park'],
        ['bike path', 'outdoor gym'],
        ['bike path', 'outdoor gym', 'new park'],
        ['bike path', 'outdoor gym', 'new park'],
        ['bike path', 'outdoor gym'],
        ['new park', 'new playground', 'library for kids'],
        ['new playground'],
        ['new playground', 'library for kids'],
        ['new park', 'new playground', 'library for kids'],
        ['bike path'],
      ],
    },
    [
      { selection: ['bike path', 'outdoor gym'], stable: true, holds: false },
      { selection: ['bike path', 'new park', 'library for kids'], stable: true, holds: false },
      { selection: ['outdoor gym', 'new park', 'new playground', 'library for kids'], stable: true, holds: true },
    ],
  ),
  priceCase(
    'priceability-pabutools-docs',
    {
      budget: 500,
      ids: ['p1', 'p2', 'p3', 'p4', 'p5'],
      cost: [50, 150, 300, 250, 250],
      ballots: [
        ['p1', 'p2', 'p3', 'p4'],
        ['p1', 'p2', 'p3', 'p4'],
        ['p1', 'p2', 'p3', 'p4', 'p5'],
        ['p1', 'p2', 'p3', 'p5'],
        ['p1', 'p2', 'p3', 'p5'],
      ],
    },
    [
      { selection: ['p4', 'p5'], stable: false, holds: true },
      { selection: ['p4', 'p5'], stable: true, holds: false },
      { selection: ['p1', 'p2', 'p3'], stable: true, holds: true },
    ],
  ),
];
