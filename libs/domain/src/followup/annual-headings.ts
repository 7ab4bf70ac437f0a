/**
 * The points of Förordning (2024:99) 8 and 9 §§ that the region's annual account of its regional development work answers, in the
 * ordinance's order; `transition` is the second paragraph of each. Their words stand in `libs/wording`.
 */
export const annualHeadings = [
  '8-1a',
  '8-1b',
  '8-1c',
  '8-1d',
  '8-2',
  '8-3',
  '8-transition',
  '9-1',
  '9-2',
  '9-3',
  '9-4',
  '9-transition',
] as const;
export type AnnualHeading = (typeof annualHeadings)[number];

/** The four areas of 8 § first paragraph 1. */
export const annualAreas = ['8-1a', '8-1b', '8-1c', '8-1d'] as const satisfies readonly AnnualHeading[];
export type AnnualArea = (typeof annualAreas)[number];

/**
 * Under which area each priority of the strategy of Sörmland falls. Our own reading of the priorities' names, stated nowhere by the
 * region: shown as such, and an argument wherever it is used.
 */
export const areasOfSormlandStrategy: Readonly<Record<string, AnnualArea>> = {
  P1: '8-1a',
  P2: '8-1a',
  P3: '8-1d',
  P4: '8-1b',
  P5: '8-1c',
};
