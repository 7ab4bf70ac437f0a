import { invariant } from '../invariant';
import type { Sek } from '../money';
import type { Actor, Application, FinancingLine, Rating, Reviewer, Round } from '../round';
import type { DeMinimisStanding } from './de-minimis';
import type { FindingDraft, FindingRow } from './finding';
import type { RuleParameter } from './rule-book';

/** One version of a rule's check. Severity, dates, sources and figures come from the rule book. */
export interface RuleCheck {
  readonly ruleId: string;
  readonly version: number;
  /** Figures of the rule book the check reads. */
  readonly parameterIds: readonly string[];
  /** False when the rule has nothing to look at here: the checklist then says "not applicable". */
  applies(application: Application, context: RuleContext): boolean;
  check(application: Application, context: RuleContext): readonly FindingDraft[];
}

/** The round with its indexes, and the figures valid on the day. */
export interface RuleContext {
  readonly round: Round;
  readonly asOf: string;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly applicationIds: ReadonlySet<string>;
  readonly municipalityCodes: ReadonlySet<string>;
  readonly reviewers: ReadonlyMap<string, Reviewer>;
  ratingsOf(applicationId: string): readonly Rating[];
  deMinimisOf(undertakingActorId: string): DeMinimisStanding | null;
  parameter(id: string): RuleParameter | null;
}

/** The number of a figure the rule declares; it has been checked to be there. */
export function numberOf(context: RuleContext, parameterId: string): number {
  const value = context.parameter(parameterId)?.value;
  invariant(typeof value === 'number', `the figure ${parameterId} is not a number on ${context.asOf}`);
  return value;
}

/** The words of a figure the rule declares. */
export function wordsOf(context: RuleContext, parameterId: string): readonly string[] {
  const value = context.parameter(parameterId)?.value;
  invariant(Array.isArray(value), `the figure ${parameterId} is not a list of words on ${context.asOf}`);
  return value;
}

/**
 * True when `part` is more than `percent` of `whole`. Exact: whole kronor as BigInt, the percentage to six decimals.
 * @example exceedsShare(420_000, 700_000, 50) // => true
 */
export function exceedsShare(part: Sek, whole: Sek, percent: number): boolean {
  return BigInt(part) * 100_000_000n > BigInt(whole) * BigInt(Math.round(percent * 1_000_000));
}

/** The percentage one amount is of another, to two decimals, for showing; 0 when the whole is 0. */
export function shownPercent(part: Sek, whole: Sek): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 100;
}

/** The sum of the financing lines that a test picks, over all years. */
export function financingSum(application: Application, picks: (line: FinancingLine) => boolean): Sek {
  return application.project.financing
    .filter(picks)
    .reduce((sum, line) => sum + line.amounts.reduce((inLine, entry) => inLine + entry.amountSek, 0), 0);
}

/** The rows of the financing lines that a test picks. */
export function financingRows(
  application: Application,
  picks: (line: FinancingLine) => boolean,
): readonly FindingRow[] {
  return application.project.financing
    .filter(picks)
    .map((line) => ({ table: 'financing', key: `${application.id}/${line.financingNo}` }));
}

/** The row of the application itself. */
export function applicationRow(application: Application): FindingRow {
  return { table: 'applications', key: application.id };
}

/** A field of the application as a path in the round. */
export function fieldPath(
  application: Application,
  ...steps: readonly (string | number)[]
): readonly (string | number)[] {
  return ['applications', application.id, ...steps];
}

/** A finding about one field of the application, resting on the application's own row and those given. */
export function draft(
  application: Application,
  field: readonly (string | number)[],
  params: FindingDraft['params'],
  rows: readonly FindingRow[] = [],
): readonly FindingDraft[] {
  return [{ path: fieldPath(application, ...field), params, rows: [applicationRow(application), ...rows] }];
}
