import type { PublishedCase } from '@fordela/domain';

const _ = null;
/** R package irr, data set `anxiety`: 3 raters, 20 subjects. */
const anxiety = [
  [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
  [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
  [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
];
/** Krippendorff 2011, section C: 4 observers, 12 units. */
const observers = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
];

/** Published examples of agreement, strictness and expected ranks. */
export const reviewerCases = (): readonly PublishedCase[] => [...alphaCases(), ...agreementCases(), expectedRankCase()];

const alphaCases = (): readonly PublishedCase[] => [
  {
    id: 'krippendorff-alpha-3-coders-wikipedia',
    source: "Wikipedia, Krippendorff's alpha; test suite of fast-krippendorff: three coders, more than half missing",
    problem: {
      tasks: (['nominal', 'interval'] as const).map((level) => ({
        task: 'krippendorff-alpha',
        level,
        rows: 'reviewers',
        ratings: [
          [_, _, _, _, _, 3, 4, 1, 2, 1, 1, 3, 3, _, 3],
          [1, _, 2, 1, 3, 3, 4, 3, _, _, _, _, _, _, _],
          [_, _, 2, 1, 3, 4, 4, _, 2, 1, 1, 3, 3, _, 4],
        ],
      })),
    },
    figures: [
      { of: 0, figure: 'outcome.alpha', is: 0.691358, within: 6e-7 },
      { of: 1, figure: 'outcome.alpha', is: 0.810845, within: 6e-7 },
    ],
  },
  {
    id: 'krippendorff-alpha-edge-cases',
    source: 'Test suite of fast-krippendorff: labels, a distance of one’s own, perfect agreement',
    problem: {
      tasks: [
        {
          task: 'krippendorff-alpha',
          level: 'nominal',
          rows: 'reviewers',
          ratings: [
            ['pos', 'neg', 'neu', _],
            ['pos', 'neg', 'neu', 'pos'],
            ['pos', 'neg', 'pos', 'pos'],
          ],
        },
        {
          task: 'krippendorff-alpha',
          level: 'absolute',
          rows: 'reviewers',
          ratings: [
            [1, 2, 3],
            [1, 2, 4],
          ],
        },
        {
          task: 'krippendorff-alpha',
          level: 'nominal',
          rows: 'reviewers',
          ratings: [
            [1, 2, 3, 4],
            [1, 2, 3, 4],
            [1, 2, 3, 4],
          ],
        },
      ],
    },
    figures: [
      { of: 0, figure: 'outcome.alpha', is: 0.722222, within: 6e-7 },
      { of: 1, figure: 'outcome.alpha', is: 0.761905, within: 6e-7 },
      { of: 2, figure: 'outcome.alpha', is: 1 },
    ],
  },
  {
    id: 'krippendorff-alpha-levels-2011',
    source: "Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, section C; R package irr, kripp.alpha",
    problem: {
      tasks: (['nominal', 'ordinal', 'interval', 'ratio'] as const).map((level) => ({
        task: 'krippendorff-alpha',
        level,
        rows: 'reviewers',
        ratings: observers,
      })),
    },
    figures: [0.743, 0.815, 0.849, 0.797].map((is, of) => ({ of, figure: 'outcome.alpha', is, within: 5e-4 })),
  },
];

const agreementCases = (): readonly PublishedCase[] => [
  {
    id: 'icc-shrout-fleiss-1979',
    source: 'Shrout & Fleiss 1979, Psychological Bulletin 86:420–428, tables 2–4; limits as R package psych, ICC',
    problem: {
      tasks: [
        {
          task: 'intraclass-correlation',
          ratings: [
            [9, 2, 5, 8],
            [6, 1, 3, 2],
            [8, 4, 6, 8],
            [7, 1, 2, 6],
            [10, 5, 6, 9],
            [6, 2, 4, 7],
          ],
        },
      ],
    },
    figures: [
      { of: 0, figure: 'outcome.forms[].value', is: [0.1657, 0.2898, 0.7148, 0.4428, 0.6201, 0.9093], within: 6e-5 },
      { of: 0, figure: 'outcome.forms[].low', is: [-0.133, 0.019, 0.342, -0.884, 0.071, 0.676], within: 6e-4 },
      { of: 0, figure: 'outcome.forms[].high', is: [0.72, 0.76, 0.95, 0.91, 0.93, 0.99], within: 0.0051 },
    ],
  },
  {
    id: 'anxiety-icc-kappa-kendall-irr',
    source: 'R package irr, data set anxiety: icc (two-way, agreement), kappa2 (squared), kendall (corrected)',
    problem: {
      tasks: [
        { task: 'intraclass-correlation', rows: 'reviewers', ratings: anxiety },
        { task: 'cohen-kappa', rows: 'reviewers', ratings: anxiety.slice(0, 2), weights: 'quadratic' },
        { task: 'kendall-w', rows: 'reviewers', ratings: anxiety },
      ],
    },
    figures: [
      { of: 0, figure: 'outcome.forms.1.value', is: 0.198, within: 5e-4 },
      { of: 0, figure: 'outcome.forms.1.low', is: -0.039, within: 5e-4 },
      { of: 0, figure: 'outcome.forms.1.high', is: 0.494, within: 5e-4 },
      { of: 1, figure: 'outcome.pairs[].kappa', is: [0.297], within: 5e-4 },
      { of: 1, figure: 'outcome.pairs[].z', is: [1.34], within: 5e-3 },
      { of: 2, figure: 'outcome.w', is: 0.54, within: 5e-3 },
      { of: 2, figure: 'outcome.chiSquare', is: 30.8, within: 0.05 },
      { of: 2, figure: 'outcome.pValue', is: 0.0429, within: 5e-5 },
    ],
  },
  {
    id: 'cohen-kappa-grant-proposals-wikipedia',
    source: "Wikipedia, Cohen's kappa: 50 grant proposals read by two people, 20 5 10 15",
    problem: {
      tasks: [
        {
          task: 'cohen-kappa',
          values: ['yes', 'no'],
          crosstab: [
            [20, 5],
            [10, 15],
          ],
        },
      ],
    },
    figures: [
      { of: 0, figure: 'outcome.pairs[].kappa', is: [0.4], within: 1e-12 },
      { of: 0, figure: 'outcome.pairs[].observedAgreement', is: [0.7], within: 1e-12 },
      { of: 0, figure: 'outcome.pairs[].expectedAgreement', is: [0.5], within: 1e-12 },
    ],
  },
  {
    id: 'fleiss-kappa-wikipedia',
    source: "Wikipedia, Fleiss' kappa: 14 raters, 10 subjects, 5 categories",
    problem: {
      tasks: [
        {
          task: 'fleiss-kappa',
          counts: [
            [0, 0, 0, 0, 14],
            [0, 2, 6, 4, 2],
            [0, 0, 3, 5, 6],
            [0, 3, 9, 2, 0],
            [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0],
            [3, 2, 6, 3, 0],
            [2, 5, 3, 2, 2],
            [6, 5, 2, 1, 0],
            [0, 2, 2, 3, 7],
          ],
        },
      ],
    },
    figures: [
      { of: 0, figure: 'outcome.kappa', is: 0.21, within: 5e-4 },
      { of: 0, figure: 'outcome.observedAgreement', is: 0.378, within: 5e-4 },
      { of: 0, figure: 'outcome.expectedAgreement', is: 0.213, within: 5e-4 },
    ],
  },
];

const expectedRankCase = (): PublishedCase => ({
  id: 'snsf-expected-rank-panel1',
  source:
    'Heyard, Ott, Salanti & Egger 2022, Rethinking the Funding Line at the SNSF, Statistics and Public Policy 9:110–121; ERforResearch vignette',
  problem: {
    tasks: [
      {
        task: 'expected-ranks',
        best: 'lowest',
        funding: { places: 5 },
        ratings: [
          [1, 1, 1, 2, 5],
          [1, 1, 2, 2, 6],
          [1, 2, 1, 3, 5],
          [1, 3, 2, 1, 5],
          [1, 2, 2, 3, 5],
          [1, 3, 1, 4, 5],
          [1, 2, 3, 4, 5],
          [1, 5, 2, 2, 5],
          [1, 3, 4, 3, 5],
          [1, 4, 2, 5, 5],
          [2, 3, 4, 4, 5],
          [2, 4, 3, 5, 5],
          [2, 5, 4, 4, 6],
          [2, 3, 4, 6, 6],
          [2, 5, 5, 4, 6],
        ],
      },
    ],
  },
  figures: [
    {
      of: 0,
      figure: 'outcome.units[].expectedRank',
      is: [2.44, 4.06, 4.09, 4.12, 5.08, 6.19, 7.34, 7.26, 8.43, 9.42, 10.4, 11.4, 13, 13, 13.7],
      within: 0.15,
    },
    {
      of: 0,
      figure: 'outcome.units[].sucra',
      is: [0.9, 0.78, 0.78, 0.78, 0.71, 0.63, 0.55, 0.55, 0.47, 0.4, 0.33, 0.25, 0.15, 0.14, 0.09],
      within: 0.015,
    },
    { of: 0, figure: 'outcome.zone.accepted', is: ['u1'] },
    { of: 0, figure: 'outcome.zone.zone.length', is: 7 },
    { of: 0, figure: 'outcome.zone.rejected.length', is: 7 },
  ],
});
