import type { Sek } from '../money';
import type { Params } from '../result';
import type { Actor, Application, ProjectType } from '../round';

/** What is known of who carries a project's result on. Null means "not stated". */
export interface Handover {
  readonly applicationId: string;
  /** The year the receiver takes over. */
  readonly takeoverYear: number | null;
  /** What it costs a year to keep the result running; 0 when it costs nothing. */
  readonly runningCostAfterSek: Sek | null;
  /** Who pays for that, as an actor. */
  readonly runningCostOwnerActorId: string | null;
  /** True when the result hangs on one person. */
  readonly isKeyPersonDependent: boolean | null;
  readonly note: string | null;
}

export const riskCodes = [
  'risk-no-receiving-structure',
  'risk-partial-receiving-structure',
  'risk-receiving-structure-not-stated',
  'risk-no-receiving-actor',
  'risk-receiving-actor-unknown',
  'risk-running-cost-without-owner',
  'risk-running-cost-not-stated',
  'risk-key-person',
  'risk-key-person-not-stated',
] as const;
export type RiskCode = (typeof riskCodes)[number];

export interface RiskReason {
  readonly code: RiskCode;
  /** `risk`: something stands in the way. `unknown`: nobody has said, which is no answer either way. */
  readonly level: 'risk' | 'unknown';
  readonly params: Params;
}

export interface ResultAtRisk {
  readonly applicationId: string;
  /** True when at least one reason is a risk, not only unknown. */
  readonly isAtRisk: boolean;
  readonly reasons: readonly RiskReason[];
}

/**
 * Results that may burn out when the project ends ("tomtebloss"): nobody receives them, nobody pays for what they cost after, or
 * they hang on one person.
 *
 * Shapes  One entry per application with a reason: most risks first, then most unknowns, then case id.
 * Rule    Only projects of the given types: a pre-study's result is knowledge, which needs no receiver.
 * Source  Kraftsamla Sörmland 2026, sections 3.1.2, 3.1.3 and 4.4, table 6.
 */
export function resultsAtRisk(
  applications: readonly Application[],
  handovers: readonly Handover[],
  actors: readonly Pick<Actor, 'id' | 'name'>[],
  projectTypes: readonly ProjectType[],
): readonly ResultAtRisk[] {
  const known = new Map(handovers.map((handover) => [handover.applicationId, handover]));
  const names = new Map(actors.map((actor) => [actor.id, actor.name]));
  const count = (reasons: readonly RiskReason[], level: RiskReason['level']) =>
    reasons.filter((reason) => reason.level === level).length;
  return applications
    .filter(({ project }) => projectTypes.includes(project.projectType))
    .map((application): ResultAtRisk => {
      const handover = known.get(application.id) ?? null;
      const reasons = [...receiverReasons(application, names), ...runningReasons(handover), ...personReasons(handover)];
      return { applicationId: application.id, isAtRisk: count(reasons, 'risk') > 0, reasons };
    })
    .filter(({ reasons }) => reasons.length > 0)
    .sort(
      (a, b) =>
        count(b.reasons, 'risk') - count(a.reasons, 'risk') ||
        count(b.reasons, 'unknown') - count(a.reasons, 'unknown') ||
        (a.applicationId < b.applicationId ? -1 : 1),
    );
}

const reason = (code: RiskCode, level: RiskReason['level'], params: Params = {}): readonly RiskReason[] => [
  { code, level, params },
];

function receiverReasons(
  { project: { receivingStructure, receivingActorId } }: Application,
  names: ReadonlyMap<string, string>,
): readonly RiskReason[] {
  if (receivingStructure === null) return reason('risk-receiving-structure-not-stated', 'unknown');
  if (receivingStructure === 'no') return reason('risk-no-receiving-structure', 'risk');
  const structure = receivingStructure === 'partly' ? reason('risk-partial-receiving-structure', 'risk') : [];
  if (receivingActorId === null) return [...structure, ...reason('risk-no-receiving-actor', 'risk')];
  const isKnown = names.has(receivingActorId);
  return isKnown
    ? structure
    : [...structure, ...reason('risk-receiving-actor-unknown', 'risk', { actor: receivingActorId })];
}

function runningReasons(handover: Handover | null): readonly RiskReason[] {
  const cost = handover?.runningCostAfterSek ?? null;
  if (cost === null) return reason('risk-running-cost-not-stated', 'unknown');
  const isPaid = cost === 0 || handover?.runningCostOwnerActorId !== null;
  return isPaid ? [] : reason('risk-running-cost-without-owner', 'risk', { cost });
}

function personReasons(handover: Handover | null): readonly RiskReason[] {
  const isDependent = handover?.isKeyPersonDependent ?? null;
  if (isDependent === null) return reason('risk-key-person-not-stated', 'unknown');
  return isDependent ? reason('risk-key-person', 'risk') : [];
}
