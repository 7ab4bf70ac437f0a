import {
  actorTypes,
  costOptions,
  cyclePhases,
  dependencyTypes,
  financingKinds,
  financingStatuses,
  legalForms,
  partnerRoles,
  politicalAnchorings,
  projectTypes,
  receivingStructures,
  sizeClasses,
  sourceTypes,
  stateAidRoutes,
  sumYears,
  type Actor,
  type Application,
  type BudgetFrame,
  type Call,
  type DeMinimisAid,
  type Dependency,
  type FinancingLine,
  type LegalForm,
  type Municipality,
  type ProjectPartner,
  type ProjectPhase,
  type RatedCriterion,
  type Rating,
  type Reviewer,
  type StrategyPriority,
} from '@fordela/domain';
import type { CommaRow } from './comma-table';

/** Swedish legal forms as the comma files write them. */
export const legalFormWords: Readonly<Record<string, LegalForm>> = {
  kommun: 'municipality',
  statlig_myndighet: 'state_agency',
  statligt_universitet: 'university',
  eu_program: 'eu_programme',
  samverkanscentrum: 'cooperation_centre',
  aktiebolag: 'company',
  ekonomisk_forening: 'economic_association',
  ideell_forening: 'non_profit_association',
  okand: 'unknown',
};

export function knownId(row: CommaRow, column: string, ids: ReadonlySet<string>): string | null {
  const id = row.text(column);
  if (id !== null && !ids.has(id)) row.report(column, 'error', 'reference-unknown', { id });
  return id;
}

export function readCall(row: CommaRow): Call {
  return {
    id: row.required('call_id'),
    name: row.required('name_sv'),
    firstKnownDate: row.date('first_known_date'),
    openingDate: row.date('opening_date'),
    closingDate: row.date('closing_date'),
    decisionDate: row.required('decision_date') && (row.date('decision_date') ?? ''),
    isExample: row.yesNo('is_example'),
  };
}

export function readMunicipality(row: CommaRow): Municipality {
  const counted = row.columns
    .filter((column) => column.startsWith('population_'))
    .sort()
    .at(-1);
  if (!counted) row.report(null, 'error', 'column-missing', { column: 'population_YYYY_MM_DD' });
  return {
    code: row.required('municipality_code'),
    name: row.required('name_sv'),
    population: (counted && row.wholeNumber(counted, 0)) || 0,
    populationDate: counted?.replace('population_', '').replaceAll('_', '-') ?? '',
    sizeClass: row.choice('size_class', sizeClasses) ?? 'small',
    neighbourCodes: row.list('neighbours_in_county'),
  };
}

export function readPriority(row: CommaRow): StrategyPriority {
  return { id: row.required('priority_id'), nameSv: row.required('name_sv'), nameEn: row.required('name_en') };
}

export function readActor(row: CommaRow): Actor {
  return {
    id: row.required('actor_id'),
    name: row.required('name_sv'),
    actorType: (row.required('actor_type') && row.choice('actor_type', actorTypes)) || 'public',
    legalForm: (row.required('legal_form') && row.choice('legal_form', legalForms, legalFormWords)) || 'unknown',
    parentActorId: row.text('parent_actor_id'),
    municipalityCode: row.text('municipality_code'),
    provenance: row.text('provenance'),
    note: row.text('note_sv'),
  };
}

export function readApplication(
  row: CommaRow,
  known: { readonly actorIds: ReadonlySet<string>; readonly priorityIds: ReadonlySet<string> },
): Application {
  const id = row.required('application_id');
  row.required('lead_actor_id');
  const stated = (column: string) => (row.required(column) === '' ? null : row.wholeNumber(column, 0)) ?? 0;
  return {
    id,
    callId: row.required('call_id'),
    registryNumber: row.text('registry_number'),
    receivedDate: row.date('received_date'),
    requested: row.yearAmounts('requested'),
    requestedSek: stated('requested_1_1_sek'),
    smallestUsefulGrantSek: row.wholeNumber('min_partial_grant_sek', 0),
    advanceRequestedSek: row.wholeNumber('advance_requested_sek', 0) ?? 0,
    preparingActorId: knownId(row, 'preparing_actor_id', known.actorIds),
    note: row.text('note_sv'),
    project: {
      id: row.text('project_id') ?? id,
      title: row.required('title_sv'),
      summary: row.text('summary_sv') ?? '',
      projectType: row.choice('project_type', projectTypes) ?? 'implementation',
      leadPartnerId: knownId(row, 'lead_actor_id', known.actorIds) ?? '',
      partners: [],
      municipalityCodes: row.list('municipality_codes'),
      themes: row.list('themes'),
      strategyPriorityId: knownId(row, 'rus_priority', known.priorityIds),
      needIds: row.list('need_ids'),
      gapIds: row.list('gap_ids'),
      recommendationIds: row.list('recommendation_ids'),
      startMonth: row.month('start_month'),
      endMonth: row.month('end_month'),
      phases: [],
      financing: [],
      costs: row.yearAmounts('cost'),
      totalCostSek: stated('total_cost_sek'),
      costP10Sek: row.wholeNumber('cost_p10_sek', 0),
      costP90Sek: row.wholeNumber('cost_p90_sek', 0),
      inKindCostSek: row.wholeNumber('in_kind_cost_sek', 0) ?? 0,
      pooledFte: row.decimal('pooled_fte'),
      sharingOrganisations: row.wholeNumber('sharing_organisations', 0),
      receivingStructure: row.choice('receiving_structure', receivingStructures),
      receivingActorId: knownId(row, 'receiving_actor_id', known.actorIds),
      politicalAnchoring: row.choice('political_anchoring', politicalAnchorings),
      stateAidRoute: row.choice('state_aid_route', stateAidRoutes) ?? 'unclear',
      stateAidUndertakingId: knownId(row, 'state_aid_undertaking_id', known.actorIds),
      stateAidAmountEur: row.decimal('state_aid_amount_eur'),
      costOption: row.choice('cost_option', costOptions),
      targetProgrammes: row.list('target_programmes'),
    },
  };
}

export function readPartner(row: CommaRow, actorIds: ReadonlySet<string>): ProjectPartner {
  row.required('cost_share_pct');
  const costSharePct = row.decimal('cost_share_pct') ?? 0;
  if (costSharePct < 0) row.report('cost_share_pct', 'error', 'number-too-small', { least: 0 });
  return {
    actorId: row.required('actor_id') && (knownId(row, 'actor_id', actorIds) ?? ''),
    role: (row.required('role') && row.choice('role', partnerRoles)) || 'project_partner',
    costSharePct,
  };
}

export function readPhase(row: CommaRow): ProjectPhase {
  const costs = row.yearAmounts('cost');
  const total = row.wholeNumber('cost_total_sek', 0);
  if (total !== null && total !== sumYears(costs))
    row.report('cost_total_sek', 'error', 'row-sum-differs', { stated: total, sum: sumYears(costs) });
  return {
    phaseNo: row.wholeNumber('phase_no', 1) ?? 0,
    cyclePhase: (row.required('cycle_phase') && row.choice('cycle_phase', cyclePhases)) || 'implementation',
    name: row.text('name_sv') ?? '',
    startMonth: row.required('start_month') && (row.month('start_month') ?? ''),
    endMonth: row.required('end_month') && (row.month('end_month') ?? ''),
    costs,
  };
}

export interface FinancingRow {
  readonly line: Omit<FinancingLine, 'amounts'>;
  readonly year: number;
  readonly amountSek: number;
}

export function readFinancing(row: CommaRow, actorIds: ReadonlySet<string>): FinancingRow {
  for (const column of ['financing_no', 'year', 'amount_sek']) row.required(column);
  return {
    line: {
      financingNo: row.wholeNumber('financing_no', 1) ?? 0,
      sourceType: (row.required('source_type') && row.choice('source_type', sourceTypes)) || 'other_national',
      financierActorId: knownId(row, 'financier_actor_id', actorIds),
      kind: (row.required('kind') && row.choice('kind', financingKinds)) || 'cash',
      status: (row.required('status') && row.choice('status', financingStatuses)) || 'intent',
    },
    year: row.wholeNumber('year', 1900) ?? 0,
    amountSek: row.wholeNumber('amount_sek', 0) ?? 0,
  };
}

/** One line per financing number, with its years. That its rows agree on who, what kind and how sure is checked on reading. */
export function mergedLines(rows: readonly FinancingRow[]): readonly FinancingLine[] {
  const lines = new Map<number, FinancingRow[]>();
  for (const row of rows) lines.set(row.line.financingNo, [...(lines.get(row.line.financingNo) ?? []), row]);
  return [...lines.values()].map((own) => ({
    ...(own[0] as FinancingRow).line,
    amounts: own.map(({ year, amountSek }) => ({ year, amountSek })),
  }));
}

export function readDependency(row: CommaRow): Dependency {
  return {
    fromApplicationId: row.required('from_application_id'),
    toApplicationId: row.required('to_application_id'),
    type: (row.required('type') && row.choice('type', dependencyTypes)) || 'synergy',
    group: row.text('group'),
    description: row.text('description_sv'),
  };
}

export function readBudgetFrame(row: CommaRow): BudgetFrame {
  const amount = (column: string) => (row.required(column) === '' ? null : row.wholeNumber(column, 0)) ?? 0;
  const frame = {
    year: row.required('year') === '' ? 0 : (row.wholeNumber('year', 1900) ?? 0),
    frameSek: amount('example_frame_sek'),
    alreadyCommittedSek: amount('already_committed_sek'),
    reservedSek: amount('reserved_for_later_calls_sek'),
    commitmentAuthorisationSek: row.wholeNumber('commitment_authorisation_sek', 0),
  };
  const stated = row.wholeNumber('available_for_this_call_sek', Number.MIN_SAFE_INTEGER);
  const left = frame.frameSek - frame.alreadyCommittedSek - frame.reservedSek;
  if (stated !== null && stated !== left)
    row.report('available_for_this_call_sek', 'error', 'row-sum-differs', { stated, sum: left });
  return frame;
}

export function readCriterion(row: CommaRow): RatedCriterion {
  const key = row.required('key');
  row.required('example_weight');
  const weight = row.decimal('example_weight') ?? 0;
  if (weight < 0) row.report('example_weight', 'error', 'number-too-small', { least: 0 });
  return {
    id: row.required('criterion_id'),
    key,
    nameSv: row.required('name_sv'),
    nameEn: row.text('name_en') ?? (key.charAt(0).toUpperCase() + key.slice(1)).replaceAll('_', ' '),
    question: row.text('question_en'),
    reportReference: row.text('report_reference'),
    weight,
    kind: row.choice('kind', ['rated', 'computed']) ?? 'rated',
    formula: row.text('formula'),
    scaleMin: row.decimal('scale_min') ?? 1,
    scaleMax: row.decimal('scale_max') ?? 5,
    direction: row.choice('direction', ['maximise', 'minimise']) ?? 'maximise',
  };
}

export function readReviewer(row: CommaRow, actorIds: ReadonlySet<string>): Reviewer {
  return {
    id: row.required('reviewer_id'),
    name: row.required('name_sv'),
    affiliationActorId: knownId(row, 'affiliation_actor_id', actorIds),
    role: row.text('role_sv'),
  };
}

export function readRating(row: CommaRow, reviewerIds: ReadonlySet<string>, criterionIds: ReadonlySet<string>): Rating {
  return {
    applicationId: row.text('application_id') ?? '',
    reviewerId: row.required('reviewer_id') && (knownId(row, 'reviewer_id', reviewerIds) ?? ''),
    criterionId: row.required('criterion_id') && (knownId(row, 'criterion_id', criterionIds) ?? ''),
    rating: row.decimal('rating'),
    cannotJudge: row.yesNo('cannot_judge'),
    conflictDeclared: row.yesNo('conflict_declared'),
    comment: row.text('comment_sv'),
  };
}

export function readAid(row: CommaRow, actorIds: ReadonlySet<string>): DeMinimisAid {
  row.required('amount_eur');
  const amountEur = row.decimal('amount_eur') ?? 0;
  if (amountEur < 0) row.report('amount_eur', 'error', 'number-too-small', { least: 0 });
  return {
    undertakingActorId: row.required('undertaking_actor_id') && (knownId(row, 'undertaking_actor_id', actorIds) ?? ''),
    grantedDate: row.required('granted_date') && (row.date('granted_date') ?? ''),
    granter: row.required('granter'),
    amountEur,
    note: row.text('note_sv'),
  };
}
