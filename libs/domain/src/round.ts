import type { Sek, YearAmount } from './money';

/**
 * The words of deciding on 1:1 funds, as plain data: one `Round` holds all that a call's scoring, allocation and rules rest on.
 * Identifiers follow the vocabulary of EU cohesion policy (docs/vocabulary.md). Everything is readonly JSON: it can be
 * stored, fingerprinted, sent to a worker thread and read in a browser as it is.
 */

/** The report's five actor types (Kraftsamla Sörmland 2026, section 2.1). */
export const actorTypes = ['public', 'business_support', 'academia', 'civil_society', 'industry_cluster'] as const;
export type ActorType = (typeof actorTypes)[number];

export const legalForms = [
  'region',
  'municipality',
  'state_agency',
  'university',
  'eu_programme',
  'cooperation_centre',
  'company',
  'economic_association',
  'non_profit_association',
  'unknown',
] as const;
export type LegalForm = (typeof legalForms)[number];

/** An organisation, or the unit of one: the region's preparing and applying units are two actors. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly actorType: ActorType;
  readonly legalForm: LegalForm;
  /** The organisation this unit is part of; null for a whole organisation. Two units of one organisation share it. */
  readonly parentActorId: string | null;
  readonly municipalityCode: string | null;
  readonly provenance: string | null;
  readonly note: string | null;
}

export const sizeClasses = ['small', 'medium', 'large'] as const;
export type SizeClass = (typeof sizeClasses)[number];

export interface Municipality {
  /** SCB's four digits as text, leading zero kept: `0428`. */
  readonly code: string;
  readonly name: string;
  readonly population: number;
  readonly populationDate: string;
  /** Own grouping: small < 20,000, medium < 50,000, large otherwise. */
  readonly sizeClass: SizeClass;
  readonly neighbourCodes: readonly string[];
}

export interface StrategyPriority {
  readonly id: string;
  readonly nameSv: string;
  readonly nameEn: string;
}

/** The four phases of a project's cycle (report section 4.4). */
export const cyclePhases = ['foresight_idea', 'application', 'implementation', 'closure'] as const;
export type CyclePhase = (typeof cyclePhases)[number];

export interface ProjectPhase {
  readonly phaseNo: number;
  readonly cyclePhase: CyclePhase;
  readonly name: string;
  /** `YYYY-MM`. */
  readonly startMonth: string;
  readonly endMonth: string;
  readonly costs: readonly YearAmount[];
}

export const sourceTypes = [
  'state_1_1',
  'eruf',
  'esf',
  'interreg',
  'municipal',
  'region_own',
  'university',
  'state_agency',
  'private',
  'other_national',
] as const;
export type SourceType = (typeof sourceTypes)[number];
export const financingKinds = ['cash', 'in_kind'] as const;
export type FinancingKind = (typeof financingKinds)[number];
export const financingStatuses = ['decided', 'applied', 'intent'] as const;
export type FinancingStatus = (typeof financingStatuses)[number];

/** One source of a project's money: who, in what kind, how sure, and how much each year. */
export interface FinancingLine {
  readonly financingNo: number;
  readonly sourceType: SourceType;
  readonly financierActorId: string | null;
  readonly kind: FinancingKind;
  readonly status: FinancingStatus;
  readonly amounts: readonly YearAmount[];
}

export const partnerRoles = ['lead_partner', 'project_partner'] as const;
export type PartnerRole = (typeof partnerRoles)[number];

export interface ProjectPartner {
  readonly actorId: string;
  readonly role: PartnerRole;
  /** Share of the project's cost in percent; the shares of one project should sum to 100. */
  readonly costSharePct: number;
}

export const projectTypes = ['prestudy', 'implementation'] as const;
export type ProjectType = (typeof projectTypes)[number];
export const receivingStructures = ['yes', 'partly', 'no'] as const;
export type ReceivingStructure = (typeof receivingStructures)[number];
export const politicalAnchorings = ['decided', 'partly', 'none'] as const;
export type PoliticalAnchoring = (typeof politicalAnchorings)[number];
export const stateAidRoutes = ['none', 'deminimis', 'gber', 'unclear'] as const;
export type StateAidRoute = (typeof stateAidRoutes)[number];
export const costOptions = ['flat40', 'actual15', 'lumpsum'] as const;
export type CostOption = (typeof costOptions)[number];

/** What is to be done, by whom, when and with what money. Null means "not stated". */
export interface Project {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly projectType: ProjectType;
  readonly leadPartnerId: string;
  readonly partners: readonly ProjectPartner[];
  readonly municipalityCodes: readonly string[];
  readonly themes: readonly string[];
  readonly strategyPriorityId: string | null;
  readonly needIds: readonly string[];
  readonly gapIds: readonly string[];
  readonly recommendationIds: readonly string[];
  readonly startMonth: string | null;
  readonly endMonth: string | null;
  readonly phases: readonly ProjectPhase[];
  readonly financing: readonly FinancingLine[];
  readonly costs: readonly YearAmount[];
  /** The stated total; differs from the sum of `costs` only where the application itself does. */
  readonly totalCostSek: Sek;
  readonly costP10Sek: Sek | null;
  readonly costP90Sek: Sek | null;
  readonly inKindCostSek: Sek;
  readonly pooledFte: number | null;
  readonly sharingOrganisations: number | null;
  readonly receivingStructure: ReceivingStructure | null;
  readonly receivingActorId: string | null;
  readonly politicalAnchoring: PoliticalAnchoring | null;
  readonly stateAidRoute: StateAidRoute;
  readonly stateAidUndertakingId: string | null;
  readonly stateAidAmountEur: number | null;
  readonly costOption: CostOption | null;
  readonly targetProgrammes: readonly string[];
}

/** A request for 1:1 money for a project, in one call. `id` is the case id of the case system, e.g. `SRM-26-001`. */
export interface Application {
  readonly id: string;
  readonly callId: string;
  readonly registryNumber: string | null;
  readonly receivedDate: string | null;
  readonly project: Project;
  readonly requested: readonly YearAmount[];
  /** The stated sum requested; differs from the sum of `requested` only where the application itself does. */
  readonly requestedSek: Sek;
  /** The smallest grant with which the applicant can start; null = all or nothing. */
  readonly smallestUsefulGrantSek: Sek | null;
  readonly advanceRequestedSek: Sek;
  /** The unit that prepares the application for decision (beredande enhet); null when it is not stated. */
  readonly preparingActorId: string | null;
  readonly note: string | null;
}

export const dependencyTypes = ['requires', 'requires_one_of', 'mutually_exclusive', 'synergy', 'sequence'] as const;
export type DependencyType = (typeof dependencyTypes)[number];

/** A link between two applications. `requires_one_of` rows of one `group` are alternatives for the same `from`. */
export interface Dependency {
  readonly fromApplicationId: string;
  readonly toApplicationId: string;
  readonly type: DependencyType;
  readonly group: string | null;
  readonly description: string | null;
}

export interface Call {
  readonly id: string;
  readonly name: string;
  readonly firstKnownDate: string | null;
  readonly openingDate: string | null;
  readonly closingDate: string | null;
  /** The day the decision is assumed or was made; rules with dates are read as of this day. */
  readonly decisionDate: string;
  /** True for the demonstration portfolio: every screen that shows it must say so. */
  readonly isExample: boolean;
}

/** One financial year of the 1:1 envelope. Available = frame − already committed − reserved for later calls. */
export interface BudgetFrame {
  readonly year: number;
  readonly frameSek: Sek;
  readonly alreadyCommittedSek: Sek;
  readonly reservedSek: Sek;
  /** Commitment authorisation for the year: the most that may be outstanding; null when the region has not stated one. */
  readonly commitmentAuthorisationSek: Sek | null;
}

export interface RatedCriterion {
  readonly id: string;
  readonly key: string;
  readonly nameSv: string;
  readonly nameEn: string;
  readonly question: string | null;
  readonly reportReference: string | null;
  readonly weight: number;
  /** `rated` by reviewers on the scale; `computed` from project data by `formula`. */
  readonly kind: 'rated' | 'computed';
  /** mathjs expression over the project variables of docs/formats/project-variables.md; null for rated criteria. */
  readonly formula: string | null;
  readonly scaleMin: number;
  readonly scaleMax: number;
  readonly direction: 'maximise' | 'minimise';
}

export interface Reviewer {
  readonly id: string;
  readonly name: string;
  readonly affiliationActorId: string | null;
  readonly role: string | null;
}

/** One reviewer's judgement of one application on one criterion. */
export interface Rating {
  readonly applicationId: string;
  readonly reviewerId: string;
  readonly criterionId: string;
  /** Null = not (yet) given. Kept as entered, also outside the scale: the rules report it. */
  readonly rating: number | null;
  /** True when the reviewer has said "kan inte bedöma": not the same as missing. */
  readonly cannotJudge: boolean;
  readonly conflictDeclared: boolean;
  readonly comment: string | null;
}

export interface DeMinimisAid {
  readonly undertakingActorId: string;
  readonly grantedDate: string;
  readonly granter: string;
  readonly amountEur: number;
  readonly note: string | null;
}

/** All that one call's decision rests on. Lists are sorted by id, so that equal rounds are equal bytes. */
export interface Round {
  readonly call: Call;
  readonly municipalities: readonly Municipality[];
  readonly strategyPriorities: readonly StrategyPriority[];
  readonly actors: readonly Actor[];
  readonly applications: readonly Application[];
  readonly dependencies: readonly Dependency[];
  readonly budgetFrames: readonly BudgetFrame[];
  readonly criteria: readonly RatedCriterion[];
  readonly reviewers: readonly Reviewer[];
  readonly ratings: readonly Rating[];
  readonly deMinimisHistory: readonly DeMinimisAid[];
}

/** What may be granted to this call in a year: frame − already committed − reserved. Negative when over-committed. */
export function availableSek(frame: BudgetFrame): Sek {
  return frame.frameSek - frame.alreadyCommittedSek - frame.reservedSek;
}
