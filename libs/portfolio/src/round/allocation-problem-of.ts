import {
  accept,
  availableSek,
  cyclePhases,
  ownerParts,
  refusal,
  refuse,
  sumYears,
  type Application,
  type DeMinimisJointLimit,
  type OwnerAttribution,
  type Refusal,
  type Result,
  type Round,
} from '@fordela/domain';
import { allocationProblemFormat, type Observation } from '../problem/allocation-problem';
import type { ProblemFile, ProjectInput } from '../problem/problem-file';

/** Version of the translation: bumped whenever the same round and options would give another problem. */
export const roundProblemVersion = '1';

/** A person's decision about one application, taken before the engine is asked. The reason is shown wherever it acts. */
export interface PinnedApplication {
  readonly applicationId: string;
  readonly reason: string;
}

/** The policy choices of an allocation. Every one is stated in the problem file and shown beside the result. */
export interface RoundAllocationOptions {
  readonly objective: NonNullable<ProblemFile['objective']>;
  /** How a joint project's money is attributed to owner groups. */
  readonly ownerAttribution: OwnerAttribution;
  readonly partialGrants: NonNullable<ProblemFile['partialGrants']>;
  /** `enforce`: a follow-on project cannot be funded in the same round as the one it comes after. `report`: the link is only shown. */
  readonly sequences: 'report' | 'enforce';
  readonly excluded: readonly PinnedApplication[];
  readonly mustFund: readonly PinnedApplication[];
  /** Limits in the words of the problem format; dimensions: `ownerGroup`, `phase`, `theme`, `municipality`, `sizeClass`. */
  readonly limits: NonNullable<ProblemFile['limits']>;
  readonly deMinimis: readonly DeMinimisJointLimit[];
  readonly grants: NonNullable<ProblemFile['grants']> | null;
  readonly minimumGrantSek: number | null;
  readonly tasks: NonNullable<ProblemFile['tasks']>;
  /** How a project's money counts in the municipalities it serves: `equal` parts (usual), by `population`, or in full in each. */
  readonly municipalitySplit?: MunicipalitySplit;
  /** What a project keeps of its value at a smaller grant; in proportion when not stated. */
  readonly partialValue?: ProjectInput['partialValue'];
  /** Worth of a synergy by `from|to`. A synergy without a worth steers nothing and is reported as only shown. */
  readonly synergyValues?: Readonly<Record<string, number | string>>;
  /** Weights of the criteria, when scores are given by criterion. */
  readonly weights?: NonNullable<ProblemFile['weights']>;
  readonly carryOver?: NonNullable<ProblemFile['carryOver']>;
}

export const municipalitySplits = ['equal', 'population', 'tags'] as const;
export type MunicipalitySplit = (typeof municipalitySplits)[number];

/** What an application is worth: one score, scores by criterion, or both; exact or as intervals. Null = not scored. */
export type ApplicationValue =
  | number
  | null
  | {
      readonly value?: ProjectInput['value'];
      readonly values?: Readonly<Record<string, NonNullable<ProjectInput['value']>>>;
    };

export interface RoundProblem {
  readonly problem: ProblemFile;
  /** What of the round the problem does not carry over, by name: nothing is left out silently. */
  readonly observations: readonly Observation[];
}

/**
 * The allocation problem of a round: its applications as projects with their yearly requests, its budget frames as ceilings, its
 * links, its joint de minimis limits, and the groups a committee looks at.
 *
 * Shapes  values: score, or scores by criterion, by application id; null or absent = not scored.
 * Units   whole kronor per year; scores as given.
 * Rule    A year's ceiling is frame − already committed − reserved, never below 0; a year that is asked for but has no frame has
 *         nothing to give. An application without a score, or one that
 *         requires something that does not exist, cannot be chosen: it is excluded with that reason and reported. A project counts
 *         fully in each of its themes; a smallest useful grant above the request is set aside and reported.
 * Errors  Refusals for a pin on an unknown application, one pinned both ways, a pin without a reason, or a round without a budget.
 */
export function allocationProblemOf(
  round: Round,
  values: Readonly<Record<string, ApplicationValue>>,
  options: RoundAllocationOptions,
): Result<RoundProblem> {
  const refusals = pinRefusals(round, options);
  if (round.budgetFrames.length === 0) refusals.push(refusal('round-without-budget', ['budgetFrames']));
  if (refusals.length > 0) return refuse(refusals);
  const observations: Observation[] = [];
  const note = (code: string, path: Observation['path'], params: Observation['params']) =>
    observations.push({ code, path, params });
  const links = linksOf(round, options, note);
  const excluded = new Map(options.excluded.map((pin) => [pin.applicationId, pin.reason]));
  for (const id of links.impossible) if (!excluded.has(id)) excluded.set(id, 'requires-something-that-does-not-exist');
  for (const { id } of round.applications)
    if ((values[id] ?? null) === null && !excluded.has(id)) {
      excluded.set(id, 'not-scored');
      note('round-application-not-scored', ['applications', id], { application: id });
    }
  const forced = new Map(options.mustFund.map((pin) => [pin.applicationId, pin.reason]));
  const projects = projectsOf(round, values, options, excluded, forced, note);
  return accept({
    observations,
    problem: {
      format: allocationProblemFormat,
      title: round.call.name,
      currency: 'SEK',
      projects,
      years: yearsOf(round, note),
      partialGrants: options.partialGrants,
      links: [...links.links],
      ...(links.synergies.length > 0 ? { synergies: [...links.synergies] } : {}),
      ...(options.weights ? { weights: options.weights } : {}),
      ...(options.carryOver === undefined ? {} : { carryOver: options.carryOver }),
      jointLimits: options.deMinimis.map((limit) => ({
        id: `de-minimis ${limit.undertakingActorId}`,
        unit: 'EUR',
        limit: limit.ceilingEur,
        history: limit.historyEur,
        uses: Object.fromEntries(limit.applications.map((use) => [use.applicationId, use.amountEur])),
      })),
      limits: options.limits,
      ...(options.grants ? { grants: options.grants } : {}),
      ...(options.minimumGrantSek === null ? {} : { minimumGrant: options.minimumGrantSek }),
      populations: {
        municipality: Object.fromEntries(round.municipalities.map((item) => [item.code, item.population])),
      },
      objective: options.objective,
      tasks: options.tasks,
    },
  });
}

type Note = (code: string, path: Observation['path'], params: Observation['params']) => void;

function pinRefusals(round: Round, options: RoundAllocationOptions): Refusal[] {
  const known = new Set(round.applications.map((application) => application.id));
  const excluded = new Set(options.excluded.map((pin) => pin.applicationId));
  return (['excluded', 'mustFund'] as const).flatMap((list) =>
    options[list].flatMap((pin, index) => {
      const place = [list, index, 'applicationId'];
      if (!known.has(pin.applicationId))
        return [refusal('round-unknown-application', place, { application: pin.applicationId })];
      if (pin.reason.trim() === '')
        return [refusal('round-pin-without-reason', [list, index, 'reason'], { application: pin.applicationId })];
      if (list === 'mustFund' && excluded.has(pin.applicationId))
        return [refusal('round-pinned-both-ways', place, { application: pin.applicationId })];
      return [];
    }),
  );
}

function yearsOf(round: Round, note: Note): NonNullable<ProblemFile['years']> {
  const framed = new Set(round.budgetFrames.map((frame) => frame.year));
  const asked = round.applications.flatMap(({ requested }) =>
    requested.filter(({ year, amountSek }) => amountSek > 0 && !framed.has(year)).map(({ year }) => year),
  );
  const unframed = [...new Set(asked)].sort((a, b) => a - b);
  for (const year of unframed) note('round-year-without-frame', ['budgetFrames'], { year });
  return [...framedYears(round, note), ...unframed.map((year) => ({ year, ceiling: 0 }))];
}

function framedYears(round: Round, note: Note): NonNullable<ProblemFile['years']> {
  return round.budgetFrames.map((frame) => {
    if (availableSek(frame) < 0)
      note('round-year-overcommitted', ['budgetFrames', frame.year], {
        year: frame.year,
        overcommittedSek: -availableSek(frame),
      });
    const later = round.budgetFrames.filter((other) => other.year > frame.year);
    return {
      year: frame.year,
      frame: frame.frameSek,
      committed: frame.alreadyCommittedSek,
      reserved: frame.reservedSek,
      ...(frame.commitmentAuthorisationSek === null
        ? {}
        : {
            authorisation: frame.commitmentAuthorisationSek,
            outstanding: later.reduce((sum, other) => sum + other.alreadyCommittedSek, 0),
          }),
    };
  });
}

function projectsOf(
  round: Round,
  values: Readonly<Record<string, ApplicationValue>>,
  options: RoundAllocationOptions,
  excluded: ReadonlyMap<string, string>,
  forced: ReadonlyMap<string, string>,
  note: Note,
): ProjectInput[] {
  const scored = Object.values(values).filter((value) => value !== null && typeof value === 'object');
  const names = [...new Set(scored.flatMap((value) => Object.keys(value.values ?? {})))];
  const hasValue = names.length === 0 || scored.some((value) => value.value !== undefined);
  const populations = new Map(round.municipalities.map(({ code, population }) => [code, population]));
  const actors = new Map(round.actors.map((actor) => [actor.id, actor]));
  const sizes = new Map(round.municipalities.map((municipality) => [municipality.code, municipality.sizeClass]));
  return round.applications.map((application) => {
    const { project } = application;
    const codes = project.municipalityCodes.filter((code) => sizes.has(code));
    const groups = {
      ownerGroup: positiveParts(ownerParts(project, actors, options.ownerAttribution)),
      phase: phaseParts(application),
      theme: project.themes.length > 0 ? [...project.themes] : null,
      ...municipalityGroups(codes, sizes, populations, options.municipalitySplit ?? 'equal'),
      lead: project.leadPartnerId,
      projectType: project.projectType,
      strategyPriority: project.strategyPriorityId,
    };
    const [out, must] = [excluded.get(application.id), forced.get(application.id)];
    return {
      id: application.id,
      name: project.title,
      ...valuesOf(values[application.id] ?? null, names, hasValue),
      cost: Object.fromEntries(application.requested.map((entry) => [String(entry.year), entry.amountSek])),
      ...smallestOf(application, note),
      ...(options.partialValue === undefined ? {} : { partialValue: options.partialValue }),
      groups: Object.fromEntries(Object.entries(groups).filter(([, group]) => group !== null)) as NonNullable<
        ProjectInput['groups']
      >,
      ...(out === undefined ? {} : { exclude: { reason: out } }),
      ...(must === undefined ? {} : { mustFund: { reason: must } }),
    };
  });
}

/** What is not scored counts 0; `allocationProblemOf` has excluded it. */
function valuesOf(
  value: ApplicationValue,
  names: readonly string[],
  hasValue: boolean,
): Pick<ProjectInput, 'value' | 'values'> {
  const own = typeof value === 'number' ? { value, values: {} } : value;
  return {
    ...(hasValue ? { value: own?.value ?? 0 } : {}),
    ...(names.length > 0 ? { values: Object.fromEntries(names.map((name) => [name, own?.values?.[name] ?? 0])) } : {}),
  };
}

function smallestOf(application: Application, note: Note): Pick<ProjectInput, 'smallestUseful'> {
  const smallest = application.smallestUsefulGrantSek;
  if (smallest === null) return {};
  const requested = sumYears(application.requested);
  if (smallest <= requested) return { smallestUseful: smallest };
  note('round-smallest-above-request', ['applications', application.id], {
    application: application.id,
    smallest,
    requested,
  });
  return {};
}

function municipalityGroups(
  codes: readonly string[],
  sizes: ReadonlyMap<string, string>,
  populations: ReadonlyMap<string, number>,
  split: MunicipalitySplit,
): Readonly<Record<'municipality' | 'sizeClass', Parts | string[] | null>> {
  const sizesOf = codes.map((code) => sizes.get(code) as string);
  if (split === 'tags')
    return codes.length === 0
      ? { municipality: null, sizeClass: null }
      : { municipality: [...codes], sizeClass: [...new Set(sizesOf)] };
  const weights = codes.map((code) => (split === 'population' ? (populations.get(code) ?? 0) : 1));
  return { municipality: countedParts(codes, weights), sizeClass: countedParts(sizesOf, weights) };
}

type Parts = Readonly<Record<string, number>>;

function positiveParts(parts: Parts): Parts | null {
  const positive = Object.entries(parts).filter(([, part]) => part > 0);
  return positive.length > 0 ? Object.fromEntries(positive) : null;
}

/** Each group with the sum of its weights. */
function countedParts(groups: readonly string[], weights: readonly number[]): Parts | null {
  const parts: Record<string, number> = {};
  for (const [index, group] of groups.entries()) parts[group] = (parts[group] ?? 0) + (weights[index] ?? 0);
  return positiveParts(parts);
}

function phaseParts({ project }: Application): Parts | null {
  const parts = cyclePhases.map((phase) => {
    const costs = project.phases.filter((entry) => entry.cyclePhase === phase).map((entry) => sumYears(entry.costs));
    return [phase, costs.reduce((sum, cost) => sum + cost, 0)] as const;
  });
  return positiveParts(Object.fromEntries(parts));
}

/** The round's dependencies as links; those that bind nothing, and those that cannot be met, are noted. */
function linksOf(round: Round, options: RoundAllocationOptions, note: Note) {
  const known = new Set(round.applications.map((application) => application.id));
  const links: NonNullable<ProblemFile['links']> = [];
  const synergies: NonNullable<ProblemFile['synergies']> = [];
  const impossible: string[] = [];
  const oneOf = new Map<string, { from: string; anyOf: string[]; named: number }>();
  round.dependencies.forEach((link, index) => {
    const { fromApplicationId: from, toApplicationId: to, type } = link;
    const place = ['dependencies', index];
    if (!known.has(from)) return note('round-link-from-unknown', place, { from, to, type });
    const found = known.has(to);
    if (!found) note('round-link-to-unknown', place, { from, to, type });
    if (type === 'requires') {
      if (found) links.push({ type, from, to });
      else impossible.push(from);
    } else if (type === 'requires_one_of') {
      const key = `${from} ${link.group ?? ''}`;
      const entry = oneOf.get(key) ?? { from, anyOf: [], named: 0 };
      oneOf.set(key, { from, named: entry.named + 1, anyOf: found ? [...entry.anyOf, to] : entry.anyOf });
    } else if (!found) return;
    else if (type === 'mutually_exclusive') links.push({ type, projects: [from, to] });
    else if (type === 'sequence' && options.sequences === 'enforce') links.push({ type, first: from, then: to });
    else {
      const worth = type === 'synergy' ? options.synergyValues?.[`${from}|${to}`] : undefined;
      if (worth === undefined) note('round-link-only-shown', place, { from, to, type });
      else synergies.push({ projects: [from, to], value: worth });
    }
  });
  for (const { from, anyOf } of oneOf.values()) {
    if (anyOf.length > 0) links.push({ type: 'requires_one_of', from, anyOf });
    else impossible.push(from);
  }
  return { links, synergies, impossible };
}
