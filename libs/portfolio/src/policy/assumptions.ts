export type AssumptionUnit =
  | 'fte'
  | 'fte-per-10000'
  | 'applications-per-fte-year'
  | 'share-of-applications'
  | 'project-years'
  | 'project-years-per-application'
  | 'project-years-per-fte'
  | 'share-per-year'
  | 'share-of-posts'
  | 'share'
  | 'sek-per-project-year'
  | 'sek-per-fte-year'
  | 'sek-per-grant-year'
  | 'years'
  | 'fte-per-running-project'
  | 'fte-per-ended-project'
  | 'municipalities';

/** One number the model rests on: how far it may be wrong, and where relation and figure come from. Data; the words are made at the edge. */
export interface Assumption {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  readonly unit: AssumptionUnit;
  /** Sections of Kraftsamla Sörmland (2026) that the relation is read out of; none = the relation is assumed too. */
  readonly reportSections: readonly string[];
  /** `assumed`: a guess of this model, measured nowhere. `stated`: given by whoever asks. */
  readonly figure: 'assumed' | 'stated';
  /** Where a stated figure comes from, in the asker's words; null when nothing was said. */
  readonly source: string | null;
}

/** A guess of this model. */
const guess = (
  [low, likely, high]: readonly [number, number, number],
  unit: AssumptionUnit,
  ...reportSections: readonly string[]
): Assumption => ({ low, likely, high, unit, reportSections, figure: 'assumed', source: null });

/**
 * What the model assumes unless it is told otherwise. Every figure can be replaced, each by a value or by an interval.
 * Source  The relations: the self-reinforcing spiral of low capacity, few applications, little experience and even lower capacity (report
 *         4.3; 5.1.8, table 7 row 4). The report holds no figures for them: every figure here is assumed.
 */
export const usualAssumptions = {
  /** Own staff for projects in a municipality of which nothing is stated. */
  baseFteFixed: guess([0.1, 0.2, 0.4], 'fte', '4.3'),
  baseFtePer10000: guess([0.2, 0.4, 0.6], 'fte-per-10000', '4.3'),
  /** Applications for external money that one free full-time person makes in a year. */
  applicationsPerFte: guess([1.5, 3, 5], 'applications-per-fte-year'),
  /** Success without experience, and with very much of it. */
  successWithout: guess([0.1, 0.2, 0.3], 'share-of-applications', '4.2', '4.3'),
  successMost: guess([0.35, 0.5, 0.65], 'share-of-applications', '4.3'),
  /** Experience at which half of the difference is won: of success, and of the posts that are filled again. */
  halfExperience: guess([1.5, 3, 6], 'project-years'),
  /** What experience is made of, and how it goes (staff leave, methods change). */
  experiencePerApplication: guess([0.02, 0.1, 0.2], 'project-years-per-application', '4.2'),
  forgetting: guess([0.1, 0.2, 0.35], 'share-per-year', '4.4', '5.1.3'),
  externalPerProject: guess([1_500_000, 3_000_000, 5_000_000], 'sek-per-project-year', '4.3'),
  projectYears: guess([2, 3, 3.5], 'years'),
  /** Own staff that a running project binds: low capacity is bound first. */
  administrationPerProject: guess([0.15, 0.3, 0.5], 'fte-per-running-project', '4.3'),
  /** Staff that a won project leaves behind when it ends. Low: results burn out ("tomtebloss", 4.4). */
  lastingPerProject: guess([0, 0.05, 0.15], 'fte-per-ended-project', '4.4'),
  attrition: guess([0.05, 0.12, 0.2], 'share-per-year', '4.4', '5.1.3'),
  /** Posts that are filled again without any experience; with very much of it all are. The spiral's last turn: even lower capacity. */
  refillWithout: guess([0.6, 0.8, 1], 'share-of-posts', '4.3', '5.1.8'),
  /** What 1:1 money buys. */
  costPerFte: guess([850_000, 950_000, 1_100_000], 'sek-per-fte-year'),
  /** Shared staff that remain from one year to the next without new money. */
  sharedLasting: guess([0.2, 0.5, 0.8], 'share-per-year', '4.4', '5.1.3'),
  /** Experience from implementation money: project-years for a year of one full-time person's worth. */
  learningPerImplementationFte: guess([0.2, 0.5, 1], 'project-years-per-fte'),
  /** What a grant costs in administration whatever its size: the price of spreading thin. */
  overheadPerGrant: guess([60_000, 120_000, 250_000], 'sek-per-grant-year', '5.2.8'),
  /** Municipalities that one grant reaches. */
  municipalitiesPerGrant: guess([1, 1.5, 3], 'municipalities'),
  /** How much of the effort becomes capacity in the municipalities, by who runs the project. */
  uptakeRegion: guess([0.4, 0.6, 0.8], 'share', '5.2.8'),
  uptakeMunicipal: guess([0.7, 0.85, 1], 'share', '5.2.8'),
  uptakeOther: guess([0.4, 0.6, 0.8], 'share', '5.2.8'),
} as const satisfies Readonly<Record<string, Assumption>>;

export type AssumptionName = keyof typeof usualAssumptions;
export type Assumptions = Readonly<Record<AssumptionName, Assumption>>;
export const assumptionNames = Object.keys(usualAssumptions) as readonly AssumptionName[];

/** One value for every assumption. */
export type AssumptionValues = Readonly<Record<AssumptionName, number>>;

/** The values that are thought likeliest. */
export const likelyValues = (assumptions: Assumptions): AssumptionValues =>
  Object.fromEntries(assumptionNames.map((name) => [name, assumptions[name].likely])) as AssumptionValues;

/** The assumptions that are uncertain: whose interval is more than a point. */
export const uncertainNames = (assumptions: Assumptions): readonly AssumptionName[] =>
  assumptionNames.filter((name) => assumptions[name].low < assumptions[name].high);
