import {
  availableSek,
  splitByLargestRemainder,
  sumYears,
  type Project,
  type Round,
  type YearAmount,
} from '@fordela/domain';
import { commaFormats, type CommaFileName } from './comma-formats';
import { legalFormWords } from './comma-rows';
import { writeDelimited } from './delimited';

type Cell = string | number | boolean | null;
type Row = Readonly<Record<string, Cell>>;

/**
 * The round as the normalised comma files, all of them. Reading them again gives the same round, byte for byte.
 *
 * Rule    UTF-8, comma, `\n`, a header row; rows in the round's order; years as columns from the first to the last there are.
 *         Columns that only repeat other data (partner shares in kronor, sums) are written too, for people.
 */
export function writeCommaFiles(round: Round): Readonly<Record<CommaFileName, string>> {
  const years = yearsOf(round);
  const perYear = (prefix: string, amounts: readonly YearAmount[]): Row =>
    Object.fromEntries(
      years.map((year) => [`${prefix}_${year}_sek`, amounts.find((entry) => entry.year === year)?.amountSek ?? 0]),
    );
  const applications = round.applications;
  const rows: Readonly<Record<CommaFileName, readonly Row[]>> = {
    'calls.csv': [
      {
        call_id: round.call.id,
        name_sv: round.call.name,
        first_known_date: round.call.firstKnownDate,
        opening_date: round.call.openingDate,
        closing_date: round.call.closingDate,
        decision_date: round.call.decisionDate,
        is_example: round.call.isExample,
      },
    ],
    'municipalities.csv': round.municipalities.map((item) => ({
      municipality_code: item.code,
      name_sv: item.name,
      [`population_${item.populationDate.replaceAll('-', '_')}`]: item.population,
      size_class: item.sizeClass,
      neighbours_in_county: item.neighbourCodes.join('|'),
    })),
    'rus-priorities.csv': round.strategyPriorities.map((item) => ({
      priority_id: item.id,
      name_sv: item.nameSv,
      name_en: item.nameEn,
    })),
    'actors.csv': round.actors.map((item) => ({
      actor_id: item.id,
      name_sv: item.name,
      actor_type: item.actorType,
      legal_form: Object.keys(legalFormWords).find((word) => legalFormWords[word] === item.legalForm) ?? item.legalForm,
      parent_actor_id: item.parentActorId,
      municipality_code: item.municipalityCode,
      provenance: item.provenance,
      note_sv: item.note,
    })),
    'applications.csv': applications.map(({ project, ...item }) => ({
      application_id: item.id,
      call_id: item.callId,
      received_date: item.receivedDate,
      title_sv: project.title,
      summary_sv: project.summary,
      project_type: project.projectType,
      lead_actor_id: project.leadPartnerId,
      lead_actor_type: round.actors.find((actor) => actor.id === project.leadPartnerId)?.actorType ?? null,
      municipality_codes: project.municipalityCodes.join('|'),
      themes: project.themes.join('|'),
      rus_priority: project.strategyPriorityId,
      need_ids: project.needIds.join('|'),
      gap_ids: project.gapIds.join('|'),
      recommendation_ids: project.recommendationIds.join('|'),
      start_month: project.startMonth,
      end_month: project.endMonth,
      total_cost_sek: project.totalCostSek,
      ...perYear('cost', project.costs),
      requested_1_1_sek: item.requestedSek,
      ...perYear('requested', item.requested),
      min_partial_grant_sek: item.smallestUsefulGrantSek,
      cost_p10_sek: project.costP10Sek,
      cost_p90_sek: project.costP90Sek,
      in_kind_cost_sek: project.inKindCostSek,
      pooled_fte: project.pooledFte,
      sharing_organisations: project.sharingOrganisations,
      receiving_structure: project.receivingStructure,
      receiving_actor_id: project.receivingActorId,
      political_anchoring: project.politicalAnchoring,
      state_aid_route: project.stateAidRoute,
      state_aid_undertaking_id: project.stateAidUndertakingId,
      state_aid_amount_eur: project.stateAidAmountEur,
      advance_requested_sek: item.advanceRequestedSek,
      cost_option: project.costOption,
      target_programmes: project.targetProgrammes.join('|'),
      project_id: project.id === item.id ? null : project.id,
      registry_number: item.registryNumber,
      preparing_actor_id: item.preparingActorId,
      note_sv: item.note,
    })),
    'partners.csv': applications.flatMap(({ id, project }) => {
      const shares = partnerAmounts(project);
      return project.partners.map((partner, index) => ({
        application_id: id,
        actor_id: partner.actorId,
        role: partner.role,
        cost_share_pct: partner.costSharePct,
        cost_share_sek: shares[index] ?? null,
      }));
    }),
    'phases.csv': applications.flatMap(({ id, project }) =>
      project.phases.map((phase) => ({
        application_id: id,
        phase_no: phase.phaseNo,
        cycle_phase: phase.cyclePhase,
        name_sv: phase.name,
        start_month: phase.startMonth,
        end_month: phase.endMonth,
        ...perYear('cost', phase.costs),
        cost_total_sek: sumYears(phase.costs),
      })),
    ),
    'financing.csv': applications.flatMap(({ id, project }) =>
      project.financing.flatMap((line) =>
        // A line without money keeps its place with a zero.
        (line.amounts.length > 0 ? line.amounts : [{ year: years[0] ?? 2000, amountSek: 0 }]).map((entry) => ({
          application_id: id,
          financing_no: line.financingNo,
          source_type: line.sourceType,
          financier_actor_id: line.financierActorId,
          kind: line.kind,
          status: line.status,
          year: entry.year,
          amount_sek: entry.amountSek,
        })),
      ),
    ),
    'dependencies.csv': round.dependencies.map((link) => ({
      from_application_id: link.fromApplicationId,
      to_application_id: link.toApplicationId,
      type: link.type,
      description_sv: link.description,
      group: link.group,
    })),
    'budget.csv': round.budgetFrames.map((frame) => ({
      year: frame.year,
      example_frame_sek: frame.frameSek,
      already_committed_sek: frame.alreadyCommittedSek,
      reserved_for_later_calls_sek: frame.reservedSek,
      available_for_this_call_sek: availableSek(frame),
      commitment_authorisation_sek: frame.commitmentAuthorisationSek,
    })),
    'criteria.csv': round.criteria.map((item) => ({
      criterion_id: item.id,
      key: item.key,
      name_sv: item.nameSv,
      name_en: item.nameEn,
      question_en: item.question,
      report_reference: item.reportReference,
      example_weight: item.weight,
      kind: item.kind,
      formula: item.formula,
      scale_min: item.scaleMin,
      scale_max: item.scaleMax,
      direction: item.direction,
    })),
    'reviewers.csv': round.reviewers.map((item) => ({
      reviewer_id: item.id,
      name_sv: item.name,
      affiliation_actor_id: item.affiliationActorId,
      role_sv: item.role,
    })),
    'ratings.csv': round.ratings.map((item) => ({
      application_id: item.applicationId,
      reviewer_id: item.reviewerId,
      criterion_id: item.criterionId,
      rating: item.rating,
      conflict_declared: item.conflictDeclared,
      cannot_judge: item.cannotJudge,
      comment_sv: item.comment,
    })),
    'deminimis-history.csv': round.deMinimisHistory.map((item) => ({
      undertaking_actor_id: item.undertakingActorId,
      granted_date: item.grantedDate,
      granter: item.granter,
      amount_eur: item.amountEur,
      note_sv: item.note,
    })),
  };
  const text = (name: CommaFileName) => {
    const format = commaFormats[name];
    const columns = rows[name][0] ? Object.keys(rows[name][0]) : [...format.required];
    const all = [...new Set([...columns, ...rows[name].flatMap((row) => Object.keys(row))])];
    return writeDelimited([all, ...rows[name].map((row) => all.map((column) => cellText(row[column] ?? null)))], {
      delimiter: ',',
      lineEnd: '\n',
    });
  };
  return Object.fromEntries((Object.keys(commaFormats) as CommaFileName[]).map((name) => [name, text(name)])) as Record<
    CommaFileName,
    string
  >;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return typeof cell === 'number' ? plainNumber(cell) : cell;
}

/** Digits without an exponent, as the files are read. */
function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/u, '') : text;
}

/** The partners' parts of the total in kronor. They sum to the total when the shares sum to 100, and are rounded one by one when not. */
function partnerAmounts(project: Project): readonly number[] {
  const shares = project.partners.map((partner) => partner.costSharePct);
  const isWhole = Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100) < 1e-9;
  return isWhole
    ? splitByLargestRemainder(project.totalCostSek, shares)
    : shares.map((share) => Math.round((project.totalCostSek * share) / 100));
}

function yearsOf(round: Round): readonly number[] {
  const amounts = round.applications.flatMap(({ requested, project }) => [
    ...requested,
    ...project.costs,
    ...project.phases.flatMap((phase) => phase.costs),
  ]);
  return [...new Set([...amounts, ...round.budgetFrames].map((entry) => entry.year))].sort((a, b) => a - b);
}
