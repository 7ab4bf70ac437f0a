import { canonicalJson } from '../fingerprint';
import type { Application, Round } from '../round';
import { completenessRules } from './completeness-rules';
import { deMinimisStandings } from './de-minimis';
import { financingRules } from './financing-rules';
import { findingCode, type Finding, type FindingParameter } from './finding';
import { operationsRules } from './operations-rules';
import { reviewRules } from './review-rules';
import { parameterOn, rulesOn, type RuleBook, type RuleParameter, type RuleSetting } from './rule-book';
import type { RuleCheck, RuleContext } from './rule';
import { stateAidRules } from './state-aid-rules';
import { structureRules } from './structure-rules';

/** Every check there is, one per rule and version. */
export const ruleChecks: readonly RuleCheck[] = [
  ...completenessRules,
  ...operationsRules,
  ...financingRules,
  ...stateAidRules,
  ...structureRules,
  ...reviewRules,
];

/** Reported for a rule whose figure has no value on the day: the rule cannot be applied, and that must not look like a pass. */
export const withoutFigureRuleId = 'rule_without_figure';

export interface CheckOptions {
  /** The day whose rules and figures count; the call's day of decision unless told otherwise. */
  readonly asOf?: string;
}

/**
 * What the rules in force find in a round.
 *
 * Shapes  Any round and a rule book that `checkRuleBook` accepts. Findings are sorted by application (the round's own first),
 *         rule, and place: equal input gives equal bytes.
 * Rule    Every rule in force on `asOf` looks at every application it applies to, with the figures valid on that day.
 * Edges   A rule whose figure has no value that day is reported once for the round (`rule_without_figure`, manual review).
 * @example checkRound(round, defaultRuleBook, { asOf: '2026-06-15' })
 */
export function checkRound(round: Round, ruleBook: RuleBook, options: CheckOptions = {}): readonly Finding[] {
  const asOf = options.asOf ?? round.call.decisionDate;
  const context = ruleContext(round, ruleBook, asOf);
  const findings = rulesOn(ruleBook, asOf).flatMap((setting) => {
    const check = checkOf(setting);
    if (!check) return [];
    const missing = check.parameterIds.filter((id) => context.parameter(id) === null);
    if (missing.length > 0) return [withoutFigure(setting, missing, asOf)];
    return round.applications.flatMap((application) => findingsOf(setting, check, application, context));
  });
  const place = (finding: Finding) => canonicalJson([finding.path, finding.params]);
  return findings
    .map((finding) => ({ finding, keys: [finding.applicationId ?? '', finding.ruleId, place(finding)] as const }))
    .sort((a, b) => compareKeys(a.keys, b.keys))
    .map(({ finding }) => finding);
}

/** Which rules in force look at an application at all: the checklist shows the others as not applicable. */
export function applicableRules(
  round: Round,
  ruleBook: RuleBook,
  application: Application,
  options: CheckOptions = {},
): readonly RuleSetting[] {
  const asOf = options.asOf ?? round.call.decisionDate;
  const context = ruleContext(round, ruleBook, asOf);
  return rulesOn(ruleBook, asOf).filter((setting) => checkOf(setting)?.applies(application, context) ?? false);
}

/** Applications with an error: not eligible until it is mended, overridden or the application reinstated. Sorted. */
export function ineligibleApplicationIds(findings: readonly Finding[]): readonly string[] {
  const ids = findings.flatMap((finding) => (finding.severity === 'error' ? (finding.applicationId ?? []) : []));
  return [...new Set(ids)].sort();
}

/** The rules and versions this program can check, for `checkRuleBook`. */
export function knownRules(): ReadonlyMap<
  string,
  { readonly versions: readonly number[]; readonly parameterIds: readonly string[] }
> {
  return new Map(
    ruleChecks.map((check) => {
      const versions = ruleChecks.filter((other) => other.ruleId === check.ruleId).map((other) => other.version);
      return [check.ruleId, { versions, parameterIds: check.parameterIds }];
    }),
  );
}

function checkOf(setting: RuleSetting): RuleCheck | undefined {
  return ruleChecks.find((check) => check.ruleId === setting.ruleId && check.version === setting.version);
}

function ruleContext(round: Round, ruleBook: RuleBook, asOf: string): RuleContext {
  const ratings = new Map<string, (typeof round.ratings)[number][]>();
  for (const rating of round.ratings) {
    const own = ratings.get(rating.applicationId);
    if (own) own.push(rating);
    else ratings.set(rating.applicationId, [rating]);
  }
  const standings = new Map(
    deMinimisStandings(round, ruleBook, asOf).flatMap((standing) =>
      standing.memberActorIds.map((id) => [id, standing] as const),
    ),
  );
  const parameters = new Map<string, RuleParameter | null>();
  return {
    round,
    asOf,
    actors: new Map(round.actors.map((actor) => [actor.id, actor])),
    applicationIds: new Set(round.applications.map((application) => application.id)),
    municipalityCodes: new Set(round.municipalities.map((municipality) => municipality.code)),
    reviewers: new Map(round.reviewers.map((reviewer) => [reviewer.id, reviewer])),
    ratingsOf: (applicationId) => ratings.get(applicationId) ?? [],
    deMinimisOf: (actorId) => standings.get(actorId) ?? null,
    parameter: (id) => {
      if (!parameters.has(id)) parameters.set(id, parameterOn(ruleBook, id, asOf));
      return parameters.get(id) ?? null;
    },
  };
}

function findingsOf(
  setting: RuleSetting,
  check: RuleCheck,
  application: Application,
  context: RuleContext,
): readonly Finding[] {
  if (!check.applies(application, context)) return [];
  return check.check(application, context).map((draft) => ({
    ...head(setting),
    code: findingCode(setting.ruleId),
    severity: setting.severity,
    applicationId: application.id,
    ...draft,
    parameters: check.parameterIds.map((id) => asUsed(context.parameter(id) as RuleParameter)),
  }));
}

function withoutFigure(setting: RuleSetting, missing: readonly string[], asOf: string): Finding {
  return {
    ...head(setting),
    code: findingCode(withoutFigureRuleId),
    severity: 'manual_review',
    applicationId: null,
    path: ['ruleBook', setting.ruleId],
    params: { rule: setting.ruleId, missing, asOf },
    rows: [],
    parameters: [],
  };
}

function head(setting: RuleSetting) {
  return { ruleId: setting.ruleId, ruleVersion: setting.version, checklistItem: setting.checklistItem };
}

function asUsed(parameter: RuleParameter): FindingParameter {
  return { id: parameter.id, value: parameter.value, unit: parameter.unit, validFrom: parameter.validFrom };
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (const [index, key] of a.entries()) {
    const other = b[index] as string;
    if (key !== other) return key < other ? -1 : 1;
  }
  return 0;
}
