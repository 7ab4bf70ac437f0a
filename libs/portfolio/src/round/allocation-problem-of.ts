import {
  accept,
  availableSek,
  deMinimisStandings,
  ownerParts,
  refusal,
  refuse,
  type Application,
  type OwnerAttribution,
  type Refusal,
  type Result,
  type Round,
  type RuleBook,
} from '@fordela/domain';
import { allocationProblemFormat, type Observation } from '../problem/allocation-problem';
import type { ProblemFile, ProjectInput } from '../problem/problem-file';
import { linksOf } from './links-of';
import { groupsOf, type MunicipalitySplit } from './groups-of';

/** What an application is worth: one value, values by criterion, or both; exact or as an interval. */
export interface ApplicationScore {
  readonly applicationId: string;
  readonly value?: ProjectInput['value'];
  readonly values?: Readonly<Record<string, NonNullable<ProjectInput['value']>>>;
}

export interface StatedDecision {
  readonly applicationId: string;
  readonly reason: string;
}

/** The choices a round leaves open. Every one of them changes the answer, so none has a hidden default that is not named here. */
export interface RoundProblemOptions {
  /** How a joint project's money counts per owner group. */
  readonly ownerAttribution: OwnerAttribution;
  /** How a project's money counts per municipality it serves. */
  readonly municipalitySplit: MunicipalitySplit;
  readonly partialGrants: NonNullable<ProblemFile['partialGrants']>;
  readonly partialValue?: ProjectInput['partialValue'];
  /** Applications left out, with the reason shown (an error found by the rules, a person's ruling). */
  readonly exclusions?: readonly StatedDecision[];
  readonly mustFund?: readonly StatedDecision[];
  /** The dated rules: gives the de minimis ceiling and period. Null = no joint aid limits, which is observed. */
  readonly ruleBook: RuleBook | null;
  /** The day aid would be granted; the call's decision date when not given. */
  readonly asOf?: string;
  /** `sequence` links: only observed, or enforced (what comes later cannot be funded in the same round). */
  readonly sequences: 'observe' | 'enforce';
  /** What a synergy between two applications is worth, by "from|to"; synergies without a value are observed. */
  readonly synergyValues?: Readonly<Record<string, number | string>>;
  readonly weights?: ProblemFile['weights'];
  readonly limits?: ProblemFile['limits'];
  readonly grants?: ProblemFile['grants'];
  readonly minimumGrant?: ProblemFile['minimumGrant'];
  readonly carryOver?: ProblemFile['carryOver'];
  readonly objective?: ProblemFile['objective'];
  readonly solver?: ProblemFile['solver'];
  readonly tasks?: ProblemFile['tasks'];
}

export interface RoundProblem {
  /** The problem as a file: store it, send it to a worker, hand it to `allocate`. */
  readonly file: ProblemFile;
  /** What of the round could not be carried over as it stands: dangling links, years without a frame, missing scores. */
  readonly observations: readonly Observation[];
}

/**
 * The allocation problem of a round.
 *
 * Rules   Ceilings: each year's frame less what is committed and reserved; a year that is asked for but has no frame gets 0.
 *         Commitment authorisation: what this round binds after a year, on top of what is already committed after it. An
 *         application without a score is excluded. A smallest useful grant above the request is set aside. All of it is observed.
 * Edges   Links to applications that are not in the round are observed: a `requires` then excludes the application that has it.
 * Errors  round-unknown-application for a score or decision about an application that is not there.
 */
export function allocationProblemOf(
  round: Round,
  scores: readonly ApplicationScore[],
  options: RoundProblemOptions,
): Result<RoundProblem> {
  const refusals = unknownApplications(round, scores, options);
  if (refusals.length > 0) return refuse(refusals);
  const observations: Observation[] = [];
  const observe = (code: string, params: Observation['params']) => void observations.push({ code, path: [], params });
  const scoreOf = new Map(scores.map((score) => [score.applicationId, score]));
  const actors = new Map(round.actors.map((actor) => [actor.id, actor]));
  const municipalities = new Map(round.municipalities.map((municipality) => [municipality.code, municipality]));
  const { links, synergies, blocked } = linksOf(round, options, observe);
  const reasons = new Map((options.exclusions ?? []).map((entry) => [entry.applicationId, entry.reason]));
  const must = new Map((options.mustFund ?? []).map((entry) => [entry.applicationId, entry.reason]));
  const names = [...new Set(scores.flatMap((score) => Object.keys(score.values ?? {})))];
  const projects = round.applications.map((application): ProjectInput => {
    const score = scoreOf.get(application.id);
    const reason = exclusionOf(application, score, reasons, blocked, observe);
    const owner = ownerParts(application.project, actors, options.ownerAttribution);
    return {
      id: application.id,
      name: application.project.title,
      ...valuesOf(score, names, scores),
      cost: costOf(application),
      ...smallestOf(application, observe),
      ...(options.partialValue && { partialValue: options.partialValue }),
      groups: groupsOf(application, owner, municipalities, options.municipalitySplit),
      ...(reason !== null && { exclude: { reason } }),
      ...(must.has(application.id) && { mustFund: { reason: must.get(application.id) as string } }),
    };
  });
  const jointLimits = aidLimits(round, options, observe);
  const file: ProblemFile = {
    format: allocationProblemFormat,
    title: round.call.name,
    currency: 'SEK',
    projects,
    years: yearsOf(round, observe),
    partialGrants: options.partialGrants,
    links,
    ...(synergies.length > 0 && { synergies }),
    ...(jointLimits.length > 0 && { jointLimits }),
    populations: { municipality: Object.fromEntries(round.municipalities.map(({ code, population }) => [code, population])) },
    ...defined({
      weights: options.weights,
      limits: options.limits,
      grants: options.grants,
      minimumGrant: options.minimumGrant,
      carryOver: options.carryOver,
      objective: options.objective,
      solver: options.solver,
      tasks: options.tasks,
    }),
  };
  return accept({ file, observations });
}

type Observe = (code: string, params: Observation['params']) => void;

const defined = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;

function unknownApplications(
  round: Round,
  scores: readonly ApplicationScore[],
  options: RoundProblemOptions,
): readonly Refusal[] {
  const known = new Set(round.applications.map(({ id }) => id));
  const lists = { scores, exclusions: options.exclusions ?? [], mustFund: options.mustFund ?? [] };
  return Object.entries(lists).flatMap(([list, entries]) =>
    entries.flatMap(({ applicationId }, index) =>
      known.has(applicationId) ? [] : [refusal('round-unknown-application', [list, index], { application: applicationId })],
    ),
  );
}

function exclusionOf(
  application: Application,
  score: ApplicationScore | undefined,
  reasons: ReadonlyMap<string, string>,
  blocked: ReadonlyMap<string, string>,
  observe: Observe,
): string | null {
  const stated = reasons.get(application.id);
  if (stated !== undefined) return stated;
  if (score === undefined) {
    observe('round-no-score', { application: application.id });
    return 'round-no-score';
  }
  return blocked.get(application.id) ?? null;
}

/** An application without a score counts 0 everywhere; it is excluded, and said to be. */
function valuesOf(
  score: ApplicationScore | undefined,
  names: readonly string[],
  scores: readonly ApplicationScore[],
): Pick<ProjectInput, 'value' | 'values'> {
  const hasValue = scores.some(({ value }) => value !== undefined) || names.length === 0;
  return {
    ...(hasValue && { value: score?.value ?? 0 }),
    ...(names.length > 0 && { values: Object.fromEntries(names.map((name) => [name, score?.values?.[name] ?? 0])) }),
  };
}

const costOf = (application: Application): Record<string, number> =>
  Object.fromEntries(
    application.requested.filter(({ amountSek }) => amountSek !== 0).map(({ year, amountSek }) => [String(year), amountSek]),
  );

function smallestOf(application: Application, observe: Observe): Pick<ProjectInput, 'smallestUseful'> {
  const smallest = application.smallestUsefulGrantSek;
  if (smallest === null) return {};
  const requested = application.requested.reduce((sum, { amountSek }) => sum + amountSek, 0);
  if (smallest <= requested) return { smallestUseful: smallest };
  observe('round-smallest-above-request', { application: application.id, smallest, requested });
  return {};
}

function yearsOf(round: Round, observe: Observe): NonNullable<ProblemFile['years']> {
  const frames = new Map(round.budgetFrames.map((frame) => [frame.year, frame]));
  const asked = new Map<number, string[]>();
  for (const { id, requested } of round.applications)
    for (const { year, amountSek } of requested) if (amountSek > 0) asked.set(year, [...(asked.get(year) ?? []), id]);
  const years = [...new Set([...frames.keys(), ...asked.keys()])].sort((a, b) => a - b);
  return years.map((year) => {
    const frame = frames.get(year);
    if (!frame) {
      observe('round-year-without-frame', { year, applications: asked.get(year) ?? [] });
      return { year, ceiling: 0 };
    }
    if (availableSek(frame) < 0) observe('round-year-overcommitted', { year, availableSek: availableSek(frame) });
    const outstanding = round.budgetFrames
      .filter((later) => later.year > year)
      .reduce((sum, later) => sum + later.alreadyCommittedSek, 0);
    return {
      year,
      frame: frame.frameSek,
      committed: frame.alreadyCommittedSek,
      reserved: frame.reservedSek,
      ...(frame.commitmentAuthorisationSek !== null && { authorisation: frame.commitmentAuthorisationSek, outstanding }),
    };
  });
}

/** One joint limit per undertaking that applications name: history in the period and all its applications, in euro. */
function aidLimits(round: Round, options: RoundProblemOptions, observe: Observe): NonNullable<ProblemFile['jointLimits']> {
  const aided = round.applications.filter(({ project }) => project.stateAidRoute === 'deminimis');
  if (aided.length === 0) return [];
  const asOf = options.asOf ?? round.call.decisionDate;
  const standings = options.ruleBook ? deMinimisStandings(round, options.ruleBook, asOf) : [];
  if (standings.length === 0) {
    observe('round-no-aid-rule', { asOf, applications: aided.map(({ id }) => id) });
    return [];
  }
  return standings.map(({ undertakingActorId, ceilingEur, historyEur, applications }) => ({
    id: `de-minimis-${undertakingActorId}`,
    unit: 'EUR',
    limit: ceilingEur,
    history: historyEur,
    uses: Object.fromEntries(
      applications.filter(({ amountEur }) => amountEur > 0).map(({ applicationId, amountEur }) => [applicationId, amountEur]),
    ),
  }));
}
