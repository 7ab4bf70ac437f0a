import {
  inRoundOrder,
  invariant,
  type Application as ApplicationData,
  type Project as ProjectData,
  type Round,
  type YearAmount,
} from '@fordela/domain';
import { Criterion } from '../assessment/criterion.types';
import { Rating } from '../assessment/rating.types';
import { Reviewer } from '../assessment/reviewer.types';
import { BudgetFrame } from '../budget/budget-frame.types';
import { Application, ApplicationRequest } from '../call/application.types';
import { Call } from '../call/call.types';
import { Dependency } from '../call/dependency.types';
import { swedishSortKey } from '../platform/swedish-sort-key';
import { FinancingAmount, FinancingLine } from '../project/financing-line.types';
import { ProjectPartner } from '../project/project-partner.types';
import { PhaseCost, ProjectPhase } from '../project/project-phase.types';
import { Project, ProjectCost } from '../project/project.types';
import { Actor } from '../reference/actor.types';
import { DeMinimisAid } from '../reference/de-minimis-aid.types';
import { Municipality } from '../reference/municipality.types';
import { StrategyPriority } from '../reference/strategy-priority.types';

/** The tables of a round, in an order in which they can be written: what is pointed to comes first. */
export const roundTables = {
  municipalities: Municipality,
  strategyPriorities: StrategyPriority,
  actors: Actor,
  deMinimisHistory: DeMinimisAid,
  calls: Call,
  projects: Project,
  projectCosts: ProjectCost,
  partners: ProjectPartner,
  phases: ProjectPhase,
  phaseCosts: PhaseCost,
  financing: FinancingLine,
  financingAmounts: FinancingAmount,
  applications: Application,
  requests: ApplicationRequest,
  dependencies: Dependency,
  budgetFrames: BudgetFrame,
  criteria: Criterion,
  reviewers: Reviewer,
  ratings: Rating,
} as const;

export type RoundTable = keyof typeof roundTables;
/** The rows of a round, table by table. */
export type RoundRows = { readonly [Table in RoundTable]: readonly InstanceType<(typeof roundTables)[Table]>[] };
/** As written: the database counts versions. */
export type NewRoundRows = {
  readonly [Table in RoundTable]: readonly Omit<InstanceType<(typeof roundTables)[Table]>, 'version'>[];
};

/** A round taken apart into rows. */
export function rowsOf(round: Round): NewRoundRows {
  const callId = round.call.id;
  const projects = round.applications.map((application) => application.project);
  const actorNames = new Map(round.actors.map((actor) => [actor.id, actor.name]));
  const years = <Owner>(owner: Owner, amounts: readonly YearAmount[]) =>
    amounts.map((amount) => ({ ...owner, ...amount }));
  return {
    municipalities: round.municipalities.map((item) => ({ ...item, neighbourCodes: [...item.neighbourCodes] })),
    strategyPriorities: round.strategyPriorities,
    actors: round.actors,
    deMinimisHistory: round.deMinimisHistory.map((aid, index, all) => {
      const isSame = (other: typeof aid) =>
        other.undertakingActorId === aid.undertakingActorId &&
        other.grantedDate === aid.grantedDate &&
        other.granter === aid.granter;
      return { ...aid, aidNo: all.slice(0, index).filter(isSame).length + 1 };
    }),
    calls: [round.call],
    projects: projects.map(({ partners: _p, phases: _h, financing: _f, costs: _c, ...project }) => ({
      ...project,
      municipalityCodes: [...project.municipalityCodes],
      themes: [...project.themes],
      needIds: [...project.needIds],
      gapIds: [...project.gapIds],
      recommendationIds: [...project.recommendationIds],
      targetProgrammes: [...project.targetProgrammes],
    })),
    projectCosts: projects.flatMap(({ id: projectId, costs }) => years({ projectId }, costs)),
    partners: projects.flatMap(({ id: projectId, partners }) => partners.map((partner) => ({ projectId, ...partner }))),
    phases: projects.flatMap(({ id: projectId, phases }) =>
      phases.map(({ costs: _, ...phase }) => ({ projectId, ...phase })),
    ),
    phaseCosts: projects.flatMap(({ id: projectId, phases }) =>
      phases.flatMap(({ phaseNo, costs }) => years({ projectId, phaseNo }, costs)),
    ),
    financing: projects.flatMap(({ id: projectId, financing }) =>
      financing.map(({ amounts: _, ...line }) => ({ projectId, ...line })),
    ),
    financingAmounts: projects.flatMap(({ id: projectId, financing }) =>
      financing.flatMap(({ financingNo, amounts }) => years({ projectId, financingNo }, amounts)),
    ),
    applications: round.applications.map(({ project, requested: _, ...application }) => ({
      ...application,
      projectId: project.id,
      sortTitle: swedishSortKey(project.title),
      searchText: searchText([
        application.id,
        application.registryNumber,
        project.title,
        project.summary,
        actorNames.get(project.leadPartnerId),
      ]),
    })),
    requests: round.applications.flatMap(({ id: applicationId, requested }) => years({ applicationId }, requested)),
    dependencies: round.dependencies,
    budgetFrames: round.budgetFrames.map((frame) => ({ callId, ...frame })),
    criteria: round.criteria.map((criterion) => ({ callId, ...criterion })),
    reviewers: round.reviewers.map((reviewer) => ({ callId, ...reviewer })),
    ratings: round.ratings,
  };
}

/** Texts in the form searched in; a line each, so that a match never spans two. */
const searchText = (texts: readonly (string | null | undefined)[]) =>
  texts
    .filter((text) => text)
    .map((text) => swedishSortKey(text as string))
    .join('\n');

/** Rows by owner, each list in the order it came. */
function byOwner<Row>(rows: readonly Row[], owner: (row: Row) => string): (id: string) => readonly Row[] {
  const lists = new Map<string, Row[]>();
  for (const row of rows) {
    const list = lists.get(owner(row));
    if (list) list.push(row);
    else lists.set(owner(row), [row]);
  }
  return (id) => lists.get(id) ?? [];
}

const amounts = (rows: readonly YearAmount[]): YearAmount[] => rows.map(({ year, amountSek }) => ({ year, amountSek }));

/** The round the rows of one call are, in the one order of a round. */
export function roundOf(rows: RoundRows): Round {
  const call = rows.calls[0];
  invariant(call && rows.calls.length === 1, `a round has one call, not ${rows.calls.length}`);
  const project = projectsOf(rows);
  const requests = byOwner(rows.requests, (row) => row.applicationId);
  const { version: _v, ...unversionedCall } = call;
  return inRoundOrder({
    call: unversionedCall,
    municipalities: rows.municipalities.map(({ version: _v, ...municipality }) => municipality),
    strategyPriorities: rows.strategyPriorities,
    actors: rows.actors.map(({ version: _v, ...actor }) => actor),
    applications: rows.applications.map(
      ({ projectId, sortTitle: _s, searchText: _t, version: _v, ...application }): ApplicationData => ({
        ...application,
        project: project(projectId),
        requested: amounts(requests(application.id)),
      }),
    ),
    dependencies: rows.dependencies,
    budgetFrames: rows.budgetFrames.map(({ callId: _c, version: _v, ...frame }) => frame),
    criteria: rows.criteria.map(({ callId: _c, version: _v, ...criterion }) => criterion),
    reviewers: rows.reviewers.map(({ callId: _c, ...reviewer }) => reviewer),
    ratings: rows.ratings.map(({ version: _v, ...rating }) => rating),
    deMinimisHistory: rows.deMinimisHistory.map(({ aidNo: _n, ...aid }) => aid),
  });
}

function projectsOf(rows: RoundRows): (id: string) => ProjectData {
  const bare = new Map(rows.projects.map((project) => [project.id, project]));
  const costs = byOwner(rows.projectCosts, (row) => row.projectId);
  const partners = byOwner(rows.partners, (row) => row.projectId);
  const phases = byOwner(rows.phases, (row) => row.projectId);
  const phaseCosts = byOwner(rows.phaseCosts, (row) => `${row.phaseNo} ${row.projectId}`);
  const financing = byOwner(rows.financing, (row) => row.projectId);
  const financingAmounts = byOwner(rows.financingAmounts, (row) => `${row.financingNo} ${row.projectId}`);
  return (id) => {
    const project = bare.get(id);
    invariant(project, `no project ${id} among the rows of the round`);
    return {
      ...project,
      partners: partners(id).map(({ projectId: _, ...partner }) => partner),
      phases: phases(id).map(({ projectId: _, ...phase }) => ({
        ...phase,
        costs: amounts(phaseCosts(`${phase.phaseNo} ${id}`)),
      })),
      financing: financing(id).map(({ projectId: _, ...line }) => ({
        ...line,
        amounts: amounts(financingAmounts(`${line.financingNo} ${id}`)),
      })),
      costs: amounts(costs(id)),
    };
  };
}
