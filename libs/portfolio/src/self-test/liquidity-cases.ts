import type { PublishedCase } from '@fordela/domain';

const phase = (no: number, name: string, year: number) => ({
  no,
  name,
  start: `${year}-01`,
  end: `${year}-12`,
  costs: { [year]: 1_000_000 },
});

/** The report's own example of lying out with the money of a project. */
export const liquidityCases = (): readonly PublishedCase[] => [
  {
    id: 'liquidity-kraftsamla-three-million',
    source:
      'Kraftsamla Sörmland (2026), section 4.3: a project of three million, A and B carried out, two million worked up before the claim',
    problem: {
      tasks: [
        {
          task: 'liquidity',
          asOf: '2026-06-01',
          projects: [
            {
              id: 'example',
              phases: [phase(1, 'A', 2026), phase(2, 'B', 2027), phase(3, 'C', 2028)],
              donePhases: [1, 2],
              financing: [{ source: 'eruf', amounts: { 2028: 3_000_000 } }],
              partners: [{ actor: 'kommunen', part: 1 }],
            },
          ],
          rules: [
            {
              source: 'eruf',
              pays: 'after_claims',
              claimEveryMonths: 24,
              monthsToPayment: 3,
              validFrom: '2026-01-01',
              basis: 'the report’s example: one claim when the work is done',
            },
          ],
        },
      ],
    },
    figures: [
      { of: 0, figure: 'outcome.actors[].spentSek', is: [2_000_000] },
      { of: 0, figure: 'outcome.actors[].peakPrefinancingSek', is: [2_000_000] },
      { of: 0, figure: 'outcome.actors[].finalSek', is: [0] },
    ],
  },
];
