import type { PublishedCase } from '@fordela/domain';

/** Published examples of group rankings. */
export const groupCases = (): readonly PublishedCase[] => [
  {
    id: 'group-tennessee-borda-copeland-kemeny',
    source:
      'Wikipedia, Borda count, Condorcet method and Kemeny–Young method: the capital of Tennessee, 100 voters in four blocs',
    problem: {
      tasks: [
        {
          task: 'group-ranking',
          candidates: ['Memphis', 'Nashville', 'Chattanooga', 'Knoxville'],
          ballots: [
            { count: 42, ranking: ['Memphis', 'Nashville', 'Chattanooga', 'Knoxville'] },
            { count: 26, ranking: ['Nashville', 'Chattanooga', 'Knoxville', 'Memphis'] },
            { count: 15, ranking: ['Chattanooga', 'Knoxville', 'Nashville', 'Memphis'] },
            { count: 17, ranking: ['Knoxville', 'Chattanooga', 'Nashville', 'Memphis'] },
          ],
        },
      ],
    },
    figures: [
      { of: 0, figure: 'outcome.plurality.winners', is: ['Memphis'] },
      { of: 0, figure: 'outcome.borda.scores[].score', is: [126, 194, 173, 107] },
      { of: 0, figure: 'outcome.condorcet.winner', is: 'Nashville' },
      { of: 0, figure: 'outcome.copeland.scores[].score', is: [-3, 3, 1, -1] },
      { of: 0, figure: 'outcome.kemeny.order', is: ['Nashville', 'Chattanooga', 'Knoxville', 'Memphis'] },
      { of: 0, figure: 'outcome.kemeny.score', is: 393 },
    ],
  },
  {
    id: 'group-schulze-45-voters',
    source: 'Schulze 2011, Social Choice and Welfare 36:267–303; Wikipedia, Schulze method: 45 voters, five candidates',
    problem: {
      tasks: [
        {
          task: 'group-ranking',
          methods: ['condorcet', 'schulze'],
          ballots: Object.entries({
            ACBED: 5,
            ADECB: 5,
            BEDAC: 8,
            CABED: 3,
            CAEBD: 7,
            CBADE: 2,
            DCEBA: 7,
            EBADC: 8,
          }).map(([line, count]) => ({ count, ranking: [...line] })),
        },
      ],
    },
    figures: [
      { of: 0, figure: 'outcome.condorcet.winner', is: null },
      { of: 0, figure: 'outcome.schulze.ranking', is: [['E'], ['A'], ['C'], ['B'], ['D']] },
      { of: 0, figure: 'outcome.schulze.strongestPaths.0', is: [0, 28, 28, 30, 24] },
    ],
  },
];
