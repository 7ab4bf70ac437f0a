// Made by scripts/graphql-types.mjs from apps/api/schema.graphql and the .graphql files beside it. Not edited by hand.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What an actor does in the support system (report 2.1). */
export type ActorRoleWord =
  /** Advice to businesses (rådgivning). */
  | 'advice'
  /** Business development. */
  | 'business_development'
  /** Coordination. */
  | 'coordination'
  /** Carries out projects. */
  | 'delivery'
  /** Education and skills. */
  | 'education'
  /** Funding and co-financing. */
  | 'funding'
  /** Guidance to funding (finansieringsvägledning). */
  | 'funding_guidance'
  /** Brings others together (intermediär). */
  | 'intermediary'
  /** Project development (projektutveckling). */
  | 'project_development'
  /** Project finance (projektekonomi). */
  | 'project_finance'
  /** Takes over results (mottagare). */
  | 'receiver'
  /** Research. */
  | 'research'
  /** Social innovation and inclusion. */
  | 'social_innovation'
  /** Strategic steering and priorities. */
  | 'steering'
  /** Tests and puts into use. */
  | 'testing';

/** The report's five types of actor (section 2.1). */
export type ActorType =
  /** University or research body. */
  | 'academia'
  /** Business-support organisation (främjandeaktör). */
  | 'business_support'
  /** Civil society. */
  | 'civil_society'
  /** Industry or cluster. */
  | 'industry_cluster'
  /** Public body. */
  | 'public';

/** The policy choices of an allocation. Every one is stated in the problem and shown beside the result; none is hidden. */
export type AllocationOptionsInput = {
  /** Keep the joint ceiling of de minimis aid to one undertaking. */
  readonly deMinimisLimits?: boolean;
  /** Leave out applications that the rules stop (gate first, score second). */
  readonly excludeIneligible?: boolean;
  /** Applications left out, with reasons. */
  readonly excluded?: ReadonlyArray<PinInput>;
  /** Limits for groups. */
  readonly limits?: ReadonlyArray<GroupLimitInput>;
  /** At most so many grants in all. */
  readonly maxGrants?: number | null | undefined;
  /** At least so many grants in all. */
  readonly minGrants?: number | null | undefined;
  /** No grant smaller than this. */
  readonly minimumGrantSek?: number | null | undefined;
  /** Applications that must be granted, with reasons. */
  readonly mustFund?: ReadonlyArray<PinInput>;
  /** What to be best at. Give this or `objectiveDetail`. */
  readonly objective?: ObjectiveName | null | undefined;
  /** An objective in the words of docs/formats/allocation-problem.md: lexicographic, most equal, fewest changes… */
  readonly objectiveDetail?: unknown;
  /** How a joint project is attributed to owner groups. */
  readonly ownerAttribution?: OwnerAttribution;
  /** Whether a project may get less than it asks for. */
  readonly partialGrants?: PartialGrants;
  /** Conventions for the scores; the standard ones when left out. */
  readonly policy?: ScoringPolicyInput | null | undefined;
  /** Money that has come back in a year (`rebalance`), to be granted on top of the frame. */
  readonly releasedSek?: ReadonlyArray<ReleasedMoneyInput>;
  /** What to do with a project that comes after another. */
  readonly sequences?: SequencePolicy;
  /** How long and by what means to look; proven optimum when left out. */
  readonly solver?: SolverInput | null | undefined;
  /** Weights for the scores; the call's own when left out. */
  readonly weights?: ReadonlyArray<TrialWeightInput> | null | undefined;
};

/** Another value of an assumption: an interval with what is likeliest; the three alike for a certain number. */
export type AssumptionInput = {
  /** Highest. */
  readonly high: number;
  /** Likeliest. */
  readonly likely: number;
  /** Lowest. */
  readonly low: number;
  /** The assumption, by its name in an answer. */
  readonly name: string;
  /** Where the figures come from. */
  readonly source?: string | null | undefined;
};

/** How an indicator stands on a day. */
export type AttainmentStatus =
  /** Nothing has been measured yet, which is not zero. */
  | 'no_result'
  /** Baseline or target is not stated. */
  | 'not_measurable'
  /** At the target or beyond. */
  | 'reached'
  /** On the way, or where it began. */
  | 'under_way'
  /** It has got worse than where it began. */
  | 'worse_than_baseline';

/** The screen that has the rows. */
export type AttentionScreen =
  /** The applications with their checklists. */
  | 'applications'
  /** The envelope year by year. */
  | 'envelope'
  /** The follow-up. */
  | 'follow_up'
  /** The horizon. */
  | 'horizon'
  /** The overview itself: shares and coverage. */
  | 'overview';

/** Which projects and money a view rests on. */
export type BasisKind =
  /** Every application of the call, at what it asks for: nobody has been chosen. */
  | 'all_applications'
  /** What has been granted by decision, by the last decision about each application. */
  | 'decided'
  /** What a saved scenario grants: a proposal, not a decision. */
  | 'scenario';

/** When a municipality first heard of a call. */
export type CallKnownInput = {
  /** The call. */
  readonly callId: string | number;
  /** The day; left out to take back what was noted. */
  readonly date?: string | null | undefined;
  /** The version the edit was made from; null when nothing was noted. */
  readonly expectedVersion?: number | null | undefined;
  /** Code of the municipality. */
  readonly municipalityCode: string | number;
  /** How it heard, or who says so. */
  readonly source?: string | null | undefined;
};

/** How a call stands on a day, by its own dates. */
export type CallStatus =
  /** The last day to apply has passed (utlöpt). */
  | 'expired'
  /** Open for applications, first and last day included (öppen). */
  | 'open'
  /** Not yet open (kommande). */
  | 'upcoming';

/** A cell the officer has corrected in the preview. */
export type CellCorrectionInput = {
  /** What the column was taken for (`columnId`). */
  readonly columnId: string;
  /** Row as the spreadsheet shows it, from 1. */
  readonly row: number;
  /** What the cell is to say. */
  readonly text: string;
};

/** How grave a finding of an import is. */
export type CellSeverity =
  /** The row, or the file, cannot be saved. */
  | 'error'
  /** Says what was understood. */
  | 'note'
  /** Must be looked at by a person. */
  | 'warning';

/** The points an application is checked on. */
export type ChecklistItem =
  /** Advance payment. */
  | 'advance'
  /** How sure the co-financing is. */
  | 'co_financing'
  /** The application is complete. */
  | 'complete_application'
  /** Conflicts of interest (jäv). */
  | 'conflicts_of_interest'
  /** Links to other applications. */
  | 'dependencies'
  /** Financing equals cost. */
  | 'financing_closes'
  /** The EU funds' ceilings. */
  | 'fund_ceilings'
  /** The share of 1:1 money. */
  | 'grant_rate'
  /** Contributions other than money. */
  | 'in_kind'
  /** Municipalities served. */
  | 'municipalities'
  /** Not started before it was received. */
  | 'not_started'
  /** No operating support. */
  | 'operating_support'
  /** Delimited from ordinary operations. */
  | 'ordinary_operations'
  /** The shares of the partners. */
  | 'partner_shares'
  /** The cost of the phases. */
  | 'phases_total'
  /** The ratings. */
  | 'ratings'
  /** Who takes over the result. */
  | 'receiving_structure'
  /** Number of reviewers. */
  | 'reviewers'
  /** State aid. */
  | 'state_aid'
  /** Fits the regional strategy. */
  | 'strategy_fit';

/** How a point of the checklist stands. */
export type ChecklistOutcome =
  /** An error stands. */
  | 'fail'
  /** Something waits for a person. */
  | 'needs_review'
  /** No rule has anything to look at. */
  | 'not_applicable'
  /** Nothing stands against it. */
  | 'pass';

/** What to do with a computed criterion outside its scale. */
export type ComputedOutOfScalePolicy =
  /** Count it as the nearest end and say so. */
  | 'clip'
  /** Compute nothing. */
  | 'refuse';

/** What of the plan something is. */
export type CoverageKind =
  /** A gap. */
  | 'gap'
  /** A need (S, K or R). */
  | 'need'
  /** A priority of the regional development strategy. */
  | 'priority'
  /** A recommendation. */
  | 'recommendation';

/** The four phases of a project's cycle (report 4.4). */
export type CyclePhase =
  /** Application (ansökan). */
  | 'application'
  /** Closure and continuation (avslut och fortsättning). */
  | 'closure'
  /** Foresight and idea (omvärldsbevakning och idé). */
  | 'foresight_idea'
  /** Implementation (genomförande). */
  | 'implementation';

/** What people decided about an application. */
export type DecisionKind =
  /** Granted (bifall). */
  | 'granted'
  /** Rejected (avslag). */
  | 'rejected'
  /** Sent back for more preparation (återremiss). */
  | 'returned';

/** What the reviewers of an application disagree because of. */
export type DisagreementCause =
  /** Most of the spread stays: they see the application itself differently. */
  | 'application'
  /** At least half of the spread goes when strict and lenient reviewers are put on a par. */
  | 'strictness';

/** A person's decision on an application as a whole. */
export type EligibilityDecision =
  /** It may not go on, on grounds no rule sees. */
  | 'ineligible'
  /** It may go on in spite of the errors found so far. */
  | 'reinstated';

/** How grants turn into payments over the years. */
export type EnvelopeProfile =
  /** In the years they are granted for. */
  | 'as_decided'
  /** As the phases cost. */
  | 'by_phase'
  /** The same every month of the project. */
  | 'even'
  /** As quarterly claims come in and are paid three months after. */
  | 'lagged';

/** Between whom a rule is to be fair. */
export type FairVoters =
  /** The municipalities; each wishes what serves it, as much as its part of the score. */
  | 'municipalities'
  /** The owner groups; each wishes what it takes part in, as much as its part of the score. */
  | 'owner_groups'
  /** The reviewers; each wishes as it would score alone. */
  | 'reviewers';

/** What became of an application in the best portfolio. */
export type Fate =
  /** Done already. */
  | 'done'
  /** Left out by a decision. */
  | 'excluded'
  /** In it. */
  | 'funded'
  /** In it with less than it asked for. */
  | 'funded_in_part'
  /** In none that keeps all limits. */
  | 'impossible'
  /** In every one that keeps all limits. */
  | 'indispensable'
  /** Included by a decision. */
  | 'must_fund'
  /** Not in it. */
  | 'not_funded'
  /** Not in this one, but in another that is just as good. */
  | 'tied';

/** What an officer says of a finding. */
export type FindingReviewInput = {
  /** The application. */
  readonly applicationId: string | number;
  /** Who. Stated, not proven: there is no sign-in yet. */
  readonly by: string;
  /** Confirm or override. */
  readonly decision: ReviewDecision;
  /** The version of the gate that was seen. */
  readonly expectedVersion: number;
  /** The finding, as it stands (`Finding.key`). */
  readonly findingKey: string | number;
  /** Why; required for an override. */
  readonly reason?: string;
};

/** What an application gets on a criterion without any usable rating. */
export type GapPolicy =
  /** The best end of the scale. */
  | 'best'
  /** The mean of the others'. */
  | 'mean'
  /** The median of the others'. */
  | 'median'
  /** Nothing is computed. */
  | 'refuse'
  /** Nothing: the weight of the criterion is shared among those it has a value on. */
  | 'renormalise_weights'
  /** The worst end of the scale. */
  | 'worst';

/** A decision to record. */
export type GrantDecisionInput = {
  /** Why more is granted than is free; required when it is. */
  readonly aboveFrameReason?: string | null | undefined;
  /** What is granted per year; nothing unless granted. */
  readonly amounts?: ReadonlyArray<YearAmountInput>;
  /** The application. */
  readonly applicationId: string | number;
  /** Conditions. */
  readonly conditions?: string;
  /** Conflicts of interest noted. */
  readonly conflictNotes?: string;
  /** Who decided. Required: the engine never does. */
  readonly decidedBy: string;
  /** The day of the decision. */
  readonly decidedDate: string;
  /** The delegation it rests on. */
  readonly delegation?: string | null | undefined;
  /** How many decisions about the application were seen. */
  readonly expectedVersion: number;
  /** What was decided. */
  readonly kind: DecisionKind;
  /** Minutes and paragraph. */
  readonly minutesReference?: string | null | undefined;
  /** Reasons; required for every decision but a grant, and for a grant that is not what the scenario recommended. */
  readonly reason?: string;
  /** Who records it. Stated, not proven: there is no sign-in yet. */
  readonly recordedBy: string;
  /** The scenario it was decided on, of the same call. */
  readonly scenarioId?: string | number | null | undefined;
};

/** Something that happened to a grant. */
export type GrantEventInput = {
  /** The application. */
  readonly applicationId: string | number;
  /** Of it approved. */
  readonly approvedCostSek?: number;
  /** The day. */
  readonly date: string;
  /** How many events of the grant were seen. */
  readonly expectedVersion: number;
  /** What happened. */
  readonly kind: GrantEventKind;
  /** Free note. */
  readonly note?: string;
  /** Paid as an advance or on a claim. */
  readonly paidSek?: number;
  /** Who records it. Stated, not proven: there is no sign-in yet. */
  readonly recordedBy: string;
  /** Taken back. */
  readonly recoveredSek?: number;
  /** Cost reported in a claim. */
  readonly reportedCostSek?: number;
};

/** What happened to a grant. */
export type GrantEventKind =
  /** An advance was paid (förskott). */
  | 'advance'
  /** A claim was settled (rekvisition). */
  | 'claim'
  /** Money was taken back (återkrav). */
  | 'recovery';

/** What limits and shares can be about. */
export type GroupDimension =
  /** Municipality served, equal parts. */
  | 'municipality'
  /** Owner group: region_own, municipal, other. */
  | 'ownerGroup'
  /** Phase of the cycle, by the cost of the phases. */
  | 'phase'
  /** Size class of the municipalities served. */
  | 'sizeClass'
  /** Theme tag; a project counts fully in each of its themes. */
  | 'theme';

/** At least and at most for some groups together. */
export type GroupLimitInput = {
  /** What the groups are of. */
  readonly dimension: GroupDimension;
  /** The groups counted together. */
  readonly groups: ReadonlyArray<string | number>;
  /** At most so many grants. */
  readonly maxCount?: number | null | undefined;
  /** At most this much money. */
  readonly maxSek?: number | null | undefined;
  /** At most this share, 0 to 1. */
  readonly maxShare?: number | null | undefined;
  /** At least so many grants. */
  readonly minCount?: number | null | undefined;
  /** At least this much money. */
  readonly minSek?: number | null | undefined;
  /** At least this share, 0 to 1. */
  readonly minShare?: number | null | undefined;
  /** What the shares are of; `budget`. */
  readonly of?: ShareBase | null | undefined;
};

/** Who carries a project’s result on, whole: what is left out is not stated. */
export type HandoverInput = {
  /** The application of the project. */
  readonly applicationId: string | number;
  /** The version the edit was made from; null when nothing was stated. */
  readonly expectedVersion?: number | null | undefined;
  /** True when the result hangs on one person. */
  readonly isKeyPersonDependent?: boolean | null | undefined;
  /** Free note. */
  readonly note?: string | null | undefined;
  /** What it costs a year to keep the result running. */
  readonly runningCostAfterSek?: number | null | undefined;
  /** Who pays for that, as an actor. */
  readonly runningCostOwnerActorId?: string | number | null | undefined;
  /** The year the receiver takes over. */
  readonly takeoverYear?: number | null | undefined;
};

/** What saving a row would do. */
export type ImportEffect =
  /** Nothing: it is stored like this already. */
  | 'changes_nothing'
  /** Adds an application. */
  | 'creates'
  /** Changes one. */
  | 'updates';

/** A file to import. */
export type ImportFileInput = {
  /** Its bytes in base64. */
  readonly contentBase64: string;
  /** Its name; the comma files are known by theirs. */
  readonly name: string;
};

/** What is imported. */
export type ImportKind =
  /** The normalised comma files, any of them together. */
  | 'comma_files'
  /** The officer's spreadsheet: one CSV or XLSX file. */
  | 'spreadsheet';

/** What can be done with a row. */
export type ImportRowStatus =
  /** Cannot be saved. */
  | 'error'
  /** Can be saved when somebody has looked at the findings. */
  | 'needs_attention'
  /** Plainly understood: can be saved. */
  | 'ok'
  /** No application: a title, a sum, an empty or repeated row. */
  | 'skipped';

/** How results over time make one value. */
export type IndicatorAccumulation =
  /** The latest stands: a level, or a count that is already accumulated. */
  | 'latest'
  /** Each result adds to the baseline: what a period gave. */
  | 'sum';

/** Which way is better. */
export type IndicatorDirection =
  /** Less is better. */
  | 'decrease'
  /** More is better. */
  | 'increase';

/** An indicator as it should be, whole: what is left out is not stated. */
export type IndicatorInput = {
  /** How results over time make one value. */
  readonly accumulation?: IndicatorAccumulation;
  /** The application of the project. */
  readonly applicationId: string | number;
  /** Where it began. */
  readonly baseline?: number | null | undefined;
  /** The day of the baseline. */
  readonly baselineDate?: string | null | undefined;
  /** True when the unit is people: every result is then given by sex. */
  readonly countsPeople?: boolean;
  /** Which way is better. */
  readonly direction?: IndicatorDirection;
  /** The version the edit was made from; null for an indicator that is new. */
  readonly expectedVersion?: number | null | undefined;
  /** The indicator to change; left out for a new one. */
  readonly id?: string | number | null | undefined;
  /** How it is measured. */
  readonly method?: string | null | undefined;
  /** What is measured. */
  readonly name: string;
  /** Free note. */
  readonly note?: string | null | undefined;
  /** Who answers for it, as an actor. */
  readonly ownerActorId?: string | number | null | undefined;
  /** The perspectives of the annual account it says something of. */
  readonly perspectives?: ReadonlyArray<Perspective>;
  /** Where it is to come. */
  readonly target?: number | null | undefined;
  /** By when. */
  readonly targetDate?: string | null | undefined;
  /** The unit. */
  readonly unit: string;
};

/** What an indicator needs to be followed. */
export type IndicatorPart =
  /** Where it began. */
  | 'baseline'
  /** How it is measured. */
  | 'method'
  /** Who answers for it. */
  | 'owner'
  /** Where it is to come. */
  | 'target';

/** What was measured on a day. */
export type IndicatorResultInput = {
  /** The day. One result a day: the same day again corrects it. */
  readonly date: string;
  /** The version the edit was made from; null for a day without a result. */
  readonly expectedVersion?: number | null | undefined;
  /** The indicator. */
  readonly indicatorId: string | number;
  /** Men, where people are counted. */
  readonly men?: number | null | undefined;
  /** People whose sex is not stated, where people are counted. */
  readonly notStated?: number | null | undefined;
  /** Free note. */
  readonly note?: string | null | undefined;
  /** The value; left out to take back what was recorded. */
  readonly value?: number | null | undefined;
  /** Women, where people are counted. */
  readonly women?: number | null | undefined;
};

/** Which lessons: those that meet every condition given. In a list, meeting one of it is enough. */
export type LessonFilter = {
  /** Learnt in, or used by, one of the projects. */
  readonly applicationIds?: ReadonlyArray<string | number> | null | undefined;
  /** Is about one of the phases. */
  readonly cyclePhases?: ReadonlyArray<CyclePhase> | null | undefined;
  /** All the words occur in title, text or themes; capitals and accents do not matter. */
  readonly search?: string | null | undefined;
  /** Has one of the themes. */
  readonly themes?: ReadonlyArray<string> | null | undefined;
};

/** A lesson as it should be, whole: what is left out is not stated. */
export type LessonInput = {
  /** The project it was learnt in. */
  readonly applicationId?: string | number | null | undefined;
  /** Phases of the project cycle it is about. */
  readonly cyclePhases?: ReadonlyArray<CyclePhase>;
  /** The version the edit was made from; null for a lesson that is new. */
  readonly expectedVersion?: number | null | undefined;
  /** The lesson to change; left out for a new one. */
  readonly id?: string | number | null | undefined;
  /** The day it was learnt. */
  readonly learntDate: string;
  /** What was learnt, and what to do another time. */
  readonly text: string;
  /** Themes. */
  readonly themes?: ReadonlyArray<string>;
  /** The lesson in one line. */
  readonly title: string;
  /** Projects that have used it since. */
  readonly usedByApplicationIds?: ReadonlyArray<string | number>;
};

/** Language of a text. */
export type LetterLanguage =
  /** English. */
  | 'en'
  /** Swedish. */
  | 'sv';

/** What the money of a policy is used for, as relative parts: 2, 1 and 1 is half, a quarter and a quarter. */
export type MoneyUseInput = {
  /** Early phases: preparing applications. */
  readonly early?: number;
  /** Implementation: carrying projects out. */
  readonly implementation?: number;
  /** Shared capacity: staff that several municipalities share. */
  readonly shared?: number;
};

/** What the best portfolio is best at. A choice of policy: on the same applications the first two give very different portfolios. */
export type ObjectiveName =
  /** The least money that keeps every limit. */
  | 'least_money'
  /** The sum of the scores: many good projects, however small. */
  | 'sum_of_value'
  /** The sum of the scores per krona spent. */
  | 'value_per_krona'
  /** The sum of score × money: the good projects that carry most. */
  | 'value_times_money';

/** Another weight of one criterion, to see what it would do. The others keep their proportions. */
export type OtherWeightInput = {
  /** The criterion. */
  readonly criterionId: string | number;
  /** Its part of all weights, 0 to 1: 0.3 for 30 percent. */
  readonly share: number;
};

/** What to do with a rating outside the scale. */
export type OutOfScalePolicy =
  /** Leave it out and say so. */
  | 'leave_out'
  /** Compute nothing. */
  | 'refuse';

/** How a joint project's money is attributed to owner groups. The choice changes every split. */
export type OwnerAttribution =
  /** All of it to the group of the lead partner. */
  | 'lead_partner'
  /** Split by the partners' cost shares. */
  | 'partner_budget';

/** Who owns a project in the split the committee discusses (report 5.2.8). */
export type OwnerGroup =
  /** Run by municipalities. */
  | 'municipal'
  /** Run by others. */
  | 'other'
  /** Run by the region itself. */
  | 'region_own';

/** Unit of a figure of the rule book. */
export type ParameterUnit =
  /** A number of things. */
  | 'count'
  /** Euro. */
  | 'eur'
  /** Months. */
  | 'months'
  /** Percent. */
  | 'percent'
  /** Percentage points. */
  | 'percentage_points'
  /** Kronor. */
  | 'sek'
  /** Kronor per euro, an exchange rate. */
  | 'sek_per_eur'
  /** A list of words. */
  | 'words'
  /** Years. */
  | 'years';

/** Whether a project may get less than it asks for. */
export type PartialGrants =
  /** What it asks for or nothing. */
  | 'all_or_nothing'
  /** At most one project may get any amount between. */
  | 'marginal'
  /** Also its smallest useful grant. */
  | 'smallest_or_requested';

/** What the annual account asks about (Förordning (2024:99) 8 and 9 §§). */
export type Perspective =
  /** Climate. */
  | 'climate'
  /** Economic sustainability. */
  | 'economic'
  /** Environmental sustainability. */
  | 'environmental'
  /** Gender equality (jämställdhet). */
  | 'gender_equality'
  /** Integration. */
  | 'integration'
  /** Social sustainability. */
  | 'social';

/** A person's decision about one application, taken before the engine is asked. */
export type PinInput = {
  /** The application. */
  readonly applicationId: string | number;
  /** Why; shown wherever it acts. Required. */
  readonly reason: string;
};

/** How a year's money is used under a policy. */
export type PolicyInput = {
  /** Grants a year: many is spread thin, few is concentrated, 0 is no money. */
  readonly grants: number;
  /** Its id in the answer. */
  readonly id: string | number;
  /** What to call it; its id when left out. */
  readonly name?: string | null | undefined;
  /** Who runs the projects. */
  readonly run: ProjectRunnersInput;
  /** What the money is used for. */
  readonly use: MoneyUseInput;
};

/** Files to read before anything is saved. */
export type PreviewImportInput = {
  /** The call to import into; the comma files may bring their own. */
  readonly callId?: string | number | null | undefined;
  /** Corrections of cells. */
  readonly corrections?: ReadonlyArray<CellCorrectionInput>;
  /** The files: one spreadsheet, or comma files. */
  readonly files: ReadonlyArray<ImportFileInput>;
  /** What is imported. */
  readonly kind: ImportKind;
  /** What earlier imports taught: heading → `columnId`, or `ignore`. */
  readonly mapping?: unknown;
};

/** A field of the matrix. */
export type PriorityQuadrant =
  /** Important and ready. */
  | 'do_now'
  /** Ready, less important. */
  | 'if_room'
  /** Important, not ready. */
  | 'prepare'
  /** Neither. */
  | 'set_aside';

/** A report as it should be, whole. Without a day it came, it is awaited. */
export type ProjectReportInput = {
  /** The application of the project. */
  readonly applicationId: string | number;
  /** What has departed from the plan. */
  readonly deviations?: string | null | undefined;
  /** Last day to hand it in. */
  readonly dueDate: string;
  /** The version the edit was made from; null for a report that is new. */
  readonly expectedVersion?: number | null | undefined;
  /** The report to change; left out for a new one. */
  readonly id?: string | number | null | undefined;
  /** Kind of report. */
  readonly kind: ReportKind;
  /** First day of the period it is about. */
  readonly periodFrom: string;
  /** Last day of the period. */
  readonly periodTo: string;
  /** How the project stands. */
  readonly standing?: ProjectStanding | null | undefined;
  /** The day it came. */
  readonly submittedDate?: string | null | undefined;
  /** What it says. */
  readonly text?: string | null | undefined;
};

/** Who runs the projects of a policy, as relative parts. */
export type ProjectRunnersInput = {
  /** Municipalities. */
  readonly municipal?: number;
  /** Others. */
  readonly other?: number;
  /** The region itself. */
  readonly region?: number;
};

/** How a project stands, by its report. */
export type ProjectStanding =
  /** Closed (avslutat). */
  | 'closed'
  /** Late (försenat). */
  | 'late'
  /** On track (enligt plan). */
  | 'on_track';

/** How the weights of the criteria are in doubt. */
export type RankingDoubt =
  /** Nothing is known: any weights. */
  | 'any'
  /** Each may be off by so much as `margin` says, up or down. */
  | 'near'
  /** Only their order is known: no criterion weighs less than one with a smaller weight in the call. */
  | 'order';

/** How several ratings become one. */
export type RatingAggregation =
  /** Their mean. */
  | 'mean'
  /** Their median. */
  | 'median'
  /** Their mean without the extremes at each end. */
  | 'trimmed_mean';

/** What readiness is made of. */
export type ReadinessPart =
  /** Political anchoring. */
  | 'anchoring'
  /** The decided part of the money that is not 1:1. */
  | 'co_financing'
  /** A plan with phases and months. */
  | 'plan'
  /** Somebody who takes over. */
  | 'receiver';

/** Money released in a year. */
export type ReleasedMoneyInput = {
  /** Whole kronor; negative takes money away. */
  readonly amountSek: number;
  /** The year. */
  readonly year: number;
};

/** Kind of report. */
export type ReportKind =
  /** Final report (slutrapport); it closes the project. */
  | 'final'
  /** Progress report (lägesrapport). */
  | 'progress';

/** What an officer says of a finding. */
export type ReviewDecision =
  /** It is right. */
  | 'confirmed'
  /** It does not count here, for the reason given. */
  | 'overridden';

/** How a reviewer rates beside the others. */
export type ReviewerStance =
  /** Higher, by more than 1.96 standard errors. */
  | 'lenient'
  /** Neither can be told from the ratings. */
  | 'neither'
  /** Lower, by more than 1.96 standard errors. */
  | 'strict';

/** What a reason is worth. */
export type RiskLevel =
  /** Something stands in the way. */
  | 'risk'
  /** Nobody has said, which is no answer either way. */
  | 'unknown';

/** How far a rule or figure reaches. */
export type RuleScope =
  /** A choice of this product. */
  | 'engine'
  /** EU law. */
  | 'eu_law'
  /** One fund's programme. */
  | 'fund'
  /** National law. */
  | 'law'
  /** The region's practice. */
  | 'regional_practice'
  /** The report Kraftsamla Sörmland. */
  | 'report';

/** A scenario to save: it is computed and kept with all it rests on. */
export type ScenarioInput = {
  /** The call to allocate. */
  readonly callId: string | number;
  /** Name; one scenario of a call only may have it. */
  readonly name: string;
  /** Free note. */
  readonly note?: string;
  /** The choices. */
  readonly options: AllocationOptionsInput;
};

/** The conventions scores are computed under; each one changes answers. Left out: what the result states. */
export type ScoringPolicyInput = {
  /** How several ratings become one; `mean`. */
  readonly aggregation?: RatingAggregation | null | undefined;
  /** A computed criterion outside its scale; `clip`. */
  readonly computedOutOfScale?: ComputedOutOfScalePolicy | null | undefined;
  /** No usable rating at all; `renormalise_weights`. */
  readonly missing?: GapPolicy | null | undefined;
  /** A rating outside the scale; `leave_out`. */
  readonly outOfScale?: OutOfScalePolicy | null | undefined;
  /** Equal scores; `competition`. */
  readonly ties?: TieConvention | null | undefined;
  /** Part taken away at each end by `trimmed_mean`, 0 to below 0.5; 0.2. */
  readonly trimShare?: number | null | undefined;
};

/** What the second axis of the matrix measures. */
export type SecondAxis =
  /** How little it costs beside the others: one minus its total cost as a part of the largest. */
  | 'ease'
  /** How ready the project is to begin: anchoring, decided co-financing, receiver and plan, the same weight each. */
  | 'readiness';

/** What to do with a project that comes after another. */
export type SequencePolicy =
  /** Do not grant both in one round. */
  | 'enforce'
  /** Show the link only. */
  | 'report';

/** What a finding means for the application. */
export type Severity =
  /** Stops the application until it is mended, overridden or reinstated. */
  | 'error'
  /** A rating is left out. */
  | 'exclude_rating'
  /** Only a person can judge. */
  | 'manual_review'
  /** Limits which applications can be granted together. */
  | 'portfolio_constraint'
  /** To be looked at; does not stop. */
  | 'warning';

/** What a share is of. */
export type ShareBase =
  /** Of all that may be granted. */
  | 'budget'
  /** Of what the portfolio grants. */
  | 'spent';

/** Which signals: those that meet every condition given. In a list, meeting one of it is enough. */
export type SignalFilter = {
  /** The call of ours they concern. */
  readonly callIds?: ReadonlyArray<string | number> | null | undefined;
  /** Seen on this day or later. */
  readonly from?: string | null | undefined;
  /** What they are about. */
  readonly kinds?: ReadonlyArray<SignalKind> | null | undefined;
  /** All the words occur in title, source, theme or note; capitals and accents do not matter. */
  readonly search?: string | null | undefined;
  /** What is done about them. */
  readonly statuses?: ReadonlyArray<SignalStatus> | null | undefined;
  /** Theme. */
  readonly themes?: ReadonlyArray<string> | null | undefined;
  /** Seen on this day or earlier. */
  readonly to?: string | null | undefined;
};

/** A signal as it should be, whole: what is left out is not stated. */
export type SignalInput = {
  /** The call of ours it concerns. */
  readonly callId?: string | number | null | undefined;
  /** The day it was seen. */
  readonly date: string;
  /** Last day to act. */
  readonly deadline?: string | null | undefined;
  /** The version the edit was made from; null for a signal that is new. */
  readonly expectedVersion?: number | null | undefined;
  /** The signal to change; left out for a new one. */
  readonly id?: string | number | null | undefined;
  /** Strategic importance, 0 to 5. */
  readonly importance?: number | null | undefined;
  /** What it is about. */
  readonly kind: SignalKind;
  /** Web address, from https://. */
  readonly link?: string | null | undefined;
  /** Free note. */
  readonly note?: string | null | undefined;
  /** How ready the county is to act, 0 to 5. */
  readonly readiness?: number | null | undefined;
  /** Where it was seen. */
  readonly source: string;
  /** What is done about it. */
  readonly status?: SignalStatus;
  /** Theme. */
  readonly theme?: string | null | undefined;
  /** What was seen, in one line. */
  readonly title: string;
};

/** What a signal is about. */
export type SignalKind =
  /** A call for applications. */
  | 'call'
  /** Something else. */
  | 'other'
  /** A change of policy, law or strategy. */
  | 'policy'
  /** A programme, of the EU or the state. */
  | 'programme';

/** What is done about a signal. */
export type SignalStatus =
  /** Somebody is doing something about it. */
  | 'acted'
  /** It does not concern us: kept, and left out of deadlines and the matrix. */
  | 'dismissed'
  /** Nobody has looked at it yet. */
  | 'new'
  /** It is watched. */
  | 'watched';

/** What was proven. */
export type SolveStatus =
  /** The best found; `gap` says how much better another could be at most. */
  | 'feasible'
  /** No portfolio keeps all the limits; `conflict` names limits that cannot hold together. */
  | 'infeasible'
  /** No portfolio under these limits is better. */
  | 'optimal'
  /** Neither a portfolio nor a proof that there is none was found within the limits of the search. */
  | 'unknown';

/** How long and by what means the optimum is looked for. */
export type SolverInput = {
  /** For our own methods: steps after which the best found is returned with its gap. */
  readonly effortLimit?: number | null | undefined;
  /** Proven relative gap at which to stop; 0 is the proven optimum. */
  readonly gap?: number | null | undefined;
  /** The method; `auto`. */
  readonly method?: SolverMethod | null | undefined;
  /** Seed of whatever is drawn. */
  readonly seed?: number | null | undefined;
  /** For HiGHS: seconds after which the best found is returned with its gap. */
  readonly timeLimitSeconds?: number | null | undefined;
};

/** How the optimum is looked for; all of them prove it. */
export type SolverMethod =
  /** The quickest that suits the problem. */
  | 'auto'
  /** Our own branch and bound. */
  | 'branch_and_bound'
  /** Our own dynamic programming, where the structure allows it. */
  | 'dynamic_programming'
  /** HiGHS. */
  | 'highs';

/** How equal scores share ranks. */
export type TieConvention =
  /** 1, 2.5, 2.5, 4. */
  | 'average'
  /** 1, 2, 2, 4. */
  | 'competition'
  /** 1, 2, 2, 3. */
  | 'dense'
  /** 1, 2, 3, 4 with the lower id first. */
  | 'ordinal_by_id';

/** A weight to try on a criterion. */
export type TrialWeightInput = {
  /** The criterion. */
  readonly criterionId: string | number;
  /** Importance relative to the others; not negative. */
  readonly weight: number;
};

/** What is taken as known of the weights of the criteria. */
export type WeightKnowledge =
  /** Nothing: any weights. */
  | 'any'
  /** Only their order: no criterion weighs less than one with a smaller weight in the call. */
  | 'order'
  /** The weights exactly as they are. */
  | 'stated';

/** One year's amount. */
export type YearAmountInput = {
  /** Whole kronor. */
  readonly amountSek: number;
  /** The year. */
  readonly year: number;
};

/** On which side of the line an application is, by the ratings and their uncertainty. */
export type ZoneGroup =
  /** Surely enough above it. */
  | 'accepted'
  /** The ratings cannot tell: something else than the ranking has to decide. */
  | 'random_selection'
  /** Surely enough below it. */
  | 'rejected';

export type ActorMapQueryVariables = Exact<{
  callId: string | number;
}>;

export type ActorMapQuery = {
  readonly actorMap:
    | {
        readonly __typename: 'ActorMap';
        readonly actors: ReadonlyArray<{
          readonly actorId: string;
          readonly leadsApplicationIds: ReadonlyArray<string>;
          readonly joinsApplicationIds: ReadonlyArray<string>;
          readonly actor: {
            readonly name: string;
            readonly actorType: ActorType;
            readonly furtherTypes: ReadonlyArray<ActorType>;
            readonly municipality: { readonly name: string } | null;
          };
          readonly roles: ReadonlyArray<{
            readonly role: ActorRoleWord;
            readonly cyclePhases: ReadonlyArray<CyclePhase>;
            readonly note: string | null;
          }>;
        }>;
        readonly rolesByPhase: ReadonlyArray<{
          readonly role: ActorRoleWord;
          readonly cyclePhase: CyclePhase;
          readonly actorIds: ReadonlyArray<string>;
        }>;
      }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      };
};

export type BasisChoicesQueryVariables = Exact<{
  callId: string | number;
}>;

export type BasisChoicesQuery = {
  readonly followUp:
    | { readonly __typename: 'FollowUp'; readonly basis: { readonly applicationIds: ReadonlyArray<string> } }
    | { readonly __typename: 'Refused' };
  readonly scenarios: ReadonlyArray<{ readonly id: string; readonly name: string }>;
};

export type CallsQueryVariables = Exact<{ [key: string]: never }>;

export type CallsQuery = {
  readonly calls: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly isExample: boolean;
    readonly decisionDate: string;
    readonly availableSek: number;
    readonly criteria: ReadonlyArray<{
      readonly id: string;
      readonly nameSv: string;
      readonly nameEn: string;
      readonly weight: number;
    }>;
  }>;
};

export type CertaintyQueryVariables = Exact<{
  callId: string | number;
  options: AllocationOptionsInput;
  weights: WeightKnowledge;
  samples: number;
}>;

export type CertaintyQuery = {
  readonly robustPortfolio:
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      }
    | {
        readonly __typename: 'RobustPortfolio';
        readonly isComplete: boolean;
        readonly portfolioCount: number;
        readonly safeYes: ReadonlyArray<{
          readonly applicationId: string;
          readonly title: string;
          readonly coreIndex: number;
        }>;
        readonly discuss: ReadonlyArray<{
          readonly applicationId: string;
          readonly title: string;
          readonly coreIndex: number;
        }>;
        readonly safeNo: ReadonlyArray<{
          readonly applicationId: string;
          readonly title: string;
          readonly coreIndex: number;
        }>;
      };
  readonly fundingProbability:
    | {
        readonly __typename: 'FundingProbabilities';
        readonly samples: number;
        readonly applications: ReadonlyArray<{
          readonly applicationId: string;
          readonly title: string;
          readonly probability: number;
          readonly standardError: number;
        }>;
      }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      };
  readonly valueOfInformation:
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      }
    | {
        readonly __typename: 'ValueOfInformation';
        readonly questions: ReadonlyArray<{
          readonly expectedGain: number;
          readonly changeProbability: number;
          readonly messageSv: string;
          readonly messageEn: string;
        }>;
      };
};

export type CommitImportMutationVariables = Exact<{
  previewId: string | number;
  rowIds: ReadonlyArray<string | number> | string | number;
}>;

export type CommitImportMutation = {
  readonly commitImport:
    | {
        readonly __typename: 'ImportCommitted';
        readonly createdIds: ReadonlyArray<string>;
        readonly updatedIds: ReadonlyArray<string>;
        readonly unchangedIds: ReadonlyArray<string>;
      }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      };
};

export type CompareScenariosQueryVariables = Exact<{
  ids: ReadonlyArray<string | number> | string | number;
}>;

export type CompareScenariosQuery = {
  readonly compareScenarios:
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      }
    | {
        readonly __typename: 'ScenarioComparison';
        readonly scenarios: ReadonlyArray<{
          readonly inBoth: number;
          readonly scenario: {
            readonly id: string;
            readonly name: string;
            readonly createdAt: string;
            readonly allocation: {
              readonly method: string;
              readonly inputFingerprint: string;
              readonly grantedSek: number;
              readonly value: number;
              readonly funded: ReadonlyArray<{ readonly applicationId: string }>;
            };
          };
          readonly enters: ReadonlyArray<{
            readonly applicationId: string;
            readonly title: string;
            readonly isRegionOwn: boolean | null;
            readonly grantedSek: number;
          }>;
          readonly leaves: ReadonlyArray<{
            readonly applicationId: string;
            readonly title: string;
            readonly isRegionOwn: boolean | null;
            readonly grantedSek: number;
          }>;
        }>;
        readonly dimensions: ReadonlyArray<{
          readonly dimension: GroupDimension;
          readonly groups: ReadonlyArray<{
            readonly group: string;
            readonly name: string;
            readonly shares: ReadonlyArray<{
              readonly amountSek: number;
              readonly share: number;
              readonly perInhabitantSek: number | null;
            }>;
          }>;
        }>;
      };
};

export type EnvelopeQueryVariables = Exact<{
  callId: string | number;
  scenarioId?: string | number | null | undefined;
  profile: EnvelopeProfile;
}>;

export type EnvelopeQuery = {
  readonly envelope: ReadonlyArray<{
    readonly year: number;
    readonly payments: {
      readonly limitSek: number;
      readonly earlierSek: number;
      readonly decidedSek: number;
      readonly reservedSek: number;
      readonly freeSek: number;
    };
    readonly commitments: { readonly limitSek: number; readonly freeSek: number } | null;
    readonly outstanding: { readonly earlierSek: number; readonly decidedSek: number; readonly reservedSek: number };
  }>;
};

export type ExplanationsQueryVariables = Exact<{
  callId: string | number;
  options: AllocationOptionsInput;
}>;

export type ExplanationsQuery = {
  readonly explanations:
    | {
        readonly __typename: 'Explanations';
        readonly explanations: ReadonlyArray<{
          readonly applicationId: string;
          readonly title: string;
          readonly isRegionOwn: boolean | null;
          readonly fate: Fate;
          readonly messageSv: string;
          readonly messageEn: string;
          readonly unsettledSv: string | null;
          readonly unsettledEn: string | null;
          readonly changes: ReadonlyArray<{
            readonly kind: string;
            readonly messageSv: string;
            readonly messageEn: string;
          }>;
        }>;
      }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      };
};

export type FairRulesQueryVariables = Exact<{
  callId: string | number;
  options: AllocationOptionsInput;
  voters: FairVoters;
}>;

export type FairRulesQuery = {
  readonly fairRules:
    | {
        readonly __typename: 'FairRules';
        readonly optimum: {
          readonly rule: string;
          readonly nameSv: string;
          readonly nameEn: string;
          readonly grants: number;
          readonly grantedSek: number;
          readonly value: number;
          readonly valueLostShare: number | null;
          readonly entering: ReadonlyArray<{ readonly applicationId: string; readonly title: string }>;
          readonly leaving: ReadonlyArray<{ readonly applicationId: string; readonly title: string }>;
          readonly municipalities: {
            readonly emptyHandedShare: number | null;
            readonly spread: { readonly gini: number | null };
            readonly groups: ReadonlyArray<{
              readonly group: string;
              readonly name: string;
              readonly amountSek: number;
            }>;
          };
          readonly ownerGroups: {
            readonly groups: ReadonlyArray<{ readonly group: string; readonly amountSek: number }>;
          };
        };
        readonly rules: ReadonlyArray<{
          readonly rule: string;
          readonly nameSv: string;
          readonly nameEn: string;
          readonly grants: number;
          readonly grantedSek: number;
          readonly value: number;
          readonly valueLostShare: number | null;
          readonly entering: ReadonlyArray<{ readonly applicationId: string; readonly title: string }>;
          readonly leaving: ReadonlyArray<{ readonly applicationId: string; readonly title: string }>;
          readonly municipalities: {
            readonly emptyHandedShare: number | null;
            readonly spread: { readonly gini: number | null };
            readonly groups: ReadonlyArray<{
              readonly group: string;
              readonly name: string;
              readonly amountSek: number;
            }>;
          };
          readonly ownerGroups: {
            readonly groups: ReadonlyArray<{ readonly group: string; readonly amountSek: number }>;
          };
        }>;
      }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      };
};

export type FairRowFragment = {
  readonly rule: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly grants: number;
  readonly grantedSek: number;
  readonly value: number;
  readonly valueLostShare: number | null;
  readonly entering: ReadonlyArray<{ readonly applicationId: string; readonly title: string }>;
  readonly leaving: ReadonlyArray<{ readonly applicationId: string; readonly title: string }>;
  readonly municipalities: {
    readonly emptyHandedShare: number | null;
    readonly spread: { readonly gini: number | null };
    readonly groups: ReadonlyArray<{ readonly group: string; readonly name: string; readonly amountSek: number }>;
  };
  readonly ownerGroups: { readonly groups: ReadonlyArray<{ readonly group: string; readonly amountSek: number }> };
};

export type FollowUpQueryVariables = Exact<{
  callId: string | number;
  basis: BasisKind;
  scenarioId?: string | number | null | undefined;
}>;

export type FollowUpQuery = {
  readonly followUp:
    | {
        readonly __typename: 'FollowUp';
        readonly asOf: string;
        readonly basis: { readonly kind: BasisKind; readonly scenarioName: string | null };
        readonly counts: {
          readonly onTrack: number;
          readonly late: number;
          readonly closed: number;
          readonly withoutReport: number;
          readonly overdueReports: number;
          readonly indicators: number;
          readonly measured: number;
          readonly reached: number;
          readonly notMeasurable: number;
          readonly withoutIndicator: number;
        };
        readonly projects: ReadonlyArray<{
          readonly applicationId: string;
          readonly title: string;
          readonly standing: ProjectStanding | null;
          readonly overdueReports: number;
          readonly attainments: ReadonlyArray<{
            readonly indicatorId: string;
            readonly status: AttainmentStatus;
            readonly value: number | null;
            readonly measuredDate: string | null;
            readonly share: number | null;
            readonly isOverdue: boolean;
            readonly missing: ReadonlyArray<IndicatorPart>;
            readonly indicator: {
              readonly id: string;
              readonly applicationId: string;
              readonly name: string;
              readonly unit: string;
              readonly countsPeople: boolean;
              readonly direction: IndicatorDirection;
              readonly accumulation: IndicatorAccumulation;
              readonly baseline: number | null;
              readonly baselineDate: string | null;
              readonly target: number | null;
              readonly targetDate: string | null;
              readonly method: string | null;
              readonly ownerActorId: string | null;
              readonly perspectives: ReadonlyArray<Perspective>;
              readonly note: string | null;
              readonly version: number;
              readonly owner: { readonly name: string } | null;
              readonly results: ReadonlyArray<{
                readonly date: string;
                readonly value: number | null;
                readonly women: number | null;
                readonly men: number | null;
                readonly notStated: number | null;
                readonly version: number;
              }>;
            };
          }>;
        }>;
      }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      };
  readonly resultsAtRisk:
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      }
    | {
        readonly __typename: 'ResultsAtRisk';
        readonly projects: number;
        readonly atRisk: number;
        readonly results: ReadonlyArray<{
          readonly applicationId: string;
          readonly isAtRisk: boolean;
          readonly reasons: ReadonlyArray<{
            readonly code: string;
            readonly level: RiskLevel;
            readonly messageSv: string;
            readonly messageEn: string;
          }>;
        }>;
      };
  readonly overdueReports: ReadonlyArray<{ readonly reportId: string; readonly daysLate: number }>;
  readonly sexStatistics:
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      }
    | {
        readonly __typename: 'SexStatistics';
        readonly withoutResult: number;
        readonly total: {
          readonly women: number;
          readonly men: number;
          readonly notStated: number;
          readonly total: number;
          readonly shareWomen: number | null;
          readonly hasSmallGroup: boolean;
        };
        readonly byIndicator: ReadonlyArray<{
          readonly indicatorId: string;
          readonly applicationId: string;
          readonly figure: {
            readonly women: number;
            readonly men: number;
            readonly notStated: number;
            readonly total: number;
            readonly shareWomen: number | null;
            readonly hasSmallGroup: boolean;
          } | null;
        }>;
      };
};

export type GateQueryVariables = Exact<{
  id: string | number;
}>;

export type GateQuery = {
  readonly application: {
    readonly gate: {
      readonly applicationId: string;
      readonly isBlocked: boolean;
      readonly needsReview: boolean;
      readonly awaitsCompletion: boolean;
      readonly version: number;
      readonly ruling: {
        readonly ruling: EligibilityDecision;
        readonly reason: string;
        readonly ruledBy: string;
      } | null;
      readonly lines: ReadonlyArray<{
        readonly item: ChecklistItem;
        readonly nameSv: string;
        readonly nameEn: string;
        readonly outcome: ChecklistOutcome;
        readonly findings: ReadonlyArray<{
          readonly finding: {
            readonly key: string;
            readonly severity: Severity;
            readonly ruleId: string;
            readonly ruleVersion: number;
            readonly ruleNameSv: string;
            readonly ruleNameEn: string;
            readonly messageSv: string;
            readonly messageEn: string;
            readonly remedySv: string;
            readonly remedyEn: string;
            readonly parameters: ReadonlyArray<{
              readonly id: string;
              readonly value: unknown;
              readonly unit: ParameterUnit;
              readonly validFrom: string;
              readonly source: {
                readonly citation: string;
                readonly text: string;
                readonly url: string | null;
                readonly isVerified: boolean;
              };
            }>;
            readonly sources: ReadonlyArray<{
              readonly citation: string;
              readonly text: string;
              readonly url: string | null;
              readonly isVerified: boolean;
            }>;
          };
          readonly review: {
            readonly decision: ReviewDecision;
            readonly reason: string;
            readonly reviewedBy: string;
            readonly reviewedAt: string;
          } | null;
        }>;
      }>;
    };
  } | null;
};

export type GatePartsFragment = {
  readonly applicationId: string;
  readonly isBlocked: boolean;
  readonly needsReview: boolean;
  readonly awaitsCompletion: boolean;
  readonly version: number;
  readonly ruling: { readonly ruling: EligibilityDecision; readonly reason: string; readonly ruledBy: string } | null;
  readonly lines: ReadonlyArray<{
    readonly item: ChecklistItem;
    readonly nameSv: string;
    readonly nameEn: string;
    readonly outcome: ChecklistOutcome;
    readonly findings: ReadonlyArray<{
      readonly finding: {
        readonly key: string;
        readonly severity: Severity;
        readonly ruleId: string;
        readonly ruleVersion: number;
        readonly ruleNameSv: string;
        readonly ruleNameEn: string;
        readonly messageSv: string;
        readonly messageEn: string;
        readonly remedySv: string;
        readonly remedyEn: string;
        readonly parameters: ReadonlyArray<{
          readonly id: string;
          readonly value: unknown;
          readonly unit: ParameterUnit;
          readonly validFrom: string;
          readonly source: {
            readonly citation: string;
            readonly text: string;
            readonly url: string | null;
            readonly isVerified: boolean;
          };
        }>;
        readonly sources: ReadonlyArray<{
          readonly citation: string;
          readonly text: string;
          readonly url: string | null;
          readonly isVerified: boolean;
        }>;
      };
      readonly review: {
        readonly decision: ReviewDecision;
        readonly reason: string;
        readonly reviewedBy: string;
        readonly reviewedAt: string;
      } | null;
    }>;
  }>;
};

export type GrantQueryVariables = Exact<{
  id: string | number;
}>;

export type GrantQuery = {
  readonly application: {
    readonly id: string;
    readonly callId: string;
    readonly requested: ReadonlyArray<{ readonly year: number; readonly amountSek: number }>;
    readonly grantDecisions: ReadonlyArray<{
      readonly no: number;
      readonly kind: DecisionKind;
      readonly decidedDate: string;
      readonly decidedBy: string;
      readonly delegation: string | null;
      readonly minutesReference: string | null;
      readonly conditions: string;
      readonly reason: string;
      readonly conflictNotes: string;
      readonly aboveFrameReason: string | null;
      readonly scenarioId: string | null;
      readonly recordedBy: string;
      readonly recordedAt: string;
      readonly amounts: ReadonlyArray<{ readonly year: number; readonly amountSek: number }>;
    }>;
    readonly grantEvents: ReadonlyArray<{
      readonly no: number;
      readonly kind: GrantEventKind;
      readonly date: string;
      readonly reportedCostSek: number;
      readonly approvedCostSek: number;
      readonly paidSek: number;
      readonly recoveredSek: number;
      readonly note: string;
      readonly recordedBy: string;
      readonly recordedAt: string;
    }>;
    readonly grantAccount: {
      readonly grantedSek: number;
      readonly approvedCostSek: number;
      readonly earnedSek: number;
      readonly netPaidSek: number;
      readonly payableSek: number;
      readonly unearnedSek: number;
      readonly leftSek: number;
    } | null;
    readonly moneyPlan: {
      readonly years: ReadonlyArray<{
        readonly year: number;
        readonly costSek: number;
        readonly securedSek: number;
        readonly appliedSek: number;
        readonly intendedSek: number;
        readonly withoutSourceSek: number;
        readonly surplusSek: number;
      }>;
      readonly total: {
        readonly costSek: number;
        readonly securedSek: number;
        readonly appliedSek: number;
        readonly intendedSek: number;
        readonly withoutSourceSek: number;
        readonly surplusSek: number;
      };
    };
  } | null;
};

export type HorizonQueryVariables = Exact<{ [key: string]: never }>;

export type HorizonQuery = {
  readonly calls: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly isExample: boolean;
    readonly firstKnownDate: string | null;
    readonly openingDate: string | null;
    readonly closingDate: string | null;
    readonly decisionDate: string;
    readonly status: CallStatus;
  }>;
  readonly leadTimes: {
    readonly asOf: string;
    readonly wantedMonths: number | null;
    readonly shortCount: number;
    readonly unknownCount: number;
    readonly source: {
      readonly citation: string;
      readonly text: string;
      readonly url: string | null;
      readonly isVerified: boolean;
    } | null;
    readonly leadTimes: ReadonlyArray<{
      readonly callId: string;
      readonly knownDate: string | null;
      readonly closingDate: string;
      readonly months: number | null;
      readonly isShort: boolean | null;
      readonly isNoted: boolean;
      readonly notedVersion: number | null;
      readonly messageSv: string | null;
      readonly messageEn: string | null;
      readonly municipality: { readonly code: string; readonly name: string };
    }>;
  };
};

export type LessonsQueryVariables = Exact<{
  first: number;
  filter?: LessonFilter | null | undefined;
}>;

export type LessonsQuery = {
  readonly lessons: {
    readonly totalCount: number;
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string;
        readonly title: string;
        readonly text: string;
        readonly themes: ReadonlyArray<string>;
        readonly cyclePhases: ReadonlyArray<CyclePhase>;
        readonly learntDate: string;
        readonly version: number;
        readonly application: { readonly id: string; readonly project: { readonly title: string } } | null;
        readonly usedByApplications: ReadonlyArray<{
          readonly id: string;
          readonly project: { readonly title: string };
        }>;
      };
    }>;
  };
};

export type MonthLetterQueryVariables = Exact<{
  month: string;
  language: LetterLanguage;
}>;

export type MonthLetterQuery = {
  readonly monthlySummary:
    | {
        readonly __typename: 'ForesightSummary';
        readonly letter: {
          readonly subject: string;
          readonly text: string;
          readonly sections: ReadonlyArray<{ readonly heading: string; readonly lines: ReadonlyArray<string> }>;
        };
      }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      };
};

export type OverviewQueryVariables = Exact<{
  callId: string | number;
  basis: BasisKind;
  scenarioId?: string | number | null | undefined;
}>;

export type OverviewQuery = {
  readonly coverage:
    | {
        readonly __typename: 'Coverage';
        readonly source: string;
        readonly basis: {
          readonly kind: BasisKind;
          readonly isExample: boolean;
          readonly scenarioName: string | null;
          readonly applicationIds: ReadonlyArray<string>;
          readonly grantSek: number;
        };
        readonly items: ReadonlyArray<{
          readonly kind: CoverageKind;
          readonly id: string;
          readonly nameSv: string;
          readonly grantSek: number;
          readonly applicationIds: ReadonlyArray<string>;
          readonly otherApplicationIds: ReadonlyArray<string>;
        }>;
        readonly uncovered: {
          readonly need: ReadonlyArray<string>;
          readonly gap: ReadonlyArray<string>;
          readonly recommendation: ReadonlyArray<string>;
          readonly priority: ReadonlyArray<string>;
        };
        readonly shares: {
          readonly ownerGroups: ReadonlyArray<{
            readonly group: string;
            readonly name: string;
            readonly amountSek: number;
            readonly share: number;
            readonly perInhabitantSek: number | null;
            readonly projects: number;
          }>;
          readonly phases: ReadonlyArray<{
            readonly group: string;
            readonly name: string;
            readonly amountSek: number;
            readonly share: number;
            readonly perInhabitantSek: number | null;
            readonly projects: number;
          }>;
          readonly themes: ReadonlyArray<{
            readonly group: string;
            readonly name: string;
            readonly amountSek: number;
            readonly share: number;
            readonly perInhabitantSek: number | null;
            readonly projects: number;
          }>;
          readonly municipalities: ReadonlyArray<{
            readonly group: string;
            readonly name: string;
            readonly amountSek: number;
            readonly share: number;
            readonly perInhabitantSek: number | null;
            readonly projects: number;
          }>;
        };
      }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      };
  readonly applied:
    | {
        readonly __typename: 'Coverage';
        readonly shares: {
          readonly municipalities: ReadonlyArray<{
            readonly group: string;
            readonly name: string;
            readonly amountSek: number;
            readonly share: number;
            readonly perInhabitantSek: number | null;
            readonly projects: number;
          }>;
        };
      }
    | { readonly __typename: 'Refused' };
  readonly attention:
    | {
        readonly __typename: 'Attention';
        readonly asOf: string;
        readonly items: ReadonlyArray<{
          readonly code: string;
          readonly messageSv: string;
          readonly messageEn: string;
          readonly screen: AttentionScreen;
          readonly applicationIds: ReadonlyArray<string>;
        }>;
      }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      };
  readonly strategyPriorities: ReadonlyArray<{ readonly id: string; readonly nameEn: string }>;
  readonly applications: {
    readonly edges: ReadonlyArray<{
      readonly node: { readonly id: string; readonly project: { readonly title: string } };
    }>;
  };
  readonly scenarios: ReadonlyArray<{ readonly id: string; readonly options: unknown }>;
};

export type SharesFragment = {
  readonly group: string;
  readonly name: string;
  readonly amountSek: number;
  readonly share: number;
  readonly perInhabitantSek: number | null;
  readonly projects: number;
};

export type OwnerSharesQueryVariables = Exact<{
  attribution: OwnerAttribution;
}>;

export type OwnerSharesQuery = {
  readonly ownerShares: ReadonlyArray<{
    readonly year: number;
    readonly totalSek: number;
    readonly grants: number;
    readonly topFiveShare: number | null;
    readonly medianSek: number | null;
    readonly groups: ReadonlyArray<{
      readonly ownerGroup: OwnerGroup;
      readonly amountSek: number;
      readonly share: number;
    }>;
  }>;
};

export type PolicyModelQueryVariables = Exact<{ [key: string]: never }>;

export type PolicyModelQuery = {
  readonly policyModel: {
    readonly policies: ReadonlyArray<{
      readonly id: string;
      readonly nameSv: string;
      readonly nameEn: string;
      readonly grants: number;
      readonly use: { readonly early: number; readonly shared: number; readonly implementation: number };
      readonly run: { readonly region: number; readonly municipal: number; readonly other: number };
    }>;
    readonly assumptions: ReadonlyArray<{
      readonly name: string;
      readonly nameSv: string;
      readonly nameEn: string;
      readonly low: number;
      readonly likely: number;
      readonly high: number;
      readonly unitSv: string;
      readonly unitEn: string;
      readonly reportSections: ReadonlyArray<string>;
    }>;
  };
};

export type PolicySimulationQueryVariables = Exact<{
  callId: string | number;
  policies: ReadonlyArray<PolicyInput> | PolicyInput;
  assumptions: ReadonlyArray<AssumptionInput> | AssumptionInput;
  yearlySek?: number | null | undefined;
  years: number;
}>;

export type PolicySimulationQuery = {
  readonly policySimulation:
    | {
        readonly __typename: 'PolicySimulation';
        readonly yearlySek: number;
        readonly years: number;
        readonly draws: number;
        readonly bestId: string;
        readonly policies: ReadonlyArray<{
          readonly id: string;
          readonly aheadIn: number | null;
          readonly aheadLow: number | null;
          readonly aheadHigh: number | null;
          readonly externalSek: { readonly likely: number; readonly p5: number | null; readonly p95: number | null };
          readonly behindBestSek: { readonly likely: number; readonly p5: number | null; readonly p95: number | null };
          readonly leastPer10000: { readonly likely: number; readonly p5: number | null; readonly p95: number | null };
          readonly years: ReadonlyArray<{
            readonly year: number;
            readonly externalBand: { readonly likely: number; readonly p5: number | null; readonly p95: number | null };
          }>;
          readonly municipalities: ReadonlyArray<{
            readonly code: string;
            readonly name: string;
            readonly capacityFte: { readonly likely: number; readonly p5: number | null; readonly p95: number | null };
            readonly per10000: { readonly likely: number; readonly p5: number | null; readonly p95: number | null };
          }>;
        }>;
        readonly turns: ReadonlyArray<{ readonly assumption: string; readonly value: number; readonly bestId: string }>;
      }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{
          readonly code: string;
          readonly path: ReadonlyArray<string>;
          readonly messageSv: string;
          readonly messageEn: string;
        }>;
      };
};

export type ModelBandFragment = { readonly likely: number; readonly p5: number | null; readonly p95: number | null };

export type PreviewImportMutationVariables = Exact<{
  input: PreviewImportInput;
}>;

export type PreviewImportMutation = {
  readonly previewImport:
    | {
        readonly __typename: 'ImportPreviewed';
        readonly preview: {
          readonly id: string;
          readonly findings: ReadonlyArray<{
            readonly severity: CellSeverity;
            readonly column: string | null;
            readonly columnLetter: string | null;
            readonly read: string | null;
            readonly understoodAs: string | null;
            readonly messageSv: string;
            readonly messageEn: string;
            readonly remedySv: string | null;
            readonly remedyEn: string | null;
          }>;
          readonly rows: ReadonlyArray<{
            readonly rowId: string;
            readonly row: number;
            readonly status: ImportRowStatus;
            readonly applicationId: string | null;
            readonly title: string | null;
            readonly effect: ImportEffect | null;
            readonly findings: ReadonlyArray<{
              readonly severity: CellSeverity;
              readonly column: string | null;
              readonly columnLetter: string | null;
              readonly read: string | null;
              readonly understoodAs: string | null;
              readonly messageSv: string;
              readonly messageEn: string;
              readonly remedySv: string | null;
              readonly remedyEn: string | null;
            }>;
          }>;
        };
      }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      };
};

export type ImportFindingPartsFragment = {
  readonly severity: CellSeverity;
  readonly column: string | null;
  readonly columnLetter: string | null;
  readonly read: string | null;
  readonly understoodAs: string | null;
  readonly messageSv: string;
  readonly messageEn: string;
  readonly remedySv: string | null;
  readonly remedyEn: string | null;
};

export type PriorityMatrixQueryVariables = Exact<{
  callId: string | number;
  secondAxis: SecondAxis;
  importanceLine: number;
  readinessLine: number;
}>;

export type PriorityMatrixQuery = {
  readonly priorityMatrix:
    | {
        readonly __typename: 'ApplicationMatrix';
        readonly applications: ReadonlyArray<{
          readonly applicationId: string;
          readonly title: string;
          readonly importance: number | null;
          readonly readiness: number | null;
          readonly quadrant: PriorityQuadrant | null;
          readonly readinessParts: ReadonlyArray<{ readonly part: ReadinessPart; readonly value: number | null }>;
        }>;
      }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      };
};

export type ProjectsFollowedQueryVariables = Exact<{
  callId: string | number;
}>;

export type ProjectsFollowedQuery = {
  readonly applications: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string;
        readonly project: { readonly title: string };
        readonly indicators: ReadonlyArray<{ readonly id: string; readonly name: string }>;
        readonly projectReports: ReadonlyArray<{
          readonly id: string;
          readonly applicationId: string;
          readonly kind: ReportKind;
          readonly periodFrom: string;
          readonly periodTo: string;
          readonly dueDate: string;
          readonly submittedDate: string | null;
          readonly standing: ProjectStanding | null;
          readonly text: string | null;
          readonly deviations: string | null;
          readonly version: number;
        }>;
        readonly handover: {
          readonly takeoverYear: number | null;
          readonly runningCostAfterSek: number | null;
          readonly runningCostOwnerActorId: string | null;
          readonly isKeyPersonDependent: boolean | null;
          readonly note: string | null;
          readonly version: number;
        } | null;
      };
    }>;
  };
  readonly actors: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string; readonly name: string } }> };
};

export type RankingTrustQueryVariables = Exact<{
  callId: string | number;
  doubt: RankingDoubt;
}>;

export type RankingTrustQuery = {
  readonly reviewerAgreement:
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      }
    | {
        readonly __typename: 'ReviewerAgreement';
        readonly places: number;
        readonly criteria: ReadonlyArray<{
          readonly criterionId: string;
          readonly nameSv: string;
          readonly nameEn: string;
          readonly alpha: number | null;
        }>;
        readonly discussFirst: ReadonlyArray<{ readonly applicationId: string; readonly title: string }>;
        readonly reviewers: ReadonlyArray<{
          readonly reviewerId: string;
          readonly name: string;
          readonly compared: number;
          readonly effect: number | null;
          readonly standardError: number | null;
          readonly stance: ReviewerStance | null;
        }>;
        readonly applications: ReadonlyArray<{
          readonly applicationId: string;
          readonly title: string;
          readonly disagreement: number | null;
          readonly cause: DisagreementCause | null;
          readonly zone: ZoneGroup | null;
          readonly rawRank: number | null;
          readonly adjustedRank: number | null;
          readonly criteria: ReadonlyArray<{
            readonly criterionId: string;
            readonly lowest: number | null;
            readonly highest: number | null;
            readonly standardDeviation: number | null;
          }>;
        }>;
      };
  readonly rankingRobustness:
    | {
        readonly __typename: 'RankingRobustness';
        readonly applications: ReadonlyArray<{
          readonly applicationId: string;
          readonly title: string;
          readonly place: number;
          readonly isAboveLine: boolean;
          readonly aboveLine: number;
          readonly rankLow: number;
          readonly rankHigh: number;
        }>;
        readonly criteria: ReadonlyArray<{
          readonly criterionId: string;
          readonly nameSv: string;
          readonly nameEn: string;
          readonly weight: number;
          readonly lineFrom: number;
          readonly lineTo: number;
        }>;
        readonly neighbours: ReadonlyArray<{
          readonly place: number;
          readonly aheadShare: number;
          readonly isAtLine: boolean;
          readonly smallestMove: number | null;
          readonly ahead: { readonly applicationId: string; readonly title: string };
          readonly behind: { readonly applicationId: string; readonly title: string };
          readonly changedWeights: ReadonlyArray<{
            readonly criterionId: string;
            readonly from: number;
            readonly to: number;
          }> | null;
        }>;
      }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      };
};

export type RecordCallKnownMutationVariables = Exact<{
  input: CallKnownInput;
}>;

export type RecordCallKnownMutation = {
  readonly recordCallKnown:
    | { readonly __typename: 'CallKnownSaved' }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{
          readonly path: ReadonlyArray<string>;
          readonly messageSv: string;
          readonly messageEn: string;
        }>;
      };
};

export type RecordDecisionMutationVariables = Exact<{
  input: GrantDecisionInput;
}>;

export type RecordDecisionMutation = {
  readonly recordDecision:
    | { readonly __typename: 'DecisionRecorded' }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{
          readonly code: string;
          readonly path: ReadonlyArray<string>;
          readonly messageSv: string;
          readonly messageEn: string;
        }>;
      };
};

export type RecordGrantEventMutationVariables = Exact<{
  input: GrantEventInput;
}>;

export type RecordGrantEventMutation = {
  readonly recordGrantEvent:
    | { readonly __typename: 'GrantEventRecorded' }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{
          readonly code: string;
          readonly path: ReadonlyArray<string>;
          readonly messageSv: string;
          readonly messageEn: string;
        }>;
      };
};

export type RecordIndicatorResultMutationVariables = Exact<{
  input: IndicatorResultInput;
}>;

export type RecordIndicatorResultMutation = {
  readonly recordIndicatorResult:
    | { readonly __typename: 'IndicatorResultRecorded' }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{
          readonly path: ReadonlyArray<string>;
          readonly messageSv: string;
          readonly messageEn: string;
        }>;
      };
};

export type ReviewFindingMutationVariables = Exact<{
  input: FindingReviewInput;
}>;

export type ReviewFindingMutation = {
  readonly reviewFinding:
    | { readonly __typename: 'GateRecorded'; readonly gate: { readonly version: number } }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{
          readonly code: string;
          readonly path: ReadonlyArray<string>;
          readonly messageSv: string;
          readonly messageEn: string;
        }>;
      };
};

export type RulesQueryVariables = Exact<{ [key: string]: never }>;

export type RulesQuery = {
  readonly rules: ReadonlyArray<{
    readonly ruleId: string;
    readonly nameSv: string;
    readonly nameEn: string;
    readonly remedySv: string;
    readonly remedyEn: string;
    readonly version: number;
    readonly severity: Severity;
    readonly scope: RuleScope;
    readonly checklistItem: ChecklistItem;
    readonly validFrom: string;
    readonly validTo: string | null;
    readonly sources: ReadonlyArray<{
      readonly citation: string;
      readonly text: string;
      readonly url: string | null;
      readonly isVerified: boolean;
    }>;
    readonly parameters: ReadonlyArray<{
      readonly id: string;
      readonly nameSv: string;
      readonly nameEn: string;
      readonly value: unknown;
      readonly unit: ParameterUnit;
      readonly validFrom: string;
      readonly validTo: string | null;
      readonly source: {
        readonly citation: string;
        readonly text: string;
        readonly url: string | null;
        readonly isVerified: boolean;
      };
    }>;
  }>;
};

export type SourcePartsFragment = {
  readonly citation: string;
  readonly text: string;
  readonly url: string | null;
  readonly isVerified: boolean;
};

export type SaveHandoverMutationVariables = Exact<{
  input: HandoverInput;
}>;

export type SaveHandoverMutation = {
  readonly saveHandover:
    | { readonly __typename: 'HandoverSaved' }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{
          readonly path: ReadonlyArray<string>;
          readonly messageSv: string;
          readonly messageEn: string;
        }>;
      };
};

export type SaveIndicatorMutationVariables = Exact<{
  input: IndicatorInput;
}>;

export type SaveIndicatorMutation = {
  readonly saveIndicator:
    | { readonly __typename: 'IndicatorSaved' }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{
          readonly path: ReadonlyArray<string>;
          readonly messageSv: string;
          readonly messageEn: string;
        }>;
      };
};

export type SaveLessonMutationVariables = Exact<{
  input: LessonInput;
}>;

export type SaveLessonMutation = {
  readonly saveLesson:
    | { readonly __typename: 'LessonSaved' }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{
          readonly path: ReadonlyArray<string>;
          readonly messageSv: string;
          readonly messageEn: string;
        }>;
      };
};

export type SaveProjectReportMutationVariables = Exact<{
  input: ProjectReportInput;
}>;

export type SaveProjectReportMutation = {
  readonly saveProjectReport:
    | { readonly __typename: 'ProjectReportSaved' }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{
          readonly path: ReadonlyArray<string>;
          readonly messageSv: string;
          readonly messageEn: string;
        }>;
      };
};

export type SaveScenarioMutationVariables = Exact<{
  input: ScenarioInput;
}>;

export type SaveScenarioMutation = {
  readonly saveScenario:
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      }
    | { readonly __typename: 'ScenarioSaved'; readonly scenario: { readonly id: string; readonly name: string } };
};

export type SaveSignalMutationVariables = Exact<{
  input: SignalInput;
}>;

export type SaveSignalMutation = {
  readonly saveSignal:
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{
          readonly path: ReadonlyArray<string>;
          readonly messageSv: string;
          readonly messageEn: string;
        }>;
      }
    | { readonly __typename: 'SignalSaved'; readonly signal: { readonly id: string } };
};

export type ScenarioGrantsQueryVariables = Exact<{
  callId: string | number;
}>;

export type ScenarioGrantsQuery = {
  readonly scenarios: ReadonlyArray<{
    readonly id: string;
    readonly name: string;
    readonly allocation: {
      readonly funded: ReadonlyArray<{
        readonly applicationId: string;
        readonly years: ReadonlyArray<{ readonly year: number; readonly amountSek: number }>;
      }>;
    };
  }>;
};

export type ScenariosQueryVariables = Exact<{
  callId: string | number;
}>;

export type ScenariosQuery = {
  readonly scenarios: ReadonlyArray<{ readonly id: string; readonly name: string; readonly version: number }>;
};

export type ScoredApplicationsQueryVariables = Exact<{
  callId: string | number;
}>;

export type ScoredApplicationsQuery = {
  readonly scores:
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      }
    | {
        readonly __typename: 'Scores';
        readonly applications: ReadonlyArray<{
          readonly missingRatings: number;
          readonly excludedRatings: number;
          readonly criteria: ReadonlyArray<{
            readonly criterionId: string;
            readonly performance: number | null;
            readonly value: number | null;
          }>;
          readonly application: {
            readonly id: string;
            readonly requestedSek: number;
            readonly preparingActor: { readonly name: string } | null;
            readonly project: {
              readonly title: string;
              readonly summary: string;
              readonly ownerGroup: OwnerGroup;
              readonly leadPartner: { readonly name: string };
            };
            readonly findings: ReadonlyArray<{ readonly key: string; readonly severity: Severity }>;
          };
        }>;
      };
};

export type SelfTestQueryVariables = Exact<{ [key: string]: never }>;

export type SelfTestQuery = {
  readonly selfTest: {
    readonly reproduced: number;
    readonly total: number;
    readonly cases: ReadonlyArray<{ readonly id: string; readonly source: string; readonly ok: boolean }>;
  };
};

export type SignalMatrixQueryVariables = Exact<{
  importanceLine: number;
  readinessLine: number;
}>;

export type SignalMatrixQuery = {
  readonly signalMatrix:
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      }
    | {
        readonly __typename: 'SignalMatrix';
        readonly signals: ReadonlyArray<{
          readonly signalId: string;
          readonly importance: number | null;
          readonly readiness: number | null;
          readonly quadrant: PriorityQuadrant | null;
          readonly signal: { readonly title: string };
        }>;
      };
};

export type SignalsQueryVariables = Exact<{
  first: number;
  filter?: SignalFilter | null | undefined;
}>;

export type SignalsQuery = {
  readonly signals: {
    readonly totalCount: number;
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly id: string;
        readonly kind: SignalKind;
        readonly title: string;
        readonly source: string;
        readonly theme: string | null;
        readonly date: string;
        readonly deadline: string | null;
        readonly callId: string | null;
        readonly link: string | null;
        readonly note: string | null;
        readonly status: SignalStatus;
        readonly importance: number | null;
        readonly readiness: number | null;
        readonly version: number;
      };
    }>;
  };
};

export type SplitSweepQueryVariables = Exact<{
  callId: string | number;
  options: AllocationOptionsInput;
}>;

export type SplitSweepQuery = {
  readonly splitSweep:
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      }
    | {
        readonly __typename: 'SplitSweep';
        readonly kinks: ReadonlyArray<number>;
        readonly free: { readonly value: number | null };
        readonly points: ReadonlyArray<{
          readonly share: number;
          readonly status: SolveStatus;
          readonly gap: number | null;
          readonly value: number | null;
          readonly price: number | null;
          readonly unusedSek: number;
          readonly groups: ReadonlyArray<{ readonly group: string; readonly amountSek: number }>;
          readonly funded: ReadonlyArray<{
            readonly applicationId: string;
            readonly title: string;
            readonly isRegionOwn: boolean | null;
            readonly grantedSek: number;
          }>;
          readonly againstFree: {
            readonly entering: ReadonlyArray<{
              readonly applicationId: string;
              readonly title: string;
              readonly isRegionOwn: boolean | null;
              readonly grantedSek: number;
            }>;
            readonly leaving: ReadonlyArray<{
              readonly applicationId: string;
              readonly title: string;
              readonly isRegionOwn: boolean | null;
              readonly grantedSek: number;
            }>;
          };
        }>;
      };
};

export type TriedWeightQueryVariables = Exact<{
  callId: string | number;
  tried: OtherWeightInput;
}>;

export type TriedWeightQuery = {
  readonly rankingRobustness:
    | {
        readonly __typename: 'RankingRobustness';
        readonly tried: {
          readonly weights: ReadonlyArray<{ readonly criterionId: string; readonly from: number; readonly to: number }>;
          readonly entering: ReadonlyArray<{ readonly applicationId: string; readonly title: string }>;
          readonly leaving: ReadonlyArray<{ readonly applicationId: string; readonly title: string }>;
          readonly moved: ReadonlyArray<{ readonly applicationId: string }>;
        } | null;
      }
    | {
        readonly __typename: 'Refused';
        readonly refusals: ReadonlyArray<{ readonly messageSv: string; readonly messageEn: string }>;
      };
};
