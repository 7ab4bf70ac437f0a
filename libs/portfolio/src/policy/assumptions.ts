/** One number the model rests on, with how far it may be wrong and why it is what it is. */
export interface Assumption {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  readonly unit: string;
  /** Section of the report the relation comes from, or that it is assumed. The figures are assumed, none is measured. */
  readonly basis: string;
}

const assumed = 'assumed, not measured';
const report = (section: string) => `relation: Kraftsamla Sörmland 2026, ${section}; figure ${assumed}`;
const figure = (low: number, likely: number, high: number, unit: string, basis: string = assumed): Assumption => ({
  ...{ low, likely, high, unit, basis },
});

/**
 * What the model assumes unless it is told otherwise. Every figure can be replaced, each by a value or by an interval.
 * Source  The relations: the self-reinforcing spiral of low capacity, few applications and little experience (report 4.3, 5.1.2,
 *         table 7 row 2).
 */
export const usualAssumptions = {
  /** Own staff for projects in a municipality of which nothing is stated. */
  baseFteFixed: figure(0.1, 0.2, 0.4, 'FTE', report('4.3')),
  baseFtePer10000: figure(0.2, 0.4, 0.6, 'FTE per 10,000 inhabitants', report('4.3')),
  /** Applications for external money that one free full-time person makes in a year. */
  applicationsPerFte: figure(1.5, 3, 5, 'applications per FTE and year'),
  /** Success without experience, and with very much of it. */
  successWithout: figure(0.1, 0.2, 0.3, 'share of applications', report('4.2, 5.1.2')),
  successMost: figure(0.35, 0.5, 0.65, 'share of applications', report('5.1.2')),
  /** Experience at which half of the difference is won. */
  halfExperience: figure(1.5, 3, 6, 'project-years'),
  /** What experience is made of, and how it goes (staff leave, methods change). */
  experiencePerApplication: figure(0.02, 0.1, 0.2, 'project-years per application', report('4.2')),
  forgetting: figure(0.1, 0.2, 0.35, 'share per year', report('3.1.3, 4.1')),
  externalPerProject: figure(1_500_000, 3_000_000, 5_000_000, 'kronor per project and year', report('4.3')),
  projectYears: figure(2, 3, 3.5, 'years'),
  /** Own staff that a running project binds: low capacity is bound first. */
  administrationPerProject: figure(0.15, 0.3, 0.5, 'FTE per running project', report('4.3')),
  /** Staff that a won project leaves behind when it ends. Low: results burn out ("tomtebloss", 4.4). */
  lastingPerProject: figure(0, 0.05, 0.15, 'FTE per ended project', report('4.4')),
  attrition: figure(0.05, 0.12, 0.2, 'share per year', report('3.1.3')),
  /** What 1:1 money buys. */
  costPerFte: figure(850_000, 950_000, 1_100_000, 'kronor per FTE and year'),
  /** Shared staff that remain from one year to the next without new money. */
  sharedLasting: figure(0.2, 0.5, 0.8, 'share per year', report('3.1.1, 4.4')),
  /** Experience from implementation money: project-years for a year of one full-time person's worth. */
  learningPerImplementationFte: figure(0.2, 0.5, 1, 'project-years per FTE'),
  /** What a grant costs in administration whatever its size: the price of spreading thin. */
  overheadPerGrant: figure(60_000, 120_000, 250_000, 'kronor per grant and year', report('5.2.8')),
  /** Municipalities that one grant reaches. */
  municipalitiesPerGrant: figure(1, 1.5, 3, 'municipalities'),
  /** How much of the effort becomes capacity in the municipalities, by who runs the project. */
  uptakeRegion: figure(0.4, 0.6, 0.8, 'share', report('5.1.4, 5.2.8')),
  uptakeMunicipal: figure(0.7, 0.85, 1, 'share', report('5.2.8')),
  uptakeOther: figure(0.4, 0.6, 0.8, 'share', report('5.2.8')),
} as const satisfies Readonly<Record<string, Assumption>>;

export type AssumptionName = keyof typeof usualAssumptions;
export const assumptionNames = Object.keys(usualAssumptions) as readonly AssumptionName[];

/** One value for every assumption. */
export type AssumptionValues = Readonly<Record<AssumptionName, number>>;

/** The values that are thought likeliest. */
export const likelyValues = (assumptions: Readonly<Record<AssumptionName, Assumption>>): AssumptionValues =>
  Object.fromEntries(assumptionNames.map((name) => [name, assumptions[name].likely])) as AssumptionValues;
