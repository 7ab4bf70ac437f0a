/**
 * An allocation problem as the engine works on it: every amount an exact whole number of a stated unit, every shorthand
 * of the file resolved, every derived ceiling written out. Plain JSON; made only by `parseAllocationProblem`.
 *
 * Units   Money is counted in 1/moneyScale kronor (moneyScale 1: whole kronor). Value is counted in 1/valueScale.
 */
export const allocationProblemFormat = 'fordela/allocation-problem@1';

/** What a project can cost: money of a year and a source, or something else that is scarce (`other`: staff, slots). */
export interface Resource {
  readonly id: string;
  readonly year: number | null;
  readonly source: string | null;
  /** `money` counts in a project's money, in group limits and in shares; `other` only meets its own ceiling. */
  readonly unit: 'money' | 'other';
}

/**
 * `payments`: a year's or a source's money. `carry-over`: several years together, when unused money may be carried. `total`:
 * all money. `commitment`: what may be outstanding after a year, i.e. the payments of all later years. `other`: not money.
 */
export const ceilingKinds = ['payments', 'carry-over', 'total', 'commitment', 'other'] as const;
export type CeilingKind = (typeof ceilingKinds)[number];

/** At most `limit` of the listed resources together. `limit` = frame − committed − reserved (+ carried in), never below 0. */
export interface Ceiling {
  readonly id: string;
  readonly kind: CeilingKind;
  readonly resourceIds: readonly string[];
  readonly limit: number;
  readonly year: number | null;
  readonly frame: number;
  readonly committed: number;
  readonly reserved: number;
}

/** A value known exactly (`low = point = high`) or as an interval; whole numbers of 1/valueScale. */
export interface Scored {
  readonly low: number;
  readonly point: number;
  readonly high: number;
}

/** One way to fund a project. A project is granted at most one of its levels. */
export interface FundingLevel {
  readonly id: string;
  /** Cost by resource id; resources not listed cost nothing. */
  readonly costs: Readonly<Record<string, number>>;
  /** Sum over the money resources. */
  readonly money: number;
  /** The value the objective counts. */
  readonly value: Scored;
  /** Value by name: criterion, objective, scenario or stakeholder. */
  readonly values: Readonly<Record<string, Scored>>;
  /** The round the grant would be made in (1 = this one); for `sequence` links. */
  readonly round: number;
}

/**
 * A project's place in one dimension. `parts`: its money is divided between the groups in proportion to the parts (largest
 * remainder). `tags`: all its money counts in every group named (themes).
 */
export interface Membership {
  readonly mode: 'parts' | 'tags';
  readonly parts: readonly { readonly group: string; readonly part: number }[];
}

export interface Decision {
  readonly reason: string | null;
}

export interface PortfolioProject {
  readonly id: string;
  readonly name: string | null;
  /** At least one; in increasing money, the last one is what was requested. */
  readonly levels: readonly FundingLevel[];
  readonly groups: Readonly<Record<string, Membership>>;
  readonly mustFund: Decision | null;
  readonly excluded: Decision | null;
  /** The smallest grant the applicant can use, when stated; money units. */
  readonly smallestUseful: number | null;
  readonly partialValue: PartialValueRule;
  /** Funded and finished in an earlier round: satisfies `requires` and `sequence`, costs nothing now. */
  readonly alreadyDone: boolean;
}

/**
 * What part of its value a project keeps at a smaller grant g of the requested r. `proportional`: g/r. `full`: all of it.
 * `linear_from`: `atSmallest` of it at the smallest useful grant, rising in a straight line to all of it at r.
 */
export type PartialValueRule =
  | { readonly rule: 'proportional' }
  | { readonly rule: 'full' }
  | { readonly rule: 'linear_from'; readonly atSmallest: { readonly numerator: number; readonly denominator: number } };

/** An exact fraction: shares are stated as decimals and kept as such. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** A bound of a group limit: an amount (money units, or a count), or a share of the money the portfolio spends. */
export type LimitBound =
  | { readonly kind: 'amount'; readonly amount: number; readonly shareOfBudget: Share | null }
  | { readonly kind: 'share-of-spent'; readonly share: Share };

/** At least `min` and at most `max` for the groups together, in money or in number of grants. */
export interface GroupLimit {
  readonly id: string;
  readonly dimension: string;
  readonly groups: readonly string[];
  readonly measure: 'money' | 'count';
  readonly min: LimitBound | null;
  readonly max: LimitBound | null;
  /** Only these resources' money; null = all money. */
  readonly resourceIds: readonly string[] | null;
}

export type ProjectLink =
  | { readonly id: string; readonly type: 'requires'; readonly from: string; readonly to: string }
  | { readonly id: string; readonly type: 'requires_one_of'; readonly from: string; readonly anyOf: readonly string[] }
  | { readonly id: string; readonly type: 'mutually_exclusive'; readonly projects: readonly string[] }
  | {
      readonly id: string;
      readonly type: 'choose';
      readonly projects: readonly string[];
      readonly min: number | null;
      readonly max: number | null;
    }
  | { readonly id: string; readonly type: 'sequence'; readonly first: string; readonly then: string };

/** When at least `atLeast` of the projects are funded, the portfolio gains `value` and costs `costs` more (or less). */
export interface Synergy {
  readonly id: string;
  readonly projects: readonly string[];
  readonly atLeast: number;
  /** Gain of the objective's value; negative = worth less together. */
  readonly value: number;
  readonly values: Readonly<Record<string, number>>;
  /** Change of cost by resource; negative = shared costs saved. */
  readonly costs: Readonly<Record<string, number>>;
  readonly money: number;
  /** Where the change of money counts in group limits; a dimension not named here is not touched. */
  readonly groups: Readonly<Record<string, Membership>>;
}

/** A limit in a unit of its own across funded projects, e.g. de minimis aid in euro to one undertaking. */
export interface JointLimit {
  readonly id: string;
  readonly unit: string;
  readonly limit: number;
  /** Used up before this round, in the same unit. */
  readonly history: number;
  readonly uses: readonly { readonly projectId: string; readonly amount: number }[];
  /** `limit`, `history` and `amount` are whole numbers of 1/scale of the unit. */
  readonly scale: number;
}

/** Which value an objective is about: the problem's `value`, or one of the named values. */
export type ValueName = string;

export interface EqualityMeasure {
  /**
   * `smallest_group`: the money of the group with least, as large as possible (maximin). `spread`: largest minus smallest
   * group, as small as possible. `distance_to_targets`: the sum of |money − target|, as small as possible.
   */
  readonly measure: 'smallest_group' | 'spread' | 'distance_to_targets';
  readonly dimension: string;
  readonly groups: readonly string[];
  /** Divisors by group (inhabitants), so that money per head is compared; 1 where none is given. */
  readonly per: readonly number[];
  /** Money units by group; only for `distance_to_targets`. */
  readonly targets: readonly number[];
}

export type Objective =
  | { readonly name: 'sum_of_value'; readonly of: ValueName; readonly penaltyPerGrant: number }
  | { readonly name: 'value_times_money'; readonly of: ValueName; readonly penaltyPerGrant: number }
  | { readonly name: 'value_per_krona'; readonly of: ValueName; readonly penaltyPerGrant: number }
  | {
      readonly name: 'maximin' | 'minimax_regret';
      readonly over: readonly ValueName[];
      readonly penaltyPerGrant: number;
    }
  | { readonly name: 'most_equal'; readonly equality: EqualityMeasure }
  | { readonly name: 'least_money' }
  | { readonly name: 'fewest_changes'; readonly baseline: Readonly<Record<string, string | null>> }
  | { readonly name: 'lexicographic'; readonly stages: readonly LexicographicStage[] };

/** One aim of a lexicographic objective; later ones decide only among portfolios that give up at most `tolerance` of this. */
export interface LexicographicStage {
  readonly objective: Exclude<Objective, { name: 'lexicographic' | 'value_per_krona' }>;
  /** In the unit of the stage's own objective. */
  readonly tolerance: number;
}

/** Whose wishes the fair rules follow. Utilities are whole numbers of 1/valueScale. */
export interface Voter {
  readonly id: string;
  /** How many identical ballots this one stands for. */
  readonly count: number;
  readonly approves: readonly string[];
  readonly utilities: Readonly<Record<string, number>>;
  /** Best first, for ordinal ballots; [] when none was given. */
  readonly ranking: readonly string[];
  readonly group: string | null;
}
export const ballotTypes = ['approval', 'utility', 'ranking'] as const;
export type BallotType = (typeof ballotTypes)[number];

/** A linear statement Σ coefficients·weight relation constant about the weights of named values; exact decimals as text. */
export interface WeightStatement {
  readonly id: string;
  readonly coefficients: Readonly<Record<string, string>>;
  readonly relation: '>=' | '<=' | '=';
  readonly constant: string;
}

/** What is known of the weights of the named values, for robust methods. Weights are ≥ 0 and sum to 1. */
export interface WeightInformation {
  readonly values: readonly ValueName[];
  /** Groups in falling importance; values of one group are equally placed (no statement between them). */
  readonly order: readonly (readonly ValueName[])[];
  readonly bounds: Readonly<Record<string, readonly [string, string]>>;
  readonly statements: readonly WeightStatement[];
}

export interface SolverSettings {
  /** `auto`: the own branch and bound and, should its effort run out unproven, HiGHS from where it stood. Else: that one. */
  readonly method: 'auto' | 'dynamic-programming' | 'branch-and-bound' | 'highs';
  /** Largest proven relative gap at which the search may stop; 0 = proven optimum. */
  readonly gap: number;
  /** For HiGHS, which has a clock of its own. */
  readonly timeLimitSeconds: number;
  /**
   * For the own methods: millions of table entries they may work through: a hundred to a thousand per second, fewest where tables are
   * small. Counting work, not seconds, keeps the answer reproducible.
   */
  readonly effortLimit: number;
  readonly seed: number;
}

/** Something the reader should know about the problem as read, as data. Not an error. Worded in libs/wording. */
export interface Observation {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly params: Readonly<Record<string, string | number | boolean | null | readonly (string | number)[]>>;
}

export interface TaskEntry {
  readonly task: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly path: readonly (string | number)[];
}

export interface AllocationProblem {
  readonly format: typeof allocationProblemFormat;
  readonly title: string | null;
  readonly inputFingerprint: string;
  readonly currency: string;
  readonly moneyScale: number;
  readonly valueScale: number;
  /** False when some value was finer than 1/valueScale and was rounded to it. */
  readonly valuesExact: boolean;
  /** False when projects have only named values and nothing says how they make one: objectives must then name theirs. */
  readonly hasValue: boolean;
  readonly resources: readonly Resource[];
  readonly ceilings: readonly Ceiling[];
  /** What shares "of the budget" are of: the stated total, else the sum of the payment ceilings; null when there is neither. */
  readonly budget: number | null;
  /** In the order of their ids (by code unit), so that the order in the file never matters. */
  readonly projects: readonly PortfolioProject[];
  /** Names under which every project has values, sorted. */
  readonly valueNames: readonly ValueName[];
  /** Exact weights of the named values as decimal text, when the file states them. */
  readonly weights: Readonly<Record<ValueName, string>> | null;
  /** All groups that occur, by dimension, sorted. */
  readonly dimensions: Readonly<Record<string, readonly string[]>>;
  readonly groupLimits: readonly GroupLimit[];
  readonly grants: { readonly min: number | null; readonly max: number | null };
  readonly minimumGrant: number | null;
  readonly links: readonly ProjectLink[];
  readonly synergies: readonly Synergy[];
  readonly jointLimits: readonly JointLimit[];
  /** At most one project may get any whole number of units between its smallest useful grant (or 1) and its request. */
  readonly marginalPartFunding: boolean;
  /** Null when the projects have several named values and neither weights nor an objective say which one counts. */
  readonly objective: Objective | null;
  readonly ballots: { readonly type: BallotType; readonly voters: readonly Voter[] } | null;
  readonly weightInformation: WeightInformation | null;
  /** Inhabitants by dimension and group, where stated. */
  readonly populations: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Money of earlier years by dimension and group: money units. */
  readonly earlierYears: readonly {
    readonly year: number;
    readonly dimension: string;
    readonly amounts: Readonly<Record<string, number>>;
  }[];
  readonly solver: SolverSettings;
  readonly tasks: readonly TaskEntry[];
  readonly observations: readonly Observation[];
}
