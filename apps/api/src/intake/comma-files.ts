import {
  accept,
  inRoundOrder,
  refuse,
  type Application,
  type Call,
  type ProjectPartner,
  type ProjectPhase,
  type Refusal,
  type Result,
  type Round,
} from '@fordela/domain';
import { commaFormats, type CommaFileName } from './comma-formats';
import {
  readCall,
  readMunicipality,
  readPriority,
  readActor,
  readApplication,
  readPartner,
  readPhase,
  readFinancing,
  mergedLines,
  readDependency,
  readBudgetFrame,
  readCriterion,
  readReviewer,
  readRating,
  readAid,
} from './comma-rows';
import { readCommaTable, type CommaRow, type CommaTable } from './comma-table';
import { refusalOf, type CellFinding } from './intake.types';

/** Text of the comma files by their names: `{ 'applications.csv': '…' }`. */
export type CommaFiles = Readonly<Partial<Record<CommaFileName, string>>>;

export interface CommaFilesOptions {
  /** Data the files may leave out: what is not among the files is taken from here, what is replaces it whole. */
  readonly existing?: Partial<Round>;
}

/** What the files say, before anything is saved. */
export interface CommaReading {
  /** The applications without errors, with everything around them; null when something they all need is broken. */
  readonly round: Round | null;
  readonly findings: readonly CellFinding[];
  /** Applications with an error in any of their rows: left out of `round`, in order of id. */
  readonly brokenApplicationIds: readonly string[];
}

/**
 * Reads the normalised comma files into a round, with a finding for every place that is not right.
 *
 * Shapes  Any subset of the files over `existing`; without it actors, applications, criteria, budget and the call are needed.
 * Rule    An error in a row of an application leaves that application out; an error elsewhere leaves no round.
 *         What the rules of the money report is not reported here a second time: municipality codes that do not exist,
 *         links to applications that do not exist, ratings outside the scale and sums that do not meet are read as written.
 * Edges   Files with names that are not known are reported. Empty cells are "not stated".
 */
export function readCommaFilesLeniently(files: CommaFiles, options: CommaFilesOptions = {}): CommaReading {
  const findings: CellFinding[] = [];
  const existing = options.existing ?? {};
  const report = (file: string | null, code: string, severity: CellFinding['severity']) =>
    findings.push({ ...wholeFile, file, code, severity });
  for (const name of Object.keys(files))
    if (!Object.hasOwn(commaFormats, name)) report(name, 'file-unknown', 'warning');
  const table = (name: CommaFileName): CommaTable | null => {
    const text = files[name];
    return text === undefined ? null : readCommaTable(name, text, commaFormats[name], findings);
  };
  /** The rows of a file made into values, the existing list when there is no such file. */
  const list = <Value>(name: CommaFileName, kept: readonly Value[] | undefined, read: (row: CommaRow) => Value) => {
    if (files[name] === undefined) return kept;
    return (
      table(name)
        ?.rows.map((row) => ({ row, value: read(row) }))
        .filter(({ row }) => !row.isBroken)
        .map(({ value }) => value) ?? []
    );
  };

  const municipalities = list('municipalities.csv', existing.municipalities, readMunicipality) ?? [];
  const strategyPriorities = list('rus-priorities.csv', existing.strategyPriorities, readPriority) ?? [];
  const actors = list('actors.csv', existing.actors, readActor);
  const actorIds = new Set(actors?.map((actor) => actor.id));
  const criteria = list('criteria.csv', existing.criteria, readCriterion);
  const criterionIds = new Set(criteria?.map((criterion) => criterion.id));
  const reviewers = list('reviewers.csv', existing.reviewers, (row) => readReviewer(row, actorIds)) ?? [];
  const reviewerIds = new Set(reviewers.map((reviewer) => reviewer.id));
  const budgetFrames = list('budget.csv', existing.budgetFrames, readBudgetFrame);
  const deMinimisHistory =
    list('deminimis-history.csv', existing.deMinimisHistory, (row) => readAid(row, actorIds)) ?? [];

  const priorityIds = new Set(strategyPriorities.map((priority) => priority.id));
  const known = { actorIds, priorityIds };
  const bare = list('applications.csv', existing.applications, (row) => readApplication(row, known));
  const applicationIds = new Set(bare?.map((application) => application.id));
  const ofApplication = (row: CommaRow, column = 'application_id') => {
    const id = row.required(column);
    if (id === '' || applicationIds.has(id)) return id;
    // An application left out for its own errors is not reported again in every row about it.
    const isLeftOut = findings.some(
      (found) => found.file === 'applications.csv' && found.severity === 'error' && found.applicationId === id,
    );
    if (!isLeftOut) row.report(column, 'error', 'reference-unknown', { id });
    return id;
  };
  const partners = list<[string, ProjectPartner]>('partners.csv', undefined, (row) => [
    ofApplication(row),
    readPartner(row, actorIds),
  ]);
  const phases = list<[string, ProjectPhase]>('phases.csv', undefined, (row) => [ofApplication(row), readPhase(row)]);
  const lines = new Map<string, string>();
  const financing = list('financing.csv', undefined, (row) => {
    const id = ofApplication(row);
    const read = readFinancing(row, actorIds);
    const [key, source] = [`${id} ${read.line.financingNo}`, JSON.stringify(read.line)];
    if ((lines.get(key) ?? source) !== source) row.report('financing_no', 'error', 'financing-line-differs', { id });
    lines.set(key, lines.get(key) ?? source);
    return [id, read] as const;
  });
  const dependencies = list('dependencies.csv', existing.dependencies, (row) => {
    ofApplication(row, 'from_application_id');
    return readDependency(row);
  });
  const ratings = list('ratings.csv', existing.ratings, (row) => {
    ofApplication(row);
    return readRating(row, reviewerIds, criterionIds);
  });
  const [ownPartners, ownPhases, ownFinancing] = [grouped(partners), grouped(phases), grouped(financing)];
  const kept = new Map(existing.applications?.map((item) => [item.id, item.project]));
  const applications = bare?.map((application) => {
    const { id, project } = application;
    const earlier = kept.get(id) ?? project;
    return {
      ...application,
      project: {
        ...project,
        partners: ownPartners ? (ownPartners.get(id) ?? []) : earlier.partners,
        phases: ownPhases ? (ownPhases.get(id) ?? []) : earlier.phases,
        financing: ownFinancing ? mergedLines(ownFinancing.get(id) ?? []) : earlier.financing,
      },
    };
  });
  const call = chosenCall(list('calls.csv', undefined, readCall), existing.call, applications ?? [], report);
  if (!actors) report('actors.csv', 'file-missing', 'error');
  if (!applications) report('applications.csv', 'file-missing', 'error');
  if (!criteria) report('criteria.csv', 'file-missing', 'error');
  if (!budgetFrames) report('budget.csv', 'file-missing', 'error');

  const errors = findings.filter((finding) => finding.severity === 'error');
  const broken = new Set(errors.flatMap((finding) => finding.applicationId ?? []));
  const isSound = errors.every((finding) => finding.applicationId !== null);
  if (!isSound || !actors || !applications || !criteria || !budgetFrames || !call)
    return { round: null, findings, brokenApplicationIds: [...broken].sort() };
  const round = inRoundOrder({
    call,
    municipalities,
    strategyPriorities,
    actors,
    applications: applications.filter((application) => !broken.has(application.id)),
    dependencies: (dependencies ?? []).filter((link) => !broken.has(link.fromApplicationId)),
    budgetFrames,
    criteria,
    reviewers,
    ratings: (ratings ?? []).filter((rating) => !broken.has(rating.applicationId)),
    deMinimisHistory,
  });
  return { round, findings, brokenApplicationIds: [...broken].sort() };
}

/** The round the files hold, or every error in them; nothing in between. See `readCommaFilesLeniently`. */
export function readCommaFiles(files: CommaFiles, options: CommaFilesOptions = {}): Result<Round, readonly Refusal[]> {
  const { round, findings } = readCommaFilesLeniently(files, options);
  const errors = findings.filter((finding) => finding.severity === 'error');
  return round && errors.length === 0 ? accept(round) : refuse(errors.map(refusalOf));
}

/** Values by the application they belong to; undefined when there was no file. */
function grouped<Value>(
  rows: readonly (readonly [string, Value])[] | undefined,
): ReadonlyMap<string, readonly Value[]> | undefined {
  if (!rows) return undefined;
  const groups = new Map<string, Value[]>();
  for (const [id, value] of rows) {
    const own = groups.get(id);
    if (own) own.push(value);
    else groups.set(id, [value]);
  }
  return groups;
}

const wholeFile = {
  certainty: 'certain',
  row: null,
  column: null,
  columnLetter: null,
  applicationId: null,
  read: null,
  understoodAs: null,
  params: {},
} as const;

function chosenCall(
  calls: readonly Call[] | undefined,
  kept: Call | undefined,
  applications: readonly Application[],
  report: (file: string, code: string, severity: 'error') => void,
): Call | null {
  const wanted = new Set(applications.map((application) => application.callId));
  const candidates = (calls ?? (kept ? [kept] : [])).filter((call) => wanted.size === 0 || wanted.has(call.id));
  if (wanted.size > 1) report('applications.csv', 'call-more-than-one', 'error');
  else if (candidates.length === 0) report('calls.csv', 'call-missing', 'error');
  return wanted.size > 1 ? null : (candidates[0] ?? null);
}
