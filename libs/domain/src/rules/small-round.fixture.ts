import type { Actor, Application, Project, Round } from '../round';

/** For specs only: one faultless application in a round with what it needs. Every part can be replaced. */
export function smallProject(changes: Partial<Project> = {}): Project {
  return {
    id: 'A-1',
    title: 'Delad projektekonom',
    summary: 'Tre kommuner delar en projektekonom.',
    projectType: 'implementation',
    leadPartnerId: 'K1',
    partners: [
      { actorId: 'K1', role: 'lead_partner', costSharePct: 60 },
      { actorId: 'K2', role: 'project_partner', costSharePct: 40 },
    ],
    municipalityCodes: ['0428'],
    themes: [],
    strategyPriorityId: 'P1',
    needIds: [],
    gapIds: [],
    recommendationIds: [],
    startMonth: '2027-01',
    endMonth: '2027-12',
    phases: [
      {
        phaseNo: 1,
        cyclePhase: 'implementation',
        name: 'Genomförande',
        startMonth: '2027-01',
        endMonth: '2027-12',
        costs: [{ year: 2027, amountSek: 1_000_000 }],
      },
    ],
    financing: [
      {
        financingNo: 1,
        sourceType: 'state_1_1',
        financierActorId: 'RF',
        kind: 'cash',
        status: 'applied',
        amounts: [{ year: 2027, amountSek: 500_000 }],
      },
      {
        financingNo: 2,
        sourceType: 'municipal',
        financierActorId: 'K1',
        kind: 'cash',
        status: 'decided',
        amounts: [{ year: 2027, amountSek: 500_000 }],
      },
    ],
    costs: [{ year: 2027, amountSek: 1_000_000 }],
    totalCostSek: 1_000_000,
    costP10Sek: 900_000,
    costP90Sek: 1_100_000,
    inKindCostSek: 0,
    pooledFte: null,
    sharingOrganisations: null,
    receivingStructure: 'yes',
    receivingActorId: 'K1',
    politicalAnchoring: 'decided',
    stateAidRoute: 'none',
    stateAidUndertakingId: null,
    stateAidAmountEur: null,
    costOption: null,
    targetProgrammes: [],
    ...changes,
  };
}

export function smallApplication(changes: Partial<Application> = {}, project: Partial<Project> = {}): Application {
  return {
    id: 'A-1',
    callId: 'C',
    registryNumber: null,
    receivedDate: '2026-03-15',
    project: smallProject(project),
    requested: [{ year: 2027, amountSek: 500_000 }],
    requestedSek: 500_000,
    smallestUsefulGrantSek: null,
    advanceRequestedSek: 0,
    preparingActorId: null,
    note: null,
    ...changes,
  };
}

const actor = (id: string, legalForm: Actor['legalForm'], changes: Partial<Actor> = {}): Actor => ({
  id,
  name: id,
  actorType: 'public',
  legalForm,
  parentActorId: null,
  municipalityCode: null,
  provenance: null,
  note: null,
  ...changes,
});

export function smallRound(applications: readonly Application[], changes: Partial<Round> = {}): Round {
  return {
    call: {
      id: 'C',
      name: 'Prov',
      firstKnownDate: null,
      openingDate: null,
      closingDate: '2026-03-31',
      decisionDate: '2026-06-15',
      isExample: true,
    },
    municipalities: [
      {
        code: '0428',
        name: 'Vingåker',
        population: 8981,
        populationDate: '2022-12-31',
        sizeClass: 'small',
        neighbourCodes: [],
      },
    ],
    strategyPriorities: [{ id: 'P1', nameSv: 'Ett', nameEn: 'One' }],
    actors: [
      actor('K1', 'municipality'),
      actor('K2', 'municipality'),
      actor('R', 'region'),
      actor('RA', 'region', { parentActorId: 'R' }),
      actor('RF', 'region', { parentActorId: 'R' }),
      actor('F1', 'company', { actorType: 'industry_cluster' }),
      actor('F2', 'company', { actorType: 'industry_cluster', parentActorId: 'F1' }),
    ],
    applications,
    dependencies: [],
    budgetFrames: [],
    criteria: [
      {
        id: 'C1',
        key: 'one',
        nameSv: 'Ett',
        nameEn: 'One',
        question: null,
        reportReference: null,
        weight: 1,
        kind: 'rated',
        formula: null,
        scaleMin: 1,
        scaleMax: 5,
        direction: 'maximise',
      },
    ],
    reviewers: [
      { id: 'R1', name: 'Ett', affiliationActorId: 'RF', role: null },
      { id: 'R2', name: 'Två', affiliationActorId: null, role: null },
      { id: 'R3', name: 'Tre', affiliationActorId: 'K2', role: null },
      { id: 'R4', name: 'Fyra', affiliationActorId: 'RF', role: null },
      { id: 'R5', name: 'Fem', affiliationActorId: 'RF', role: null },
    ],
    ratings: [],
    deMinimisHistory: [],
    ...changes,
  };
}
