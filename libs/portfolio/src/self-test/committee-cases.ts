import type { PublishedCase } from '@fordela/domain';

const seats = Array.from({ length: 12 }, (_, index) => `c${index + 1}`);

/** Committees: every candidate costs 1 and the budget is the number of seats. */
export const committeeCases = (): readonly PublishedCase[] => [
  {
    id: 'committee-phragmen-1894',
    source:
      'Phragmén 1894; Janson, Phragmén’s and Thiele’s election methods (arXiv 1611.08826): three seats, A, Q and B in that order',
    problem: {
      budget: 3,
      ids: ['A', 'B', 'C', 'P', 'Q', 'R'],
      cost: 1,
      ballots: [
        { count: 1034, approves: ['A', 'B', 'C'] },
        { count: 519, approves: ['P', 'Q', 'R'] },
        { count: 90, approves: ['A', 'B', 'Q'] },
        { count: 47, approves: ['A', 'P', 'Q'] },
      ],
      tasks: ['phragmen'],
    },
    figures: [{ of: 0, figure: 'outcome.selected', is: ['A', 'B', 'Q'] }],
  },
  {
    id: 'committee-phragmen-fails-ejr',
    source:
      'Brill, Freeman, Janson & Lackner 2017, Phragmén’s Voting Methods and Justified Representation: 24 voters, 12 seats',
    problem: {
      budget: 12,
      ids: ['a', 'b', ...seats],
      cost: 1,
      ballots: [
        { count: 2, approves: ['a', 'b', 'c1'] },
        { count: 2, approves: ['a', 'b', 'c2'] },
        { count: 6, approves: seats },
        { count: 5, approves: seats.slice(1) },
        { count: 9, approves: seats.slice(2) },
      ],
      tasks: [
        'phragmen',
        { task: 'representation', selection: seats, measure: 'cardinality', axioms: ['pjr', 'ejr'] },
        { task: 'equal-shares', measure: 'cardinality' },
      ],
    },
    figures: [
      { of: 0, figure: 'outcome.selected', is: [...seats].sort() },
      { of: 1, figure: 'outcome.0.holds', is: true },
      { of: 1, figure: 'outcome.1.holds', is: false },
      { of: 1, figure: 'outcome.1.letDown.groupSize', is: 4 },
      // Equal shares keeps the axiom: those four get both they agree on.
      { of: 2, figure: 'outcome.selected', is: ['a', 'b', ...seats.slice(2)].sort() },
    ],
  },
];
