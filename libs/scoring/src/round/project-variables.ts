import { sumYears, type Application, type CyclePhase, type FinancingLine, type Round } from '@fordela/domain';

/** What a formula may use about an application: a number, or null where the application does not say. */
export type ProjectVariables = Readonly<Record<ProjectVariable, number | null>>;

/** Every project variable, in the order of docs/formats/project-variables.md, which says what each one is. */
export const projectVariableNames = [
  'totalCostSek',
  'requestedSek',
  'requestedShare',
  'smallestUsefulShare',
  'advanceShare',
  'costRange',
  'earlyPhaseShareOfCost',
  'foresightShareOfCost',
  'applicationShareOfCost',
  'implementationShareOfCost',
  'closureShareOfCost',
  'durationMonths',
  'isPrestudy',
  'pooledFte',
  'sharingOrganisations',
  'pooledFtePerMillionSek',
  'municipalitiesServed',
  'smallMunicipalitiesReached',
  'smallMunicipalityShare',
  'inhabitantsServed',
  'partnerCount',
  'municipalityPartnerCount',
  'hasRegion',
  'hasMunicipality',
  'hasUniversity',
  'cooperationIndex',
  'receivingStructure',
  'hasReceivingActor',
  'anchoring',
  'confirmedCofinancingShare',
  'readiness',
  'leverage',
  'externalShare',
  'euShare',
  'privateShare',
  'inKindShare',
  'hasResilienceTheme',
  'resilienceTags',
  'themeCount',
  'needCount',
  'gapCount',
  'recommendationCount',
  'priorityRecommendationCount',
  'targetProgrammeCount',
] as const;
export type ProjectVariable = (typeof projectVariableNames)[number];

/** Themes that count as resilience: the report's energy, transport corridors, water and civil preparedness (section 5.3.6). */
const resilienceThemes = ['civil_preparedness', 'climate_risk', 'energy', 'resilience', 'transport', 'water'];
/** The report's three recommendations to put first (sections 5.3.8 and 5.2.1, 5.2.3, 5.2.8). */
const priorityRecommendations = ['5.2.1', '5.2.3', '5.2.8'];
const levels = { yes: 1, partly: 0.5, no: 0, decided: 1, none: 0 } as const;

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
const flag = (condition: boolean): number => (condition ? 1 : 0);

/** Months from the first to the last, both counted; null unless both are stated as YYYY-MM and in order. */
function monthsBetween(from: string | null, to: string | null): number | null {
  const month = (text: string | null) => {
    const found = /^(\d{4})-(\d{2})$/.exec(text ?? '');
    return found ? Number(found[1]) * 12 + Number(found[2]) : null;
  };
  const [start, end] = [month(from), month(to)];
  return start === null || end === null || end < start ? null : end - start + 1;
}

function financingVariables(lines: readonly FinancingLine[]) {
  const sum = (wanted: (line: FinancingLine) => boolean) =>
    lines.filter(wanted).reduce((total, line) => total + sumYears(line.amounts), 0);
  const total = sum(() => true);
  const cofinancing = sum((line) => line.sourceType !== 'state_1_1');
  return {
    // Nothing to confirm is as good as everything confirmed.
    confirmedCofinancingShare:
      total === 0
        ? null
        : cofinancing === 0
          ? 1
          : sum((line) => line.sourceType !== 'state_1_1' && line.status === 'decided') / cofinancing,
    externalShare: ratio(
      sum((line) => line.sourceType !== 'state_1_1' && line.sourceType !== 'region_own'),
      total,
    ),
    euShare: ratio(
      sum((line) => ['eruf', 'esf', 'interreg'].includes(line.sourceType)),
      total,
    ),
    privateShare: ratio(
      sum((line) => line.sourceType === 'private'),
      total,
    ),
    inKindShare: ratio(
      sum((line) => line.kind === 'in_kind'),
      total,
    ),
  };
}

function phaseVariables(application: Application) {
  const { phases } = application.project;
  const total = phases.reduce((sum, phase) => sum + sumYears(phase.costs), 0);
  const share = (...wanted: readonly CyclePhase[]) =>
    ratio(
      phases
        .filter((phase) => wanted.includes(phase.cyclePhase))
        .reduce((sum, phase) => sum + sumYears(phase.costs), 0),
      total,
    );
  return {
    earlyPhaseShareOfCost: share('foresight_idea', 'application'),
    foresightShareOfCost: share('foresight_idea'),
    applicationShareOfCost: share('application'),
    implementationShareOfCost: share('implementation'),
    closureShareOfCost: share('closure'),
  };
}

function partyVariables(application: Application, round: Pick<Round, 'actors'>) {
  const { project } = application;
  const ids = [...new Set([project.leadPartnerId, ...project.partners.map((partner) => partner.actorId)])];
  const forms = ids.map((id) => round.actors.find((actor) => actor.id === id)?.legalForm);
  const hasRegion = flag(forms.includes('region'));
  const hasMunicipality = flag(forms.includes('municipality'));
  const hasUniversity = flag(forms.includes('university'));
  return {
    partnerCount: ids.length,
    municipalityPartnerCount: forms.filter((form) => form === 'municipality').length,
    hasRegion,
    hasMunicipality,
    hasUniversity,
    cooperationIndex: (hasRegion + hasMunicipality + hasUniversity) / 3,
  };
}

function placeVariables(application: Application, round: Pick<Round, 'municipalities'>) {
  // Codes that do not exist are the rules' business; here they reach nobody.
  const served = round.municipalities.filter(({ code }) => application.project.municipalityCodes.includes(code));
  const small = (list: readonly { readonly sizeClass: string }[]) =>
    list.filter((entry) => entry.sizeClass === 'small').length;
  return {
    municipalitiesServed: served.length,
    smallMunicipalitiesReached: small(served),
    smallMunicipalityShare: ratio(small(served), small(round.municipalities)),
    inhabitantsServed: served.reduce((sum, municipality) => sum + municipality.population, 0),
  };
}

/**
 * The project variables of an application: what formulas of computed criteria are made from.
 *
 * Units   Money in whole kronor, shares and levels from 0 to 1, flags 0 or 1, the rest as counted. docs/formats/project-variables.md
 *         defines each one.
 * Edges   Null where the application does not say, or where a share would divide by zero. Never 0 for "not stated".
 */
export function projectVariables(
  application: Application,
  round: Pick<Round, 'actors' | 'municipalities'>,
): ProjectVariables {
  const { project, requestedSek } = application;
  const { totalCostSek, receivingStructure, politicalAnchoring } = project;
  const financing = financingVariables(project.financing);
  const anchoring = politicalAnchoring === null ? null : levels[politicalAnchoring];
  const confirmed = financing.confirmedCofinancingShare;
  const tags = project.themes.filter((theme) => resilienceThemes.includes(theme));
  return {
    totalCostSek,
    requestedSek,
    requestedShare: ratio(requestedSek, totalCostSek),
    smallestUsefulShare:
      application.smallestUsefulGrantSek === null ? 1 : ratio(application.smallestUsefulGrantSek, requestedSek),
    advanceShare: ratio(application.advanceRequestedSek, requestedSek),
    costRange:
      project.costP10Sek === null || project.costP90Sek === null
        ? null
        : ratio(project.costP90Sek - project.costP10Sek, totalCostSek),
    ...phaseVariables(application),
    durationMonths: monthsBetween(project.startMonth, project.endMonth),
    isPrestudy: flag(project.projectType === 'prestudy'),
    pooledFte: project.pooledFte,
    sharingOrganisations: project.sharingOrganisations,
    pooledFtePerMillionSek: project.pooledFte === null ? null : ratio(project.pooledFte * 1_000_000, requestedSek),
    ...placeVariables(application, round),
    ...partyVariables(application, round),
    receivingStructure: receivingStructure === null ? null : levels[receivingStructure],
    hasReceivingActor: flag(project.receivingActorId !== null),
    anchoring,
    ...financing,
    readiness: anchoring === null || confirmed === null ? null : (anchoring + confirmed) / 2,
    leverage: ratio(totalCostSek - requestedSek, requestedSek),
    hasResilienceTheme: flag(tags.length > 0),
    resilienceTags: new Set(tags).size,
    themeCount: new Set(project.themes).size,
    needCount: new Set(project.needIds).size,
    gapCount: new Set(project.gapIds).size,
    recommendationCount: new Set(project.recommendationIds).size,
    priorityRecommendationCount: new Set(project.recommendationIds.filter((id) => priorityRecommendations.includes(id)))
      .size,
    targetProgrammeCount: new Set(project.targetProgrammes).size,
  };
}
