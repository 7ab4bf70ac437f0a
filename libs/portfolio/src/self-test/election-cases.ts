import type { PublishedCase } from '@fordela/domain';

const source = 'pabutools (Faliszewski et al., IJCAI 2023), tests of rules on the examples of the appendix';
/** Every outcome there can be, however ties fall. */
const all = { allOutcomes: 100 };
const outcomes = (of: number, is: readonly (readonly string[])[]) => ({
  of,
  figure: 'outcome.allOutcomes.outcomes',
  is,
});

/** Published outcomes of greedy, greatest welfare, equal shares and Phragmén on small elections. */
export const electionCases = (): readonly PublishedCase[] => [
  {
    id: 'pb-rules-app-ex-1',
    source,
    problem: {
      budget: 3,
      ids: ['p0', 'p1', 'p2', 'p3'],
      cost: [1, 3, 2, 1],
      ballots: { type: 'approval', voters: [{ id: 'v', count: 2, approves: ['p0', 'p1', 'p2', 'p3'] }] },
      tasks: [
        { task: 'greedy', measure: 'cost', ...all },
        { task: 'greedy', measure: 'cardinality', ...all },
        { task: 'max-welfare', measure: 'cost', ...all },
        { task: 'max-welfare', measure: 'cardinality', ...all },
      ],
    },
    figures: [
      outcomes(0, [['p0', 'p2'], ['p0', 'p3'], ['p1'], ['p2', 'p3']]),
      outcomes(1, [['p0', 'p3']]),
      outcomes(2, [['p0', 'p2'], ['p1'], ['p2', 'p3']]),
      outcomes(3, [
        ['p0', 'p2'],
        ['p0', 'p3'],
        ['p2', 'p3'],
      ]),
    ],
  },
  {
    id: 'pb-rules-app-ex-2',
    source,
    problem: {
      budget: 4,
      ids: ['p0', 'p1', 'p2', 'p3'],
      cost: [1, '0.9', 2, '1.09'],
      ballots: [['p0'], ['p1', 'p2', 'p3'], ['p1', 'p2', 'p3'], ['p2']],
      tasks: [
        { task: 'equal-shares', measure: 'cardinality', ...all },
        { task: 'equal-shares', measure: 'cost', ...all },
        { task: 'equal-shares', measure: 'cost', completion: 'budget_increase', ...all },
      ],
    },
    figures: [outcomes(0, [['p0', 'p1', 'p3']]), outcomes(1, [['p0', 'p2']]), outcomes(2, [['p0', 'p1', 'p2']])],
  },
  {
    id: 'pb-rules-app-ex-4',
    source,
    problem: {
      budget: 2,
      ids: ['p0', 'p1', 'p2'],
      cost: [0, 1, 2],
      ballots: [['p0'], ['p0', 'p1', 'p2'], ['p2']],
      tasks: [
        { task: 'greedy', measure: 'cost', ...all },
        { task: 'greedy', measure: 'cardinality', ...all },
        { task: 'max-welfare', measure: 'cost', ...all },
        { task: 'max-welfare', measure: 'cardinality', ...all },
        { task: 'equal-shares', measure: 'cost', ...all },
        { task: 'equal-shares', measure: 'cardinality', ...all },
      ],
    },
    figures: [
      outcomes(0, [['p0', 'p2']]),
      outcomes(1, [
        ['p0', 'p1'],
        ['p0', 'p2'],
      ]),
      outcomes(2, [['p0', 'p2'], ['p2']]),
      outcomes(3, [['p0', 'p2']]),
      outcomes(4, [[]]),
      outcomes(5, [['p0']]),
    ],
  },
  {
    id: 'pb-rules-lackner-skowron-2023',
    source: 'Lackner & Skowron 2023, Multi-Winner Voting with Approval Preferences (Springer), running example',
    problem: {
      budget: 4,
      ids: ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
      cost: [1, 1, 1, 1, 1, 1, 1],
      ballots: [
        ...Array.from({ length: 3 }, () => ['a', 'b']),
        ...Array.from({ length: 3 }, () => ['a', 'c']),
        ...Array.from({ length: 2 }, () => ['a', 'd']),
        ['b', 'c', 'f'],
        ['e'],
        ['f'],
        ['g'],
      ],
      tasks: [
        { task: 'phragmen', ...all },
        { task: 'equal-shares', measure: 'cost', ...all },
        { task: 'equal-shares', measure: 'cost', completion: 'budget_increase', ...all },
        { task: 'equal-shares', measure: 'cost', completion: 'budget_increase', alreadyFunded: ['g'] },
      ],
    },
    figures: [
      outcomes(0, [['a', 'b', 'c', 'd']]),
      outcomes(1, [['a']]),
      outcomes(2, [['a', 'b', 'c', 'd']]),
      { of: 3, figure: 'outcome.selected', is: ['a', 'b', 'c', 'g'] },
    ],
  },
];
